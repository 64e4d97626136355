/** What is said at the end: what went well, what to work on, one phrase to learn. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { debrief } from '../../src/flow/debrief.ts';
import { advance, type Input, sayAgain, start, view } from '../../src/flow/session.ts';
import { faultNames, LANGS, moveNames } from '../../src/playbook/types.ts';
import { COURSES, playWell, SCENARIOS, wander } from './courses.ts';
import { courseMade, eventOf, type Short } from './made.ts';

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

describe('the best and the worst of their own words', () => {
  /** Own words by their number, with what was heard in them; or something else that was done. */
  const inputsOf = (words: string) =>
    words.split(' ').map((one, i): Input => {
      const done = INPUTS[one];
      if (done) return done;
      const event = eventOf(one);
      if (event.type !== 'answer') throw new Error(`no answer: ${one}`);
      return { say: `${i + 1}`, moves: moveNames(event.moves), faults: faultNames(event.faults) };
    });
  const playedOwn = (words: string, short: Short = SHORT) =>
    inputsOf(words).reduce(advance, start(courseMade(short), 'nb', 1));

  test.each<[string, string, string | null, string | null]>([
    ['none where all was chosen', WELL, null, null],
    ['none of choices that heated', 'bad good', null, null],
    ['right alone', 'hear', '1', null],
    ['wrong alone', '!blame', null, '1'],
    ['neither good nor bad', '-', null, null],
    ['what cooled most', 'hear empathize respond', '2', null],
    ['what heated most', '!but !blame', null, '2'],
    ['the first of two that cooled alike', 'good empathize respond', '2', null],
    ['the first of two that heated alike', '!blame hear !policy', '2', '1'],
    ['too soon is as bad as a fault', 'respond hear', '2', '1'],
    ['a right move with a fault is not the best', 'hear!blame hear', '2', '1'],
    ['a loop that heats', 'good hear hear', null, '3'],
    ['not what was skipped', 'skip', null, null],
    ['in a threat too', 'manager restate ask', '2', null],
    ['both beside choices', 'good !but good good thank', '5', '2'],
  ])('%s', (_told, words, best, worst) => {
    const said = debrief(playedOwn(words));
    expect([said.best, said.worst]).toEqual([best, worst]);
  });

  test('the first try is quoted, not the second', () => {
    const { best, worst } = debrief(sayAgain(playedOwn('!blame'), 'mye bedre'));
    expect([best, worst]).toEqual([null, '1']);
  });

  test('right where nothing is left to cool is still the best', () => {
    expect(debrief(playedOwn('hear', { ...SHORT, temperature: 0 })).best).toBe('1');
  });

  test('what to work on counts own words like choices', () => {
    const work = (words: string) => debrief(playedOwn(words)).work;
    expect(work('!blame hear -')).toEqual(work('bad good idle'));
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
