import type { Rule } from '../rule.ts';
import { spansOf } from '../span.ts';

export const mailAddress: Rule = {
  name: 'mail-address',
  severity: 'error',
  texts: {
    en: {
      what: 'A mail address in a text.',
      why: 'It may be a real person’s, and when it stops working the text goes on sending customers there.',
      todo: 'Take it out, or say whom you will pass the matter on to.',
      message: '{address} is a mail address.',
    },
    sv: {
      what: 'En mejladress i en text.',
      why: 'Den kan tillhöra en riktig människa, och när den slutar fungera fortsätter texten att hänvisa kunder dit.',
      todo: 'Ta bort den, eller säg vem du lämnar ärendet till.',
      message: '{address} är en mejladress.',
    },
    nb: {
      what: 'En e-postadresse i en tekst.',
      why: 'Den kan tilhøre et virkelig menneske, og når den slutter å virke, fortsetter teksten å sende kunder dit.',
      todo: 'Ta den bort, eller si hvem du gir saken videre til.',
      message: '{address} er en e-postadresse.',
    },
  },
  *check({ texts }) {
    for (const { doc, pointer, text } of texts) {
      if (!text.includes('@')) continue;
      for (const part of spansOf(text, ADDRESS)) {
        yield { doc, pointer, part, params: { address: text.slice(part.start, part.end) } };
      }
    }
  },
};

/** Begins only where a name begins, so that a long text is gone through once. */
const ADDRESS = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
