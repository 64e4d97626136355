import { stepsInOrder, wants } from '../order.ts';
import type { Rule } from '../rule.ts';

export const apologyBeforeEmpathy: Rule = {
  name: 'apology-before-empathy',
  severity: 'error',
  texts: {
    en: {
      what: 'A playbook that apologizes before it empathizes.',
      why: 'An apology for something one has not yet understood sounds like a reflex.',
      todo: 'Put the step that empathizes before the one that apologizes.',
      message: 'The step "{step}" apologizes before anybody has shown understanding.',
    },
    sv: {
      what: 'En handlingsplan som ber om ursäkt innan den visar förståelse.',
      why: 'En ursäkt för något man inte har förstått än låter som en reflex.',
      todo: 'Lägg steget som visar förståelse före det som ber om ursäkt.',
      message: 'Steget ”{step}” ber om ursäkt innan någon har visat förståelse.',
    },
    nb: {
      what: 'En handlingsplan som sier unnskyld før den viser forståelse.',
      why: 'En unnskyldning for noe man ikke har forstått ennå, høres ut som en refleks.',
      todo: 'Legg steget som viser forståelse, foran det som sier unnskyld.',
      message: 'Steget «{step}» sier unnskyld før noen har vist forståelse.',
    },
  },
  *check({ docs }) {
    for (const doc of docs) {
      if (doc.kind !== 'playbook') continue;
      const steps = stepsInOrder(doc.value);
      const sorry = steps.findIndex((step) => wants('apologize')(step) && !wants('empathize')(step));
      const felt = steps.findIndex(wants('empathize'));
      const step = steps[sorry]?.id;
      if (step === undefined || (felt !== -1 && felt < sorry)) continue;
      yield { doc, pointer: `/steps/${step}/moves`, params: { step } };
    }
  },
};
