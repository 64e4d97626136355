import type { Rule } from '../rule.ts';
import type { Written } from '../texts.ts';

export const missingTranslation: Rule = {
  name: 'missing-translation',
  severity: 'error',
  texts: {
    en: {
      what: 'A text that is still to be written: blank, only dots or dashes, or a TODO.',
      why: 'The file counts as complete, and in a live call there is nothing to read.',
      todo: 'Write the text, in its own language.',
      message: 'There is no text here yet.',
    },
    sv: {
      what: 'En text som inte är skriven än: tom, bara punkter eller streck, eller ett TODO.',
      why: 'Filen räknas som färdig, men mitt i ett samtal finns det inget att läsa.',
      todo: 'Skriv texten, på sitt eget språk.',
      message: 'Här finns ingen text än.',
    },
    nb: {
      what: 'En tekst som ikke er skrevet ennå: tom, bare prikker eller streker, eller en TODO.',
      why: 'Filen regnes som ferdig, men midt i en samtale er det ingenting å lese.',
      todo: 'Skriv teksten, på sitt eget språk.',
      message: 'Her er det ingen tekst ennå.',
    },
  },
  *check({ texts }) {
    for (const one of texts) {
      if (!isEmpty(one) && !TO_DO.test(one.text)) continue;
      yield { doc: one.doc, pointer: one.pointer };
    }
  },
};

const TO_DO = /(?<!\p{L})(?:TODO|TBD|FIXME)(?!\p{L})/u;

/** Customers may answer with mere dots or question marks, and models learn from those who do. */
const isEmpty = ({ text, role }: Written): boolean =>
  role === 'customer' || role === 'example' ? text.trim() === '' : /^[\s\p{P}]*$/u.test(text);
