/** A review as lines: the text with its words marked, each move and fault by name, what to say instead. */

import { missingFrom, tooSoonIn } from '../coach/order.ts';
import type { Review, Span } from '../coach/review.ts';
import type { Playbook, Temperature } from '../playbook/schema.ts';
import { heading, marked, type Page, quote, shown, wrap } from './render.ts';

/** From so many sentences on, a text is gone through one by one. */
const LONG = 4;

/** What a review is told with: the names of moves and faults, and the order they belong in. */
export interface Told {
  readonly temperature: Temperature;
  readonly heart: Playbook;
}

/** The page of a review. */
export function reviewPage(page: Page, review: Review, told: Told): string[] {
  const { style, texts } = page;
  const found = [...review.moves, ...review.faults];
  if (review.sentences.length >= LONG) return longPage(page, review, told);
  return [
    ...marked(page, review.text, found),
    '',
    ...(found.length === 0 ? wrap(style, texts.review.nothing) : []),
    ...foundIn(page, review, told, { start: 0, end: review.text.length }),
  ];
}

/** Sentence by sentence, then what is missing in the order of HEART and what came too early. */
function longPage(page: Page, review: Review, told: Told): string[] {
  const { style, texts, lang } = page;
  const found = [...review.moves, ...review.faults];
  const names = (steps: readonly string[]) =>
    steps.map((id) => shown(page, told.heart.steps[id]?.name[lang] ?? id)).join(` ${style.glyph.dot} `);
  const missing = missingFrom(review, told.heart);
  const early = tooSoonIn(review);
  return [
    ...review.sentences.flatMap((sentence) => [
      ...marked(page, review.text, found, sentence),
      ...foundIn(page, review, told, sentence),
      '',
    ]),
    heading(page, told.heart.title[lang]),
    ...(missing.length > 0
      ? wrap(style, `${style.strong(`${texts.review.missing}:`)} ${names(missing)}`)
      : []),
    ...(early
      ? wrap(style, `${style.strong(`${texts.review.early}:`)} ${quote(page, textIn(review, early))}`)
      : []),
    ...(missing.length === 0 && !early ? wrap(style, texts.review.inOrder) : []),
  ];
}

const within = (span: Span, around: Span) => span.start >= around.start && span.end <= around.end;
const textIn = ({ text }: Review, { start, end }: Span) => text.slice(start, end).replace(/\s+/g, ' ');

/** The moves and faults whose words stand in a part of the text. */
function foundIn(page: Page, review: Review, { temperature }: Told, around: Span): string[] {
  const { style, lang, texts } = page;
  const item = (sign: string, name: string, span: Span) =>
    wrap(
      style,
      `${style.strong(`${shown(page, name)}:`)} ${quote(page, textIn(review, span))}`,
      4,
      `  ${sign} `,
    );
  return [
    ...review.moves
      .filter((one) => within(one, around))
      .flatMap((one) => item(style.cool(style.glyph.good), temperature.moves[one.move].name[lang], one)),
    ...review.faults
      .filter((one) => within(one, around))
      .flatMap((one) => [
        ...item(style.warm(style.glyph.bad), temperature.faults[one.fault].name[lang], one),
        ...wrap(style, shown(page, one.message), 4),
        ...one.instead.flatMap((line, i) =>
          wrap(style, `${i === 0 ? `${texts.instead}: ` : ''}${style.accent(quote(page, line))}`, 4),
        ),
      ]),
  ];
}
