/** How long and how heavy a text is, by the Nordic readability index. */
import { sentencesOf } from '../language/text.ts';

export interface Weight {
  readonly words: number;
  /** Rounded. Below 30 a children's book, 40 a novel, 50 a newspaper, 60 what authorities write. */
  readonly lix: number;
}

/** A word of more letters than this is a long one. */
const LONG = 6;

/** LIX: words a sentence, and how many of a hundred words are long (Björnsson 1968). */
export function weightOf(text: string): Weight {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(({ tokens }) => tokens.filter(({ word }) => /[\p{L}\p{N}]/u.test(word)));
  if (words.length === 0) return { words: 0, lix: 0 };
  const long = words.filter(({ start, end }) => text.slice(start, end).normalize('NFC').length > LONG);
  return {
    words: words.length,
    lix: Math.round(words.length / sentences.length + (100 * long.length) / words.length),
  };
}
