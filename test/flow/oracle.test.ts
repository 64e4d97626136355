/**
 * XState as the oracle: the statechart that we export, after a trip through JSON,
 * is played in XState with guards and actions written from GRAPH_NOTES alone, and
 * must agree with `step` state by state.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnyStateMachine, assign, initialTransition, setup, transition } from 'xstate';
import { toXState } from '../../src/flow/graph.ts';
import type { Machine, Node } from '../../src/flow/machine.ts';
import { type Event, initial, type State, step } from '../../src/flow/step.ts';
import { FAULTS, faultBits, faultNames, MOVES, moveNames, THREATS } from '../../src/playbook/types.ts';
import { COURSES } from './courses.ts';
import { machineOf, type Short, STOPS, weightsOf } from './made.ts';
import { shorts } from './random.ts';

interface Context {
  readonly temperature: number;
  readonly tries: number;
  readonly missed: boolean;
  readonly fired: boolean;
}
interface Answer {
  readonly type: string;
  readonly moves?: readonly string[];
  readonly faults?: readonly string[];
}
type Weights = Readonly<Record<string, number>>;

const within = (most: number, temperature: number) => Math.max(0, Math.min(most, temperature));
const some = (said: readonly string[] | undefined, wanted: readonly string[]) =>
  (said ?? []).some((move) => wanted.includes(move));
const enough = (context: Context, tries: number | undefined) => tries === undefined || context.tries >= tries;

/** The words of GRAPH_NOTES, for any machine. */
const words = setup({
  types: { context: {} as Context, events: {} as Answer },
  guards: {
    faulty: ({ context, event }, p: { tries?: number }) =>
      (event.faults ?? []).length > 0 && enough(context, p?.tries),
    does: ({ context, event }, p: { moves: string[]; tries?: number }) =>
      some(event.moves, p.moves) && enough(context, p.tries),
    rushes: ({ context, event }, p: { moves: string[]; tries?: number }) =>
      some(event.moves, p.moves) && !some(event.moves, ['empathize']) && enough(context, p.tries),
    otherwise: ({ context }, p: { tries?: number }) => enough(context, p?.tries),
    hot: ({ context }, p: { from: number }) => context.temperature >= p.from,
    breaksIn: ({ context }, p: { from: number }) => !context.fired && context.temperature >= p.from,
    calm: ({ context }, p: { at: number }) => context.temperature <= p.at && !context.missed,
  },
  actions: {
    heat: assign({
      temperature: ({ context }, p: { by: number; most: number }) =>
        within(p.most, context.temperature + p.by),
    }),
    heatFaults: assign({
      temperature: ({ context, event }, p: { weights: Weights; atMost: number; most: number }) => {
        const by = (event.faults ?? []).reduce((sum, fault) => sum + (p.weights[fault] ?? 0), 0);
        return within(p.most, context.temperature + Math.min(p.atMost, by));
      },
    }),
    heatLoop: assign({
      temperature: ({ context }, p: { by: number; most: number }) =>
        within(p.most, context.temperature + (context.tries > 0 ? p.by : 0)),
    }),
    cool: assign({
      temperature: ({ context, event }, p: { weights: Weights; moves: string[] }) => {
        const by = (event.moves ?? [])
          .filter((move) => p.moves.includes(move))
          .map((move) => p.weights[move] ?? 0);
        return Math.max(0, context.temperature - Math.max(0, ...by));
      },
    }),
    tried: assign({ tries: ({ context }) => context.tries + 1 }),
    fresh: assign({ tries: 0 }),
    miss: assign({ missed: true }),
    forgive: assign({ missed: false }),
    fired: assign({ fired: true }),
  },
});

/** Our machine as XState reads it: exported, written as JSON, read again. */
function oracleOf(machine: Machine): AnyStateMachine {
  return words.createMachine(JSON.parse(JSON.stringify(toXState(machine)))) as unknown as AnyStateMachine;
}

/** The words of an event; bits that no content can have are not for others to read. */
function named(event: Event): Answer {
  if (event.type === 'answer') {
    return { type: 'answer', moves: moveNames(event.moves), faults: faultNames(event.faults) };
  }
  return { type: event.type === 'skip' ? 'skip' : `threat.${THREATS[event.threat]}` };
}

/** Where XState should be when we are at a node. */
function placeOf(node: Node): string {
  if (node.end !== null) return node.end;
  if (node.threat === null) return `conversation.${node.step}`;
  return `${node.stop ? 'danger' : 'threats'}.${node.threat}-${node.step}`;
}

/** Where XState is; an author's id that the statechart needs itself is exported with an underscore. */
function placeIn(value: unknown): string {
  if (typeof value === 'string') return value.replace(/_$/, '');
  return Object.entries(value as Record<string, unknown>)
    .map(([region, inner]) => `${region}.${placeIn(inner)}`)
    .join();
}

const told = (place: string, { temperature, tries, missed, fired }: Context) =>
  [place, temperature, `tries ${tries}`, ...(missed ? ['missed'] : []), ...(fired ? ['fired'] : [])].join(
    ' ',
  );

interface Compared {
  readonly states: readonly State[];
  /** The first difference: what we say, and what XState says. */
  readonly differ: readonly [ours: string, theirs: string] | null;
}

