/** What every reachable state of every shipped conversation promises. */
import { describe, expect, test } from 'vitest';
import { type Course, practiceOf } from '../../src/flow/course.ts';
import type { Node } from '../../src/flow/machine.ts';
import { type Event, isWon, judge, type State, step } from '../../src/flow/step.ts';
import { ALL_EVENTS, pathTo, stateKey, type Visit, walk } from '../../src/flow/walk.ts';
import { faultBits, moveBits, THREATS } from '../../src/playbook/types.ts';
import { COURSES, SCENARIOS } from './courses.ts';
import { flaws, machineOf, STOPS } from './made.ts';

const nodeOf = (course: Course, state: State): Node => course.machine.nodes[state.node] as Node;

/** The answers that are offered at a node, as the machine hears them. */
function offered(course: Course, state: State): { type: 'answer'; moves: number; faults: number }[] {
  const choices = practiceOf(course, nodeOf(course, state))?.choices ?? {};
  return Object.values(choices).map((choice) => ({
    type: 'answer',
    moves: moveBits(choice.moves),
    faults: faultBits(choice.faults),
  }));
}

/** What a person can do with the answers of the content. */
const playable = (course: Course) =>
  walk(course.machine, (state) => [...offered(course, state), { type: 'skip' }]);

/** Those who only give right answers. */
function bestPlay(course: Course): Map<string, Visit> {
  return walk(course.machine, (state) => {
    const node = nodeOf(course, state);
    if (course.scenario === null) return [{ type: 'answer', moves: node.wants, faults: 0 }];
    return offered(course, state).filter(({ moves, faults }) => judge(node, moves, faults) === 'right');
  });
}

/** The states from which no end can be reached: backwards from the ends over all transitions. */
function stuck(course: Course, visits: ReadonlyMap<string, Visit>): string[] {
  const into = new Map<string, string[]>();
  for (const [key, { state }] of visits) {
    for (const event of ALL_EVENTS) {
      const to = stateKey(step(course.machine, state, event));
      into.set(to, [...(into.get(to) ?? []), key]);
    }
  }
  const reaches = new Set(
    [...visits].filter(([, { state }]) => nodeOf(course, state).end !== null).map(([key]) => key),
  );
  for (const key of reaches) for (const from of into.get(key) ?? []) reaches.add(from);
  return [...visits.keys()].filter((key) => !reaches.has(key));
}

const named = (course: Course, visits: Iterable<Visit>) =>
  new Set([...visits].map(({ state }) => nodeOf(course, state).id));

describe.each(COURSES)('$name', ({ course }) => {
  const { machine } = course;
  const all = walk(machine);
  const states = [...all.values()].map((visit) => visit.state);
  const danger = alwaysDanger(course);

  test('every state is valid: its temperature within bounds, calm only with nothing missed', () => {
    expect(states.flatMap((state) => flaws(machine, state))).toEqual([]);
  });

  test('every next state was walked, so the walk is complete', () => {
    const missing = states.flatMap((state) =>
      ALL_EVENTS.map((event) => stateKey(step(machine, state, event))).filter((key) => !all.has(key)),
    );
    expect(missing).toEqual([]);
  });

  test('from every state an end can be reached', () => {
    expect(stuck(course, all)).toEqual([]);
  });

  test('every step and every end is visited', () => {
    // Where a danger to life always comes, what would come after it must not be reached.
    const { steps } = course.playbook;
    const after = danger ? Object.keys(steps).slice(Object.keys(steps).indexOf(danger.step)) : [];
    const never: string[] = danger ? [...after, 'calm', 'unresolved'] : [];
    const wanted = machine.nodes.map((node) => node.id).filter((id) => !never.includes(id));
    expect([...named(course, all.values())].sort()).toEqual(wanted.sort());
  });

  test('a danger to life leads to its own steps and the safe end, nowhere else', () => {
    const wrong = states
      .filter((state) => nodeOf(course, state).stop)
      .flatMap((state) => {
        const from = nodeOf(course, state);
        return ALL_EVENTS.map((event) => nodeOf(course, step(machine, state, event))).filter(
          (to) => to.id !== 'safe' && to.threat !== from.threat,
        );
      });
    expect(wrong.map((node) => node.id)).toEqual([]);
  });

  test('and never back to an earlier step of its own', () => {
    const wrong = states.filter((state) => {
      if (!nodeOf(course, state).stop) return false;
      return ALL_EVENTS.some(
        (event) => step(machine, state, event).node < state.node && !isEnd(course, state),
      );
    });
    expect(wrong).toEqual([]);
  });

  test('an ordinary threat leads back to the step it left, or on to danger or loss', () => {
    const wrong = states
      .filter((state) => state.back !== -1 && !nodeOf(course, state).stop)
      .flatMap((state) =>
        ALL_EVENTS.map((event) => step(machine, state, event)).filter((next) => {
          const node = nodeOf(course, next);
          return node.threat === null && node.end !== 'lost' && next.node !== state.back;
        }),
      );
    expect(wrong).toEqual([]);
  });

  test('best play always wins', () => {
    const ends = [...bestPlay(course).values()].map((visit) => visit.state).filter((s) => isEnd(course, s));
    expect(ends.length).toBeGreaterThan(0);
    expect(ends.filter((state) => !isWon(machine, state))).toEqual([]);
    expect([...new Set(ends.map((state) => nodeOf(course, state).end))]).toEqual([danger ? 'safe' : 'calm']);
  });

  test('the path to a state leads there', () => {
    const far = [...all.values()].at(-1);
    let state = [...all.values()][0]?.state as State;
    for (const event of far ? pathTo(far) : []) state = step(machine, state, event);
    expect(state).toEqual(far?.state);
  });
});

