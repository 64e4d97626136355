/**
 * The one loop that plays a session. Who answers is the asker's business: a
 * person at a terminal or a script; both go through the same turns and texts.
 */

import type { Review } from '../coach/review.ts';
import { debrief } from '../flow/debrief.ts';
import {
  accepts,
  advance,
  back,
  type Input,
  modelPhrase,
  type Session,
  sayAgain,
  start,
  type View,
  view,
} from '../flow/session.ts';
import type { KeyName } from '../locales/texts.ts';
import type { ThreatKind } from '../playbook/types.ts';
import { debriefPage } from './debrief-page.ts';
import * as render from './render.ts';

/** What an asker wants to happen next. */
export type Reply =
  | { readonly choose: string }
  /** The person's own words, heard. */
  | { readonly said: Review }
  | { readonly threat: ThreatKind }
  | { readonly key: KeyName }
  /** The window changed: draw again. */
  | { readonly redraw: true }
  /** End of input: save and leave. */
  | { readonly leave: true }
  /** Ctrl-C. */
  | { readonly cancel: true };

type Leaving = { readonly leave: true } | { readonly cancel: true };

export interface Asker {
  /** Something has been read: the key to go on, or a way of leaving. */
  ready(key: 'begin' | 'next', page: render.Page): Promise<Reply>;
  /** An answer at a step. */
  answer(now: View, page: render.Page): Promise<Reply>;
  /** The same once more after feedback, or null where once was enough. */
  again(page: render.Page): Promise<Review | null | Leaving>;
  /** One of some things to pick, or null where the person changed their mind. */
  pick(
    title: string,
    options: readonly { id: string; text: string }[],
    page: render.Page,
  ): Promise<string | null>;
}

/** What the loop needs around it. */
export interface Table {
  readonly asker: Asker;
  /** Asked again for each screen, because a window can change. */
  readonly page: () => render.Page;
  readonly print: (lines: readonly string[]) => void;
  /** Empties the screen, where redrawing is allowed. */
  readonly wipe: () => void;
  /** Called after each turn. */
  readonly save: (session: Session) => Promise<void>;
  readonly sourceOf: (id: string) => string;
  /** Finds a kind of threat as the person types; without it they pick from a list. */
  readonly findThreat?: (page: render.Page) => Promise<ThreatKind | null>;
}

export type Outcome = 'ended' | 'left' | 'cancelled';

/** Plays a session to its end, or until it is left. */
export async function play(first: Session, table: Table): Promise<{ session: Session; outcome: Outcome }> {
  let session = first;
  const unread = first.turns.length === 0 ? first.course.scenario : null;
  if (unread) {
    table.print(render.situation(table.page(), unread));
    const outcome = leaves(await table.asker.ready('begin', table.page()));
    if (outcome) return { session, outcome };
  }
  table.print(['', ...recap(table.page(), session)]);
  let shown: View | null = null;
  while (view(session).end === null) {
    const now = view(session);
    const page = table.page();
    if (shown?.state !== now.state) table.print(['', ...render.stepHeading(page, now)]);
    shown = now;
    const reply = await table.asker.answer(now, page);
    const outcome = leaves(reply);
    if (outcome) return { session, outcome };
    if ('redraw' in reply) {
      table.wipe();
      table.print(recap(table.page(), session));
      shown = null;
      continue;
    }
    const input = inputOf(reply);
    if (input !== null) {
      if (!accepts(session, input)) continue;
      session = advance(session, input);
      // Before anything else is asked: what was said must not be lost.
      await table.save(session);
      if ('said' in reply) {
        const back = await heardBack(session, reply.said, table);
        session = back.session;
        if (back.outcome) return { session, outcome: back.outcome };
        await table.save(session);
      } else table.print(['', ...lastTurn(table.page(), session)]);
    } else if ('key' in reply) {
      session = await helped(reply.key, session, now, table);
    }
  }
  return { session, outcome: 'ended' };
}

function leaves(reply: Reply): Outcome | null {
  if ('cancel' in reply) return 'cancelled';
  return 'leave' in reply || ('key' in reply && reply.key === 'quit') ? 'left' : null;
}

function inputOf(reply: Reply): Input | null {
  if ('choose' in reply) return { choose: reply.choose };
  if ('said' in reply) {
    const { text, moves, faults } = reply.said;
    return { say: text, moves: moves.map(({ move }) => move), faults: faults.map(({ fault }) => fault) };
  }
  if ('threat' in reply) return { threat: reply.threat };
  if ('key' in reply && reply.key === 'skip') return { skip: true };
  return null;
}

