/** What was saved beside a session's trail, read back; apart from `kept.ts`, because it checks forms. */

import { Type } from 'typebox';
import type { Session } from '../flow/session.ts';
import { fits } from '../playbook/fits.ts';
import { beginning, type Chronicle } from './chronicle.ts';
import { isStatement } from './statement.ts';
import type { Statement } from './xapi.ts';

const Id = Type.Union([Type.String({ pattern: '^[0-9a-f-]{36}$' }), Type.Null()]);
const JournalSchema = Type.Object({
  journal: Type.Object({
    began: Type.Number({ minimum: 0, maximum: 8.64e15 }),
    after: Id,
    begun: Type.Boolean(),
    turns: Type.Array(Id, { maxItems: 1000 }),
    unwritten: Type.Array(Type.Unknown(), { maxItems: 5000 }),
  }),
});

/** What the journal knows of a session that was saved; a session from before the journal begins there. */
export function keptIn(
  value: unknown,
  session: Session,
  registration: string,
  now: number,
): { chronicle: Chronicle; unwritten: Statement[] } {
  const anew = beginning(session, registration, now);
  if (!fits(JournalSchema, value)) return { chronicle: anew, unwritten: [] };
  const { began, after, begun, turns, unwritten } = value.journal;
  return {
    chronicle: {
      ...anew,
      began,
      after,
      begun,
      turns: anew.turns.map(({ state }, i) => ({ state, id: turns[i] ?? null })),
    },
    unwritten: unwritten.filter(isStatement),
  };
}
