/** The journal as a file that a learning record store takes. */
import { safeJson } from '../gate.ts';
import type { Statement } from './xapi.ts';

/**
 * A JSON array of statements, one a line: the body of `POST /statements`. A statement that is there
 * twice is told once, because a store refuses a request in which two have the same id (Part 3, 2.1.2).
 */
export function xapiExport(statements: readonly Statement[]): string {
  const once = new Map(statements.map((one) => [one.id, one]));
  const lines = [...once.values()].map((one) => safeJson(one));
  return `[${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}]\n`;
}
