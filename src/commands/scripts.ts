/** The scripts that `svalka test` plays: found on the disk, read against what they are about. */
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { EXIT, Stop } from '../errors.ts';
import { clean } from '../gate.ts';
import type { Finding } from '../playbook/finding.ts';
import { knownWith, MAX_FILES, readFile, yamlFiles } from '../playbook/folder.ts';
import type { Library } from '../playbook/library.ts';
import { resolve as resolveReferences } from '../playbook/resolve.ts';
import type { Doc } from '../playbook/validate.ts';
import type { TestReport } from '../script/report.ts';
import { type Context, shownPath } from './context.ts';

/** Where scripts are looked for when nothing is named, where it is there; else the folder one stands in. */
const USUAL_FOLDER = 'playbooks';

/** A script, and the file that it was read from; its shown name may leave out what no name should hold. */
export type ScriptDoc = Extract<Doc, { kind: 'script' }> & { readonly path: string };

/** The scripts of a run: those that can be played, and what is wrong with the others. */
export interface Scripts {
  readonly docs: readonly ScriptDoc[];
  readonly broken: TestReport['broken'];
}

/** What is named on the command line, or what is meant where nothing is. */
export function namedBy({ io }: Context, paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return paths;
  return [existsSync(join(io.cwd, USUAL_FOLDER)) ? USUAL_FOLDER : '.'];
}

/**
 * The script files that the paths name or hold, each once.
 * @throws Stop (2) where there is none: an empty suite has passed nothing
 */
export function filesOf(context: Context, paths: readonly string[]): string[] {
  const { io, texts } = context;
  const files = new Set<string>();
  const named = namedBy(context, paths);
  for (const one of named) {
    const path = resolve(io.cwd, one);
    try {
      for (const file of statSync(path).isDirectory() ? scriptsIn(context, path) : [path]) files.add(file);
    } catch (error) {
      if (error instanceof Stop) throw error;
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      throw new Stop(EXIT.cannot, texts.cannotRead(clean(one), reason));
    }
  }
  if (files.size === 0) throw new Stop(EXIT.cannot, texts.test.noFiles(clean(named.join(', '))));
  return [...files].sort();
}

function scriptsIn({ texts }: Context, folder: string): string[] {
  const all = yamlFiles(folder);
  if (all.length > MAX_FILES) throw new Stop(EXIT.cannot, texts.check.tooManyFiles(MAX_FILES));
  return all.filter((path) => /\.script\.ya?ml$/i.test(basename(path)));
}

/**
 * Reads scripts against a library.
 * @param filter what the name of a broken one, or of its file, must hold
 */
export async function scriptsOf(
  { io, texts }: Context,
  library: Library,
  paths: readonly string[],
  filter = '',
  pause: () => Promise<void> = async () => {},
): Promise<Scripts> {
  const docs: ScriptDoc[] = [];
  const broken: { file: string; findings: readonly Finding[] }[] = [];
  // Made once, since every file asks it.
  const known = knownWith(library, []);
  for (const path of paths) {
    await pause();
    const file = shownPath(io, path);
    const { doc, claim, findings } = readFile(path, file);
    const all = [...findings, ...(doc ? resolveReferences([doc], known) : [])];
    if (all.length > 0) {
      if (isMeant(filter, file, claim?.id ?? '')) broken.push({ file, findings: all });
    } else if (doc?.kind === 'script') docs.push({ ...doc, path });
    else throw new Stop(EXIT.cannot, texts.notAScript(file));
  }
  return { docs, broken };
}

/** Whether a filter lets a script through, by its file or its name. */
export const isMeant = (filter: string, file: string, name: string): boolean =>
  file.includes(filter) || name.includes(filter);
