/** A finding is known again when its line has moved, and told apart from its like. */
import { expect, test } from 'vitest';
import { fingerprints } from '../../src/check/fingerprint.ts';
import { checked, LOST_LINE, only, passingOver } from '../support/checked.ts';

const one = { file: 'a.yaml', rule: 'dead-end', sourceLine: '  hear:' };
const print = (change: Partial<typeof one> = {}) => fingerprints([{ ...one, ...change }])[0];

test.each([['its line is indented otherwise', { sourceLine: '      hear:' }]])(
  'it stays where %s',
  (_, change) => {
    expect(print(change)).toBe(print());
  },
);

test('a path is the same with either slash', () => {
  expect(print({ file: 'a\\b.yaml' })).toBe(print({ file: 'a/b.yaml' }));
});

test.each([
  ['in another file', { file: 'b.yaml' }],
  ['of another rule', { rule: 'endless-cycle' }],
  ['of other words', { sourceLine: '  listen:' }],
])('it is another %s', (_, change) => {
  expect(print(change)).not.toBe(print());
});

test('parts that run together do not make the same', () => {
  expect(print({ file: 'a', rule: 'b-c' })).not.toBe(print({ file: 'a-b', rule: 'c' }));
});

test('findings that are alike are told apart, in their order', () => {
  const [first, second, third] = fingerprints([one, one, one]);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(fingerprints([one, one])).toEqual([first, second]);
});

test('it is short, and of letters and digits alone', () => {
  expect(print()).toMatch(/^[0-9a-f]{32}$/);
});

test('it survives lines that are moved, in a real file', async () => {
  const prints = async (text: string) => {
    const found = await checked({ 'a.yaml': text }, only('unreachable-step'));
    return found.map(({ line, fingerprint }) => ({ line, fingerprint }));
  };
  const before = await prints(passingOver('mine', ['lost', 'gone']));
  const after = await prints(`# One line\n# and another.\n\n${passingOver('mine', ['lost', 'gone'])}`);
  expect(before.map(({ line }) => line)).toEqual([LOST_LINE, LOST_LINE + 12]);
  expect(after).toEqual(before.map(({ line, fingerprint }) => ({ line: line + 3, fingerprint })));
  // The one that is mended takes nothing from the one that stays.
  expect(await prints(passingOver('mine', ['gone']))).toEqual([
    { line: LOST_LINE, fingerprint: before[1]?.fingerprint },
  ]);
});
