import type { Rule } from '../rule.ts';
import { verdictsOn } from '../verdicts.ts';

export const choiceWithoutFault: Rule = {
  name: 'choice-without-fault',
  severity: 'warning',
  texts: {
    en: {
      what: 'A choice that declares a fault which is not to be heard in its words.',
      why: 'Whoever picks it is told of a fault that they cannot find, and stops believing what they are told.',
      todo: 'Let the fault be heard, or declare the one that is there.',
      message: 'Declared: {faults}. The coach hears none of it in the text.',
    },
    sv: {
      what: 'Ett val som anger ett fel som inte hörs i orden.',
      why: 'Den som väljer det får höra om ett fel som inte går att hitta, och slutar tro på återkopplingen.',
      todo: 'Låt felet höras, eller ange det fel som finns där.',
      message: 'Angivet: {faults}. Coachen hör inget av det i texten.',
    },
    nb: {
      what: 'Et valg som oppgir en feil som ikke høres i ordene.',
      why: 'Den som velger det, får høre om en feil som ikke er å finne, og slutter å tro på tilbakemeldingene.',
      todo: 'La feilen høres, eller oppgi den som faktisk er der.',
      message: 'Oppgitt: {faults}. Coachen hører ingenting av det i teksten.',
    },
  },
  *check(content) {
    for (const { written, misses } of verdictsOn(content)) {
      if (written.role !== 'choice' || !misses) continue;
      const { doc, pointer, faults } = written;
      yield { doc, pointer, params: { faults: faults.join(', ') } };
    }
  },
};
