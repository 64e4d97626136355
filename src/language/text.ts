/**
 * A text as sentences of words, in the form that people type them: any case, any
 * keyboard, composed or not. Positions are those of the text as it was given.
 */
import { lazy } from '../lazy.ts';

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
const token = (letter: string, digit: string, picture: string) =>
  new RegExp(
    `[${letter}]+(?:['’-][${letter}]+)*|[${digit}]+(?:[.:,][${digit}]+)*|[?!.,…;:()"”»]|\\n|[${picture}]`,
    'gu',
  );
const anyToken = lazy(() => token('\\p{L}\\p{M}', '\\p{N}', '\\p{Extended_Pictographic}'));

/** The same for Latin writing alone: it needs none of Unicode's tables, which take three milliseconds. */
const LATIN = /^[\0-\u024f\u2010-\u2026]*$/;
const LATIN_LETTERS = 'A-Za-zªµºÀ-ÖØ-öø-\u024f';
const LATIN_TOKEN = token(LATIN_LETTERS, '0-9²³¹¼-¾', '©®');

const anyLetters = lazy(() => /[\p{L}\p{M}]+/gu);
const ONLY_LATIN_LETTERS = new RegExp(`[${LATIN_LETTERS}]+`, 'g');
/** The runs of letters in a text, as they were typed. */
export const lettersOf = (text: string): string[] =>
  text.match(LATIN.test(text) ? ONLY_LATIN_LETTERS : anyLetters()) ?? [];

/** Tokens that are neither a word, a number nor a picture. */
const SIGNS = new Set('?!.,…;:()"”»');
export const isSign = (word: string): boolean => SIGNS.has(word);
const LATIN_WORD = /^[a-z0-9]/;
const anyWord = lazy(() => /[\p{L}\p{N}]/u);
/** Whether a token has a letter or a number. */
export const isWord = (word: string): boolean => LATIN_WORD.test(word) || anyWord().test(word);
/** Whether it has a letter that has a capital: a word of a language that is written so. */
export const isCased = (word: string): boolean => word !== word.toUpperCase();

const ENDS = new Set(['.', '?', '!', '…', '\n']);

/** What is longer is no word; and to order a long row of combining marks takes the square of its length. */
const LONGEST_WORD = 60;

/** After these a full stop ends no sentence. */
const ABBREVIATED = new Set(
  'kl nr ca bl t ex f eks osv dvs evt ev tlf tel jf mvh inkl ink ang pga mao st sid s str obs resp art dr hr'.split(
    ' ',
  ),
);

/** Letters and their marks as one; without marks there is nothing to do. */
export const composed = (text: string): string => (LATIN.test(text) ? text : text.normalize('NFC'));

/** Letters as people without their key, or their patience, type them. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ å: 'a', ä: 'a', æ: 'a', á: 'a', à: 'a', ö: 'o', ø: 'o', ó: 'o', ò: 'o', ô: 'o' },
  ...{ é: 'e', è: 'e', ê: 'e', ü: 'u', '’': "'" },
};
const MARKED = /[åäæáàöøóòôéèêü’]/g;
/** As in nejjjj. */
const LONG_DRAWN = new RegExp(`([${LATIN_LETTERS}])\\1{2,}`, 'g');

/** Words that were folded before: a text has few that no other has. */
const folded = new Map<string, string>();
const MOST_FOLDED = 20_000;

/** A word in the form that words are compared in. */
export function fold(word: string): string {
  const before = folded.get(word);
  if (before !== undefined) return before;
  const one = composed(word.slice(0, LONGEST_WORD))
    .toLowerCase()
    .replace(MARKED, (letter) => PLAIN[letter] ?? letter)
    .replace(LONG_DRAWN, '$1$1');
  if (folded.size < MOST_FOLDED && word.length <= LONGEST_WORD) folded.set(word, one);
  return one;
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

/** Signs that end a clause, and how short one is no clause of its own. */
const CLAUSE_ENDS = new Set([',', ';', ':', '.', '!', '?', '…']);
const SHORTEST_CLAUSE = 4;

/** The clauses of some sentences, where there is more than one. */
export function clausesOf(sentences: readonly Sentence[]): Sentence[] {
  const clauses: Token[][] = [];
  for (const { tokens } of sentences) {
    let clause: Token[] = [];
    tokens.forEach((token, i) => {
      clause.push(token);
      const isLast = i === tokens.length - 1;
      if (!isLast && !(CLAUSE_ENDS.has(token.word) && clause.length >= SHORTEST_CLAUSE)) return;
      const before = clauses.at(-1);
      if (before && clause.length < SHORTEST_CLAUSE) before.push(...clause);
      else clauses.push(clause);
      clause = [];
    });
  }
  if (clauses.length < 2) return [];
  return clauses.map((tokens) => ({ start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, tokens }));
}

/** The sentences of a text; at least one where it has a word. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  let ended = false;
  const finish = () => {
    const [first] = tokens;
    const last = tokens.at(-1);
    if (first && last && tokens.some(({ word }) => !isSign(word))) {
      sentences.push({ start: first.start, end: last.end, tokens });
    }
    tokens = [];
    ended = false;
  };
  // Not `matchAll`, which makes the regular expression anew each time.
  const pattern = LATIN.test(text) ? LATIN_TOKEN : anyToken();
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [sign] = match;
    const isEnd = ENDS.has(sign);
    if (ended && !isEnd) finish();
    if (tokens.length >= LONGEST) finish();
    const before = tokens.at(-1)?.word ?? '';
    if (sign !== '\n') tokens.push({ word: fold(sign), start: match.index, end: match.index + sign.length });
    const short = ABBREVIATED.has(before) || (before.length === 1 && isCased(before));
    if (isEnd && !(sign === '.' && short)) ended = true;
  }
  finish();
  return sentences;
}
