/** A walk finds every slip that a person would see, and shows it in a conversation that leads there. */
import { describe, expect, test } from 'vitest';
import type { Course } from '../../src/flow/course.ts';
import { makeMachine } from '../../src/flow/machine.ts';
import { advance, type Session, start, view } from '../../src/flow/session.ts';
import type { Event } from '../../src/flow/step.ts';
import { walk } from '../../src/flow/walk.ts';
import type { Io } from '../../src/io.ts';
import { readYaml } from '../../src/playbook/read.ts';
import type { Script } from '../../src/playbook/schema.ts';
import { sourceTitle } from '../../src/playbook/sources.ts';
import { faultBits, moveBits, THREATS } from '../../src/playbook/types.ts';
import { validate } from '../../src/playbook/validate.ts';
import { FIRST_SEED, type Wrong } from '../../src/script/looker.ts';
import { walkPages } from '../../src/script/pages.ts';
import { inputOf as inputOfTurn } from '../../src/script/run.ts';
import { type Sight, walkCourse } from '../../src/script/walk.ts';
import { shownAfter } from '../../src/term/play.ts';
import { COURSES } from '../flow/courses.ts';
import { courseMade, type Short } from '../flow/made.ts';
import { library } from '../support/content.ts';

const io = { env: {}, platform: 'linux', stdout: {} } as unknown as Io;
const pages = walkPages(io);
const sight: Sight = {
  pages,
  sourceOf: (id, page) => sourceTitle(library, id, page.texts.basedOn),
};

function scriptIn(text: string | undefined): Script {
  const { document, findings } = readYaml('shown.script.yaml', text ?? '');
  expect(findings).toEqual([]);
  const { doc, findings: wrong } = validate(document as NonNullable<typeof document>);
  expect(wrong).toEqual([]);
  return doc?.value as Script;
}

/** Every session of a script, from the first; each turn must fit, and the last be the end that it says. */
function sessionsOf(course: Course, { lang = 'sv', seed = 0, turns, ends }: Script): Session[] {
  const sessions = [start(course, lang, seed)];
  for (const turn of turns) {
    const now = sessions.at(-1) as Session;
    const input = inputOfTurn(turn, now, null);
    if (!input) throw new Error(`cannot be played: ${JSON.stringify(turn)}`);
    sessions.push(advance(now, input));
  }
  expect(view(sessions.at(-1) as Session).end).toBe(ends);
  return sessions;
}

const MADE: Short = {
  steps: { hear: ['hear'], thank: ['thank'] },
  threats: { manager: { answer: ['respond'] }, physical: { limit: ['boundary'], help: ['ask'] } },
  temperature: 6,
  brings: { kind: 'manager', step: 'thank', from: 6 },
};
const ALONE: Short = { steps: MADE.steps, threats: MADE.threats ?? {} };

/** A course with some of its content changed, and the machine that comes of it. */
function changed(short: Short, change: (course: Course) => void): Course {
  const course = structuredClone(courseMade(short));
  change(course);
  const { playbook, scenario, threats, temperature } = course;
  return {
    ...course,
    machine: makeMachine({ playbook, scenario, threats: [...threats.values()], temperature }),
  };
}

describe.each(COURSES)('$name', ({ course }) => {
  const { states, screens, wrongs } = walkCourse(course, sight);

  test('has nothing wrong with it', () => {
    expect(wrongs).toEqual([]);
    expect(screens).toBeGreaterThan(1000);
  });

  test('is walked to the end: the states are those of the other walk', () => {
    const visits = walk(course.machine, ({ node }): Event[] => {
      const at = course.machine.nodes[node];
      if (!at || at.end !== null) return [];
      const steps = at.threat === null ? course.scenario?.steps : course.threats.get(at.threat)?.steps;
      const own = steps?.[at.step];
      const practice = own && 'practice' in own ? own.practice : own;
      const choices = course.scenario ? Object.values(practice?.choices ?? {}) : [];
      return [
        ...(course.scenario ? [] : [{ type: 'answer' as const, moves: at.wants, faults: 0 }]),
        ...choices.map(({ moves, faults }) => ({
          ...{ type: 'answer' as const, moves: moveBits(moves), faults: faultBits(faults) },
        })),
        { type: 'skip' },
        ...THREATS.map((_, threat) => ({ type: 'threat' as const, threat })),
      ];
    });
    expect(states).toBe(visits.size);
  });
});

test('the same content gives the same report', () => {
  expect(walkCourse(courseMade(MADE), sight)).toEqual(walkCourse(courseMade(MADE), sight));
});

test('neither does the terminal change it', () => {
  const ascii = { env: { LANG: 'C', TERM: 'dumb' }, platform: 'linux', stdout: { columns: 33, isTTY: true } };
  const elsewhere = { ...sight, pages: walkPages(ascii as unknown as Io) };
  const torn = changed(MADE, ({ scenario }) => {
    if (scenario) scenario.opening.sv[0] = 'Hallå {';
  });
  expect(walkCourse(torn, elsewhere)).toEqual(walkCourse(torn, sight));
});

/** Every place of a text in some content, as the keys that lead there. */
function textsIn(value: unknown, way: readonly string[] = []): string[][] {
  if (typeof value === 'string') return [[...way]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, [...way, key]));
}

