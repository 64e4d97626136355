/**
 * What happens in a session, as statements of xAPI 1.0.3: the standard of learning records
 * (https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md). Pure: ids and times are passed in.
 * {@link file://./JOURNAL.md} documents every verb, activity and extension.
 */
import { type Course, stepOf } from '../flow/course.ts';
import type { Node } from '../flow/machine.ts';
import { rightChoices, type Session, stateOf, type Turn, view } from '../flow/session.ts';
import { type Lang, moveNames } from '../playbook/types.ts';

/**
 * Where svalka's own names stand. An IRI must be one that its maker may give out, and nobody can own
 * a domain under .invalid (RFC 2606), so no name of svalka's can ever be somebody else's.
 */
export const BASE = 'https://svalka.invalid/xapi/';

/** ADL's own verbs, https://w3id.org/xapi/adl/verbs. */
const ADL = 'http://adlnet.gov/expapi/';
export const VERBS = {
  initialized: `${ADL}verbs/initialized`,
  answered: `${ADL}verbs/answered`,
  voided: `${ADL}verbs/voided`,
  suspended: `${ADL}verbs/suspended`,
  resumed: `${ADL}verbs/resumed`,
  completed: `${ADL}verbs/completed`,
} as const;
export type VerbName = keyof typeof VERBS;

/** Keys of what the standard has no property for. */
export const EXTENSION = {
  verdict: `${BASE}extensions/verdict`,
  moves: `${BASE}extensions/moves`,
  faults: `${BASE}extensions/faults`,
  wants: `${BASE}extensions/wants`,
  before: `${BASE}extensions/temperature-before`,
  after: `${BASE}extensions/temperature-after`,
  threat: `${BASE}extensions/threat`,
  choice: `${BASE}extensions/choice`,
  right: `${BASE}extensions/right-choices`,
  end: `${BASE}extensions/end`,
} as const;

/** More than a person types in a turn; a line of the journal must stay shorter than its bound. */
const MOST_WORDS = 10_000;

export interface Activity {
  readonly objectType: 'Activity';
  readonly id: string;
  readonly definition: { readonly type: string; readonly name?: Readonly<Partial<Record<Lang, string>>> };
}

export interface StatementRef {
  readonly objectType: 'StatementRef';
  readonly id: string;
}

/** A statement as svalka makes it. */
export interface Statement {
  readonly id: string;
  readonly actor: {
    readonly objectType: 'Agent';
    readonly account: { readonly homePage: string; readonly name: string };
  };
  readonly verb: { readonly id: string; readonly display: { readonly en: string } };
  readonly object: Activity | StatementRef;
  readonly result?: {
    readonly success?: boolean;
    readonly completion?: boolean;
    readonly response?: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  };
  readonly context: {
    readonly registration: string;
    readonly language: Lang;
    readonly revision?: string;
    readonly platform?: string;
    readonly contextActivities?: Readonly<
      Partial<Record<'parent' | 'grouping' | 'category', readonly Activity[]>>
    >;
    readonly statement?: StatementRef;
  };
  readonly timestamp: string;
}

/** What all statements of a session share. */
export interface Telling {
  /** The name that stands for the person: a UUID made by chance. */
  readonly actor: string;
  /** The session's UUID. */
  readonly registration: string;
  /** The version of svalka. */
  readonly version: string;
  /** Whether what was typed is told; by default it is not. */
  readonly words: boolean;
}

/** The id of one statement (a UUID), and when what it says happened, in milliseconds since 1970. */
export interface Stamp {
  readonly id: string;
  readonly at: number;
}

/**
 * A session begun: the customer has spoken, or the first step is shown.
 * @param start the customer's temperature then
 * @param after the statement of the turn that the session goes on from, where it is another go at
 *   one that was played already
 */
export function initialized(
  session: Session,
  telling: Telling,
  stamp: Stamp,
  start: number,
  after: string | null,
): Statement {
  const begun = aboutSession(
    'initialized',
    session,
    telling,
    stamp,
    isPractice(session) ? { extensions: { [EXTENSION.before]: start } } : undefined,
  );
  return after === null ? begun : { ...begun, context: { ...begun.context, statement: ref(after) } };
}

/** Of a live conversation nobody measures how heated it is, nor hears whether it went well. */
const isPractice = ({ course }: Session): boolean => course.scenario !== null;

