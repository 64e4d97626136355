/**
 * The drafts on disk, a file each, readable by their owner alone. A link is never followed: neither the
 * folder of drafts nor a draft may lie elsewhere than it seems to.
 */
import { lstatSync, readdirSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../errors.ts';
import { scatter } from '../flow/random.ts';
import { isCutOff } from '../write-atomic.ts';
import { type Draft, isDraft, isNewer, isPast } from './draft.ts';
import { draftId, isDraftId, TAKEN } from './draft-id.ts';
import { forget, readPrivate, readWhole, setAside } from './read.ts';
import { ensurePrivateFolder, writePrivate } from './store.ts';

/** What the folder of drafts holds. */
export interface Shelf {
  readonly drafts: readonly Draft[];
  /** Removed, because the day to which they were to be kept is past. */
  readonly past: readonly Draft[];
  /** Files that were damaged, and where they lie now; null where they could not be moved. */
  readonly damaged: readonly { readonly path: string; readonly aside: string | null }[];
  /** Files that cannot be read, with the system's reason; they are left alone. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  /** Files of a later svalka; they are left alone. */
  readonly newer: readonly string[];
  /** What has the name of a draft and is no file: a link, a folder. It is left alone. */
  readonly odd: readonly string[];
}

/** A file or a folder that is not what it must be to be written to. */
class NotOwn extends Error {
  override readonly name = 'NotOwn';
  readonly code = 'ELOOP';
}

/** A draft that is no longer there: another terminal has discarded it. */
export class Discarded extends Error {
  override readonly name = 'Discarded';
  readonly code = 'ENOENT';
}

export const draftPath = (folder: string, id: string): string => join(folder, `${id}.json`);

/** What stands at a path itself, without following a link; null where nothing does. */
function standing(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}

/** @throws NotOwn where the folder is a link or a file */
function checkFolder(folder: string): void {
  const there = standing(folder);
  if (there && !there.isDirectory()) throw new NotOwn(folder);
}

/**
 * Every draft, oldest first. Sets damaged files aside and removes drafts whose day is past.
 * @throws the file system's error where the folder cannot be read; NotOwn where it is a link
 */
export function openShelf(folder: string, now: number): Shelf {
  checkFolder(folder);
  const shelf = { drafts: [], past: [], damaged: [], unreadable: [], newer: [], odd: [] } as {
    [K in keyof Shelf]: Shelf[K][number][];
  };
  if (!standing(folder)) return shelf;
  for (const name of readdirSync(folder)) {
    if (isHalf(name) && isOld(join(folder, name), now)) isGone(join(folder, name));
    const id = name.replace(/\.json$/, '');
    if (id === name || !isDraftId(id)) continue;
    const path = draftPath(folder, id);
    const there = standing(path);
    // Another process may have discarded it a moment ago.
    if (!there) continue;
    if (!there.isFile()) {
      shelf.odd.push(path);
      continue;
    }
    let value: unknown;
    try {
      value = readWhole(path);
    } catch (error) {
      if (standing(path)) shelf.unreadable.push({ path, reason: codeOf(error) });
      continue;
    }
    if (isNewer(value)) shelf.newer.push(path);
    else if (!isDraft(value) || value.id !== id) shelf.damaged.push({ path, aside: setAside(path) });
    else if (isPast(value, now) && isGone(path)) shelf.past.push(value);
    else shelf.drafts.push(value);
  }
  shelf.drafts.sort((a, b) => (a.made < b.made ? -1 : a.made > b.made ? 1 : a.id < b.id ? -1 : 1));
  return shelf;
}

/** A draft that was being written, or a name that was being taken, when its process was killed. */
const isHalf = (name: string): boolean =>
  isDraftId(name.slice(0, 5)) &&
  ((name.startsWith('.json', 5) && isCutOff(name.slice(10))) || name.slice(5) === TAKEN);

/** Old enough that nobody is at it any more. */
const isOld = (path: string, now: number): boolean => now - (standing(path)?.mtimeMs ?? now) > 60_000;

/** Removes a file; false where the disk does not let it. */
function isGone(path: string): boolean {
  try {
    forget(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * A new draft under a name that no other has, also where two are made at once.
 * @param seed chance for the name
 * @throws the file system's error; then nothing of it is left
 */
export function createDraft(folder: string, seed: number, make: (id: string) => Draft): Draft {
  checkFolder(folder);
  ensurePrivateFolder(folder);
  for (let next = seed; ; next = scatter(next + 1)) {
    const id = draftId(next);
    const path = draftPath(folder, id);
    // A draft appears whole or not at all, so its name is taken with a file beside it.
    const taken = join(folder, `${id}${TAKEN}`);
    if (!takeName(taken)) continue;
    try {
      if (standing(path)) continue;
      const draft = make(id);
      writePrivate(path, draft);
      return draft;
    } finally {
      rmSync(taken, { force: true });
    }
  }
}

/** Takes a name; false where another process is just doing so. */
function takeName(path: string): boolean {
  try {
    writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Changes a draft as it is on disk now: another terminal may have written to it meanwhile.
 * @param known what to go on from where the file is damaged by now
 * @throws Discarded where it is gone; the file system's error, and the old file is then still whole
 */
export function changeDraft(folder: string, known: Draft, change: (draft: Draft) => Draft): Draft {
  const path = draftPath(folder, known.id);
  checkFolder(folder);
  const there = standing(path);
  if (!there) throw new Discarded(path);
  if (!there.isFile()) throw new NotOwn(path);
  const value = readPrivate(path);
  const draft = change(isDraft(value) ? value : known);
  writePrivate(path, draft);
  return draft;
}

/** @throws the file system's error where it cannot be removed */
export function removeDraft(folder: string, id: string): void {
  checkFolder(folder);
  forget(draftPath(folder, id));
}
