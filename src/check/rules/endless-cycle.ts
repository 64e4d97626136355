import { ringOf, shownRing } from '../ring.ts';
import type { Rule } from '../rule.ts';

export const endlessCycle: Rule = {
  name: 'endless-cycle',
  severity: 'error',
  texts: {
    en: {
      what: 'Steps that lead round in a ring, so that the conversation never comes to its end.',
      why: 'Whoever does everything right is sent back to begin again.',
      todo: 'Let one of the steps lead out of the ring, or write next: end.',
      message: 'This leads back to the step "{step}", and no step leads out of the ring again.',
    },
    sv: {
      what: 'Steg som leder runt i en ring, så att samtalet aldrig kommer till slutet.',
      why: 'Den som gör allt rätt skickas tillbaka och får börja om.',
      todo: 'Låt ett av stegen leda ut ur ringen, eller skriv next: end.',
      message: 'Det här leder tillbaka till steget ”{step}”, och inget steg leder ut ur ringen igen.',
    },
    nb: {
      what: 'Steg som leder rundt i ring, så samtalen aldri kommer til slutten.',
      why: 'Den som gjør alt riktig, blir sendt tilbake og må begynne på nytt.',
      todo: 'La et av stegene lede ut av ringen, eller skriv next: end.',
      message: 'Dette leder tilbake til steget «{step}», og ingen av stegene leder ut av ringen igjen.',
    },
  },
  *check({ played }) {
    for (const one of played) {
      const { doc } = one;
      const ring = doc.kind === 'playbook' ? ringOf(one) : null;
      // A step that leads to itself is a dead end, and another rule's.
      if (!ring || ring.from === ring.to) continue;
      const { from, to: step } = ring;
      yield { doc, pointer: `/steps/${from}/next`, params: { step }, ...shownRing(played, doc.id) };
    }
  },
};
