/** The steps of a playbook in the order in which a conversation comes to them. */
import type { Playbook, Step } from '../playbook/schema.ts';
import type { Move } from '../playbook/types.ts';

export interface Placed {
  readonly id: string;
  readonly step: Step;
}

/**
 * From the first step on, each once; what is never come to is left out. A self-check, whose
 * steps ask its reader, is no conversation and has no order.
 */
export function stepsInOrder({ steps }: Playbook): Placed[] {
  if (Object.values(steps).every(({ question }) => question)) return [];
  const ids = Object.keys(steps);
  const placed = new Map<string, Placed>();
  for (let id = ids[0]; id !== undefined && !placed.has(id); ) {
    // A name that leads nowhere may be one that every object has: constructor.
    const step = Object.hasOwn(steps, id) ? steps[id] : undefined;
    if (!step) break;
    placed.set(id, { id, step });
    id = step.next ?? ids[ids.indexOf(id) + 1];
  }
  return [...placed.values()];
}

/** Asks of a step whether it wants one of some moves. */
export const wants =
  (...moves: readonly Move[]) =>
  ({ step }: Placed): boolean =>
    step.moves.some((move) => moves.includes(move));
