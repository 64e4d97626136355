/** `svalka practice`: a simulated customer, answered by a person or by a script. */
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import { makeCourse } from '../flow/course.ts';
import { type Session, start } from '../flow/session.ts';
import { clean } from '../gate.ts';
import { err, type Io } from '../io.ts';
import { AGENT } from '../locales/catalogue.ts';
import type { Library } from '../playbook/library.ts';
import { sourceTitle } from '../playbook/sources.ts';
import type { Lang } from '../playbook/types.ts';
import { type Person, person } from '../term/ask.ts';
import { debriefOf, play, type Table } from '../term/play.ts';
import { cardTitle, type Page, turnName } from '../term/render.ts';
import { styleFor } from '../term/style.ts';
import {
  type Context,
  contextOf,
  type GlobalFlags,
  openLibrary,
  personOrStop,
  unknownId,
} from './context.ts';
import { hearing } from './hearing.ts';
import type { Keeper, Keeping } from './keeper.ts';
import { recorderOf } from './recorder.ts';
import { askLang, printer, threatFinder, wiper } from './screen.ts';
import { seedOf } from './seed.ts';

export interface PracticeFlags extends GlobalFlags {
  readonly seed?: string;
  readonly resume?: boolean;
  readonly due?: boolean;
  readonly script?: string;
  readonly write?: boolean;
  readonly record?: string;
  readonly recordWords?: boolean;
  readonly journalWords?: boolean;
}

export async function practice(
  io: Io,
  scenario: string | undefined,
  flags: PracticeFlags,
): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const seed = seedOf(context, flags.seed);
  if (flags.due) dueAloneOrStop(context, scenario, flags);
  if (flags.resume && scenario !== undefined) {
    throw new Stop(EXIT.cannot, context.texts.test.notTogether('--resume', clean(scenario)));
  }
  if (flags.script !== undefined) {
    const { practiseScript } = await import('./practice-script.ts');
    return practiseScript(context, scenario, flags.script, seed);
  }
  personOrStop(context, 'svalka practice');
  const lang = await askLang(context);
  const library = await openLibrary(context);
  const how = (): Keeping => ({ saves: true, words: flags.journalWords === true, began: io.now() });
  if (flags.resume) {
    // What checks the form of a saved session is loaded only here.
    const { resume } = await import('./resume.ts');
    const { session, keeper } = resume(context, library, how());
    return practise(context, library, session, keeping(context, session, how(), keeper), flags);
  }
  const wanted = flags.due ? await dueFirst(context, library, lang) : scenario;
  const first = await fresh(context, library, lang, wanted, seed);
  if (first === null) return EXIT.ok;
  return practise(context, library, first, keeping(context, first, how(), null), flags);
}

/** What is due is worked out, so nothing that names a conversation goes with it. */
function dueAloneOrStop({ texts }: Context, scenario: string | undefined, flags: PracticeFlags): void {
  const other = flags.resume ? '--resume' : flags.script !== undefined ? '--script' : scenario;
  if (other !== undefined) throw new Stop(EXIT.cannot, texts.test.notTogether('--due', clean(other)));
}

/** Says what is due; the scheduler is loaded only here. */
async function dueFirst(context: Context, library: Library, lang: Lang): Promise<string> {
  const { dueScenario } = await import('./practice-due.ts');
  return dueScenario(context, library, lang);
}

/** A new session; without a name or a seed a person picks, with a seed alone the seed does. */
async function fresh(
  context: Context,
  library: Library,
  lang: Lang,
  scenario: string | undefined,
  seed: number | null,
): Promise<Session | null> {
  if (scenario !== undefined) return begin(context, library, scenario, lang, seed ?? context.io.randomSeed());
  if (seed !== null) {
    const ids = library.ids('scenario');
    return begin(context, library, ids[seed % ids.length] as string, lang, seed);
  }
  const picked = await pickScenario(context, library, lang);
  return picked === null ? null : begin(context, library, picked, lang, context.io.randomSeed());
}

function begin(context: Context, library: Library, id: string, lang: Lang, seed: number): Session {
  const course = makeCourse(library, { scenario: id });
  if (!course) throw unknownId(context, id, library.ids('scenario'));
  return start(course, lang, seed);
}

