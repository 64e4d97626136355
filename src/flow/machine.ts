/**
 * A playbook, with a scenario where there is one, becomes a state machine: a
 * plain table of nodes and weights. {@link step} in `step.ts` is the only code
 * that moves through it; practice, coach, scripts, walks and graphs all use it.
 */
import type { Playbook, Scenario, Temperature, Threat } from '../playbook/schema.ts';
import { ENDS, type EndKind, FAULTS, MOVES, moveBits, THREATS, type ThreatKind } from '../playbook/types.ts';

/** `next` of a threat's last step: back to the step that was left. */
export const RETURN = -1;
/** `next` of the last step: calm or unresolved, as temperature and steps decide. */
export const FINISH = -2;

export interface Node {
  /** `hear`, `manager.answer` or, for an end, `calm`. */
  readonly id: string;
  /** The step's own id, or the end's. */
  readonly step: string;
  readonly end: EndKind | null;
  /** The threat whose answer this step is part of. */
  readonly threat: ThreatKind | null;
  /** True in a threat that stops the script: only forward, to the safe end. */
  readonly stop: boolean;
  /** Moves (bits) that do this step's job. */
  readonly wants: number;
  /** Moves that belong to a later step. */
  readonly ahead: number;
  /** Moves that were the job of an earlier step. */
  readonly behind: number;
  /** Moves that are too soon here even beside the right one, unless the answer also empathizes. */
  readonly rushes: number;
  /** A node, {@link RETURN} or {@link FINISH}. */
  readonly next: number;
  /** Without it no end is calm (or, in a stop, not all was done). */
  readonly required: boolean;
  /** The scenario's threat breaks in here from this temperature on; 99 for never. */
  readonly threatFrom: number;
  /** The first node of that threat. */
  readonly threatAt: number;
}

/** A playbook as a table. Everything in it is plain data. */
export interface Machine {
  readonly id: string;
  readonly nodes: readonly Node[];
  readonly start: number;
  readonly ends: Readonly<Record<EndKind, number>>;
  /** The first node of each kind of threat, in the order of THREATS; -1 where it is unknown. */
  readonly threats: readonly number[];
  readonly temperature: number;
  readonly calmAt: number;
  readonly lostAt: number;
  readonly patience: number;
  /** What each move cools and each fault heats, in degrees, by bit. */
  readonly cools: readonly number[];
  readonly heats: readonly number[];
  /** One answer heats no more than this, however many faults it has. */
  readonly atMost: number;
  readonly tooSoon: number;
  readonly loop: number;
  readonly silent: number;
  readonly skipped: number;
}

/** What a machine is made from. */
export interface Parts {
  readonly playbook: Playbook;
  readonly scenario: Scenario | null;
  readonly threats: readonly Threat[];
  readonly temperature: Temperature;
}

/** The temperature of a conversation that has no scenario, as `coach` walks it. */
const DEFAULT_TEMPERATURE = 6;
const NEVER = 99;

