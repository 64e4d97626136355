/** Every state that a shipped conversation can reach, as a person sees it. */
import { describe, expect, test } from 'vitest';
import { type Course, practiceOf } from '../../src/flow/course.ts';
import type { Node } from '../../src/flow/machine.ts';
import { advance, type Input, type Session, start, stateOf, trailOf, view } from '../../src/flow/session.ts';
import type { Event, State } from '../../src/flow/step.ts';
import { stateKey, type Visit, walk } from '../../src/flow/walk.ts';
import type { KeyName } from '../../src/locales/texts.ts';
import { sourceTitle } from '../../src/playbook/sources.ts';
import { CHANNELS, faultBits, LANGS, type Lang, moveBits, THREATS } from '../../src/playbook/types.ts';
import { choiceLines } from '../../src/term/choices.ts';
import { coachScreen } from '../../src/term/coach-screen.ts';
import { type Page, phraseList, threatAnswer, why } from '../../src/term/render.ts';
import { COURSES, PLAYBOOKS } from '../flow/courses.ts';
import { library } from '../support/content.ts';
import { pageOf } from '../support/page.ts';
import { type Answers, played, slips } from '../support/screens.ts';

/** What can be done in a state, as the machine hears it and as the session does. */
function playable(course: Course, state: State): (Event & { readonly input: Input })[] {
  const node = course.machine.nodes[state.node] as Node;
  if (node.end !== null) return [];
  const choices = Object.entries(practiceOf(course, node)?.choices ?? {});
  const type = 'answer' as const;
  return [
    ...(course.scenario === null
      ? [{ type, moves: node.wants, faults: 0, input: { done: true } as const }]
      : choices.map(([id, { moves, faults }]) => ({
          ...{ type, moves: moveBits(moves), faults: faultBits(faults) },
          input: { choose: id },
        }))),
    { type: 'skip', input: { skip: true } },
    ...THREATS.map((kind, i) => ({ type: 'threat' as const, threat: i, input: { threat: kind } })),
  ];
}

/** The input that led to a visit; null at the start. */
const inputOf = ({ event }: Visit): Input | null =>
  (event as ReturnType<typeof playable>[number] | null)?.input ?? null;

const VISITS: ReadonlyMap<Course, readonly Visit[]> = new Map(
  COURSES.map(({ course }) => [
    course,
    [...walk(course.machine, (state) => playable(course, state)).values()],
  ]),
);
const visitsOf = (course: Course) => VISITS.get(course) as readonly Visit[];

/** A shortest session to each state, in the order of the walk. */
function sessionsTo(course: Course, lang: Lang, seed: number): Session[] {
  const made = new Map<Visit, Session>();
  for (const visit of visitsOf(course)) {
    const before = visit.from && made.get(visit.from);
    const input = inputOf(visit);
    made.set(visit, before && input ? advance(before, input) : start(course, lang, seed));
  }
  return [...made.values()];
}

const nodeAt = (session: Session): Node => session.course.machine.nodes[stateOf(session).node] as Node;

/** What shows of a state: its last turn, and all of them at an end. States that look alike are drawn once. */
function looks(session: Session): string {
  const turn = session.turns.at(-1);
  if (!turn || nodeAt(session).end !== null) return JSON.stringify(trailOf(session));
  const { before, after, input, heard, model } = turn;
  const states = [before, after].map(({ node, temperature, fired }) => [node, temperature, fired]);
  return JSON.stringify([states, input, heard, model]);
}

/** Asks for everything that there is at a step: the answers, the keys, and a threat, in turn. */
function curious(page: Page, turn: number): Answers {
  const keys: KeyName[] = ['hint', 'why', 'phrases', 'threat'];
  return {
    at(now, print) {
      if (keys.length === 4) print(now.options.flatMap((_, i) => choiceLines(page, now.options, i, 99)));
      const key = keys.shift();
      return key ? { key } : { leave: true };
    },
    pick: async (_title, options) => options[turn % options.length]?.id ?? null,
  };
}

/** What is wrong on the screens of a live conversation at a step, by channel, its keys' texts below them. */
function coached(page: Page, session: Session): string[] {
  return CHANNELS.flatMap((channel) => {
    const now = view(session, channel);
    if (!now.step) return [];
    const screen = coachScreen(page, session.course.playbook.title[page.lang], now);
    const source = sourceTitle(library, now.step.source, page.texts.basedOn);
    const more = [...why(page, now.step, source), ...phraseList(page, now.step, now.phrases)];
    const fits = screen.length + KEY_ROWS <= page.style.rows;
    return [...slips(page, [...screen, ...more]), ...(fits ? [] : [`too high: ${now.node.id}, ${channel}`])];
  });
}

/** The most rows that the keys of a live conversation take. */
const KEY_ROWS = 3;
const PAGES = LANGS.flatMap((lang) => [80, 40].map((columns) => ({ lang, columns })));

describe.each(COURSES)('$name', ({ course }) => {
  test.each(LANGS)('a session in %s reaches every state of the walk', (lang) => {
    expect(sessionsTo(course, lang, 1).map((one) => stateKey(stateOf(one)))).toEqual(
      visitsOf(course).map(({ state }) => stateKey(state)),
    );
  });

  test.each(PAGES)('is whole in $lang at $columns columns', async ({ lang, columns }) => {
    const page = pageOf(lang, columns);
    const wrong = new Set<string>();
    const drawn = new Set<string>();
    const nodes = new Set<Node>();
    // Another seed at each width, so that other lines of the customer are drawn too.
    for (const session of sessionsTo(course, lang, columns)) {
      const look = looks(session);
      if (drawn.has(look)) continue;
      drawn.add(look);
      const node = nodeAt(session);
      const asks = nodes.has(node) ? undefined : curious(page, nodes.size);
      nodes.add(node);
      for (const slip of slips(page, await played(page, session, asks))) wrong.add(slip);
    }
    expect([...wrong]).toEqual([]);
  });
});

describe.each(PLAYBOOKS)('$name in a live conversation', ({ course }) => {
  test.each(PAGES)('fits the window in $lang at $columns columns', ({ lang, columns }) => {
    const page = pageOf(lang, columns);
    // All that a live conversation shows of a state is its step.
    const steps = new Map(sessionsTo(course, lang, 1).map((session) => [nodeAt(session), session]));
    const going = [...steps.values()].filter((session) => nodeAt(session).end === null);
    expect(going).toHaveLength(course.machine.nodes.filter((node) => node.end === null).length);
    expect(going.flatMap((session) => coached(page, session))).toEqual([]);
  });
});

describe.each(library.ids('threat'))('the threat %s', (id) => {
  test.each(PAGES)('is answered on one screen in $lang at $columns columns', ({ lang, columns }) => {
    const page = pageOf(lang, columns);
    const threat = library.value('threat', id);
    const lines = threat ? threatAnswer(page, threat) : [];
    expect(slips(page, lines)).toEqual([]);
    // One row is the next prompt.
    expect(lines.length).toBeLessThanOrEqual(page.style.rows - 1);
  });
});
