/** What is said at the end: what went well, what to work on, one phrase to learn. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { debrief } from '../../src/flow/debrief.ts';
import { advance, type Input, start, view } from '../../src/flow/session.ts';
import { LANGS } from '../../src/playbook/types.ts';
import { COURSES, playWell, SCENARIOS, wander } from './courses.ts';
import { courseMade, type Short } from './made.ts';

const SHORT: Short = {
  steps: { hear: ['hear'], empathize: ['empathize'], respond: ['respond'], thank: ['thank'] },
  threats: {
    manager: { acknowledge: ['restate'], answer: ['ask'] },
    physical: { limit: ['boundary'], safety: ['respond'] },
  },
  temperature: 6,
};
const INPUTS: Readonly<Record<string, Input>> = {
  good: { choose: 'good' },
  bad: { choose: 'bad' },
  idle: { choose: 'idle' },
  skip: { skip: true },
  manager: { threat: 'manager' },
  physical: { threat: 'physical' },
};

function debriefAfter(short: Short, words: string) {
  const inputs = words === '' ? [] : words.split(' ').map((one) => INPUTS[one] as Input);
  return debrief(inputs.reduce(advance, start(courseMade(short), 'nb', 1)));
}

const WELL = 'good good good good';

describe('what went well: the steps that were right at the first try', () => {
  test.each([
    ['all of them', WELL, ['hear nb', 'empathize nb', 'respond nb', 'thank nb']],
    ['not the one that took two', 'good idle good good good', ['hear nb', 'respond nb', 'thank nb']],
    ['not the one that was skipped', 'skip good', ['empathize nb']],
    [
      'a step that a threat interrupted before it was tried',
      'manager good good good',
      ['acknowledge nb', 'answer nb', 'hear nb'],
    ],
    [
      'not one that a threat interrupted after it failed',
      'idle manager good good good',
      ['acknowledge nb', 'answer nb'],
    ],
    ['none where nothing was played', '', []],
  ])('%s', (_told, words, good) => {
    expect(debriefAfter(SHORT, words).good).toEqual(good);
  });
});

describe('what to work on: the most heating first, at most three', () => {
  test.each([
    ['nothing after a run without slips', WELL, []],
    ['a fault, as often as it came', 'bad good bad good', [[{ fault: 'blame' }, 2]]],
    ['a step that was skipped', 'skip', [[{ turn: 'skipped' }, 1]]],
    ['an answer that did nothing', 'idle', [[{ turn: 'silent' }, 1]]],
    [
      'the most heating first',
      'idle idle skip bad',
      [
        [{ fault: 'blame' }, 1],
        [{ turn: 'skipped' }, 1],
        [{ turn: 'silent' }, 2],
      ],
    ],
    [
      'what heats alike by how often it came',
      'idle skip',
      [
        [{ turn: 'skipped' }, 1],
        [{ turn: 'silent' }, 1],
      ],
    ],
    ['not that somebody threatened', 'manager good good', []],
  ])('%s', (_told, words, work) => {
    expect(debriefAfter(SHORT, words).work.map(({ weakness, times }) => [weakness, times])).toEqual(work);
  });
});

describe('how it ended', () => {
  test.each([
    ['calm', WELL, 'calm', true],
    ['unresolved', 'skip good good good', 'unresolved', false],
    ['lost', 'bad bad', 'lost', false],
    ['safe', 'physical good good', 'safe', true],
    ['safe, with something missed', 'physical skip good', 'safe', false],
    ['not yet', 'good', null, false],
  ])('%s', (_told, words, end, won) => {
    const { end: ended, won: was } = debriefAfter(SHORT, words);
    expect([ended, was]).toEqual([end, won]);
  });

  test.each([
    ['calm, with a step that was skipped', 'skip good good good', true],
    ['hot, with a step that was skipped', 'skip idle idle good good', false],
    ['calm, with every step', WELL, false],
  ])('%s', (_told, words, missed) => {
    expect(debriefAfter(SHORT, words).missed).toBe(missed);
  });
});

describe('the phrase to learn', () => {
  test.each([
    ['of the step that went worst', 'idle good bad good', 'empathize nb', 'good empathize nb'],
    ['of the first of two that went alike', 'idle good idle good', 'hear nb', 'good hear nb'],
    ['of the last step where none went wrong', WELL, 'thank nb', 'good thank nb'],
  ])('%s', (_told, words, name, text) => {
    const { learn } = debriefAfter(SHORT, words);
    expect([learn?.name, learn?.phrase.text]).toEqual([name, text]);
  });
  test('none where nothing was played', () => {
    expect(debriefAfter(SHORT, '').learn).toBe(null);
  });
});

test('the course of the temperature begins at the start and has a point for each turn outside a stop', () => {
  expect(debriefAfter(SHORT, 'good physical good good').course.map(({ name }) => name)).toEqual([
    '',
    'hear nb',
    'empathize nb',
  ]);
  expect(debriefAfter(SHORT, 'bad good manager').course).toEqual([
    { name: '', temperature: 6 },
    { name: 'hear nb', temperature: 8 },
    { name: 'hear nb', temperature: 7 },
    { name: 'empathize nb', temperature: 7 },
  ]);
});

describe('of every shipped conversation', () => {
  test.each(COURSES)('$name', ({ course }) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGS),
        fc.nat(0xffffffff),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 25 }),
        (lang, seed, picks) => {
          const session = wander(start(course, lang, seed), picks);
          const said = debrief(session);
          expect(said.work.length).toBeLessThanOrEqual(3);
          const counted = session.turns.filter((turn) => !turn.node.stop);
          expect(said.course.length).toBe(counted.length + 1);
          expect(said.end).toBe(view(session).end);
          expect(new Set(said.good).size).toBe(said.good.length);
          // Ready to be said: no slot is left, nothing is empty.
          expect(said.learn?.phrase.text).toMatch(/^[^{}]{8,}$/u);
        },
      ),
      { numRuns: 30 },
    );
  });
  test.each(SCENARIOS)('$name, played well: every step went well, nothing to work on', ({ course }) => {
    const session = playWell(start(course, 'sv', 1));
    const { won, good, work } = debrief(session);
    expect([won, good.length, work]).toEqual([true, session.turns.length, []]);
  });
});