/** A turn played; with `coach` a step said or passed over. */
export function answered(session: Session, turn: Turn, telling: Telling, stamp: Stamp): Statement {
  const { course } = session;
  const { node, input } = turn;
  const response = telling.words && 'say' in input ? { response: input.say.slice(0, MOST_WORDS) } : {};
  const threat = node.threat === null ? {} : { [EXTENSION.threat]: node.threat };
  const wants = { [EXTENSION.wants]: moveNames(node.wants) };
  return {
    ...basis('answered', telling, stamp),
    object: stepActivity(session, node),
    result: isPractice(session)
      ? {
          success: turn.verdict === 'right',
          ...response,
          extensions: {
            [EXTENSION.verdict]: turn.verdict,
            [EXTENSION.moves]: turn.moves,
            [EXTENSION.faults]: turn.faults,
            ...wants,
            [EXTENSION.before]: turn.before.temperature,
            [EXTENSION.after]: turn.after.temperature,
            [EXTENSION.right]: rightChoices(course, node),
            ...threat,
            ...('choose' in input ? { [EXTENSION.choice]: input.choose } : {}),
          },
        }
      : {
          extensions: {
            ...(turn.verdict === 'right' ? {} : { [EXTENSION.verdict]: turn.verdict }),
            ...wants,
            ...threat,
          },
        },
    context: contextOf(session, telling, {
      parent: [sessionActivity(session)],
      ...(course.scenario ? { grouping: [playbookActivity(session)] } : {}),
    }),
  };
}

/**
 * A turn taken back. As the standard has it (2.3.2), the statement of the turn stays where it is,
 * and this one says that it counts no more.
 * @param turn the id of the turn's statement
 */
export function voided(session: Session, turn: string, telling: Telling, stamp: Stamp): Statement {
  return {
    ...basis('voided', telling, stamp),
    object: ref(turn),
    // Revision and platform belong to activities alone (2.4.6).
    context: { registration: telling.registration, language: session.lang },
  };
}

/** A session left before its end. */
export const suspended = (session: Session, telling: Telling, stamp: Stamp): Statement =>
  aboutSession('suspended', session, telling, stamp);

/** A session gone on with. */
export const resumed = (session: Session, telling: Telling, stamp: Stamp): Statement =>
  aboutSession('resumed', session, telling, stamp);

/** A session at its end: how it ended, and no score. */
export function completed(session: Session, telling: Telling, stamp: Stamp): Statement {
  const { end, won } = view(session);
  return aboutSession('completed', session, telling, stamp, {
    completion: true,
    ...(isPractice(session)
      ? {
          success: won,
          extensions: { [EXTENSION.end]: end, [EXTENSION.after]: stateOf(session).temperature },
        }
      : { extensions: {} }),
  });
}

function aboutSession(
  verb: VerbName,
  session: Session,
  telling: Telling,
  stamp: Stamp,
  result?: NonNullable<Statement['result']>,
): Statement {
  const grouping = session.course.scenario ? { grouping: [playbookActivity(session)] } : {};
  return {
    ...basis(verb, telling, stamp),
    object: sessionActivity(session),
    ...(result ? { result } : {}),
    context: contextOf(session, telling, grouping),
  };
}

const basis = (verb: VerbName, { actor }: Telling, { id, at }: Stamp) => ({
  id,
  actor: { objectType: 'Agent' as const, account: { homePage: BASE, name: actor } },
  verb: { id: VERBS[verb], display: { en: verb } },
  timestamp: new Date(at).toISOString(),
});

const contextOf = (
  session: Session,
  { registration, version }: Telling,
  activities: NonNullable<Statement['context']['contextActivities']>,
): Statement['context'] => ({
  registration,
  language: session.lang,
  revision: version,
  platform: 'svalka',
  contextActivities: { ...activities, category: [categoryOf(session.course)] },
});

const ref = (id: string): StatementRef => ({ objectType: 'StatementRef', id });

/** What a session is about: the scenario; in coach, where there is none, the playbook. */
function sessionActivity(session: Session): Activity {
  const { course, lang } = session;
  if (!course.scenario) return playbookActivity(session);
  const { scenario, title } = course.scenario;
  return activity(`scenarios/${scenario}`, 'simulation', { [lang]: title[lang] });
}

const playbookActivity = ({ course: { playbook }, lang }: Session): Activity =>
  activity(`playbooks/${playbook.playbook}`, 'lesson', { [lang]: playbook.title[lang] });

function stepActivity(session: Session, node: Node): Activity {
  const { course, lang } = session;
  const name = stepOf(course, node)?.name[lang];
  const place = sessionActivity(session).id.slice(BASE.length);
  return activity(
    `${place}/steps/${node.id}`,
    'interaction',
    name === undefined ? undefined : { [lang]: name },
  );
}

/** Practice or coach: in coach nobody answers, a step is said and done. */
const categoryOf = ({ scenario }: Course): Activity =>
  activity(scenario ? 'practice' : 'coach', 'profile', undefined);

/** An id never changes with a text; ids are made of letters, digits and hyphens alone, so they need no escape. */
const activity = (path: string, type: string, name: Partial<Record<Lang, string>> | undefined): Activity => ({
  objectType: 'Activity',
  id: `${BASE}${path}`,
  definition: { type: `${ADL}activities/${type}`, ...(name ? { name } : {}) },
});
