/**
 * Writes small private files: whole or not at all, readable by their owner alone.
 * Loaded when there is something to write; {@link file://./read.ts} reads them.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeAtomic } from '../write-atomic.ts';

/**
 * Writes a value as JSON: to a temporary file, synced, then renamed over the old one.
 * @throws the file system's error; the old file is then still whole
 */
export function writePrivate(path: string, value: unknown): void {
  ensurePrivateFolder(dirname(path));
  writeAtomic(path, `${JSON.stringify(value)}\n`, 0o600);
}

/** Makes a folder that is its owner's alone, where there is none yet. */
export function ensurePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}
