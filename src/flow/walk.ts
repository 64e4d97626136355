/**
 * Every configuration that a machine can reach, breadth first, each once, with
 * the event that first led there. Never all simple paths: their number explodes.
 */
import { FAULTS, MOVES } from '../playbook/types.ts';
import type { Machine } from './machine.ts';
import { type Event, initial, type State, step } from './step.ts';

export interface Visit {
  readonly state: State;
  /** The visit it was first reached from; null at the start. */
  readonly from: Visit | null;
  readonly event: Event | null;
}

/** A state as text: equal states have equal keys. */
export const stateKey = (s: State): string =>
  `${s.node} ${s.temperature} ${s.tries} ${s.back} ${s.missed ? 1 : 0}${s.fired ? 1 : 0}`;

/** Events that stand for all others: silence, each move, each fault, skip, each threat. */
export const ALL_EVENTS: readonly Event[] = [
  { type: 'answer', moves: 0, faults: 0 },
  ...MOVES.map((_, i): Event => ({ type: 'answer', moves: 1 << i, faults: 0 })),
  ...FAULTS.map((_, i): Event => ({ type: 'answer', moves: 0, faults: 1 << i })),
  { type: 'skip' },
  ...[0, 1, 2, 3, 4, 5, 6].map((threat): Event => ({ type: 'threat', threat })),
];

/**
 * Walks a machine.
 * @param eventsAt the events to try in a state; all by default
 */
export function walk(
  machine: Machine,
  eventsAt: (state: State) => readonly Event[] = () => ALL_EVENTS,
): Map<string, Visit> {
  const first: Visit = { state: initial(machine), from: null, event: null };
  const seen = new Map<string, Visit>([[stateKey(first.state), first]]);
  const queue: Visit[] = [first];
  for (let i = 0; i < queue.length; i++) {
    const visit = queue[i] as Visit;
    for (const event of eventsAt(visit.state)) {
      const state = step(machine, visit.state, event);
      const key = stateKey(state);
      if (seen.has(key)) continue;
      const next: Visit = { state, from: visit, event };
      seen.set(key, next);
      queue.push(next);
    }
  }
  return seen;
}

/** The events that lead to a visit, in order. */
export function pathTo(visit: Visit): Event[] {
  const path: Event[] = [];
  for (let at: Visit | null = visit; at?.event; at = at.from) path.push(at.event);
  return path.reverse();
}
