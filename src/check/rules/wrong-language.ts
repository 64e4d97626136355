import { foreignIn } from '../foreign.ts';
import type { Rule } from '../rule.ts';

export const wrongLanguage: Rule = {
  name: 'wrong-language',
  severity: 'error',
  texts: {
    en: {
      what: 'A text in another language than the one it stands under.',
      why: 'In a live call somebody would read it out to a customer who speaks another language.',
      todo: 'Write it anew in its language or move it to where it belongs; a learned line in nynorsk is marked with nn: true.',
      message: 'This stands under {lang}, but its language seems to be {found}.',
    },
    sv: {
      what: 'En text på ett annat språk än det den står under.',
      why: 'Mitt i ett samtal skulle någon läsa upp den för en kund som talar ett annat språk.',
      todo: 'Skriv om den på rätt språk eller flytta den dit den hör; en inlärd rad på nynorska märks med nn: true.',
      message: 'Texten står under {lang}, men språket verkar vara {found}.',
    },
    nb: {
      what: 'En tekst på et annet språk enn det den står under.',
      why: 'Midt i en samtale ville noen lest den opp for en kunde som snakker et annet språk.',
      todo: 'Skriv den om på riktig språk, eller flytt den dit den hører hjemme; en innlært linje på nynorsk merkes med nn: true.',
      message: 'Teksten står under {lang}, men språket ser ut til å være {found}.',
    },
  },
  *check(content) {
    for (const one of content.texts) {
      const foreign = foreignIn(one, content.coach.languages);
      if (!foreign) continue;
      const { doc, pointer, lang } = one;
      const params = { lang, found: NAMES[foreign.lang] };
      yield { doc, pointer, params, ...(foreign.part ? { part: foreign.part } : {}) };
    }
  },
};

/** Each language by its own name, with the key that its texts stand under where there is one. */
const NAMES = { sv: 'svenska (sv)', nb: 'bokmål (nb)', nn: 'nynorsk', en: 'English' } as const;
