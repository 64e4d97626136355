/** The sessions that are saved in a home. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Their files; nothing else may lie in the folder. */
export function savedIn(home: string): string[] {
  const folder = join(home, 'sessions');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}
