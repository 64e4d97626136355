import { stepsInOrder, wants } from '../order.ts';
import type { Rule } from '../rule.ts';

export const solutionBeforeAcknowledgement: Rule = {
  name: 'solution-before-acknowledgement',
  severity: 'error',
  texts: {
    en: {
      what: 'A playbook that solves before it has heard or shown understanding.',
      why: 'A solution to somebody who does not feel heard sounds like a way to get rid of them.',
      todo: 'Put a step that hears, restates or empathizes before it.',
      message: 'The step "{step}" answers before the customer has been heard.',
    },
    sv: {
      what: 'En handlingsplan som löser innan den har lyssnat eller visat förståelse.',
      why: 'En lösning till den som inte känner sig hörd låter som ett sätt att bli av med kunden.',
      todo: 'Lägg ett steg som lyssnar, säger tillbaka eller visar förståelse före.',
      message: 'Steget ”{step}” ger svar innan kunden har blivit hörd.',
    },
    nb: {
      what: 'En handlingsplan som løser før den har lyttet eller vist forståelse.',
      why: 'En løsning til en som ikke føler seg hørt, høres ut som en måte å bli kvitt kunden på.',
      todo: 'Legg et steg som lytter, gjentar eller viser forståelse, foran.',
      message: 'Steget «{step}» gir svar før kunden er blitt hørt.',
    },
  },
  *check({ docs }) {
    for (const doc of docs) {
      if (doc.kind !== 'playbook') continue;
      const steps = stepsInOrder(doc.value);
      const solve = steps.findIndex(wants('respond'));
      const heard = steps.findIndex(wants('hear', 'restate', 'empathize'));
      const step = steps[solve]?.id;
      if (step === undefined || (heard !== -1 && heard <= solve)) continue;
      yield { doc, pointer: `/steps/${step}/moves`, params: { step } };
    }
  },
};
