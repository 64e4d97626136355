/** Steps that lead round in a ring, so that a conversation never comes to an end of its own. */
import { initial, step } from '../flow/step.ts';
import type { Played } from './content.ts';
import { isRight, type Move } from './explore.ts';
import { type Shown, shown } from './way.ts';

/** Where a ring closes. */
export interface Ring {
  /** The step that leads back, and the one that it leads back to: the same where it leads to itself. */
  readonly from: string;
  readonly to: string;
}

/** The ring of a playbook; null where the machine shows that each conversation has its end. */
export function ringOf({ course: { machine }, explored }: Played): Ring | null {
  if (explored.stuck.length === 0) return null;
  const met = new Set<number>();
  for (let at = machine.start; at >= 0; ) {
    met.add(at);
    const node = machine.nodes[at];
    if (!node) break;
    if (met.has(node.next)) return { from: node.step, to: machine.nodes[node.next]?.step ?? '' };
    at = node.next;
  }
  return null;
}

/** The ring in a scenario of the playbook, where one is checked with it: right answers, once round. */
export function shownRing(played: readonly Played[], playbook: string): Shown {
  for (const one of played) {
    if (one.doc.kind !== 'scenario' || one.doc.value.playbook !== playbook) continue;
    const way = onceRound(one);
    if (way) return shown(one.course, way);
  }
  return {};
}

/** Right answers until a step of the playbook comes again; null where it ends before that. */
function onceRound({ course: { machine }, explored }: Played): Move[] | null {
  const way: Move[] = [];
  const met = new Set<number>();
  let state = initial(machine);
  while (!met.has(state.node)) {
    const node = machine.nodes[state.node];
    if (node?.threat === null) met.add(state.node);
    const right = explored.answers[state.node]?.find((move) => isRight(node, move));
    if (!right) return null;
    way.push(right);
    state = step(machine, state, right.event);
  }
  return way;
}
