/**
 * What the model sees of a sentence: its words, their neighbours, pieces of words
 * (for endings, compounds and typos), the groups of the content's lexicon, and a
 * little of the sentences beside it. Each feature is a number and has a place, so
 * that a label can show the words that caused it.
 */
import { Bag, type Features } from './bag.ts';
import { eachPart, idOf, mixed } from './hash.ts';
import type { Lexicon } from './lexicon.ts';
import { isCased, type Sentence } from './text.ts';

/** Sorts of features. */
const WORD = 1;
const PAIR = 2;
const TRIPLE = 3;
const APART = 4;
const FAR_APART = 5;
const PIECE = 6;
const LAST = 7;
const GROUP = 8;
const WORD_GROUP = 9;
const GROUP_GROUP = 10;
const GROUP_APART = 11;
const GROUP_FAR_APART = 12;
const GROUP_WORD = 13;
const GROUPS = 14;
const AFTER = 15;
const FIRST_AFTER = 16;
const AFTER_GROUP = 17;
const FIRST_AFTER_GROUP = 18;
const BEFORE_GROUP = 19;

/** How much each sort weighs before the model has learned; found by cross-validation. */
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

const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;
/** Before the first word. */
const START = idOf('^');

const bag = new Bag();

/** The features of the sentence at a place among its neighbours. */
export function featuresOf(sentences: readonly Sentence[], at: number, lexicon: Lexicon): Features {
  const { tokens } = sentences[at] as Sentence;
  const words = tokens.map(({ word }) => lexicon.idOf(word));
  const groups = tokens.map(({ word }) => lexicon.groupsOf(word));
  const wordAt = (i: number) => (i < 0 ? START : (words[i] as number));

  for (let i = 0; i < words.length; i++) {
    const [word, one, two] = [wordAt(i), wordAt(i - 1), wordAt(i - 2)];
    bag.add(mixed(WORD, word), WEIGHT.word, i, i);
    bag.add(mixed(PAIR, one, word), WEIGHT.word, Math.max(0, i - 1), i);
    bag.add(mixed(TRIPLE, two, one, word), WEIGHT.triple, Math.max(0, i - 2), i);
    if (i > 1) bag.add(mixed(APART, two, word), WEIGHT.apart, i - 2, i);
    if (i > 2) bag.add(mixed(FAR_APART, wordAt(i - 3), word), WEIGHT.farApart, i - 3, i);
    addPieces(tokens[i]?.word ?? '', i);
    addGroups(words, groups, i);
  }
  bag.add(mixed(LAST, wordAt(words.length - 1)), WEIGHT.word, words.length - 1, words.length - 1);
  addGroupPairs(groups);
  addBeside(sentences[at - 1], sentences[at + 1], wordAt(0), lexicon);
  return bag.take();
}

/** Pieces of a word, its edges marked: endings, parts of compounds, what a typo left whole. */
function addPieces(word: string, i: number): void {
  if (word.length < 4 || !isCased(word)) return;
  const whole = `<${word.slice(0, 40)}>`;
  eachPart(whole, SHORTEST_PIECE, LONGEST_PIECE, (id) => bag.add(mixed(PIECE, id), WEIGHT.piece, i, i));
}

/** A word's groups, alone and with the words and groups around them. */
function addGroups(words: readonly number[], groups: readonly (readonly number[])[], i: number): void {
  for (const group of groups[i] ?? []) {
    bag.add(mixed(GROUP, group), WEIGHT.group, i, i);
    bag.add(mixed(WORD_GROUP, words[i - 1] ?? START, group), WEIGHT.group, Math.max(0, i - 1), i);
    for (const before of groups[i - 1] ?? []) {
      bag.add(mixed(GROUP_GROUP, before, group), WEIGHT.group, i - 1, i);
    }
    for (const before of groups[i - 2] ?? []) {
      bag.add(mixed(GROUP_APART, before, group), WEIGHT.group * 0.8, i - 2, i);
    }
    for (const before of groups[i - 3] ?? []) {
      bag.add(mixed(GROUP_FAR_APART, before, group), WEIGHT.group * 0.6, i - 3, i);
    }
    const next = words[i + 1];
    if (next !== undefined) bag.add(mixed(GROUP_WORD, group, next), WEIGHT.group, i, i + 1);
  }
}

/** Two groups anywhere in a sentence. */
function addGroupPairs(groups: readonly (readonly number[])[]): void {
  const first = new Map<number, number>();
  groups.forEach((some, i) => {
    for (const group of some) if (!first.has(group)) first.set(group, i);
  });
  const all = [...first].sort(([a], [b]) => a - b);
  for (let a = 0; a < all.length; a++) {
    for (let b = a + 1; b < all.length; b++) {
      const [one, oneAt] = all[a] as [number, number];
      const [two, twoAt] = all[b] as [number, number];
      bag.add(mixed(GROUPS, one, two), WEIGHT.groupPair, Math.min(oneAt, twoAt), Math.max(oneAt, twoAt));
    }
  }
}

/** What was said before and what comes after: "Men …" takes back what the sentence before it gave. */
function addBeside(
  before: Sentence | undefined,
  after: Sentence | undefined,
  first: number,
  lexicon: Lexicon,
): void {
  const groupsIn = (sentence: Sentence) =>
    new Set(sentence.tokens.flatMap(({ word }) => lexicon.groupsOf(word)));
  if (before) {
    bag.add(mixed(AFTER, 0), WEIGHT.beside, -1, -1);
    bag.add(mixed(FIRST_AFTER, first), WEIGHT.beside, 0, 0);
    for (const group of groupsIn(before)) {
      bag.add(mixed(AFTER_GROUP, group), WEIGHT.beside, -1, -1);
      bag.add(mixed(FIRST_AFTER_GROUP, first, group), WEIGHT.beside, 0, 0);
    }
  }
  if (!after) return;
  for (const group of groupsIn(after)) bag.add(mixed(BEFORE_GROUP, group), WEIGHT.beside / 2, -1, -1);
}
