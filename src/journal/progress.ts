/**
 * What past practice shows, counted: what was practised, in which order, which
 * moves came and which did not, what heated, how it ended. Nothing here is a
 * grade, and nothing speaks of real calls.
 */
import { type EndKind, FAULTS, type Fault, MOVES, type Move } from '../playbook/types.ts';
import type { DayOf } from './day.ts';
import type { Practised, PractisedTurn } from './practised.ts';
import { visitsOf } from './visits.ts';

/** So many are set against as many before them. */
export const FEW = 5;

/** So many times out of so many. */
export interface Share {
  readonly times: number;
  readonly of: number;
}

/** The last {@link FEW} and the ones before them; null where there is none of them. */
export interface Compared<T> {
  readonly recent: T | null;
  readonly before: T | null;
}

export interface Progress {
  /** Sessions in which something was said or skipped. */
  readonly sessions: number;
  /** Days of the calendar on which there was practice. */
  readonly days: number;
  /** The first and the last of those days; null where there is none. */
  readonly from: number | null;
  readonly to: number | null;
  /** The conversations, the most practised first. */
  readonly practised: readonly PractisedScenario[];
  /** Of the sessions that came to an end, and not to the customer's leaving: where nothing came too soon or was skipped. */
  readonly order: Share & Compared<Share>;
  /** Moves that some step was there for, in the order of the vocabulary. */
  readonly moves: readonly MoveProgress[];
  /** Faults that were made, the most frequent first. */
  readonly faults: readonly FaultProgress[];
  /** Each session's temperature, the earliest first. */
  readonly temperatures: readonly Course[];
}

export interface PractisedScenario {
  readonly scenario: string;
  readonly times: number;
  /** The day of the last time. */
  readonly last: number;
}

/**
 * How often a move came at the first try where a step was there for it, and did its work: beside a
 * fault it does not. Some steps are there for several and one is enough, so that not all of them need
 * ever come.
 */
export interface MoveProgress extends Share, Compared<Share> {
  readonly move: Move;
}

/** How often a fault was made: in all, in the last sessions and in those before. */
export interface FaultProgress extends Compared<number> {
  readonly fault: Fault;
  readonly times: number;
}

export interface Course {
  readonly scenario: string;
  readonly day: number;
  /** In degrees, 0 to 10. */
  readonly start: number;
  readonly end: number;
  /** Null where it was left. */
  readonly ended: EndKind | null;
}

/**
 * @param practised the earliest first
 * @param now in milliseconds since 1970; what claims to be later counts as today
 */
export function progressOf(practised: readonly Practised[], now: number, dayOf: DayOf): Progress {
  const sessions = practised.filter(({ turns }) => turns.some(({ verdict }) => verdict !== 'threatened'));
  const day = (at: number) => dayOf(Math.min(at, now));
  const firstTries = sessions.flatMap(visitsOf).map(({ tries: [first] }) => first);
  const days = new Set(sessions.flatMap(({ turns }) => turns.map(({ at }) => day(at))));
  return {
    sessions: sessions.length,
    days: days.size,
    from: days.size > 0 ? Math.min(...days) : null,
    to: days.size > 0 ? Math.max(...days) : null,
    practised: scenariosIn(sessions, day),
    order: orderIn(sessions),
    moves: MOVES.flatMap((move) => moveIn(firstTries, move)),
    faults: FAULTS.flatMap((fault) => faultIn(sessions, fault)).sort((a, b) => b.times - a.times),
    temperatures: sessions.map((session) => ({
      scenario: session.scenario,
      day: day(lastOf(session)),
      start: session.start,
      end: session.end?.temperature ?? session.turns.at(-1)?.after ?? session.start,
      ended: session.end?.kind ?? null,
    })),
  };
}

const lastOf = ({ turns, began }: Practised): number => turns.at(-1)?.at ?? began;

function scenariosIn(sessions: readonly Practised[], day: DayOf): PractisedScenario[] {
  const found = new Map<string, PractisedScenario>();
  for (const session of sessions) {
    const { scenario } = session;
    const known = found.get(scenario);
    const last = Math.max(known?.last ?? 0, day(lastOf(session)));
    found.set(scenario, { scenario, times: (known?.times ?? 0) + 1, last });
  }
  return [...found.values()].sort((a, b) => b.times - a.times || b.last - a.last);
}

function orderIn(sessions: readonly Practised[]): Progress['order'] {
  const kept = sessions
    .filter(({ end }) => end !== null && end.kind !== 'lost')
    .map(({ turns }) => turns.every(({ verdict }) => verdict !== 'too-soon' && verdict !== 'skipped'));
  return { ...shareOf(kept), ...compared(kept, shareOf) };
}

function moveIn(firstTries: readonly PractisedTurn[], move: Move): MoveProgress[] {
  const came = firstTries
    .filter(({ wants }) => wants.includes(move))
    .map(({ moves, verdict }) => verdict === 'right' && moves.includes(move));
  return came.length === 0 ? [] : [{ move, ...shareOf(came), ...compared(came, shareOf) }];
}

function faultIn(sessions: readonly Practised[], fault: Fault): FaultProgress[] {
  const made = sessions.map(
    ({ turns }) => turns.flatMap(({ faults }) => faults).filter((one) => one === fault).length,
  );
  const times = sum(made);
  return times === 0 ? [] : [{ fault, times, ...compared(made, sum) }];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const shareOf = (all: readonly boolean[]): Share => ({ times: all.filter(Boolean).length, of: all.length });

function compared<T, R>(all: readonly T[], count: (some: readonly T[]) => R): Compared<R> {
  const recent = all.slice(-FEW);
  const before = all.slice(0, -FEW).slice(-FEW);
  return {
    recent: recent.length > 0 ? count(recent) : null,
    before: before.length > 0 ? count(before) : null,
  };
}
