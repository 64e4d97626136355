import { LANGS, type Lang, THREATS, type ThreatKind } from '../../playbook/types.ts';
import type { Content } from '../content.ts';
import { isDanger } from '../danger.ts';
import type { Problem, Rule } from '../rule.ts';

export const emergencyNumberMissing: Rule = {
  name: 'emergency-number-missing',
  severity: 'error',
  texts: {
    en: {
      what: 'A danger to life for which the emergency number is missing in one of the languages.',
      why: 'Whoever meets a threat of violence, or a customer who wants to die, needs a number in front of them at once.',
      todo: 'Add a call for that danger in that language with the emergency number, and with where it was read and when.',
      message: 'The emergency number ({number}) is not among those to call for "{threat}" under {lang}.',
    },
    sv: {
      what: 'En fara för någons liv där nödnumret saknas på ett av språken.',
      why: 'Den som möter ett hot om våld, eller en kund som vill dö, måste ha ett nummer framför sig med en gång.',
      todo: 'Lägg till nödnumret för den faran på det språket, och skriv var och när det kontrollerades.',
      message: 'Nödnumret ({number}) finns inte bland dem att ringa vid ”{threat}” under {lang}.',
    },
    nb: {
      what: 'En fare for noens liv der nødnummeret mangler på ett av språkene.',
      why: 'Den som møter en trussel om vold, eller en kunde som vil dø, må ha et nummer foran seg med en gang.',
      todo: 'Legg til nødnummeret for den faren på det språket, og skriv hvor og når det ble sjekket.',
      message: 'Nødnummeret ({number}) er ikke blant dem å ringe ved «{threat}» under {lang}.',
    },
  },
  *check(content) {
    const docs = content.docs.filter((doc) => doc.kind === 'numbers');
    if (docs.length === 0) return;
    for (const threat of THREATS.filter(isDanger)) {
      for (const lang of LANGS) {
        if (hasNumber(content, threat, lang)) continue;
        yield {
          ...placeFor(docs, threat),
          where: 'key',
          params: { threat, lang, number: EMERGENCY[lang].join(' / ') },
        };
      }
    }
  },
};

function hasNumber({ library }: Content, threat: ThreatKind, lang: Lang): boolean {
  return library
    .ids('numbers')
    .flatMap((id) => Object.values(library.value('numbers', id)?.calls ?? {}))
    .some((call) => call.kinds.includes(threat) && EMERGENCY[lang].includes(call[lang]?.number ?? ''));
}

/** What is called when a life is in danger: a crisis line, or the police's other number, is too slow. */
const EMERGENCY: Readonly<Record<Lang, readonly string[]>> = { sv: ['112'], nb: ['112', '113'] };

type Numbers = Extract<Content['docs'][number], { kind: 'numbers' }>;

/** Where the number belongs: at the first call for that danger, else at the first file's calls. */
function placeFor(docs: readonly Numbers[], threat: ThreatKind): Pick<Problem, 'doc' | 'pointer'> {
  for (const doc of docs) {
    const call = Object.entries(doc.value.calls).find(([, { kinds }]) => kinds.includes(threat));
    if (call) return { doc, pointer: `/calls/${call[0]}` };
  }
  return { doc: docs[0] as Numbers, pointer: '/calls' };
}
