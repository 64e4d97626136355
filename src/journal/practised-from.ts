/** The statements of the journal, read back as past practice. Pure, and never throws: what is odd is left out. */

import { type Static, Type } from 'typebox';
import { fits } from '../playbook/fits.ts';
import { ENDS, type EndKind, FAULTS, LANGS, type Lang, MOVES, THREATS } from '../playbook/types.ts';
import type { Practised, PractisedTurn, PractisedVerdict } from './practised.ts';
import { BASE, EXTENSION, VERBS } from './xapi.ts';

const VERDICTS: readonly PractisedVerdict[] = [
  'right',
  'fault',
  'too-soon',
  'loop',
  'silent',
  'skipped',
  'threatened',
];

const Degrees = Type.Number({ minimum: 0, maximum: 100 });
const Id = Type.String({ minLength: 1, maxLength: 200 });
/** A later svalka may know more moves and faults: what this one knows of them counts. */
const Labels = Type.Array(Id, { maxItems: 50 });

/** What every statement of a session has. */
const OfSession = Type.Object({
  id: Id,
  timestamp: Type.String({ maxLength: 60 }),
  verb: Type.Object({ id: Type.String() }),
  object: Type.Object({ id: Type.String() }),
  context: Type.Object({
    registration: Id,
    statement: Type.Optional(Type.Object({ id: Id })),
    language: Type.Unsafe<Lang>(Type.Enum([...LANGS])),
    contextActivities: Type.Object({
      grouping: Type.Array(Type.Object({ id: Type.String() }), { minItems: 1 }),
    }),
  }),
});

const Voiding = Type.Object({
  verb: Type.Object({ id: Type.Literal(VERBS.voided) }),
  object: Type.Object({ objectType: Type.Literal('StatementRef'), id: Id }),
});

const Begun = Type.Object({
  result: Type.Object({ extensions: Type.Object({ [EXTENSION.before]: Degrees }) }),
});

const Answered = Type.Object({
  result: Type.Object({
    extensions: Type.Object({
      [EXTENSION.verdict]: Type.Unsafe<PractisedVerdict>(Type.Enum([...VERDICTS])),
      [EXTENSION.moves]: Labels,
      [EXTENSION.faults]: Labels,
      [EXTENSION.wants]: Labels,
      [EXTENSION.before]: Degrees,
      [EXTENSION.after]: Degrees,
      [EXTENSION.right]: Type.Array(Id, { maxItems: 100 }),
      [EXTENSION.threat]: Type.Optional(Id),
      [EXTENSION.choice]: Type.Optional(Id),
    }),
  }),
});

const Completed = Type.Object({
  result: Type.Object({
    success: Type.Boolean(),
    extensions: Type.Object({
      [EXTENSION.end]: Type.Unsafe<EndKind>(Type.Enum([...ENDS])),
      [EXTENSION.after]: Degrees,
    }),
  }),
});

const PLACE = /^scenarios\/([a-z][a-z0-9-]*)(?:\/steps\/([a-z][a-z0-9.-]*))?$/;
const PLAYBOOK = /^playbooks\/([a-z][a-z0-9-]*)$/;

/**
 * Past practice, the earliest first, by the times that were written. Within a session the order is
 * that of the statements, since a clock can jump back. Left out: what was taken back, statements that
 * are none of svalka's, sessions of `coach`, sessions in which nothing is left that was answered, and
 * those that answer one that had ended otherwise: what one has just seen is no first try.
 */
export function practisedFrom(statements: readonly unknown[]): Practised[] {
  const dropped = new Set(statements.flatMap((one) => (fits(Voiding, one) ? [one.object.id] : [])));
  const sessions = new Map<string, Static<typeof OfSession>[]>();
  const sessionOf = new Map<string, string>();
  const completed = new Set<string>();
  const again = new Set<string>();
  for (const one of statements) {
    if (!fits(OfSession, one) || dropped.has(one.id) || Number.isNaN(Date.parse(one.timestamp))) continue;
    // The same statement can be there twice: a process was killed between writing it and knowing so.
    dropped.add(one.id);
    const { registration, statement } = one.context;
    sessionOf.set(one.id, registration);
    if (statement && completed.has(sessionOf.get(statement.id) ?? '')) again.add(registration);
    if (one.verb.id === VERBS.completed) completed.add(registration);
    const session = sessions.get(registration);
    if (session) session.push(one);
    else sessions.set(registration, [one]);
  }
  for (const registration of again) sessions.delete(registration);
  return [...sessions.values()].flatMap(practisedIn).sort((a, b) => a.began - b.began);
}

function practisedIn(statements: readonly Static<typeof OfSession>[]): Practised[] {
  const turns = statements.flatMap(turnIn);
  const [first] = turns;
  // Any statement of the session names them; one that is damaged does not lose the others.
  const named = statements.flatMap((one) => {
    const scenario = PLACE.exec(local(one.object.id))?.[1];
    const playbook = PLAYBOOK.exec(local(one.context.contextActivities.grouping[0]?.id ?? ''))?.[1];
    return scenario !== undefined && playbook !== undefined ? [{ scenario, playbook, one }] : [];
  })[0];
  if (!first || !named) return [];
  const begun = statements.find((one) => one.verb.id === VERBS.initialized && fits(Begun, one));
  const end = statements.findLast((one) => one.verb.id === VERBS.completed && fits(Completed, one));
  return [
    {
      session: named.one.context.registration,
      playbook: named.playbook,
      scenario: named.scenario,
      lang: named.one.context.language,
      began: Date.parse((begun ?? statements[0] ?? named.one).timestamp),
      start: fits(Begun, begun) ? begun.result.extensions[EXTENSION.before] : first.before,
      turns,
      end: fits(Completed, end) ? endIn(end) : null,
    },
  ];
}

function turnIn(one: Static<typeof OfSession>): PractisedTurn[] {
  const step = PLACE.exec(local(one.object.id))?.[2];
  if (one.verb.id !== VERBS.answered || step === undefined || !fits(Answered, one)) return [];
  const { extensions } = one.result;
  const named = extensions[EXTENSION.threat];
  const threat = named === undefined ? null : THREATS.find((kind) => kind === named);
  if (threat === undefined) return [];
  return [
    {
      at: Date.parse(one.timestamp),
      step,
      threat,
      wants: known(MOVES, extensions[EXTENSION.wants]),
      moves: known(MOVES, extensions[EXTENSION.moves]),
      faults: known(FAULTS, extensions[EXTENSION.faults]),
      verdict: extensions[EXTENSION.verdict],
      choice: extensions[EXTENSION.choice] ?? null,
      right: extensions[EXTENSION.right],
      before: extensions[EXTENSION.before],
      after: extensions[EXTENSION.after],
    },
  ];
}

const known = <T extends string>(all: readonly T[], labels: readonly string[]): T[] =>
  labels.flatMap((label) => all.find((one) => one === label) ?? []);

const endIn = ({ result }: Static<typeof Completed>): Practised['end'] => ({
  kind: result.extensions[EXTENSION.end],
  won: result.success,
  temperature: result.extensions[EXTENSION.after],
});

/** An id without what all of svalka's begin with; empty for anybody else's. */
const local = (id: string): string => (id.startsWith(BASE) ? id.slice(BASE.length) : '');