/**
 * Feedback on the person's own words: what was heard in them, one better wording, and
 * the chance to say it once more before the customer answers. The first try counts.
 */
async function heardBack(
  session: Session,
  said: Review,
  table: Table,
): Promise<{ session: Session; outcome: Outcome | null }> {
  const page = table.page();
  const turn = session.turns.at(-1);
  if (!turn) return { session, outcome: null };
  table.print(['', ...render.wordsSaid(page, session, turn, said)]);
  let after = session;
  if (turn.verdict !== 'right') {
    const better = said.faults[0]?.instead[0] ?? modelPhrase(session, turn.node)?.text;
    if (better) table.print(render.betterSo(page, better));
    const again = await table.asker.again(page);
    if (again && !('text' in again)) return { session, outcome: leaves(again) };
    if (again) {
      after = sayAgain(session, again.text);
      table.print(render.secondTry(page, session.course, again));
    }
  }
  table.print(['', ...render.customerSaid(table.page(), after, turn)]);
  return { session: after, outcome: null };
}

/** The keys that do not play a turn. */
async function helped(key: KeyName, session: Session, now: View, table: Table): Promise<Session> {
  const page = table.page();
  const { texts } = page;
  const { step } = now;
  switch (key) {
    case 'hint':
      if (step) table.print(render.hint(page, step));
      return session;
    case 'why':
      if (step) table.print(render.why(page, step, table.sourceOf(step.source)));
      return session;
    case 'phrases':
      if (step) {
        const near = now.phrases.filter((phrase) => phrase.channel === now.phrases[0]?.channel);
        table.print([`  ${page.style.strong(`${texts.phrases}:`)}`, ...render.phraseList(page, step, near)]);
      }
      return session;
    case 'threat': {
      const threat = await pickThreat(session, table);
      if (threat) {
        table.print(['', ...render.threatAnswer(page, threat)]);
        await table.asker.ready('next', page);
      }
      return session;
    }
    case 'back': {
      if (session.turns.length === 0) {
        table.print([`  ${texts.nothingBack}`]);
        return session;
      }
      const earlier = back(session);
      await table.save(earlier);
      table.print(['', ...recap(page, earlier)]);
      return earlier;
    }
    case 'restart': {
      const anew = start(session.course, session.lang, session.seed);
      await table.save(anew);
      table.print(['', `  ${texts.restarted}`, '', ...recap(page, anew)]);
      return anew;
    }
    default:
      return session;
  }
}

/** Lets a person pick a kind of threat. */
export async function pickThreat(session: Session, table: Table) {
  const page = table.page();
  if (table.findThreat) {
    const found = await table.findThreat(page);
    return found === null ? null : (session.course.threats.get(found) ?? null);
  }
  const options = [...session.course.threats.values()].map((threat) => ({
    id: threat.threat as string,
    text: threat.name[session.lang],
  }));
  const picked = await table.asker.pick(page.texts.pickThreat, options, page);
  return picked === null ? null : (session.course.threats.get(picked as ThreatKind) ?? null);
}

/** Where the conversation is: the last turn, or the opening. */
function recap(page: render.Page, session: Session): string[] {
  if (session.turns.length > 0) return lastTurn(page, session);
  return [
    ...render.heard(page, session.course, session.opening),
    ...render.thermometer(page, session.course, session.first.temperature, null),
  ];
}

function lastTurn(page: render.Page, session: Session): string[] {
  const turn = session.turns.at(-1);
  return turn ? render.turnPlayed(page, session, turn) : [];
}

/** What is on the screen after the last turn: the feedback, the answer, and the step that follows. */
export function shownAfter(page: render.Page, session: Session, heard: Review | null): string[] {
  const turn = session.turns.at(-1);
  if (!turn) return recap(page, session);
  const played = heard
    ? [...render.wordsSaid(page, session, turn, heard), ...render.customerSaid(page, session, turn)]
    : render.turnPlayed(page, session, turn);
  const now = view(session);
  return [...played, ...(now.end === null ? render.stepHeading(page, now) : debriefOf(page, session))];
}

/** The debrief of a session that has ended. */
export function debriefOf(page: render.Page, session: Session): string[] {
  return debriefPage(page, session, debrief(session));
}
