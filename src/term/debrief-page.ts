/** The end of a session as a page: how it went, what to work on, one phrase to learn. */
import type { Course } from '../flow/course.ts';
import type { Debrief, Weakness } from '../flow/debrief.ts';
import type { Session } from '../flow/session.ts';
import type { Pair } from '../playbook/types.ts';
import { cut, heading, labelled, type Page, quote, shown, tied, wrap } from './render.ts';

/** The end of a session and what it showed. */
export function debriefPage(page: Page, session: Session, sum: Debrief): string[] {
  const { style, texts } = page;
  const { course, lang } = session;
  const most = course.machine.lostAt;
  const safeEnd = sum.end === 'safe' ? course.threats.get(lastThreat(session))?.after[lang] : undefined;
  return [
    heading(page, texts.debrief),
    ...wrap(style, style.strong(sum.end ? texts.ends[sum.end] : '')),
    ...(sum.missed ? wrap(style, texts.missed) : []),
    ...(safeEnd ? wrap(style, shown(page, safeEnd)) : []),
    '',
    `  ${style.strong(`${texts.courseOf}:`)}`,
    ...plot(page, sum.course, most),
    '',
    ...(sum.good.length > 0
      ? labelled(page, texts.good, sum.good.map(tied).join(` ${style.glyph.dot} `))
      : wrap(style, shown(page, texts.goodNone))),
    ...(sum.best === null ? [] : labelled(page, texts.best, quote(page, sum.best))),
    ...(sum.worst === null ? [] : labelled(page, texts.worst, quote(page, sum.worst))),
    ...workOn(page, session.course, sum),
    ...(sum.learn
      ? [
          ...wrap(style, style.strong(`${texts.learn} (${shown(page, sum.learn.name)}):`)),
          ...wrap(style, style.accent(quote(page, sum.learn.phrase.text)), 4),
        ]
      : []),
  ];
}

function lastThreat(session: Session) {
  return session.turns.map((turn) => turn.node.threat).findLast((kind) => kind !== null) ?? 'physical';
}

/** The temperature's course: a row a turn, readable without colour. */
function plot(page: Page, course: Debrief['course'], most: number): string[] {
  const { style, texts } = page;
  const rows = course.map(({ name, temperature }, i) => ({
    label: shown(page, i === 0 ? texts.start : name),
    temperature,
  }));
  if (style.plain) {
    return rows.flatMap(({ label, temperature }) => wrap(style, `${label}: ${temperature}/${most}`));
  }
  // Beside the label: two blanks before it, one after it, the bar, and the number.
  const room = Math.min(Math.max(...rows.map(({ label }) => label.length)), style.width - most - 7);
  return rows.map(({ label, temperature }) => {
    const bar =
      style.glyph.full.repeat(temperature) + style.dim(style.glyph.empty.repeat(most - temperature));
    return `  ${cut(style, label, room).padEnd(room)} ${bar} ${temperature}`;
  });
}

function workOn(page: Page, course: Course, sum: Debrief): string[] {
  const { style, texts, lang } = page;
  if (sum.work.length === 0) return wrap(style, texts.workNone);
  return [
    `  ${style.strong(`${texts.work}:`)}`,
    ...sum.work.flatMap(({ weakness, times }) => {
      const { name, instead } = adviceFor(course, weakness);
      const text = `${shown(page, name[lang])} (${texts.times(times)}). ${texts.instead}: ${shown(page, instead[lang])}`;
      return wrap(style, text, 4, `  ${style.glyph.dot} `);
    }),
  ];
}

function adviceFor(course: Course, weakness: Weakness): { name: Pair; instead: Pair } {
  return 'fault' in weakness
    ? course.temperature.faults[weakness.fault]
    : course.temperature.turns[weakness.turn];
}
