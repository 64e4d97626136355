/** One of some answers, asked again where the window changed. */

import type { Person } from '../term/ask.ts';
import type { Choosable } from '../term/choices.ts';
import type { Page } from '../term/render.ts';

export type Chosen = { readonly id: string } | { readonly leave: true } | { readonly cancel: true };

export async function choose(
  asker: Person,
  page: () => Page,
  message: string,
  options: readonly Choosable[],
): Promise<Chosen> {
  for (;;) {
    const asked = await asker.ask({ page: page(), message, options, keys: [] });
    if ('id' in asked || 'cancel' in asked || 'leave' in asked) return asked;
  }
}
