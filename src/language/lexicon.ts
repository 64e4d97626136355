/** What the content knows of words: which mean roughly the same, and each Norwegian word's Swedish twin. */
import { fold } from './text.ts';

/** The words file, compiled: group numbers by word, by beginning of a word, and twins. */
export interface WordTable {
  /** The groups' names, by number. */
  readonly names: readonly string[];
  readonly words: Readonly<Record<string, readonly number[]>>;
  readonly beginnings: Readonly<Record<string, readonly number[]>>;
  readonly twins: Readonly<Record<string, string>>;
}

export interface Lexicon {
  /** The groups that a folded word belongs to. */
  readonly groupsOf: (word: string) => readonly number[];
  /** The number of a group, or -1. */
  readonly group: (name: string) => number;
  /** The word in one spelling for both languages. */
  readonly twinOf: (word: string) => string;
}

const SHORTEST_BEGINNING = 2;

/** Compiles the words of the content. A `*` at the end stands for any ending. */
export function wordTable(
  groups: Readonly<Record<string, readonly string[]>>,
  twins: Readonly<Record<string, string>>,
): WordTable {
  const words: Record<string, number[]> = Object.create(null);
  const beginnings: Record<string, number[]> = Object.create(null);
  Object.values(groups).forEach((members, group) => {
    for (const member of members) {
      const open = member.endsWith('*');
      const table = open ? beginnings : words;
      const word = fold(open ? member.slice(0, -1) : member);
      table[word] ??= [];
      if (!table[word].includes(group)) table[word].push(group);
    }
  });
  const folded = Object.entries(twins).map(([word, twin]) => [fold(word), fold(twin)]);
  return { names: Object.keys(groups), words, beginnings, twins: Object.fromEntries(folded) };
}

/** A lexicon over a compiled table; remembers what it has looked up. */
export function lexiconOf(table: WordTable): Lexicon {
  const words = new Map(Object.entries(table.words));
  const beginnings = new Map(Object.entries(table.beginnings));
  const twins = new Map(Object.entries(table.twins));
  const known = new Map<string, readonly number[]>();
  return {
    groupsOf(word) {
      const before = known.get(word);
      if (before) return before;
      const found = new Set(words.get(word));
      for (let end = SHORTEST_BEGINNING; end <= word.length; end++) {
        for (const group of beginnings.get(word.slice(0, end)) ?? []) found.add(group);
      }
      const groups = [...found];
      if (known.size < 10_000) known.set(word, groups);
      return groups;
    },
    group: (name) => table.names.indexOf(name),
    twinOf: (word) => twins.get(word) ?? word,
  };
}