/** Makes the table. The parts must have been validated and resolved. */
export function makeMachine(parts: Parts): Machine {
  const { playbook, scenario, temperature: weights } = parts;
  const nodes: Node[] = [];
  const threatAt = new Map<ThreatKind, number>();

  // Threats first, so that steps can point to them.
  let at = Object.keys(playbook.steps).length;
  for (const threat of parts.threats) {
    threatAt.set(threat.threat, at);
    at += Object.keys(threat.steps).length;
  }
  const ends = Object.fromEntries(ENDS.map((end, i) => [end, at + i])) as Record<EndKind, number>;

  const steps = Object.entries(playbook.steps);
  const jobs = steps.map(([, { moves }]) => moveBits(moves));
  steps.forEach(([id, one], i) => {
    const { wants, ahead, behind, rushes } = movesOf(jobs, i);
    const brings = scenario?.threat?.step === id ? scenario.threat : null;
    const named = one.next === undefined ? i + 1 : indexOfStep(playbook, one.next);
    nodes.push({
      id,
      step: id,
      end: null,
      threat: null,
      stop: false,
      wants,
      ahead,
      behind,
      rushes,
      next: named >= steps.length ? FINISH : named,
      required: one.required !== false,
      threatFrom: brings ? brings.from : NEVER,
      threatAt: brings ? (threatAt.get(brings.kind) ?? RETURN) : RETURN,
    });
  });
  for (const threat of parts.threats) {
    for (const node of threatNodes(threat, nodes.length, ends.safe)) nodes.push(node);
  }
  for (const end of ENDS) nodes.push(ENDINGS[end]);

  return {
    id: scenario?.scenario ?? playbook.playbook,
    nodes,
    start: 0,
    ends,
    threats: THREATS.map((kind) => threatAt.get(kind) ?? -1),
    temperature: Math.min(weights['lost-at'], scenario?.temperature ?? DEFAULT_TEMPERATURE),
    calmAt: weights['calm-at'],
    lostAt: weights['lost-at'],
    patience: weights.patience,
    cools: MOVES.map((move) => weights.moves[move].cools),
    heats: FAULTS.map((fault) => weights.faults[fault].heats),
    atMost: weights['answer-heats-at-most'],
    tooSoon: weights.turns['too-soon'].heats,
    loop: weights.turns['empathy-loop'].heats,
    silent: weights.turns.silent.heats,
    skipped: weights.turns.skipped.heats,
  };
}

/** The nodes of each threat, by where they begin and where it is safe: the same in many machines. */
const made = new WeakMap<Threat, Map<string, readonly Node[]>>();

/** The nodes of a threat's steps, the first of them at a place of the table. */
function threatNodes(threat: Threat, at: number, safe: number): readonly Node[] {
  const known = made.get(threat) ?? new Map<string, readonly Node[]>();
  made.set(threat, known);
  const place = `${at} ${safe}`;
  const nodes = known.get(place) ?? makeThreatNodes(threat, at, safe);
  known.set(place, nodes);
  return nodes;
}

function makeThreatNodes({ threat, stop, steps }: Threat, at: number, safe: number): Node[] {
  const jobs = Object.values(steps).map(({ moves }) => moveBits(moves));
  return Object.keys(steps).map((id, i) => {
    const last = i === jobs.length - 1;
    const { wants, ahead, behind, rushes } = movesOf(jobs, i);
    return {
      id: `${threat}.${id}`,
      step: id,
      end: null,
      threat,
      stop,
      wants,
      ahead,
      behind,
      rushes,
      next: last ? (stop ? safe : RETURN) : at + i + 1,
      required: stop,
      threatFrom: NEVER,
      threatAt: RETURN,
    };
  });
}

function indexOfStep(playbook: Playbook, id: string): number {
  const index = Object.keys(playbook.steps).indexOf(id);
  return index === -1 ? Object.keys(playbook.steps).length : index;
}

/** Which moves a step wants, and which come too early or again, from its row of steps. */
function movesOf(wanted: readonly number[], i: number) {
  const wants = wanted[i] as number;
  const before = union(wanted, 0, i);
  const after = union(wanted, i + 1, wanted.length);
  const behind = before & ~wants;
  const beforeEmpathy = (before & EMPATHIZE) === 0 && (after & EMPATHIZE) !== 0;
  const rushes = beforeEmpathy ? RESPOND & ~wants : 0;
  return { wants, behind, ahead: after & ~wants & ~behind, rushes };
}

const EMPATHIZE = moveBits(['empathize']);
const RESPOND = moveBits(['respond']);

function union(wanted: readonly number[], from: number, to: number): number {
  let all = 0;
  for (let i = from; i < to; i++) all |= wanted[i] as number;
  return all;
}

const endNode = (end: EndKind): Node => ({
  id: end,
  step: end,
  end,
  threat: null,
  stop: end === 'safe',
  wants: 0,
  ahead: 0,
  behind: 0,
  rushes: 0,
  next: RETURN,
  required: false,
  threatFrom: NEVER,
  threatAt: RETURN,
});

const ENDINGS = Object.fromEntries(ENDS.map((end) => [end, endNode(end)])) as Record<EndKind, Node>;
