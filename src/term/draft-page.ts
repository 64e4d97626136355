/** Drafts as lines: pure, the same value and width give the same lines. */
import { leftUntil, momentOf, type Zone } from '../journal/cool-off.ts';
import { type Draft, type Reading, stateOf, textOf } from '../journal/draft.ts';
import type { DraftMessages, DraftTalk } from '../locales/draft.ts';
import { cut, heading, labelled, type Page, shown, wrap } from './render.ts';

/** When it is, and where. */
export interface Now {
  readonly now: number;
  readonly zone: Zone;
}

/** A text as it was written, indented. */
export function asWritten(page: Page<unknown>, text: string): string[] {
  return shown(page, text)
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [''] : wrap(page.style, line)));
}

/** What was read in the customer's text; nothing of what was skipped. */
export function readingLines(page: Page<unknown>, talk: DraftTalk, reading: Reading): string[] {
  return (['facts', 'wish', 'feeling'] as const)
    .filter((part) => reading[part] !== '')
    .flatMap((part) => labelled(page, talk.reading[part].label, reading[part]));
}

/** An instant in words. */
export function momentIn(say: DraftMessages, instant: string, { now, zone }: Now): string {
  return say.moment(momentOf(Date.parse(instant), now, zone));
}

/** What may be done with a draft, in a few words. */
export function stateLine(say: DraftMessages, draft: Draft, when: Now): string {
  const state = stateOf(draft, when.now);
  if (state === 'cooling') {
    const left = leftUntil(Date.parse(draft.notBefore), when.now);
    return say.opens(momentIn(say, draft.notBefore, when), left ? say.left(left) : '');
  }
  return state === 'done' ? say.done(momentIn(say, draft.done ?? '', when)) : say.state[state];
}

/** All drafts, two lines each: the name and what may be done, and how the answer begins. */
export function listLines(page: Page<DraftMessages>, drafts: readonly Draft[], when: Now): string[] {
  const { style, texts } = page;
  return [
    heading(page, texts.list),
    ...drafts.flatMap((draft) => {
      const begins = textOf(draft) || draft.customer || '';
      return [
        ...wrap(style, `${style.strong(draft.id)}  ${shown(page, stateLine(texts, draft, when))}`, 4, '  '),
        ...(begins ? [`    ${cut(style, shown(page, begins.replace(/\s+/g, ' ')), style.width - 6)}`] : []),
      ];
    }),
  ];
}

/** One draft in full: when, the customer, the reading, every version. */
export function showLines(page: Page<DraftMessages>, talk: DraftTalk, draft: Draft, when: Now): string[] {
  const { style, texts } = page;
  const say = (text: string) => wrap(style, shown(page, text));
  return [
    heading(page, draft.id),
    ...say(`${texts.made(momentIn(texts, draft.made, when))}, ${stateLine(texts, draft, when)}.`),
    ...(draft.keepUntil === null ? [] : say(`${texts.keptUntil(momentIn(texts, draft.keepUntil, when))}.`)),
    ...draft.early.flatMap(({ at, reason }) => say(texts.earlyBecause(momentIn(texts, at, when), reason))),
    ...(draft.customer === null
      ? []
      : ['', heading(page, talk.customer), ...asWritten(page, draft.customer)]),
    ...spaced(readingLines(page, talk, draft.reading)),
    ...draft.versions.flatMap(({ at, text }, i) => [
      '',
      heading(page, texts.version(i + 1, draft.versions.length, momentIn(texts, at, when))),
      ...asWritten(page, text),
    ]),
  ];
}

const spaced = (lines: readonly string[]): string[] => (lines.length > 0 ? ['', ...lines] : []);
