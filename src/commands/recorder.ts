/** Writes the session that is being practised as a script, after each turn, whole or not at all. */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import type { Session } from '../flow/session.ts';
import { err } from '../io.ts';
import { scriptFrom } from '../script/record.ts';
import { writeAtomic } from '../write-atomic.ts';
import { type Context, shownPath } from './context.ts';

export interface Recorder {
  readonly write: (session: Session) => void;
  /** Whether everything could be written. */
  readonly code: () => ExitCode;
}

/**
 * @param words whether what is typed is written down
 * @throws Stop (2) where there is a file already: nobody's script is written over
 */
export function recorderOf({ io, texts }: Context, file: string, words: boolean): Recorder {
  const path = resolve(io.cwd, file);
  const shown = shownPath(io, path);
  if (existsSync(path)) throw new Stop(EXIT.cannot, texts.recordExists(shown));
  let code: ExitCode = EXIT.ok;
  return {
    write: (session) => {
      // A script has a turn; one that was taken back again is better than none.
      if (session.turns.length === 0) return;
      try {
        writeAtomic(path, scriptFrom(session, idFrom(path), words), 0o600);
        code = EXIT.ok;
      } catch (error) {
        const reason = (error as NodeJS.ErrnoException).code ?? String(error);
        if (code === EXIT.ok) err(io, texts.check.cannotWrite(shown, reason));
        code = EXIT.cannot;
      }
    },
    code: () => code,
  };
}

/** A script's id from its file's name. */
function idFrom(path: string): string {
  const id = basename(path)
    .replace(/(\.script)?\.ya?ml$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 60);
  return id || 'recorded';
}
