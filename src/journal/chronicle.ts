/**
 * Which statements a change of a session brings. Pure: ids and the time are passed in. A chronicle is
 * what the journal knows of a session; {@link tell} compares it with the session as it is now.
 */
import { type Session, type Turn, view } from '../flow/session.ts';
import * as xapi from './xapi.ts';

export interface Chronicle {
  /** The session's id, a UUID. */
  readonly registration: string;
  /** In milliseconds since 1970. */
  readonly began: number;
  /** The customer's first words: a session that was started again has others. */
  readonly opening: Session['opening'];
  /** The statement of the turn that it goes on from, or answers otherwise, where it is another go at a session. */
  readonly after: string | null;
  readonly begun: boolean;
  readonly ended: boolean;
  readonly turns: readonly KnownTurn[];
}

interface KnownTurn {
  /** The state that it led to, which is the same object as long as the turn is the same. */
  readonly state: Turn['after'];
  /** Its statement; null where it has none in this session. */
  readonly id: string | null;
}

export interface Making extends Pick<xapi.Telling, 'actor' | 'version' | 'words'> {
  readonly newId: () => string;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Of a session that the journal knows nothing of yet; the turns that it has are not told. */
export const beginning = (
  session: Session,
  registration: string,
  began: number,
  after: string | null = null,
): Chronicle => ({
  registration,
  began,
  opening: session.opening,
  after,
  begun: false,
  ended: false,
  turns: session.turns.map((turn) => ({ state: turn.after, id: null })),
});

/** The same conversation from here on as a session of its own. */
export const branch = (chronicle: Chronicle, registration: string, began: number): Chronicle => ({
  ...chronicle,
  registration,
  began,
  after: chronicle.turns.at(-1)?.id ?? chronicle.after,
  begun: false,
  ended: false,
  turns: chronicle.turns.map(({ state }) => ({ state, id: null })),
});

/**
 * The statements that tell what has changed. Turns that are gone were taken back. A session that was
 * started again is another one, and so is one that had ended and is answered otherwise: what was
 * played stays played.
 */
export function tell(
  before: Chronicle,
  session: Session,
  making: Making,
): { chronicle: Chronicle; statements: xapi.Statement[] } {
  const statements: xapi.Statement[] = [];
  let chronicle = before;
  if (session.opening !== chronicle.opening) {
    statements.push(...leave(chronicle, session, making));
    chronicle = beginning({ ...session, turns: [] }, making.newId(), making.now);
  }
  const kept = chronicle.turns.findIndex(({ state }, i) => session.turns[i]?.after !== state);
  const known = kept === -1 ? chronicle.turns : chronicle.turns.slice(0, kept);
  const gone = chronicle.turns.slice(known.length);
  const fresh = session.turns.slice(known.length);
  if (chronicle.ended) {
    if (gone.length + fresh.length === 0) return { chronicle, statements };
    // Answered otherwise from its first turn, it goes on from nothing but from that turn's being there.
    const after = gone[0]?.id ?? chronicle.after;
    chronicle = branch({ ...chronicle, turns: known, after }, making.newId(), making.now);
  } else {
    const telling = tellingOf(chronicle, making);
    for (const { id } of gone.toReversed()) {
      if (id !== null) statements.push(xapi.voided(session, id, telling, stamp(making)));
    }
    chronicle = { ...chronicle, turns: known };
  }
  const telling = tellingOf(chronicle, making);
  const turns = [...chronicle.turns];
  for (const turn of fresh) {
    if (!chronicle.begun) {
      const began = { id: making.newId(), at: chronicle.began };
      const start = turn.before.temperature;
      statements.push(xapi.initialized(session, telling, began, start, chronicle.after));
      chronicle = { ...chronicle, begun: true };
    }
    const answered = xapi.answered(session, turn, telling, stamp(making));
    statements.push(answered);
    turns.push({ state: turn.after, id: answered.id });
  }
  const ended = view(session).end !== null;
  if (ended) statements.push(xapi.completed(session, telling, stamp(making)));
  return { chronicle: { ...chronicle, turns, ended }, statements };
}

/** A session left before its end; nothing where nothing was told of it. */
export function leave(chronicle: Chronicle, session: Session, making: Making): xapi.Statement[] {
  if (!chronicle.begun || chronicle.ended) return [];
  return [xapi.suspended(session, tellingOf(chronicle, making), stamp(making))];
}

/** A session gone on with. */
export function goOn(chronicle: Chronicle, session: Session, making: Making): xapi.Statement[] {
  if (!chronicle.begun || chronicle.ended) return [];
  return [xapi.resumed(session, tellingOf(chronicle, making), stamp(making))];
}

const tellingOf = ({ registration }: Chronicle, { actor, version, words }: Making): xapi.Telling => ({
  actor,
  registration,
  version,
  words,
});

const stamp = ({ newId, now }: Making): xapi.Stamp => ({ id: newId(), at: now });
