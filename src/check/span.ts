/** Parts of a text that a pattern finds. */

/** In UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** @param pattern with the flag `g` */
export function spansOf(text: string, pattern: RegExp): Span[] {
  // Hardly any text has any, and `matchAll` makes a regular expression anew for each.
  if (text.search(pattern) === -1) return [];
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}
