/** The saved sessions on disk, a file each, named by the session's id. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Homes, sessionFile, sessionsFolder } from './paths.ts';
import { forget } from './read.ts';

const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/;
/** What a process that was killed while it saved leaves beside the file: it holds the same words. */
const HALF_WRITTEN = /^[0-9a-f-]{36}\.json\.[0-9a-f-]{36}$/;
const HOUR = 3_600_000;

export const sessionPath = (where: Homes, id: string): string => join(sessionsFolder(where), `${id}.json`);

/** The session's id, or null for the one file that all sessions shared once. */
export const sessionOf = (path: string): string | null => FILE.exec(basename(path))?.[1] ?? null;

/**
 * The files of the saved sessions, the one saved last first.
 * @param now in milliseconds since 1970
 */
export function savedSessions(where: Homes, now: number): string[] {
  const folder = sessionsFolder(where);
  const names = namesIn(folder);
  for (const name of names.filter((one) => HALF_WRITTEN.test(one))) {
    const path = join(folder, name);
    if (now - (savedAt(path) ?? now) > HOUR) forget(path);
  }
  return [...names.filter((name) => FILE.test(name)).map((name) => join(folder, name)), sessionFile(where)]
    .flatMap((path) => {
      const at = savedAt(path);
      return at === null ? [] : [{ path, at }];
    })
    .sort((a, b) => b.at - a.at || (a.path < b.path ? -1 : 1))
    .map(({ path }) => path);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function savedAt(path: string): number | null {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return null;
  }
}
