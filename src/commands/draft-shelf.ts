/** `svalka draft list`, `show` and `discard`: what lies there. */
import { codeOf, EXIT, type ExitCode, Stop } from '../errors.ts';
import { clean, safeJson } from '../gate.ts';
import { err, type Io, isInteractive, out } from '../io.ts';
import { stateOf } from '../journal/draft.ts';
import { draftPath, removeDraft } from '../journal/drafts.ts';
import { closeRoom, leftRooms } from '../journal/editing.ts';
import { draftTalk } from '../locales/draft.ts';
import { person } from '../term/ask.ts';
import { listLines, showLines } from '../term/draft-page.ts';
import { styleFor } from '../term/style.ts';
import { choose } from './choose.ts';
import { contextOf, type GlobalFlags } from './context.ts';
import { type Drafting, draftOrStop, nowOf, openDrafting, pageFor } from './drafting.ts';

export interface ListFlags extends GlobalFlags {
  readonly json?: boolean;
}

export interface DiscardFlags extends GlobalFlags {
  readonly yes?: boolean;
}

export function draftList(io: Io, flags: ListFlags): ExitCode {
  const drafting = openDrafting(contextOf(io, flags));
  const { drafts, say } = drafting;
  if (flags.json) {
    out(io, safeJson({ schemaVersion: 1, drafts: drafts.map((draft) => summary(drafting, draft)) }));
  } else if (drafts.length === 0) err(io, say.none);
  else out(io, listLines(pageOf(drafting), drafts, nowOf(drafting)).join('\n'));
  return EXIT.ok;
}

function summary({ context }: Drafting, draft: Drafting['drafts'][number]) {
  const { id, made, lang, notBefore, keepUntil, done, versions } = draft;
  const state = stateOf(draft, context.io.now());
  return { id, state, made, lang, notBefore, keepUntil, done, versions: versions.length };
}

export function draftShow(io: Io, id: string, flags: ListFlags): ExitCode {
  const drafting = openDrafting(contextOf(io, flags));
  const draft = draftOrStop(drafting, id);
  if (flags.json) out(io, safeJson(draft));
  else out(io, showLines(pageOf(drafting), draftTalk[draft.lang], draft, nowOf(drafting)).join('\n'));
  return EXIT.ok;
}

export async function draftDiscard(io: Io, id: string, flags: DiscardFlags): Promise<ExitCode> {
  const drafting = openDrafting(contextOf(io, flags));
  const { context, folder, say } = drafting;
  const draft = draftOrStop(drafting, id);
  if (!flags.yes) {
    if (!isInteractive(io)) throw new Stop(EXIT.person, say.needsPerson.discard);
    const { page, talk } = pageFor(context, draft.lang);
    const asker = person(io, page.style.plain);
    try {
      const asked = await choose(asker, () => pageFor(context, draft.lang).page, talk.discardAsk(draft.id), [
        { id: 'no', text: talk.discardNo },
        { id: 'yes', text: talk.discardYes },
      ]);
      if (!('id' in asked) || asked.id === 'no') {
        err(io, say.stillThere(draft.id));
        return 'cancel' in asked ? EXIT.cancelled : EXIT.no;
      }
    } finally {
      asker.close();
    }
  }
  try {
    removeDraft(folder, draft.id);
    for (const room of leftRooms(folder)) if (room.id === draft.id) closeRoom(room);
  } catch (error) {
    throw new Stop(EXIT.cannot, say.cannotRemove(clean(draftPath(folder, draft.id)), codeOf(error)));
  }
  err(io, say.discarded(draft.id));
  return EXIT.ok;
}

/** A page of data, on stdout, in the language of messages. */
function pageOf({ context: { io, wish, tongue }, say }: Drafting) {
  const lang = tongue === 'sv' ? ('sv' as const) : ('nb' as const);
  return { style: styleFor(io, wish, io.stdout), texts: say, lang };
}
