/** How long and how heavy a text is, by the Nordic readability index. */
import { composed, isWord, sentencesOf } from '../language/text.ts';

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
  let words = 0;
  let long = 0;
  for (const { tokens } of sentences) {
    for (const { word, start, end } of tokens) {
      if (!isWord(word)) continue;
      words++;
      if (end - start > LONG && composed(text.slice(start, end)).length > LONG) long++;
    }
  }
  if (words === 0) return { words: 0, lix: 0 };
  return { words, lix: Math.round(words / sentences.length + (100 * long) / words) };
}
