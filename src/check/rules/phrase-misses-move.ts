import type { Rule } from '../rule.ts';
import { verdictsOn } from '../verdicts.ts';

export const phraseMissesMove: Rule = {
  name: 'phrase-misses-move',
  severity: 'warning',
  texts: {
    en: {
      what: "A phrase that does none of its step's moves.",
      why: 'Whoever says it believes that the step is done, while the customer still waits for it.',
      todo: 'Say what the step is for, or move the phrase to the step where it belongs.',
      message: 'The step is for: {moves}. The coach hears none of it in the phrase.',
    },
    sv: {
      what: 'En fras som inte gör något av stegets grepp.',
      why: 'Den som säger den tror att steget är avklarat, medan kunden fortfarande väntar på det.',
      todo: 'Säg det som steget är till för, eller flytta frasen till det steg där den hör hemma.',
      message: 'Steget är till för: {moves}. Coachen hör inget av det i frasen.',
    },
    nb: {
      what: 'En frase som ikke gjør noen av grepene i steget.',
      why: 'Den som sier den, tror at steget er unnagjort, mens kunden fortsatt venter på det.',
      todo: 'Si det steget er til for, eller flytt frasen til det steget der den hører hjemme.',
      message: 'Steget er til for: {moves}. Coachen hører ingenting av det i frasen.',
    },
  },
  *check(content) {
    for (const { written, misses } of verdictsOn(content)) {
      if (written.role !== 'phrase' || !misses) continue;
      const { doc, pointer, moves } = written;
      yield { doc, pointer, params: { moves: moves.join(', ') } };
    }
  },
};
