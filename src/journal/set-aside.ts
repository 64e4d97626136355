/** Damaged lines of the journal, kept beside it. */
import { appendFileSync, readFileSync } from 'node:fs';

/**
 * Adds the lines that are not there yet to a file. The journal itself is only ever added to, so that no
 * other process can lose what it is just writing; what is damaged stays in it, and is passed over.
 * @param lines a character a byte
 * @returns how many were new; where the file cannot be written, all of them
 */
export function setAsideLines(path: string, lines: readonly string[]): number {
  if (lines.length === 0) return 0;
  const known = new Set(linesIn(path));
  const fresh = [...new Set(lines)].filter((line) => !known.has(line));
  if (fresh.length === 0) return 0;
  try {
    appendFileSync(path, fresh.map((line) => `${line}\n`).join(''), { encoding: 'latin1', mode: 0o600 });
  } catch {
    // They are in the journal still.
  }
  return fresh.length;
}

function linesIn(path: string): string[] {
  try {
    return readFileSync(path, 'latin1').split('\n');
  } catch {
    return [];
  }
}
