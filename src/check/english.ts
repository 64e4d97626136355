/** English in a text, told by its small words: the language model knows Swedish and Norwegian alone. */
import { lettersOf } from '../language/text.ts';
import type { Span } from './span.ts';

/** Small words that are neither Swedish nor Norwegian, or hardly ever; several make a sentence English. */
const WORDS = [
  'about after again am and any are as because been before but can cannot could did do does get',
  'had has have he help here his how if into is it its just know let like make may more much must',
  'my not of on our out please see she should so sorry than thank thanks that the their them then',
  'there these they this those to understand us very was we were what when where which who why',
  'will with would you your',
]
  .join(' ')
  .split(' ');
const KNOWN = new RegExp(`(?<!\\p{L})(?:${WORDS.join('|')})(?!\\p{L})`, 'giu');
/** The same with edges that know only ASCII: it finds more, four times as fast. */
const ROUGHLY = new RegExp(`\\b(?:${WORDS.join('|')})\\b`, 'gi');

/** So many different ones, and at least this share of a sentence that is no shorter than this. */
const AT_LEAST = { known: 3, share: 1 / 3, words: 4 } as const;

const SENTENCE = /[^.!?…:;\n]+/g;

/** The first English sentence of a text; null where there is none. */
export function englishIn(text: string): Span | null {
  if ((text.match(ROUGHLY)?.length ?? 0) < AT_LEAST.known) return null;
  for (const { index, 0: sentence } of text.matchAll(SENTENCE)) {
    const known = new Set(sentence.toLowerCase().match(KNOWN)).size;
    const words = lettersOf(sentence).length;
    if (known < AT_LEAST.known || words < AT_LEAST.words || known < words * AT_LEAST.share) continue;
    const start = index + sentence.length - sentence.trimStart().length;
    return { start, end: start + sentence.trim().length };
  }
  return null;
}
