/**
 * Writes a file whole or not at all. The package write-file-atomic does not: of a disk that takes only
 * a part of what it is given, as one that fills up does, it puts the part in the file's place (7.0.1
 * calls `writeSync` once and does not look at what it returns).
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';

/**
 * Writes to a temporary file beside it, synced, then renamed over what was there.
 * @param mode of a new file; without it, that of the file that is there
 * @throws the file system's error; the old file is then still whole
 */
export function writeAtomic(path: string, text: string, mode?: number): void {
  const there = placeOf(path);
  const temporary = `${there.path}.${randomUUID()}`; // as `isCutOff` knows it
  try {
    const file = openSync(temporary, 'wx', mode ?? 0o666);
    try {
      if (mode === undefined && there.mode !== null) fchmodSync(file, there.mode);
      writeAll(file, Buffer.from(text));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, there.path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** True for what a name ends in whose writing was cut off: its process was killed. */
export const isCutOff = (ending: string): boolean =>
  /^\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(ending);

/** Writes every byte: a disk that is nearly full takes a part, and asking for the rest tells why. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** Where a link leads, and the mode of the file there. */
function placeOf(path: string): { path: string; mode: number | null } {
  try {
    const real = realpathSync(path);
    return { path: real, mode: statSync(real).mode & 0o777 };
  } catch {
    return { path, mode: null };
  }
}
