/** `svalka review`: which moves and faults are in your own words, and what to say instead. */
import { dirname } from 'node:path';
import { openCoach } from '../coach/open.ts';
import { type Coach, contentLang, type Review, review as reviewed } from '../coach/review.ts';
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import { safeJson } from '../gate.ts';
import { type Io, out } from '../io.ts';
import { AGENT } from '../locales/catalogue.ts';
import { reviewPage } from '../term/review-page.ts';
import { styleFor } from '../term/style.ts';
import { type Context, contextOf, type GlobalFlags, openLibrary } from './context.ts';
import { linesOf, textOf, typedLang } from './input.ts';

export interface ReviewFlags extends GlobalFlags {
  readonly file?: string;
  readonly json?: boolean;
  readonly batch?: string;
}

export async function review(io: Io, words: readonly string[], flags: ReviewFlags): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const coach = coachOrStop(context);
  const lang = typedLang(context);
  if (flags.batch !== undefined) {
    for await (const line of linesOf(context, flags.batch)) out(io, asJson(reviewed(line, coach, lang)));
    return EXIT.ok;
  }
  const found = reviewed(await textOf(context, words, flags.file), coach, lang);
  if (flags.json) {
    out(io, asJson(found));
    return EXIT.ok;
  }
  out(io, (await reviewLines(context, found, io.stdout)).join('\n'));
  return EXIT.ok;
}

/** A review as the lines of a page, for one stream. */
export async function reviewLines(
  context: Context,
  found: Review,
  stream: NodeJS.WriteStream,
): Promise<string[]> {
  const library = await openLibrary(context);
  const [weights = ''] = library.ids('temperature').slice(-1);
  const temperature = library.value('temperature', weights);
  const heart = library.value('playbook', 'heart');
  if (!temperature || !heart) throw new Stop(EXIT.cannot, context.texts.brokenContent);
  const lang = contentLang(found.lang);
  const page = { style: styleFor(context.io, context.wish, stream), texts: AGENT[lang], lang };
  return reviewPage(page, found, { temperature, heart });
}

/** @throws Stop (2) where the built models are not there */
export function coachOrStop({ io, texts }: Context): Coach {
  try {
    return openCoach(dirname(io.contentDir));
  } catch {
    throw new Stop(EXIT.cannot, texts.brokenContent);
  }
}

/** The contract of the design's section 6: keys in this order, offsets in UTF-16 code units of `text`. */
function asJson({ lang, text, moves, faults }: Review): string {
  return safeJson({
    schemaVersion: 1,
    lang,
    text,
    moves: moves.map(({ move, start, end }) => ({ move, start, end })),
    faults: faults.map(({ fault, start, end, message, instead }) => ({
      fault,
      start,
      end,
      message,
      instead,
    })),
  });
}
