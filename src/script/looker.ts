/** Looks at screens, and notes what is wrong with a walk: each thing once, with a script that leads there. */
import { type Move, type Reached, wayTo } from '../check/explore.ts';
import { scriptOf } from '../check/way.ts';
import type { Course } from '../flow/course.ts';
import { advance, type Input, type Session, start } from '../flow/session.ts';
import { type Lang, THREATS, type ThreatKind } from '../playbook/types.ts';
import { heard, type Page, turnPlayed } from '../term/render.ts';
import type { Screen, ScreenKind } from './screens.ts';
import { SLIPS, slipsOn } from './slips.ts';

export const WRONGS = [...SLIPS, 'threw', 'out-of-bounds', 'danger-not-safe'] as const;
export type WrongKind = (typeof WRONGS)[number];

export interface Wrong {
  readonly wrong: WrongKind;
  /** Where the conversation stood: `hear`, `manager.answer`. */
  readonly at: string;
  /** The line on the screen, what was thrown, the degrees, or from where to where. */
  readonly seen: string;
  /** The screen that was drawn; null where the flow itself is wrong. */
  readonly screen: ScreenKind | null;
  readonly lang: Lang | null;
  readonly columns: number | null;
  /** The shortest conversation that shows it. */
  readonly script?: string;
}

/** A state that was reached, or a move in it. */
export interface Spot {
  readonly state: number;
  readonly move: Move | null;
}

export interface Looker {
  /** Notes something wrong with the flow. */
  readonly note: (wrong: WrongKind, spot: Spot, seen: string) => void;
  /** Draws a screen, and notes what is wrong with it. */
  readonly look: (spot: Spot, page: Page, screen: Screen) => void;
  /** Does something that may fail, and notes it where it does. */
  readonly attempt: (spot: Spot, lang: Lang, work: () => void) => void;
  readonly screens: () => number;
  readonly wrongs: () => readonly Wrong[];
}

/** A looker at the states of a course. */
export function lookerAt(course: Course, reached: Reached): Looker {
  const wrongs = new Map<string, Wrong>();
  let screens = 0;
  const add = (one: Omit<Wrong, 'at' | 'script'>, { state, move }: Spot, page: Page | null) => {
    const key = [one.wrong, one.lang, one.seen].join(' ');
    if (wrongs.has(key)) return;
    const way = [...wayTo(reached, state), ...(move ? [move] : [])];
    const at = course.machine.nodes[reached.states[state]?.node ?? 0]?.id ?? '';
    const seed = page && isSaid(one.screen) ? seedShowing(course, way, page, one.seen) : FIRST_SEED;
    wrongs.set(key, { ...one, at, ...scriptOf(course, way, { seed, lang: one.lang }) });
  };
  const NOWHERE = { screen: null, lang: null, columns: null };
  return {
    note: (wrong, spot, seen) => add({ wrong, seen, ...NOWHERE }, spot, null),
    look: (spot, page, { kind, draw }) => {
      screens++;
      const where = { screen: kind, lang: page.lang, columns: page.style.width };
      try {
        for (const { slip, line } of slipsOn(draw(), page.style.width)) {
          add({ wrong: slip, seen: line.trim(), ...where }, spot, page);
        }
      } catch (error) {
        add({ wrong: 'threw', seen: messageOf(error), ...where }, spot, null);
      }
    },
    attempt: (spot, lang, work) => {
      try {
        work();
      } catch (error) {
        add({ wrong: 'threw', seen: messageOf(error), ...NOWHERE, lang }, spot, null);
      }
    },
    screens: () => screens,
    wrongs: () => [...wrongs.values()],
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The seed that all is drawn with. */
export const FIRST_SEED = 1;
/** So many seeds show every line of the longest list, but for one list in fifty. */
const SEEDS = 300;

/** What the customer says depends on the seed. */
const isSaid = (screen: ScreenKind | null): boolean =>
  screen === 'opening' || screen === 'feedback' || screen === 'line';

/** The first seed with which a way shows a line. */
function seedShowing(course: Course, way: readonly Move[], page: Page, line: string): number {
  for (let seed = FIRST_SEED; seed <= SEEDS; seed++) {
    try {
      const session = way.map(inputOf).reduce(advance, start(course, page.lang, seed));
      if (shownOf(session, page).some((one) => one.trim() === line)) return seed;
    } catch {
      return FIRST_SEED;
    }
  }
  return FIRST_SEED;
}

function shownOf(session: Session, page: Page): string[] {
  const turn = session.turns.at(-1);
  return turn ? turnPlayed(page, session, turn) : heard(page, session.course, session.opening);
}

/** A move as a session plays it; without a choice the step is done. */
export function inputOf({ event, choose }: Move): Input {
  if (event.type === 'skip') return { skip: true };
  if (event.type === 'threat') return { threat: THREATS[event.threat] as ThreatKind };
  return choose === null ? { done: true } : { choose };
}
