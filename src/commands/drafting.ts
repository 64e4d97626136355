/** What the commands of `svalka draft` share: the folder of drafts, opened and tidied, and what to say of it. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { codeOf, EXIT, Stop } from '../errors.ts';
import { clean } from '../gate.ts';
import { err, type Io } from '../io.ts';
import { parseWhen } from '../journal/cool-off.ts';
import { type Draft, written } from '../journal/draft.ts';
import { changeDraft, Discarded, draftPath, openShelf, type Shelf } from '../journal/drafts.ts';
import { decoded, emptyRoom, isOldRoom, leftRooms, newIn, remember, tidy } from '../journal/editing.ts';
import { localZone } from '../journal/local-zone.ts';
import { configFile, draftsFolder } from '../journal/paths.ts';
import { readPrivate } from '../journal/read.ts';
import { AGENT } from '../locales/catalogue.ts';
import { type DraftMessages, type DraftTalk, draftMessages, draftTalk } from '../locales/draft.ts';
import { nearest } from '../playbook/nearest.ts';
import type { Lang } from '../playbook/types.ts';
import type { Now } from '../term/draft-page.ts';
import { type Page, shown, wrap } from '../term/render.ts';
import { styleFor } from '../term/style.ts';
import type { Context } from './context.ts';
import { wholeText } from './input.ts';

/** A mail, or an answer to one; what is longer is refused, not cut. */
const MOST_BYTES = 100 * 1024;
const MOST_DAYS = 3650;

export interface Drafting {
  readonly context: Context;
  readonly folder: string;
  readonly say: DraftMessages;
  readonly drafts: readonly Draft[];
}

/**
 * Opens the folder of drafts: removes those whose day is past, sets damaged ones aside, finds what an
 * editor that was killed had in hand, and says each.
 * @throws Stop (2) where the folder cannot be read or leads elsewhere
 */
export function openDrafting(context: Context): Drafting {
  const folder = draftsFolder(context.homes);
  const say = draftMessages[context.tongue];
  const tell = (text: string) => err(context.io, clean(text));
  let shelf: Shelf;
  try {
    shelf = openShelf(folder, context.io.now());
  } catch (error) {
    throw new Stop(EXIT.cannot, say.cannotOpen(clean(folder), codeOf(error)));
  }
  for (const { path, aside } of shelf.damaged) {
    tell(aside === null ? say.damagedStays(path) : say.damaged(path, aside));
  }
  for (const { path, reason } of shelf.unreadable) tell(context.texts.cannotRead(path, reason));
  for (const path of shelf.newer) tell(say.newer(path));
  for (const path of shelf.odd) tell(say.odd(path));
  for (const { id } of shelf.past) tell(say.past(id));
  return { context, folder, say, drafts: recovered({ context, folder, say, drafts: shelf.drafts }) };
}

/** The drafts with what was left in rooms that nobody is in any more. */
function recovered(drafting: Drafting): readonly Draft[] {
  const { context, folder, say } = drafting;
  let { drafts } = drafting;
  for (const room of leftRooms(folder)) {
    const draft = drafts.find(({ id }) => id === room.id);
    const text = newIn(room);
    let taken = text === '';
    try {
      if (draft && text) {
        const now = changeDraft(folder, draft, (one) => written(one, text, context.io.now()));
        if (now.versions.length > draft.versions.length) err(context.io, say.recovered(room.id));
        drafts = drafts.map((one) => (one === draft ? now : one));
        remember(room, text);
        taken = true;
      }
      // Its editor may be open still, and save again.
      if (taken && (!isOldRoom(room, context.io.now()) || emptyRoom(room))) continue;
    } catch {
      // It stays where it is, and its place is said.
    }
    err(context.io, say.leftRoom(clean(room.path)));
  }
  return drafts;
}

