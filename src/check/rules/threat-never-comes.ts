import type { Machine } from '../../flow/machine.ts';
import type { State } from '../../flow/step.ts';
import { type Explored, wayTo } from '../explore.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../way.ts';

export const threatNeverComes: Rule = {
  name: 'threat-never-comes',
  severity: 'error',
  texts: {
    en: {
      what: "A scenario's threat that never comes, whichever of the offered answers are chosen.",
      why: 'Nobody gets to practise what the scenario is there for.',
      todo: 'Lower from, offer answers that heat more, or let the threat come at a later step.',
      message:
        'The threat waits for {from} degrees at the step "{step}", where it never gets hotter than {hottest}.',
    },
    sv: {
      what: 'Ett hot i ett scenario som aldrig kommer, vilka av svaren man än väljer.',
      why: 'Då får ingen öva på det som scenariot är till för.',
      todo: 'Sänk from, erbjud svar som hettar upp mer, eller låt hotet komma i ett senare steg.',
      message:
        'Hotet väntar på {from} grader i steget ”{step}”, och där blir det aldrig hetare än {hottest}.',
    },
    nb: {
      what: 'En trussel i et scenario som aldri kommer, uansett hvilke av svarene man velger.',
      why: 'Da får ingen øvd på det scenarioet er der for.',
      todo: 'Senk from, tilby svar som hisser opp mer, eller la trusselen komme i et senere steg.',
      message:
        'Trusselen venter på {from} grader i steget «{step}», og der blir det aldri varmere enn {hottest}.',
    },
  },
  *check({ played }) {
    for (const { doc, course, explored } of played) {
      if (doc.kind !== 'scenario' || !doc.value.threat) continue;
      const { machine } = course;
      // One that comes where the customer is lost in the same moment is never seen.
      if (explored.ends.some(({ node, fired }) => fired && !isLost(machine, node))) continue;
      const { states } = explored.offered;
      if (states.some(({ node, fired }) => fired && !isLost(machine, node))) continue;
      const { step, from } = doc.value.threat;
      const hottest = hottestAt(explored, step);
      // A step that is never come to is another rule's.
      if (hottest === -1) continue;
      yield {
        doc,
        pointer: '/threat/from',
        params: { step, from, hottest: states[hottest]?.temperature ?? from },
        ...shown(course, wayTo(explored.offered, hottest)),
      };
    }
  },
};

const isLost = ({ ends }: Machine, node: number): boolean => node === ends.lost;

/** Where a step of the playbook is as hot as the offered answers can make it; -1 where it is never come to. */
function hottestAt({ machine, offered: { states } }: Explored, step: string): number {
  const at = machine.nodes.findIndex(({ id, end }) => id === step && end === null);
  let hottest = -1;
  states.forEach(({ node, temperature }, i) => {
    if (node !== at) return;
    if (hottest === -1 || temperature > (states[hottest] as State).temperature) hottest = i;
  });
  return hottest;
}
