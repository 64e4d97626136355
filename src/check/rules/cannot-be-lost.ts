import type { Rule } from '../rule.ts';
import { atWorst, shown, wayToEnd } from '../way.ts';

export const cannotBeLost: Rule = {
  name: 'cannot-be-lost',
  severity: 'error',
  texts: {
    en: {
      what: 'A scenario that nobody can lose, whichever answers are chosen.',
      why: 'Where nothing can go wrong there is nothing to learn.',
      todo: 'Offer bad answers that heat, or let the customer begin hotter.',
      message: 'Whichever answers are chosen, the customer is never lost.',
    },
    sv: {
      what: 'Ett scenario som ingen kan förlora, vad man än svarar.',
      why: 'Där inget kan gå fel finns inget att lära.',
      todo: 'Erbjud dåliga svar som hettar upp, eller låt kunden börja hetare.',
      message: 'Vilka svar man än väljer tappar man aldrig kunden.',
    },
    nb: {
      what: 'Et scenario som ingen kan tape, uansett hva man svarer.',
      why: 'Der ingenting kan gå galt, er det ingenting å lære.',
      todo: 'Tilby dårlige svar som hisser opp, eller la kunden begynne varmere.',
      message: 'Uansett hvilke svar man velger, mister man aldri kunden.',
    },
  },
  *check({ played }) {
    for (const { doc, course, explored } of played) {
      if (doc.kind !== 'scenario') continue;
      const { machine } = course;
      // Where a life is in danger, what goes wrong is that something for its safety is left out.
      const { lost, safe } = machine.ends;
      if (explored.ends.some(({ node, missed }) => node === lost || (node === safe && missed))) continue;
      const way = wayToEnd(machine, explored.offered, atWorst);
      yield { doc, pointer: '/temperature', ...(way ? shown(course, way) : {}) };
    }
  },
};
