import { stepsInOrder, wants } from '../order.ts';
import type { Rule } from '../rule.ts';

export const thanksBeforeAnswer: Rule = {
  name: 'thanks-before-answer',
  severity: 'error',
  texts: {
    en: {
      what: 'A playbook that thanks before it has answered.',
      why: 'Thanks before the matter is dealt with sounds like a goodbye.',
      todo: 'Put the step that thanks after the one that answers.',
      message: 'The step "{step}" thanks before the customer has had an answer.',
    },
    sv: {
      what: 'En handlingsplan som tackar innan den har gett svar.',
      why: 'Ett tack innan saken är omhändertagen låter som ett hej då.',
      todo: 'Lägg steget som tackar efter det som ger svar.',
      message: 'Steget ”{step}” tackar innan kunden har fått svar.',
    },
    nb: {
      what: 'En handlingsplan som takker før den har gitt svar.',
      why: 'En takk før saken er tatt hånd om, høres ut som et farvel.',
      todo: 'Legg steget som takker, etter det som gir svar.',
      message: 'Steget «{step}» takker før kunden har fått svar.',
    },
  },
  *check({ docs }) {
    for (const doc of docs) {
      if (doc.kind !== 'playbook') continue;
      const steps = stepsInOrder(doc.value);
      const thanks = steps.findIndex((step) => wants('thank')(step) && !wants('respond', 'hear')(step));
      const answer = steps.findIndex(wants('respond'));
      const step = steps[thanks]?.id;
      if (step === undefined || answer === -1 || answer < thanks) continue;
      yield { doc, pointer: `/steps/${step}/moves`, params: { step } };
    }
  },
};