/** @throws Stop (2) where there is no such draft */
export function draftOrStop({ drafts, say }: Drafting, id: string): Draft {
  const name = id.trim().toLowerCase();
  const found = drafts.find((draft) => draft.id === name);
  if (found) return found;
  throw new Stop(
    EXIT.cannot,
    say.unknownId(
      clean(id),
      nearest(
        name,
        drafts.map((draft) => draft.id),
      ),
    ),
  );
}

/** When it is now, in this machine's time zone. */
export const nowOf = ({ context }: Drafting): Now => ({ now: context.io.now(), zone: localZone });

/**
 * The instant that `--at` names; null where it was not given.
 * @throws Stop (2) where it names none
 */
export function instantOf(drafting: Drafting, given: string | undefined, now: number): number | null {
  if (given === undefined) return null;
  const when = parseWhen(given, now, localZone);
  if ('at' in when) return when.at;
  throw new Stop(EXIT.cannot, drafting.say.badWhen(clean(given), when.fault));
}

/**
 * How many days a draft is kept after it opens: `--keep`, or `draftDays` of the settings; null for as
 * long as it is not discarded.
 * @throws Stop (2) where --keep is no number of days
 */
export function keepDaysOf({ context, say }: Drafting, given: string | undefined): number | null {
  if (given !== undefined) {
    if (/^\d+$/.test(given) && isDays(Number(given))) return Number(given);
    throw new Stop(EXIT.cannot, say.badDays(clean(given)));
  }
  const path = configFile(context.homes);
  const { draftDays } = (readPrivate(path) ?? {}) as { draftDays?: unknown };
  if (draftDays === undefined || isDays(draftDays)) return draftDays ?? null;
  err(context.io, say.badDraftDays(clean(path)));
  return null;
}

const isDays = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_DAYS;

/**
 * A text of a file, or of stdin for `-`.
 * @throws Stop (2) where it cannot be read, is too long, or has nothing in it
 */
export async function textFrom({ context, say }: Drafting, file: string): Promise<string> {
  const { cwd } = context.io;
  // What somebody wrote instead of a file's name.
  if (/\s/.test(file) && !existsSync(resolve(cwd, file)))
    throw new Stop(EXIT.cannot, say.noFile(clean(file)));
  const text = tidy(await wholeText(context, file, MOST_BYTES, decoded));
  if (text.trim() === '') throw new Stop(EXIT.cannot, say.noText(clean(file)));
  return text;
}

/**
 * Changes a draft on disk.
 * @throws Stop (2) where that fails, after all that was written has been printed: nothing is lost
 */
export function keep(drafting: Drafting, draft: Draft, change: (draft: Draft) => Draft): Draft {
  const { context, folder, say } = drafting;
  try {
    return changeDraft(folder, draft, change);
  } catch (error) {
    const { reading, versions } = change(draft);
    const texts = [...Object.values(reading), versions.at(-1)?.text ?? ''].filter((text) => text !== '');
    const path = draftPath(folder, draft.id);
    err(
      context.io,
      error instanceof Discarded
        ? say.discardedMeanwhile(draft.id)
        : say.cannotKeep(clean(path), codeOf(error)),
    );
    if (texts.length > 0) err(context.io, `${say.hereIsText}\n\n${clean(texts.join('\n\n'))}`);
    throw new Stop(EXIT.cannot, '');
  }
}

/** A page for the person, on stderr, and the words for it. */
export function pageFor(
  { io, wish }: Context,
  lang: Lang,
): { page: Page; talk: DraftTalk; say: DraftMessages } {
  const page = { style: styleFor(io, wish, io.stderr), texts: AGENT[lang], lang };
  return { page, talk: draftTalk[lang], say: draftMessages[lang] };
}

/** Prints lines to the person; the last may be empty. */
export const printTo = (io: Io, lines: readonly string[]): void => {
  io.stderr.write(`${lines.join('\n')}\n`);
};

/** A sentence to the person, in lines of their terminal's width. */
export const sentence = (page: Page, text: string): string[] => wrap(page.style, shown(page, text));
