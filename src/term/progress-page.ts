/**
 * What was practised, as a page of small plots: bars of plain glyphs with the
 * number beside each, so that nothing hangs on colour. In a narrow window a bar
 * stands below its name; in plain text there are numbers alone.
 */
import type { Due } from '../journal/due.ts';
import type { Names } from '../journal/names.ts';
import type { Compared, Course, Progress, Share } from '../journal/progress.ts';
import { toldDay, toldSpan } from '../journal/told-day.ts';
import type { ProgressTexts } from '../locales/progress.ts';
import { namedLines, nothingDue } from './due-lines.ts';
import { heading, type Page, shown, tied, wrap } from './render.ts';
import type { Style } from './style.ts';

/** What there is to show. */
export interface Seen {
  readonly progress: Progress;
  readonly due: Due;
  readonly names: Names;
}

/** So many conversations are shown by themselves. */
const MOST_ROWS = 10;
/** The cells of a bar of five, and of a count. */
const CELLS = 5;
/** The degrees of the temperature. */
const DEGREES = 10;

/** The page; where nothing was practised, a kind word and how to begin. */
export function progressPage(page: Page<ProgressTexts>, { progress, due, names }: Seen): string[] {
  const { texts, style } = page;
  const { from, to, moves, faults } = progress;
  if (from === null || to === null) {
    return [
      heading(page, texts.title),
      ...wrap(style, shown(page, texts.empty)),
      ...wrap(style, `${shown(page, texts.begin)} ${style.strong('svalka practice')}`),
    ];
  }
  const day = (one: number) => toldDay(texts, one, due.today);
  return [
    heading(page, texts.title),
    ...wrap(
      style,
      shown(
        page,
        `${texts.summary(progress.sessions, progress.days)} ${toldSpan(texts, from, to, due.today)}`,
      ),
    ),
    ...section(page, texts.scenarios, null, scenarioRows(page, progress, day, names)),
    ...(progress.order.of > 0
      ? section(
          page,
          texts.order,
          texts.orderAbout,
          pairRows(page, [{ name: '', ...sharesTold(page, progress.order) }]),
        )
      : []),
    ...(moves.length > 0
      ? section(
          page,
          texts.moves,
          texts.movesAbout,
          pairRows(
            page,
            moves.map((one) => ({ name: names.move(one.move), ...sharesTold(page, one) })),
          ),
        )
      : []),
    ...section(
      page,
      texts.faults,
      faults.length > 0 ? texts.faultsAbout : texts.faultsNone,
      pairRows(page, faultsTold(page, progress, names)),
    ),
    ...section(page, texts.temperature, texts.temperatureAbout, temperatureRows(page, progress, day, names)),
    ...section(page, texts.due, null, dueRows(page, due, names)),
    '',
    ...wrap(style, style.dim(shown(page, texts.honest))),
  ];
}

function section(
  page: Page<ProgressTexts>,
  title: string,
  about: string | null,
  rows: readonly string[],
): string[] {
  const { style } = page;
  return [
    '',
    heading(page, title),
    ...(about === null ? [] : wrap(style, style.dim(shown(page, about)))),
    ...rows,
  ];
}

/** A name with what stands beside it, or below it where there is no room. */
interface Row {
  readonly name: string;
  readonly beside: string;
}

function besideRows(page: Page<ProgressTexts>, rows: readonly Row[]): string[] {
  const { style } = page;
  const named = rows.map(({ name, beside }) => ({ name: shown(page, name), beside }));
  const room = Math.max(0, ...named.map(({ name }) => name.length));
  const widest = Math.max(0, ...named.map(({ beside }) => plainLength(beside)));
  if (room === 0) return named.flatMap(({ beside }) => wrap(style, beside));
  if (room + widest + 4 <= style.width)
    return named.map(({ name, beside }) => `  ${name.padEnd(room)} ${beside.trimEnd()}`);
  return named.flatMap(({ name, beside }) => [...wrap(style, name), ...wrap(style, beside, 4)]);
}

/** How many columns a text takes without the colour in it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour is what it takes out
const plainLength = (text: string): number => text.replace(/\u001b\[[\d;]*m/g, '').length;

/** A part as a bar of cells and as words. */
interface Told {
  readonly full: number;
  readonly empty: number;
  /** Beside a bar, and where there is none. */
  readonly number: string;
  readonly words: string;
}

type Pair = Compared<Told> & { readonly name: string };

/** The last five and the five before them, a row each. */
function pairRows(page: Page<ProgressTexts>, pairs: readonly Pair[]): string[] {
  const { texts, style } = page;
  const both = pairs.map(({ name, recent, before }) => ({
    name,
    parts: [
      { when: texts.recent, told: recent },
      { when: texts.before, told: before },
    ].flatMap(({ when, told }) => (told ? [{ when, told }] : [])),
  }));
  if (style.plain) {
    return both.flatMap(({ name, parts }) => {
      const told = parts.map(({ when, told }) => `${when} ${told.words}`).join(', ');
      return wrap(style, shown(page, name === '' ? told : `${name}: ${told}`));
    });
  }
  const width = Math.max(0, ...both.flatMap(({ parts }) => parts.map(({ told }) => told.number.length)));
  return besideRows(
    page,
    both.map(({ name, parts }) => ({
      name,
      beside: parts
        .map(({ when, told }) => `${shown(page, when)} ${bar(style, told)} ${told.number.padEnd(width)}`)
        .join('  '),
    })),
  );
}

