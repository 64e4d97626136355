import { fewerOf, textPairs } from '../pairs.ts';
import type { Rule } from '../rule.ts';

export const missingPhrases: Rule = {
  name: 'missing-phrases',
  severity: 'error',
  texts: {
    en: {
      what: 'A channel of a step with phrases in one language and none in the other.',
      why: 'Whoever answers on that channel in the other language is left without a word to say.',
      todo: 'Write phrases for that channel in the other language, or remove it from both.',
      message: '{lang} has no phrases for "{channel}"; {other} has {count}.',
    },
    sv: {
      what: 'En kanal i ett steg som har fraser på det ena språket men inga på det andra.',
      why: 'Den som svarar i den kanalen på det andra språket står där utan något att säga.',
      todo: 'Skriv fraser för kanalen även på det andra språket, eller ta bort den på båda.',
      message: '{lang} har inga fraser för ”{channel}”; {other} har {count}.',
    },
    nb: {
      what: 'En kanal i et steg som har fraser på det ene språket, men ingen på det andre.',
      why: 'Den som svarer i den kanalen på det andre språket, står der uten noe å si.',
      todo: 'Skriv fraser for kanalen også på det andre språket, eller ta den bort på begge.',
      message: '{lang} har ingen fraser for «{channel}»; {other} har {count}.',
    },
  },
  *check({ texts }) {
    for (const pair of textPairs(texts)) {
      const { doc, pointer, channel } = pair;
      const found = fewerOf(pair);
      if (!found || channel === null || pair[found.fewer].length > 0) continue;
      const { fewer: lang, more: other } = found;
      yield {
        doc,
        pointer: `${pointer}/${lang}`,
        where: 'key',
        params: { lang, channel, other, count: pair[other].length },
      };
    }
  },
};
