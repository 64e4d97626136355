import { lettersOf } from '../../language/text.ts';
import { foreignIn } from '../foreign.ts';
import { textPairs } from '../pairs.ts';
import type { Rule } from '../rule.ts';

export const unchangedCopy: Rule = {
  name: 'unchanged-copy',
  severity: 'warning',
  texts: {
    en: {
      what: 'The same sentence under both languages.',
      why: 'It was probably copied and never written in the other language, and a native hears that at once.',
      todo: 'Write it anew in the language that it was copied to; if both really say it so, set this aside with the reason.',
      message: 'The same text stands under {other}.',
    },
    sv: {
      what: 'Samma mening på båda språken.',
      why: 'Den är nog kopierad men aldrig skriven på det andra språket, och det hörs direkt för den som har det som modersmål.',
      todo: 'Skriv om den på det språk den kopierades till; om man verkligen säger likadant på båda, bortse från det här och ange skälet.',
      message: 'Samma text står under {other}.',
    },
    nb: {
      what: 'Den samme setningen på begge språk.',
      why: 'Den er nok kopiert og aldri skrevet på det andre språket, og det hører en som har det som morsmål, med en gang.',
      todo: 'Skriv den om på det språket den ble kopiert til; hvis man virkelig sier det likt på begge, se bort fra dette og oppgi grunnen.',
      message: 'Den samme teksten står under {other}.',
    },
  },
  *check(content) {
    for (const { sv, nb } of textPairs(content.texts)) {
      const swedish = new Map(sv.map((one) => [bare(one.text), one]));
      for (const one of nb) {
        const same = swedish.get(bare(one.text));
        if (!same || telling(one.text) < LEAST_TELLING) continue;
        // Whose copy it is can be told: then wrong-language tells.
        const { languages } = content.coach;
        if (foreignIn(one, languages) || foreignIn(same, languages)) continue;
        const { doc, pointer } = one;
        yield { doc, pointer, params: { other: 'sv' } };
      }
    }
  },
};

/** A few words are often the same in both languages: "Ha is i magen". */
const LEAST_TELLING = 5;

const bare = (text: string): string => text.trim().toLowerCase();

/** How many words a text has that are neither a slot nor a name: one with a capital, but for the first. */
function telling(text: string): number {
  const [, ...rest] = lettersOf(text.replace(/\{[^{}]*\}/g, ' '));
  return 1 + rest.filter((word) => word === word.toLowerCase()).length;
}
