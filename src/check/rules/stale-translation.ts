import { LANGS } from '../../playbook/types.ts';
import { pairsIn } from '../agreed.ts';
import type { Rule } from '../rule.ts';

export const staleTranslation: Rule = {
  name: 'stale-translation',
  severity: 'warning',
  texts: {
    en: {
      what: 'A text of which only the other language has changed since both last said the same.',
      why: 'Agents of two countries would tell their customers different things.',
      todo: 'Bring this language up to date as well, then run svalka check --update-translations.',
      message: '{other} has changed since, and {lang} has not.',
    },
    sv: {
      what: 'En text där bara det andra språket har ändrats sedan båda sist sa samma sak.',
      why: 'Kollegor i två länder skulle ge sina kunder olika besked.',
      todo: 'Uppdatera även det här språket och kör sedan svalka check --update-translations.',
      message: '{other} har ändrats sedan dess, men inte {lang}.',
    },
    nb: {
      what: 'En tekst der bare det andre språket er endret siden begge sist sa det samme.',
      why: 'Kolleger i to land ville gitt kundene sine ulike svar.',
      todo: 'Oppdater dette språket også, og kjør så svalka check --update-translations.',
      message: '{other} er endret siden sist, men ikke {lang}.',
    },
  },
  *check({ docs, agreed }) {
    if (agreed.size === 0) return;
    for (const [name, pair] of pairsIn(docs)) {
      const before = agreed.get(name);
      const unchanged = LANGS.filter((lang) => pair[lang] === before?.[lang]);
      const [lang] = unchanged;
      if (unchanged.length !== 1 || lang === undefined) continue;
      const other = lang === 'sv' ? 'nb' : 'sv';
      yield { doc: pair.doc, pointer: `${pair.pointer}/${lang}`, where: 'key', params: { lang, other } };
    }
  },
};
