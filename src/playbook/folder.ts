/** A folder of YAML files on the disk: found, read within limits, validated, resolved. */
import { isUtf8 } from 'node:buffer';
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { type Finding, fileFinding, sortFindings } from './finding.ts';
import { LIMITS, readYaml } from './read.ts';
import { duplicateIds, type Known, resolve } from './resolve.ts';
import type { DocOf } from './schema.ts';
import { KINDS, type Kind } from './types.ts';
import { type Claim, type Doc, validate } from './validate.ts';

/** More files than this in one folder are taken for a mistake (a home folder, say). */
export const MAX_FILES = 20_000;

export interface Folder {
  readonly docs: readonly Doc[];
  readonly findings: readonly Finding[];
}

/**
 * Reads every `.yaml` and `.yml` file below a folder.
 * @param root the folder; nothing outside it is read, whatever links say
 * @param base what the folder adds to
 * @param shown turns a path into the name that findings carry
 * @param pause called between files, so that a spinner can turn
 * @throws the file system's error where the folder itself cannot be read
 */
export async function readFolder(
  root: string,
  base: Known,
  shown: (path: string) => string,
  pause: () => Promise<void> = async () => {},
): Promise<Folder> {
  const files = yamlFiles(root).map((path) => ({ root, path }));
  return readFiles(files, base, shown, pause);
}

/** A file to read, and the folder that it must lie in; null where it was named itself. */
export interface FileAt {
  readonly root: string | null;
  readonly path: string;
}

/** Reads some files as one: what each points to may stand in another, or in the base. */
export async function readFiles(
  files: readonly FileAt[],
  base: Known,
  shown: (path: string) => string,
  pause: () => Promise<void> = async () => {},
): Promise<Folder> {
  const findings: Finding[] = [];
  const docs: Doc[] = [];
  const claims: Claim[] = [];
  for (const { root, path } of files) {
    await pause();
    const file = readOne(root, path, shown(path));
    for (const finding of file.findings) findings.push(finding);
    if (file.doc) docs.push(file.doc);
    else if (file.claim) claims.push(file.claim);
  }
  for (const finding of duplicateIds(docs)) findings.push(finding);
  for (const finding of resolve(docs, knownWith(base, docs, claims))) findings.push(finding);
  return { docs, findings: sortFindings(findings) };
}

/** Reads and validates one file, without following its references. */
export function readFile(path: string, shown: string): OneFile {
  return readOne(null, path, shown);
}

interface OneFile {
  readonly doc: Doc | null;
  readonly claim: Claim | null;
  readonly findings: readonly Finding[];
}

function readOne(root: string | null, path: string, shown: string): OneFile {
  const refuse = (finding: Finding) => ({ doc: null, claim: null, findings: [finding] });
  let bytes: Buffer;
  try {
    const found = lstatSync(path);
    // Folders that are links are not looked into, so only a file that is one can lead outside.
    if (root !== null && found.isSymbolicLink() && !isInside(root, path)) {
      return refuse(fileFinding(shown, 'unreadable-file', { reason: 'outside' }));
    }
    const stat = found.isSymbolicLink() ? statSync(path) : found;
    if (!stat.isFile()) return refuse(fileFinding(shown, 'unreadable-file', { reason: 'not a file' }));
    if (stat.size > LIMITS.bytes) {
      return refuse(fileFinding(shown, 'size-limit', { kib: LIMITS.bytes / 1024 }));
    }
    bytes = readFileSync(path);
  } catch (error) {
    return refuse(
      fileFinding(shown, 'unreadable-file', { reason: (error as NodeJS.ErrnoException).code ?? 'error' }),
    );
  }
  if (!isUtf8(bytes)) return refuse(fileFinding(shown, 'not-utf8'));
  const read = readYaml(shown, bytes.toString('utf8'));
  if (!read.document) return { doc: null, claim: null, findings: read.findings };
  const validated = validate(read.document);
  // A mended file is looked at to the end, but never used.
  const doc = read.findings.length > 0 ? null : validated.doc;
  const lines = new Set(read.findings.map((finding) => finding.line));
  const more = validated.findings.filter((f) => !lines.has(f.line));
  return { doc, claim: validated.claim, findings: [...read.findings, ...more] };
}

function isInside(root: string, path: string): boolean {
  const from = relative(realpathSync(root), realpathSync(path));
  return from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from);
}

/** The YAML files below a folder, sorted; hidden ones and node_modules are passed over. */
export function yamlFiles(root: string): string[] {
  const files: string[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = join(folder, name);
      if (entry.isDirectory()) folders.push(path);
      else if (/\.ya?ml$/i.test(name)) files.push(path);
      if (files.length > MAX_FILES) return files.sort();
    }
  }
  return files.sort();
}

/**
 * What is known when a folder's documents stand over what they add to.
 * @param broken files that are there, but whose content cannot be trusted
 */
export function knownWith(base: Known, docs: readonly Doc[], broken: readonly Claim[] = []): Known {
  const own = new Map<Kind, Map<string, unknown>>(KINDS.map((kind) => [kind, new Map()]));
  for (const { kind, id } of broken) own.get(kind)?.set(id, undefined);
  for (const doc of docs) own.get(doc.kind)?.set(doc.id, doc.value);
  // Asked for by every file, so made once.
  const ids = new Map<Kind, string[]>();
  const idsOf = (kind: Kind) => [...new Set([...base.ids(kind), ...(own.get(kind)?.keys() ?? [])])];
  return {
    ids: (kind) => {
      const all = ids.get(kind) ?? idsOf(kind);
      ids.set(kind, all);
      return all;
    },
    value: <K extends Kind>(kind: K, id: string) =>
      own.get(kind)?.has(id) ? (own.get(kind)?.get(id) as DocOf<K> | undefined) : base.value(kind, id),
  };
}

/** Knows nothing: the base of a folder that stands alone. */
export const NOTHING: Known = { ids: () => [], value: () => undefined };
