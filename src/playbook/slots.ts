/** Slots such as `{lösning}`: typed and named words that a phrase leaves open. */
import type { Scenario, Slots } from './schema.ts';
import type { Lang } from './types.ts';

/** One slot in one language: the name in braces, and words that always can be said. */
export interface Slot {
  readonly id: string;
  readonly name: string;
  readonly words: string;
}

const SLOT = /\{([^{}]*)\}/g;

/** Most texts have none, and so neither a slot nor a slip. */
export const hasBrace = (text: string): boolean => text.includes('{') || text.includes('}');

/** The slot names that a text uses, in order. */
export function slotsIn(text: string): string[] {
  if (!hasBrace(text)) return [];
  return [...text.matchAll(SLOT)].map((match) => match[1] as string);
}

/** True where a brace has no partner, so that it would be printed raw. */
export function hasLooseBrace(text: string): boolean {
  return hasBrace(text) && /[{}]/.test(text.replace(SLOT, ''));
}

/** The slots of a conversation: the declared defaults, then the scenario's own words. */
export function slotsFor(lang: Lang, declared: readonly Slots[], scenario: Scenario | null): Slot[] {
  return declared.flatMap((file) =>
    Object.entries(file.slot).map(([id, slot]) => ({
      id,
      name: slot[lang].name,
      words: scenario?.slots?.[id]?.[lang] ?? slot[lang].default,
    })),
  );
}

/**
 * A phrase with its slots filled. A slot that opens a sentence gets its capital.
 * An unknown slot cannot come here: the reader refuses it.
 */
export function fill(text: string, slots: readonly Slot[]): string {
  return text.replace(SLOT, (_whole, name: string, at: number) => {
    const words = slots.find((slot) => slot.name === name)?.words ?? name;
    const opens = at === 0 || /[.!?…]\s+$/.test(text.slice(0, at));
    return opens ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  });
}
