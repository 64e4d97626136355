/** Reads, removes and sets aside the small private files that `store.ts` writes. */
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';

/** A value that was written; undefined where there is none, null where it is damaged. */
export function readPrivate(path: string): unknown {
  try {
    return readWhole(path);
  } catch {
    return undefined;
  }
}

/**
 * A value that was written; null where it is damaged.
 * @throws the file system's error where it cannot be read
 */
export function readWhole(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Removes a file, or does nothing where there is none. */
export function forget(path: string): void {
  rmSync(path, { force: true });
}

/**
 * Sets a damaged file aside, so that nothing in it is lost, nor in one that was set aside before.
 * @returns where it lies now: `.bak`, `.bak.2`; null where it could not be moved
 */
export function setAside(path: string): string | null {
  let aside = `${path}.bak`;
  for (let n = 2; existsSync(aside); n++) aside = `${path}.bak.${n}`;
  try {
    renameSync(path, aside);
    return aside;
  } catch {
    // It can stay where it is; the next save writes over it.
    return null;
  }
}
