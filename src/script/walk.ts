/**
 * Walks a conversation: every state that the answers of the content, skipping and threats lead to,
 * and every screen that a person sees on the way. Pure: the same content gives the same report.
 */
import { isDanger } from '../check/danger.ts';
import { answersAt, type Move, type Reached, reach, SKIP, wayTo } from '../check/explore.ts';
import type { Course } from '../flow/course.ts';
import type { Machine, Node } from '../flow/machine.ts';
import { advance, type Session, start, type Turn } from '../flow/session.ts';
import { type State, step } from '../flow/step.ts';
import { LANGS, THREATS } from '../playbook/types.ts';
import type { Page } from '../term/render.ts';
import { FIRST_SEED, inputOf, type Looker, lookerAt, type Spot, type Wrong } from './looker.ts';
import { debriefed, feedback, screensAtStart, screensAtStep, spoken, temperature } from './screens.ts';
import { listOf, type Subject, subjectOf } from './visits.ts';

/** What the screens are drawn with. */
export interface Sight {
  /** The widest of a language first: what is wrong on it is not told again of the others. */
  readonly pages: readonly Page[];
  /** The title of a source. */
  readonly sourceOf: (id: string, page: Page) => string;
}

export interface Walked extends Subject {
  readonly states: number;
  readonly screens: number;
  /** Each once, with the shortest conversation that shows it. */
  readonly wrongs: readonly Wrong[];
}

/** Walks a course. */
export function walkCourse(course: Course, sight: Sight): Walked {
  const { machine } = course;
  const moves = movesIn(course);
  const reached = reach(machine, ({ node }) => moves[node] ?? []);
  const looker = lookerAt(course, reached);
  const turns = turnsIn(machine, reached, moves, looker);
  for (const lang of LANGS) {
    const pages = sight.pages.filter((page) => page.lang === lang);
    looker.attempt(START, lang, () => {
      const first = start(course, lang, FIRST_SEED);
      const tour = { course, reached, looker, sight: { ...sight, pages }, first, drawn: new Set<string>() };
      lookAround(tour, turns);
    });
  }
  return {
    ...subjectOf(course),
    states: reached.states.length,
    screens: looker.screens(),
    wrongs: looker.wrongs(),
  };
}

/** What can be done at each node: the answers that the content offers, skipping, each threat. */
function movesIn(course: Course): (readonly Move[])[] {
  const threats = [...course.threats.keys()].map(
    (kind): Move => ({ event: { type: 'threat', threat: THREATS.indexOf(kind) }, choose: null }),
  );
  return course.machine.nodes.map((node) =>
    node.end === null ? [...answersAt(course, node), SKIP, ...threats] : [],
  );
}

/** A turn that can be played: a move, in one of the states that were reached. */
interface Playable {
  readonly from: number;
  readonly move: Move;
  readonly after: State;
}

/**
 * Plays every move in every state, and holds what comes of it against what is promised.
 * @returns the turns that look like no other: all that shows of one is the move, where it leads
 *   and how much it heats; how hot it then is has a line of its own
 */
function turnsIn(
  machine: Machine,
  { states }: Reached,
  moves: readonly (readonly Move[])[],
  looker: Looker,
): Playable[] {
  const turns = new Map<number, Playable>();
  const { lostAt, nodes } = machine;
  const most = Math.max(...moves.map(({ length }) => length));
  states.forEach((state, from) => {
    const own = moves[state.node] as readonly Move[];
    const spot = { state: from, move: null };
    if (!isWithin(machine, state)) looker.note('out-of-bounds', spot, String(state.temperature));
    own.forEach((move, i) => {
      const after = step(machine, state, move.event);
      // What cannot happen here leaves the state as it is.
      if (after === state) return;
      if (!isSafe(machine, state, after)) {
        const to = nodes[after.node]?.id ?? '';
        looker.note('danger-not-safe', { state: from, move }, `${nodes[state.node]?.id} → ${to}`);
      }
      const change = after.temperature - state.temperature + lostAt;
      const brokeIn = after.fired !== state.fired ? 1 : 0;
      const left = after.back !== state.node ? 2 : 0;
      const place = (state.node * most + i) * nodes.length + after.node;
      const look = (place * (2 * lostAt + 1) + change) * 4 + brokeIn + left;
      if (!turns.has(look)) turns.set(look, { from, move, after });
    });
  });
  return [...turns.values()];
}

