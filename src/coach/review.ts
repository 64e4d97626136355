/**
 * Which moves and which faults a text has, with the words that caused each. Pure:
 * the same text and the same model give the same review. Labels and their
 * conventions: `playbooks/language/`.
 */

import type { Classifier } from '../language/classifier.ts';
import { detect, type Typed } from '../language/detect.ts';
import { featuresOf, scoresOf } from '../language/features.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { SignalIndex } from '../language/signals.ts';
import { type Sentence, sentencesOf } from '../language/text.ts';
import { lazy } from '../lazy.ts';
import { type Fault, type Lang, MOVES, type Move } from '../playbook/types.ts';

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
export const FAULT_FROM = -0.5;
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
  const found = labelsIn(sentences, coach, shown).map(({ label, place }) => {
    const { start, end, entry } = place();
    return { label, start, end, entry };
  });
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  const words = lazy(() => new Set(sentences.flatMap(({ tokens }) => tokens.map(({ word }) => word))));
  const moves: MoveFound[] = [];
  const faults: FaultFound[] = [];
  for (const { label, entry, start, end } of found) {
    if (isMove(label)) moves.push({ move: label, start, end });
    else {
      const { message, instead } = coach.advice(label, shown, words(), entry);
      faults.push({ fault: label, start, end, message, instead });
    }
  }
  const spans = sentences.map(({ start, end }) => ({ start, end }));
  return { lang: typed, text, moves, faults, sentences: spans };
}

/** A label that a text has. */
export interface Heard {
  readonly label: Move | Fault;
  /** The words that show it, and the entry whose signal they are; this takes longer than hearing it. */
  readonly place: () => Place;
}

interface Place extends Span {
  readonly entry: string | null;
}

/**
 * Hears a text without looking for the words that show it.
 * @param fainter by how much each of the model's labels may be fainter than in a review
 */
export function listen(text: string, coach: Coach, lang: Lang, fainter: readonly number[]): Heard[] {
  return labelsIn(sentencesOf(text), coach, lang, fainter);
}

export const isMove = (label: Move | Fault): label is Move => (MOVES as readonly string[]).includes(label);

/** Each label at most once, where it is clearest. */
function labelsIn(
  sentences: readonly Sentence[],
  coach: Coach,
  lang: Lang,
  fainter: readonly number[] = [],
): Heard[] {
  const { model, lexicon, signals } = coach;
  const scores = scoresOf(sentences, lexicon, model);
  const betrayed = new Map<string, { at: number; from: number; to: number; entry: string }>();
  for (let at = 0; at < sentences.length; at++) {
    for (const { value, from, to } of signals[lang].find((sentences[at] as Sentence).tokens)) {
      if (!betrayed.has(value.label)) betrayed.set(value.label, { at, from, to, entry: value.entry });
    }
  }
  const found: Heard[] = [];
  for (let index = 0; index < model.labels.length; index++) {
    const label = model.labels[index] as Move | Fault;
    const more = fainter[index] ?? 0;
    const scoreOf = (sentence: number) => (scores[sentence] as readonly number[])[index] as number;
    let best = 0;
    for (let i = 1; i < scores.length; i++) if (scoreOf(i) > scoreOf(best)) best = i;
    const signal = betrayed.get(label);
    if (signal && scoreOf(signal.at) + more > SIGNAL_FROM) {
      const { tokens } = sentences[signal.at] as Sentence;
      found.push({ label, place: () => spanOf(tokens, signal.from, signal.to, signal.entry) });
    } else if (scores.length > 0 && scoreOf(best) + more > (isMove(label) ? MOVE_FROM : FAULT_FROM)) {
      found.push({ label, place: () => causeOf(sentences, best, coach, index) });
    }
  }
  return found;
}

function spanOf(tokens: Sentence['tokens'], from: number, to: number, entry: string | null = null): Place {
  return { start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0, entry };
}

const WORD = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
/** The same for nearly all of them, without Unicode's tables. */
const LATIN_WORD = /^[a-z0-9]/;

/**
 * The words that caused a label: each feature's part of the score goes to the words
 * it covers, and the run of words with the largest sum is taken. Where the content
 * has a group of words by the label's own name (such as `but`), it is one of those.
 */
function causeOf(sentences: readonly Sentence[], at: number, coach: Coach, label: number): Place {
  const { tokens } = sentences[at] as Sentence;
  const { model, lexicon } = coach;
  const features = featuresOf(sentences, at, lexicon);
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
  const isWord = tokens.map(({ word }) => LATIN_WORD.test(word) || WORD.test(word));
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
