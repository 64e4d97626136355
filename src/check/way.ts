/** Ways through a conversation, as evidence: scripts that `svalka practice --script` and `svalka test` replay. */
import { type Course, makeCourse, phrasesOf, stepOf } from '../flow/course.ts';
import type { Machine, Node } from '../flow/machine.ts';
import { initial, type State, step } from '../flow/step.ts';
import type { Library } from '../playbook/library.ts';
import { LANGS, type Lang, moveNames, THREATS, type ThreatKind } from '../playbook/types.ts';
import { type Move, type Reached, SKIP, wayTo } from './explore.ts';
import { isWhole } from './whole.ts';

/** A finding's script, where there is one. */
export interface Shown {
  readonly script?: string;
}

/**
 * A way through a scenario as a script.
 * @param way from the start; where it ends before the conversation does, the rest is skipped
 * @returns nothing where the way has answers that no choice stands for, or never comes to an end
 */
export function shown(course: Course, way: readonly Move[]): Shown {
  return course.scenario ? scriptOf(course, way, { seed: 1, lang: null }) : {};
}

/** With which words a way is told: of the customer by the seed, and of one language or both. */
export interface Telling {
  readonly seed: number;
  readonly lang: Lang | null;
}

/** The same, also for a playbook by itself, whose steps are done by saying a phrase of theirs. */
export function scriptOf(course: Course, way: readonly Move[], { seed, lang }: Telling): Shown {
  const { scenario, playbook, machine } = course;
  // Phrases are there for one language.
  const told = lang ?? (scenario ? null : LANGS[0]);
  const whole = toTheEnd(machine, way);
  const turns = whole ? turnsOf(course, whole.moves, told) : [];
  if (!whole || turns.length === 0 || turns.includes(null)) return {};
  const lines = [
    'schema: 1',
    'script: shown',
    scenario ? `scenario: ${scenario.scenario}` : `playbook: ${playbook.playbook}`,
    ...(told === null ? [] : [`lang: ${told}`]),
    `seed: ${seed}`,
    'turns:',
    ...turns.map((turn) => `  - ${turn}`),
    `ends: ${whole.end}`,
  ];
  return { script: lines.join('\n') };
}

/** The turns that play some moves. */
function turnsOf(course: Course, moves: readonly Move[], lang: Lang | null): (string | null)[] {
  const { machine } = course;
  let state = initial(machine);
  return moves.map((move) => {
    const node = machine.nodes[state.node] as Node;
    state = step(machine, state, move.event);
    return turnOf(move, () => (course.scenario || lang === null ? null : doneAt(course, node, lang)));
  });
}

/** The turn that plays a move; null for an answer that no choice stands for. */
function turnOf({ event, choose }: Move, done: () => string | null): string | null {
  switch (event.type) {
    case 'threat':
      return `threat: ${THREATS[event.threat]}`;
    case 'skip':
      return 'skip: true';
    case 'answer':
      return choose === null ? done() : `choose: ${choose}`;
  }
}

/** The turn that does a step of a playbook by itself; in a threat there are choices, so it is own words. */
function doneAt(course: Course, node: Node, lang: Lang): string | null {
  if (node.threat !== null) return `heard: { moves: [${moveNames(node.wants).join(', ')}], faults: [] }`;
  const step = stepOf(course, node);
  const [phrase] = step ? phrasesOf(course, step, lang, 'phone') : [];
  return phrase ? `choose: ${phrase.id}` : null;
}

/** A way with what is left skipped; null where skipping goes round for ever. */
function toTheEnd(machine: Machine, way: readonly Move[]): { moves: Move[]; end: string } | null {
  const moves = [...way];
  let state = way.reduce((at, { event }) => step(machine, at, event), initial(machine));
  // Each skip leads a step on or, round a ring, heats: then the customer is lost in the end.
  for (let left = machine.nodes.length + machine.lostAt; left > 0; left--) {
    const end = machine.nodes[state.node]?.end;
    if (end) return { moves, end };
    moves.push(SKIP);
    state = step(machine, state, SKIP.event);
  }
  return null;
}

/**
 * The way to the end that is best by some measure.
 * @param cost of an end, in order of weight: the lowest is best, and of two alike the nearer
 */
export function wayToEnd(
  machine: Machine,
  reached: Reached,
  cost: (end: State) => readonly number[],
): Move[] | null {
  let best = -1;
  let lowest: readonly number[] = [];
  reached.states.forEach((state, i) => {
    if (!machine.nodes[state.node]?.end) return;
    const own = cost(state);
    if (best !== -1 && !isLower(own, lowest)) return;
    best = i;
    lowest = own;
  });
  return best === -1 ? null : wayTo(reached, best);
}

function isLower(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, i) => value !== other[i]);
  return at !== -1 && (one[at] as number) < (other[at] as number);
}

/** As well as it can end: with nothing missed, then as cool as can be. */
export const atBest = ({ missed, temperature }: State): readonly number[] => [missed ? 1 : 0, temperature];

/** As badly as it can end: as hot as can be. */
export const atWorst = ({ temperature }: State): readonly number[] => [-temperature];

/** What a threat does to a conversation: it comes at once, in the first scenario that there is. */
export function shownThreat(library: Library, kind: ThreatKind): Shown {
  const [scenario] = library.ids('scenario');
  const course = scenario === undefined ? null : makeCourse(library, { scenario });
  const threat = THREATS.indexOf(kind);
  if (!course || !isWhole(course)) return {};
  return shown(course, [{ event: { type: 'threat', threat }, choose: null }]);
}
