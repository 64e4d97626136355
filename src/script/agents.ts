/**
 * Agents of several tempers, who answer in a person's place: how a scenario goes for those who
 * mean well, and for those who do not listen. Pure; the same seed gives the same on every machine.
 */
import { answersAt } from '../check/explore.ts';
import type { Course } from '../flow/course.ts';
import type { Machine, Node } from '../flow/machine.ts';
import { hash32, scatter } from '../flow/random.ts';
import { type Event, initial, isWon, judge, type State, step } from '../flow/step.ts';
import { faultBits } from '../playbook/types.ts';

/** What an answer is to those who look for one. */
export const SORTS = ['right', 'early', 'rules', 'fault', 'useless', 'skip'] as const;
export type Sort = (typeof SORTS)[number];

/** How often of a hundred a temper takes each sort; where one is not to be had, the others share its part. */
type Weights = Readonly<Partial<Record<Sort, number>>>;

const WEIGHTS = {
  kind: { right: 95, early: 2, fault: 1, rules: 1, useless: 1 },
  hasty: { early: 60, right: 30, fault: 3, rules: 2, skip: 5 },
  'rule-quoting': { rules: 75, fault: 10, right: 10, early: 4, skip: 1 },
  silent: { skip: 50, useless: 50 },
} as const satisfies Readonly<Record<string, Weights>>;
type Pure = keyof typeof WEIGHTS;

/** An ordinary agent is each of them in turn, kind more often than not. */
const ORDINARY: Readonly<Record<Pure, number>> = { kind: 60, hasty: 15, 'rule-quoting': 15, silent: 10 };

export const TEMPERS = ['kind', 'hasty', 'rule-quoting', 'silent', 'ordinary'] as const;
export type Temper = (typeof TEMPERS)[number];

const RULES = faultBits(['policy', 'deflect', 'defensive', 'blame']);
const SKIP: Event = { type: 'skip' };
/** Own words in which nothing is heard. */
const NOTHING: Event = { type: 'answer', moves: 0, faults: 0 };

/** What an event is at a node. */
export function sortOf(node: Node, event: Event): Sort {
  if (event.type !== 'answer') return 'skip';
  switch (judge(node, event.moves, event.faults)) {
    case 'right':
      return 'right';
    case 'too-soon':
      return 'early';
    case 'fault':
      return (event.faults & RULES) === 0 ? 'fault' : 'rules';
    default:
      return 'useless';
  }
}

/** What a temper may do at a node: events, and up to which number of a roll of `of` each is taken. */
export interface Leaning {
  readonly events: readonly Event[];
  readonly upTo: readonly number[];
  readonly of: number;
}

/**
 * What a temper leans to at a node. Answers of one sort are taken alike.
 * @param answers that the content offers there
 */
export function leaning(temper: Temper, node: Node, answers: readonly Event[]): Leaning {
  const bySort = new Map<Sort, Event[]>(SORTS.map((sort) => [sort, []]));
  for (const event of answers) bySort.get(sortOf(node, event))?.push(event);
  bySort.get('skip')?.push(SKIP);
  if (bySort.get('useless')?.length === 0) bySort.get('useless')?.push(NOTHING);
  const events = [...bySort.values()].flat();
  const shares = sharesOf(temper, (sort) => bySort.get(sort)?.length ?? 0);
  const weights = [...bySort].flatMap(([sort, some]) => some.map(() => shares(sort)));
  let sum = 0;
  const upTo = weights.map((weight) => {
    sum += weight;
    return sum;
  });
  return { events, upTo, of: sum };
}

/** Into how many parts a roll is divided at most: as many as half a chance has. */
const FINE = 1 << 16;

/** The share of one answer of each sort, in whole parts of about {@link FINE}. */
function sharesOf(temper: Temper, count: (sort: Sort) => number): (sort: Sort) => number {
  if (temper !== 'ordinary') {
    const weights: Weights = WEIGHTS[temper];
    const there = SORTS.filter((sort) => count(sort) > 0);
    const sum = there.reduce((all, sort) => all + (weights[sort] ?? 0), 0);
    return (sort) => Math.floor((FINE * (weights[sort] ?? 0)) / (sum * Math.max(1, count(sort))));
  }
  const parts = (Object.keys(ORDINARY) as Pure[]).map((one) => ({
    weight: ORDINARY[one],
    shares: sharesOf(one, count),
  }));
  return (sort) =>
    parts.reduce((all, { weight, shares }) => all + Math.floor((weight * shares(sort)) / 100), 0);
}

/** How a temper fares in a scenario. */
export interface Fared {
  readonly runs: number;
  /** How many ended calm, or safe with nothing missed. */
  readonly won: number;
  /** How many turns all of them had. */
  readonly turns: number;
  /** How many ended at each temperature. */
  readonly degrees: readonly number[];
  /** Where those who did not win failed: how many at each step, by its id. */
  readonly failed: ReadonlyMap<string, number>;
}

/**
 * Lets agents of a temper play a scenario so many times.
 * @param seed for all of them; each has chances of its own
 */
export function fare(course: Course, temper: Temper, runs: number, seed: number): Fared {
  const { machine } = course;
  const first = initial(machine);
  const leanings = machine.nodes.map((node) =>
    leaning(
      temper,
      node,
      answersAt(course, node).map(({ event }) => event),
    ),
  );
  const own = hash32(seed, `${machine.id} ${temper}`);
  const degrees = new Array<number>(machine.lostAt + 1).fill(0);
  const failed = new Array<number>(machine.nodes.length).fill(0);
  let won = 0;
  let turns = 0;
  for (let i = 0; i < runs; i++) {
    const { end, failedAt, turn } = play(machine, first, leanings, scatter(own + i));
    degrees[end.temperature] = (degrees[end.temperature] as number) + 1;
    turns += turn;
    if (isWon(machine, end)) won++;
    else failed[failedAt] = (failed[failedAt] as number) + 1;
  }
  const steps = machine.nodes.map(({ id }, i) => [id, failed[i] as number] as const);
  return { runs, won, turns, degrees, failed: new Map(steps.filter(([, times]) => times > 0)) };
}

/** More turns than any conversation has, should a playbook go round. */
const MOST_TURNS = 1000;
/** From one number of a row to the next: the golden ratio of 32 bits, which comes back last. */
const STRIDE = 0x9e3779b9;

/**
 * Plays one conversation: millions of them a minute, so it allocates no more than the states.
 * @returns how it ended, after how many turns, and the step at which it failed if it did: where the
 *   customer was lost, else where a required step was missed, else the last, still too hot
 */
export function play(
  machine: Machine,
  first: State,
  leanings: readonly Leaning[],
  seed: number,
): { end: State; failedAt: number; turn: number } {
  let state = first;
  let at = state.node;
  let missedAt = at;
  let row = seed;
  let turn = 0;
  for (; turn < MOST_TURNS && (machine.nodes[state.node] as Node).end === null; turn++) {
    at = state.node;
    row = (row + STRIDE) | 0;
    const next = step(machine, state, chosen(leanings[at] as Leaning, scatter(row)));
    if (next.missed && !state.missed) missedAt = at;
    state = next;
  }
  return { end: state, failedAt: state.missed && state.node !== machine.ends.lost ? missedAt : at, turn };
}

/** The event that a chance of 32 bits falls on; no division, which would cost more than all else. */
export function chosen({ events, upTo, of }: Leaning, chance: number): Event {
  const roll = Math.imul(chance >>> 16, of) >>> 16;
  let i = 0;
  while (roll >= (upTo[i] as number)) i++;
  return events[i] as Event;
}
