/** What every command starts from: the flags, the languages, the library. */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { EXIT, Stop } from '../errors.ts';
import { clean } from '../gate.ts';
import { err, type Io, isInteractive } from '../io.ts';
import { configFile, type Homes, homes } from '../journal/paths.ts';
import { chosenLang } from '../journal/settings.ts';
import { AUTHOR } from '../locales/catalogue.ts';
import type { AuthorTexts, Tongue } from '../locales/texts.ts';
import { chooseLang, chooseTongue, tongueOf } from '../locales/tongue.ts';
import { type Library, openShipped } from '../playbook/library.ts';
import { nearest } from '../playbook/nearest.ts';
import { KINDS, type Lang } from '../playbook/types.ts';
import type { Wish } from '../term/style.ts';

/** Options that every command takes. */
export interface GlobalFlags {
  readonly lang?: string;
  readonly playbooks?: string;
  readonly plain?: boolean;
  readonly color?: boolean;
}

export interface Context {
  readonly io: Io;
  readonly flags: GlobalFlags;
  readonly wish: Wish;
  readonly homes: Homes;
  readonly tongue: Tongue;
  readonly texts: AuthorTexts;
  /** The content's language, where flag, environment, setting or locale tells. */
  readonly lang: Lang | null;
}

/** @throws Stop where --lang or SVALKA_LANG names a language that does not exist */
export function contextOf(io: Io, flags: GlobalFlags): Context {
  const where = homes(io.env, io.platform);
  const setting = chosenLang(configFile(where));
  const flag = flags.lang ?? null;
  const tongue = chooseTongue(flag, io.env, setting);
  const texts = AUTHOR[tongue];
  const given = flag ?? io.env.SVALKA_LANG;
  if (given && tongueOf(given) === null) throw new Stop(EXIT.cannot, texts.badLanguage(clean(given)));
  return {
    io,
    flags,
    wish: { color: flags.color !== false, plain: flags.plain === true },
    homes: where,
    tongue,
    texts,
    lang: chooseLang(flag, io.env, setting),
  };
}

/** The content's language, where no person can be asked. */
export function langOrStop(context: Context): Lang {
  if (context.lang) return context.lang;
  const asked = context.flags.lang ?? context.io.env.SVALKA_LANG;
  const { texts } = context;
  throw new Stop(EXIT.cannot, asked ? texts.contentLanguage : texts.needsLanguage);
}

/** @throws Stop (4) where there is no person at a terminal */
export function personOrStop(context: Context, command: string): void {
  if (!isInteractive(context.io)) throw new Stop(EXIT.person, context.texts.needsPerson(command));
}

/** A path as findings and messages show it: relative to where one stands, or whole where it lies elsewhere. */
export function shownPath(io: Io, path: string): string {
  const near = relative(io.cwd, path) || '.';
  // A name may hold anything, but takes one line.
  return clean(near.startsWith('..') ? path : near).replace(/[\t\n]/g, ' ');
}

/**
 * The shipped content, and over it the user's own: the config folder's `playbooks`,
 * then `--playbooks`. Says on stderr which it used.
 * @throws Stop with every finding where a file is broken
 */
export async function openLibrary(context: Context): Promise<Library> {
  const { io, texts } = context;
  let library: Library;
  try {
    library = openShipped(io.contentDir);
  } catch {
    throw new Stop(EXIT.cannot, texts.brokenContent);
  }
  const own = join(context.homes.config, 'playbooks');
  if (existsSync(own)) library = await addOwn(context, library, own);
  const named = context.flags.playbooks;
  if (named !== undefined) library = await addOwn(context, library, resolve(io.cwd, named));
  return library;
}

async function addOwn(context: Context, base: Library, folder: string): Promise<Library> {
  const { io, texts } = context;
  const shown = shownPath(io, folder);
  // js-yaml and the validator are loaded only for a folder of the user's own.
  const [{ addFolder }, { waiting }] = await Promise.all([
    import('../playbook/open.ts'),
    import('../term/wait.ts'),
  ]);
  const added = await waiting(io, context.wish, shown, (pause) =>
    addFolder(base, folder, (path) => shownPath(io, path), pause),
  ).catch((error: NodeJS.ErrnoException) => {
    throw new Stop(EXIT.cannot, texts.noFolder(shown, error.code ?? String(error)));
  });
  if ('findings' in added) {
    const { findingsReport } = await import('../term/findings.ts');
    const report = findingsReport(context, added.findings);
    throw new Stop(EXIT.cannot, `${report}\n${texts.nothingUsed(shown)}`);
  }
  const { library } = added;
  const cards = KINDS.flatMap((kind) => library.cards(kind)).filter((card) => card.from !== null);
  const fresh = cards.filter((card) => base.card(card.kind, card.id)?.from !== card.from);
  const replaced = fresh.filter((card) => base.card(card.kind, card.id)).map((card) => card.id);
  err(io, texts.usesFolder(shown, fresh.length, brief(replaced)));
  return library;
}

/** A list of names that a person will read to its end. */
function brief(names: readonly string[]): string {
  return names.length > 6 ? `${names.slice(0, 5).join(', ')} (+${names.length - 5})` : names.join(', ');
}

/** What to say where there is no such id. */
export function unknownId(context: Context, id: string, known: readonly string[]): Stop {
  return new Stop(EXIT.cannot, context.texts.unknownId(clean(id), nearest(id, known)));
}
