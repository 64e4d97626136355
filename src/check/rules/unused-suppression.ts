import type { Rule } from '../rule.ts';

export const unusedSuppression: Rule = {
  name: 'unused-suppression',
  severity: 'warning',
  texts: {
    en: {
      what: 'A svalka-ignore that sets nothing aside.',
      why: 'It hides the next fault that appears on its line.',
      todo: 'Remove it, or mend the name of its rule.',
      message: 'Nothing is set aside here: "{rule}" finds nothing on this line.',
    },
    sv: {
      what: 'En svalka-ignore som inte gör något.',
      why: 'Den döljer nästa fel som dyker upp på raden.',
      todo: 'Ta bort den, eller rätta regelns namn.',
      message: 'Här finns inget att bortse från: ”{rule}” hittar inget på raden.',
    },
    nb: {
      what: 'En svalka-ignore som ikke gjør noe.',
      why: 'Den skjuler den neste feilen som dukker opp på linja.',
      todo: 'Ta den bort, eller rett navnet på regelen.',
      message: 'Her er det ingenting å se bort fra: «{rule}» finner ingenting på linja.',
    },
  },
  // Found by check.ts, after all other rules.
  check: () => [],
};
