/** A saved session, played again on the content as it is now. */

import { Type } from 'typebox';
import { fits } from '../playbook/fits.ts';
import type { Library } from '../playbook/library.ts';
import { FAULTS, type Fault, LANGS, MOVES, type Move, THREATS } from '../playbook/types.ts';
import { type Course, makeCourse } from './course.ts';
import type { Saved } from './saved.ts';
import { accepts, advance, type Session, start, view } from './session.ts';

const InputSchema = Type.Union([
  Type.Object({ choose: Type.String() }, { additionalProperties: false }),
  Type.Object(
    {
      say: Type.String(),
      moves: Type.Array(Type.Unsafe<Move>(Type.Enum([...MOVES]))),
      faults: Type.Array(Type.Unsafe<Fault>(Type.Enum([...FAULTS]))),
      again: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
  Type.Object({ skip: Type.Literal(true) }, { additionalProperties: false }),
  Type.Object(
    { threat: Type.Unsafe<(typeof THREATS)[number]>(Type.Enum([...THREATS])) },
    { additionalProperties: false },
  ),
  Type.Object({ done: Type.Literal(true) }, { additionalProperties: false }),
]);

const SavedSchema = Type.Object({
  schemaVersion: Type.Literal(1),
  playbook: Type.String(),
  scenario: Type.Union([Type.String(), Type.Null()]),
  version: Type.String(),
  hash: Type.String(),
  lang: Type.Unsafe<(typeof LANGS)[number]>(Type.Enum([...LANGS])),
  seed: Type.Integer({ minimum: 0 }),
  trail: Type.Array(InputSchema, { maxItems: 1000 }),
  at: Type.String(),
});

/** Why a saved session cannot go on. */
export type Refusal = 'damaged' | 'newer' | 'content-gone' | 'content-changed';

/**
 * Replays a saved session on the content as it is now. Where the content has
 * changed, it goes on only if every input still exists and leads to the same step.
 */
export function restore(
  library: Library,
  value: unknown,
): { session: Session; changed: boolean } | { refused: Refusal } {
  if (isNewer(value)) return { refused: 'newer' };
  if (!fits(SavedSchema, value)) return { refused: 'damaged' };
  const course = courseOf(library, value);
  if (!course) return { refused: 'content-gone' };
  let session = start(course, value.lang, value.seed);
  for (const input of value.trail) {
    if (!accepts(session, input)) return { refused: 'content-changed' };
    session = advance(session, input);
  }
  if (view(session).node.id !== value.at) return { refused: 'content-changed' };
  return { session, changed: course.hash !== value.hash };
}

/** True for what a later svalka saved, as far as this one can tell. */
function isNewer(value: unknown): boolean {
  const version = (value as { schemaVersion?: unknown } | null)?.schemaVersion;
  return typeof version === 'number' && version > 1;
}

function courseOf(library: Library, saved: Saved): Course | null {
  return makeCourse(
    library,
    saved.scenario === null ? { playbook: saved.playbook } : { scenario: saved.scenario },
  );
}
