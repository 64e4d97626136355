import { personalNumbersIn } from '../personal.ts';
import type { Rule } from '../rule.ts';

export const personalNumber: Rule = {
  name: 'personal-number',
  severity: 'error',
  texts: {
    en: {
      what: 'A Swedish or Norwegian personal identity number in a text.',
      why: 'It may belong to somebody who lives, and with it comes all that is known about them.',
      todo: 'Take it out; nothing can be practised with it that cannot be practised without.',
      message: '{number} can be the identity number of a real person.',
    },
    sv: {
      what: 'Ett personnummer, samordningsnummer eller norskt fødselsnummer i en text.',
      why: 'Det kan tillhöra någon som lever, och allt som är känt om den personen följer med.',
      todo: 'Ta bort det; allt som går att öva med det går att öva utan.',
      message: '{number} kan vara en riktig persons personnummer.',
    },
    nb: {
      what: 'Et fødselsnummer, D-nummer eller svensk personnummer i en tekst.',
      why: 'Det kan tilhøre noen som lever, og alt som er kjent om den personen, følger med.',
      todo: 'Ta det bort; alt som kan øves med det, kan øves uten.',
      message: '{number} kan være fødselsnummeret til et virkelig menneske.',
    },
  },
  *check({ texts }) {
    for (const { doc, pointer, text } of texts) {
      for (const part of personalNumbersIn(text)) {
        yield { doc, pointer, part, params: { number: text.slice(part.start, part.end) } };
      }
    }
  },
};
