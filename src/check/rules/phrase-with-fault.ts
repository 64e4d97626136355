import type { Rule } from '../rule.ts';
import { verdictsOn } from '../verdicts.ts';

export const phraseWithFault: Rule = {
  name: 'phrase-with-fault',
  severity: 'error',
  texts: {
    en: {
      what: 'A phrase in which the coach hears a fault.',
      why: 'Somebody reads it out as it stands, to a customer who is angry already, and it heats.',
      todo: 'Say it in another way, and let `svalka review` listen to the new words.',
      message: 'The coach hears the fault "{fault}" in these words: "{words}".',
    },
    sv: {
      what: 'En fras där coachen hör ett fel.',
      why: 'Någon läser upp den som den står, för en kund som redan är arg, och det hettar upp.',
      todo: 'Säg det på ett annat sätt, och låt `svalka review` lyssna på de nya orden.',
      message: 'Coachen hör felet ”{fault}” i de här orden: ”{words}”.',
    },
    nb: {
      what: 'En frase der coachen hører en feil.',
      why: 'Noen leser den opp som den står, for en kunde som allerede er sint, og det hisser opp.',
      todo: 'Si det på en annen måte, og la `svalka review` lytte til de nye ordene.',
      message: 'Coachen hører feilen «{fault}» i disse ordene: «{words}».',
    },
  },
  *check(content) {
    for (const { written, faults } of verdictsOn(content)) {
      if (written.role !== 'phrase') continue;
      const { doc, pointer } = written;
      for (const { fault, words, part } of faults) {
        yield { doc, pointer, ...(part ? { part } : {}), params: { fault, words } };
      }
    }
  },
};
