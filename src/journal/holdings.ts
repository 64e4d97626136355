/** What svalka keeps on this machine, file by file. Links are seen as links, and never followed. */
import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isCutOff } from '../write-atomic.ts';
import { isDraftId, TAKEN } from './draft-id.ts';
import { isRoom } from './editing.ts';
import {
  actorFile,
  configFile,
  draftsFolder,
  type Homes,
  journalFile,
  sessionFile,
  sessionsFolder,
} from './paths.ts';

/** The kinds of things that are kept. */
export const DATA_KINDS = ['config', 'session', 'sessions', 'journal', 'actor', 'drafts'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

export interface KeptFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** One thing that svalka keeps: a file with its copies, or a folder of files. */
export interface Kept {
  readonly kind: DataKind;
  readonly path: string;
  readonly files: readonly KeptFile[];
  /** Folders that are svalka's own, the innermost first. */
  readonly folders: readonly string[];
  /** What lies among them and is not svalka's, or is a link. */
  readonly strange: readonly Strange[];
}

export interface Strange {
  readonly path: string;
  readonly isLink: boolean;
}

/** After a file's name: set aside as damaged, or cut off while it was written. */
const isCopy = (ending: string): boolean =>
  isCutOff(ending.replace(/^\.bak(?:\.\d+)?/, '')) || /^(?:\.bak(?:\.\d+)?)?$/.test(ending);
/** The name of a session: a UUID. */
const SESSION = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Everything that is kept in these homes, whether it is there or not.
 * @throws the file system's error where a folder cannot be read, since what is in it is then not known
 */
export function keptIn(homes: Homes): Kept[] {
  return [
    oneFile('config', configFile(homes)),
    oneFile('session', sessionFile(homes)),
    folderOf('sessions', sessionsFolder(homes), (name) => isNamed(name, (id) => SESSION.test(id))),
    oneFile('journal', journalFile(homes)),
    oneFile('actor', actorFile(homes)),
    folderOf('drafts', draftsFolder(homes), isOfDraft, isRoom),
  ];
}

/** What lies in the homes beside what svalka keeps there. @throws as {@link keptIn} */
export function beside(homes: Homes): Strange[] {
  const own = keptIn(homes);
  const known = new Set(
    own.flatMap(({ path, files, strange }) => [path, ...[...files, ...strange].map((one) => one.path)]),
  );
  return [...new Set([homes.config, homes.state])]
    .flatMap((home) => namesIn(home).map((name) => join(home, name)))
    .filter((path) => !known.has(path))
    .map((path) => ({ path, isLink: standing(path)?.isSymbolicLink() ?? false }));
}

function oneFile(kind: DataKind, path: string): Kept {
  const name = basename(path);
  const all = namesIn(dirname(path)).filter((one) => one.startsWith(name) && isCopy(one.slice(name.length)));
  return { kind, path, folders: [], ...sorted(all.map((one) => join(dirname(path), one))) };
}

/** True for `id.json` and its copies. */
function isNamed(name: string, isId: (id: string) => boolean): boolean {
  const [id = '', ...rest] = name.split('.json');
  return rest.length === 1 && isId(id) && isCopy(rest[0] ?? '');
}

const isOfDraft = (name: string): boolean =>
  isNamed(name, isDraftId) || (name.endsWith(TAKEN) && isDraftId(name.slice(0, -TAKEN.length)));

function folderOf(
  kind: DataKind,
  path: string,
  isOwn: (name: string) => boolean,
  isOwnFolder: (name: string) => boolean = () => false,
): Kept {
  const there = standing(path);
  if (!there) return { kind, path, files: [], folders: [], strange: [] };
  if (!there.isDirectory()) {
    return { kind, path, files: [], folders: [], strange: [{ path, isLink: there.isSymbolicLink() }] };
  }
  const paths = namesIn(path).map((name) => join(path, name));
  const inside = paths.filter((one) => isOwnFolder(basename(one)) && standing(one)?.isDirectory()).map(deep);
  const folders = inside.flatMap((one) => one.folders);
  const here = sorted(paths.filter((one) => isOwn(basename(one))));
  const known = new Set([
    ...folders,
    ...here.files.map((file) => file.path),
    ...here.strange.map((one) => one.path),
  ]);
  const others = paths
    .filter((one) => !known.has(one))
    .map((one) => ({ path: one, isLink: standing(one)?.isSymbolicLink() ?? false }));
  return {
    kind,
    path,
    files: [...here.files, ...inside.flatMap((one) => one.files)],
    folders: [...folders, path],
    strange: [...here.strange, ...inside.flatMap((one) => one.strange), ...others],
  };
}

/** All that lies in a room: an editor may leave anything there. */
function deep(path: string): Pick<Kept, 'files' | 'folders' | 'strange'> {
  const paths = namesIn(path).map((name) => join(path, name));
  const inside = paths.filter((one) => standing(one)?.isDirectory()).map(deep);
  const here = sorted(paths.filter((one) => !standing(one)?.isDirectory()));
  return {
    files: [...here.files, ...inside.flatMap((one) => one.files)],
    folders: [...inside.flatMap((one) => one.folders), path],
    strange: [...here.strange, ...inside.flatMap((one) => one.strange)],
  };
}

/** Files apart from what only has the name of one. */
function sorted(paths: readonly string[]): { files: KeptFile[]; strange: Strange[] } {
  const files: KeptFile[] = [];
  const strange: Strange[] = [];
  for (const path of paths) {
    const there = standing(path);
    if (there?.isFile()) files.push({ path, size: there.size });
    else if (there) strange.push({ path, isLink: there.isSymbolicLink() });
  }
  return { files, strange };
}

function standing(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
