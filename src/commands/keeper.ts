/** Keeps a session: saved to be resumed, and told to the journal, after each turn. */
import { randomUUID } from 'node:crypto';
import { save as savedOf } from '../flow/saved.ts';
import { type Session, view } from '../flow/session.ts';
import { clean } from '../gate.ts';
import { err } from '../io.ts';
import { actorName } from '../journal/actor.ts';
import { beginning, branch, type Chronicle, goOn, leave, type Making, tell } from '../journal/chronicle.ts';
import { addToJournal } from '../journal/journal.ts';
import { type Kept, keptOf } from '../journal/kept.ts';
import { journalFile } from '../journal/paths.ts';
import { forget, readPrivate } from '../journal/read.ts';
import { sessionPath } from '../journal/sessions.ts';
import { writePrivate } from '../journal/store.ts';
import type { Statement } from '../journal/xapi.ts';
import type { Context } from './context.ts';

export interface Keeper {
  /** After each turn, each taking-back, and at the end. */
  readonly save: (session: Session) => void;
  /** When the session is left. @returns whether it can be gone on with */
  readonly left: (session: Session) => boolean;
}

export interface Keeping {
  /** Whether it is saved to be resumed, or told to the journal alone. */
  readonly saves: boolean;
  /** Whether the journal is told what was typed. */
  readonly words: boolean;
  /** When the session began, in milliseconds since 1970. */
  readonly began: number;
}

/** For a session that begins now. */
export const keeperOf = (context: Context, session: Session, keeping: Keeping): Keeper =>
  keeper(context, keeping, beginning(session, randomUUID(), keeping.began), []);

/** For a session that goes on: from here on this process is the one that saves it. */
export function keeperAgain(
  context: Context,
  session: Session,
  keeping: Keeping,
  { chronicle, unwritten }: { chronicle: Chronicle; unwritten: readonly Statement[] },
): Keeper {
  const again = keeper(context, keeping, chronicle, unwritten);
  again.resumed(session);
  return again;
}

function keeper(
  context: Context,
  { saves, words }: Keeping,
  first: Chronicle,
  pending: readonly Statement[],
): Keeper & { resumed: (session: Session) => void } {
  const { io, homes, texts } = context;
  const writer = randomUUID();
  const actor = actorName(homes, randomUUID);
  const journal = journalFile(homes);
  const path = () => sessionPath(homes, chronicle.registration);
  const making = (): Making => ({ actor, version: io.version, words, newId: randomUUID, now: io.now() });
  let chronicle = first;
  let unwritten = [...pending];
  let saved = false;
  const said = new Set<string>();

  const say = (text: string) => {
    if (!said.has(text)) err(io, text);
    said.add(text);
  };

  /** Another terminal goes on with the same session: from here on this is one of its own. */
  const makeWay = () => {
    if (!saved) return;
    const there = readPrivate(path()) as Partial<Kept> | null | undefined;
    if (there?.writer === writer) return;
    if (there) say(texts.journal.otherTerminal);
    chronicle = branch(chronicle, randomUUID(), io.now());
    saved = false;
  };

  const write = (session: Session) =>
    attempt(() => {
      writePrivate(path(), {
        ...savedOf(session, io.version),
        ...keptOf(writer, chronicle, unwritten),
      });
      saved = true;
    });

  /** First the session with what is yet to be told, then the journal; a kill in between loses neither. */
  const keep = (session: Session, statements: readonly Statement[]) => {
    unwritten = [...unwritten, ...statements];
    const over = session.turns.length === 0 || view(session).end !== null;
    const unsaved = saves && (!over || saved || unwritten.length > 0) ? write(session) : null;
    const untold = attempt(() => {
      addToJournal(journal, unwritten);
      unwritten = [];
    });
    if (saves && over) {
      attempt(() => forget(path()));
      saved = false;
    }
    // Of the two reasons the journal's: where a folder must be made first, Node gives ENOENT for many.
    if (unsaved !== null && untold !== null) say(texts.journal.cannotKeep(clean(homes.state), untold));
    else if (unsaved !== null) say(texts.cannotSave(clean(path()), unsaved));
    else if (untold !== null) say(texts.journal.cannotJournal(clean(journal), untold));
  };

  return {
    resumed: (session) => keep(session, goOn(chronicle, session, making())),
    save: (session) => {
      makeWay();
      const old = path();
      const told = tell(chronicle, session, making());
      const another = told.chronicle.registration !== chronicle.registration;
      chronicle = told.chronicle;
      if (another && saved) {
        attempt(() => forget(old));
        saved = false;
      }
      keep(session, told.statements);
    },
    left: (session) => {
      makeWay();
      const told = chronicle.begun && !chronicle.ended;
      if (saved || told) keep(session, leave(chronicle, session, making()));
      // Once more without what the journal knows by now.
      if (saved) write(session);
      return saved;
    },
  };
}

/** @returns the file system's reason where it failed, or null */
function attempt(what: () => void): string | null {
  try {
    what();
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
