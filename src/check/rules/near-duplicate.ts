import type { Doc } from '../../playbook/validate.ts';
import type { Rule } from '../rule.ts';
import type { Written } from '../texts.ts';
import { twinsAmong } from '../twins.ts';

export const nearDuplicate: Rule = {
  name: 'near-duplicate',
  severity: 'warning',
  texts: {
    en: {
      what: 'Two phrases of a file, or two choices of a step, that say nearly the same.',
      why: 'Whoever looks for other words finds none, and of two choices that are alike only one teaches something.',
      todo: 'Say one of them in another way, or remove it.',
      message: 'This says nearly the same as "{other}": {text}',
    },
    sv: {
      what: 'Två fraser i en fil, eller två val i ett steg, som säger nästan samma sak.',
      why: 'Den som letar efter andra ord hittar inga, och av två val som är nästan lika lär man sig bara något av det ena.',
      todo: 'Säg det ena på ett annat sätt, eller ta bort det.',
      message: 'Det här säger nästan samma sak som ”{other}”: {text}',
    },
    nb: {
      what: 'To fraser i en fil, eller to valg i et steg, som sier nesten det samme.',
      why: 'Den som leter etter andre ord, finner ingen, og av to nesten like valg er det bare det ene man lærer noe av.',
      todo: 'Si det ene på en annen måte, eller ta det bort.',
      message: 'Dette sier nesten det samme som «{other}»: {text}',
    },
  },
  *check({ texts }) {
    for (const group of groupsOf(texts)) {
      for (const { text, of } of twinsAmong(group.map((one) => one.text))) {
        const [later, first] = [group[text] as Written, group[of] as Written];
        yield {
          doc: later.doc,
          pointer: later.pointer,
          params: { other: nameOf(first), text: first.text },
        };
      }
    }
  },
};

/** The texts that stand beside one another, each group in one language. */
function groupsOf(texts: readonly Written[]): Written[][] {
  const groups = new Map<Doc, Map<string, Written[]>>();
  for (const one of texts) {
    const among = amongWhat(one);
    if (among === null) continue;
    const ofDoc = groups.get(one.doc) ?? new Map<string, Written[]>();
    groups.set(one.doc, ofDoc);
    const name = `${one.lang} ${among}`;
    const group = ofDoc.get(name);
    if (group) group.push(one);
    else ofDoc.set(name, [one]);
  }
  return [...groups.values()].flatMap((ofDoc) => [...ofDoc.values()]);
}

/** A file's phrases, or the choices of one step; what a threat says in short is meant to repeat its steps. */
function amongWhat({ role, pointer }: Written): string | null {
  if (role === 'choice') return pointer.slice(0, pointer.lastIndexOf('/choices/'));
  if (role === 'phrase') return pointer.startsWith('/say/') ? 'say' : 'phrases';
  return null;
}

/** What its author calls a text: its id; `say 2` for one of a list; that of its choice for a choice. */
function nameOf({ role, pointer }: Written): string {
  const keys = pointer.split('/');
  if (role === 'choice') return keys.at(-2) as string;
  return keys[1] === 'say' ? `say ${Number(keys.at(-1)) + 1}` : (keys.at(-1) as string);
}
