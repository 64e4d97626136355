/** One step of a live conversation on one screen. */
import type { Phrase } from '../flow/course.ts';
import type { View } from '../flow/session.ts';
import type { Step } from '../playbook/schema.ts';
import { labelled, type Page, quote, shown, wrap } from './render.ts';

/** One step of a live conversation, to be read at a glance: phrases first and large. */
export function coachScreen(page: Page, title: string, now: View): string[] {
  const { style, texts, lang } = page;
  const { step } = now;
  if (!step) return [];
  const near = now.phrases.filter((phrase) => phrase.channel === now.phrases[0]?.channel);
  const head = now.threat
    ? `${now.threat.name[lang]} ${style.glyph.dot} ${now.number}/${now.of}`
    : `${title} ${now.number}/${now.of}`;
  const top = [
    ...wrap(style, style.dim(shown(page, head)), 0),
    style.strong(shown(page, step.name[lang]).toUpperCase()),
    ...wrap(style, shown(page, step.question?.[lang] ?? step.aim[lang])),
    '',
  ];
  const avoid = labelled(page, texts.avoid, step.avoid[lang].join(' '));
  const stop = now.threat?.stop ? wrap(style, style.warm(texts.stop)) : [];
  const room = Math.max(6, style.rows - top.length - avoid.length - stop.length - 4);
  return [...top, ...spaced(page, step, near, room), ...stop, ...avoid];
}

/** As many phrases as there is room for, each with air below it; every way gets one, room or not. */
function spaced(page: Page, step: Step, phrases: readonly Phrase[], room: number): string[] {
  const { style, lang } = page;
  const ways = [...new Set(phrases.map((phrase) => phrase.way))];
  const groups = ways.map((way) => ({
    title: way === null ? [] : wrap(style, style.strong(shown(page, step.ways?.[way]?.name[lang] ?? way))),
    blocks: phrases
      .filter((phrase) => phrase.way === way)
      .map((phrase) => [...wrap(style, style.accent(quote(page, phrase.text)), 3), '']),
  }));
  let used = groups.reduce((sum, { title, blocks }) => sum + title.length + (blocks[0]?.length ?? 0), 0);
  return groups.flatMap(({ title, blocks: [first = [], ...rest] }) => {
    const fitting = rest.filter((block) => {
      const fits = used + block.length <= room;
      if (fits) used += block.length;
      return fits;
    });
    return [...title, ...first, ...fitting.flat()];
  });
}
