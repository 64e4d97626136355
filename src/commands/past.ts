/** What the commands that look back share: past practice, and the conversations that there are. */
import { type Course, makeCourse } from '../flow/course.ts';
import { err } from '../io.ts';
import { journalFile } from '../journal/paths.ts';
import type { Practised } from '../journal/practised.ts';
import { practisedFrom } from '../journal/practised-from.ts';
import { readJournal } from '../journal/read-journal.ts';
import type { Statement } from '../journal/xapi.ts';
import { progressMessages } from '../locales/progress.ts';
import type { Library } from '../playbook/library.ts';
import { type Context, shownPath } from './context.ts';

/** The journal's statements; what could not be read is said on stderr. */
export function statementsIn({ io, homes, tongue }: Context): readonly Statement[] {
  const path = journalFile(homes);
  const { statements, damaged, unread } = readJournal(path);
  const messages = progressMessages[tongue];
  if (damaged > 0) err(io, messages.damaged(damaged, shownPath(io, path)));
  if (unread > 0) err(io, messages.tooLong(shownPath(io, path)));
  return statements;
}

/** Past practice, the earliest first. */
export const pastPractice = (context: Context): Practised[] => practisedFrom(statementsIn(context));

/** Every conversation that can be practised. */
export const conversationsIn = (library: Library): Course[] =>
  library.ids('scenario').flatMap((scenario) => makeCourse(library, { scenario }) ?? []);
