/** What was counted, in shares and as reports. */
import { describe, expect, test } from 'vitest';
import { AUTHOR } from '../../src/locales/catalogue.ts';
import { TONGUES } from '../../src/locales/texts.ts';
import { type Fared, TEMPERS } from '../../src/script/agents.ts';
import { type Faring, faringOf, type Tried, tried } from '../../src/script/faring.ts';
import { randomJson } from '../../src/script/report/random-json.ts';
import { percent, randomPretty } from '../../src/script/report/random-pretty.ts';
import { bareStyle } from '../../src/term/bare-style.ts';
import { SCENARIOS, scenarioCourse } from '../flow/courses.ts';

const counted = (some: Partial<Fared>): Fared => ({
  runs: 10,
  won: 10,
  turns: 40,
  degrees: [10],
  failed: new Map(),
  ...some,
});
const of = (scenario: string, ...by: Fared[]): Tried => ({ scenario, by });

describe('the median of how hot they end', () => {
  test.each([
    [[10], 0],
    [[0, 0, 10], 2],
    [[5, 5], 0],
    [[4, 6], 1],
    [[4, 0, 6], 2],
    [[0, 1, 3, 1, 5], 3],
  ])('of %j is %i', (degrees, median) => {
    const [kind] = faringOf([of('one', counted({ degrees }))], 10, 1).tempers;
    expect(kind?.median).toBe(median);
  });
});

test('over all scenarios the counts are added up, in each they stand alone', () => {
  const one = counted({ won: 4, degrees: [4, 0, 6], failed: new Map([['heart.hear', 6]]) });
  const two = counted({ won: 9, degrees: [10], failed: new Map([['manager.answer', 1]]) });
  const { tempers, scenarios } = faringOf([of('one', one), of('two', two)], 10, 1);
  expect(tempers[0]).toEqual({
    ...{ temper: 'kind', well: 0.65, median: 0, turns: 4 },
    fails: [
      { step: 'heart.hear', share: 0.8571 },
      { step: 'manager.answer', share: 0.1429 },
    ],
  });
  expect(scenarios.map(({ scenario, tempers: [kind] }) => [scenario, kind?.well, kind?.median])).toEqual([
    ['one', 0.4, 2],
    ['two', 0.9, 0],
  ]);
});

test('steps that fail alike stand in the order of the alphabet', () => {
  const failed = new Map([
    ['b.x', 1],
    ['a.y', 1],
    ['c.z', 2],
  ]);
  const [kind] = faringOf([of('one', counted({ won: 6, failed }))], 10, 1).tempers;
  expect(kind?.fails.map(({ step }) => step)).toEqual(['c.z', 'a.y', 'b.x']);
});

test('a step is named with its playbook, that of a threat with the threat', () => {
  const { by } = tried(scenarioCourse('late-parcel'), 200, 1);
  const steps = new Set(by.flatMap(({ failed }) => [...failed.keys()]));
  expect([...steps].filter((step) => !/^(heart|public)\./.test(step))).toEqual([]);
  expect(steps).toContain('heart.hear');
});

describe('shares in per cent', () => {
  test.each([
    [0, '0 %'],
    [0.0001, '<1 %'],
    [0.004, '<1 %'],
    [0.006, '1 %'],
    [0.5, '50 %'],
    [0.9949, '99 %'],
    [0.9999, '>99 %'],
    [1, '100 %'],
  ])('%d is %s', (share, told) => {
    expect(percent(share)).toBe(told);
  });
});

const shipped: Faring = faringOf(
  SCENARIOS.map(({ course }) => tried(course, 50, 1)),
  50,
  1,
);

describe.each(TONGUES)('the table in %s', (tongue) => {
  const style = bareStyle({ width: 40, color: false, unicode: true, plain: false });
  const text = randomPretty(shipped, AUTHOR[tongue], style);

  test('is no wider than forty columns and has a row for each temper', () => {
    const lines = text.split('\n');
    expect(lines.filter((line) => line.length > 40)).toEqual([]);
    for (const temper of TEMPERS) {
      expect(lines.some((line) => line.startsWith(AUTHOR[tongue].random.temper[temper]))).toBe(true);
    }
    expect(text).not.toMatch(/undefined|NaN/);
  });

  test('tells of no failure where there is none', () => {
    const well = faringOf([of('one', ...TEMPERS.map(() => counted({})))], 10, 1);
    expect(randomPretty(well, AUTHOR[tongue], style)).not.toContain(AUTHOR[tongue].random.fails);
  });
});

test('the table as it is read', () => {
  const tempers = TEMPERS.map(() =>
    counted({ won: 4, degrees: [4, 0, 6], failed: new Map([['heart.hear', 6]]) }),
  );
  const style = bareStyle({ width: 40, color: false, unicode: true, plain: false });
  expect(randomPretty(faringOf([of('one', ...tempers)], 10, 1), AUTHOR.en, style)).toMatchInlineSnapshot(`
    "1 scenario, 10 × by each kind of agent
    (--seed 1).

                  ends well  degrees
    kind               40 %        2
    hasty              40 %        2
    rule-quoting       40 %        2
    silent             40 %        2
    ordinary           40 %        2

    Ends well: the customer is calm, or
    everybody is safe. Degrees: how heated
    the customer is at the end (median).

    Where it fails most, of all that does
    not end well:
    kind
      heart.hear  100 %
    hasty
      heart.hear  100 %
    rule-quoting
      heart.hear  100 %
    silent
      heart.hear  100 %
    ordinary
      heart.hear  100 %"
  `);
});

test('the same as JSON', () => {
  const read = JSON.parse(randomJson(shipped)) as Record<string, unknown>;
  expect(Object.keys(read)).toEqual(['schemaVersion', 'runs', 'seed', 'tempers', 'scenarios']);
  expect(read).toEqual({ schemaVersion: 1, ...shipped });
});
