/** Texts of one megabyte that no person writes, for whatever reads text: it must come to an end. */
const MOST = 1024 * 1024;
const filled = (part: string) => part.repeat(Math.ceil(MOST / part.length)).slice(0, MOST);

export const HOSTILE: readonly (readonly [string, string])[] = [
  ['one letter', filled('a')],
  ['one word', filled('ab')],
  ['one word with hyphens', filled('a-')],
  ['one number', filled('1.')],
  ['one sign', filled('!')],
  ['spaces', filled(' ')],
  ['newlines', filled('\n')],
  ['alternating quotes', filled(`"'`)],
  ['open brackets', filled('(')],
  ['letters with full stops', filled('a.')],
  ['words with full stops', filled('ab.')],
  ['abbreviations', filled('kl. ')],
  ['emoji', filled('😀')],
  ['one combining mark', filled('\u0301')],
  ['high surrogates', filled('\ud800')],
  ['low surrogates', filled('\udc00')],
  ['a beginning that never ends', filled('jag förstår * ')],
];

/**
 * Marks that Unicode puts in another order, which costs the square of their number where
 * nobody bounds it. Apart, because only a process of its own can be stopped.
 */
export const MIXED_MARKS = filled('\u0301\u0323');
