/** The journal as every command that tells of past practice reads it. */
import { clean } from '../gate.ts';
import { err } from '../io.ts';
import { journalFile } from '../journal/paths.ts';
import { readJournal } from '../journal/read-journal.ts';
import { setAsideLines } from '../journal/set-aside.ts';
import type { Statement } from '../journal/xapi.ts';
import type { Context } from './context.ts';

/**
 * All that was practised, as statements in the order of the file; empty where there is none. Lines that
 * are damaged are kept beside the journal, and said once.
 */
export function journalOf({ io, homes, texts }: Context): readonly Statement[] {
  const path = journalFile(homes);
  const { statements, damagedLines, unread } = readJournal(path);
  const fresh = setAsideLines(`${path}.bak`, damagedLines);
  if (fresh > 0) err(io, texts.journal.damagedLines(fresh, `${clean(path)}.bak`));
  if (unread > 0) err(io, texts.journal.unread(Math.ceil(unread / 1024 / 1024)));
  return statements;
}
