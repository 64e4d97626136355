/** The words file, compiled: groups of words, by whole word or by beginning, and twins. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeWords,
  encodeWords,
  type Lexicon,
  lexiconOf,
  type WordTable,
  wordTable,
} from '../../src/language/lexicon.ts';
import { fold } from '../../src/language/text.ts';

const NAMES = ['negation', 'feeling', 'rule', 'empty'];

/** As the program has it: the table has been a file in between. */
const reopened = (table: WordTable): Lexicon => lexiconOf(decodeWords(encodeWords(table)));

const lexicon = reopened(
  wordTable(
    {
      negation: ['inte', 'ikke', 'Ej'],
      feeling: ['arg', 'led*', 'ängsl*', 'sint'],
      rule: ['regel*', 'ledning', 'policy', 'Regel*'],
      empty: [],
    },
    { ikke: 'inte', skjønner: 'förstår', Være: 'vara' },
  ),
);
const groupsOf = (word: string, of = lexicon) =>
  NAMES.filter((name) => of.groupsOf(word).includes(of.group(name)));

describe('groups', () => {
  test.each<[string, string, string[]]>([
    ['a whole word', 'inte', ['negation']],
    ['written in capitals in the file', 'ej', ['negation']],
    ['not a longer word', 'interior', []],
    ['not a shorter one', 'int', []],
    ['a beginning', 'ledsen', ['feeling']],
    ['a beginning that is all', 'led', ['feeling']],
    ['a beginning with ä, folded', 'angslig', ['feeling']],
    ['a beginning and a whole word of another group', 'ledning', ['feeling', 'rule']],
    ['in a compound the beginning counts', 'regelverket', ['rule']],
    ['a word that nobody has', 'paket', []],
    ['nothing', '', []],
    ['an emoji', '😀', []],
  ])('%s', (_told, word, groups) => {
    expect(groupsOf(word)).toEqual(groups);
    // What was looked up before is remembered, not changed.
    expect(groupsOf(word)).toEqual(groups);
  });

  test('each group once, though it says a word twice', () => {
    expect(lexicon.groupsOf('regel')).toHaveLength(1);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    '%s is a word as any other',
    (word) => {
      expect(lexicon.groupsOf(word)).toEqual([]);
      const own = reopened(wordTable({ [`${word}s`]: [word], other: [`${word}*`] }, { [word]: 'tvilling' }));
      expect(own.groupsOf(fold(word))).toHaveLength(2);
      expect(own.idOf(fold(word))).toBe(own.idOf('tvilling'));
    },
  );

  test('have numbers by name', () => {
    expect(NAMES.map((name) => lexicon.group(name))).toEqual([0, 1, 2, 3]);
    expect(lexicon.group('no-such-group')).toBe(-1);
  });
});

describe('a word and its twin have one number', () => {
  test.each([
    ['a Norwegian word and its Swedish one', 'ikke', 'inte', true],
    ['both folded', 'skjonner', 'forstar', true],
    ['written in capitals in the file', 'vare', 'vara', true],
    ['a word without one and itself', 'paket', 'paket', true],
    ['not two words', 'paket', 'pakke', false],
    ['not a word and the beginning of it', 'ikke', 'ikk', false],
    ['not a twin of another', 'ikke', 'forstar', false],
  ])('%s', (_told, one, other, same) => {
    expect(lexicon.idOf(one) === lexicon.idOf(other)).toBe(same);
  });
});

test('any words: a group has its members, its beginnings all that begins so, and nothing else', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', 'å', 'Ø'), minLength: 2, maxLength: 5 });
  const members = fc.array(fc.tuple(words, fc.boolean()), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(members, { minLength: 1, maxLength: 4 }), fc.array(words), (groups, asked) => {
      const written = groups.map((some) => some.map(([word, open]) => (open ? `${word}*` : word)));
      const made = reopened(wordTable(Object.fromEntries(written.map((some, i) => [`g${i}`, some])), {}));
      for (const one of asked.map(fold)) {
        const expected = groups.flatMap((some, i) =>
          some.some(([word, open]) => (open ? one.startsWith(fold(word)) : one === fold(word))) ? [i] : [],
        );
        expect([...made.groupsOf(one)].sort()).toEqual(expected);
      }
    }),
  );
});

test('more words than are remembered are answered all the same', () => {
  for (let i = 0; i < 20_000; i++) lexicon.groupsOf(`ord${i}`);
  expect(groupsOf('ledsna')).toEqual(['feeling']);
  expect(groupsOf('ledsna')).toEqual(['feeling']);
});

test('a word of a megabyte comes to an end', () => {
  expect(groupsOf(`led${'sn'.repeat(512 * 1024)}`)).toEqual(['feeling']);
});
