/**
 * Which moves and which faults a text has, with the words that caused each. Pure:
 * the same text and the same model give the same review. Labels and their
 * conventions: `playbooks/language/`.
 */

import type { Features } from '../language/bag.ts';
import type { Classifier } from '../language/classifier.ts';
import { detect, type Typed } from '../language/detect.ts';
import { featuresOf } from '../language/features.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { SignalIndex } from '../language/signals.ts';
import { type Sentence, sentencesOf } from '../language/text.ts';
import { FAULTS, type Fault, type Lang, MOVES, type Move } from '../playbook/types.ts';

/** Words of a text: UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface MoveFound extends Span {
  readonly move: Move;
}

export interface FaultFound extends Span {
  readonly fault: Fault;
  /** Why it heats. */
  readonly message: string;
  /** One or two things to say instead. */
  readonly instead: readonly string[];
}

export interface Review {
  readonly lang: Typed;
  readonly text: string;
  /** In the order of the text. */
  readonly moves: readonly MoveFound[];
  readonly faults: readonly FaultFound[];
  /** Where each sentence stands. */
  readonly sentences: readonly Span[];
}

/** A label and the entry that an author gave a signal to. */
export interface Betrayed {
  readonly label: string;
  readonly entry: string;
}

/** What the coach knows. */
export interface Coach {
  readonly model: Classifier;
  readonly languages: Classifier;
  readonly lexicon: Lexicon;
  readonly signals: Readonly<Record<Lang, SignalIndex<Betrayed>>>;
  /** What to say about a fault that was found. */
  readonly advice: (fault: Fault, lang: Lang, words: ReadonlySet<string>, entry: string | null) => Advice;
}

export interface Advice {
  readonly message: string;
  readonly instead: readonly string[];
}

/**
 * From these scores on a label is there. Set on the lines of `agent.dev` (`npm run eval`):
 * a false fault costs more trust than a missed one.
 */
export const MOVE_FROM = -1.2;
export const FAULT_FROM = -0.8;
/** A signal outweighs a model that doubts, not one that is sure of the opposite. */
const SIGNAL_FROM = -4;

/** The language that content is shown in to who types in another. */
export const contentLang = (typed: Typed): Lang => (typed === 'sv' ? 'sv' : 'nb');

/**
 * Reviews a text.
 * @param lang the language, where it is known; else it is detected
 */
export function review(text: string, coach: Coach, lang: Typed | null = null): Review {
  const typed = lang ?? detect(text, coach.languages) ?? 'sv';
  const shown = contentLang(typed);
  const sentences = sentencesOf(text);
  const found = labelsIn(sentences, coach, shown);
  const words = new Set(sentences.flatMap(({ tokens }) => tokens.map(({ word }) => word)));
  const moves: MoveFound[] = [];
  const faults: FaultFound[] = [];
  for (const { label, entry, start, end } of found) {
    if ((MOVES as readonly string[]).includes(label)) moves.push({ move: label as Move, start, end });
    else {
      const fault = label as Fault;
      faults.push({ fault, start, end, ...coach.advice(fault, shown, words, entry) });
    }
  }
  const spans = sentences.map(({ start, end }) => ({ start, end }));
  return { lang: typed, text, moves, faults, sentences: spans };
}

interface Found extends Span {
  readonly label: string;
  readonly entry: string | null;
}

/** Each label at most once, where it is clearest. */
function labelsIn(sentences: readonly Sentence[], coach: Coach, lang: Lang): Found[] {
  const { model } = coach;
  const features = sentences.map((_, i) => featuresOf(sentences, i, coach.lexicon));
  const scores = features.map((one) => model.score(one));
  const signals = sentences.map(({ tokens }) => coach.signals[lang].find(tokens));
  const found: Found[] = [];
  for (const [index, label] of model.labels.entries()) {
    let best = -1;
    for (let i = 0; i < scores.length; i++) {
      if (best === -1 || (scores[i]?.[index] as number) > (scores[best]?.[index] as number)) best = i;
    }
    if (best === -1) continue;
    const from = (FAULTS as readonly string[]).includes(label) ? FAULT_FROM : MOVE_FROM;
    const betrayed = signals.findIndex((some) => some.some(({ value }) => value.label === label));
    const signal = signals[betrayed]?.find(({ value }) => value.label === label);
    if (signal && (scores[betrayed]?.[index] as number) > SIGNAL_FROM) {
      const { tokens } = sentences[betrayed] as Sentence;
      found.push({ label, entry: signal.value.entry, ...spanOf(tokens, signal.from, signal.to) });
    } else if ((scores[best]?.[index] as number) > from) {
      const place = causeOf(sentences[best] as Sentence, features[best] as Features, coach, index);
      found.push({ label, entry: null, ...place });
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function spanOf(tokens: Sentence['tokens'], from: number, to: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 };
}

/**
 * The words that caused a label: each feature's part of the score goes to the words
 * it covers, and the run of words with the largest sum is taken. Where the content
 * has a group of words by the label's own name (such as `but`), it is one of those.
 */
function causeOf(sentence: Sentence, features: Features, coach: Coach, label: number): Span {
  const { tokens } = sentence;
  const { model, lexicon } = coach;
  const share = new Float32Array(tokens.length);
  model.contributions(features, label).forEach((part, i) => {
    const from = features.from[i] as number;
    const to = features.to[i] as number;
    if (from < 0) return;
    for (let t = from; t <= to; t++) share[t] = (share[t] as number) + part / (to - from + 1);
  });
  const group = lexicon.group(model.labels[label] as string);
  const named = [...tokens.keys()].filter((t) => lexicon.groupsOf(tokens[t]?.word ?? '').includes(group));
  if (named.length > 0) {
    const most = named.reduce((a, b) => ((share[b] as number) > (share[a] as number) ? b : a));
    return spanOf(tokens, most, most);
  }
  const isWord = tokens.map(({ word }) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
  let best = { sum: Number.NEGATIVE_INFINITY, from: 0, to: tokens.length - 1 };
  // The mean is taken off, so that a run ends where the words say no more than the rest.
  const mean = share.reduce((sum, one) => sum + Math.max(0, one), 0) / (2 * tokens.length);
  let sum = 0;
  let from = 0;
  for (let t = 0; t < tokens.length; t++) {
    if (sum <= 0) {
      sum = 0;
      from = t;
    }
    sum += (share[t] as number) - mean;
    if (sum > best.sum) best = { sum, from, to: t };
  }
  while (best.from < best.to && !isWord[best.from]) best.from++;
  while (best.to > best.from && !isWord[best.to]) best.to--;
  if (!isWord[best.from]) {
    // A sign alone is no cause to show: the word that says most is.
    const words = [...tokens.keys()].filter((t) => isWord[t]);
    const most = words.reduce((a, b) => ((share[b] as number) > (share[a] as number) ? b : a), words[0] ?? 0);
    return spanOf(tokens, most, most);
  }
  return spanOf(tokens, best.from, best.to);
}
