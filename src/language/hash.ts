/** Numbers for words, and for what stands beside what: 32 bits each, well mixed. */

const BASIS = 2166136261;
const PRIME = 16777619;

/** Begins the number of a word (FNV-1a). */
export const begun = (): number => BASIS;

/** Adds one code unit. */
export const added = (h: number, code: number): number => Math.imul(h ^ code, PRIME);

/** Ends it: never 0, which stands for an empty place in tables. */
export function ended(h: number): number {
  const once = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 12)) >>> 0 || 1;
}

/** The number of a part of a text. */
export function idOf(text: string, from = 0, to = text.length): number {
  let h = begun();
  for (let i = from; i < to; i++) h = added(h, text.charCodeAt(i));
  return ended(h);
}

/** The numbers of a text's parts of at least and at most so many letters. */
export function eachPart(text: string, least: number, most: number, found: (id: number) => void): void {
  for (let from = 0; from + least <= text.length; from++) {
    const end = Math.min(text.length, from + most);
    let h = begun();
    for (let i = from; i < end; i++) {
      h = added(h, text.charCodeAt(i));
      if (i - from + 1 >= least) found(ended(h));
    }
  }
}

/**
 * The number of some numbers of a sort, in this order; signed, because V8 puts half of the others
 * into boxes.
 */
export function mixed(sort: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(BASIS ^ sort, PRIME);
  h = Math.imul(h ^ a, 0x85ebca6b);
  h = Math.imul((h ^ (h >>> 13)) + b, 0xc2b2ae35);
  h = Math.imul((h ^ (h >>> 16)) + c, 0x27d4eb2f);
  return ended(h) | 0;
}
