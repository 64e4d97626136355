import { type Course, makeCourse, practiceOf } from '../../flow/course.ts';
import type { Node } from '../../flow/machine.ts';
import { judge } from '../../flow/step.ts';
import { faultBits, moveBits, moveNames, type ThreatKind } from '../../playbook/types.ts';
import type { Rule } from '../rule.ts';
import { atBest, shown, wayToEnd } from '../way.ts';

export const noRightChoice: Rule = {
  name: 'no-right-choice',
  severity: 'error',
  texts: {
    en: {
      what: 'A step of a scenario or a threat at which none of the answers to choose is right.',
      why: 'Whoever practises there can only fail, and learns the wrong answer.',
      todo: "Add a choice with one of the step's moves and without a fault.",
      message: 'No choice at the step "{step}" does what the step is for ({moves}).',
    },
    sv: {
      what: 'Ett steg i ett scenario eller ett hot där inget av svaren är rätt.',
      why: 'Den som övar där kan bara misslyckas, och lär sig fel svar.',
      todo: 'Lägg till ett val som har något av stegets grepp och inget fel.',
      message: 'Inget av valen i steget ”{step}” gör det som steget är till för ({moves}).',
    },
    nb: {
      what: 'Et steg i et scenario eller en trussel der ingen av svarene er riktige.',
      why: 'Den som øver der, kan bare mislykkes, og lærer feil svar.',
      todo: 'Legg til et valg som har et av grepene i steget, og ingen feil.',
      message: 'Ingen av valgene i steget «{step}» gjør det steget er til for ({moves}).',
    },
  },
  *check({ docs, played, library }) {
    for (const { doc, course, explored } of played) {
      if (doc.kind !== 'scenario') continue;
      for (const node of withoutRight(course, null)) {
        const way = wayToEnd(course.machine, explored.offered, atBest);
        const pointer = `/steps/${node.step}/choices`;
        yield { doc, pointer, ...ofStep(node), ...(way ? shown(course, way) : {}) };
      }
    }
    for (const doc of docs) {
      if (doc.kind !== 'threat') continue;
      // A threat's steps are the same in every conversation.
      const [playbook = ''] = library.ids('playbook');
      const course = makeCourse(library, { playbook });
      for (const node of course ? withoutRight(course, doc.value.threat) : []) {
        yield { doc, pointer: `/steps/${node.step}/practice/choices`, ...ofStep(node) };
      }
    }
  },
};

/** The steps of a threat, or of the playbook itself, whose choices are all wrong. */
function withoutRight(course: Course, threat: ThreatKind | null): Node[] {
  return course.machine.nodes.filter((node) => {
    if (node.end !== null || node.threat !== threat) return false;
    const choices = Object.values(practiceOf(course, node)?.choices ?? {});
    const right = choices.some(
      ({ moves, faults }) => judge(node, moveBits(moves), faultBits(faults)) === 'right',
    );
    return choices.length > 0 && !right;
  });
}

const ofStep = ({ step, wants }: Node) =>
  ({ where: 'key', params: { step, moves: moveNames(wants).join(', ') } }) as const;
