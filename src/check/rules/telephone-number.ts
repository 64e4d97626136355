import { LANGS } from '../../playbook/types.ts';
import type { Content } from '../content.ts';
import type { Rule } from '../rule.ts';
import type { Span } from '../span.ts';
import { digitsOf, shortNumbersIn, telephonesIn } from '../telephone.ts';
import type { Written } from '../texts.ts';

export const telephoneNumber: Rule = {
  name: 'telephone-number',
  severity: 'error',
  texts: {
    en: {
      what: 'A telephone number in a text, or in a threat a number to call that the numbers file does not have.',
      why: 'A number changes hands without the text noticing, and then it sends the customer to a stranger or rings in vain in danger.',
      todo: 'Take it out; a number to call in danger belongs in the numbers file, with where and when it was read, and may then be named in a threat.',
      message: '{number} is a telephone number.',
    },
    sv: {
      what: 'Ett telefonnummer i en text, eller i ett hot ett nummer att ringa som inte står i nummerfilen.',
      why: 'Ett nummer byter ägare utan att texten märker det, och då hamnar kunden hos en främling, eller så svarar ingen när det är fara.',
      todo: 'Ta bort det; ett nummer att ringa vid fara hör hemma i nummerfilen, med var och när det kontrollerades, och får sedan nämnas i ett hot.',
      message: '{number} är ett telefonnummer.',
    },
    nb: {
      what: 'Et telefonnummer i en tekst, eller i en trussel et nummer å ringe som ikke står i nummerfila.',
      why: 'Et nummer skifter eier uten at teksten merker det, og da havner kunden hos en fremmed, eller så svarer ingen når det er fare.',
      todo: 'Ta det bort; et nummer å ringe når det er fare, hører hjemme i nummerfila, med hvor og når det ble sjekket, og kan så nevnes i en trussel.',
      message: '{number} er et telefonnummer.',
    },
  },
  *check({ texts, library }) {
    let kept: ReadonlySet<string> | undefined;
    for (const one of texts) {
      const { doc, pointer, text } = one;
      if (doc.kind === 'numbers') continue;
      for (const part of numbersIn(one)) {
        const number = text.slice(part.start, part.end);
        if (doc.kind === 'threat') {
          kept ??= keptNumbers(library);
          if (kept.has(digitsOf(number))) continue;
        }
        yield { doc, pointer, part, params: { number } };
      }
    }
  },
};

/** What a customer says may name a service by its short number, and so may a line that a model learns from. */
function numbersIn({ role, text, lang }: Written): Span[] {
  const heard = role === 'customer' || role === 'example';
  return heard ? telephonesIn(text, lang) : [...telephonesIn(text, lang), ...shortNumbersIn(text, lang)];
}

/** The numbers of the numbers files, which are looked after there. */
function keptNumbers(library: Content['library']): ReadonlySet<string> {
  const calls = library
    .ids('numbers')
    .flatMap((id) => Object.values(library.value('numbers', id)?.calls ?? {}));
  return new Set(calls.flatMap((call) => LANGS.flatMap((lang) => digitsOf(call[lang]?.number ?? '') || [])));
}
