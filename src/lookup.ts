/**
 * What must answer at once: help and version. Bundled by itself, as CommonJS that
 * loads nothing but `fs`; `bin/svalka.cjs` asks here first.
 */
import { readFileSync } from 'node:fs';
import { EXIT } from './errors.ts';
import { chosenLang } from './journal/settings.ts';
import { chooseTongue } from './locales/tongue.ts';
import { type Answered, type Env, settingsFile } from './lookup-edge.ts';

export { print } from './lookup-edge.ts';

/**
 * @param dist the folder of the built files, ending in a slash
 * @returns null where the command line is not a lookup
 */
export function lookup(argv: readonly string[], env: Env, dist: string): Answered | null {
  const rest = [...argv];
  const at = rest.indexOf('--lang');
  const lang = at === -1 ? null : (rest.splice(at, 2)[1] ?? '');
  const [only, ...more] = rest;
  if (more.length > 0 || only === undefined) return null;
  const facts = () => JSON.parse(readFileSync(`${dist}help.json`, 'utf8')) as Record<string, string>;
  const said = (text: string | undefined) => (text === undefined ? null : { text, code: EXIT.ok });
  if (only === '--version' || only === '-V') return said(`${facts().version}\n`);
  if (only === '--help' || only === '-h' || only === 'help') {
    return said(facts()[chooseTongue(lang, env, chosenLang(settingsFile(env)))]);
  }
  return null;
}
