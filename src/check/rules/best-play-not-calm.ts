import { isWon } from '../../flow/step.ts';
import { firstWhere, wayTo } from '../explore.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../way.ts';

export const bestPlayNotCalm: Rule = {
  name: 'best-play-not-calm',
  severity: 'error',
  texts: {
    en: {
      what: 'A conversation in which every answer can be right without it ending calm.',
      why: 'Whoever does all that the playbook says and still loses stops believing in it.',
      todo: 'Let the customer begin cooler, or offer right answers and steps that cool more.',
      message: 'With right answers alone it can end "{end}" instead of calm.',
    },
    sv: {
      what: 'Ett samtal där varje svar kan vara rätt utan att det slutar lugnt.',
      why: 'Den som gör allt som planen säger och ändå förlorar slutar tro på den.',
      todo: 'Låt kunden börja svalare, eller lägg in rätta svar och steg som svalkar mer.',
      message: 'Med bara rätta svar kan det sluta ”{end}” i stället för lugnt.',
    },
    nb: {
      what: 'En samtale der hvert svar kan være riktig uten at den ender rolig.',
      why: 'Den som gjør alt planen sier og likevel taper, slutter å tro på den.',
      todo: 'La kunden begynne kjøligere, eller legg inn riktige svar og steg som kjøler mer.',
      message: 'Med bare riktige svar kan det ende «{end}» i stedet for rolig.',
    },
  },
  *check({ played }) {
    for (const { doc, course, explored } of played) {
      const { machine } = course;
      // Where nobody can win at all, another rule says so.
      if (doc.kind === 'scenario' && !explored.ends.some((state) => isWon(machine, state))) continue;
      const lost = firstWhere(
        explored.best,
        (state) => Boolean(machine.nodes[state.node]?.end) && !isWon(machine, state),
      );
      const end = machine.nodes[explored.best.states[lost]?.node ?? -1]?.end;
      if (!end) continue;
      yield {
        doc,
        pointer: doc.kind === 'scenario' ? '/temperature' : '/playbook',
        params: { end },
        ...shown(course, wayTo(explored.best, lost)),
      };
    }
  },
};
