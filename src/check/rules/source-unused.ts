import type { Library } from '../../playbook/library.ts';
import { pointerKey } from '../../playbook/read.ts';
import type { Rule } from '../rule.ts';

export const sourceUnused: Rule = {
  name: 'source-unused',
  severity: 'warning',
  texts: {
    en: {
      what: 'A source that no playbook, no threat and none of their steps names.',
      why: 'Whoever reads the list believes that some advice rests on it, or a step has lost the source it had.',
      todo: 'Name it where its advice stands, or remove it.',
      message: 'Nothing names the source "{source}".',
    },
    sv: {
      what: 'En källa som varken en teknik, ett hot eller något av deras steg hänvisar till.',
      why: 'Den som läser listan tror att något råd bygger på den, eller så har ett steg tappat sin källa.',
      todo: 'Ange den där rådet står, eller ta bort den.',
      message: 'Inget hänvisar till källan ”{source}”.',
    },
    nb: {
      what: 'En kilde som verken en teknikk, en trussel eller noen av stegene deres viser til.',
      why: 'Den som leser lista, tror at et råd bygger på den, eller så har et steg mistet kilden sin.',
      todo: 'Oppgi den der rådet står, eller ta den bort.',
      message: 'Ingenting viser til kilden «{source}».',
    },
  },
  *check({ docs, library }) {
    let named: ReadonlySet<string> | undefined;
    for (const doc of docs) {
      if (doc.kind !== 'sources') continue;
      named ??= sourcesNamed(library);
      for (const source of Object.keys(doc.value.source)) {
        if (named.has(source)) continue;
        yield { doc, pointer: `/source/${pointerKey(source)}`, where: 'key', params: { source } };
      }
    }
  },
};

/** Every source that the checked files, or the shipped ones below them, rest on. */
function sourcesNamed(library: Library): Set<string> {
  const named = new Set<string>();
  for (const kind of ['playbook', 'threat'] as const) {
    for (const id of library.ids(kind)) {
      const value = library.value(kind, id);
      if (!value) continue;
      named.add(value.source);
      for (const step of Object.values(value.steps)) named.add(step.source);
    }
  }
  return named;
}
