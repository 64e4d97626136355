/** `svalka practice --resume`: the session saved last, replayed on the content as it is now. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { EXIT, Stop } from '../errors.ts';
import { restore } from '../flow/restore.ts';
import { type Session, view } from '../flow/session.ts';
import { clean } from '../gate.ts';
import { err } from '../io.ts';
import { addToJournal } from '../journal/journal.ts';
import { keptIn } from '../journal/kept-again.ts';
import { journalFile } from '../journal/paths.ts';
import { forget, readPrivate, setAside } from '../journal/read.ts';
import { savedSessions, sessionOf, sessionPath } from '../journal/sessions.ts';
import { AGENT } from '../locales/catalogue.ts';
import type { Library } from '../playbook/library.ts';
import type { Context } from './context.ts';
import { type Keeper, type Keeping, keeperAgain } from './keeper.ts';

/**
 * Of the saved sessions the first that can go on; why one before it cannot is said, and a damaged one
 * is set aside.
 * @throws Stop (2) where none can
 */
export function resume(
  context: Context,
  library: Library,
  keeping: Keeping,
): { session: Session; keeper: Keeper } {
  const { io, texts, homes } = context;
  const paths = savedSessions(homes, io.now());
  for (const [i, path] of paths.entries()) {
    const value = readPrivate(path);
    // Another terminal has ended it meanwhile.
    if (value === undefined) continue;
    const found = restore(library, value);
    if ('refused' in found) {
      if (found.refused === 'damaged') {
        err(io, texts.journal.setAside(clean(setAside(path) ?? path)));
      } else if (found.refused === 'newer') {
        err(io, texts.journal.newer(clean(path)));
      } else {
        const { contentGone, contentChanged } = texts.journal;
        err(io, (found.refused === 'content-gone' ? contentGone : contentChanged)(nameOf(value)));
      }
      continue;
    }
    const { session, changed } = found;
    const registration = sessionOf(path) ?? randomUUID();
    const kept = keptIn(value, session, registration, io.now());
    if (view(session).end !== null) {
      // Killed between its last turn and the end: what was not told yet is told, and it is over.
      finish(context, path, kept.unwritten);
      continue;
    }
    const agent = AGENT[session.lang];
    err(io, changed ? agent.resumedChanged : agent.resumed);
    const others = paths.slice(i + 1).filter((one) => existsSync(one)).length;
    if (others > 0) err(io, texts.journal.othersWait(others));
    const keeper = keeperAgain(context, session, keeping, kept);
    if (sessionOf(path) === null && existsSync(sessionPath(homes, registration))) forget(path);
    return { session, keeper };
  }
  throw new Stop(EXIT.cannot, texts.nothingToResume);
}

function finish({ homes }: Context, path: string, unwritten: Parameters<typeof addToJournal>[1]): void {
  try {
    addToJournal(journalFile(homes), unwritten);
    forget(path);
  } catch {
    // It stays, and is tried again the next time.
  }
}

/** The scenario or playbook that a saved session names. */
function nameOf(value: unknown): string {
  const { scenario, playbook } = value as { scenario?: string | null; playbook?: string };
  return clean(scenario ?? playbook ?? '');
}
