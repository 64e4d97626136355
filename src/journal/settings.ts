/** The user's settings, read with `fs` alone, because the lookup reads them too. */
import { existsSync, readFileSync } from 'node:fs';

/** The language that the user chose once, or null; a damaged file counts as none. */
export function chosenLang(file: string): string | null {
  // Cheaper than an error where there is none, which is as a rule.
  if (!existsSync(file)) return null;
  try {
    const config = JSON.parse(readFileSync(file, 'utf8')) as { lang?: unknown } | null;
    return typeof config?.lang === 'string' ? config.lang : null;
  } catch {
    return null;
  }
}
