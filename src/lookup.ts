/**
 * What must answer at once: help and version. Bundled by itself, as CommonJS that
 * loads nothing but `fs`; `bin/svalka.cjs` asks here first.
 */
import { readFileSync, writeSync } from 'node:fs';
import { EXIT } from './errors.ts';
import { chosenLang } from './journal/settings.ts';
import { chooseTongue } from './locales/tongue.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * @param dist the folder of the built files, ending in a slash
 * @returns the text to print, or null where the command line is not a lookup
 */
export function lookup(argv: readonly string[], env: Env, dist: string): string | null {
  const rest = [...argv];
  const at = rest.indexOf('--lang');
  const lang = at === -1 ? null : (rest.splice(at, 2)[1] ?? '');
  const [only, ...more] = rest;
  if (more.length > 0 || only === undefined) return null;
  const facts = () => JSON.parse(readFileSync(`${dist}help.json`, 'utf8')) as Record<string, string>;
  if (only === '--version' || only === '-V') return `${facts().version}\n`;
  if (only === '--help' || only === '-h' || only === 'help') {
    return facts()[chooseTongue(lang, env, chosenLang(settingsFile(env)))] ?? null;
  }
  return null;
}

/** The settings file, as `src/journal/paths.ts` has it, without loading `path` and `os` for it. */
function settingsFile(env: Env): string {
  const home = env.HOME || env.USERPROFILE || '';
  return `${env.SVALKA_HOME || `${env.XDG_CONFIG_HOME || `${home}/.config`}/svalka`}/config.json`;
}

/**
 * Writes to stdout with `fs` alone: opening `process.stdout` costs as much as all else here.
 * @returns the exit code
 */
export function print(text: string): number {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      // The reader has gone (EPIPE), or is slow and wants it again (EAGAIN).
      if (code === 'EPIPE') return EXIT.ok;
      if (code === 'EAGAIN') continue;
      writeSync(2, `svalka: ${message}\n`);
      return EXIT.cannot;
    }
  }
  return EXIT.ok;
}
