/** What the lookups share: where the settings are, and writing with `fs` alone. */
import { writeSync } from 'node:fs';
import { EXIT, type ExitCode } from './errors.ts';
import { clean } from './gate.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** What to print, and how it went. */
export interface Answered {
  readonly text: string;
  readonly code: ExitCode;
}

/** The config folder, as `src/journal/paths.ts` has it, without loading `path` and `os` for it. */
function configFolder(env: Env): string {
  const home = env.HOME || env.USERPROFILE || '';
  return env.SVALKA_HOME || `${env.XDG_CONFIG_HOME || `${home}/.config`}/svalka`;
}

/** The file of the settings. */
export const settingsFile = (env: Env): string => `${configFolder(env)}/config.json`;
/** The folder of the user's own playbooks. */
export const ownPlaybooks = (env: Env): string => `${configFolder(env)}/playbooks`;

/**
 * Writes to stdout with `fs` alone: opening `process.stdout` costs as much as all else here.
 * @returns the exit code
 */
export function print({ text, code }: Answered): ExitCode {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      const { code: reason, message } = error as NodeJS.ErrnoException;
      // The reader has gone (EPIPE), or is slow and wants it again (EAGAIN).
      if (reason === 'EPIPE') return code;
      if (reason === 'EAGAIN') continue;
      writeSync(2, `svalka: ${clean(message)}\n`);
      return EXIT.cannot;
    }
  }
  return code;
}
