/** Which language a text is in: Swedish, bokmål or nynorsk, from its letters and small words. */
import { Bag, type Features } from './bag.ts';
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
const bag = new Bag();

/** Letters and words as they were typed: here an ä is not an æ. */
export function languageFeatures(text: string): Features {
  for (const word of lettersOf(composed(text.slice(0, ENOUGH)).toLowerCase())) {
    bag.add(mixed(WORD, idOf(word)), 3, 0, 0);
    eachPart(`<${word.slice(0, 30)}>`, 1, LONGEST_PIECE, (id) => bag.add(mixed(LETTERS, id), 1, 0, 0));
  }
  return bag.take();
}

/** The likeliest language of a text; null where it has no word. */
export function detect(text: string, model: Classifier): Typed | null {
  const features = languageFeatures(text);
  if (features.ids.length === 0) return null;
  const scores = model.score(features);
  let best = 0;
  for (let i = 1; i < scores.length; i++) if ((scores[i] as number) > (scores[best] as number)) best = i;
  return TYPED[best] ?? null;
}
