/**
 * Every kind of screen as a file to open, in both languages, wide and narrow.
 * `vitest -u` writes them anew; read what changed before you keep it.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Course, phrasesOf } from '../../src/flow/course.ts';
import { advance, type Input, type Session, start, view } from '../../src/flow/session.ts';
import type { KeyName } from '../../src/locales/texts.ts';
import type { Step } from '../../src/playbook/schema.ts';
import { sourceTitle } from '../../src/playbook/sources.ts';
import { type Channel, LANGS, THREATS, type ThreatKind } from '../../src/playbook/types.ts';
import { KEYS } from '../../src/term/ask.ts';
import { choiceLines, keyLines } from '../../src/term/choices.ts';
import { coachScreen } from '../../src/term/coach-screen.ts';
import type { Reply } from '../../src/term/play.ts';
import { cardTitle, type Page, situation, stepPage, threatAnswer } from '../../src/term/render.ts';
import { playbookCourse, scenarioCourse } from '../flow/courses.ts';
import { library, ROOT } from '../support/content.ts';
import { pageOf } from '../support/page.ts';
import { answers, played, slips } from '../support/screens.ts';

const SEED = 1;

const courses = {
  parcel: scenarioCourse('late-parcel'),
  gym: scenarioCourse('gym-contract'),
  workshop: scenarioCourse('workshop-invoice'),
  debts: scenarioCourse('debt-letter'),
  mail: scenarioCourse('wrong-size-refund'),
  heart: playbookCourse('heart'),
  leader: playbookCourse('leader'),
  idle: idle(scenarioCourse('late-parcel')),
};
type Name = keyof typeof courses;

/** With an answer that does nothing and one that only goes on acknowledging; no shipped step offers such. */
function idle(course: Course): Course {
  const { scenario } = course;
  if (!scenario?.steps.empathize) throw new Error('no such step');
  const { empathize } = scenario.steps;
  const choices = {
    ...empathize.choices,
    well: { sv: 'Ett ögonblick.', nb: 'Et øyeblikk.' },
    again: { moves: ['hear' as const], sv: 'Berätta mer.', nb: 'Fortell mer.' },
  };
  return {
    ...course,
    scenario: { ...scenario, steps: { ...scenario.steps, empathize: { ...empathize, choices } } },
  };
}

/** A conversation so far, in words: an answer's id, `skip`, `done` or `~manager` (the threat). */
function at(page: Page, name: Name, words = ''): Session {
  const inputs = words
    .split(' ')
    .filter(Boolean)
    .map((word): Input => {
      if (word === 'skip') return { skip: true };
      if (word === 'done') return { done: true };
      return word.startsWith('~') ? { threat: word.slice(1) as ThreatKind } : { choose: word };
    });
  return inputs.reduce(advance, start(courses[name], page.lang, SEED));
}

const keys = (...names: readonly KeyName[]): Reply[] => names.map((key) => ({ key }));

type Screen = (page: Page) => readonly string[] | Promise<readonly string[]>;

/** What is on the screen after these turns. */
const after =
  (name: Name, words: string, replies: readonly Reply[] = [], picked: string | null = null): Screen =>
  (page) =>
    played(page, at(page, name, words), answers(replies, picked));

/** What there is to answer, with the second answer marked, and the keys. */
const question =
  (name: Name, words: string, rows: number): Screen =>
  (page) => {
    const names: KeyName[] = ['hint', 'why', 'phrases', 'threat', 'back', 'skip', 'restart', 'quit'];
    const hints = names.map((key) => ({ key: KEYS[key], label: page.texts.keys[key] }));
    return [
      ...choiceLines(page, view(at(page, name, words)).options, 1, rows),
      ...keyLines(page, [{ key: '↑↓ ⏎', label: page.texts.keys.choose }, ...hints]),
    ];
  };

/** A step of a live conversation. */
const coach =
  (name: Name, words: string, channel: Channel = 'phone'): Screen =>
  (page) => {
    const session = at(page, name, words);
    return coachScreen(page, session.course.playbook.title[page.lang], view(session, channel));
  };

const shownStep =
  (id: string, find: (course: Course) => Step | undefined): Screen =>
  (page) => {
    const step = find(courses.heart);
    if (!step) throw new Error(`no such step: ${id}`);
    const phrases = phrasesOf(courses.heart, step, page.lang, 'phone');
    return stepPage(page, id, step, phrases, sourceTitle(library, step.source, page.texts.basedOn));
  };

const WELL = 'tell-me watch-her-wait our-silence courier-tonight thanks-held-on';
const HOT = 'courier-first say-back better-time no-wonder not-our-terminal our-silence';
const DANGER = 'from-monday brakes-cost brakes-cost';
const DESPAIR = 'start-anywhere heavy-winter missed-call pause-now';