const isWithin = ({ lostAt }: Machine, { temperature }: State): boolean =>
  Number.isInteger(temperature) && temperature >= 0 && temperature <= lostAt;

/** A danger to life leads through its own steps to safety, and nowhere else. */
function isSafe({ nodes }: Machine, before: State, after: State): boolean {
  const { threat } = nodes[before.node] as Node;
  const to = nodes[after.node] as Node;
  return threat === null || !isDanger(threat) || to.threat === threat || to.end === 'safe';
}

/** One language's walk: what is drawn on which pages, and what has been drawn already. */
interface Tour {
  readonly course: Course;
  readonly reached: Reached;
  readonly looker: Looker;
  readonly sight: Sight;
  readonly first: Session;
  readonly drawn: Set<string>;
}

/** Draws every screen in one language. */
function lookAround(tour: Tour, turns: readonly Playable[]): void {
  const { reached, looker, sight, first } = tour;
  for (const page of sight.pages) {
    for (const screen of screensAtStart(page, first)) looker.look(START, page, screen);
  }
  lookAtLines(tour, first, null, START);
  reached.states.forEach((state, i) => {
    looker.attempt({ state: i, move: null }, first.lang, () => lookAtState(tour, state, i));
  });
  for (const turn of turns) {
    const { from, move } = turn;
    looker.attempt({ state: from, move }, first.lang, () => lookAtTurn(tour, turn));
  }
}

const START: Spot = { state: 0, move: null };

/** A session that stands in a state, without what was said before. */
const standing = (first: Session, state: State): Session => ({ ...first, first: state, opening: [] });

/** A step looks the same each time; a debrief tells of all that was said. */
function lookAtState({ course, reached, looker, sight, first, drawn }: Tour, state: State, i: number): void {
  const spot = { state: i, move: null };
  if (course.machine.nodes[state.node]?.end !== null) {
    const session = wayTo(reached, i).map(inputOf).reduce(advance, first);
    for (const page of sight.pages) looker.look(spot, page, debriefed(page, session));
    return;
  }
  if (!isNew(drawn, `step ${state.node}`)) return;
  for (const page of sight.pages) {
    const screens = screensAtStep(page, standing(first, state), (id) => sight.sourceOf(id, page));
    for (const screen of screens) looker.look(spot, page, screen);
  }
}

function lookAtTurn(tour: Tour, { from, move, after }: Playable): void {
  const { course, reached, looker, sight, first, drawn } = tour;
  const spot = { state: from, move };
  const before = reached.states[from] as State;
  const session = advance(standing(first, before), inputOf(move));
  const [turn] = session.turns as readonly [Turn];
  for (const page of sight.pages) looker.look(spot, page, feedback(page, session, turn));
  lookAtLines(tour, session, turn, spot);
  const change = after.temperature - before.temperature;
  if (!isNew(drawn, `degrees ${after.temperature} ${change}`)) return;
  for (const page of sight.pages)
    looker.look(spot, page, temperature(page, course, after.temperature, change));
}

/** Every line that the customer could have said as well. */
function lookAtLines(tour: Tour, session: Session, turn: Turn | null, spot: Spot): void {
  const { course, looker, sight, drawn } = tour;
  for (const heard of turn?.heard ?? session.opening) {
    const { subject, list, lines } = listOf(session, turn, heard);
    if (!isNew(drawn, `list ${subject.kind} ${subject.id} ${list}`)) continue;
    for (const text of lines ?? []) {
      for (const page of sight.pages) looker.look(spot, page, spoken(page, course, { ...heard, text }));
    }
  }
}

/** Whether something is drawn for the first time. */
function isNew(drawn: Set<string>, what: string): boolean {
  const before = drawn.size;
  return drawn.add(what).size > before;
}
