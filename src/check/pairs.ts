/** Texts that stand for one another in the two languages: one each, a list each, or a channel's phrases. */
import { type Channel, LANGS, type Lang } from '../playbook/types.ts';
import type { Doc } from '../playbook/validate.ts';
import type { Written } from './texts.ts';

export interface TextPair {
  readonly doc: Doc;
  /** What holds the two languages, as a JSON pointer. */
  readonly pointer: string;
  /** Of phrases: where they are said. */
  readonly channel: Channel | null;
  readonly sv: readonly Written[];
  readonly nb: readonly Written[];
}

interface Filling extends TextPair {
  sv: Written[];
  nb: Written[];
}

// Several rules ask for the pairs of the same texts.
const memo = new WeakMap<readonly Written[], readonly TextPair[]>();

/** The pairs that some texts make, in the order of the texts; lines that models learn from make none. */
export function textPairs(texts: readonly Written[]): readonly TextPair[] {
  const known = memo.get(texts);
  if (known) return known;
  const byDoc = new Map<Doc, Map<string, Filling>>();
  for (const one of texts) {
    if (one.role === 'example') continue;
    const { doc, channel } = one;
    const pairs = byDoc.get(doc) ?? new Map<string, Filling>();
    byDoc.set(doc, pairs);
    const pointer = holderOf(one);
    const name = `${pointer} ${channel ?? ''}`;
    const pair: Filling = pairs.get(name) ?? { doc, pointer, channel, sv: [], nb: [] };
    pairs.set(name, pair);
    // Most hold one; a list that was pushed to takes room for seventeen.
    if (pair[one.lang].length === 0) pair[one.lang] = [one];
    else pair[one.lang].push(one);
  }
  const all = [...byDoc.values()].flatMap((pairs) => [...pairs.values()]);
  memo.set(texts, all);
  return all;
}

/** A text's pointer up to its language. */
function holderOf({ pointer, lang }: Written): string {
  const at = pointer.indexOf(`/${lang}/`);
  return pointer.slice(0, at === -1 ? pointer.lastIndexOf('/') : at);
}

/** Where the texts of a pair stand in one language: under the language, or under its channel. */
export const placeOfPair = ({ pointer, channel }: TextPair, lang: Lang): string =>
  channel === null ? `${pointer}/${lang}` : `${pointer}/${lang}/${channel}`;

/** The language that has fewer of a pair, and the other; null where both have as many. */
export function fewerOf({ sv, nb }: TextPair): { fewer: Lang; more: Lang } | null {
  if (sv.length === nb.length) return null;
  const [fewer, more] = sv.length < nb.length ? LANGS : [LANGS[1], LANGS[0]];
  return { fewer, more };
}
