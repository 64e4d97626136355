import { ringOf, shownRing } from '../ring.ts';
import type { Rule } from '../rule.ts';

export const deadEnd: Rule = {
  name: 'dead-end',
  severity: 'error',
  texts: {
    en: {
      what: 'A step that leads on to itself.',
      why: 'The conversation hangs there and never comes to its end, in practice and in a live call.',
      todo: 'Let next name the step that comes after, or write next: end.',
      message: 'The step "{step}" leads only to itself, and never to an end.',
    },
    sv: {
      what: 'Ett steg som leder vidare till sig självt.',
      why: 'Där fastnar samtalet och kommer aldrig till något slut, både i övning och på riktigt.',
      todo: 'Låt next peka på steget som kommer efter, eller skriv next: end.',
      message: 'Steget ”{step}” leder bara till sig självt, och aldrig till något slut.',
    },
    nb: {
      what: 'Et steg som leder videre til seg selv.',
      why: 'Der sitter samtalen fast og kommer aldri til noen slutt, både i øving og på ordentlig.',
      todo: 'La next peke på steget som kommer etter, eller skriv next: end.',
      message: 'Steget «{step}» leder bare til seg selv, og aldri til noen slutt.',
    },
  },
  *check({ played }) {
    for (const one of played) {
      const { doc } = one;
      const ring = doc.kind === 'playbook' ? ringOf(one) : null;
      if (!ring || ring.from !== ring.to) continue;
      const { from: step } = ring;
      yield { doc, pointer: `/steps/${step}/next`, params: { step }, ...shownRing(played, doc.id) };
    }
  },
};
