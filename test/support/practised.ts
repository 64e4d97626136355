/** Past practice for tests: real conversations, played by a few words, dated and told to a journal. */
import { practiceOf } from '../../src/flow/course.ts';
import { advance, type Input, rightChoices, type Session, start, view } from '../../src/flow/session.ts';
import { beginning, tell } from '../../src/journal/chronicle.ts';
import type { Practised } from '../../src/journal/practised.ts';
import { practisedFrom } from '../../src/journal/practised-from.ts';
import type { Statement } from '../../src/journal/xapi.ts';
import { scenarioCourse } from '../flow/courses.ts';
import { ACTOR, counting } from './told.ts';

/** Noon, or another hour, of a day in November 2026, UTC. */
export const november = (day: number, hour = 12): number => Date.UTC(2026, 10, day, hour);

/** Days as they are in UTC. */
export const utcDay = (at: number): number => Math.floor(at / (24 * 60 * 60 * 1000));

const newId = counting(1_000_000);
const MINUTE = 60_000;

/** The input of a word: `+` a right answer, `-` one that has a fault, `0` the step skipped. */
function inputOf(session: Session, word: string): Input {
  if (word === '0') return { skip: true };
  const { node } = view(session);
  if (word === '+') return { choose: rightChoices(session.course, node)[0] ?? '' };
  const choices = Object.entries(practiceOf(session.course, node)?.choices ?? {});
  return { choose: choices.find(([, { faults }]) => faults !== undefined)?.[0] ?? '' };
}

/**
 * The statements of a conversation that was practised, a turn a minute.
 * @param words see `inputOf`; at the end `*` for right answers to the end
 */
export function told(scenario: string, at: number, words = '*'): Statement[] {
  let session = start(scenarioCourse(scenario), 'sv', 1);
  let chronicle = beginning(session, newId(), at);
  const statements: Statement[] = [];
  for (const [i, word] of [...words.replace('*', '+'.repeat(30))].entries()) {
    if (view(session).end !== null) break;
    session = advance(session, inputOf(session, word));
    const making = { actor: ACTOR, version: '0.1.0', words: false, newId, now: at + i * MINUTE };
    const more = tell(chronicle, session, making);
    chronicle = more.chronicle;
    statements.push(...more.statements);
  }
  return statements;
}

/** The same as the journal reads it back. */
export const practised = (scenario: string, at: number, words?: string): Practised =>
  practisedFrom(told(scenario, at, words))[0] as Practised;

const DAY = 24 * 60 * MINUTE;

/**
 * Three weeks of practice: a beginning that goes wrong, then better.
 * @param last when the last conversation began, in milliseconds since 1970
 */
export const threeWeeks = (last: number): Statement[] =>
  (
    [
      [20, 'late-parcel', '--'],
      [20 - 1 / 24, 'late-parcel', '-+0-+++'],
      [19, 'bill-shock', '+--*'],
      [17, 'gym-contract', '+-+0*'],
      [13, 'late-parcel', '+-+*'],
      [12, 'hotel-room', '++0*'],
      [10, 'late-parcel', '*'],
      [6, 'bill-shock', '+-+*'],
      [4, 'cold-dinner', '-+*'],
      [2, 'wrong-size-refund', '++'],
      [0, 'late-parcel', '*'],
    ] as const
  ).flatMap(([ago, scenario, words]) => told(scenario, last - Math.round(ago * DAY), words));

/** From the second to the 22nd of November 2026. */
export const THREE_WEEKS: readonly Statement[] = threeWeeks(november(22));

/** A journal's text. */
export const journalOf = (statements: readonly Statement[]): string =>
  statements.map((one) => `${JSON.stringify(one)}\n`).join('');