/** Plays both and compares them after each event. */
function compare(machine: Machine, oracle: AnyStateMachine, events: readonly Play[]): Compared {
  let ours = initial(machine);
  let [theirs] = initialTransition(oracle);
  const states = [ours];
  for (const one of [...events, null]) {
    const node = machine.nodes[ours.node] as Node;
    const status = node.end === null ? 'active' : 'done';
    // An end has no tries; the statechart leaves them as they were.
    const context: Context = node.end === null ? theirs.context : { ...theirs.context, tries: 0 };
    const both = [
      `${status} ${told(placeOf(node), ours)}`,
      `${theirs.status} ${told(placeIn(theirs.value), context)}`,
    ] as const;
    if (both[0] !== both[1]) return { states, differ: both };
    if (one === null) break;
    const event = played(machine, ours, one);
    ours = step(machine, ours, event);
    // XState's final states take no event; ours must not move on one either.
    if (status === 'active') [theirs] = transition(oracle, theirs, named(event));
    states.push(ours);
  }
  return { states, differ: null };
}

/** An event, or the right move at whichever step it comes to, so that runs also get far. */
type Play = Event | 'right';

function played(machine: Machine, state: State, one: Play): Event {
  if (one !== 'right') return one;
  return { type: 'answer', moves: (machine.nodes[state.node] as Node).wants, faults: 0 };
}

const answer = (moves: fc.Arbitrary<number>, faults: fc.Arbitrary<number>) =>
  fc.record({ type: fc.constant('answer' as const), moves, faults });
const anyMoves = fc.nat((1 << MOVES.length) - 1);
const oneMove = fc.nat(MOVES.length - 1).map((i) => 1 << i);
const plays: fc.Arbitrary<Play[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant('right' as const) },
    { weight: 3, arbitrary: answer(oneMove, fc.constant(0)) },
    { weight: 2, arbitrary: answer(anyMoves, fc.constant(0)) },
    { weight: 2, arbitrary: answer(anyMoves, fc.nat((1 << FAULTS.length) - 1)) },
    { weight: 1, arbitrary: answer(fc.constant(0), fc.constant(faultBits(['but']))) },
    { weight: 1, arbitrary: fc.constant({ type: 'skip' as const }) },
    { weight: 2, arbitrary: fc.nat(4).map((threat) => ({ type: 'threat' as const, threat })) },
    { weight: 1, arbitrary: fc.nat(6).map((threat) => ({ type: 'threat' as const, threat })) },
  ),
  { minLength: 1, maxLength: 24 },
);

describe('XState agrees, state by state', () => {
  test.each(COURSES)('$name', ({ course: { machine } }) => {
    const oracle = oracleOf(machine);
    fc.assert(
      fc.property(plays, (events) => {
        expect(compare(machine, oracle, events).differ).toBe(null);
      }),
      { numRuns: 150 },
    );
  });
});

describe('after a threat both are back at the step they left', () => {
  const ordinary = THREATS.filter((kind) => !STOPS.includes(kind));
  test.each(COURSES)('$name', ({ course: { machine } }) => {
    const oracle = oracleOf(machine);
    const own = machine.nodes.filter((node) => node.end === null && node.threat === null);
    for (const at of own.keys()) {
      for (const kind of ordinary) {
        const threat: Event = { type: 'threat', threat: THREATS.indexOf(kind) };
        const way: Play[] = Array.from({ length: at }, () => 'right');
        const { states, differ } = compare(machine, oracle, [...way, threat, 'right', 'right']);
        expect(differ).toBe(null);
        const left = states[at] as State;
        const node = machine.nodes[left.node] as Node;
        // Where the scenario's own threat has broken in, there is none to leave by.
        const expected = node.threat === null ? left.node : node.stop ? machine.ends.safe : left.back;
        if (node.end === null) expect(states[at + 3]?.node).toBe(expected);
      }
    }
  });
});

test('XState agrees on machines made at random too', () => {
  fc.assert(
    fc.property(shorts, fc.array(plays, { minLength: 3, maxLength: 3 }), (short, runs) => {
      const machine = machineOf(short);
      const oracle = oracleOf(machine);
      for (const events of runs) expect(compare(machine, oracle, events).differ).toBe(null);
    }),
    { numRuns: 250 },
  );
});

describe('the oracle can say no', () => {
  const short: Short = { steps: { hear: ['hear'], thank: ['thank'] }, temperature: 6 };
  const nothing: Play = { type: 'answer', moves: 0, faults: 0 };
  test.each<[string, Short, Play[], [string, string]]>([
    [
      'to another beginning',
      { ...short, temperature: 5 },
      [],
      ['active conversation.hear 6 tries 0', 'active conversation.hear 5 tries 0'],
    ],
    [
      'to another patience',
      { ...short, weights: weightsOf({ patience: 1 }) },
      ['right', nothing],
      ['active conversation.thank 5 tries 1', 'done unresolved 5 tries 0 missed'],
    ],
    [
      'to another order',
      { ...short, steps: { thank: ['thank'], hear: ['hear'] } },
      [],
      ['active conversation.hear 6 tries 0', 'active conversation.thank 6 tries 0'],
    ],
  ])('%s', (_told, other, events, differ) => {
    expect(compare(machineOf(short), oracleOf(machineOf(other)), events).differ).toEqual(differ);
  });
});

test('every guard and action that is exported is one that the notes tell', () => {
  const types = new Set<string>();
  for (const { course } of COURSES) {
    JSON.stringify(toXState(course.machine), (_key, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'type' in value) types.add(String(value.type));
      return value;
    });
  }
  expect([...types].sort()).toEqual(
    [
      ...['faulty', 'does', 'rushes', 'otherwise', 'hot', 'breaksIn', 'calm'],
      ...['heat', 'heatFaults', 'heatLoop', 'cool', 'tried', 'fresh', 'miss', 'forgive', 'fired'],
      ...['final', 'history'],
    ].sort(),
  );
});
