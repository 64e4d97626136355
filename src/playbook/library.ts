/**
 * The content at hand: what ships with svalka, compiled to JSON at build time, and
 * over it the files of the user's own folders, which add to it or replace by id.
 * Shipped files are loaded one by one, when they are asked for.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocOf } from './schema.ts';
import { type Channel, KINDS, type Kind, type Pair } from './types.ts';

/** What a list shows of a file without opening it. */
export interface Card {
  readonly kind: Kind;
  readonly id: string;
  /** The first 12 hexadecimal digits of the SHA-256 of the content. */
  readonly hash: string;
  /** Where it comes from: null for shipped content, else the file. */
  readonly from: string | null;
  readonly title: Pair | null;
  readonly about: Pair | null;
  /** A scenario's trade and channel. */
  readonly trade: Pair | null;
  readonly channel: Channel | null;
}

export interface Library {
  cards(kind: Kind): readonly Card[];
  card(kind: Kind, id: string): Card | undefined;
  ids(kind: Kind): string[];
  value<K extends Kind>(kind: K, id: string): DocOf<K> | undefined;
  /** The user's folders that were read, in the order in which they replace. */
  readonly folders: readonly string[];
}

/** The card of a validated value. */
export function cardOf(kind: Kind, id: string, value: unknown, hash: string, from: string | null): Card {
  const some = value as Partial<Record<'title' | 'name' | 'about' | 'situation' | 'trade', Pair>> & {
    channel?: Channel;
  };
  const about = some.about ?? some.situation;
  return {
    kind,
    id,
    hash,
    from,
    title: some.title ?? some.name ?? null,
    // A script's `about` is a plain text for its author.
    about: typeof about === 'object' ? about : null,
    trade: some.trade ?? null,
    channel: some.channel ?? null,
  };
}

/** Opens the shipped content, compiled into `dir`. */
export function openShipped(dir: string): Library {
  const index = JSON.parse(readFileSync(join(dir, 'index.json'), 'utf8')) as Card[];
  const opened = new Map<string, unknown>();
  return libraryOf(index, [], (card) => {
    const file = `${card.kind}-${card.id}.json`;
    if (!opened.has(file)) opened.set(file, JSON.parse(readFileSync(join(dir, file), 'utf8')));
    return opened.get(file);
  });
}

/** A library with other files over it, by kind and id. */
export function withFiles(
  base: Library,
  folder: string,
  files: readonly { card: Card; value: unknown }[],
): Library {
  const own = new Map(files.map((file) => [`${file.card.kind} ${file.card.id}`, file]));
  const isOwn = (card: Card) => own.has(`${card.kind} ${card.id}`);
  const index = [...allCards(base).filter((card) => !isOwn(card)), ...files.map((file) => file.card)];
  return libraryOf(index, [...base.folders, folder], (card) =>
    isOwn(card) ? own.get(`${card.kind} ${card.id}`)?.value : base.value(card.kind, card.id),
  );
}

function libraryOf(
  index: readonly Card[],
  folders: readonly string[],
  load: (card: Card) => unknown,
): Library {
  const byKind = new Map<Kind, Map<string, Card>>();
  for (const card of index) {
    if (!byKind.has(card.kind)) byKind.set(card.kind, new Map());
    byKind.get(card.kind)?.set(card.id, card);
  }
  const card = (kind: Kind, id: string) => byKind.get(kind)?.get(id);
  return {
    folders,
    card,
    cards: (kind) => [...(byKind.get(kind)?.values() ?? [])],
    ids: (kind) => [...(byKind.get(kind)?.keys() ?? [])],
    value: <K extends Kind>(kind: K, id: string) => {
      const found = card(kind, id);
      return found ? (load(found) as DocOf<K>) : undefined;
    },
  };
}

function allCards(library: Library): Card[] {
  return KINDS.flatMap((kind) => [...library.cards(kind)]);
}
