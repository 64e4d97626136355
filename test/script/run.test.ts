/** Scripts against a small conversation made by hand: every way to pass and to fail. */
import { describe, expect, test } from 'vitest';
import { start, view } from '../../src/flow/session.ts';
import { AGENT } from '../../src/locales/catalogue.ts';
import { LANGS } from '../../src/playbook/types.ts';
import { type Failure, run } from '../../src/script/run.ts';
import { pageOf } from '../support/page.ts';
import { hearNames, made, madePlaybook, playedOn, scriptIn, scriptText } from '../support/script.ts';

const failuresOf = (...lines: readonly string[]): readonly Failure[] =>
  playedOn(made, scriptText(...lines)).failures;

/** A whole conversation with an expectation after its first turn: 5 → 4, from `hear` to `care`. */
const first = (expected: string, choice = 'good') => [
  'turns:',
  `  - choose: ${choice}`,
  `    expect: ${expected}`,
];
/** The same after its last: 2 → 0, calm. */
const last = (expected: string) => [
  'turns:',
  '  - choose: good',
  '  - choose: good',
  '  - choose: good',
  `    expect: ${expected}`,
];

describe('what is so', () => {
  test.each([
    ['the step', first('{ step: care }')],
    ['an end as a step', last('{ step: calm }')],
    ['moves', first('{ moves: [hear] }')],
    ['no moves', first('{ moves: none }', 'bad')],
    ['no moves, as an empty list', first('{ moves: [] }', 'bad')],
    ['faults', first('{ faults: [blame] }', 'bad')],
    ['no faults', first('{ faults: none }')],
    ['that it falls', first('{ temperature: falls }')],
    ['that it rises', first('{ temperature: rises }', 'bad')],
    ['that it stays', first('{ temperature: same }', 'idle')],
    ['at most', first('{ temperature: { at-most: 4 } }')],
    ['at least', first('{ temperature: { at-least: 4 } }')],
    ['exactly', first('{ temperature: { at-most: 4, at-least: 4 } }')],
    ['what is said', first('{ shows: "good hear sv" }')],
    ['what is shown of several', first('{ shows: ["good hear sv", "hear calmer"] }')],
    ['across the lines of the screen', first('{ shows: "why sv Temperatur" }')],
    ['the debrief', last(`{ shows: "${AGENT.sv.ends.calm}" }`)],
    ['the end', last('{ ends: calm }')],
    ['not another step', first('{ not: { step: hear } }')],
    ['not these moves', first('{ not: { moves: [ask] } }')],
    ['not without faults', first('{ not: { faults: none } }', 'bad')],
    ['not hotter', first('{ not: { temperature: rises } }')],
    ['not that hot', first('{ not: { temperature: { at-least: 5 } } }')],
    ['not shown', first('{ not: { shows: ["bad hear sv", "undefined"] } }')],
    ['not over', first('{ not: { ends: calm } }')],
    ['an end alone', ['turns:', '  - choose: good', '  - choose: good', '  - choose: good', 'ends: calm']],
    ['stopping before the end', first('{ step: care }')],
  ])('%s', (_, lines) => {
    expect(failuresOf(...lines)).toEqual([]);
  });

  test('all at once', () => {
    const all =
      '{ step: care, moves: [hear], faults: none, temperature: falls, shows: "good", not: { step: help, ends: lost } }';
    expect(failuresOf(...first(all))).toEqual([]);
  });
});

