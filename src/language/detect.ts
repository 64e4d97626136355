/** Which language a text is in: Swedish, bokmål or nynorsk, from its letters and small words. */

import { lazy } from '../lazy.ts';
import { Bag, type Features, type Sink } from './bag.ts';
import type { Classifier } from './classifier.ts';
import { eachPart, idOf, mixed } from './hash.ts';
import { composed, lettersOf } from './text.ts';

/** Languages that people type; nynorsk is answered in bokmål. */
export const TYPED = ['sv', 'nb', 'nn'] as const;
export type Typed = (typeof TYPED)[number];

/** Longer texts are told by their beginning. */
const ENOUGH = 300;
const LONGEST_PIECE = 4;

const WORD = 101;
const LETTERS = 102;
const bag = lazy(() => new Bag());

/** Letters and words as they were typed: here an ä is not an æ. */
export function languageFeatures(text: string): Features {
  collect(text, bag());
  return bag().take();
}

/** For each language how likely it is; null for a text that has no word. */
export function languageScores(text: string, { tally }: Classifier): readonly number[] | null {
  const words = collect(text, tally);
  const scores = tally.take();
  return words === 0 ? null : scores;
}

/** @returns how many words there are */
function collect(text: string, sink: Sink): number {
  const words = lettersOf(composed(text.slice(0, ENOUGH)).toLowerCase());
  for (const word of words) {
    sink.add(mixed(WORD, idOf(word)), 3, 0, 0);
    sink.addAll(lettersIn(word), 1, 0, 0);
  }
  return words.length;
}

/** The runs of letters of words that were met before. */
const letters = new Map<string, Int32Array>();
const MOST_WORDS = 20_000;

function lettersIn(word: string): Int32Array {
  const before = letters.get(word);
  if (before) return before;
  const found: number[] = [];
  eachPart(`<${word.slice(0, 30)}>`, 1, LONGEST_PIECE, (id) => found.push(mixed(LETTERS, id)));
  const ids = Int32Array.from(found);
  if (letters.size < MOST_WORDS) letters.set(word, ids);
  return ids;
}

/** The likeliest language of a text; null where it has no word. */
export function detect(text: string, model: Classifier): Typed | null {
  const scores = languageScores(text, model);
  if (!scores) return null;
  let best = 0;
  for (let i = 1; i < scores.length; i++) if ((scores[i] as number) > (scores[best] as number)) best = i;
  return TYPED[best] ?? null;
}
