/** `svalka coach`: a live conversation, one step on one screen, a threat a key away. */
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import { makeCourse } from '../flow/course.ts';
import { advance, back, type Input, type Session, start, type View, view } from '../flow/session.ts';
import { clean } from '../gate.ts';
import type { Io } from '../io.ts';
import { AGENT } from '../locales/catalogue.ts';
import type { AgentTexts, KeyName } from '../locales/texts.ts';
import { sourceTitle } from '../playbook/sources.ts';
import { CHANNELS, type Channel } from '../playbook/types.ts';
import { type Person, person } from '../term/ask.ts';
import { coachScreen } from '../term/coach-screen.ts';
import { pickThreat, type Table } from '../term/play.ts';
import * as render from '../term/render.ts';
import { styleFor } from '../term/style.ts';
import {
  type Context,
  contextOf,
  type GlobalFlags,
  openLibrary,
  personOrStop,
  unknownId,
} from './context.ts';
import type { Keeper } from './keeper.ts';
import { askLang, printer, threatFinder, wiper } from './screen.ts';

export async function coach(
  io: Io,
  id: string | undefined,
  flags: GlobalFlags & { channel?: string; journal?: boolean },
): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const channel = (flags.channel ?? 'phone') as Channel;
  if (!CHANNELS.includes(channel)) {
    throw new Stop(EXIT.cannot, context.texts.badFormat(clean(channel), CHANNELS.join(', ')));
  }
  personOrStop(context, 'svalka coach');
  const lang = await askLang(context);
  const library = await openLibrary(context);
  const playbook = id ?? 'heart';
  const course = makeCourse(library, { playbook });
  if (!course) throw unknownId(context, playbook, library.ids('playbook'));

  const page = (): render.Page => ({
    style: styleFor(io, context.wish, io.stderr),
    texts: AGENT[lang],
    lang,
  });
  const asker = person(io, page().style.plain);
  const first = start(course, lang, 0);
  const keeper = flags.journal ? await journalOnly(context, first) : null;
  const table: Table = {
    asker,
    page,
    print: printer(io),
    wipe: wiper(io, page),
    save: async (session) => keeper?.save(session),
    sourceOf: (source) => sourceTitle(library, source, AGENT[lang].basedOn),
    findThreat: threatFinder(context, library, asker),
  };
  try {
    return await walkThrough(first, channel, asker, table, (session) => keeper?.left(session));
  } finally {
    asker.close();
  }
}

/** Told to the journal, where it was asked for; a live conversation is not saved to be gone on with. */
async function journalOnly(context: Context, first: Session): Promise<Keeper> {
  const { keeperOf } = await import('./keeper.ts');
  return keeperOf(context, first, { saves: false, words: false, began: context.io.now() });
}

async function walkThrough(
  first: Session,
  channel: Channel,
  asker: Person,
  table: Table,
  left: (session: Session) => void,
): Promise<ExitCode> {
  let session = first;
  let kept = first;
  let extra: string[] = [];
  for (;;) {
    const now = view(session, channel);
    const page = table.page();
    table.wipe();
    if (now.end !== null) table.print(ending(page, session, now));
    else table.print([...coachScreen(page, session.course.playbook.title[session.lang], now), ...extra]);
    extra = [];
    // Only now: what it may have to say is not to be wiped away at once.
    if (session !== kept) await table.save(session);
    kept = session;
    if (now.end !== null) return EXIT.ok;
    const asked = await asker.ask({ page, message: '', options: [], keys: keysAt(now) });
    if ('cancel' in asked || 'leave' in asked || ('key' in asked && asked.key === 'close')) {
      left(session);
      return 'cancel' in asked ? EXIT.cancelled : EXIT.ok;
    }
    if (!('key' in asked)) continue;
    const input = inputOf(asked.key);
    if (input) session = advance(session, input);
    else if (asked.key === 'back') session = back(session);
    else if (asked.key === 'threat') {
      const threat = await pickThreat(session, table);
      if (threat) session = advance(session, { threat: threat.threat });
    } else extra = more(asked.key, page, now, table);
  }
}

/** A question of a self-check is answered with yes or no; a step is said and done. */
function keysAt(now: View): KeyName[] {
  const onward: KeyName[] = now.step?.question ? ['yes', 'no'] : ['next'];
  const threat: KeyName[] = now.node.stop || now.step?.question ? [] : ['threat'];
  return [...onward, ...threat, 'why', 'phrases', 'back', 'close'];
}

function inputOf(key: KeyName): Input | null {
  if (key === 'next' || key === 'yes') return { done: true };
  return key === 'no' ? { skip: true } : null;
}

function more(key: KeyName, page: render.Page, now: View, table: Table): string[] {
  if (!now.step) return [];
  if (key === 'why') return ['', ...render.why(page, now.step, table.sourceOf(now.step.source))];
  if (key === 'phrases') return ['', ...render.phraseList(page, now.step, now.phrases)];
  return [];
}

function ending(page: render.Page, session: Session, now: View): string[] {
  const { texts } = page;
  if (session.turns.some((turn) => session.course.playbook.steps[turn.node.step]?.question)) {
    return selfCheck(page, texts, session);
  }
  if (now.end !== 'safe') return render.wrap(page.style, texts.coachEnd);
  const threat = session.turns.at(-1)?.node.threat;
  const known = threat && session.course.threats.get(threat);
  return known ? render.threatAnswer(page, known) : [];
}

/** The answers of a self-check, and what to begin with. */
function selfCheck(page: render.Page, texts: AgentTexts, session: Session): string[] {
  const { style, lang } = page;
  const asked = session.turns.flatMap((turn) => {
    const step = session.course.playbook.steps[turn.node.step];
    return step?.question ? [{ step, yes: turn.verdict !== 'skipped' }] : [];
  });
  const [first] = asked.filter((one) => !one.yes);
  return [
    render.heading(page, texts.selfCheckResult),
    ...asked.flatMap(({ step, yes }) =>
      render.wrap(
        style,
        `${render.shown(page, step.name[lang])}: ${style.strong(yes ? texts.selfCheckYes : texts.selfCheckNo)}`,
        4,
        `  ${yes ? style.glyph.good : style.glyph.flat} `,
      ),
    ),
    '',
    ...(first
      ? render.wrap(
          style,
          `${style.strong(`${texts.selfCheckStartWith}:`)} ${render.shown(page, first.step.do[lang].join(' '))}`,
        )
      : render.wrap(style, render.shown(page, texts.selfCheckAllYes))),
  ];
}
