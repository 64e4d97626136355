/**
 * What the model sees of a sentence: its words, their neighbours, pieces of words
 * (for endings, compounds and typos), the groups of the content's lexicon, and a
 * little of the sentences beside it. Each feature is a number and has a place, so
 * that a label can show the words that caused it.
 */
import type { Lexicon } from './lexicon.ts';
import type { Sentence } from './text.ts';

/** Features of one sentence: parallel columns. */
export interface Features {
  readonly ids: Uint32Array;
  /** Of length one together. */
  readonly values: Float32Array;
  /** The tokens that each feature covers, both inclusive; -1 for the sentence beside it. */
  readonly from: Int16Array;
  readonly to: Int16Array;
}

/** How much each sort of feature weighs before the model has learned; found by cross-validation. */
const WEIGHT = {
  word: 1,
  triple: 0.7,
  apart: 0.7,
  farApart: 0.5,
  piece: 0.35,
  group: 1.2,
  groupPair: 0.3,
  beside: 0.4,
} as const;

const PIECES = [3, 4, 5];

/** A 32-bit hash of a feature's name, well mixed. */
export function hash(name: string): number {
  let h = 2166136261;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 16777619);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 12)) >>> 0;
}

/** The features of the sentence at a place among its neighbours. */
export function featuresOf(sentences: readonly Sentence[], at: number, lexicon: Lexicon): Features {
  const { tokens } = sentences[at] as Sentence;
  const found = new Map<number, { value: number; from: number; to: number }>();
  const add = (name: string, weight: number, from: number, to: number) => {
    const id = hash(name);
    const before = found.get(id);
    if (before) before.value += weight;
    else found.set(id, { value: weight, from, to });
  };
  const words = tokens.map(({ word }) => lexicon.twinOf(word));
  const groups = tokens.map(({ word }) => lexicon.groupsOf(word));

  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const one = words[i - 1] ?? '^';
    const two = words[i - 2] ?? '^';
    add(`u${word}`, WEIGHT.word, i, i);
    add(`b${one} ${word}`, WEIGHT.word, Math.max(0, i - 1), i);
    add(`t${two} ${one} ${word}`, WEIGHT.triple, Math.max(0, i - 2), i);
    if (i > 1) add(`s${two} ${word}`, WEIGHT.apart, i - 2, i);
    if (i > 2) add(`S${words[i - 3]} ${word}`, WEIGHT.farApart, i - 3, i);
    addPieces(word, i, add);
    addGroups(words, groups, i, add);
  }
  add(`$${words.at(-1) ?? ''}`, WEIGHT.word, words.length - 1, words.length - 1);
  addGroupPairs(groups, add);
  addBeside(sentences[at - 1], sentences[at + 1], words[0] ?? '', lexicon, add);
  return columns(found);
}

type Add = (name: string, weight: number, from: number, to: number) => void;

function addPieces(word: string, i: number, add: Add): void {
  if (word.length < 4 || !/\p{L}/u.test(word)) return;
  const whole = `<${word.slice(0, 40)}>`;
  for (const length of PIECES) {
    for (let j = 0; j + length <= whole.length; j++)
      add(`c${whole.slice(j, j + length)}`, WEIGHT.piece, i, i);
  }
}

/** A word's groups, alone and with the words and groups around them. */
function addGroups(
  words: readonly string[],
  groups: readonly (readonly number[])[],
  i: number,
  add: Add,
): void {
  for (const group of groups[i] ?? []) {
    add(`L${group}`, WEIGHT.group, i, i);
    add(`M${words[i - 1] ?? '^'} ${group}`, WEIGHT.group, Math.max(0, i - 1), i);
    for (const before of groups[i - 1] ?? []) add(`M#${before} ${group}`, WEIGHT.group, i - 1, i);
    for (const before of groups[i - 2] ?? []) add(`O${before} ${group}`, WEIGHT.group * 0.8, i - 2, i);
    for (const before of groups[i - 3] ?? []) add(`P${before} ${group}`, WEIGHT.group * 0.6, i - 3, i);
    const next = words[i + 1];
    if (next !== undefined) add(`N${group} ${next}`, WEIGHT.group, i, i + 1);
  }
}

/** Two groups anywhere in a sentence. */
function addGroupPairs(groups: readonly (readonly number[])[], add: Add): void {
  const first = new Map<number, number>();
  groups.forEach((some, i) => {
    for (const group of some) if (!first.has(group)) first.set(group, i);
  });
  const all = [...first].sort(([a], [b]) => a - b);
  for (let a = 0; a < all.length; a++) {
    for (let b = a + 1; b < all.length; b++) {
      const [one, oneAt] = all[a] as [number, number];
      const [two, twoAt] = all[b] as [number, number];
      const from = Math.min(oneAt, twoAt);
      add(`Q${one} ${two}`, WEIGHT.groupPair, from, Math.max(oneAt, twoAt));
    }
  }
}

/** What was said before and what comes after: "Men …" takes back what the sentence before it gave. */
function addBeside(
  before: Sentence | undefined,
  after: Sentence | undefined,
  first: string,
  lexicon: Lexicon,
  add: Add,
): void {
  const groupsIn = (sentence: Sentence) =>
    new Set(sentence.tokens.flatMap(({ word }) => lexicon.groupsOf(word)));
  if (before) {
    add('Y!', WEIGHT.beside, -1, -1);
    add(`YF${first}`, WEIGHT.beside, 0, 0);
    for (const group of groupsIn(before)) {
      add(`Y${group}`, WEIGHT.beside, -1, -1);
      add(`X${first} ${group}`, WEIGHT.beside, 0, 0);
    }
  }
  if (after) for (const group of groupsIn(after)) add(`Z${group}`, WEIGHT.beside / 2, -1, -1);
}

function columns(found: ReadonlyMap<number, { value: number; from: number; to: number }>): Features {
  const ids = new Uint32Array(found.size);
  const values = new Float32Array(found.size);
  const from = new Int16Array(found.size);
  const to = new Int16Array(found.size);
  let i = 0;
  let sum = 0;
  for (const [id, one] of found) {
    ids[i] = id;
    // A word said twice says a little more than once, not twice as much.
    values[i] = Math.sqrt(one.value);
    from[i] = one.from;
    to[i] = one.to;
    sum += one.value;
    i++;
  }
  const length = Math.sqrt(sum) || 1;
  for (let j = 0; j < values.length; j++) values[j] = (values[j] as number) / length;
  return { ids, values, from, to };
}
