/** `svalka draft new`: an answer is written now, and lies until it is read again. */
import { codeOf, EXIT, type ExitCode, Stop } from '../errors.ts';
import { clean } from '../gate.ts';
import { err, type Io, isInteractive, out } from '../io.ts';
import { inAnHour, momentOf, parseWhen } from '../journal/cool-off.ts';
import { begin, type Draft, isUntouched, waiting, written } from '../journal/draft.ts';
import { createDraft, draftPath, removeDraft } from '../journal/drafts.ts';
import { tidy } from '../journal/editing.ts';
import { localZone } from '../journal/local-zone.ts';
import type { Lang } from '../playbook/types.ts';
import { asWritten, stateLine } from '../term/draft-page.ts';
import { heading } from '../term/render.ts';
import { choose } from './choose.ts';
import { contextOf, type GlobalFlags, langOrStop } from './context.ts';
import { type Desk, openDesk, put, type Step, writeAnswer } from './desk.ts';
import { type Drafting, instantOf, keepDaysOf, nowOf, openDrafting, textFrom } from './drafting.ts';
import { askLang } from './screen.ts';

export interface NewFlags extends GlobalFlags {
  readonly file?: string;
  readonly text?: string;
  readonly at?: string;
  readonly keep?: string;
}

export async function draftNew(io: Io, flags: NewFlags): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const drafting = openDrafting(context);
  if (flags.text === undefined && !isInteractive(io)) {
    throw new Stop(EXIT.person, drafting.say.needsPerson.new);
  }
  const from = io.now();
  const at = instantOf(drafting, flags.at, from);
  const days = keepDaysOf(drafting, flags.keep);
  const customer = flags.file === undefined ? null : await textFrom(drafting, flags.file);
  if (flags.text !== undefined) return fromFile(drafting, flags.text, customer, at, days);
  const draft = create(drafting, await askLang(context), customer, at, days);
  const desk = openDesk(drafting, draft);
  try {
    const waits = at === null ? null : { given: flags.at ?? '', from, at };
    return await sitDown(desk, waits, days, customer !== null);
  } finally {
    desk.asker.close();
  }
}

/** For scripts: nothing is asked, and the draft's name is the output. */
async function fromFile(
  drafting: Drafting,
  file: string,
  customer: string | null,
  at: number | null,
  days: number | null,
): Promise<ExitCode> {
  const { context, say } = drafting;
  const text = await textFrom(drafting, file);
  const draft = create(drafting, langOrStop(context), customer, at, days, text);
  out(context.io, draft.id);
  err(context.io, `${say.kept(draft.id)} ${draft.id}: ${stateLine(say, draft, nowOf(drafting))}.`);
  return EXIT.ok;
}

/** @throws Stop (2) where it cannot be saved, before anybody has typed a word */
function create(
  { context, folder, say }: Drafting,
  lang: Lang,
  customer: string | null,
  at: number | null,
  days: number | null,
  text = '',
): Draft {
  const { io } = context;
  try {
    return createDraft(folder, io.randomSeed(), (id) => {
      const now = io.now();
      return waiting(
        written(begin(id, now, lang, customer), text, now),
        at ?? inAnHour(now),
        days,
        localZone,
      );
    });
  } catch (error) {
    throw new Stop(EXIT.cannot, say.cannotKeep(clean(folder), codeOf(error)));
  }
}

/** What `--at` said when it was read. */
interface Wait {
  readonly given: string;
  readonly from: number;
  readonly at: number;
}

/** From the customer's text to the time of reading it again. */
async function sitDown(
  desk: Desk,
  waits: Wait | null,
  days: number | null,
  cameFromFile: boolean,
): Promise<ExitCode> {
  let end: Step = 'done';
  for (const step of [readCustomer, readApart, writeAnswer]) {
    if (end === 'done') end = await step(desk);
  }
  if (desk.draft.versions.length > 0) {
    // The wait begins when the answer is written, also where nobody says how long it is.
    const now = desk.drafting.context.io.now();
    put(desk, (draft) => waiting(draft, waits ? endOf(waits, now) : inAnHour(now), days, localZone));
    if (end === 'done' && !waits) end = await askWhen(desk, days);
  }
  return getUp(desk, end, cameFromFile);
}

