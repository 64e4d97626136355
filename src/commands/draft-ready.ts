/** `svalka draft ready`: the draft read again when its time has come, and its text. Nothing is ever sent. */
import { review } from '../coach/review.ts';
import { codeOf, EXIT, type ExitCode, Stop } from '../errors.ts';
import { clean } from '../gate.ts';
import { err, type Io, isInteractive, out } from '../io.ts';
import { leftUntil } from '../journal/cool-off.ts';
import { type Draft, finished, letThrough, stateOf, textOf } from '../journal/draft.ts';
import { changeDraft, draftPath } from '../journal/drafts.ts';
import { type Person, person } from '../term/ask.ts';
import { toClipboard } from '../term/clipboard.ts';
import { asWritten, momentIn, readingLines } from '../term/draft-page.ts';
import { proseDiff } from '../term/prose-diff.ts';
import { bullets, heading, type Page, shown, tied, wrap } from '../term/render.ts';
import { choose } from './choose.ts';
import { contextOf, type GlobalFlags } from './context.ts';
import {
  type Drafting,
  draftOrStop,
  keep,
  nowOf,
  openDrafting,
  pageFor,
  printTo,
  sentence,
} from './drafting.ts';
import { typedLang } from './input.ts';
import { coachOrStop, reviewLines } from './review.ts';

export interface ReadyFlags extends GlobalFlags {
  readonly now?: boolean;
  readonly reason?: string;
  readonly copy?: boolean;
}

export async function draftReady(io: Io, id: string, flags: ReadyFlags): Promise<ExitCode> {
  const drafting = openDrafting(contextOf(io, flags));
  const draft = draftOrStop(drafting, id);
  if (flags.reason !== undefined && !flags.now) throw new Stop(EXIT.cannot, drafting.say.reasonAlone);
  switch (stateOf(draft, io.now())) {
    case 'empty':
      tell(drafting, draft, talkOf(drafting, draft).noAnswerYet(`svalka draft edit ${draft.id}`));
      return EXIT.no;
    case 'cooling':
      return flags.now ? await early(drafting, draft, flags) : notYet(drafting, draft);
    default:
      return await readAgain(drafting, draft, flags);
  }
}

const talkOf = ({ context }: Drafting, { lang }: Draft) => pageFor(context, lang).talk;

const tell = ({ context }: Drafting, { lang }: Draft, text: string) =>
  err(context.io, sentence(pageFor(context, lang).page, text).join('\n'));

/** How long is left, and what to do meanwhile. */
function notYet(drafting: Drafting, draft: Draft): ExitCode {
  const { say, talk } = pageFor(drafting.context, draft.lang);
  const when = nowOf(drafting);
  const left = leftUntil(Date.parse(draft.notBefore), when.now);
  tell(
    drafting,
    draft,
    say.notYet(draft.id, momentIn(say, draft.notBefore, when), left ? say.left(left) : ''),
  );
  tell(drafting, draft, talk.meanwhile);
  return EXIT.no;
}

/** Before its time only with a reason, which is kept. */
async function early(drafting: Drafting, draft: Draft, flags: ReadyFlags): Promise<ExitCode> {
  const { io } = drafting.context;
  const talk = talkOf(drafting, draft);
  let reason = flags.reason?.trim() ?? '';
  if (flags.reason === undefined) {
    if (!isInteractive(io)) throw new Stop(EXIT.person, drafting.say.needsPerson.reason);
    const { page } = pageFor(drafting.context, draft.lang);
    const asker = person(io, page.style.plain);
    try {
      const { text, end } = await asker.line(page, talk.reasonAsk);
      if (end === 'cancel') return EXIT.cancelled;
      reason = text.trim();
    } finally {
      asker.close();
    }
  }
  if (reason === '') {
    tell(drafting, draft, talk.reasonNeeded);
    return EXIT.no;
  }
  const open = keep(drafting, draft, (one) => letThrough(one, reason, io.now()));
  tell(drafting, draft, talk.reasonKept);
  return readAgain(drafting, open, flags);
}

