/** `svalka test --watch`: runs again whenever a script or a content file changes, until Ctrl-C. */
import { type FSWatcher, lstatSync, readdirSync, statSync, watch as watchFolder } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { EXIT, type ExitCode, isStop, Stop } from '../errors.ts';
import { err } from '../io.ts';
import { AGENT } from '../locales/catalogue.ts';
import { styleFor } from '../term/style.ts';
import { type Context, shownPath } from './context.ts';
import { wiper } from './screen.ts';

/** An editor saves in several steps: so many milliseconds without a further one, and it has saved. */
const QUIET = 100;

/**
 * @param named files and folders, whether they are there or not
 * @param run runs once, and prints what came of it
 */
export async function watch(
  context: Context,
  named: readonly string[],
  run: () => Promise<unknown>,
): Promise<ExitCode> {
  const { io, wish, texts } = context;
  const roots = named.map((one) => resolve(io.cwd, one));
  const style = styleFor(io, wish, io.stderr);
  const wipe = wiper(io, () => ({ style, texts: AGENT.sv, lang: 'sv' }));
  for (let round = listen(context, roots); ; ) {
    await run().catch((error: unknown) => {
      // A content file that is broken now is mended next.
      if (!isStop(error)) throw error;
      err(io, error.message);
    });
    err(io, texts.test.watching(named.map((one) => shownPath(io, resolve(io.cwd, one))).join(', ')));
    const changed = await round.changed();
    const next = listen(context, roots);
    round.close();
    if (changed === null) {
      next.close();
      return EXIT.cancelled;
    }
    round = next;
    if (io.stderr.isTTY && !style.plain) wipe();
    else err(io, `\n${'-'.repeat(40)}`);
    err(io, texts.test.changed(shownPath(io, changed)));
  }
}

/** Hears of changes from now on. */
interface Round {
  /** The file that was changed last; null on Ctrl-C. */
  readonly changed: () => Promise<string | null>;
  readonly close: () => void;
}

/** @throws Stop (2) where nothing at all can be watched */
function listen({ io, texts }: Context, roots: readonly string[]): Round {
  let last: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let settle: (changed: string | null) => void = () => {};
  const quiet = () => {
    if (last !== null) settle(last);
  };
  const heard = (path: string) => {
    last = path;
    clearTimeout(timer);
    timer = setTimeout(quiet, QUIET);
  };
  let reason = '';
  const watchers = foldersOf(roots).flatMap(({ folder, only }): FSWatcher[] => {
    try {
      const watcher = watchFolder(folder, (_, name) => {
        if (name !== null && isMeant(folder, name, only)) heard(join(folder, name));
      });
      // It is gone: the folder above has heard of that.
      watcher.on('error', () => watcher.close());
      return [watcher];
    } catch (error) {
      reason ||= (error as NodeJS.ErrnoException).code ?? String(error);
      return [];
    }
  });
  const shown = roots.map((root) => shownPath(io, root)).join(', ');
  if (watchers.length === 0) throw new Stop(EXIT.cannot, texts.cannotRead(shown, reason));
  return {
    changed: () =>
      new Promise((done) => {
        const cancel = () => settle(null);
        settle = (changed) => {
          process.off('SIGINT', cancel);
          done(changed);
        };
        process.on('SIGINT', cancel);
        if (timer === undefined) return;
        clearTimeout(timer);
        timer = setTimeout(quiet, QUIET);
      }),
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** A folder, and the one name in it that counts; null where they all do. */
interface Watched {
  readonly folder: string;
  readonly only: string | null;
}

/** Each root in the folder that holds it, so that its coming and going is heard, and all folders below it. */
function foldersOf(roots: readonly string[]): Watched[] {
  const found: Watched[] = roots.map((root) => ({ folder: dirname(root), only: basename(root) }));
  const folders = roots.filter((root) => statSync(root, { throwIfNoEntry: false })?.isDirectory());
  for (const folder of folders) {
    found.push({ folder, only: null });
    folders.push(...foldersIn(folder));
  }
  return found;
}

/** Those that scripts are looked for in. */
function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.') && name !== 'node_modules')
      .map((name) => join(folder, name))
      .filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory());
  } catch {
    return [];
  }
}

/** A file that is read, or a folder, which may hold some. */
function isMeant(folder: string, name: string, only: string | null): boolean {
  if (only !== null) return name === only;
  if (name.startsWith('.')) return false;
  return /\.ya?ml$/i.test(name) || isFolder(join(folder, name));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
