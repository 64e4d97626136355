/**
 * When a text was last the same in both languages: `svalka-translations.json`, written by
 * `svalka check --update-translations`, holds a hash of each language's text.
 */
import { sha256 } from '../digest.ts';
import { LANGS } from '../playbook/types.ts';
import type { Doc } from '../playbook/validate.ts';
import type { Agreed } from './content.ts';
import { writtenIn } from './texts.ts';

/** The file's name, beside where `svalka check` is run. */
export const TRANSLATIONS_FILE = 'svalka-translations.json';

/** A pair's name: the kind and id of its file, and the pointer of its text without the language. */
export const pairName = (doc: Pick<Doc, 'kind' | 'id'>, pointer: string): string =>
  `${doc.kind} ${doc.id} ${pointer}`;

const hash = (texts: readonly string[]): string => sha256(JSON.stringify(texts)).slice(0, 12);

/** The pairs of some files: pointers of texts without their language, with what stands there in each. */
export function pairsIn(docs: readonly Doc[]): Map<string, { doc: Doc; pointer: string } & Agreed> {
  const texts = new Map<string, { doc: Doc; pointer: string; sv: string[]; nb: string[] }>();
  for (const { doc, pointer, lang, text, role } of writtenIn(docs)) {
    if (role === 'example') continue;
    const keys = pointer.split('/');
    const at = keys.findIndex((key) => (LANGS as readonly string[]).includes(key));
    const parent = keys.slice(0, at).join('/');
    const name = pairName(doc, parent);
    if (!texts.has(name)) texts.set(name, { doc, pointer: parent, sv: [], nb: [] });
    texts.get(name)?.[lang].push(text);
  }
  return new Map(
    [...texts].map(([name, { doc, pointer, sv, nb }]) => [
      name,
      { doc, pointer, sv: hash(sv), nb: hash(nb) },
    ]),
  );
}

/** The pairs of a file's text; null where it is none of ours. */
export function readAgreed(text: string): ReadonlyMap<string, Agreed> | null {
  try {
    const { schemaVersion, pairs } = JSON.parse(text) as { schemaVersion?: unknown; pairs?: object };
    if (schemaVersion !== 1 || typeof pairs !== 'object') return null;
    const read = Object.entries(pairs) as [string, Partial<Agreed>][];
    const whole = read.every(([, { sv, nb }]) => typeof sv === 'string' && typeof nb === 'string');
    return whole ? new Map(read as [string, Agreed][]) : null;
  } catch {
    return null;
  }
}

/**
 * The text of the file, with every pair of some files as it stands now.
 * @param before what was agreed of all files; of those that are not among these, it stays
 */
export function writeAgreed(docs: readonly Doc[], before: ReadonlyMap<string, Agreed>): string {
  const own = new Set(docs.map((doc) => pairName(doc, '')));
  const others = [...before].filter(([name]) => !own.has(`${name.split(' ', 2).join(' ')} `));
  const now = [...pairsIn(docs)].map(([name, { sv, nb }]) => [name, { sv, nb }] as const);
  const sorted = [...others, ...now].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ schemaVersion: 1, pairs: Object.fromEntries(sorted) }, null, 1)}\n`;
}
