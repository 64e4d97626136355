/** Reads the journal, a line at a time, within bounds; whatever is in the file, it comes to an end. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import { codeOf } from '../errors.ts';
import { statementIn } from './statement.ts';
import type { Statement } from './xapi.ts';

/** No statement of svalka's is nearly as long; a longer line is damaged. In bytes. */
export const LONGEST_LINE = 64 * 1024;
/** The shortest statement is longer; millions of short lines are not even looked into. In bytes. */
const SHORTEST_LINE = 300;
/** Of a longer journal the end is read: some thousand sessions. In bytes. */
export const MOST_READ = 32 * 1024 * 1024;
/** More than these are counted, and not held. */
const MOST_DAMAGED = 1000;

export interface Journal {
  /** In the order of the file. */
  readonly statements: readonly Statement[];
  /** How many lines are none. */
  readonly damaged: number;
  /** Those lines, a character a byte, cut where they are longer than {@link LONGEST_LINE}. */
  readonly damagedLines: readonly string[];
  /** How much at the beginning was not read, in bytes. */
  readonly unread: number;
}

/** A journal that is there and cannot be read; `code` is the file system's. */
export class Unreadable extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * The statements of a journal; none where there is no file.
 * @throws Unreadable where there is one that cannot be read
 */
export function readJournal(path: string, most: number = MOST_READ): Journal {
  const statements: Statement[] = [];
  const damagedLines: string[] = [];
  let damaged = 0;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const unread = eachLine(path, most, (line) => {
    const fits = line.length >= SHORTEST_LINE && line.length <= LONGEST_LINE;
    const statement = fits ? statementIn(decoded(decoder, line)) : null;
    if (statement) statements.push(statement);
    else if (++damaged <= MOST_DAMAGED) damagedLines.push(line.toString('latin1', 0, LONGEST_LINE));
  });
  return { statements, damaged, damagedLines, unread };
}

function decoded(decoder: TextDecoder, line: Buffer): string {
  try {
    return decoder.decode(line);
  } catch {
    return '';
  }
}

/** @returns how many bytes at the beginning were passed over */
function eachLine(path: string, most: number, use: (line: Buffer) => void): number {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return 0;
    throw new Unreadable(code);
  }
  try {
    const { size } = fstatSync(file);
    const from = Math.max(0, size - most);
    const chunk = Buffer.alloc(LONGEST_LINE);
    let line = Buffer.alloc(0);
    let skipping = from > 0;
    for (let at = from; at < size; ) {
      const read = readSync(file, chunk, 0, Math.min(chunk.length, size - at), at);
      if (read === 0) break;
      at += read;
      let begin = 0;
      for (let end = chunk.indexOf(0x0a); end !== -1 && end < read; end = chunk.indexOf(0x0a, begin)) {
        const rest = chunk.subarray(begin, end);
        const whole = line.length > 0 ? Buffer.concat([line, rest]) : rest;
        if (!skipping && whole.length > 0) use(whole);
        skipping = false;
        line = Buffer.alloc(0);
        begin = end + 1;
      }
      // Of a line that is too long anyway, one byte more than is allowed says so.
      line = Buffer.concat([line, chunk.subarray(begin, read)]).subarray(0, LONGEST_LINE + 1);
    }
    if (!skipping && line.length > 0) use(line);
    return from;
  } catch (error) {
    // A folder, a device: nothing that a journal could be.
    throw new Unreadable(codeOf(error));
  } finally {
    closeSync(file);
  }
}
