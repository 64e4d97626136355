/** Reads, removes and sets aside the small private files that `store.ts` writes. */
import { readFileSync, renameSync, rmSync } from 'node:fs';

/** A value that was written; undefined where there is none, null where it is damaged. */
export function readPrivate(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
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

/** Sets a damaged file aside, so that nothing in it is lost. */
export function setAside(path: string): void {
  try {
    renameSync(path, `${path}.bak`);
  } catch {
    // It can stay where it is; the next save writes over it.
  }
}
