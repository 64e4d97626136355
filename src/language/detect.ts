/** Which language a text is in: Swedish, bokmål or nynorsk, from its letters and small words. */
import type { Classifier } from './classifier.ts';
import { type Features, hash } from './features.ts';

/** Languages that people type; nynorsk is answered in bokmål. */
export const TYPED = ['sv', 'nb', 'nn'] as const;
export type Typed = (typeof TYPED)[number];

/** Longer texts are told by their beginning. */
const ENOUGH = 600;
const PIECES = [1, 2, 3, 4];

/** Letters and words as they were typed: here an ä is not an æ. */
export function languageFeatures(text: string): Features {
  const found = new Map<number, number>();
  const add = (name: string, weight: number) => {
    const id = hash(name);
    found.set(id, (found.get(id) ?? 0) + weight);
  };
  const words =
    text
      .slice(0, ENOUGH)
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  for (const word of words) {
    add(`w${word}`, 3);
    const whole = `<${word.slice(0, 30)}>`;
    for (const length of PIECES) {
      for (let i = 0; i + length <= whole.length; i++) add(`l${whole.slice(i, i + length)}`, 1);
    }
  }
  const values = Float32Array.from(found.values(), Math.sqrt);
  const length = Math.hypot(...values) || 1;
  const none = new Int16Array(found.size);
  return { ids: Uint32Array.from(found.keys()), values: values.map((v) => v / length), from: none, to: none };
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
