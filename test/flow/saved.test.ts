/** A saved session: its trail and what it was played on, and back again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restore } from '../../src/flow/restore.ts';
import { save } from '../../src/flow/saved.ts';
import {
  accepts,
  advance,
  type Input,
  type Session,
  sayAgain,
  start,
  trailOf,
  view,
} from '../../src/flow/session.ts';
import { cardOf, type Library, withFiles } from '../../src/playbook/library.ts';
import { contentHash } from '../../src/playbook/open.ts';
import type { Scenario } from '../../src/playbook/schema.ts';
import type { Kind } from '../../src/playbook/types.ts';
import { FAULTS, LANGS, MOVES } from '../../src/playbook/types.ts';
import { library } from '../support/content.ts';
import { COURSES, playbookCourse, playWell, scenarioCourse, wander } from './courses.ts';

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what is saved comes back', () => {
  test.each(COURSES)('$name', ({ course }) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGS),
        fc.nat(0xffffffff),
        fc.array(fc.nat(1000), { maxLength: 25 }),
        (lang, seed, picks) => {
          const session = wander(start(course, lang, seed), picks);
          const back = restore(library, json(save(session, '0.1.0')));
          if ('refused' in back) throw new Error(back.refused);
          expect(back.changed).toBe(false);
          expect(view(back.session)).toEqual(view(session));
          expect(back.session.turns).toEqual(session.turns);
          expect([back.session.lang, back.session.seed]).toEqual([lang, seed]);
        },
      ),
      { numRuns: 20 },
    );
  });
});

const course = scenarioCourse('late-parcel');
const played = (): Session => {
  const first = start(course, 'sv', 7);
  return advance(advance(first, { skip: true }), { threat: 'manager' });
};

test('what is saved is small and says what it was played on', () => {
  expect(save(played(), '0.1.0')).toEqual({
    schemaVersion: 1,
    playbook: 'heart',
    scenario: 'late-parcel',
    version: '0.1.0',
    hash: course.hash,
    lang: 'sv',
    seed: 7,
    trail: [{ skip: true }, { threat: 'manager' }],
    at: 'manager.acknowledge',
  });
});

describe('own words', () => {
  const said = {
    say: fc.oneof(fc.string(), fc.string({ unit: 'binary' })),
    moves: fc.subarray([...MOVES]),
    faults: fc.subarray([...FAULTS]),
  };
  const inputs = fc.array(
    fc.oneof(
      fc.record(said),
      fc.record({ ...said, again: fc.string({ unit: 'binary' }) }),
      fc.constant<Input>({ skip: true }),
    ),
    { maxLength: 8 },
  );

  test('come back as they were said, with what was heard in them and the second try', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANGS), inputs, (lang, some) => {
        let session = start(course, lang, 3);
        for (const input of some) if (accepts(session, input)) session = advance(session, input);
        const back = restore(library, json(save(session, '0.1.0')));
        if ('refused' in back) throw new Error(back.refused);
        expect(trailOf(back.session)).toEqual(trailOf(session));
        expect(back.session.turns).toEqual(session.turns);
        expect(view(back.session)).toEqual(view(session));
      }),
    );
  });

  test('are saved with a second try beside them', () => {
    const first = advance(start(course, 'sv', 7), { say: 'Jaha.', moves: [], faults: [] });
    const trail = [{ say: 'Jaha.', moves: [], faults: [], again: 'Berätta!' }];
    expect(save(sayAgain(first, 'Berätta!'), '0.1.0')).toMatchObject({ trail, at: 'hear' });
  });

  const whole = save(start(course, 'sv', 7), '0.1.0');
  test.each<[string, unknown]>([
    ['without what was heard', { say: 'Ja' }],
    ['without faults', { say: 'Ja', moves: [] }],
    ['with a move that is none', { say: 'Ja', moves: ['sing'], faults: [] }],
    ['with a fault for a move', { say: 'Ja', moves: ['blame'], faults: [] }],
    ['with a fault that is none', { say: 'Ja', moves: [], faults: ['hear'] }],
    ['with moves that are no list', { say: 'Ja', moves: 'hear', faults: [] }],
    ['that are no text', { say: ['Ja'], moves: [], faults: [] }],
    ['that are nothing', { say: null, moves: [], faults: [] }],
    ['with a second try that is no text', { say: 'Ja', moves: [], faults: [], again: 1 }],
    ['with more beside them', { say: 'Ja', moves: [], faults: [], choose: 'tell-me' }],
    ['with a second try alone', { again: 'Ja' }],
  ])('%s are damaged', (_told, input) => {
    expect(restore(library, { ...whole, trail: [input] })).toEqual({ refused: 'damaged' });
  });

  test('where nothing is practised are refused', () => {
    const walked = save(start(playbookCourse('heart'), 'sv', 7), '0.1.0');
    const trail = [{ say: 'Ja', moves: ['hear'], faults: [] }];
    expect(restore(library, { ...walked, trail })).toEqual({ refused: 'content-changed' });
  });

  test('that lead elsewhere than they did are refused', () => {
    const session = advance(start(course, 'sv', 7), { say: 'Berätta.', moves: ['hear'], faults: [] });
    const value = save(session, '0.1.0');
    const trail = [{ say: 'Berätta.', moves: [], faults: [] }];
    expect([value.at, restore(library, { ...value, trail })]).toEqual([
      'empathize',
      { refused: 'content-changed' },
    ]);
  });
});

describe('a damaged value is refused', () => {
  const whole = save(played(), '0.1.0');
  const { hash: _, ...noHash } = whole;
  const deep = JSON.parse('{"choose":{"__proto__":{"skip":true}}}');
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'late-parcel'],
    ['a list', [whole]],
    ['an empty object', {}],
    ['without its hash', noHash],
    ['of another format', { ...whole, schemaVersion: '2' }],
    ['of no language that we have', { ...whole, lang: 'en' }],
    ['with a seed that is none', { ...whole, seed: -1 }],
    ['with a broken seed', { ...whole, seed: 0.5 }],
    ['with a trail that is no list', { ...whole, trail: { 0: { skip: true } } }],
    ['with a turn that is none', { ...whole, trail: [{ skip: false }] }],
    ['with a turn that is two', { ...whole, trail: [{ choose: 'tell-me', skip: true }] }],
    ['with a threat that is none', { ...whole, trail: [{ threat: 'rain' }] }],
    ['with a turn of junk', { ...whole, trail: [deep] }],
    ['with too many turns', { ...whole, trail: Array.from({ length: 1001 }, () => ({ skip: true })) }],
    ['with everything under __proto__', JSON.parse(`{"__proto__":${JSON.stringify(whole)}}`)],
  ])('%s', (_told, value) => {
    expect(restore(library, value)).toEqual({ refused: 'damaged' });
  });
});

test('what a later svalka saved is left for it', () => {
  expect(restore(library, { ...save(played(), '9.0.0'), schemaVersion: 2 })).toEqual({ refused: 'newer' });
});

describe('content that is gone is refused', () => {
  const whole = save(played(), '0.1.0');
  test.each<[string, unknown]>([
    ['a scenario', { ...whole, scenario: 'no-such-case' }],
    ['a playbook', { ...whole, scenario: null, playbook: 'no-such-playbook' }],
    ['a scenario called __proto__', { ...whole, scenario: '__proto__' }],
    ['a scenario called constructor', { ...whole, scenario: 'constructor' }],
    ['a playbook called toString', { ...whole, scenario: null, playbook: 'toString' }],
    ['an empty name', { ...whole, scenario: '' }],
  ])('%s', (_told, value) => {
    expect(restore(library, value)).toEqual({ refused: 'content-gone' });
  });
});

/** The library with a scenario changed as an author would. */
function changed(change: (scenario: Scenario) => Scenario): Library {
  if (course.scenario === null) throw new Error('no scenario');
  return over('scenario', 'late-parcel', change(structuredClone(course.scenario)));
}

