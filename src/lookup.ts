/**
 * What must answer at once: help, version, and the answer to a threat. Bundled by
 * itself, as CommonJS that loads nothing but `fs`; `bin/svalka.cjs` asks here first.
 */
import { existsSync, fstatSync, readFileSync, writeSync } from 'node:fs';
import { EXIT, type ExitCode } from './errors.ts';
import { clean, safeJson } from './gate.ts';
import { chosenLang } from './journal/settings.ts';
import { agent as nb } from './locales/nb.ts';
import { agent as sv } from './locales/sv.ts';
import { chooseLang, chooseTongue, tongueOf } from './locales/tongue.ts';
import { bareStyle } from './term/bare-style.ts';
import { hasUnicode } from './term/glyphs.ts';
import { threatPage } from './term/threat-page.ts';
import { openThreats } from './threats/open.ts';
import { replyJson, replyTo } from './threats/reply.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What to print, and how it went. */
export interface Answered {
  readonly text: string;
  readonly code: ExitCode;
}

/**
 * @param dist the folder of the built files, ending in a slash
 * @returns null where the command line is not a lookup
 */
export function lookup(argv: readonly string[], env: Env, dist: string): Answered | null {
  const rest = [...argv];
  const at = rest.indexOf('--lang');
  const lang = at === -1 ? null : (rest.splice(at, 2)[1] ?? '');
  const [only, ...more] = rest;
  if (only === 'threat') return threatAnswered(more, lang, env, dist);
  if (more.length > 0 || only === undefined) return null;
  const facts = () => JSON.parse(readFileSync(`${dist}help.json`, 'utf8')) as Record<string, string>;
  const said = (text: string | undefined) => (text === undefined ? null : { text, code: EXIT.ok });
  if (only === '--version' || only === '-V') return said(`${facts().version}\n`);
  if (only === '--help' || only === '-h' || only === 'help') {
    return said(facts()[chooseTongue(lang, env, chosenLang(settingsFile(env)))]);
  }
  return null;
}

/** Options that the lookup knows; any other, and the whole command answers. */
const KNOWN = ['--json', '--plain', '--no-color'];
/** A longer text takes its time anyway. */
const LONGEST = 20_000;

function threatAnswered(
  args: readonly string[],
  lang: string | null,
  env: Env,
  dist: string,
): Answered | null {
  const flags = args.filter((arg) => arg.startsWith('-'));
  const words = args.filter((arg) => !arg.startsWith('-')).join(' ');
  const forced = lang === null ? null : typedOf(lang);
  const odd = flags.some((flag) => !KNOWN.includes(flag)) || (lang !== null && forced === null);
  if (odd || words.length > LONGEST || !/[\p{L}\p{N}]/u.test(words) || existsSync(ownPlaybooks(env)))
    return null;
  const threats = openThreats(dist);
  const own = chooseLang(null, env, chosenLang(settingsFile(env)));
  const reply = replyTo(words, threats, forced, own);
  const code = reply.answer ? EXIT.ok : EXIT.no;
  if (flags.includes('--json')) return { text: `${safeJson(replyJson(reply))}\n`, code };
  const terminal = isTerminal();
  const style = bareStyle({
    // The size of a window is worth its four milliseconds only where there is one.
    width: Math.max(20, Math.min((terminal && process.stdout.columns) || 80, 88)),
    color: terminal && !flags.includes('--no-color') && !env.NO_COLOR && env.TERM !== 'dumb',
    unicode: hasUnicode({ env, platform: process.platform }),
    plain: flags.includes('--plain'),
  });
  const page = { style, texts: reply.lang === 'sv' ? sv : nb, lang: reply.lang };
  return { text: `${threatPage(page, reply, threats.data).join('\n')}\n`, code };
}

/** The language of typed text that a code names; English is none. */
function typedOf(code: string): 'sv' | 'nb' | 'nn' | null {
  if (/^nn\b/i.test(code)) return 'nn';
  const tongue = tongueOf(code);
  return tongue === 'en' ? null : tongue;
}

function isTerminal(): boolean {
  try {
    return fstatSync(1).isCharacterDevice();
  } catch {
    return false;
  }
}

/** The config folder, as `src/journal/paths.ts` has it, without loading `path` and `os` for it. */
function configFolder(env: Env): string {
  const home = env.HOME || env.USERPROFILE || '';
  return env.SVALKA_HOME || `${env.XDG_CONFIG_HOME || `${home}/.config`}/svalka`;
}

const settingsFile = (env: Env): string => `${configFolder(env)}/config.json`;
const ownPlaybooks = (env: Env): string => `${configFolder(env)}/playbooks`;

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
