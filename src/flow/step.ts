/**
 * The rules of the flow, in one pure and total function. No other file knows
 * them: what a screen shows, a script expects or a graph draws comes from here.
 * The walk calls it millions of times a second, so it allocates one literal.
 */
import { FINISH, type Machine, type Node, RETURN } from './machine.ts';

/** Where a conversation is. */
export interface State {
  readonly node: number;
  /** 0 to `lostAt`. */
  readonly temperature: number;
  /** Tries that failed at this step. */
  readonly tries: number;
  /** The step that a threat interrupted, or -1. */
  readonly back: number;
  /** A required step was skipped, or done by the coach. */
  readonly missed: boolean;
  /** The scenario's threat has come. */
  readonly fired: boolean;
}

/** What happens: an answer with its moves and faults (bits), a step skipped, a threat (index of THREATS). */
export type Event =
  | { readonly type: 'answer'; readonly moves: number; readonly faults: number }
  | { readonly type: 'skip' }
  | { readonly type: 'threat'; readonly threat: number };

/** What an answer was at its step. */
export type Verdict = 'right' | 'fault' | 'too-soon' | 'loop' | 'silent';

const EMPATHIZE = 1 << 2;

/** What an answer is at a node: a fault outweighs all, then the right move, then its timing. */
export function judge(node: Node, moves: number, faults: number): Verdict {
  if (faults !== 0) return 'fault';
  if ((moves & node.rushes) !== 0 && (moves & EMPATHIZE) === 0) return 'too-soon';
  if ((moves & node.wants) !== 0) return 'right';
  if ((moves & node.ahead) !== 0) return 'too-soon';
  if ((moves & node.behind) !== 0) return 'loop';
  return 'silent';
}

/** How many degrees an answer changes the temperature; negative cools. */
export function change(
  machine: Machine,
  state: State,
  verdict: Verdict,
  moves: number,
  faults: number,
): number {
  switch (verdict) {
    case 'right':
      return -strongest(machine.cools, moves & (machine.nodes[state.node] as Node).wants);
    case 'fault':
      return Math.min(machine.atMost, sum(machine.heats, faults));
    case 'too-soon':
      return machine.tooSoon;
    case 'loop':
      // Once is only human; acknowledging on and on is what heats.
      return state.tries > 0 ? machine.loop : 0;
    case 'silent':
      return machine.silent;
  }
}

/** The state in which a conversation begins. */
export function initial(machine: Machine): State {
  return settle(machine, machine.start, machine.temperature, 0, RETURN, false, false);
}

/** The next state. Total: what cannot happen in a state leaves it as it is. */
export function step(machine: Machine, state: State, event: Event): State {
  const node = machine.nodes[state.node] as Node;
  if (node.end !== null) return state;
  const { temperature, tries, back, missed, fired } = state;

  if (event.type === 'threat') {
    const first = machine.threats[event.threat] ?? -1;
    if (first === -1 || node.stop) return state;
    const left = node.threat === null ? state.node : back;
    return settle(machine, first, temperature, 0, left, enters(machine, first, missed), fired);
  }
  if (event.type === 'skip') {
    const heated = clamp(machine, temperature + machine.skipped);
    return forward(machine, node, heated, back, missed || node.required, fired);
  }
  const verdict = judge(node, event.moves, event.faults);
  const felt = clamp(machine, temperature + change(machine, state, verdict, event.moves, event.faults));
  if (verdict === 'right') return forward(machine, node, felt, back, missed, fired);
  // Patience: after the last try the coach says a model phrase and goes on.
  if (tries + 1 >= machine.patience) {
    return forward(machine, node, felt, back, missed || node.required, fired);
  }
  return settle(machine, state.node, felt, tries + 1, back, missed, fired);
}

function forward(
  machine: Machine,
  node: Node,
  temperature: number,
  back: number,
  missed: boolean,
  fired: boolean,
): State {
  if (node.next === RETURN) return settle(machine, back, temperature, 0, RETURN, missed, fired);
  return settle(machine, node.next, temperature, 0, back, missed, fired);
}

/** What follows by itself on entering a node: the scenario's threat, a customer lost, an end. */
function settle(
  machine: Machine,
  at: number,
  temperature: number,
  tries: number,
  back: number,
  missed: boolean,
  fired: boolean,
): State {
  const node = at === FINISH ? null : (machine.nodes[at] as Node);
  if (node !== null && !fired && temperature >= node.threatFrom) {
    // No threat's own step brings another, so this settles at once: in it, or lost where it boils over.
    const first = node.threatAt;
    return settle(machine, first, temperature, 0, at, enters(machine, first, missed), true);
  }
  if (temperature >= machine.lostAt && (node === null || !node.stop)) {
    return { node: machine.ends.lost, temperature, tries: 0, back: RETURN, missed, fired };
  }
  if (node === null) {
    const calm = temperature <= machine.calmAt && !missed;
    return {
      node: calm ? machine.ends.calm : machine.ends.unresolved,
      temperature,
      tries: 0,
      back: RETURN,
      missed,
      fired,
    };
  }
  if (node.end !== null) return { node: at, temperature, tries: 0, back: RETURN, missed, fired };
  return { node: at, temperature, tries, back, missed, fired };
}

/** In a stop only safety counts: what was missed in the conversation no longer does. */
function enters(machine: Machine, first: number, missed: boolean): boolean {
  return (machine.nodes[first] as Node).stop ? false : missed;
}

function clamp(machine: Machine, temperature: number): number {
  return Math.max(0, Math.min(machine.lostAt, temperature));
}

function strongest(weights: readonly number[], bits: number): number {
  let most = 0;
  for (let i = 0; i < weights.length; i++) {
    if ((bits & (1 << i)) !== 0 && (weights[i] as number) > most) most = weights[i] as number;
  }
  return most;
}

function sum(weights: readonly number[], bits: number): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    if ((bits & (1 << i)) !== 0) total += weights[i] as number;
  }
  return total;
}

/** True where the customer was helped: calm, or safe with nothing missed. */
export function isWon(machine: Machine, state: State): boolean {
  return state.node === machine.ends.calm || (state.node === machine.ends.safe && !state.missed);
}
