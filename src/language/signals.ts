/** Words that betray a label, as an author wrote them: plain words, with `*` for up to three of any. */
import { isWord, sentencesOf, type Token } from './text.ts';

const ANY = '*';
const GAP = 3;

/** A signal in the form that sentences are compared in. */
export type Signal = readonly string[];

/** Reads a signal; one without a word is none. */
export function signalOf(written: string): Signal {
  return written.split(/\s+/).flatMap((part) => {
    if (part === ANY) return [ANY];
    return sentencesOf(part).flatMap(({ tokens }) => tokens.map(({ word }) => word).filter(isWord));
  });
}

/** A sentence as signals are compared with it: its words, and where each stands among the tokens. */
interface Words {
  readonly words: readonly string[];
  readonly places: readonly number[];
}

function wordsOf(tokens: readonly Token[]): Words {
  const words: string[] = [];
  const places: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i] as Token;
    if (!isWord(word)) continue;
    words.push(word);
    places.push(i);
  }
  return { words, places };
}

/**
 * Where a match that has come so far ends, or -1; every step moves on, with at most four tries at a gap.
 * @param vain gaps from which nothing leads to an end: with many gaps the tries would multiply
 */
function endOf(
  words: readonly string[],
  signal: Signal,
  at: number,
  part: number,
  vain: Set<number> | null,
): number {
  if (part === signal.length) return at - 1;
  if (signal[part] !== ANY) {
    return at < words.length && words[at] === signal[part]
      ? endOf(words, signal, at + 1, part + 1, vain)
      : -1;
  }
  const gap = at * signal.length + part;
  if (vain?.has(gap)) return -1;
  for (let skip = 0; skip <= GAP && at + skip <= words.length; skip++) {
    const ended = endOf(words, signal, at + skip, part + 1, vain);
    if (ended >= 0) return ended;
  }
  vain?.add(gap);
  return -1;
}

/** With fewer gaps than this, to try again costs less than to remember. */
const MANY_GAPS = 4;

/** Where a signal stands, as token positions, both inclusive. */
interface Place {
  readonly from: number;
  readonly to: number;
}

function placeIn({ words, places }: Words, signal: Signal): Place | null {
  const vain = signal.filter((part) => part === ANY).length < MANY_GAPS ? null : new Set<number>();
  for (let at = 0; at < words.length; at++) {
    const last = endOf(words, signal, at, 0, vain);
    if (last >= at) return { from: places[at] as number, to: places[last] as number };
  }
  return null;
}

/** The first place where a signal stands in a sentence; or null. */
export function findSignal(tokens: readonly Token[], signal: Signal): Place | null {
  return signal.some((part) => part !== ANY) ? placeIn(wordsOf(tokens), signal) : null;
}

/** All signals of some entries, by their longest word, which few share, so that a sentence is compared with few of them. */
export interface SignalIndex<T> {
  find(tokens: readonly Token[]): { value: T; from: number; to: number }[];
}

/** Puts signals where they are found quickly. */
export function signalIndex<T>(
  signals: readonly { readonly signal: Signal; readonly value: T }[],
): SignalIndex<T> {
  const byLongest = new Map<string, { order: number; first: string; signal: Signal; value: T }[]>();
  for (let order = 0; order < signals.length; order++) {
    const { signal, value } = signals[order] as { signal: Signal; value: T };
    const first = signal.find((part) => part !== ANY);
    if (first === undefined) continue;
    let longest = first;
    for (const part of signal) if (part.length > longest.length) longest = part;
    const one = { order, first, signal, value };
    const some = byLongest.get(longest);
    if (some) some.push(one);
    else byLongest.set(longest, [one]);
  }
  return {
    find(tokens) {
      const sentence = wordsOf(tokens);
      const met: { order: number; at: number; value: T; from: number; to: number }[] = [];
      for (const word of new Set(sentence.words)) {
        for (const { order, first, signal, value } of byLongest.get(word) ?? []) {
          const found = placeIn(sentence, signal);
          if (!found) continue;
          const at = sentence.words.indexOf(first);
          met.push({ order, at, value, from: found.from, to: found.to });
        }
      }
      // In the order of the sentence's words, and of the signals that begin with the same one.
      met.sort((a, b) => a.at - b.at || a.order - b.order);
      return met.map(({ value, from, to }) => ({ value, from, to }));
    },
  };
}
