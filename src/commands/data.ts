/** `svalka data`: where everything lies that svalka keeps, all of it as JSON, and all of it gone. */
import { readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { codeOf, EXIT, type ExitCode, Stop } from '../errors.ts';
import { clean, safeJson } from '../gate.ts';
import { err, type Io, isInteractive, out } from '../io.ts';
import { beside, type Kept, type KeptFile, keptIn, type Strange } from '../journal/holdings.ts';
import type { Homes } from '../journal/paths.ts';
import { AGENT } from '../locales/catalogue.ts';
import { type DraftMessages, draftMessages } from '../locales/draft.ts';
import { person } from '../term/ask.ts';
import { styleFor } from '../term/style.ts';
import { choose } from './choose.ts';
import { type Context, contextOf, type GlobalFlags } from './context.ts';

export interface WipeFlags extends GlobalFlags {
  readonly yes?: boolean;
}

export function dataWhere(io: Io, flags: GlobalFlags): ExitCode {
  const context = contextOf(io, flags);
  const say = draftMessages[context.tongue].data;
  for (const { kind, path, files, strange } of readable(context, keptIn)) {
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const held = files.length > 0 ? `${say.files(files.length)}, ${say.size(size)}` : say.nothing;
    const link = strange.some((one) => one.path === path && one.isLink);
    out(io, `${clean(path)}\n    ${say.what[kind]}: ${link ? say.isLink : held}`);
  }
  out(io, `${clean(playbooksOf(context))}\n    ${say.what.playbooks}: ${say.neverRemoved}`);
  return EXIT.ok;
}

/** @throws Stop (2) where a folder cannot be read: what is in it must not seem to be nothing */
function readable<T>({ homes, texts }: Context, look: (homes: Homes) => T): T {
  try {
    return look(homes);
  } catch (error) {
    const { path = homes.state } = error as NodeJS.ErrnoException;
    throw new Stop(EXIT.cannot, texts.cannotRead(clean(path), codeOf(error)));
  }
}

const playbooksOf = ({ homes }: Context): string => join(homes.config, 'playbooks');

/** One JSON object: every file by its kind and its path in its home, parsed where it is JSON. */
export function dataExport(io: Io, flags: GlobalFlags): ExitCode {
  const context = contextOf(io, flags);
  let code: ExitCode = EXIT.ok;
  const files = readable(context, keptIn).flatMap((kept) =>
    kept.files.flatMap((file) => {
      const home = kept.kind === 'config' ? context.homes.config : context.homes.state;
      const name = relative(home, file.path).replaceAll('\\', '/');
      try {
        return [{ kind: kept.kind, name, ...contentOf(file) }];
      } catch (error) {
        err(io, context.texts.cannotRead(clean(file.path), codeOf(error)));
        code = EXIT.cannot;
        return [];
      }
    }),
  );
  out(io, safeJson({ schemaVersion: 1, files }));
  return code;
}

/** Parsed as JSON, or a line at a time; else the text, or the bytes of what is none. */
function contentOf({ path }: KeptFile): Record<string, unknown> {
  const bytes = readFileSync(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { base64: bytes.toString('base64') };
  }
  try {
    if (/\.jsonl\b/.test(path)) {
      const lines = text.split('\n').filter((line) => line !== '');
      return { lines: lines.map((line) => JSON.parse(line) as unknown) };
    }
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { text };
  }
}

/** Removes what svalka keeps, and nothing else: neither the user's playbooks nor what it does not know. */
export async function dataWipe(io: Io, flags: WipeFlags): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const say = draftMessages[context.tongue];
  const all = readable(context, keptIn);
  const files = all.flatMap((kept) => kept.files);
  if (files.length === 0) err(io, say.data.nothingToWipe);
  else if (!flags.yes) {
    if (!isInteractive(io)) throw new Stop(EXIT.person, say.needsPerson.wipe);
    const refused = await confirm(context, say, files.length);
    if (refused !== null) return refused;
  }
  let code: ExitCode = EXIT.ok;
  const gone: string[] = [];
  for (const { path } of files) {
    try {
      rmSync(path);
      gone.push(path);
    } catch (error) {
      err(io, say.cannotRemove(clean(path), codeOf(error)));
      code = EXIT.cannot;
    }
  }
  for (const folder of foldersOf(context, all)) removeEmpty(folder);
  if (gone.length > 0) err(io, [say.data.wiped(gone.length), ...listed(say.data.removed, gone)].join('\n'));
  const left = [...all.flatMap((kept) => kept.strange), ...readable(context, beside)];
  if (left.length > 0) err(io, listed(say.data.left, leftNames(context, left, say)).join('\n'));
  return code;
}

const listed = (title: string, paths: readonly string[]): string[] => [
  `${title}:`,
  ...paths.map((path) => `  ${clean(path)}`),
];

function leftNames(context: Context, left: readonly Strange[], { data }: DraftMessages): string[] {
  const own = playbooksOf(context);
  return [...new Map(left.map((one) => [one.path, one])).values()].map(({ path, isLink }) => {
    const what = isLink ? data.isLink : path === own ? data.what.playbooks : null;
    return what === null ? path : `${path} (${what})`;
  });
}

/** The folders that are svalka's alone; one that the user has named with SVALKA_HOME is theirs. */
function foldersOf({ homes, io }: Context, all: readonly Kept[]): string[] {
  const inside = all.flatMap((kept) => kept.folders);
  return io.env.SVALKA_HOME ? inside : [...inside, homes.state, homes.config];
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something is left in it, and that is said.
  }
}

/** Null where the person says yes. */
async function confirm(context: Context, { data }: DraftMessages, files: number): Promise<ExitCode | null> {
  const { io, wish, tongue } = context;
  const lang = tongue === 'sv' ? ('sv' as const) : ('nb' as const);
  const { keys, ...rest } = AGENT[lang];
  const { choose: label, ...other } = data.keys;
  const texts = { ...rest, ...other, keys: { ...keys, choose: label } };
  const page = () => ({ style: styleFor(io, wish, io.stderr), texts, lang });
  const asker = person(io, page().style.plain);
  try {
    const chosen = await choose(asker, page, data.wipeAsk(files), [
      { id: 'no', text: data.wipeNo },
      { id: 'yes', text: data.wipeYes },
    ]);
    if ('id' in chosen && chosen.id === 'yes') return null;
    err(io, data.notWiped);
    return 'cancel' in chosen ? EXIT.cancelled : EXIT.no;
  } finally {
    asker.close();
  }
}
