/** What the commands that look back share: past practice, and the conversations that there are. */

import { EXIT, Stop } from '../errors.ts';
import { type Course, makeCourse } from '../flow/course.ts';
import { err } from '../io.ts';
import { journalFile } from '../journal/paths.ts';
import type { Practised } from '../journal/practised.ts';
import { practisedFrom } from '../journal/practised-from.ts';
import { type Journal, readJournal, Unreadable } from '../journal/read-journal.ts';
import { setAsideLines } from '../journal/set-aside.ts';
import type { Statement } from '../journal/xapi.ts';
import type { Library } from '../playbook/library.ts';
import { type Context, shownPath } from './context.ts';

/**
 * The journal's statements; what could not be read is set aside beside it, and said once.
 * @throws Stop (2) where there is a journal that cannot be read: an empty one would look like a lost one
 */
export function statementsIn({ io, homes, texts }: Context): readonly Statement[] {
  const path = journalFile(homes);
  const aside = `${path}.bak`;
  const { statements, damagedLines, unread } = readable(path, (code) => {
    throw new Stop(EXIT.cannot, texts.cannotRead(shownPath(io, path), code));
  });
  const damaged = setAsideLines(aside, damagedLines);
  if (damaged > 0) err(io, texts.journal.damagedLines(damaged, shownPath(io, aside)));
  if (unread > 0) err(io, texts.journal.unread(Math.ceil(unread / 1e6)));
  return statements;
}

function readable(path: string, refuse: (code: string) => never): Journal {
  try {
    return readJournal(path);
  } catch (error) {
    if (error instanceof Unreadable) refuse(error.code);
    throw error;
  }
}

/** Past practice, the earliest first. */
export const pastPractice = (context: Context): Practised[] => practisedFrom(statementsIn(context));

/** Every conversation that can be practised. */
export const conversationsIn = (library: Library): Course[] =>
  library.ids('scenario').flatMap((scenario) => makeCourse(library, { scenario }) ?? []);
