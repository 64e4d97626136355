import { LANGS, type Lang } from '../../playbook/types.ts';
import type { Rule } from '../rule.ts';

export const emergencyNumberForeign: Rule = {
  name: 'emergency-number-foreign',
  severity: 'error',
  texts: {
    en: {
      what: 'A number for help that is the other country’s: a Norwegian one under sv, or a Swedish one under nb.',
      why: 'It does not lead to help from here, and in danger nobody has time to find out why.',
      todo: 'Write the number of the country whose language it is; 112 is right under both.',
      message: '{number} is not called under {lang}. There it is {instead}.',
    },
    sv: {
      what: 'Ett nummer till hjälp som är grannlandets: ett norskt under sv, eller ett svenskt under nb.',
      why: 'Det leder inte till någon hjälp här, och när det är fara hinner ingen ta reda på varför.',
      todo: 'Skriv numret i det land som språket hör till; 112 är rätt under båda.',
      message: '{number} är fel nummer under {lang}. Där är det {instead} som gäller.',
    },
    nb: {
      what: 'Et nummer til hjelp som er nabolandets: et norsk under sv, eller et svensk under nb.',
      why: 'Det fører ikke til hjelp her, og når det er fare, rekker ingen å finne ut hvorfor.',
      todo: 'Skriv nummeret i landet som språket hører til; 112 er riktig under begge.',
      message: '{number} er feil nummer under {lang}. Der er det {instead} som gjelder.',
    },
  },
  *check({ docs, texts }) {
    for (const doc of docs) {
      if (doc.kind !== 'numbers') continue;
      for (const [id, call] of Object.entries(doc.value.calls)) {
        for (const lang of LANGS) {
          const [found] = foreignIn(call[lang]?.number ?? '', lang);
          if (!found) continue;
          const { number, instead } = found;
          yield { doc, pointer: `/calls/${id}/${lang}/number`, params: { number, lang, instead } };
        }
      }
    }
    for (const { doc, pointer, lang, text } of texts) {
      if (doc.kind !== 'threat' && doc.kind !== 'playbook') continue;
      for (const { number, instead, start, end } of foreignIn(text, lang)) {
        yield { doc, pointer, part: { start, end }, params: { number, lang, instead } };
      }
    }
  },
};

/** Under each language the other country's numbers, with its own for the same help. 112 is called in both. */
const FOREIGN: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  sv: { '113': '112', '116 117': '1177', '02800': '114 14', '116 123': '90101' },
  nb: { '114 14': '02800', '1177': '116 117', '90101': '116 123' },
};

/** What follows a number of things rather than a number to call: 113 kr, 113,-. */
const COUNTED =
  '\\s?(?:%|[:,][-–]|(?:kr|kronor|kroner|öre|øre|euro|procent|prosent|st|stk|stycken|kunder|personer|minuter|minutter|timmar|timer|dagar|dager|gånger|ganger|km|meter|kg)(?!\\p{L}))';

const REGEXES: Readonly<Record<Lang, RegExp>> = { sv: regexFor('sv'), nb: regexFor('nb') };

/** Numbers that stand alone: no part of a word, an amount, a time, a date or a longer number. */
function regexFor(lang: Lang): RegExp {
  const numbers = Object.keys(FOREIGN[lang]).map(spaced).join('|');
  const before = '(?<![\\p{L}\\p{N}]|\\p{N}[ \\u00a0.,:-])';
  const after = `(?![\\p{L}\\p{N}]|[ \\u00a0.,:-]\\p{N}|${COUNTED})`;
  return new RegExp(`${before}(?:${numbers})${after}`, 'gu');
}

/** People put the blanks of a long number anywhere, or none. */
function spaced(number: string): string {
  const digits = number.replaceAll(' ', '');
  return digits.length < 5 ? digits : [...digits].join('[ \\u00a0-]?');
}

interface Found {
  readonly number: string;
  readonly instead: string;
  readonly start: number;
  readonly end: number;
}

/** The other country's numbers in a text. */
function foreignIn(text: string, lang: Lang): Found[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(REGEXES[lang])].map(({ 0: written, index }) => {
    const own = Object.entries(FOREIGN[lang]).find(([number]) => digitsOf(number) === digitsOf(written));
    const [number, instead] = own ?? [written, ''];
    return { number, instead, start: index, end: index + written.length };
  });
}

const digitsOf = (number: string): string => number.replace(/\P{N}/gu, '');
