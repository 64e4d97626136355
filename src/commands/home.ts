/** `svalka` alone: practice at a terminal, otherwise one shipped conversation in each language. */
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import { makeCourse } from '../flow/course.ts';
import { start } from '../flow/session.ts';
import { err, type Io, isInteractive, out } from '../io.ts';
import { AGENT } from '../locales/catalogue.ts';
import { sourceTitle } from '../playbook/sources.ts';
import { LANGS } from '../playbook/types.ts';
import { replay } from '../script/replay.ts';
import { debriefOf } from '../term/play.ts';
import { heading } from '../term/render.ts';
import { styleFor } from '../term/style.ts';
import { contextOf, type GlobalFlags, langOrStop, openLibrary } from './context.ts';
import { hearing } from './hearing.ts';

/** The script that shows what svalka is. */
export const SHOWCASE = 'late-parcel-wins';

export async function home(io: Io, flags: GlobalFlags): Promise<ExitCode> {
  if (isInteractive(io)) {
    const { practice } = await import('./practice.ts');
    return practice(io, undefined, flags);
  }
  const context = contextOf(io, flags);
  const library = await openLibrary(context);
  const script = library.value('script', SHOWCASE);
  const course = script?.scenario ? makeCourse(library, { scenario: script.scenario }) : null;
  if (!script || !course) throw new Stop(EXIT.cannot, context.texts.brokenContent);
  err(io, context.texts.playedNotPrompted);
  for (const lang of flags.lang ? [langOrStop(context)] : LANGS) {
    const page = { style: styleFor(io, context.wish, io.stdout), texts: AGENT[lang], lang };
    const print = (lines: readonly string[]) => out(io, lines.join('\n'));
    print([heading(page, page.texts.transcript), '']);
    const sourceOf = (id: string) => sourceTitle(library, id, page.texts.basedOn);
    const table = { page: () => page, print, sourceOf };
    const session = await replay(
      start(course, lang, script.seed ?? 0),
      script,
      () => SHOWCASE,
      table,
      context.texts,
      hearing(context, lang),
    );
    print(['', ...debriefOf(page, session), '']);
  }
  err(io, context.texts.howToPractise);
  return EXIT.ok;
}
