/** Every shipped conversation: each playbook alone and each scenario. */
import { type Course, makeCourse, practiceOf } from '../../src/flow/course.ts';
import { accepts, advance, type Input, type Session, view } from '../../src/flow/session.ts';
import { judge } from '../../src/flow/step.ts';
import { faultBits, moveBits, THREATS } from '../../src/playbook/types.ts';
import { library } from '../support/content.ts';

export interface Shipped {
  readonly name: string;
  readonly course: Course;
}

function courseOf(wanted: { playbook: string } | { scenario: string }): Course {
  const course = makeCourse(library, wanted);
  if (!course) throw new Error(`not shipped: ${JSON.stringify(wanted)}`);
  return course;
}

export const scenarioCourse = (scenario: string): Course => courseOf({ scenario });
export const playbookCourse = (playbook: string): Course => courseOf({ playbook });

export const PLAYBOOKS: readonly Shipped[] = library
  .ids('playbook')
  .map((id) => ({ name: `playbook ${id}`, course: playbookCourse(id) }));

export const SCENARIOS: readonly Shipped[] = library
  .ids('scenario')
  .map((id) => ({ name: `scenario ${id}`, course: scenarioCourse(id) }));

export const COURSES: readonly Shipped[] = [...PLAYBOOKS, ...SCENARIOS];

/** Everything that can be played now. */
export function inputsAt(session: Session): Input[] {
  const { node, options } = view(session);
  if (node.end !== null) return [];
  return [
    ...options.map(({ id }) => ({ choose: id })),
    ...THREATS.filter((kind) => accepts(session, { threat: kind })).map((kind) => ({ threat: kind })),
    { skip: true },
    { done: true },
  ];
}

/** A random trail: each number picks one of what can be played; an ended session stays. */
export function wander(from: Session, picks: readonly number[]): Session {
  let session = from;
  for (const one of picks) {
    const inputs = inputsAt(session);
    const input = inputs[one % inputs.length];
    if (!input) return session;
    session = advance(session, input);
  }
  return session;
}

/** The right answer at each step, up to the end. */
export function playWell(from: Session): Session {
  let session = from;
  while (view(session).end === null) {
    const { node } = view(session);
    const choices = Object.entries(practiceOf(session.course, node)?.choices ?? {});
    const right = choices.find(
      ([, { moves, faults }]) => judge(node, moveBits(moves), faultBits(faults)) === 'right',
    );
    session = advance(session, right ? { choose: right[0] } : { done: true });
  }
  return session;
}
