/**
 * The screens of a conversation, each by itself and as practice and coach draw it. Functions, so
 * that one that cannot be drawn does not keep the others from being drawn.
 */
import type { Course } from '../flow/course.ts';
import { channelOf, type Heard, type Session, type Turn, view } from '../flow/session.ts';
import { CHANNELS } from '../playbook/types.ts';
import { choiceLines } from '../term/choices.ts';
import { coachScreen } from '../term/coach-screen.ts';
import { debriefOf } from '../term/play.ts';
import * as render from '../term/render.ts';

export const SCREENS = [
  'situation',
  'opening',
  'step',
  'choices',
  'hint',
  'why',
  'phrases',
  'coach',
  'threat',
  'feedback',
  'temperature',
  'line',
  'end',
] as const;
export type ScreenKind = (typeof SCREENS)[number];

export interface Screen {
  readonly kind: ScreenKind;
  readonly draw: () => readonly string[];
}

/** More rows than any list has, so that none of it is cut. */
const ALL_ROWS = 999;

/** Before anything is answered. */
export function screensAtStart(page: render.Page, session: Session): Screen[] {
  const { course, first, opening } = session;
  const { scenario, threats } = course;
  const answers = [...threats.values()].map(
    (threat): Screen => ({ kind: 'threat', draw: () => render.threatAnswer(page, threat) }),
  );
  if (!scenario) return answers;
  return [
    { kind: 'situation', draw: () => render.situation(page, scenario) },
    {
      kind: 'opening',
      draw: () => [
        ...render.heard(page, course, opening),
        ...render.thermometer(page, course, first.temperature, null),
      ],
    },
    ...answers,
  ];
}

/**
 * At a step: what can be chosen and what every key shows.
 * @param sourceOf the title of a source
 */
export function screensAtStep(
  page: render.Page,
  session: Session,
  sourceOf: (id: string) => string,
): Screen[] {
  const { course } = session;
  const { step } = view(session);
  if (!step) return [];
  const why: Screen = { kind: 'why', draw: () => render.why(page, step, sourceOf(step.source)) };
  if (!course.scenario) return [...coachScreens(page, session), why];
  const now = view(session, channelOf(course));
  const near = now.phrases.filter(({ channel }) => channel === now.phrases[0]?.channel);
  return [
    { kind: 'step', draw: () => render.stepHeading(page, now) },
    {
      kind: 'choices',
      draw: () => now.options.flatMap((_, active) => choiceLines(page, now.options, active, ALL_ROWS)),
    },
    { kind: 'hint', draw: () => render.hint(page, step) },
    why,
    { kind: 'phrases', draw: () => render.phraseList(page, step, near) },
  ];
}

/** A live conversation, in every channel. */
function coachScreens(page: render.Page, session: Session): Screen[] {
  const title = session.course.playbook.title[page.lang];
  return CHANNELS.flatMap((channel): Screen[] => {
    const now = view(session, channel);
    return [
      { kind: 'coach', draw: () => coachScreen(page, title, now) },
      { kind: 'phrases', draw: () => (now.step ? render.phraseList(page, now.step, now.phrases) : []) },
    ];
  });
}

/** What comes of a turn. */
export const feedback = (page: render.Page, session: Session, turn: Turn): Screen => ({
  kind: 'feedback',
  draw: () => render.turnPlayed(page, session, turn),
});

/** How hot it is, and how that changed. */
export const temperature = (page: render.Page, course: Course, degrees: number, change: number): Screen => ({
  kind: 'temperature',
  draw: () => render.thermometer(page, course, degrees, change),
});

/** A line that the customer may say. */
export const spoken = (page: render.Page, course: Course, line: Heard): Screen => ({
  kind: 'line',
  draw: () => render.heard(page, course, [line]),
});

/** How it went. */
export const debriefed = (page: render.Page, session: Session): Screen => ({
  kind: 'end',
  draw: () => debriefOf(page, session),
});
