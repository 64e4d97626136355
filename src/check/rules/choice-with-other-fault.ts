import type { Rule } from '../rule.ts';
import { verdictsOn } from '../verdicts.ts';

export const choiceWithOtherFault: Rule = {
  name: 'choice-with-other-fault',
  severity: 'warning',
  texts: {
    en: {
      what: 'A choice that declares no fault, but in which the coach hears one.',
      why: 'Whoever picks it is told that it was right, and says it to a real customer.',
      todo: 'Say it in another way, or list the fault under faults.',
      message: 'No fault is declared, but the coach hears "{fault}" in these words: "{words}".',
    },
    sv: {
      what: 'Ett val som inte anger något fel, men där coachen hör ett.',
      why: 'Den som väljer det får veta att det var rätt, och säger det till en riktig kund.',
      todo: 'Säg det på ett annat sätt, eller skriv felet under faults.',
      message: 'Inget fel är angivet, men coachen hör ”{fault}” i de här orden: ”{words}”.',
    },
    nb: {
      what: 'Et valg som ikke oppgir noen feil, men der coachen hører en.',
      why: 'Den som velger det, får vite at det var riktig, og sier det til en ekte kunde.',
      todo: 'Si det på en annen måte, eller før opp feilen under faults.',
      message: 'Ingen feil er oppgitt, men coachen hører «{fault}» i disse ordene: «{words}».',
    },
  },
  *check(content) {
    for (const { written, faults } of verdictsOn(content)) {
      if (written.role !== 'choice') continue;
      const { doc, pointer } = written;
      for (const { fault, words, part } of faults) {
        yield { doc, pointer, ...(part ? { part } : {}), params: { fault, words } };
      }
    }
  },
};
