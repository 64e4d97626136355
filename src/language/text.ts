/**
 * A text as sentences of words, in the form that people type them: any case, any
 * keyboard, composed or not. Positions are those of the text as it was given.
 */

/** A word or a sign, as it is compared and where it stands. */
export interface Token {
  /** Folded: lower case, å ä æ as a, ö ø as o, three of a letter as two. */
  readonly word: string;
  /** UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** A longer sentence is cut here, so that no text costs more than its length. */
const LONGEST = 80;

/**
 * Words with their marks, hyphens and apostrophes inside; numbers such as 12.30;
 * signs that carry tone. Every alternative consumes at least one character and none
 * can match the same text in two ways, so matching is linear.
 */
const TOKEN =
  /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|\p{N}+(?:[.:,]\p{N}+)*|[?!.,…;:()"”»]|\n|\p{Extended_Pictographic}/gu;

const ENDS = new Set(['.', '?', '!', '…', '\n']);

/** What is longer is no word; and to order a long row of combining marks takes the square of its length. */
const LONGEST_WORD = 60;

/** After these a full stop ends no sentence. */
const ABBREVIATED = new Set(
  'kl nr ca bl t ex f eks osv dvs evt ev tlf tel jf mvh inkl ink ang pga mao st sid s str obs resp art dr hr'.split(
    ' ',
  ),
);

/** A word in the form that words are compared in. */
export function fold(word: string): string {
  return word
    .slice(0, LONGEST_WORD)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[åäæáà]/g, 'a')
    .replace(/[öøóòô]/g, 'o')
    .replace(/[éèê]/g, 'e')
    .replace(/ü/g, 'u')
    .replace(/’/g, "'")
    .replace(/(\p{L})\1{2,}/gu, '$1$1');
}

/** Sentences together, as long as they are no longer than one may be: a threat is told by all that was said. */
export function passagesOf(sentences: readonly Sentence[]): Sentence[] {
  const passages: Sentence[] = [];
  for (const sentence of sentences) {
    const last = passages.at(-1);
    if (last && last.tokens.length + sentence.tokens.length <= LONGEST) {
      passages[passages.length - 1] = {
        start: last.start,
        end: sentence.end,
        tokens: [...last.tokens, ...sentence.tokens],
      };
    } else passages.push(sentence);
  }
  return passages;
}

/** The sentences of a text; at least one where it has a word. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  let ended = false;
  const finish = () => {
    const [first] = tokens;
    const last = tokens.at(-1);
    if (first && last && tokens.some(({ word }) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word))) {
      sentences.push({ start: first.start, end: last.end, tokens });
    }
    tokens = [];
    ended = false;
  };
  for (const match of text.matchAll(TOKEN)) {
    const [sign] = match;
    const isEnd = ENDS.has(sign);
    if (ended && !isEnd) finish();
    if (tokens.length >= LONGEST) finish();
    const before = tokens.at(-1)?.word ?? '';
    if (sign !== '\n') tokens.push({ word: fold(sign), start: match.index, end: match.index + sign.length });
    const short = ABBREVIATED.has(before) || /^\p{L}$/u.test(before);
    if (isEnd && !(sign === '.' && short)) ended = true;
  }
  finish();
  return sentences;
}
