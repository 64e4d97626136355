/**
 * The room in which an answer is edited: a private folder for one text, among the drafts, so that what an
 * editor leaves beside it (swap files, copies) is private too and goes when the room goes. A room whose
 * process is gone was left in a hurry: what lies in it is found again.
 */
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDraftId } from './draft-id.ts';

const TEXT = 'answer.txt';
const ROOM = /^edit-([a-z]{3}\d{2})-(\d+)$/;
/** More than an answer is. */
export const MOST_BYTES = 1024 * 1024;

export interface Room {
  /** The draft that is being edited in it. */
  readonly id: string;
  readonly path: string;
  /** The file that an editor opens. */
  readonly file: string;
}

/** True for the name of a room. */
export const isRoom = (name: string): boolean => isDraftId(ROOM.exec(name)?.[1] ?? '');

/**
 * A room with a text in it.
 * @param pid the process that edits
 * @throws the file system's error
 */
export function openRoom(folder: string, id: string, text: string, pid: number): Room {
  const path = join(folder, `edit-${id}-${pid}`);
  const room = { id, path, file: join(path, TEXT) };
  mkdirSync(path, { mode: 0o700 });
  try {
    writeFileSync(room.file, text === '' ? '' : `${text}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    closeRoom(room);
    throw error;
  }
  return room;
}

/**
 * What stands in a room now; null where the text is gone, too large or no longer a file.
 * An editor that does not write UTF-8 writes what Windows does.
 */
export function textIn({ file }: Room): string | null {
  try {
    const there = lstatSync(file);
    if (!there.isFile() || there.size > MOST_BYTES) return null;
    const bytes = readFileSync(file);
    try {
      return tidy(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      return tidy(new TextDecoder('windows-1252').decode(bytes));
    }
  } catch {
    return null;
  }
}

/** A text as it is kept: lines end alike, and none at its end is empty. */
export const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();

/** Removes a room and all that an editor left in it. */
export function closeRoom({ path }: Room): void {
  rmSync(path, { recursive: true, force: true });
}

/** Takes the text out of a room, and leaves what else is there; true where the room is then gone. */
export function emptyRoom(room: Room): boolean {
  rmSync(room.file, { force: true });
  if (readdirSync(room.path).length > 0) return false;
  closeRoom(room);
  return true;
}

/** The rooms that nobody is in any more. */
export function leftRooms(folder: string): Room[] {
  return names(folder).flatMap((name) => {
    const [, id = '', pid = ''] = ROOM.exec(name) ?? [];
    const path = join(folder, name);
    if (!isDraftId(id) || !lstatSync(path).isDirectory() || isRunning(Number(pid))) return [];
    return [{ id, path, file: join(path, TEXT) }];
  });
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
