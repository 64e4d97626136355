import { isWon } from '../../flow/step.ts';
import type { Rule } from '../rule.ts';
import { atBest, shown, wayToEnd } from '../way.ts';

export const cannotBeWon: Rule = {
  name: 'cannot-be-won',
  severity: 'error',
  texts: {
    en: {
      what: 'A scenario that nobody can win with the answers it offers.',
      why: 'Practice that always ends badly teaches that it is no use.',
      todo: 'Let the customer begin cooler, or offer right answers that cool more.',
      message: 'Whichever answers are chosen, it never ends calm.',
    },
    sv: {
      what: 'Ett scenario som ingen kan vinna med de svar som finns.',
      why: 'Övning som alltid slutar illa lär ut att det inte är någon idé.',
      todo: 'Låt kunden börja svalare, eller erbjud rätta svar som svalkar mer.',
      message: 'Vilka svar man än väljer slutar det aldrig lugnt.',
    },
    nb: {
      what: 'Et scenario som ingen kan vinne med de svarene som finnes.',
      why: 'Øving som alltid ender dårlig, lærer folk at det ikke nytter.',
      todo: 'La kunden begynne kjøligere, eller tilby riktige svar som kjøler mer.',
      message: 'Uansett hvilke svar man velger, ender det aldri rolig.',
    },
  },
  *check({ played }) {
    for (const { doc, course, explored } of played) {
      if (doc.kind !== 'scenario') continue;
      const { machine } = course;
      // Where it begins lost, or a step has no right answer, another rule says so.
      if (machine.temperature >= machine.lostAt) continue;
      if (!explored.best.states.some(({ node }) => machine.nodes[node]?.end)) continue;
      if (explored.ends.some((state) => isWon(machine, state))) continue;
      const way = wayToEnd(machine, explored.offered, atBest);
      yield { doc, pointer: '/temperature', ...(way ? shown(course, way) : {}) };
    }
  },
};
