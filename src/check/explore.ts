/**
 * Every configuration that a conversation can reach, breadth first, each once: over
 * whatever an agent might say, over the answers that the content offers, and over
 * right answers alone. A configuration is a small number, so that thousands of them
 * cost little; machines that are alike are explored once.
 */
import { type Course, practiceOf } from '../flow/course.ts';
import type { Machine, Node } from '../flow/machine.ts';
import { type Event, initial, judge, type State, step } from '../flow/step.ts';
import { ALL_EVENTS } from '../flow/walk.ts';
import type { Choice, Practice } from '../playbook/schema.ts';
import { faultBits, moveBits } from '../playbook/types.ts';

/** The configurations that were reached, and how. */
export interface Reached {
  readonly states: readonly State[];
  /** For each state, the one it was first reached from, and by what; -1 for the first. */
  readonly from: readonly number[];
  readonly by: readonly (Move | null)[];
}

/** An event, and the id of the choice that it stands for where it is one. */
export interface Move {
  readonly event: Event;
  readonly choose: string | null;
}

export interface Explored {
  readonly machine: Machine;
  /** The answers that can be given, by node; without a scenario, what the step wants. */
  readonly answers: readonly (readonly Move[])[];
  /** Over the answers that the content offers, and skipping. Not kept: thousands of scenarios have many states. */
  readonly offered: Reached;
  /** How those answers end, each end once, however hot: enough for most questions. */
  readonly ends: readonly State[];
  /** Over right answers alone. */
  readonly best: Reached;
  /** Over all that can happen: thousands of states, so it is asked only where the others leave a doubt. */
  readonly all: Reached;
  /** The states of `all` from which nothing that is said leads to an end. */
  readonly stuck: readonly number[];
}

/** Explores a course's machine. */
export function explore(course: Course): Explored {
  const { machine } = course;
  const allAnswers = () => machine.nodes.map((node) => answersAt(course, node));
  const answers = allAnswers();
  const right = answers.map((some, i) => some.filter((move) => isRight(machine.nodes[i], move)));
  return {
    machine,
    best: reach(machine, ({ node }) => right[node] ?? []),
    ends: endsOf(machine, overOffered(machine, answers)),
    get answers() {
      return allAnswers();
    },
    get offered() {
      return overOffered(machine, allAnswers());
    },
    get all() {
      return whole(machine).all;
    },
    get stuck() {
      if (rightEnds(machine)) return [];
      const explored = whole(machine);
      explored.stuck ??= stuckIn(machine, explored.all);
      return explored.stuck;
    },
  };
}

function overOffered(machine: Machine, answers: readonly (readonly Move[])[]): Reached {
  const offered = answers.map((some) => [...some, SKIP]);
  return reach(machine, ({ node }) => offered[node] ?? []);
}

export function endsOf(machine: Machine, { states }: Reached): State[] {
  const ends = new Map<number, State>();
  for (const state of states) {
    const { node, missed, fired } = state;
    if (machine.nodes[node]?.end) ends.set(node * 4 + (missed ? 2 : 0) + (fired ? 1 : 0), state);
  }
  return [...ends.values()];
}

/** The answers that can be given at a node; without a scenario, what the step wants. */
export function answersAt(course: Course, node: Node): readonly Move[] {
  if (node.end !== null) return [];
  if (course.scenario === null) {
    return [{ event: { type: 'answer', moves: node.wants, faults: 0 }, choose: null }];
  }
  const practice = practiceOf(course, node);
  if (!practice) return [];
  return node.threat === null ? answersTo(practice) : answersToThreat(practice);
}

function answersTo({ choices }: Practice): readonly Move[] {
  return Object.keys(choices).map((choose) => {
    const { moves, faults } = choices[choose] as Choice;
    return { event: { type: 'answer', moves: moveBits(moves), faults: faultBits(faults) }, choose };
  });
}

const known = new WeakMap<Practice, readonly Move[]>();

/** The same in every scenario, so made once. */
function answersToThreat(practice: Practice): readonly Move[] {
  const answers = known.get(practice) ?? answersTo(practice);
  known.set(practice, answers);
  return answers;
}

