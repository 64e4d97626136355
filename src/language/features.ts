/**
 * What the model sees of a sentence: its words, their neighbours, pieces of words
 * (for endings, compounds and typos), the groups of the content's lexicon, and a
 * little of the sentences beside it. Each feature is a number and has a place, so
 * that a label can show the words that caused it.
 */

import { lazy } from '../lazy.ts';
import { Bag, type Features, type Sink } from './bag.ts';
import type { Classifier } from './classifier.ts';
import { eachPart, idOf, mixed } from './hash.ts';
import type { Lexicon } from './lexicon.ts';
import { isCased, type Sentence, type Token } from './text.ts';

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
const START = idOf('^') | 0;

const bag = lazy(() => new Bag());

/** The features of the sentence at a place among its neighbours. */
export function featuresOf(sentences: readonly Sentence[], at: number, lexicon: Lexicon): Features {
  const look = (i: number) => sentences[i] && lookUp(sentences[i], lexicon);
  collect(look(at - 1), look(at) as Looked, look(at + 1), bag());
  return bag().take();
}

/** What a model makes of each sentence; the same features, but none is kept. */
export function scoresOf(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  { tally }: Classifier,
): readonly number[][] {
  const looked = sentences.map((sentence) => lookUp(sentence, lexicon));
  return looked.map((own, i) => {
    collect(looked[i - 1], own, looked[i + 1], tally);
    return tally.take();
  });
}

/** A sentence in numbers: its words, the groups of each, and where each group is met first. */
interface Looked {
  readonly tokens: Sentence['tokens'];
  readonly words: readonly number[];
  readonly groups: readonly (readonly number[])[];
  readonly first: ReadonlyMap<number, number>;
}

function lookUp({ tokens }: Sentence, lexicon: Lexicon): Looked {
  const words: number[] = [];
  const groups: (readonly number[])[] = [];
  const first = new Map<number, number>();
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i] as Token;
    words.push(lexicon.idOf(word) | 0);
    const some = lexicon.groupsOf(word);
    groups.push(some);
    for (const group of some) if (!first.has(group)) first.set(group, i);
  }
  return { tokens, words, groups, first };
}

function collect(before: Looked | undefined, own: Looked, after: Looked | undefined, sink: Sink): void {
  const { tokens, words, groups, first } = own;
  const wordAt = (i: number) => (i < 0 ? START : (words[i] as number));

  for (let i = 0; i < words.length; i++) {
    const [word, one, two] = [wordAt(i), wordAt(i - 1), wordAt(i - 2)];
    sink.add(mixed(WORD, word), WEIGHT.word, i, i);
    sink.add(mixed(PAIR, one, word), WEIGHT.word, Math.max(0, i - 1), i);
    sink.add(mixed(TRIPLE, two, one, word), WEIGHT.triple, Math.max(0, i - 2), i);
    if (i > 1) sink.add(mixed(APART, two, word), WEIGHT.apart, i - 2, i);
    if (i > 2) sink.add(mixed(FAR_APART, wordAt(i - 3), word), WEIGHT.farApart, i - 3, i);
    sink.addAll(piecesOf((tokens[i] as Token).word), WEIGHT.piece, i, i);
    addGroups(words, groups, i, sink);
  }
  sink.add(mixed(LAST, wordAt(words.length - 1)), WEIGHT.word, words.length - 1, words.length - 1);
  addGroupPairs(first, sink);
  addBeside(before, after, wordAt(0), sink);
}

/** The pieces of words that were met before. */
const pieces = new Map<string, Int32Array>();
const MOST_WORDS = 20_000;
const NONE = new Int32Array();

/** Pieces of a word, its edges marked: endings, parts of compounds, what a typo left whole. */
function piecesOf(word: string): Int32Array {
  if (word.length < 4) return NONE;
  const before = pieces.get(word);
  if (before) return before;
  const found: number[] = [];
  const whole = `<${word.slice(0, 40)}>`;
  if (isCased(word)) eachPart(whole, SHORTEST_PIECE, LONGEST_PIECE, (id) => found.push(mixed(PIECE, id)));
  const ids = Int32Array.from(found);
  if (pieces.size < MOST_WORDS) pieces.set(word, ids);
  return ids;
}

/** A word's groups, alone and with the words and groups around them. */
function addGroups(
  words: readonly number[],
  groups: readonly (readonly number[])[],
  i: number,
  sink: Sink,
): void {
  for (const group of groups[i] ?? []) {
    sink.add(mixed(GROUP, group), WEIGHT.group, i, i);
    sink.add(mixed(WORD_GROUP, words[i - 1] ?? START, group), WEIGHT.group, Math.max(0, i - 1), i);
    for (const before of groups[i - 1] ?? []) {
      sink.add(mixed(GROUP_GROUP, before, group), WEIGHT.group, i - 1, i);
    }
    for (const before of groups[i - 2] ?? []) {
      sink.add(mixed(GROUP_APART, before, group), WEIGHT.group * 0.8, i - 2, i);
    }
    for (const before of groups[i - 3] ?? []) {
      sink.add(mixed(GROUP_FAR_APART, before, group), WEIGHT.group * 0.6, i - 3, i);
    }
    const next = words[i + 1];
    if (next !== undefined) sink.add(mixed(GROUP_WORD, group, next), WEIGHT.group, i, i + 1);
  }
}

/** Two groups anywhere in a sentence. */
function addGroupPairs(first: ReadonlyMap<number, number>, sink: Sink): void {
  const all = [...first.keys()].sort((a, b) => a - b);
  for (let a = 0; a < all.length; a++) {
    const one = all[a] as number;
    const oneAt = first.get(one) as number;
    for (let b = a + 1; b < all.length; b++) {
      const two = all[b] as number;
      const twoAt = first.get(two) as number;
      sink.add(mixed(GROUPS, one, two), WEIGHT.groupPair, Math.min(oneAt, twoAt), Math.max(oneAt, twoAt));
    }
  }
}

/** What was said before and what comes after: "Men …" takes back what the sentence before it gave. */
function addBeside(before: Looked | undefined, after: Looked | undefined, first: number, sink: Sink): void {
  if (before) {
    sink.add(mixed(AFTER, 0), WEIGHT.beside, -1, -1);
    sink.add(mixed(FIRST_AFTER, first), WEIGHT.beside, 0, 0);
    for (const group of before.first.keys()) {
      sink.add(mixed(AFTER_GROUP, group), WEIGHT.beside, -1, -1);
      sink.add(mixed(FIRST_AFTER_GROUP, first, group), WEIGHT.beside, 0, 0);
    }
  }
  if (!after) return;
  for (const group of after.first.keys()) sink.add(mixed(BEFORE_GROUP, group), WEIGHT.beside / 2, -1, -1);
}
