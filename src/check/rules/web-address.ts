import type { Rule } from '../rule.ts';
import { spansOf } from '../span.ts';

export const webAddress: Rule = {
  name: 'web-address',
  severity: 'warning',
  texts: {
    en: {
      what: 'A link in a phrase to say aloud, on the phone or at the counter.',
      why: 'Nobody can click on what they hear, and whoever is angry does not write it down.',
      todo: 'Say what you do for the customer, or offer to send the link.',
      message: '{address} is a link, and this is said aloud.',
    },
    sv: {
      what: 'En länk i en fras som ska sägas högt, i telefon eller över disk.',
      why: 'Ingen kan klicka på det de hör, och den som är arg skriver inte ner det.',
      todo: 'Säg vad du gör för kunden, eller erbjud dig att skicka länken.',
      message: '{address} är en länk, och det här sägs högt.',
    },
    nb: {
      what: 'En lenke i en frase som skal sies høyt, på telefon eller over skranken.',
      why: 'Ingen kan klikke på det de hører, og den som er sint, skriver det ikke ned.',
      todo: 'Si hva du gjør for kunden, eller tilby deg å sende lenka.',
      message: '{address} er en lenke, og dette sies høyt.',
    },
  },
  *check({ texts }) {
    for (const { doc, pointer, text, channel } of texts) {
      if ((channel !== 'phone' && channel !== 'counter') || !text.includes('.')) continue;
      for (const part of spansOf(text, ADDRESS)) {
        yield { doc, pointer, part, params: { address: text.slice(part.start, part.end) } };
      }
    }
  },
};

/** Begins only where a word begins, so that a long text is gone through once; a mail address is none. */
const ADDRESS =
  /(?<![\p{L}\p{N}@._-])(?:(?:https?:\/\/|www\.)[^\s”"»)]*[^\s”"»).,!?]|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:se|nu|no|com|net|org|eu|io|info|app)(?:\/[^\s”"»).,!?]*)?(?![\p{L}\p{N}@-]))/gu;
