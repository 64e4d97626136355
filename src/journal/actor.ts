/** The name that stands for the person in the journal: a UUID made by chance, which says nothing of them. */
import { linkSync, renameSync } from 'node:fs';
import { actorFile, type Homes } from './paths.ts';
import { forget, readPrivate, setAside } from './read.ts';
import { writePrivate } from './store.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The name that was made once, or a new one, which is then kept. Where it cannot be kept, it stands
 * for this one session.
 */
export function actorName(where: Homes, newId: () => string): string {
  const path = actorFile(where);
  const value = readPrivate(path);
  const known = nameIn(value);
  if (known !== null) return known;
  if (value !== undefined) setAside(path);
  const name = newId();
  const fresh = `${path}.${name}`;
  try {
    writePrivate(fresh, { name });
    // A link is made only where there is nothing yet: of two processes that begin at once, one wins.
    linkSync(fresh, path);
    forget(fresh);
    return name;
  } catch {
    const theirs = nameIn(readPrivate(path));
    if (theirs === null) return instead(fresh, path, name);
    forget(fresh);
    return theirs;
  }
}

/** Where no link can be made (some disks know none), the file itself takes the place. */
function instead(fresh: string, path: string, name: string): string {
  try {
    renameSync(fresh, path);
  } catch {
    // Nothing can be kept here; the journal, which cannot be written either, says so.
  }
  return name;
}

function nameIn(value: unknown): string | null {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : null;
  return typeof name === 'string' && UUID.test(name) ? name : null;
}
