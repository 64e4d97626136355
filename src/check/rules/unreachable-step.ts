import type { Reached } from '../explore.ts';
import type { Rule } from '../rule.ts';

export const unreachableStep: Rule = {
  name: 'unreachable-step',
  severity: 'error',
  texts: {
    en: {
      what: 'A step that no conversation comes to.',
      why: 'What nobody ever sees helps nobody, and whoever wrote it believes that it does.',
      todo: 'Lead a step to it with next, or remove it.',
      message: 'No way leads to the step "{step}".',
    },
    sv: {
      what: 'Ett steg som inget samtal kommer till.',
      why: 'Det som ingen får se hjälper ingen, och ändå tror den som skrev det att det gör nytta.',
      todo: 'Led ett steg dit med next, eller ta bort det.',
      message: 'Inget leder till steget ”{step}”.',
    },
    nb: {
      what: 'Et steg som ingen samtale kommer til.',
      why: 'Det som ingen får se, hjelper ingen, og likevel tror den som skrev det, at det gjør nytte.',
      todo: 'La et steg lede dit med next, eller ta det bort.',
      message: 'Ingenting leder til steget «{step}».',
    },
  },
  *check({ played }) {
    for (const { doc, course, explored } of played) {
      if (doc.kind !== 'playbook') continue;
      // Right answers alone come to nearly every step.
      const best = nodesIn(explored.best);
      let all: ReadonlySet<number> | undefined;
      for (const [i, { id, threat, end }] of course.machine.nodes.entries()) {
        if (threat !== null || end !== null || best.has(i)) continue;
        all ??= nodesIn(explored.all);
        if (all.has(i)) continue;
        yield { doc, pointer: `/steps/${id}`, where: 'key', params: { step: id } };
      }
    }
  },
};

const nodesIn = ({ states }: Reached): ReadonlySet<number> => new Set(states.map(({ node }) => node));
