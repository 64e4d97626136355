/** The desk at which a person writes an answer: what they have written so far is on disk after each step. */
import { codeOf } from '../errors.ts';
import { clean } from '../gate.ts';
import { type Draft, textOf, written } from '../journal/draft.ts';
import { closeRoom, openRoom, type Room, textIn, tidy } from '../journal/editing.ts';
import type { DraftMessages, DraftTalk } from '../locales/draft.ts';
import { type Person, person } from '../term/ask.ts';
import { asWritten } from '../term/draft-page.ts';
import { heading, type Page } from '../term/render.ts';
import { type Drafting, keep, pageFor, printTo, sentence } from './drafting.ts';

/** How a step ended: with Ctrl-D or Ctrl-C the person leaves. */
export type Step = 'done' | 'leave' | 'cancel';

export interface Desk {
  readonly drafting: Drafting;
  readonly talk: DraftTalk;
  /** Messages in the draft's language. */
  readonly say: DraftMessages;
  readonly asker: Person;
  readonly page: () => Page;
  /** Prints a sentence to the person. */
  readonly tell: (text: string) => void;
  readonly print: (lines: readonly string[]) => void;
  /** The draft as it is on disk. */
  draft: Draft;
}

export function openDesk(drafting: Drafting, draft: Draft): Desk {
  const { context } = drafting;
  const page = () => pageFor(context, draft.lang).page;
  const { talk, say } = pageFor(context, draft.lang);
  const print = (lines: readonly string[]) => printTo(context.io, lines);
  return {
    drafting,
    talk,
    say,
    asker: person(context.io, page().style.plain),
    page,
    print,
    tell: (text) => print(sentence(page(), text)),
    draft,
  };
}

/** Changes the draft on the desk and on disk. */
export function put(desk: Desk, change: (draft: Draft) => Draft): void {
  desk.draft = keep(desk.drafting, desk.draft, change);
}

/** The person writes a version of the answer, in their editor or, where there is none, line by line. */
export async function writeAnswer(desk: Desk): Promise<Step> {
  const { env } = desk.drafting.context.io;
  const editor = (env.TERM === 'dumb' ? '' : env.VISUAL) || env.EDITOR || '';
  if (editor.trim() !== '' && (await inEditor(desk, editor))) return 'done';
  return await byLine(desk);
}

/** True where an answer came of it. What an editor that failed had written is kept too. */
async function inEditor(desk: Desk, editor: string): Promise<boolean> {
  const { drafting, talk, say, tell } = desk;
  const { io } = drafting.context;
  let room: Room;
  try {
    room = openRoom(drafting.folder, desk.draft.id, textOf(desk.draft), process.pid);
  } catch (error) {
    tell(talk.editorMissing(clean(editor), codeOf(error)));
    return false;
  }
  tell(talk.editorOpens(clean(editor)));
  const { edit } = await import('../term/editor.ts');
  const failed = edit(editor, room.file, io.platform);
  const text = textIn(room);
  if (text === null) {
    // Too large, or no longer a file: it stays where the person can find it.
    tell(say.leftRoom(clean(room.path)));
    return false;
  }
  const fresh = text !== '' && text !== tidy(textOf(desk.draft));
  if (fresh) putAnswer(desk, text);
  closeRoom(room);
  if (text === '' || (!fresh && NEVER_RAN.test(failed ?? ''))) {
    tell(failed ? talk.editorMissing(clean(editor), failed) : talk.editorEmpty);
    return false;
  }
  if (failed) tell((fresh ? talk.editorFailed : talk.editorEnded)(clean(editor), failed));
  return true;
}

/** How an editor ends that is not there or may not be run: the system's error, or a shell's code for it. */
const NEVER_RAN = /^(?:ENOENT|EACCES|126|127)$/;

/** Another version of the answer, beside what another terminal has saved meanwhile. */
function putAnswer(desk: Desk, text: string): void {
  const { io } = desk.drafting.context;
  const before = textOf(desk.draft);
  let others = before;
  put(desk, (draft) => {
    others = textOf(draft);
    return written(draft, text, io.now());
  });
  if (others !== before && others !== text) desk.tell(desk.talk.bothKept);
}

async function byLine(desk: Desk): Promise<Step> {
  const { talk, say, tell, print, page, asker } = desk;
  const before = textOf(desk.draft);
  if (before !== '') print([heading(page(), talk.asItStands), ...asWritten(page(), before), '']);
  tell(talk.write);
  const { text, end } = await asker.lines(page());
  if (end === 'cancel' && before !== '' && text !== '') {
    // Half a text must not take the place of a whole one, nor be lost.
    print([...sentence(page(), say.hereIsText), '', ...asWritten(page(), text), '']);
    return end;
  }
  if (text !== '') putAnswer(desk, tidy(text));
  // Ctrl-D ends a text as well as a full stop does.
  return end === 'leave' && text !== '' ? 'done' : end;
}