async function pickScenario(context: Context, library: Library, lang: Lang): Promise<string | null> {
  const page = pageOf(context, lang);
  const asker = person(context.io, page.style.plain);
  try {
    const options = library.cards('scenario').map((card) => ({ id: card.id, text: cardTitle(page, card) }));
    const asked = await asker.ask({ page, message: page.texts.pickScenario, options, keys: ['close'] });
    if ('cancel' in asked) throw new Stop(EXIT.cancelled, '');
    if ('redraw' in asked) return await pickScenario(context, library, lang);
    return 'id' in asked ? asked.id : null;
  } finally {
    asker.close();
  }
}

const pageOf = (context: Context, lang: Lang): Page => ({
  style: styleFor(context.io, context.wish, context.io.stderr),
  texts: AGENT[lang],
  lang,
});

/** Plays with a person, then shows the debrief and lets them try otherwise. */
async function practise(
  context: Context,
  library: Library,
  first: Session,
  keep: ReturnType<typeof keeping>,
  { write = false, record, recordWords = false }: PracticeFlags,
): Promise<ExitCode> {
  const { io } = context;
  const page = () => pageOf(context, first.lang);
  const asker = person(io, page().style.plain, { write, hear: hearing(context, first.lang) });
  const { texts } = page();
  const recorder = record === undefined ? null : recorderOf(context, record, recordWords);
  const table: Table = {
    asker,
    page,
    print: printer(io),
    wipe: wiper(io, page),
    save: async (session) => {
      (await keep.make()).save(session);
      recorder?.write(session);
    },
    sourceOf: (id) => sourceTitle(library, id, AGENT[first.lang].basedOn),
    findThreat: threatFinder(context, library, asker),
  };
  try {
    for (let session = first; ; ) {
      const played = await play(session, table);
      if (played.outcome !== 'ended') {
        recorder?.write(played.session);
        const saved = keep.made()?.left(played.session) ?? false;
        const how = write ? '--resume --write' : '--resume';
        if (saved) err(io, texts.savedResume(`svalka practice ${how} --lang ${first.lang}`));
        return played.outcome === 'cancelled' ? EXIT.cancelled : (recorder?.code() ?? EXIT.ok);
      }
      table.print(['', ...debriefOf(page(), played.session), '']);
      const next = await whatIf(played.session, asker, page);
      if (next === 'cancelled') return EXIT.cancelled;
      if (next === null) return recorder?.code() ?? EXIT.ok;
      session = next;
    }
  } finally {
    asker.close();
  }
}

/** Loaded when there is something to keep, so that a first prompt does not wait for it. */
function keeping(
  context: Context,
  session: Session,
  how: Keeping,
  known: Keeper | null,
): { made: () => Keeper | null; make: () => Promise<Keeper> } {
  let keeper = known;
  return {
    made: () => keeper,
    make: async () => {
      if (keeper === null) {
        const { keeperOf } = await import('./keeper.ts');
        keeper = keeperOf(context, session, how);
      }
      return keeper;
    },
  };
}

/** Back to any turn, to answer otherwise; or again from the start; or done. */
async function whatIf(
  session: Session,
  asker: Person,
  page: () => Page,
): Promise<Session | null | 'cancelled'> {
  for (;;) {
    const now = page();
    const asked = await asker.ask({
      page: now,
      message: now.texts.whatIf,
      options: [],
      keys: ['again', 'restart', 'close'],
    });
    if ('cancel' in asked) return 'cancelled';
    if ('leave' in asked) return null;
    if (!('key' in asked)) continue;
    if (asked.key === 'restart') return start(session.course, session.lang, session.seed);
    if (asked.key !== 'again') return null;
    const options = session.turns.map((turn, i) => ({
      id: String(i),
      text: now.texts.turnOf(i + 1, turnName(now, session, turn)),
    }));
    const picked = await asker.pick(now.texts.whatIfTurn, options, now);
    if (picked !== null) return { ...session, turns: session.turns.slice(0, Number(picked)) };
  }
}
