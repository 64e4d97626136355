/** Small private files: written whole or not at all, readable by their owner alone. */
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';

/**
 * Writes a value as JSON: to a temporary file, synced, then renamed over the old one.
 * @throws the file system's error; the old file is then still whole
 */
export function writePrivate(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileAtomic(path, `${JSON.stringify(value)}\n`, { mode: 0o600 });
}

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
