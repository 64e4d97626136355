/**
 * Which kind of threat a customer's words are, if any. Pure. A sentence goes through
 * a model that learned from `playbooks/threats/heard`; one or two words are looked up
 * by name, so that `chef`, `sjef` and `pol` find what they stand for.
 */
import { distance } from 'fastest-levenshtein';
import type { Classifier } from '../language/classifier.ts';
import { scoresOf } from '../language/features.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { SignalIndex } from '../language/signals.ts';
import { clausesOf, fold, isCased, passagesOf, type Sentence, sentencesOf } from '../language/text.ts';
import { THREATS, type ThreatKind } from '../playbook/types.ts';

export interface Match {
  readonly threat: ThreatKind;
  /** How sure, from 0 to 1. */
  readonly score: number;
}

/** What recognition needs. */
export interface Ear {
  readonly model: Classifier;
  readonly lexicon: Lexicon;
  /** The words that each kind is looked up by, in both languages, folded. */
  readonly names: Readonly<Record<ThreatKind, readonly string[]>>;
  /** Words that betray a danger to life, whatever stands around them. */
  readonly signals: SignalIndex<ThreatKind>;
}

export interface Recognised {
  /** The kinds that were recognised, the one to answer first first. */
  readonly matches: readonly Match[];
  /** All kinds, the likeliest first: what was nearest where nothing was recognised. */
  readonly nearest: readonly Match[];
}

/** From these scores on a kind is there; set on `threats.dev`. Danger is answered at less: a miss there costs most. */
export const FROM = 0;
export const DANGER_FROM = -1.5;
/** One word alone must be surer than this. */
const ALONE_FROM = 2;
/** A second kind is told only where it is surer than this. */
const SECOND_FROM = 0.6;
export const DANGER: readonly ThreatKind[] = ['self-harm', 'physical'];
const DANGERS = DANGER.map((kind) => THREATS.indexOf(kind));

/** So many words are looked up by name before they are taken for a sentence. */
const NAME_WORDS = 3;

/** Recognises what a customer said, or what an agent looks up. */
export function recognise(text: string, ear: Ear): Recognised {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(({ tokens }) => tokens.map(({ word }) => word)).filter(isCased);
  const named = words.length <= NAME_WORDS ? byName(words, ear) : [];
  const scores = clearest(sentences, ear);
  const all = THREATS.map((threat, i) => ({ threat, score: scores[i] as number })).sort(
    (a, b) => b.score - a.score,
  );
  const nearest = all.map(({ threat, score }) => ({ threat, score: likely(score) }));
  if (named.length > 0) return { matches: named, nearest };
  const isDanger = (threat: ThreatKind) => DANGER.includes(threat);
  // A word that is no name says hardly anything by itself.
  const least = words.length < 2 ? ALONE_FROM : Number.NEGATIVE_INFINITY;
  const found = all.filter(
    ({ threat, score }) => score > Math.max(least, isDanger(threat) ? DANGER_FROM : FROM),
  );
  const sure = found.filter(
    ({ threat, score }, i) => i === 0 || score > (isDanger(threat) ? FROM : SECOND_FROM),
  );
  // A danger to life is answered first, whatever else was said.
  sure.sort((a, b) => Number(isDanger(b.threat)) - Number(isDanger(a.threat)) || b.score - a.score);
  return {
    matches: sure.slice(0, 2).map(({ threat, score }) => ({ threat, score: likely(score) })),
    nearest,
  };
}

/** From this score on a clause by itself is a danger. */
export const CLAUSE_FROM = 0.3;
/** What a danger scores where an author's signal betrays it, unless the model is sure of the opposite. */
const SIGNALLED = 2;
const SURE_OF_OPPOSITE = -6;

/**
 * The clearest passage decides for each kind; there is more than one only in a long text. A danger
 * may stand in one clause among others that drown it, so each is heard by itself as well.
 */
function clearest(sentences: readonly Sentence[], { model, lexicon, signals }: Ear): number[] {
  const best = THREATS.map(() => Number.NEGATIVE_INFINITY);
  for (const scores of scoresOf(passagesOf(sentences), lexicon, model)) {
    for (let k = 0; k < best.length; k++) best[k] = Math.max(best[k] as number, scores[k] as number);
  }
  const heard = [...best];
  for (const clause of clausesOf(sentences)) {
    const [scores] = scoresOf([clause], lexicon, model);
    for (const k of DANGERS) {
      const score = scores?.[k] as number;
      heard[k] = Math.max(heard[k] as number, score);
      if (score > CLAUSE_FROM) best[k] = Math.max(best[k] as number, score);
    }
  }
  for (const { tokens } of sentences) {
    for (const { value } of signals.find(tokens)) {
      const k = THREATS.indexOf(value);
      if ((heard[k] as number) > SURE_OF_OPPOSITE) best[k] = Math.max(best[k] as number, SIGNALLED);
    }
  }
  return best;
}

/** A logistic score as a share, in hundredths. */
function likely(score: number): number {
  return Math.round(100 / (1 + Math.exp(-score))) / 100;
}

/** Kinds whose names the words are, begin, or miss by a slip or two. */
function byName(words: readonly string[], { names }: Ear): Match[] {
  if (words.length === 0) return [];
  const asked = words.join(' ');
  const matches = THREATS.flatMap((threat) => {
    const score = Math.max(...names[threat].map((name) => likeness(asked, name)));
    return score > 0 ? [{ threat, score }] : [];
  });
  return matches
    .sort((a, b) => b.score - a.score)
    .slice(0, 2)
    .filter((one, _, [first]) => one.score >= (first?.score ?? 0));
}

const PREFIX = 3;

/** How much a word is like a name: the same 1, its beginning 0.9, a slip away 0.8. */
function likeness(asked: string, name: string): number {
  if (asked === name) return 1;
  if (asked.length >= PREFIX && name.startsWith(asked)) return 0.9;
  const slips = asked.length >= 7 ? 2 : asked.length >= 4 ? 1 : 0;
  return slips > 0 && distance(asked, name) <= slips ? 0.8 : 0;
}

/** Names as they are compared. */
export const foldName = (name: string): string => name.split(/\s+/).map(fold).join(' ');
