import type { Heard } from '../../playbook/schema.ts';
import type { ThreatKind } from '../../playbook/types.ts';
import { recognise } from '../../threats/recognise.ts';
import { isDanger } from '../danger.ts';
import type { Rule } from '../rule.ts';

export const heardNotFound: Rule = {
  name: 'heard-not-found',
  severity: 'error',
  texts: {
    en: {
      what: 'A customer’s line in which its own threat is not the first to be recognised, or a harmless line in which there is one.',
      why: 'An agent who types what the customer just said gets the wrong answer, or none, in the middle of the call.',
      todo: 'See whether the line stands in the right file; if so, add lines like it and build svalka anew, so that it learns them.',
      message: 'To be recognised here: {wanted}. Recognised: {found}.',
    },
    sv: {
      what: 'En kunds replik där det egna hotet inte känns igen först, eller en ofarlig replik där ett hot känns igen.',
      why: 'Den som skriver in det kunden just sa får fel svar, eller inget alls, mitt i samtalet.',
      todo: 'Se efter om repliken står i rätt fil; om den gör det, lägg till fler liknande och bygg om svalka, så att de lärs in.',
      message: 'Här ska detta kännas igen: {wanted}. Detta känns igen: {found}.',
    },
    nb: {
      what: 'En kundes replikk der den egne trusselen ikke kjennes igjen først, eller en harmløs replikk der en trussel kjennes igjen.',
      why: 'Den som skriver inn det kunden nettopp sa, får feil svar, eller ikke noe svar, midt i samtalen.',
      todo: 'Se etter om replikken står i riktig fil; gjør den det, legg til flere lignende og bygg svalka på nytt, så de blir lært.',
      message: 'Her skal dette kjennes igjen: {wanted}. Dette kjennes igjen: {found}.',
    },
  },
  *check(content) {
    for (const doc of content.docs) {
      if (doc.kind !== 'heard') continue;
      for (const [i, line] of doc.value.lines.entries()) {
        const wanted = firstOf(doc.value.kind, line);
        const { matches } = recognise(typeof line === 'string' ? line : line.text, content.threats.ear);
        const found = matches[0]?.threat;
        if (found === undefined ? wanted.length === 0 : wanted.includes(found)) continue;
        const params = { wanted: wanted.join(' / ') || NONE, found: found ?? NONE };
        yield { doc, pointer: `/lines/${i}`, params };
      }
    }
  },
};

/** Stands for no threat in a message. */
const NONE = '–';

/** The kinds that may come first: the line's dangers to life, where it has any; else any of its kinds. */
function firstOf(kind: ThreatKind | undefined, line: Heard['lines'][number]): readonly ThreatKind[] {
  const also = typeof line === 'string' ? [] : (line.also ?? []);
  const kinds = kind ? [kind, ...also] : also;
  return kinds.some(isDanger) ? kinds.filter(isDanger) : kinds;
}
