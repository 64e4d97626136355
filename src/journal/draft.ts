/** A draft: a written answer that waits until it is read again. Its life, as pure steps from one value to the next. */

import { type Static, Type } from 'typebox';
import { fits } from '../playbook/fits.ts';
import { LANGS, type Lang } from '../playbook/types.ts';
import { endOfDayAfter, inAnHour, leftUntil, type Zone } from './cool-off.ts';
import { DRAFT_ID } from './draft-id.ts';

/** An instant, in UTC, as files hold it: `2026-11-24T08:00:00.000Z`. */
const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);
const STRICT = { additionalProperties: false } as const;

const DraftSchema = Type.Object(
  {
    schemaVersion: Type.Literal(1),
    id: Type.String({ pattern: DRAFT_ID.source }),
    made: Instant,
    lang: Type.Unsafe<Lang>(Type.Enum([...LANGS])),
    /** What the customer wrote, as it came. */
    customer: OrNull(Type.String()),
    /** What the person read in it, apart from the heat; '' for what was skipped. */
    reading: Type.Object({ facts: Type.String(), wish: Type.String(), feeling: Type.String() }, STRICT),
    /** The answer, from the first version to the last; none while it is still being written. */
    versions: Type.Array(Type.Object({ at: Instant, text: Type.String() }, STRICT)),
    notBefore: Instant,
    /** Why it was looked at before its time. */
    early: Type.Array(Type.Object({ at: Instant, reason: Type.String() }, STRICT)),
    done: OrNull(Instant),
    /** From here on the draft is removed; null to keep it until it is discarded. */
    keepUntil: OrNull(Instant),
  },
  STRICT,
);
export type Draft = Static<typeof DraftSchema>;
export type Reading = Draft['reading'];

export const NO_READING: Reading = { facts: '', wish: '', feeling: '' };

/** What may be done with a draft now. */
export type DraftState = 'empty' | 'cooling' | 'ready' | 'done';

const stamp = (instant: number): string => new Date(instant).toISOString();

/** True for a whole draft of this version, each instant of which some calendar has. */
export function isDraft(value: unknown): value is Draft {
  if (!fits(DraftSchema, value)) return false;
  const all = [...value.versions, ...value.early].map(({ at }) => at);
  return [value.made, value.notBefore, value.done, value.keepUntil, ...all].every(
    (at) => at === null || !Number.isNaN(Date.parse(at)),
  );
}

/** True for what a later svalka wrote, as far as this one can tell. */
export function isNewer(value: unknown): boolean {
  const version = (value as { schemaVersion?: unknown } | null)?.schemaVersion;
  return typeof version === 'number' && version > 1;
}

/** A new draft without an answer, to be read again in an hour. */
export function begin(id: string, now: number, lang: Lang, customer: string | null): Draft {
  return {
    schemaVersion: 1,
    id,
    made: stamp(now),
    lang,
    customer,
    reading: NO_READING,
    versions: [],
    notBefore: stamp(inAnHour(now)),
    early: [],
    done: null,
    keepUntil: null,
  };
}

/** With another version of the answer; what it says already is no new version, and neither is nothing. */
export function written(draft: Draft, text: string, now: number): Draft {
  if (text === '' || text === textOf(draft)) return draft;
  return { ...draft, versions: [...draft.versions, { at: stamp(now), text }], done: null };
}

/**
 * With the instant at which it may be read again.
 * @param keepDays so many days after that it is removed; null to keep it until it is discarded
 */
export function waiting(draft: Draft, notBefore: number, keepDays: number | null, zone: Zone): Draft {
  const keepUntil = keepDays === null ? null : stamp(endOfDayAfter(notBefore, keepDays, zone));
  return { ...draft, notBefore: stamp(notBefore), keepUntil };
}

/** Let through before its time. */
export const letThrough = (draft: Draft, reason: string, now: number): Draft => ({
  ...draft,
  early: [...draft.early, { at: stamp(now), reason }],
});

export const finished = (draft: Draft, now: number): Draft => ({ ...draft, done: stamp(now) });

/** The answer as it stands; '' where there is none yet. */
export const textOf = ({ versions }: Draft): string => versions.at(-1)?.text ?? '';

/** True where nothing was written in it but what the customer sent. */
export const isUntouched = ({ versions, reading }: Draft): boolean =>
  versions.length === 0 && Object.values(reading).every((text) => text === '');

/** A clock that was set back only makes the wait longer. */
export function stateOf(draft: Draft, now: number): DraftState {
  if (draft.versions.length === 0) return 'empty';
  if (draft.done !== null) return 'done';
  return leftUntil(Date.parse(draft.notBefore), now) === null ? 'ready' : 'cooling';
}

/** True where the day to which it was to be kept is past. */
export const isPast = ({ keepUntil }: Draft, now: number): boolean =>
  keepUntil !== null && now >= Date.parse(keepUntil);
