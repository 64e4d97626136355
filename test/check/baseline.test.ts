/** What was wrong when a team began is not told again; what is new is. */
import { describe, expect, test } from 'vitest';
import { readBaseline, writeBaseline } from '../../src/check/baseline.ts';
import { checked, only, passingOver } from '../support/checked.ts';

const found = (lost: readonly string[]) =>
  checked({ 'a.yaml': passingOver('mine', lost) }, only('unreachable-step'));

test('it names each finding so that a person can review it', async () => {
  const [finding] = await found(['lost']);
  expect(JSON.parse(writeBaseline(await found(['lost'])))).toEqual({
    schemaVersion: 1,
    findings: [{ file: 'a.yaml', rule: 'unreachable-step', fingerprint: finding?.fingerprint }],
  });
});

test('what is written is read: the old is known, the new is not', async () => {
  const known = readBaseline(writeBaseline(await found(['lost'])));
  const now = await found(['gone', 'lost']);
  expect(now.map(({ fingerprint }) => known?.has(fingerprint))).toEqual([false, true]);
});

test('nothing wrong makes a baseline too', () => {
  expect(readBaseline(writeBaseline([]))).toEqual(new Set());
});

test('it ends with a newline, and is the same from run to run', async () => {
  const text = writeBaseline(await found(['lost', 'gone']));
  expect(text).toMatch(/\}\n$/);
  expect(writeBaseline(await found(['lost', 'gone']))).toBe(text);
});

describe('what is no baseline is not taken for one', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another version', '{"schemaVersion":2,"findings":[]}'],
    ['without findings', '{"schemaVersion":1}'],
    ['findings that are none', '{"schemaVersion":1,"findings":{}}'],
    ['a finding that is none', '{"schemaVersion":1,"findings":[null]}'],
    ['a finding without its fingerprint', '{"schemaVersion":1,"findings":[{"file":"a.yaml"}]}'],
    ['a report', '{"schemaVersion":1,"files":1,"errors":0,"warnings":0,"known":0,"findings":[{}]}'],
  ])('%s', (_, text) => {
    expect(readBaseline(text)).toBeNull();
  });
});
