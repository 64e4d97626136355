/**
 * What must answer at once: help and version. Bundled by itself, as CommonJS that
 * loads nothing but `fs`; `bin/svalka.cjs` asks here first.
 */
import { readFileSync } from 'node:fs';
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
    return facts()[chooseTongue(lang, env, setting(env))] ?? null;
  }
  return null;
}

/** The language that the user chose once; the same file as `src/journal` keeps. */
function setting(env: Env): string | null {
  const folder =
    env.SVALKA_HOME || `${env.XDG_CONFIG_HOME || `${env.HOME || env.USERPROFILE || ''}/.config`}/svalka`;
  try {
    const config = JSON.parse(readFileSync(`${folder}/config.json`, 'utf8')) as { lang?: unknown } | null;
    return typeof config?.lang === 'string' ? config.lang : null;
  } catch {
    return null;
  }
}
