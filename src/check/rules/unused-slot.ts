import type { Library } from '../../playbook/library.ts';
import type { Rule } from '../rule.ts';
import { type SlotIds, slotIdsOf, slotsUsedIn } from '../slot-ids.ts';

export const unusedSlot: Rule = {
  name: 'unused-slot',
  severity: 'warning',
  texts: {
    en: {
      what: 'A slot that no phrase uses, or words of a scenario for a slot that its playbook and the threats do not use.',
      why: 'Nobody ever sees those words, and whoever wrote them believes that they are said.',
      todo: 'Use the slot in a phrase, or remove it.',
      message: 'No phrase uses the slot "{slot}".',
    },
    sv: {
      what: 'En lucka som ingen fras använder, eller ord i ett scenario för en lucka som varken handlingsplanen eller hoten använder.',
      why: 'Ingen får någonsin se de orden, och den som skrev dem tror att de sägs.',
      todo: 'Använd luckan i en fras, eller ta bort den.',
      message: 'Ingen fras använder luckan ”{slot}”.',
    },
    nb: {
      what: 'Et felt som ingen frase bruker, eller ord i et scenario til et felt som verken handlingsplanen eller truslene bruker.',
      why: 'Ingen får noen gang se de ordene, og den som skrev dem, tror at de blir sagt.',
      todo: 'Bruk feltet i en frase, eller ta det bort.',
      message: 'Ingen frase bruker feltet «{slot}».',
    },
  },
  *check({ docs, library }) {
    const ids = slotIdsOf(library);
    const declared = new Set(ids.sv.values());
    const used = usesIn(library, ids);
    for (const doc of docs) {
      if (doc.kind === 'slots') {
        for (const slot of Object.keys(doc.value.slot)) {
          if (!used.anywhere(slot)) yield { doc, pointer: `/slot/${slot}`, where: 'key', params: { slot } };
        }
      }
      // Of a playbook that is not there, nobody knows what it uses.
      if (doc.kind === 'scenario' && library.value('playbook', doc.value.playbook)) {
        for (const slot of Object.keys(doc.value.slots ?? {})) {
          // What is no slot at all is reported by the reader.
          if (!declared.has(slot) || used.with(doc.value.playbook, slot)) continue;
          yield { doc, pointer: `/slots/${slot}`, where: 'key', params: { slot } };
        }
      }
    }
  },
};

interface Uses {
  /** In a conversation on a playbook. */
  with(playbook: string, slot: string): boolean;
  anywhere(slot: string): boolean;
}

/** Each playbook is opened when it is asked for, and once. */
function usesIn(library: Library, ids: SlotIds): Uses {
  const known = new Map<string, ReadonlySet<string>>();
  const usedBy = (kind: 'playbook' | 'threat', id: string): ReadonlySet<string> => {
    const name = `${kind} ${id}`;
    const used = known.get(name) ?? slotsUsedIn(library.value(kind, id)?.steps ?? {}, ids);
    known.set(name, used);
    return used;
  };
  const inThreats = (slot: string) => library.ids('threat').some((id) => usedBy('threat', id).has(slot));
  return {
    with: (playbook, slot) => usedBy('playbook', playbook).has(slot) || inThreats(slot),
    anywhere: (slot) =>
      library.ids('playbook').some((id) => usedBy('playbook', id).has(slot)) || inThreats(slot),
  };
}