describe('what is not so fails, with what was wanted and what was there', () => {
  test.each<[string, readonly string[], Partial<Failure>]>([
    ['the step', first('{ step: help }'), { why: 'step', wanted: 'help', got: 'care', pointer: 'step' }],
    ['a step at the end', last('{ step: help }'), { why: 'step', wanted: 'help', got: 'calm', turn: 2 }],
    ['moves', first('{ moves: [ask] }'), { why: 'moves', wanted: 'ask', got: 'hear', pointer: 'moves' }],
    ['one move of two', first('{ moves: [hear, ask] }'), { why: 'moves', wanted: 'ask, hear', got: 'hear' }],
    ['no moves', first('{ moves: none }'), { why: 'moves', wanted: 'none', got: 'hear' }],
    ['faults', first('{ faults: [but] }'), { why: 'faults', wanted: 'but', got: 'none', pointer: 'faults' }],
    ['no faults', first('{ faults: none }', 'bad'), { why: 'faults', wanted: 'none', got: 'blame' }],
    [
      'that it falls',
      first('{ temperature: falls }', 'bad'),
      { why: 'temperature', wanted: 'falls', got: '5 → 7', pointer: 'temperature' },
    ],
    ['that it rises', first('{ temperature: rises }'), { why: 'temperature', wanted: 'rises', got: '5 → 4' }],
    ['that it stays', first('{ temperature: same }'), { why: 'temperature', wanted: 'same', got: '5 → 4' }],
    [
      'at most',
      first('{ temperature: { at-most: 3 } }'),
      { why: 'temperature', wanted: 'at-most: 3', got: '5 → 4', pointer: 'temperature/at-most' },
    ],
    [
      'at least',
      first('{ temperature: { at-most: 9, at-least: 5 } }'),
      { why: 'temperature', wanted: 'at-least: 5', got: '5 → 4', pointer: 'temperature/at-least' },
    ],
    ['what is shown', first('{ shows: "nowhere" }'), { why: 'shows', wanted: 'nowhere', pointer: 'shows' }],
    [
      'one of what is shown',
      first('{ shows: ["good", "nowhere"] }'),
      { why: 'shows', wanted: 'nowhere', pointer: 'shows/1' },
    ],
    ['an end that has not come', first('{ ends: calm }'), { why: 'ends', wanted: 'calm', got: 'none' }],
    ['another end', last('{ ends: lost }'), { why: 'ends', wanted: 'lost', got: 'calm', pointer: 'ends' }],
    [
      'not this step',
      first('{ not: { step: care } }'),
      { why: 'step', wanted: 'care', got: 'care', not: true, pointer: 'not/step' },
    ],
    ['not these moves', first('{ not: { moves: [hear] } }'), { why: 'moves', not: true }],
    ['not without faults', first('{ not: { faults: none } }'), { why: 'faults', wanted: 'none', not: true }],
    ['not cooler', first('{ not: { temperature: falls } }'), { why: 'temperature', not: true }],
    [
      'not that cool',
      first('{ not: { temperature: { at-most: 4 } } }'),
      { why: 'temperature', wanted: 'at-most: 4', not: true, pointer: 'not/temperature/at-most' },
    ],
    ['not shown', first('{ not: { shows: "good" } }'), { why: 'shows', wanted: 'good', not: true }],
    ['not this end', last('{ not: { ends: calm } }'), { why: 'ends', got: 'calm', not: true }],
  ])('%s', (_, lines, { pointer, ...failure }) => {
    const [only, ...more] = failuresOf(...lines);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ not: false, ...failure });
    expect(only?.pointer).toBe(
      pointer === undefined ? only?.pointer : `/turns/${only?.turn}/expect/${pointer}`,
    );
  });

  test('each of several, in the order of the turns', () => {
    const failures = failuresOf(
      'turns:',
      '  - choose: good',
      '    expect: { step: help, faults: [but] }',
      '  - choose: bad',
      '    expect: { temperature: falls }',
    );
    expect(failures.map(({ turn, why }) => [turn, why])).toEqual([
      [0, 'step'],
      [0, 'faults'],
      [1, 'temperature'],
    ]);
  });

  test('in each language by its own words', () => {
    const text = scriptText(...first('{ shows: "good hear nb" }'));
    expect(LANGS.map((lang) => playedOn(made, text, lang).failures.length)).toEqual([1, 0]);
  });
});

