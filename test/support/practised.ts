/** Past practice for tests: real conversations, played by a few words and dated. */
import { practiceOf } from '../../src/flow/course.ts';
import { advance, type Input, type Session, start, view } from '../../src/flow/session.ts';
import { judge } from '../../src/flow/step.ts';
import type { Practised } from '../../src/journal/practised.ts';
import { faultBits, moveBits, moveNames } from '../../src/playbook/types.ts';
import { scenarioCourse } from '../flow/courses.ts';

/** Noon of a day in November 2026, UTC. */
export const november = (day: number, hour = 12): number => Date.UTC(2026, 10, day, hour);

/** The right answers where a session is, and one that has a fault. */
function answersAt(session: Session): { right: string[]; wrong: string } {
  const { node } = view(session);
  const choices = Object.entries(practiceOf(session.course, node)?.choices ?? {});
  const right = choices
    .filter(([, { moves, faults }]) => judge(node, moveBits(moves), faultBits(faults)) === 'right')
    .map(([id]) => id);
  const wrong = choices.find(([, { faults }]) => faults !== undefined)?.[0] ?? '';
  return { right, wrong };
}

/**
 * A conversation as the journal would tell it.
 * @param words `+` a right answer, `-` a wrong one, `0` a step skipped; at the end `*` right answers to the end
 */
export function practised(scenario: string, at: number, words = '*', minute = 60_000): Practised {
  let session = start(scenarioCourse(scenario), 'sv', 1);
  const turns: Practised['turns'][number][] = [];
  const todo = [...words.replace('*', '+'.repeat(30))];
  for (const word of todo) {
    if (view(session).end !== null) break;
    const { right, wrong } = answersAt(session);
    const input: Input =
      word === '0' ? { skip: true } : { choose: word === '+' ? (right[0] as string) : wrong };
    session = advance(session, input);
    const turn = session.turns.at(-1);
    if (!turn) break;
    turns.push({
      at: at + turns.length * minute,
      step: turn.node.id,
      threat: turn.node.threat,
      wants: moveNames(turn.node.wants),
      moves: turn.moves,
      faults: turn.faults,
      verdict: turn.verdict,
      choice: 'choose' in input ? input.choose : null,
      right,
      before: turn.before.temperature,
      after: turn.after.temperature,
    });
  }
  const { end, won, state } = view(session);
  return {
    session: `${scenario} ${at}`,
    playbook: session.course.playbook.playbook,
    scenario,
    lang: 'sv',
    began: at,
    start: session.first.temperature,
    turns,
    end: end === null ? null : { kind: end, won, temperature: state.temperature },
  };
}

/** Three weeks of practice: a beginning that goes wrong, then better. */
export const THREE_WEEKS: readonly Practised[] = [
  practised('late-parcel', november(2), '--'),
  practised('late-parcel', november(2, 13), '-+0-+++'),
  practised('bill-shock', november(3), '-+-+-+*'),
  practised('gym-contract', november(5), '+-+0*'),
  practised('late-parcel', november(9), '+-+*'),
  practised('hotel-room', november(10), '++0*'),
  practised('late-parcel', november(12)),
  practised('bill-shock', november(16), '+-+*'),
  practised('cold-dinner', november(18), '-+*'),
  practised('wrong-size-refund', november(20), '++'),
  practised('late-parcel', november(22)),
];