/** The draft with its review, what changed, the four tips, and then the text. */
async function readAgain(drafting: Drafting, draft: Draft, flags: ReadyFlags): Promise<ExitCode> {
  const { io } = drafting.context;
  const { page, talk } = pageFor(drafting.context, draft.lang);
  const text = textOf(draft);
  const [first] = draft.versions;
  const found = review(text, coachOrStop(drafting.context), typedLang(drafting.context));
  const changed = first && first.text !== text ? proseDiff(page, first.text, text) : [];
  const print = (lines: readonly string[]) => printTo(io, lines);
  const reading = readingLines(page, talk, draft.reading);
  if (draft.customer !== null) print([heading(page, talk.customer), ...asWritten(page, draft.customer), '']);
  if (reading.length > 0) print([...reading, '']);
  print([heading(page, talk.answer), ...(await reviewLines(drafting.context, found, io.stderr)), '']);
  if (changed.length > 0) print([heading(page, talk.changed), ...changed, '']);
  print([heading(page, talk.tipsTitle)]);
  if (!isInteractive(io)) print(bullets(page, talk.tips));
  else {
    const answered = await askTips(drafting, draft);
    if (answered !== null) return answered;
  }
  return hand(drafting, draft, text, flags);
}

/** The four tips, one by one; null where the person takes the text. */
async function askTips(drafting: Drafting, draft: Draft): Promise<ExitCode | null> {
  const { context } = drafting;
  const { talk } = pageFor(context, draft.lang);
  const page = () => pageFor(context, draft.lang).page;
  const asker = person(context.io, page().style.plain);
  let doubts = 0;
  try {
    for (const tip of talk.tips) {
      const yes = await askYes(asker, page, tip);
      if (typeof yes === 'number') return yes;
      printTo(context.io, tipLine(page(), tip, yes));
      if (!yes) doubts++;
    }
    if (doubts === 0) return null;
    tell(drafting, draft, talk.tipNo(`svalka draft edit ${draft.id}`));
    const chosen = await choose(asker, page, talk.takeAnyway, [
      { id: 'wait', text: talk.letLie },
      { id: 'take', text: talk.take },
    ]);
    if ('cancel' in chosen) return EXIT.cancelled;
    if ('id' in chosen && chosen.id === 'take') return null;
    tell(drafting, draft, talk.leftLying);
    return EXIT.no;
  } finally {
    asker.close();
  }
}

/** A tip with its answer, which is read without colour too. */
function tipLine(page: Page, tip: string, yes: boolean): string[] {
  const { style, texts } = page;
  const sign = yes ? style.cool(style.glyph.good) : style.warm(style.glyph.flat);
  const answer = style.strong(tied(yes ? texts.selfCheckYes : texts.selfCheckNo));
  return wrap(style, `${shown(page, tip)} ${answer}`, 4, `  ${sign} `);
}

/** Yes or no, or the exit code of a person who leaves. */
async function askYes(asker: Person, page: () => Page, message: string): Promise<boolean | ExitCode> {
  for (;;) {
    const asked = await asker.ask({ page: page(), message, options: [], keys: ['yes', 'no'] });
    if ('cancel' in asked) return EXIT.cancelled;
    if ('leave' in asked) return EXIT.no;
    if ('key' in asked) return asked.key === 'yes';
  }
}

/** Gives the text out, and notes that it was taken. */
function hand(drafting: Drafting, draft: Draft, text: string, flags: ReadyFlags): ExitCode {
  const { context, folder, say } = drafting;
  const copied = flags.copy === true && toClipboard(context.io, text);
  err(context.io, '');
  if (copied) tell(drafting, draft, talkOf(drafting, draft).copied);
  else {
    if (flags.copy) err(context.io, context.texts.noClipboard);
    out(context.io, clean(text));
    if (context.io.stdout.isTTY) err(context.io, '');
  }
  tell(drafting, draft, talkOf(drafting, draft).notSent);
  try {
    changeDraft(folder, draft, (one) => finished(one, context.io.now()));
  } catch (error) {
    // The text is out, and that was the point: the draft only does not know of it.
    err(context.io, say.cannotKeep(clean(draftPath(folder, draft.id)), codeOf(error)));
  }
  return EXIT.ok;
}