/** Puts something at the end of the text in a place. */
function spoil(root: object, way: readonly string[], slip: string): void {
  const last = way.at(-1) as string;
  let at = root as Record<string, unknown>;
  for (const key of way.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[last] = `${at[last]}${slip}`;
}

/** What no screen of practice or coach shows: ids, and what only `show`, `list` and `threat` tell. */
const UNSEEN =
  /^(playbook|scenario|threat|temperature|source|channel|kind|hash)$|^(about|names)$|^step$|^moves$|^faults$/;
const isSeen = (way: readonly string[]): boolean =>
  !way.some((key, i) => UNSEEN.test(key) && !(key === 'threat' && i < way.length - 1));

describe.each([
  { name: 'a scenario', short: MADE, root: 'scenario' as const },
  { name: 'a playbook by itself', short: ALONE, root: 'playbook' as const },
])('a slip in any text of $name', ({ short, root }) => {
  const ways = textsIn(courseMade(short)[root]).filter(isSeen);
  // What to do is read in `show`, the scenario's own words for a course that has one.
  const shown = ways.filter(([, , key]) => root === 'scenario' || key !== 'do');

  test.each(shown.map((way) => ({ at: way.join('/'), way })))('$at', ({ way }) => {
    const course = changed(short, (one) => spoil(one[root] as object, way, ' {lucka är'));
    const { wrongs } = walkCourse(course, sight);
    expect(wrongs.map(({ wrong }) => wrong)).toContain('not-filled');
    for (const one of wrongs) {
      expect(one.seen.toLowerCase()).toContain('{lucka');
      expect(leadsThere(course, one)).toBe(true);
    }
  });
});

/** Whether a wrong's script comes to the step at which it was seen, and shows it where a turn does. */
function leadsThere(course: Course, { at, seen, screen, lang, columns, script }: Wrong): boolean {
  const sessions = sessionsOf(course, scriptIn(script));
  const page = pages.find((one) => one.lang === lang && one.style.width === columns);
  const drawn = page ? sessions.flatMap((one) => shownAfter(page, one, null)) : [];
  const isThere = sessions.some((session) => view(session).node.id === at);
  const isSaid = screen === 'feedback' || screen === 'line' || screen === 'opening';
  return isThere && (!isSaid || drawn.some((line) => line.trim() === seen));
}

describe('what it finds', () => {
  const first = ({ wrongs }: { wrongs: readonly Wrong[] }) => wrongs[0] as Wrong;

  test('a word that is wider than the window, told of the widest', () => {
    const course = changed(MADE, ({ playbook }) => {
      (playbook.steps.hear as { aim: { nb: string } }).aim.nb = 'ord'.repeat(20);
    });
    const { wrongs } = walkCourse(course, sight);
    expect(wrongs).toMatchObject([
      { wrong: 'too-wide', at: 'hear', screen: 'hint', lang: 'nb', columns: 40, seen: 'ord'.repeat(20) },
    ]);
  });

  test('a line that the customer says only with another seed, and with which', () => {
    const course = changed(MADE, ({ scenario }) => {
      scenario?.ends.lost.nb.push('Farvel, undefined!');
    });
    const found = first(walkCourse(course, sight));
    expect(found).toMatchObject({ wrong: 'not-filled', screen: 'line', lang: 'nb', columns: 80 });
    const script = scriptIn(found.script);
    expect(script.ends).toBe('lost');
    expect(script.seed).toBeGreaterThan(FIRST_SEED);
    expect(leadsThere(course, found)).toBe(true);
  });

  test('a screen that cannot be drawn', () => {
    const course = changed(MADE, ({ threats }) => {
      Reflect.deleteProperty(threats.get('manager')?.steps.answer ?? {}, 'aim');
    });
    const found = first(walkCourse(course, sight));
    expect(found).toMatchObject({ wrong: 'threw', at: 'manager.answer', screen: 'hint' });
    expect(leadsThere(course, found)).toBe(true);
  });

  test('a turn that cannot be played', () => {
    const course = changed(MADE, ({ scenario }) => {
      Reflect.deleteProperty(scenario?.steps.thank ?? {}, 'hotter');
    });
    const { wrongs } = walkCourse(course, sight);
    expect(wrongs).toMatchObject([
      { wrong: 'threw', screen: null },
      { wrong: 'threw', screen: null },
    ]);
    expect(wrongs.map(({ lang }) => lang)).toEqual(['sv', 'nb']);
  });

  test('a conversation that cannot begin', () => {
    const course = changed(MADE, ({ scenario }) => {
      Reflect.deleteProperty(scenario ?? {}, 'opening');
    });
    const { wrongs } = walkCourse(course, sight);
    expect(wrongs.map(({ wrong, at }) => ({ wrong, at }))).toContainEqual({ wrong: 'threw', at: 'hear' });
  });

  test('a temperature out of bounds', () => {
    const course = courseMade(MADE);
    const hot = { ...course, machine: { ...course.machine, temperature: 12 } };
    expect(first(walkCourse(hot, sight))).toMatchObject({ wrong: 'out-of-bounds', seen: '12', at: 'lost' });
  });

  test('a danger to life that leads back to the conversation', () => {
    const course = changed(MADE, ({ threats }) => {
      (threats.get('physical') as { stop: boolean }).stop = false;
    });
    const { wrongs } = walkCourse(course, sight);
    const dangers = wrongs.filter(({ wrong }) => wrong === 'danger-not-safe');
    expect(dangers.map(({ seen }) => seen).sort()).toEqual([
      'physical.help → hear',
      'physical.help → lost',
      'physical.help → manager.answer',
      'physical.help → thank',
      'physical.limit → lost',
      'physical.limit → manager.answer',
    ]);
    for (const one of dangers) expect(leadsThere(course, one)).toBe(true);
  });

  test('in a playbook by itself, also where a threat was answered on the way', () => {
    const course = changed(ALONE, ({ threats }) => {
      (threats.get('physical') as { stop: boolean }).stop = false;
    });
    const { wrongs } = walkCourse(course, sight);
    expect(wrongs.length).toBeGreaterThan(0);
    for (const one of wrongs) expect(leadsThere(course, one)).toBe(true);
  });
});