const FILES: Readonly<Record<string, Readonly<Record<string, Screen>>>> = {
  opening: {
    'the beginning': after('parcel', ''),
    'the beginning of a chat': after('gym', ''),
    'the beginning of a mail': after('mail', ''),
  },
  choices: {
    'the choices and the keys': question('parcel', '', 20),
    'the choices with little room': question('parcel', '', 6),
    'the scenarios to pick': (page) => {
      const cards = library.cards('scenario');
      const options = cards.map((card) => ({ id: card.id, text: cardTitle(page, card) }));
      return choiceLines(page, options, 8, 20);
    },
  },
  turns: {
    right: after('parcel', 'tell-me'),
    'right, in a chat': after('gym', 'tell-me-all'),
    'a fault': after('parcel', 'terms'),
    'two faults': after('parcel', 'tell-me better-time'),
    'too soon': after('parcel', 'courier-first'),
    'neither good nor bad': after('idle', 'tell-me well'),
    'acknowledged again': after('idle', 'tell-me again'),
    'and again, so the coach says it': after('idle', 'tell-me again again'),
    'two faults at one step, so the coach says it': after('parcel', 'tell-me kids-adapt voice-down'),
    skipped: after('parcel', 'tell-me skip'),
  },
  threats: {
    'breaks in': after('parcel', HOT),
    'its second step': after('parcel', `${HOT} nobody-listened`),
    'back in the step': after('parcel', `${HOT} nobody-listened same-goal`),
    'comes when asked for': after('parcel', 'tell-me ~manager'),
    'comes when asked for, in a chat': after('gym', '~legal'),
    'a danger to life breaks in': after('workshop', DANGER),
    'its second step, after a danger': after('workshop', `${DANGER} end-it`),
    'a wrong answer in a danger': after('workshop', `${DANGER} come-then`),
    'a customer who speaks of harming themselves': after('debts', DESPAIR),
    'what to do next': after('debts', `${DESPAIR} ask-directly`),
    'skipped in it': after('debts', `${DESPAIR} skip`),
  },
  help: {
    'hint, why, phrases': after('parcel', 'tell-me', keys('hint', 'why', 'phrases')),
    'phrases of a step with two ways': after('parcel', 'tell-me watch-her-wait', keys('phrases')),
    'phrases of a threat with two ways': after('parcel', '~manager not-pleased', keys('phrases')),
    'what the customer says, looked up': after('parcel', 'tell-me', keys('threat'), 'manager'),
    'nothing to go back to': after('parcel', '', keys('back')),
    'back and from the start': after('parcel', 'tell-me watch-her-wait', keys('back', 'restart')),
  },
  debrief: {
    calm: after('parcel', WELL),
    'calm, after a threat': after('parcel', `${HOT} nobody-listened same-goal courier-tonight thanks-chance`),
    unresolved: after('parcel', 'skip watch-her-wait if-you-feel our-silence which-one thanks-chance'),
    lost: after('parcel', 'terms our-part-done'),
    'nothing right': after('parcel', 'skip skip skip skip'),
    'safe from a danger': after('workshop', `${DANGER} end-it lock-and-call`),
    'safe, with a customer in despair': after('debts', `${DESPAIR} ask-directly stay-and-call`),
  },
  coach: {
    ...Object.fromEntries(
      ['', 'done', 'done done', 'done done done', 'done done done done'].map((words, i) => [
        `heart, step ${i + 1}`,
        coach('heart', words),
      ]),
    ),
    'heart, by mail': coach('heart', 'done done', 'mail'),
    ...Object.fromEntries(
      ['', 'done', 'done done', 'done done done'].map((words, i) => [
        `the leader, question ${i + 1}`,
        coach('leader', words),
      ]),
    ),
    'a threat': coach('heart', '~public'),
    'a threat with two ways': coach('heart', '~manager done'),
    'a danger to life': coach('heart', '~physical'),
    'a customer in despair': coach('heart', '~self-harm done', 'chat'),
  },
  show: {
    'a scenario': (page) => (courses.workshop.scenario ? situation(page, courses.workshop.scenario) : []),
    'a step': shownStep('hear', ({ playbook }) => playbook.steps.hear),
    'a step with two ways': shownStep('apologize', ({ playbook }) => playbook.steps.apologize),
    'a step of a threat': shownStep('answer', ({ threats }) => threats.get('manager')?.steps.answer),
    ...Object.fromEntries(
      THREATS.map((kind): [string, Screen] => [
        `the threat ${kind}`,
        (page) => {
          const threat = courses.heart.threats.get(kind);
          return threat ? threatAnswer(page, threat) : [];
        },
      ]),
    ),
  },
};

const SIZES: readonly { size: string; columns: number; plain: boolean; files: readonly string[] }[] = [
  { size: '80', columns: 80, plain: false, files: Object.keys(FILES) },
  { size: '40', columns: 40, plain: false, files: Object.keys(FILES) },
  { size: '80.plain', columns: 80, plain: true, files: ['opening', 'turns', 'debrief'] },
];
const CASES = SIZES.flatMap(({ files, ...one }) =>
  files.flatMap((name) =>
    LANGS.map((lang) => ({ ...one, name, lang, file: `${name}.${lang}.${one.size}.txt` })),
  ),
);

describe.each(CASES)('$file', ({ name, lang, columns, plain, file }) => {
  const page = pageOf(lang, columns, { plain });

  test('is as it was read', async () => {
    const parts: string[] = [];
    for (const [title, screen] of Object.entries(FILES[name] ?? {})) {
      parts.push(`== ${title} ==`, ...(await screen(page)), '');
    }
    await expect(`${parts.join('\n')}\n`).toMatchFileSnapshot(`screens/${file}`);
  });

  test('fits, and nothing is left unfilled', async () => {
    for (const [title, screen] of Object.entries(FILES[name] ?? {})) {
      expect(slips(page, await screen(page)), title).toEqual([]);
    }
  });
});

test('no file is left from a screen that is gone', () => {
  const wanted = new Set(CASES.map(({ file }) => file));
  expect(readdirSync(`${ROOT}test/term/screens`).filter((file) => !wanted.has(file))).toEqual([]);
});