function over(kind: Kind, id: string, value: unknown): Library {
  return withFiles(library, 'own', [
    { card: cardOf(kind, id, value, contentHash(value), 'own.yaml'), value },
  ]);
}

describe('content that has changed', () => {
  /** One choice that is right at the first step, by its id. */
  const [right = ''] = Object.entries(course.scenario?.steps.hear?.choices ?? {}).flatMap(([id, one]) =>
    one.moves && !one.faults && one.moves.every((m) => m === 'hear' || m === 'restate') ? [id] : [],
  );
  const saved = json(save(advance(start(course, 'sv', 7), { choose: right }), '0.1.0'));

  test('but leads to the same step goes on, and says that it changed', () => {
    const reworded = changed((scenario) => ({ ...scenario, customer: { sv: 'Någon', nb: 'Noen' } }));
    const back = restore(reworded, saved);
    if ('refused' in back) throw new Error(back.refused);
    expect([back.changed, view(back.session).node.id, trailOf(back.session)]).toEqual([
      true,
      'empathize',
      [{ choose: right }],
    ]);
  });

  test.each<[string, (scenario: Scenario) => Scenario]>([
    [
      'so that an answer is no longer there',
      (scenario) => {
        const { hear } = scenario.steps;
        if (!hear) throw new Error('no step hear');
        const { [right]: _, ...choices } = hear.choices;
        return { ...scenario, steps: { ...scenario.steps, hear: { ...hear, choices } } };
      },
    ],
    [
      'so that the answer leads elsewhere',
      (scenario) => {
        const { hear } = scenario.steps;
        const choice = hear?.choices[right];
        if (!hear || !choice) throw new Error('no such choice');
        const choices = { ...hear.choices, [right]: { ...choice, faults: ['but' as const] } };
        return { ...scenario, steps: { ...scenario.steps, hear: { ...hear, choices } } };
      },
    ],
    ['so that the conversation is over before', (scenario) => ({ ...scenario, temperature: 10 })],
    [
      'so that a threat breaks in',
      (scenario) => ({
        ...scenario,
        threat: { kind: 'public', step: 'empathize', from: 0, line: { sv: ['…'], nb: ['…'] } },
      }),
    ],
    ['so that it is of another playbook', (scenario) => ({ ...scenario, playbook: 'demanding' })],
  ])('%s is refused', (_told, change) => {
    expect(restore(changed(change), saved)).toEqual({ refused: 'content-changed' });
  });

  test.each<[Kind, string]>([
    ['playbook', 'heart'],
    ['temperature', 'didactic'],
    ['threat', 'manager'],
    ['slots', library.ids('slots')[0] ?? ''],
  ])('is seen in a %s too', (kind, id) => {
    const value: unknown = { ...structuredClone(library.value(kind, id) as object), note: 'changed' };
    const back = restore(over(kind, id, value), saved);
    if ('refused' in back) throw new Error(back.refused);
    expect(back.changed).toBe(true);
  });

  test('elsewhere is no change', () => {
    const other = over('scenario', 'bill-shock', {
      ...library.value('scenario', 'bill-shock'),
      temperature: 5,
    });
    const back = restore(other, saved);
    expect('changed' in back && back.changed).toBe(false);
  });
});

