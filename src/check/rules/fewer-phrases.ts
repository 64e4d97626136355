import { fewerOf, placeOfPair, type TextPair, textPairs } from '../pairs.ts';
import type { Rule } from '../rule.ts';

export const fewerPhrases: Rule = {
  name: 'fewer-phrases',
  severity: 'warning',
  texts: {
    en: {
      what: 'A channel of a step with fewer phrases in one language than in the other, or a list that is not half as long.',
      why: 'Whoever works in that language has less to choose from and soon repeats the same words.',
      todo: 'Write what is missing in that language anew, by ear, or remove what the other has too much of.',
      message: 'Only {count} here, but {more} under {other}.',
    },
    sv: {
      what: 'En kanal i ett steg som har färre fraser på det ena språket än på det andra, eller en lista som inte ens är hälften så lång.',
      why: 'Den som jobbar på det språket har mindre att välja på och säger snart samma sak om och om igen.',
      todo: 'Skriv det som saknas med egna ord på det språket, eller ta bort det som är för mycket på det andra.',
      message: 'Bara {count} här, men {more} under {other}.',
    },
    nb: {
      what: 'En kanal i et steg som har færre fraser på det ene språket enn på det andre, eller en liste som ikke er halvparten så lang.',
      why: 'Den som jobber på det språket, har mindre å velge mellom og sier snart det samme om igjen.',
      todo: 'Skriv det som mangler, med egne ord på det språket, eller ta bort det som er for mye på det andre.',
      message: 'Bare {count} her, men {more} under {other}.',
    },
  },
  *check({ texts }) {
    for (const pair of textPairs(texts)) {
      const found = fewerOf(pair);
      if (!found) continue;
      const { fewer, more: other } = found;
      const count = pair[fewer].length;
      const more = pair[other].length;
      // None at all is more than a matter of quality: missing-phrases.
      if (count === 0 || !isFew(pair, count, more)) continue;
      yield {
        doc: pair.doc,
        pointer: placeOfPair(pair, fewer),
        where: 'key',
        params: { count, more, other },
      };
    }
  },
};

/** Phrases are chosen from, so each one counts; the points of a list may be put in fewer sentences. */
const isFew = ({ channel }: TextPair, count: number, more: number): boolean =>
  channel === null ? 2 * count < more : count < more;