describe('a script that does not fit the conversation', () => {
  const good = '  - choose: good';
  const failure = { not: false, wanted: expect.any(String), got: expect.any(String) };

  test.each<[string, readonly string[], readonly Partial<Failure>[]]>([
    ['expects nothing', ['turns:', good], [{ why: 'nothing-expected', pointer: '/script', turn: 0 }]],
    [
      'chooses what is not there: no more is played, and what was expected there is not asked',
      ['turns:', good, '  - choose: better', '    expect: { step: nowhere }', good, 'ends: calm'],
      [{ why: 'unknown', wanted: 'better', got: 'care: bad, good, idle', pointer: '/turns/1', turn: 1 }],
    ],
    [
      'threatens where a danger to life has stopped it',
      ['turns:', '  - threat: physical', '  - threat: manager', 'ends: safe'],
      [{ why: 'unknown', wanted: 'manager', turn: 1, pointer: '/turns/1' }],
    ],
    [
      'threatens with what the conversation does not know',
      ['turns:', '  - threat: legal', 'ends: safe'],
      [{ why: 'unknown', wanted: 'legal', turn: 0 }],
    ],
    [
      'has a turn after the end, of two the first',
      ['turns:', good, good, good, good, '  - skip: true', 'ends: calm'],
      [{ why: 'left-over', wanted: 'good', got: 'calm', pointer: '/turns/3', turn: 3 }],
    ],
    [
      'has a turn after another end than it says',
      ['turns:', good, good, good, '  - skip: true', 'ends: lost'],
      [
        { why: 'left-over', wanted: 'skip', got: 'calm', pointer: '/turns/3', turn: 3 },
        { why: 'ends', wanted: 'lost', got: 'calm', pointer: '/ends', turn: 3 },
      ],
    ],
    [
      'lacks a turn before its end',
      ['turns:', good, good, 'ends: calm'],
      [{ why: 'missing', wanted: 'calm', got: 'help: bad, good, idle', pointer: '/ends', turn: 2 }],
    ],
    [
      'ends otherwise',
      ['turns:', good, good, good, 'ends: unresolved'],
      [{ why: 'ends', wanted: 'unresolved', got: 'calm', pointer: '/ends', turn: 3 }],
    ],
  ])('%s', (_, lines, failures) => {
    expect(failuresOf(...lines)).toEqual(
      failures.map((one) => expect.objectContaining({ ...failure, ...one })),
    );
  });

  test('in a playbook by itself only its own phrases can be said', () => {
    const script = (...turns: readonly string[]) =>
      ['schema: 1', 'script: made', 'playbook: by-hand', 'turns:', ...turns, ''].join('\n');
    const one = '  - choose: one';
    expect(playedOn(madePlaybook, script(one, one, one, '    expect: { ends: calm }')).failures).toEqual([]);
    expect(
      playedOn(madePlaybook, script(`${one}\n    expect: { step: care }`, '  - choose: two')).failures,
    ).toEqual([expect.objectContaining({ why: 'unknown', wanted: 'two', got: 'care: one' })]);
    // Nobody answers there, so nobody speaks.
    expect(
      playedOn(madePlaybook, script('  - say: "I hear"', '    expect: { step: care }')).failures,
    ).toEqual([expect.objectContaining({ why: 'unknown', wanted: 'I hear' })]);
  });
});

describe('each kind of turn', () => {
  test.each([
    ['choose', '{ choose: good }', '{ step: care, moves: [hear], temperature: falls }'],
    ['say', '{ say: "I hear you, but no" }', '{ step: hear, moves: [hear], faults: [but] }'],
    ['heard', '{ heard: { moves: [hear], faults: [] } }', '{ step: care, moves: [hear] }'],
    ['skip', '{ skip: true }', '{ step: care, moves: none, temperature: rises }'],
    ['threat', '{ threat: manager }', '{ step: manager.answer, temperature: same }'],
  ])('%s', (_, turn, expected) => {
    const lines = ['turns:', `  - ${turn.slice(2, -2)}`, `    expect: ${expected}`];
    expect(failuresOf(...lines)).toEqual([]);
  });

  test('what was heard in own words is on the screen', () => {
    const lines = ['turns:', '  - say: "I hear you, but no"', '    expect: { shows: "you, but no" }'];
    expect(failuresOf(...lines)).toEqual([]);
  });
});

describe('what was seen', () => {
  test('turn by turn', () => {
    const { seen, session } = playedOn(
      made,
      scriptText('turns:', '  - choose: good', '  - skip: true', '  - choose: bad', '  - choose: bad'),
    );
    expect(seen.map(({ shows, ...rest }) => ({ ...rest, shows: shows.length > 0 }))).toEqual([
      {
        ...{ at: 'hear', said: 'good hear sv', moves: ['hear'], faults: [], before: 5, temperature: 4 },
        ...{ step: 'care', end: null, shows: true },
      },
      {
        ...{ at: 'care', said: 'skip', moves: [], faults: [], before: 4, temperature: 5 },
        ...{ step: 'help', end: null, shows: true },
      },
      {
        ...{ at: 'help', said: 'bad help sv', moves: [], faults: ['blame'], before: 5, temperature: 7 },
        ...{ step: 'help', end: null, shows: true },
      },
      {
        ...{ at: 'help', said: 'bad help sv', moves: [], faults: ['blame'], before: 7, temperature: 9 },
        ...{ step: 'unresolved', end: 'unresolved', shows: true },
      },
    ]);
    expect(view(session).end).toBe('unresolved');
  });

  test('no screen is drawn unless somebody looks at it', () => {
    const { script } = scriptIn(scriptText(...first('{ step: care, moves: [hear], temperature: falls }')));
    const page = pageOf('sv', 80);
    const fold = () => {
      throw new Error('drawn');
    };
    const { seen, failures } = run(
      script,
      start(made, 'sv', 1),
      { ...page, style: { ...page.style, fold } },
      hearNames,
    );
    expect(failures).toEqual([]);
    expect(() => seen[0]?.shows).toThrow('drawn');
  });
});
