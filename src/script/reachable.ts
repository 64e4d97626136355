/**
 * What can be visited at all, found by playing, so that all of it can be covered. Pure.
 *
 * Transitions and endings are those that the offered answers lead to. All else can also be come to
 * in a person's own words, and a script has them too: a customer's line is there where its mood can
 * come at all.
 */
import { type Course, practiceOf, stepOf } from '../flow/course.ts';
import type { Node } from '../flow/machine.ts';
import { advance, type Input, type Session, start } from '../flow/session.ts';
import { type Event, initial, type State, step } from '../flow/step.ts';
import { stateKey } from '../flow/walk.ts';
import {
  FAULTS,
  type Fault,
  faultBits,
  LANGS,
  MOVES,
  type Move,
  moveBits,
  THREATS,
  type ThreatKind,
} from '../playbook/types.ts';
import {
  type ItemKind,
  keyOf,
  type Subject,
  subjectOf,
  type Visit,
  visitsAtStart,
  visitsIn,
} from './visits.ts';

/** What can be visited of a subject, by its key; a list stands for its lines. */
export type Reachable = ReadonlyMap<string, { readonly kind: ItemKind; readonly name: string }>;

/** What a scenario, or a playbook by itself, lets a script visit. */
export function reachableIn(course: Course): Reachable {
  return reachable(subjectOf(course), course, [initial(course.machine)], (node) => offeredAt(course, node));
}

/**
 * What can be visited of a threat's own.
 * @param course any: a threat may come at each step of each conversation, and so at each temperature
 */
export function reachableInThreat(kind: ThreatKind, course: Course): Reachable {
  const { machine } = course;
  const first = initial(machine);
  const states = Array.from({ length: machine.lostAt }, (_, temperature) => ({ ...first, temperature }));
  const comes: Play = { input: { threat: kind }, event: { type: 'threat', threat: THREATS.indexOf(kind) } };
  return reachable({ kind: 'threat', id: kind }, course, states, (node) =>
    node.threat === null && node.end === null ? [comes] : offeredAt(course, node),
  );
}

function reachable(
  of: Subject,
  course: Course,
  from: readonly State[],
  playsAt: (node: Node) => Play[],
): Reachable {
  const { nodes } = course.machine;
  const offered = nodes.map(playsAt);
  const sayable = nodes.map((node) => [...playsAt(node), ...(practiceOf(course, node) ? WORDS : [])]);
  const isFlow = ({ kind }: Visit) => kind === 'transition' || kind === 'ending';
  const visits = [
    ...visitsFrom(course, from, offered).filter(isFlow),
    ...visitsFrom(course, from, sayable).filter((visit) => !isFlow(visit)),
  ];
  return new Map(
    visits
      .filter(({ subject: { kind, id } }) => kind === of.kind && id === of.id)
      .map(({ kind, name, list = name }) => [keyOf(kind, list), { kind, name: list }]),
  );
}

/** Something to play, for the session and for the machine below it. */
interface Play {
  readonly input: Input;
  readonly event: Event;
}

const SKIP: Play = { input: { skip: true }, event: { type: 'skip' } };

/** What the content offers at a step, and passing it over. */
function offeredAt(course: Course, node: Node): Play[] {
  if (node.end !== null) return [];
  const practice = practiceOf(course, node);
  const step = stepOf(course, node);
  const plays = Object.entries(practice?.choices ?? {}).map(
    ([choose, { moves, faults }]): Play => ({ input: { choose }, event: answer(moves, faults) }),
  );
  // In a playbook by itself it is a phrase that is said, where there is one.
  if (!practice && (step?.phrases || step?.ways)) {
    plays.push({ input: { done: true }, event: { type: 'answer', moves: node.wants, faults: 0 } });
  }
  return [...plays, SKIP];
}

const answer = (moves: readonly Move[] = [], faults: readonly Fault[] = []): Event => ({
  type: 'answer',
  moves: moveBits(moves),
  faults: faultBits(faults),
});

const words = (moves: readonly Move[], faults: readonly Fault[]): Play => ({
  input: { say: '', moves, faults },
  event: answer(moves, faults),
});

/** These stand for all that can be said: nothing that counts, each move, each fault. */
const WORDS: readonly Play[] = [
  words([], []),
  ...MOVES.map((move) => words([move], [])),
  ...FAULTS.map((fault) => words([], [fault])),
];

/** Everything that is visited on from some states by some plays, given by node; breadth first. */
function visitsFrom(course: Course, from: readonly State[], plays: readonly (readonly Play[])[]): Visit[] {
  const { machine } = course;
  const first = start(course, LANGS[0], 0);
  const visits = visitsAtStart(first);
  const states = [...from];
  const seen = new Set(states.map(stateKey));
  const told = new Set<string>();
  for (const state of states) {
    plays[state.node]?.forEach(({ input, event }, i) => {
      const next = step(machine, state, event);
      const key = stateKey(next);
      if (!seen.has(key)) states.push(next);
      seen.add(key);
      // Turns that go alike are visits to the same, and most do.
      const change = Math.sign(next.temperature - state.temperature);
      const turn = `${state.node} ${i} ${next.node} ${change} ${next.fired !== state.fired}`;
      if (told.has(turn)) return;
      told.add(turn);
      const here: Session = { ...first, first: state, opening: [] };
      for (const one of advance(here, input).turns) visits.push(...visitsIn(here, one, null));
    });
  }
  return visits;
}
