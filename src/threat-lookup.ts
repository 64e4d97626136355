/**
 * The answer to a threat, at once: one text with plain options. Bundled by itself, as
 * CommonJS that loads nothing but `fs`; all else about threats is `commands/threat.ts`.
 */
import { existsSync, fstatSync, statSync } from 'node:fs';
import { EXIT } from './errors.ts';
import { safeJson } from './gate.ts';
import { chosenLang } from './journal/settings.ts';
import { threatTexts } from './locales/threat.ts';
import { chooseLang, tongueOf } from './locales/tongue.ts';
import { type Answered, type Env, ownPlaybooks, settingsFile } from './lookup-edge.ts';
import { bareStyle } from './term/bare-style.ts';
import { hasUnicode } from './term/glyphs.ts';
import { threatPage } from './term/threat-page.ts';
import { openThreats, type Threats } from './threats/open.ts';
import { replyJson, replyTo } from './threats/reply.ts';

export { print } from './lookup-edge.ts';

/** Options that the lookup knows; any other, and the whole command answers. */
const KNOWN = ['--json', '--plain', '--no-color'];
/** A longer text takes its time anyway. */
const LONGEST = 20_000;

/**
 * @param dist the folder of the built files, ending in a slash
 * @returns null where more is asked than the lookup knows
 */
export function lookup(argv: readonly string[], env: Env, dist: string): Answered | null {
  const rest = [...argv];
  const at = rest.indexOf('--lang');
  const lang = at === -1 ? null : (rest.splice(at, 2)[1] ?? '');
  const [command, ...args] = rest;
  if (command !== 'threat') return null;
  const flags = args.filter((arg) => arg.startsWith('-'));
  const words = args
    .filter((arg) => !arg.startsWith('-'))
    .join(' ')
    .trim();
  const forced = lang === null ? null : typedOf(lang);
  const odd = flags.some((flag) => !KNOWN.includes(flag)) || (lang !== null && forced === null);
  if (odd || words.length > LONGEST || !/[a-zà-öø-ÿ0-9]/i.test(words) || existsSync(ownPlaybooks(env)))
    return null;
  const threats = opened(dist);
  if (!threats) return null;
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
    plain: flags.includes('--plain') || env.TERM === 'dumb',
  });
  const page = { style, texts: threatTexts[reply.lang], lang: reply.lang };
  return { text: `${threatPage(page, reply, threats.data).join('\n')}\n`, code };
}

/** Null where the build is damaged: the whole command says so. */
function opened(dist: string): Threats | null {
  try {
    return openThreats(dist);
  } catch {
    return null;
  }
}

/** The language of typed text that a code names; English is none. */
function typedOf(code: string): 'sv' | 'nb' | 'nn' | null {
  if (/^nn\b/i.test(code)) return 'nn';
  const tongue = tongueOf(code);
  return tongue === 'en' ? null : tongue;
}

function isTerminal(): boolean {
  try {
    const out = fstatSync(1);
    return out.isCharacterDevice() && out.rdev !== statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}
