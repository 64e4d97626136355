/** Words that betray a label, as an author wrote them: plain words, with `*` for up to three of any. */
import { sentencesOf, type Token } from './text.ts';

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

const isWord = (word: string) => /[\p{L}\p{N}]/u.test(word);

/** The first place where a signal stands in a sentence, as token positions, both inclusive; or null. */
export function findSignal(tokens: readonly Token[], signal: Signal): { from: number; to: number } | null {
  const words = [...tokens.keys()].filter((i) => isWord(tokens[i]?.word ?? ''));
  const word = (at: number) => tokens[words[at] as number]?.word;
  /** Where a match that has come so far ends; every step moves on, with at most four tries at a gap. */
  const end = (at: number, part: number): number => {
    if (part === signal.length) return at - 1;
    if (signal[part] !== ANY) {
      return at < words.length && word(at) === signal[part] ? end(at + 1, part + 1) : -1;
    }
    for (let skip = 0; skip <= GAP && at + skip <= words.length; skip++) {
      const ended = end(at + skip, part + 1);
      if (ended >= 0) return ended;
    }
    return -1;
  };
  if (!signal.some((part) => part !== ANY)) return null;
  for (let at = 0; at < words.length; at++) {
    const last = end(at, 0);
    if (last >= at) return { from: words[at] as number, to: words[last] as number };
  }
  return null;
}

/** All signals of some entries, by their first word, so that a sentence is compared with few of them. */
export interface SignalIndex<T> {
  find(tokens: readonly Token[]): { value: T; from: number; to: number }[];
}

/** Puts signals where they are found quickly. */
export function signalIndex<T>(
  signals: readonly { readonly signal: Signal; readonly value: T }[],
): SignalIndex<T> {
  const byFirst = new Map<string, { signal: Signal; value: T }[]>();
  for (const one of signals) {
    const first = one.signal.find((part) => part !== ANY);
    if (first === undefined) continue;
    const list = byFirst.get(first);
    if (list) list.push(one);
    else byFirst.set(first, [one]);
  }
  return {
    find(tokens) {
      const seen = new Set(tokens.map(({ word }) => word));
      return [...seen].flatMap((word) =>
        (byFirst.get(word) ?? []).flatMap(({ signal, value }) => {
          const found = findSignal(tokens, signal);
          return found ? [{ value, ...found }] : [];
        }),
      );
    },
  };
}
