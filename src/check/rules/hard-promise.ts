import { promisesIn } from '../promises.ts';
import type { Rule } from '../rule.ts';

export const hardPromise: Rule = {
  name: 'hard-promise',
  severity: 'warning',
  texts: {
    en: {
      what: 'A phrase or a right choice that promises what nobody can be sure of.',
      why: 'A promise that does not hold makes the next call worse than this one.',
      todo: 'Say what you will do yourself and when, or what you hope for.',
      message: 'Nobody can be sure of this: "{words}".',
    },
    sv: {
      what: 'En fras eller ett rätt val som lovar det ingen kan vara säker på.',
      why: 'Ett löfte som inte håller gör nästa samtal värre än det här.',
      todo: 'Säg vad du själv gör och när, eller vad du hoppas på.',
      message: 'Det här kan ingen vara säker på: ”{words}”.',
    },
    nb: {
      what: 'En frase eller et riktig valg som lover det ingen kan være sikker på.',
      why: 'Et løfte som ikke holder, gjør neste samtale verre enn denne.',
      todo: 'Si hva du selv gjør og når, eller hva du håper på.',
      message: 'Dette kan ingen være sikker på: «{words}».',
    },
  },
  *check({ texts }) {
    for (const { doc, pointer, role, lang, text, faults } of texts) {
      if (role !== 'phrase' && (role !== 'choice' || faults.length > 0)) continue;
      for (const part of promisesIn(text, lang)) {
        yield { doc, pointer, part, params: { words: text.slice(part.start, part.end) } };
      }
    }
  },
};
