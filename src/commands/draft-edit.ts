/** `svalka draft edit`: another version of the answer; the first stays. */
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import { err, type Io, isInteractive } from '../io.ts';
import { written } from '../journal/draft.ts';
import { asWritten, readingLines, stateLine } from '../term/draft-page.ts';
import { heading } from '../term/render.ts';
import { contextOf, type GlobalFlags } from './context.ts';
import { openDesk, writeAnswer } from './desk.ts';
import { draftOrStop, keep, nowOf, openDrafting, pageFor, sentence, textFrom } from './drafting.ts';

export interface EditFlags extends GlobalFlags {
  readonly text?: string;
}

export async function draftEdit(io: Io, id: string, flags: EditFlags): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const drafting = openDrafting(context);
  const draft = draftOrStop(drafting, id);
  const { page, talk } = pageFor(context, draft.lang);
  const saidOf = (versions: number) =>
    versions === draft.versions.length ? talk.unchanged : talk.newVersion(versions);
  if (flags.text !== undefined) {
    const text = await textFrom(drafting, flags.text);
    const { versions } = keep(drafting, draft, (one) => written(one, text, io.now()));
    err(io, sentence(page, saidOf(versions.length)).join('\n'));
    return EXIT.ok;
  }
  if (!isInteractive(io)) throw new Stop(EXIT.person, drafting.say.needsPerson.edit);
  const desk = openDesk(drafting, draft);
  try {
    if (draft.customer !== null) {
      desk.print([heading(page, talk.customer), ...asWritten(page, draft.customer), '']);
    }
    const reading = readingLines(page, talk, draft.reading);
    if (reading.length > 0) desk.print([...reading, '']);
    const end = await writeAnswer(desk);
    desk.tell(saidOf(desk.draft.versions.length));
    desk.tell(`${desk.draft.id}: ${stateLine(desk.say, desk.draft, nowOf(drafting))}.`);
    return end === 'cancel' ? EXIT.cancelled : EXIT.ok;
  } finally {
    desk.asker.close();
  }
}
