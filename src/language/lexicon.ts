/**
 * What the content knows of words: which mean roughly the same, and each Norwegian
 * word's Swedish twin. Compiled to tables of numbers, because a lookup reads it at
 * every start and has no time for thousands of strings.
 */
import { pack, unpack } from './columns.ts';
import { added, begun, ended, idOf } from './hash.ts';
import { fold } from './text.ts';

/** Three tables, each found by a word's number: its groups, the groups of its beginning, its twin. */
export interface WordTable {
  /** The groups' names, by number. */
  readonly names: readonly string[];
  readonly words: Table;
  readonly beginnings: Table;
  readonly twins: Table;
  /** How many groups, then which; `words` and `beginnings` point here. */
  readonly lists: Uint8Array;
}

/** Open addressing: a key and a value in each slot, 0 for none; a power of two long. */
interface Table {
  readonly keys: Uint32Array;
  readonly values: Uint32Array;
}

export interface Lexicon {
  /** The groups that a folded word belongs to. */
  readonly groupsOf: (word: string) => readonly number[];
  /** The number of a group, or -1. */
  readonly group: (name: string) => number;
  /** A word's number, the same for both languages' spelling of it. */
  readonly idOf: (word: string) => number;
}

const SHORTEST_BEGINNING = 2;

/** Compiles the words of the content. A `*` at the end stands for any ending. */
export function wordTable(
  groups: Readonly<Record<string, readonly string[]>>,
  twins: Readonly<Record<string, string>>,
): WordTable {
  const words = new Map<number, Set<number>>();
  const beginnings = new Map<number, Set<number>>();
  Object.values(groups).forEach((members, group) => {
    for (const member of members) {
      const open = member.endsWith('*');
      const id = idOf(fold(open ? member.slice(0, -1) : member));
      const map = open ? beginnings : words;
      map.set(id, (map.get(id) ?? new Set()).add(group));
    }
  });
  const lists: number[] = [0];
  const placeOf = (some: ReadonlySet<number>) => lists.push(some.size, ...some) - some.size - 1;
  const placed = (map: ReadonlyMap<number, ReadonlySet<number>>) =>
    tableOf(new Map([...map].map(([id, some]) => [id, placeOf(some)])));
  return {
    names: Object.keys(groups),
    words: placed(words),
    beginnings: placed(beginnings),
    twins: tableOf(
      new Map(Object.entries(twins).map(([word, twin]) => [idOf(fold(word)), idOf(fold(twin))])),
    ),
    lists: Uint8Array.from(lists),
  };
}

function tableOf(entries: ReadonlyMap<number, number>): Table {
  let slots = 2;
  while (slots < entries.size * 1.5) slots *= 2;
  const keys = new Uint32Array(slots);
  const values = new Uint32Array(slots);
  for (const [key, value] of entries) {
    let slot = key & (slots - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (slots - 1);
    keys[slot] = key;
    values[slot] = value;
  }
  return { keys, values };
}

/** The value of a key, or 0. */
function valueIn({ keys, values }: Table, key: number): number {
  const mask = keys.length - 1;
  for (let slot = key & mask; ; slot = (slot + 1) & mask) {
    if (keys[slot] === key) return values[slot] as number;
    if (keys[slot] === 0) return 0;
  }
}

/** A word table as bytes. */
export function encodeWords({ names, words, beginnings, twins, lists }: WordTable): Uint8Array {
  const columns = [
    words.keys,
    words.values,
    beginnings.keys,
    beginnings.values,
    twins.keys,
    twins.values,
    lists,
  ];
  return pack({ names, sizes: columns.map(({ length }) => length) }, columns);
}

/** Reads what {@link encodeWords} wrote. */
export function decodeWords(bytes: Uint8Array): WordTable {
  const { header, next } = unpack<{ names: string[]; sizes: number[] }>(bytes);
  const table = (i: number): Table => ({
    keys: next(Uint32Array, header.sizes[i] ?? 0),
    values: next(Uint32Array, header.sizes[i + 1] ?? 0),
  });
  return {
    names: header.names,
    words: table(0),
    beginnings: table(2),
    twins: table(4),
    lists: next(Uint8Array, header.sizes[6] ?? 0),
  };
}

/** A lexicon over a compiled table; remembers what it has looked up. */
export function lexiconOf({ names, words, beginnings, twins, lists }: WordTable): Lexicon {
  const known = new Map<string, readonly number[]>();
  const collect = (found: number[], place: number) => {
    const end = place + (lists[place] as number);
    for (let i = place + 1; i <= end; i++) {
      const group = lists[i] as number;
      if (!found.includes(group)) found.push(group);
    }
  };
  return {
    groupsOf(word) {
      const before = known.get(word);
      if (before) return before;
      const found: number[] = [];
      let h = begun();
      for (let i = 0; i < word.length; i++) {
        h = added(h, word.charCodeAt(i));
        if (i + 1 >= SHORTEST_BEGINNING) collect(found, valueIn(beginnings, ended(h)));
      }
      collect(found, valueIn(words, ended(h)));
      if (known.size < 10_000) known.set(word, found);
      return found;
    },
    group: (name) => names.indexOf(name),
    idOf: (word) => {
      const id = idOf(word);
      return valueIn(twins, id) || id;
    },
  };
}
