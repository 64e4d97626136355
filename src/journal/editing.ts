/**
 * The room in which an answer is edited: a private folder for one text, among the drafts, so that what an
 * editor leaves beside it (swap files, copies) is private too and goes when the room goes. A room whose
 * process is gone was left in a hurry: what lies in it is found again. Its editor may be open still, so the
 * room stays until nobody has written in it for a day.
 */
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDraftId } from './draft-id.ts';

const TEXT = 'answer.txt';
/** What the text was when the room was opened, or when it was last taken from it. */
const OPENED = '.opened';
const ROOM = /^edit-([a-z]{3}\d{2})-(\d+)(?:-\d+)?$/;
const DAY = 24 * 60 * 60_000;
/** More than an answer is. */
export const MOST_BYTES = 1024 * 1024;

export interface Room {
  /** The draft that is being edited in it. */
  readonly id: string;
  readonly path: string;
  /** The file that an editor opens. */
  readonly file: string;
  /** Where it stands in what was in that file to begin with. */
  readonly opened: string;
}

/** True for the name of a room. */
export const isRoom = (name: string): boolean => isDraftId(ROOM.exec(name)?.[1] ?? '');

/**
 * A room with a text in it.
 * @param pid the process that edits
 * @throws the file system's error
 */
export function openRoom(folder: string, id: string, text: string, pid: number): Room {
  const name = join(folder, `edit-${id}-${pid}`);
  let path = name;
  // A process of long ago may have had the same number.
  for (let n = 2; existsSync(path); n++) path = `${name}-${n}`;
  const room = roomAt(path, id);
  mkdirSync(path, { mode: 0o700 });
  try {
    remember(room, text);
    writeFileSync(room.file, text === '' ? '' : `${text}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    closeRoom(room);
    throw error;
  }
  return room;
}

const roomAt = (path: string, id: string): Room => ({
  id,
  path,
  file: join(path, TEXT),
  opened: join(path, OPENED),
});

/** Notes what a text is that is known, so that only what is written after it is taken. */
export function remember({ opened }: Room, text: string): void {
  writeFileSync(opened, text, { mode: 0o600 });
}

/** What the person has written in a room since; '' where that is nothing, null as for {@link textIn}. */
export function newIn(room: Room): string | null {
  const text = textIn(room);
  return text === known(room) ? '' : text;
}

function known({ opened }: Room): string {
  try {
    return lstatSync(opened).isFile() ? tidy(readFileSync(opened, 'utf8')) : '';
  } catch {
    return '';
  }
}

/**
 * What stands in a room now; null where it is too large, no text or no file. Where the file is gone,
 * nothing was changed in it.
 */
export function textIn(room: Room): string | null {
  const { file } = room;
  try {
    const there = lstatSync(file);
    if (!there.isFile() || there.size > MOST_BYTES) return null;
    return tidy(decoded(readFileSync(file)));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? known(room) : null;
  }
}

/**
 * The text of some bytes: UTF-8, or UTF-16 with its mark; whoever writes neither writes what Windows does.
 * @throws TypeError where it is no text
 */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const text = marked ? new TextDecoder(marked).decode(bytes) : utf8OrWindows(bytes);
  if (text.includes('\0')) throw new TypeError('not a text');
  return text;
}

function utf8OrWindows(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
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
  for (const path of [room.file, room.opened]) rmSync(path, { force: true });
  if (readdirSync(room.path).length > 0) return false;
  closeRoom(room);
  return true;
}

/** True where nobody has written in a room for a day: no editor is open in it any more. */
export function isOldRoom({ path }: Room, now: number): boolean {
  const times = names(path).map((name) => lstatSync(join(path, name), { throwIfNoEntry: false })?.mtimeMs);
  return times.every((time) => now - (time ?? 0) > DAY);
}

/** The rooms whose process is gone. */
export function leftRooms(folder: string): Room[] {
  return names(folder).flatMap((name) => {
    const [, id = '', pid = ''] = ROOM.exec(name) ?? [];
    const path = join(folder, name);
    if (!isDraftId(id) || !lstatSync(path).isDirectory() || isRunning(Number(pid))) return [];
    return [roomAt(path, id)];
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