/** As wide for every row: what is neither full nor empty is blank. */
function bar(style: Style, { full, empty }: Pick<Told, 'full' | 'empty'>, cells = CELLS): string {
  const blank = ' '.repeat(Math.max(0, cells - full - empty));
  return `${style.glyph.full.repeat(full)}${style.dim(style.glyph.empty.repeat(empty))}${blank}`;
}

function sharesTold({ texts }: Page<ProgressTexts>, { recent, before }: Compared<Share>): Compared<Told> {
  const told = (share: Share | null): Told | null =>
    share && {
      full: share.times,
      empty: share.of - share.times,
      number: `${share.times}/${share.of}`,
      words: texts.of(share.times, share.of),
    };
  return { recent: told(recent), before: told(before) };
}

function faultsTold(page: Page<ProgressTexts>, { faults }: Progress, names: Names): Pair[] {
  const most = Math.max(0, ...faults.flatMap(({ recent, before }) => [recent ?? 0, before ?? 0]));
  const told = (times: number | null): Told | null =>
    times === null
      ? null
      : { full: scaled(times, most), empty: 0, number: String(times), words: page.texts.times(times) };
  return faults.map(({ fault, recent, before }) => ({
    name: names.fault(fault),
    recent: told(recent),
    before: told(before),
  }));
}

/** Cells for a count; where the largest has no room, all shrink alike, but none to nothing. */
function scaled(times: number, most: number): number {
  if (most <= CELLS || times === 0) return times;
  return Math.max(1, Math.round((times * CELLS) / most));
}

function scenarioRows(
  page: Page<ProgressTexts>,
  { practised }: Progress,
  day: (one: number) => string,
  names: Names,
): string[] {
  const { texts, style } = page;
  const most = practised[0]?.times ?? 0;
  const left = practised.length - MOST_ROWS;
  const told = practised.slice(0, MOST_ROWS).map(({ scenario, times, last }) => ({
    name: names.scenario(scenario),
    full: scaled(times, most),
    words: `${texts.times(times)}, ${texts.last(day(last))}`,
  }));
  const rows = style.plain
    ? told.flatMap(({ name, words }) => wrap(style, shown(page, `${name}: ${words}`)))
    : besideRows(
        page,
        told.map(({ name, full, words }) => ({
          name,
          beside: `${bar(style, { full, empty: 0 }, Math.min(most, CELLS))} ${shown(page, words)}`,
        })),
      );
  return [...rows, ...(left > 0 ? wrap(style, shown(page, texts.andMore(left))) : [])];
}

function temperatureRows(
  page: Page<ProgressTexts>,
  { temperatures }: Progress,
  day: (one: number) => string,
  names: Names,
): string[] {
  const { texts, style } = page;
  const left = temperatures.length - MOST_ROWS;
  const told = temperatures.slice(-MOST_ROWS).map((one) => ({
    day: day(one.day),
    scenario: names.scenario(one.scenario),
    moved: `${one.start} → ${one.end}`,
    word: texts.ended[one.ended ?? 'left'],
    ...filled(one),
  }));
  const room = Math.max(0, ...told.map((one) => one.day.length));
  const rows = style.plain
    ? told.flatMap((one) =>
        wrap(style, shown(page, `${one.day}, ${one.scenario}: ${one.moved}, ${one.word}`)),
      )
    : besideRows(
        page,
        told.map((one) => ({
          name: `${one.day.padStart(room)} ${one.scenario}`,
          beside: `${bar(style, one, DEGREES)} ${shown(page, `${one.moved} ${one.word}`)}`,
        })),
      );
  return [...rows, ...(left > 0 ? wrap(style, shown(page, texts.earlier(left))) : [])];
}

/** The end of a course within the scale. */
function filled({ end }: Course): { full: number; empty: number } {
  const full = Math.max(0, Math.min(DEGREES, end));
  return { full, empty: DEGREES - full };
}

function dueRows(page: Page<ProgressTexts>, due: Due, names: Names): string[] {
  const { texts, style } = page;
  const { items, never, suggestion } = due;
  return [
    ...(items.length > 0
      ? namedLines(
          page,
          texts.dueToday,
          items.map(({ item }) => item),
          names,
        )
      : nothingDue(page, due)),
    ...(never.length > 0 ? namedLines(page, texts.never, never, names) : []),
    ...(suggestion
      ? wrap(style, shown(page, texts.goOn(tied('svalka practice --due'), suggestion.minutes)))
      : []),
  ];
}
