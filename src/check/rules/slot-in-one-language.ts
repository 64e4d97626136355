import type { Lang } from '../../playbook/types.ts';
import type { Doc } from '../../playbook/validate.ts';
import type { Rule } from '../rule.ts';
import { slotIdsOf } from '../slot-ids.ts';
import { spansOf } from '../span.ts';
import type { Written } from '../texts.ts';

export const slotInOneLanguage: Rule = {
  name: 'slot-in-one-language',
  severity: 'error',
  texts: {
    en: {
      what: 'A phrase that has a slot in one language and not in the other.',
      why: 'In the one language the customer hears what will be done and when, in the other something vague in its place.',
      todo: 'Use the same slots in both, or give the phrases ids of their own if they are meant to differ.',
      message: '{slot} is used here, but "{id}" under {lang} has no {other}.',
    },
    sv: {
      what: 'En fras som har en lucka på det ena språket men inte på det andra.',
      why: 'På det ena språket får kunden höra vad som ska göras och när, på det andra något svävande i stället.',
      todo: 'Använd samma luckor på båda språken, eller ge fraserna egna id om de ska skilja sig åt.',
      message: '{slot} används här, men ”{id}” under {lang} saknar {other}.',
    },
    nb: {
      what: 'En frase som har et felt på det ene språket, men ikke på det andre.',
      why: 'På det ene språket får kunden høre hva som skal gjøres og når, på det andre noe ullent i stedet.',
      todo: 'Bruk de samme feltene på begge språk, eller gi frasene hver sin id hvis de skal være ulike.',
      message: '{slot} er brukt her, men «{id}» under {lang} mangler {other}.',
    },
  },
  *check({ texts, library }) {
    const ids = slotIdsOf(library);
    const nameOf = { sv: namesOf(ids.sv), nb: namesOf(ids.nb) };
    const slotsOf = ({ text, lang }: Written) =>
      spansOf(text, SLOT).flatMap(({ start, end }) => {
        const id = ids[lang].get(text.slice(start + 1, end - 1));
        // What is no slot at all is reported by the reader.
        return id === undefined ? [] : [{ id, part: { start, end } }];
      });
    for (const [one, other] of pairsOf(texts)) {
      const there = new Set(slotsOf(other).map(({ id }) => id));
      for (const { id, part } of slotsOf(one)) {
        if (there.has(id)) continue;
        const { doc, pointer, text } = one;
        const params = {
          slot: text.slice(part.start, part.end),
          id: pointer.slice(pointer.lastIndexOf('/') + 1),
          lang: other.lang,
          other: `{${nameOf[other.lang].get(id)}}`,
        };
        yield { doc, pointer, part, params };
      }
    }
  },
};

const SLOT = /\{[^{}]*\}/g;

const namesOf = (ids: ReadonlyMap<string, string>) => new Map([...ids].map(([name, id]) => [id, name]));

/** Each phrase with the one of its id and channel in the other language, both ways round. */
function* pairsOf(texts: readonly Written[]): Iterable<readonly [Written, Written]> {
  const phrases = new Map<Doc, Map<string, Partial<Record<Lang, Written>>>>();
  for (const one of texts) {
    if (one.channel === null) continue;
    const ofDoc = phrases.get(one.doc) ?? new Map<string, Partial<Record<Lang, Written>>>();
    phrases.set(one.doc, ofDoc);
    const name = one.pointer.replace(`/phrases/${one.lang}/`, '/phrases/');
    const pair = ofDoc.get(name) ?? {};
    pair[one.lang] = one;
    ofDoc.set(name, pair);
  }
  for (const ofDoc of phrases.values()) {
    for (const { sv, nb } of ofDoc.values()) {
      if (!sv || !nb) continue;
      yield [sv, nb];
      yield [nb, sv];
    }
  }
}