test('a trail goes no further than its end', () => {
  const won = playWell(start(course, 'nb', 3));
  const value = save(won, '0.1.0');
  expect(restore(library, { ...value, trail: [...value.trail, { skip: true }] })).toEqual({
    refused: 'content-changed',
  });
});

test('junk beside what is known changes nothing and reaches no prototype', () => {
  const text = JSON.stringify(save(played(), '0.1.0')).replace(
    /^\{/,
    '{"__proto__":{"polluted":1},"constructor":{"x":1},',
  );
  const back = restore(library, JSON.parse(text));
  expect('session' in back && trailOf(back.session)).toEqual([{ skip: true }, { threat: 'manager' }]);
  expect('polluted' in {}).toBe(false);
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('no answer is called %s', (choose) => {
  const value = { ...save(start(course, 'sv', 1), '0.1.0'), trail: [{ choose }] };
  expect(restore(library, value)).toEqual({ refused: 'content-changed' });
});

test('any JSON at all is answered, never thrown at', () => {
  const whole = save(played(), '0.1.0');
  const keys = Object.keys(whole) as (keyof typeof whole)[];
  const damaged = fc
    .tuple(fc.constantFrom(...keys), fc.jsonValue())
    .map(([key, value]): unknown => ({ ...whole, [key]: value }));
  const known = ['damaged', 'newer', 'content-gone', 'content-changed', 'restored'];
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), damaged), (value) => {
      const back = restore(library, value);
      expect(known).toContain('refused' in back ? back.refused : 'restored');
    }),
    { numRuns: 500 },
  );
});