/** An hour is an hour from now; half past two is half past two. */
function endOf({ given, from, at }: Wait, now: number): number {
  const again = parseWhen(given, now, localZone);
  return 'at' in again && again.at - now === at - from ? again.at : at;
}

/** The customer's text, read with a smile; where there is none it may be pasted. */
async function readCustomer(desk: Desk): Promise<Step> {
  const { talk, tell, print, page, asker } = desk;
  const { customer } = desk.draft;
  if (customer !== null) {
    print([heading(page(), talk.customer), ...asWritten(page(), customer), '']);
    tell(talk.smile);
    return 'done';
  }
  tell(talk.pasteCustomer);
  const { text, end } = await asker.lines(page());
  if (text !== '') put(desk, (draft) => ({ ...draft, customer: tidy(text) }));
  if (end === 'cancel' || (end === 'leave' && text === '')) return end;
  print(['']);
  tell(talk.smile);
  return 'done';
}

/** The facts, the wish and the feeling, apart from the heat. */
async function readApart(desk: Desk): Promise<Step> {
  const { talk, tell, print, page, asker } = desk;
  print(['']);
  tell(talk.apart);
  for (const part of ['facts', 'wish', 'feeling'] as const) {
    const { label, hint } = talk.reading[part];
    print(['']);
    tell(hint);
    const { text, end } = await asker.line(page(), label);
    if (text !== '') put(desk, (draft) => ({ ...draft, reading: { ...draft.reading, [part]: text.trim() } }));
    if (end !== 'done') return end;
  }
  print(['']);
  return 'done';
}

async function askWhen(desk: Desk, days: number | null): Promise<Step> {
  const { talk, say, tell, page, asker, drafting } = desk;
  const { io } = drafting.context;
  for (;;) {
    const now = io.now();
    const hour = inAnHour(now);
    const chosen = await choose(asker, page, talk.whenAsk, [
      { id: '1h', text: talk.whenHour(momentOf(hour, now, localZone).clock) },
      { id: 'tomorrow', text: talk.whenTomorrow },
      { id: '', text: talk.whenOther },
    ]);
    if (!('id' in chosen)) return 'cancel' in chosen ? 'cancel' : 'leave';
    const typed =
      chosen.id === '' ? await asker.line(page(), talk.whenType) : { text: chosen.id, end: 'done' as const };
    if (typed.end !== 'done') return typed.end;
    const when = parseWhen(typed.text, io.now(), localZone);
    if ('at' in when) {
      put(desk, (draft) => waiting(draft, when.at, days, localZone));
      return 'done';
    }
    tell(say.badWhen(clean(typed.text), when.fault));
  }
}

/** Says where the draft lies and when it opens; one in which nothing was written is not kept. */
function getUp(desk: Desk, end: Step, cameFromFile: boolean): ExitCode {
  const { draft, drafting, talk, say, tell, print } = desk;
  const code = end === 'cancel' ? EXIT.cancelled : EXIT.ok;
  // A customer's text that came from a file is still in that file.
  if (isUntouched(draft) && (draft.customer === null || cameFromFile)) {
    removeDraft(drafting.folder, draft.id);
    tell(talk.nothingKept);
    return code;
  }
  const empty = draft.versions.length === 0;
  print(['']);
  tell(`${say.kept(draft.id)} ${talk.lies(draftPath(drafting.folder, draft.id))}`);
  if (empty) tell(talk.noAnswerYet(`svalka draft edit ${draft.id}`));
  else {
    const state = stateLine(say, draft, nowOf(drafting));
    tell(`${state.charAt(0).toUpperCase()}${state.slice(1)}.`);
    tell(talk.meanwhile);
    tell(talk.readAgain(`svalka draft ready ${draft.id}`));
  }
  return code;
}
