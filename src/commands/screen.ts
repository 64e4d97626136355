/** What the commands that talk with a person share: printing, wiping, asking for the language. */
import { EXIT, Stop } from '../errors.ts';
import { clean } from '../gate.ts';
import { err, type Io, isInteractive } from '../io.ts';
import { configFile } from '../journal/paths.ts';
import { readPrivate } from '../journal/read.ts';
import { AGENT } from '../locales/catalogue.ts';
import type { Library } from '../playbook/library.ts';
import { LANGS, type Lang, type ThreatKind } from '../playbook/types.ts';
import { type Person, person } from '../term/ask.ts';
import type { Page } from '../term/render.ts';
import { styleFor } from '../term/style.ts';
import { type Context, langOrStop } from './context.ts';

/** Prints lines to the person; the conversation is not data, so it goes to stderr. */
export function printer(io: Io): (lines: readonly string[]) => void {
  return (lines) => err(io, lines.join('\n'));
}

/** Empties the screen and puts the cursor at its top, unless nothing may be redrawn. */
export function wiper(io: Io, page: () => Page): () => void {
  return () => {
    if (!page().style.plain) io.stderr.write('\u001b[2J\u001b[H');
  };
}

/** The same search for a kind of threat in every command; what it needs is loaded at the first one. */
export function threatFinder(
  context: Context,
  library: Library,
  asker: Person,
): (page: Page) => Promise<ThreatKind | null> {
  return async (page) => {
    const { optionsOf, threatsOrStop } = await import('../threats/finder.ts');
    const threats = threatsOrStop(context, library);
    const found = await asker.find(page, page.texts.threatFind, optionsOf(threats, page.lang));
    return 'id' in found ? (found.id as ThreatKind) : null;
  };
}

/**
 * The content's language. Where nothing tells and a person is there, they are
 * asked once, and the answer is remembered.
 */
export async function askLang(context: Context): Promise<Lang> {
  if (context.lang || context.flags.lang || !isInteractive(context.io)) return langOrStop(context);
  const { io } = context;
  const style = styleFor(io, context.wish, io.stderr);
  const names: Record<Lang, string> = { sv: 'svenska', nb: 'norsk (bokmål)' };
  const asker = person(io, style.plain);
  try {
    const asked = await asker.ask({
      page: { style, texts: AGENT.sv, lang: 'sv' },
      message: LANGS.map((lang) => AGENT[lang].pickLanguage).join(' / '),
      options: LANGS.map((lang) => ({ id: lang, text: names[lang] })),
      keys: [],
    });
    if ('cancel' in asked) throw new Stop(EXIT.cancelled, '');
    if (!('id' in asked)) throw new Stop(EXIT.cannot, context.texts.needsLanguage);
    await remember(context, asked.id as Lang);
    return asked.id as Lang;
  } finally {
    asker.close();
  }
}

async function remember(context: Context, lang: Lang): Promise<void> {
  const path = configFile(context.homes);
  const before = readPrivate(path);
  try {
    const { writePrivate } = await import('../journal/store.ts');
    writePrivate(path, { ...(typeof before === 'object' ? before : {}), lang });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    err(context.io, context.texts.cannotWriteConfig(clean(path), reason));
  }
}
