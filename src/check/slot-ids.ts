/** Slots by their ids: each has another name in every language. */
import type { Library } from '../playbook/library.ts';
import type { Step } from '../playbook/schema.ts';
import { slotsIn } from '../playbook/slots.ts';
import { LANGS, type Lang } from '../playbook/types.ts';

/** In each language the id of a slot by its name. */
export type SlotIds = Readonly<Record<Lang, ReadonlyMap<string, string>>>;

/** Every slot that a library declares. */
export function slotIdsOf(library: Library): SlotIds {
  const ids = { sv: new Map<string, string>(), nb: new Map<string, string>() };
  for (const file of library.ids('slots')) {
    for (const [id, slot] of Object.entries(library.value('slots', file)?.slot ?? {})) {
      for (const lang of LANGS) ids[lang].set(slot[lang].name, id);
    }
  }
  return ids;
}

/** The slots that the phrases of some steps use. */
export function slotsUsedIn(steps: Readonly<Record<string, Step>>, ids: SlotIds): Set<string> {
  const used = new Set<string>();
  const add = (lang: Lang, text: string) => {
    for (const name of slotsIn(text)) {
      const id = ids[lang].get(name);
      if (id !== undefined) used.add(id);
    }
  };
  for (const { phrases, ways = {} } of Object.values(steps)) {
    for (const some of [phrases, ...Object.values(ways).map((way) => way.phrases)]) {
      for (const lang of LANGS) {
        for (const group of Object.values(some?.[lang] ?? {})) {
          for (const text of Object.values(group)) add(lang, text);
        }
      }
    }
  }
  return used;
}
