/**
 * Plays a script as a test: turn by turn through the same session as practice, and after each
 * turn compares what the script expects with what is there. Pure. Strict both ways: a turn that
 * cannot be played, is left over or is missing fails, and so does an expectation never reached.
 */
import type { Review } from '../coach/review.ts';
import { practiceOf } from '../flow/course.ts';
import type { Node } from '../flow/machine.ts';
import {
  accepts,
  advance,
  type Input,
  type Turn as Played,
  type Session,
  stateOf,
  view,
} from '../flow/session.ts';
import type { Expect, Script, Turn } from '../playbook/schema.ts';
import type { EndKind, Fault, Move } from '../playbook/types.ts';
import { shownAfter } from '../term/play.ts';
import type { Page } from '../term/render.ts';

/** What was there after a turn. */
export interface Seen {
  /** The step at which it was played. */
  readonly at: string;
  readonly said: string;
  readonly moves: readonly Move[];
  readonly faults: readonly Fault[];
  readonly before: number;
  readonly temperature: number;
  /** The step at which the conversation stands afterwards; an end's name at an end. */
  readonly step: string;
  readonly end: EndKind | null;
  /** What is on the screen. */
  readonly shows: string;
}

/** Why a script failed. */
export type Why =
  /** It expects nothing. */
  | 'nothing-expected'
  /** A turn that cannot be played here. */
  | 'unknown'
  /** A turn after the end. */
  | 'left-over'
  /** The script is over, the conversation is not. */
  | 'missing'
  | keyof Expect;

export interface Failure {
  /** Where in the script, as a JSON pointer. */
  readonly pointer: string;
  readonly why: Why;
  readonly wanted: string;
  readonly got: string;
  /** Of `not`: what should not have been so. */
  readonly not: boolean;
  /** The turn, from 0; as many as there are turns at the end. */
  readonly turn: number;
}

export interface Run {
  readonly session: Session;
  readonly seen: readonly Seen[];
  readonly failures: readonly Failure[];
}

/** Hears moves and faults in own words. */
export type Hear = (text: string) => Review;

/** Plays a script from a session's beginning. */
export function run(script: Script, first: Session, page: Page, hear: Hear): Run {
  const failures: Failure[] = [];
  const seen: Seen[] = [];
  let session = first;
  const fail = (turn: number, pointer: string, why: Why, wanted: string, got: string) =>
    failures.push({ turn, pointer, why, wanted, got, not: false });
  if (script.ends === undefined && !script.turns.some(({ expect }) => expect)) {
    fail(0, '/script', 'nothing-expected', '', '');
  }
  for (const [i, turn] of script.turns.entries()) {
    const { end, id } = nodeOf(session);
    if (end !== null) {
      fail(i, `/turns/${i}`, 'left-over', nameOf(turn), end);
      break;
    }
    const heard = turn.say === undefined ? null : hear(turn.say);
    const input = inputOf(turn, session, heard);
    if (!input || !accepts(session, input)) {
      fail(i, `/turns/${i}`, 'unknown', nameOf(turn), `${id}: ${choicesAt(session).join(', ')}`);
      break;
    }
    session = advance(session, input);
    const now = seenAfter(session, turn, page, heard);
    seen.push(now);
    if (turn.expect) {
      for (const one of unmet(turn.expect, now))
        failures.push({ turn: i, ...one, pointer: `/turns/${i}/expect${one.pointer}` });
    }
  }
  const { end, id } = nodeOf(session);
  const played = seen.length === script.turns.length;
  if (script.ends !== undefined && played && end === null) {
    fail(seen.length, '/ends', 'missing', script.ends, `${id}: ${choicesAt(session).join(', ')}`);
  } else if (script.ends !== undefined && end !== null && end !== script.ends) {
    fail(seen.length, '/ends', 'ends', script.ends, end);
  }
  return { session, seen, failures };
}

/** What a turn does. */
export const nameOf = ({ choose, say, heard, threat }: Turn): string =>
  choose ?? say ?? threat ?? (heard ? `heard: ${[...heard.moves, ...heard.faults].join(', ')}` : 'skip');

