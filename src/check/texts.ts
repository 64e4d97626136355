/** Every text of a file, with its language and what it is there for. */

import { pointerKey } from '../playbook/read.ts';
import type { Step } from '../playbook/schema.ts';
import { CHANNELS, type Channel, type Fault, LANGS, type Lang, type Move } from '../playbook/types.ts';
import type { Doc } from '../playbook/validate.ts';

/**
 * `phrase`: what an agent is to say; `choice`: an answer to choose, good or bad; `customer`: what a
 * customer says; `example`: a line that a model learns from; `prose`: what is read, not said.
 */
export type Role = 'phrase' | 'choice' | 'customer' | 'example' | 'prose';

export interface Written {
  readonly doc: Doc;
  readonly pointer: string;
  readonly lang: Lang;
  readonly text: string;
  readonly role: Role;
  /** Of a phrase: where it is said, and the moves of its step. */
  readonly channel: Channel | null;
  readonly moves: readonly Move[];
  /** Of a choice: the faults that it shows. */
  readonly faults: readonly Fault[];
}

/** Keys under which a customer speaks. */
const CUSTOMER = new Set(['opening', 'calmer', 'same', 'hotter', 'line', 'reply', 'ends']);

/** The texts of some documents. Words of the lexicon and names to look up by are none. */
export function writtenIn(docs: readonly Doc[]): Written[] {
  const found: Written[] = [];
  for (const doc of docs) {
    switch (doc.kind) {
      case 'words':
      case 'script':
      case 'sources':
        break;
      case 'language':
      case 'heard':
        examples(doc, doc.value, '', doc.value.lang, found);
        break;
      default:
        collect(doc, doc.value, '', PROSE, found);
    }
  }
  return found;
}

/** What is known of a text before it is met. */
type Around = Pick<Written, 'role' | 'channel' | 'moves' | 'faults'> & { readonly lang: Lang | null };
const PROSE: Around = { role: 'prose', channel: null, moves: [], faults: [], lang: null };

function collect(doc: Doc, value: unknown, pointer: string, around: Around, found: Written[]): void {
  if (typeof value === 'string') {
    const { lang, role, channel, moves, faults } = around;
    if (lang) found.push({ doc, pointer, lang, text: value, role, channel, moves, faults });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const before = `${pointer}/`;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) collect(doc, value[i], before + i, around, found);
    return;
  }
  for (const key of Object.keys(value)) {
    // Names are looked up by, not read.
    if (key === 'names' || key === 'signals' || (doc.kind === 'numbers' && key === 'calls')) continue;
    const inner = (value as Record<string, unknown>)[key];
    collect(doc, inner, before + pointerKey(key), inside(doc, key, value, around), found);
  }
}

/** What is known of a text below a key. Written out, because each key of each file passes here. */
function inside(doc: Doc, key: string, owner: object, around: Around): Around {
  const { role, channel, moves, faults, lang } = around;
  const inner = (owner as Record<string, unknown>)[key];
  // Ids may be any word, also one that means something elsewhere.
  if (role === 'phrase' && lang) {
    return isChannel(key) && typeof inner === 'object' ? { role, channel: key, moves, faults, lang } : around;
  }
  if (role === 'choice' && !LANGS.some((one) => one in owner)) {
    const choice = (inner ?? {}) as Partial<Written>;
    return { role, channel, moves: choice.moves ?? [], faults: choice.faults ?? [], lang };
  }
  if (isLang(key)) return { role, channel, moves, faults, lang: key };
  if (key === 'phrases') {
    return { role: 'phrase', channel, moves: (owner as Partial<Step>).moves ?? moves, faults, lang };
  }
  if (key === 'ways') return { role, channel, moves: (owner as Partial<Step>).moves ?? [], faults, lang };
  if (doc.kind === 'threat' && key === 'say') return { role: 'phrase', channel, moves, faults, lang };
  if (CUSTOMER.has(key)) return { role: 'customer', channel, moves, faults, lang };
  if (key === 'choices') return { role: 'choice', channel, moves, faults, lang };
  return around;
}

const isLang = (key: string): key is Lang => (LANGS as readonly string[]).includes(key);
const isChannel = (key: string): key is Channel => (CHANNELS as readonly string[]).includes(key);

function examples(doc: Doc, value: unknown, pointer: string, lang: Lang, found: Written[]): void {
  if (typeof value === 'string') {
    const learned = /^\/(lines|entries\/[^/]+\/(examples|near|instead))\//.test(pointer);
    const { channel, moves, faults } = PROSE;
    if (learned) found.push({ doc, pointer, lang, text: value, role: 'example', channel, moves, faults });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'also' || key === 'is') continue;
    examples(doc, inner, `${pointer}/${pointerKey(key)}`, lang, found);
  }
}
