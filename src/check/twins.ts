/**
 * Texts that say nearly the same: of their pairs of neighbouring words, most are shared. Only texts
 * that share one of their rare pairs are compared, which finds the same ones as comparing all with all.
 */
import { fold, lettersOf } from '../language/text.ts';

/** From this share of common pairs on (Dice's coefficient) two texts are twins. */
const ALIKE = 0.7;

/** Two places in a list of texts. */
export interface Twin {
  readonly text: number;
  /** The first before it that says nearly the same. */
  readonly of: number;
}

export function twinsAmong(texts: readonly string[]): Twin[] {
  if (texts.length < 2) return [];
  const { pairsOf, count } = counted(texts);
  const byRarity = (a: number, b: number) => (count[a] as number) - (count[b] as number) || a - b;
  const twins: Twin[] = [];
  const having: number[][] = count.map(() => []);
  pairsOf.forEach((pairs, text) => {
    const telling = [...pairs].sort(byRarity).slice(0, howManyTell(pairs.size));
    let of = Number.POSITIVE_INFINITY;
    for (const pair of telling) {
      for (const other of having[pair] as number[]) {
        if (other < of && likeness(pairs, pairsOf[other] as Set<number>) >= ALIKE) of = other;
      }
    }
    // What is like a twin is like the first of them as well, or nearly so.
    if (of < text) twins.push({ text, of });
    else for (const pair of telling) having[pair]?.push(text);
  });
  return twins;
}

/** The pairs of neighbouring words of each text, as numbers, and in how many texts each is. */
function counted(texts: readonly string[]): { pairsOf: Set<number>[]; count: number[] } {
  const numbers = new Map<string, number>();
  const count: number[] = [];
  const pairsOf = texts.map((text) => {
    const words = lettersOf(text);
    const pairs = new Set<number>();
    let before = '';
    // The edges of a text are words, too; a text without words has none.
    for (let i = 0; words.length > 0 && i <= words.length; i++) {
      const word = fold(words[i] ?? '');
      const pair = `${before} ${word}`;
      before = word;
      let number = numbers.get(pair);
      if (number === undefined) {
        number = count.push(0) - 1;
        numbers.set(pair, number);
      }
      if (pairs.has(number)) continue;
      pairs.add(number);
      count[number] = (count[number] as number) + 1;
    }
    return pairs;
  });
  return { pairsOf, count };
}

/**
 * A twin has at least ALIKE / (2 − ALIKE) of a text's pairs, so it lacks few enough of them that
 * one of this many must be there, whichever they are.
 */
const howManyTell = (size: number): number => size - Math.ceil((ALIKE * size) / (2 - ALIKE)) + 1;

function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}
