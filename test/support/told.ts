/** Sessions told to a journal without a disk: ids count up, the clock is given. */
import type { Session } from '../../src/flow/session.ts';
import { beginning, type Chronicle, goOn, leave, type Making, tell } from '../../src/journal/chronicle.ts';
import type { Statement } from '../../src/journal/xapi.ts';

export const BEGAN = Date.UTC(2026, 2, 29, 0, 30);
export const ACTOR = '00000000-0000-4000-8000-00000000000a';

/** UUIDs that count up from a number. */
export function counting(from = 1): () => string {
  let next = from;
  return () => `00000000-0000-4000-8000-${(next++).toString(16).padStart(12, '0')}`;
}

export interface Teller {
  readonly statements: Statement[];
  readonly chronicle: () => Chronicle;
  /** The session as it is now, a minute after the last time unless the clock says otherwise. */
  readonly save: (session: Session, now?: number) => void;
  readonly left: (session: Session) => void;
  readonly resumed: (session: Session) => void;
}

/** Tells a session, from its beginning. */
export function teller(session: Session, more: { newId?: () => string; words?: boolean } = {}): Teller {
  const { newId = counting(), words = false } = more;
  const statements: Statement[] = [];
  let chronicle = beginning(session, newId(), BEGAN);
  let now = BEGAN;
  const making = (): Making => ({ actor: ACTOR, version: '0.1.0', words, newId, now });
  return {
    statements,
    chronicle: () => chronicle,
    save: (changed, at = now + 60_000) => {
      now = at;
      const told = tell(chronicle, changed, making());
      chronicle = told.chronicle;
      statements.push(...told.statements);
    },
    left: (last) => statements.push(...leave(chronicle, last, making())),
    resumed: (first) => statements.push(...goOn(chronicle, first, making())),
  };
}
