/** `svalka practice --script FILE`: the same loop, answered from a file; the transcript is data. */
import { resolve } from 'node:path';
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import { makeCourse } from '../flow/course.ts';
import { start } from '../flow/session.ts';
import { clean } from '../gate.ts';
import { out } from '../io.ts';
import { AGENT } from '../locales/catalogue.ts';
import { knownWith, readFile } from '../playbook/folder.ts';
import { resolve as resolveReferences } from '../playbook/resolve.ts';
import { sourceTitle } from '../playbook/sources.ts';
import { placeOf } from '../playbook/validate.ts';
import { replay, type Where } from '../script/replay.ts';
import { findingsReport } from '../term/findings.ts';
import { debriefOf } from '../term/play.ts';
import { styleFor } from '../term/style.ts';
import { type Context, langOrStop, openLibrary, shownPath } from './context.ts';
import { hearing } from './hearing.ts';

export async function practiseScript(
  context: Context,
  scenario: string | undefined,
  file: string,
  seed: number | null,
): Promise<ExitCode> {
  const { io, texts } = context;
  const library = await openLibrary(context);
  const shown = shownPath(io, resolve(io.cwd, file));
  const { doc, findings } = readFile(resolve(io.cwd, file), shown);
  const unresolved = doc ? resolveReferences([doc], knownWith(library, [])) : [];
  if (findings.length + unresolved.length > 0) {
    throw new Stop(EXIT.cannot, findingsReport(context, [...findings, ...unresolved]));
  }
  if (doc?.kind !== 'script') throw new Stop(EXIT.cannot, texts.notAScript(shown));
  const { value: script, document } = doc;
  const where: Where = (turn) => {
    const pointer =
      turn < 0
        ? '/ends'
        : turn < script.turns.length
          ? `/turns/${turn}`
          : `/turns/${script.turns.length - 1}`;
    const { line, col } = document.source.finding('unknown-target', placeOf(document, pointer).start, 0);
    return `${shown}:${line}:${col}`;
  };
  if (script.scenario === undefined) throw new Stop(EXIT.cannot, texts.playbookScript(shown));
  if (scenario !== undefined && scenario !== script.scenario) {
    throw new Stop(EXIT.cannot, texts.scriptOther(shown, clean(scenario), script.scenario));
  }
  const lang = context.flags.lang ? langOrStop(context) : (script.lang ?? langOrStop(context));
  const course = makeCourse(library, { scenario: script.scenario });
  if (!course) throw new Stop(EXIT.cannot, texts.brokenContent);
  const page = { style: styleFor(io, context.wish, io.stdout), texts: AGENT[lang], lang };
  const session = await replay(
    start(course, lang, seed ?? script.seed ?? 0),
    script,
    where,
    {
      page: () => page,
      print: (lines) => out(io, lines.join('\n')),
      sourceOf: (id) => sourceTitle(library, id, AGENT[lang].basedOn),
    },
    texts,
    hearing(context, lang),
  );
  if (script.ends !== undefined) out(io, ['', ...debriefOf(page, session)].join('\n'));
  return EXIT.ok;
}
