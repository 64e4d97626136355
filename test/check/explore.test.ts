/** The exploration against the walk, state by state, and what is stuck against a search without wit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explore, isRight, type Move, type Reached, SKIP, wayTo } from '../../src/check/explore.ts';
import type { Course } from '../../src/flow/course.ts';
import { type Event, initial, type State, step } from '../../src/flow/step.ts';
import { ALL_EVENTS, pathTo, stateKey, type Visit, walk } from '../../src/flow/walk.ts';
import { COURSES } from '../flow/courses.ts';
import { courseMade, type Short } from '../flow/made.ts';
import { shorts } from '../flow/random.ts';

const eventsOf = (moves: readonly Move[]): Event[] => moves.map(({ event }) => event);

/** What a walk visited: each state with the one it was first reached from, and by what. */
function walked(visits: ReadonlyMap<string, Visit>): unknown[] {
  return [...visits].map(([key, { from, event }]) => [key, from && stateKey(from.state), event]);
}

/** The same of an exploration. */
function explored({ states, from, by }: Reached): unknown[] {
  const keys = states.map(stateKey);
  return keys.map((key, i) => [key, keys[from[i] as number] ?? null, by[i]?.event ?? null]);
}

/** The three explorations of a course, each beside the walk over the same events. */
function compared(course: Course): { name: string; ours: Reached; walk: Map<string, Visit> }[] {
  const { machine } = course;
  const { all, answers, offered, best } = explore(course);
  const at = ({ node }: State) => answers[node] ?? [];
  return [
    { name: 'all', ours: all, walk: walk(machine) },
    { name: 'offered', ours: offered, walk: walk(machine, (state) => eventsOf([...at(state), SKIP])) },
    {
      name: 'best',
      ours: best,
      walk: walk(machine, (state) =>
        eventsOf(at(state).filter((move) => isRight(machine.nodes[state.node], move))),
      ),
    },
  ];
}

/** Searches forward from one state for an end that is no loss, with anything that can be said. */
function getsOut({ machine }: Course, from: State): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let state = open.pop(); state; state = open.pop()) {
    if (machine.nodes[state.node]?.end) return true;
    for (const event of ALL_EVENTS) {
      if (event.type === 'threat') continue;
      const next = step(machine, state, event);
      if (next.node === machine.ends.lost || seen.has(stateKey(next))) continue;
      seen.add(stateKey(next));
      open.push(next);
    }
  }
  return false;
}

const naivelyStuck = (course: Course, states: readonly State[]): number[] =>
  states.flatMap((state, i) => (getsOut(course, state) ? [] : [i]));

describe.each(COURSES)('$name', ({ course }) => {
  test('every state as in the walk, in its order, first reached in the same way', () => {
    for (const { name, ours, walk: visits } of compared(course)) {
      expect([name, explored(ours)]).toEqual([name, walked(visits)]);
    }
  });

  test('the way to each state leads there, and is as short as the walk’s', () => {
    for (const { name, ours, walk: visits } of compared(course)) {
      const paths = [...visits.values()].map((visit) => pathTo(visit).length);
      const wrong = ours.states.filter((state, i) => {
        const way = wayTo(ours, i);
        const end = way.reduce((at, { event }) => step(course.machine, at, event), initial(course.machine));
        return stateKey(end) !== stateKey(state) || way.length !== paths[i];
      });
      expect([name, wrong]).toEqual([name, []]);
    }
  });

  test('nothing is stuck, and a search finds the same', () => {
    const { all, stuck } = explore(course);
    expect(stuck).toEqual([]);
    expect(naivelyStuck(course, all.states)).toEqual([]);
  });

  test('an answer stands for each choice that is offered', () => {
    const { answers, machine } = explore(course);
    for (const [i, node] of machine.nodes.entries()) {
      const choices = answers[i]?.map(({ choose }) => choose);
      if (node.end !== null) expect(choices).toEqual([]);
      else if (course.scenario === null) expect(choices).toEqual([null]);
      else if (node.threat === null) {
        expect(choices).toEqual(Object.keys(course.scenario.steps[node.step]?.choices ?? {}));
      }
    }
  });
});

describe('on machines made at random', () => {
  test('the exploration agrees with the walk, and what is stuck with a search', () => {
    let met = 0;
    fc.assert(
      fc.property(shorts, (short) => {
        const course = courseMade(short);
        for (const { name, ours, walk: visits } of compared(course)) {
          expect([name, explored(ours)]).toEqual([name, walked(visits)]);
        }
        const { all, stuck } = explore(course);
        expect(stuck).toEqual(naivelyStuck(course, all.states));
        met += stuck.length > 0 ? 1 : 0;
      }),
      { numRuns: 50 },
    );
    // Jumps make rings; were none met, nothing would have been compared.
    expect(met).toBeGreaterThan(0);
  });
});

describe('what is stuck', () => {
  const places = (short: Short): string[] => {
    const course = courseMade(short);
    const { all, stuck } = explore(course);
    return [...new Set(stuck.map((i) => course.machine.nodes[all.states[i]?.node ?? -1]?.id ?? ''))];
  };

  test.each<[string, Short, string[]]>([
    ['nothing where the steps go in order', { steps: { hear: ['hear'], thank: ['thank'] } }, []],
    [
      'a ring, and all that leads into it',
      {
        steps: { hear: ['hear'], ask: ['ask'], respond: { moves: ['respond'], next: 'ask' } },
        threats: { manager: { own: ['empathize'] }, physical: { limit: ['boundary'] } },
      },
      ['hear', 'manager.own', 'ask', 'respond'],
    ],
    ['a step that leads to itself', { steps: { hear: { moves: ['hear'], next: 'hear' } } }, ['hear']],
    [
      'not the steps of a danger to life, which lead to safety from anywhere',
      {
        steps: { hear: { moves: ['hear'], next: 'hear' } },
        threats: { physical: { limit: ['boundary'], safety: ['respond'] } },
      },
      ['hear'],
    ],
  ])('%s', (_told, short, expected) => {
    expect(places(short).sort()).toEqual([...expected].sort());
  });
});

test('machines that are alike are explored as a whole once, whatever they are called', () => {
  const short: Short = { steps: { hear: ['hear'], thank: ['thank'] }, temperature: 5 };
  const course = courseMade(short);
  const renamed = { ...course, machine: { ...course.machine, id: 'another' } };
  expect(explore(renamed).all).toBe(explore(course).all);
  expect(explore(courseMade({ ...short, temperature: 6 })).all).not.toBe(explore(course).all);
});