/** Whether a move does what a node's step is for. */
export const isRight = (node: Node | undefined, { event }: Move): boolean =>
  event.type === 'answer' && node !== undefined && judge(node, event.moves, event.faults) === 'right';

export const SKIP: Move = { event: { type: 'skip' }, choose: null };
const ANYTHING: readonly Move[] = ALL_EVENTS.map((event) => ({ event, choose: null }));

/**
 * Whether right answers, which never heat, lead on to an end from every step: then nothing is
 * stuck, and that is known without a look at each state. A threat's last step leads back to a
 * step of the playbook, which leads on.
 */
function rightEnds({ nodes }: Machine): boolean {
  return nodes.every((node) => {
    let at: Node | undefined = node;
    for (let steps = 0; steps <= nodes.length; steps++) {
      if (at === undefined || at.end !== null) return true;
      at = nodes[at.next];
    }
    return false;
  });
}

interface Whole {
  readonly all: Reached;
  /** Found when it is first asked for: it takes as long as the exploration itself. */
  stuck: readonly number[] | null;
}

const wholes = new Map<string, Whole>();
/** How many states are kept of all whole explorations together, beside the latest: a playbook of ordinary size has some thousands. */
const KEPT = 200_000;
let kept = 0;

/** Over all that can happen; machines that are alike are explored once. */
function whole(machine: Machine): Whole {
  const key = JSON.stringify({ ...machine, id: '' });
  const before = wholes.get(key);
  if (before) return before;
  const all = reach(machine, () => ANYTHING);
  const explored: Whole = { all, stuck: null };
  for (const [oldest, { all: reached }] of wholes) {
    if (kept <= KEPT) break;
    wholes.delete(oldest);
    kept -= reached.states.length;
  }
  wholes.set(key, explored);
  kept += all.states.length;
  return explored;
}

/** A state as a number, its own among the states of a machine. */
function numberOf(machine: Machine, { node, temperature, tries, back, missed, fired }: State): number {
  const flags = (missed ? 1 : 0) + (fired ? 2 : 0);
  const places = machine.nodes.length;
  return (
    (((node * (places + 1) + back + 1) * (machine.lostAt + 1) + temperature) * machine.patience + tries) * 4 +
    flags
  );
}

/** Every state that some moves lead to, breadth first. */
export function reach(machine: Machine, movesAt: (state: State) => readonly Move[]): Reached {
  const seen = new Set<number>();
  const first = initial(machine);
  const states = [first];
  const from = [-1];
  const by: (Move | null)[] = [null];
  seen.add(numberOf(machine, first));
  for (let i = 0; i < states.length; i++) {
    const state = states[i] as State;
    for (const move of movesAt(state)) {
      const next = step(machine, state, move.event);
      const number = numberOf(machine, next);
      if (seen.has(number)) continue;
      seen.add(number);
      states.push(next);
      from.push(i);
      by.push(move);
    }
  }
  return { states, from, by };
}

/** Backwards from the ends over what is said; what is not met is stuck. */
function stuckIn(machine: Machine, { states }: Reached): number[] {
  const place = new Map(states.map((state, i) => [numberOf(machine, state), i]));
  const into: number[][] = states.map(() => []);
  states.forEach((state, i) => {
    for (const { event } of ANYTHING) {
      if (event.type === 'threat') continue;
      const next = step(machine, state, event);
      if (next.node !== machine.ends.lost) into[place.get(numberOf(machine, next)) as number]?.push(i);
    }
  });
  const ends = states.flatMap(({ node }, i) => (machine.nodes[node]?.end ? [i] : []));
  const free = new Set(ends);
  for (const at of free) for (const before of into[at] ?? []) free.add(before);
  return states.flatMap((_, i) => (free.has(i) ? [] : [i]));
}

/** The shortest way to a state, from the start. */
export function wayTo({ from, by }: Reached, to: number): Move[] {
  const way: Move[] = [];
  for (let at = to; at > 0; at = from[at] as number) way.push(by[at] as Move);
  return way.reverse();
}

/** The first state, in the order of distance, that answers to a question; -1 for none. */
export const firstWhere = ({ states }: Reached, is: (state: State) => boolean): number =>
  states.findIndex(is);
