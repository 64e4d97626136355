/** Which language: flag, SVALKA_LANG, the user's setting, the locale, in that order. */
import type { Lang } from '../playbook/types.ts';
import type { Tongue } from './texts.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The tongue of a code or locale such as `no`, `nn_NO.UTF-8` or `sv`; null for any other. */
export function tongueOf(code: string): Tongue | null {
  const base = code.toLowerCase().split(/[-_.@]/)[0];
  if (base === 'sv') return 'sv';
  if (base === 'nb' || base === 'no' || base === 'nn') return 'nb';
  return base === 'en' ? 'en' : null;
}

/** What the locale says, as POSIX orders it; LANGUAGE is GNU's list. */
function localeTongue(env: Env): Tongue | null {
  const first = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  for (const code of [first, ...(env.LANGUAGE ?? '').split(':')]) {
    const tongue = tongueOf(code);
    if (tongue) return tongue;
  }
  return null;
}

/**
 * The language of messages and help; English where nothing tells.
 * @param flag the value of --lang, if it was given
 * @param setting the language that the user chose once
 */
export function chooseTongue(flag: string | null, env: Env, setting: string | null): Tongue {
  for (const code of [flag, env.SVALKA_LANG, setting]) {
    const tongue = code ? tongueOf(code) : null;
    if (tongue) return tongue;
  }
  return localeTongue(env) ?? 'en';
}

/** The language of the content; null where nothing tells, or only English does. */
export function chooseLang(flag: string | null, env: Env, setting: string | null): Lang | null {
  if (flag) {
    const asked = tongueOf(flag);
    return asked === 'en' ? null : asked;
  }
  for (const code of [env.SVALKA_LANG, setting]) {
    const tongue = code ? tongueOf(code) : null;
    if (tongue && tongue !== 'en') return tongue;
  }
  const locale = localeTongue(env);
  return locale === 'en' ? null : locale;
}
