/** Texts as they are said: with words in their slots. */
import type { Library } from '../playbook/library.ts';
import { fill, slotsFor } from '../playbook/slots.ts';
import { LANGS } from '../playbook/types.ts';
import type { Written } from './texts.ts';

/** @returns fills a text's slots: with the words of its scenario, else with those that always can be said */
export function filling(library: Library): (written: Pick<Written, 'doc' | 'lang' | 'text'>) => string {
  const declared = library.ids('slots').flatMap((id) => library.value('slots', id) ?? []);
  const usual = new Map(LANGS.map((lang) => [lang, slotsFor(lang, declared, null)]));
  return ({ doc, lang, text }) => {
    if (!text.includes('{')) return text;
    const slots = doc.kind === 'scenario' ? slotsFor(lang, declared, doc.value) : usual.get(lang);
    return fill(text, slots ?? []);
  };
}
