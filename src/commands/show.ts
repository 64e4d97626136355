/** `svalka show ID [step]`: a playbook, a scenario or a threat in full, or one step of it. */
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import { makeCourse, phrasesOf } from '../flow/course.ts';
import { channelOf } from '../flow/session.ts';
import { clean } from '../gate.ts';
import { type Io, out } from '../io.ts';
import { AGENT } from '../locales/catalogue.ts';
import type { Library } from '../playbook/library.ts';
import { nearest } from '../playbook/nearest.ts';
import type { Step } from '../playbook/schema.ts';
import { sourceTitle } from '../playbook/sources.ts';
import { heading, type Page, shown, situation, stepPage, threatAnswer, wrap } from '../term/render.ts';
import { styleFor } from '../term/style.ts';
import { type Context, contextOf, type GlobalFlags, langOrStop, openLibrary, unknownId } from './context.ts';

export async function show(
  io: Io,
  id: string,
  step: string | undefined,
  flags: GlobalFlags,
): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const library = await openLibrary(context);
  const lang = langOrStop(context);
  const page = { style: styleFor(io, context.wish, io.stdout), texts: AGENT[lang], lang };
  const { intro, steps } = pagesOf(context, library, page, id);
  if (step === undefined) {
    out(io, [intro, ...steps.map((one) => one.lines)].map((lines) => lines().join('\n')).join('\n\n'));
    return EXIT.ok;
  }
  const found = steps.find((one) => one.id === step);
  if (!found) {
    const ids = steps.map((one) => one.id);
    throw new Stop(EXIT.cannot, context.texts.unknownStep(clean(step), nearest(step, ids), ids.join(', ')));
  }
  out(io, found.lines().join('\n'));
  return EXIT.ok;
}

interface Pages {
  readonly intro: () => string[];
  readonly steps: readonly { readonly id: string; readonly lines: () => string[] }[];
}

function pagesOf(context: Context, library: Library, page: Page, id: string): Pages {
  const { lang } = page;
  const scenario = library.value('scenario', id);
  if (scenario) {
    const { steps } = pagesOf(context, library, page, scenario.playbook);
    return { intro: () => situation(page, scenario), steps };
  }
  const playbook = library.value('playbook', id);
  // A playbook and a threat may share a name; the playbook comes first, as in list.
  const threat = playbook ? undefined : library.value('threat', id);
  const course = makeCourse(library, {
    playbook: playbook?.playbook ?? (library.ids('playbook')[0] as string),
  });
  if (!course || (!playbook && !threat)) {
    throw unknownId(context, id, [
      ...library.ids('playbook'),
      ...library.ids('scenario'),
      ...library.ids('threat'),
    ]);
  }
  const steps: Record<string, Step> = playbook?.steps ?? threat?.steps ?? {};
  return {
    intro: () =>
      playbook
        ? [heading(page, playbook.title[lang]), ...wrap(page.style, shown(page, playbook.about[lang]))]
        : threatAnswer(page, threat as NonNullable<typeof threat>),
    steps: Object.entries(steps).map(([name, one]) => ({
      id: name,
      lines: () =>
        stepPage(
          page,
          name,
          one,
          phrasesOf(course, one, lang, channelOf(course)),
          sourceTitle(library, one.source, page.texts.basedOn),
        ),
    })),
  };
}