/** A turn as the session takes it; in a playbook by itself a phrase is said by its id. */
export function inputOf(turn: Turn, session: Session, heard: Review | null): Input | null {
  if (turn.threat !== undefined) return { threat: turn.threat };
  if (turn.skip) return { skip: true };
  if (turn.heard) return { say: nameOf(turn), ...turn.heard };
  if (heard) {
    const { text, moves, faults } = heard;
    return { say: text, moves: moves.map(({ move }) => move), faults: faults.map(({ fault }) => fault) };
  }
  const { choose = '' } = turn;
  if (practiceOf(session.course, nodeOf(session)) !== null) return { choose };
  return view(session).phrases.some(({ id }) => id === choose) ? { done: true } : null;
}

/** Where the conversation stands. */
const nodeOf = (session: Session): Node => session.course.machine.nodes[stateOf(session).node] as Node;

/** What could be chosen now. */
function choicesAt(session: Session): string[] {
  const { options, phrases } = view(session);
  return [...new Set((options.length > 0 ? options : phrases).map(({ id }) => id))].sort();
}

function seenAfter(session: Session, turn: Turn, page: Page, heard: Review | null): Seen {
  const played = session.turns.at(-1) as Played;
  const { id, end } = nodeOf(session);
  return {
    at: played.node.id,
    said: played.choice?.[session.lang] ?? nameOf(turn),
    moves: played.moves,
    faults: played.faults,
    before: played.before.temperature,
    temperature: played.after.temperature,
    step: id,
    end,
    // Drawn when it is looked at: that costs more than all else, and few expectations do.
    get shows() {
      return shownAfter(page, session, heard).join('\n');
    },
  };
}

type Unmet = Pick<Failure, 'pointer' | 'why' | 'wanted' | 'got' | 'not'>;

/** What of an expectation is not so. */
function unmet({ not = {}, ...wanted }: Expect, seen: Seen): Unmet[] {
  const missing = aspects(wanted, seen).filter(({ met }) => !met);
  const there = aspects(not, seen).filter(({ met }) => met);
  return [
    ...missing.map(({ met, ...one }) => ({ ...one, not: false })),
    ...there.map(({ met, ...one }) => ({ ...one, pointer: `/not${one.pointer}`, not: true })),
  ];
}

type Aspect = Omit<Unmet, 'not'> & { readonly met: boolean };

/** Each thing that is expected, and whether it is so. */
function aspects(expected: Omit<Expect, 'not'>, seen: Seen): Aspect[] {
  const { step, moves, faults, temperature, shows, ends } = expected;
  const found: Aspect[] = [];
  const add = (why: keyof Expect, wanted: string, got: string, met: boolean, pointer = `/${why}`) =>
    found.push({ pointer, why, wanted, got, met });
  const names = (some: readonly string[] | 'none') =>
    some === 'none' || some.length === 0 ? 'none' : [...some].sort().join(', ');
  if (step !== undefined) add('step', step, seen.step, step === seen.step);
  if (moves !== undefined) add('moves', names(moves), names(seen.moves), names(moves) === names(seen.moves));
  if (faults !== undefined)
    add('faults', names(faults), names(seen.faults), names(faults) === names(seen.faults));
  if (temperature !== undefined) {
    const got = `${seen.before} → ${seen.temperature}`;
    if (typeof temperature === 'string') add('temperature', temperature, got, temperature === trend(seen));
    else {
      const { 'at-most': most, 'at-least': least } = temperature;
      if (most !== undefined)
        add('temperature', `at-most: ${most}`, got, seen.temperature <= most, '/temperature/at-most');
      if (least !== undefined)
        add('temperature', `at-least: ${least}`, got, seen.temperature >= least, '/temperature/at-least');
    }
  }
  if (shows !== undefined) {
    const onScreen = inOneLine(seen.shows);
    for (const [i, text] of [shows].flat().entries()) {
      const pointer = typeof shows === 'string' ? '/shows' : `/shows/${i}`;
      add('shows', text, onScreen, onScreen.includes(inOneLine(text)), pointer);
    }
  }
  if (ends !== undefined) add('ends', ends, seen.end ?? 'none', ends === seen.end);
  return found;
}

export const trend = ({ before, temperature }: Seen): 'falls' | 'rises' | 'same' =>
  temperature < before ? 'falls' : temperature > before ? 'rises' : 'same';

/** A text whatever the width it was wrapped to. */
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
