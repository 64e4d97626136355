/** The journal on disk: statements, one a line, only ever added to. */
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeAll } from '../write-atomic.ts';
import type { Statement } from './xapi.ts';

const LINE_FEED = 0x0a;

/**
 * Adds statements as whole lines, synced to the disk. They are written in one call to a file that is
 * opened for appending, so those of two processes never mix, and a process that is killed at any moment
 * leaves what was there before it whole.
 * @throws the file system's error; what could not be written whole is a damaged line at the end
 */
export function addToJournal(path: string, statements: readonly Statement[]): void {
  if (statements.length === 0) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'a+', 0o600);
  try {
    const lines = statements.map((one) => `${JSON.stringify(one)}\n`).join('');
    const bytes = Buffer.from(endsWhole(file) ? lines : `\n${lines}`);
    writeAll(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** False after a line that was cut short, which must not swallow the next. */
function endsWhole(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last[0] === LINE_FEED;
}
