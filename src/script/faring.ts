/** How agents of each temper fare over some scenarios: what was counted, in shares. Pure. */
import type { Course } from '../flow/course.ts';
import { type Fared, fare, TEMPERS, type Temper } from './agents.ts';

/** Where conversations fail that do not end well. */
export interface Failing {
  /** The step with whose it is: `heart.hear`, `manager.answer`. */
  readonly step: string;
  /** Of those that fail, from 0 to 1. */
  readonly share: number;
}

export interface TemperFaring {
  readonly temper: Temper;
  /** The share that ends calm, or safe with nothing missed, from 0 to 1. */
  readonly well: number;
  /** The median temperature at the end. */
  readonly median: number;
  /** How many turns a conversation has on average. */
  readonly turns: number;
  /** Most of them first. */
  readonly fails: readonly Failing[];
}

export interface Faring {
  readonly runs: number;
  readonly seed: number;
  /** Over all scenarios. */
  readonly tempers: readonly TemperFaring[];
  readonly scenarios: readonly { readonly scenario: string; readonly tempers: readonly TemperFaring[] }[];
}

/** A scenario that was played by each temper, in their order. */
export interface Tried {
  readonly scenario: string;
  readonly by: readonly Fared[];
}

/** Lets every temper play a scenario. */
export function tried(course: Course, runs: number, seed: number): Tried {
  const { machine, playbook } = course;
  // Steps of two playbooks may have one name.
  const named = new Map(
    machine.nodes.map(({ id, threat }) => [id, threat === null ? `${playbook.playbook}.${id}` : id]),
  );
  const by = TEMPERS.map((temper) => {
    const { failed, ...counts } = fare(course, temper, runs, seed);
    return { ...counts, failed: new Map([...failed].map(([id, times]) => [named.get(id) ?? id, times])) };
  });
  return { scenario: machine.id, by };
}

/** Sums up. */
export function faringOf(all: readonly Tried[], runs: number, seed: number): Faring {
  return {
    runs,
    seed,
    tempers: TEMPERS.map((temper, i) => shares(temper, sumOf(all.flatMap(({ by }) => by[i] ?? [])))),
    scenarios: all.map(({ scenario, by }) => ({
      scenario,
      tempers: by.map((one, i) => shares(TEMPERS[i] as Temper, one)),
    })),
  };
}

function shares(temper: Temper, { runs, won, turns, degrees, failed }: Fared): TemperFaring {
  const lost = runs - won;
  const fails = [...failed].map(([step, times]) => ({ step, share: rounded(times / lost) }));
  return {
    temper,
    well: rounded(won / runs),
    median: medianOf(degrees),
    turns: rounded(turns / runs),
    // Of those with the same share the first in the alphabet, so that the order is always the same.
    fails: fails.sort((a, b) => b.share - a.share || (a.step < b.step ? -1 : 1)),
  };
}

/** In ten thousandths, more than which is chance. */
const rounded = (number: number): number => Math.round(number * 10_000) / 10_000;

/** The lower of the two in the middle. */
function medianOf(counts: readonly number[]): number {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let below = 0;
  return counts.findIndex((count) => {
    below += count;
    return below >= half;
  });
}

function sumOf(all: readonly Fared[]): Fared {
  const degrees: number[] = [];
  const failed = new Map<string, number>();
  for (const one of all) {
    one.degrees.forEach((count, i) => {
      degrees[i] = (degrees[i] ?? 0) + count;
    });
    for (const [step, times] of one.failed) failed.set(step, (failed.get(step) ?? 0) + times);
  }
  const total = (key: 'runs' | 'won' | 'turns') => all.reduce((sum, one) => sum + one[key], 0);
  return { runs: total('runs'), won: total('won'), turns: total('turns'), degrees, failed };
}