/** The threat of a scenario that always brings a danger to life, however cool it is. */
function alwaysDanger(course: Course) {
  const threat = course.scenario?.threat;
  return threat?.from === 0 && STOPS.includes(threat.kind) ? threat : null;
}

function isEnd(course: Course, state: State): boolean {
  return nodeOf(course, state).end !== null;
}

describe.each(SCENARIOS)('$name, with the answers that it offers', ({ course }) => {
  const { machine, scenario } = course;
  const visits = [...playable(course).values()];

  test('can be won and can be lost', () => {
    expect(visits.some(({ state }) => isWon(machine, state))).toBe(true);
    expect([...named(course, visits)]).toContain('lost');
  });

  test('every step of its playbook is visited', () => {
    const danger = alwaysDanger(course);
    const steps = Object.keys(course.playbook.steps);
    const reached = danger ? steps.slice(0, steps.indexOf(danger.step)) : steps;
    const seen = named(course, visits);
    expect(steps.filter((id) => seen.has(id))).toEqual(reached);
  });

  test('its threat can come, and all of its steps are visited', () => {
    const kind = scenario?.threat?.kind;
    const wanted = kind
      ? Object.keys(course.threats.get(kind)?.steps ?? {}).map((id) => `${kind}.${id}`)
      : [];
    const seen = named(course, visits);
    const threatened = machine.nodes.filter((node) => node.threat !== null && seen.has(node.id));
    expect(threatened.map((node) => node.id)).toEqual(wanted);
    expect(visits.some(({ state }) => state.fired)).toBe(kind !== undefined);
  });

  test('every step has a right answer and a wrong one', () => {
    const poor = visits.filter(({ state }) => {
      const node = nodeOf(course, state);
      const verdicts = offered(course, state).map(({ moves, faults }) => judge(node, moves, faults));
      return node.end === null && !(verdicts.includes('right') && verdicts.includes('fault'));
    });
    expect([...named(course, poor)]).toEqual([]);
  });
});

test('the scenarios bring every kind of threat, two of them physical, one of self-harm', () => {
  const kinds = SCENARIOS.flatMap(({ course }) => course.scenario?.threat?.kind ?? []);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  expect(THREATS.filter((kind) => count(kind) === 0)).toEqual([]);
  expect([count('physical'), count('self-harm')]).toEqual([2, 1]);
});

describe('the walk itself', () => {
  const machine = machineOf({ steps: { hear: ['hear'], thank: ['thank'] }, temperature: 4 });
  const right: Event[] = [
    { type: 'answer', moves: moveBits(['hear']), faults: 0 },
    { type: 'answer', moves: moveBits(['thank']), faults: 0 },
  ];
  test('takes each state once, breadth first', () => {
    const visits = [...walk(machine, () => right).values()];
    expect(visits.map(({ state }) => stateKey(state))).toEqual([
      '0 4 0 -1 00',
      // hear | thank (too soon)
      ...['1 3 0 -1 00', '0 6 1 -1 00'],
      // hear again (once is human) | thank: calm; after too soon: hear | thank again, and the coach goes on
      ...['1 3 1 -1 00', '2 2 0 -1 00', '1 5 0 -1 00', '1 8 0 -1 10'],
      ...['3 4 0 -1 10', '1 5 1 -1 00', '3 4 0 -1 00', '1 8 1 -1 10', '3 7 0 -1 10'],
      ...['3 6 0 -1 10', '3 9 0 -1 10'],
    ]);
  });
  test('visits only what its events lead to', () => {
    expect([...walk(machine, () => []).keys()]).toEqual(['0 4 0 -1 00']);
  });
});
