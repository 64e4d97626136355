/**
 * What was practised as one page that stands alone: no script, nothing loaded,
 * the fonts of the system, light and dark, made to be printed. Beside each plot
 * stands its table.
 */
import type { ProgressTexts } from '../../locales/progress.ts';
import type { Lang } from '../../playbook/types.ts';
import { element, escaped } from '../../xml.ts';
import { dateOf } from '../day.ts';
import type { Due } from '../due.ts';
import { itemNames, type Names } from '../names.ts';
import type { Compared, Progress, Share } from '../progress.ts';
import { toldDay, toldSpan } from '../told-day.ts';
import { type Bar, barsSvg, fallsSvg } from './svg.ts';

/** By this a page of ours is known again. */
const GENERATOR = element('meta', { name: 'generator', content: 'svalka progress' });

/** True for a file that {@link progressHtml} wrote, so that it may be written over. */
export const isProgressHtml = (text: string): boolean => text.slice(0, 1000).includes(GENERATOR);

const STYLE = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #16242c; --mute: #4c5d67; --line: #8fa1ab; --mark: #1b6580; }
@media (prefers-color-scheme: dark) { :root { --paper: #12191d; --ink: #e9eff2; --mute: #adbcc4; --line: #6d7f89; --mark: #74c4de; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .25rem; border-top: 1px solid var(--line); padding-top: 1rem; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
.about { color: var(--mute); }
figure { margin: 0; }
svg { display: block; width: 100%; max-width: 27rem; height: auto; margin: 1rem 0; }
text { fill: var(--ink); font: 15px system-ui, sans-serif; }
.name { font-weight: 600; }
.is { fill: var(--mark); stroke: var(--mark); }
.was { fill: var(--paper); stroke: var(--mark); stroke-width: 2; }
.track { fill: none; stroke: var(--line); stroke-dasharray: 2 3; }
.fall { stroke: var(--mark); stroke-width: 2; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; font-weight: normal; }
thead th { color: var(--mute); overflow-wrap: normal; }
code { font-family: ui-monospace, monospace; }
@media print {
  :root { color-scheme: light; --paper: #ffffff; --ink: #000000; --mute: #333333; --line: #888888; --mark: #333333; }
  * { print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  figure, tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  svg { max-width: 24rem; }
}
`;

/** What the page is made from. */
export interface Reported {
  readonly lang: Lang;
  readonly texts: ProgressTexts;
  readonly progress: Progress;
  readonly due: Due;
  readonly names: Names;
}

/** So many conversations have room in the plot; the table has them all. */
const FALLS = 8;

/** The whole page. */
export function progressHtml(reported: Reported): string {
  const { lang, texts, progress, due } = reported;
  const head = [
    element('meta', { charset: 'utf-8' }),
    GENERATOR,
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', {
      'http-equiv': 'Content-Security-Policy',
      content: "default-src 'none'; style-src 'unsafe-inline'",
    }),
    element('title', {}, escaped(texts.title)),
    element('style', {}, STYLE),
  ];
  const main = [
    element('h1', {}, escaped(texts.title)),
    ...(progress.from === null || progress.to === null
      ? [paragraph(texts.empty), commanded(texts.begin, 'svalka practice')]
      : sections(reported, progress.from, progress.to)),
    paragraph(`${texts.honest} ${texts.made(toldDay(texts, due.today, due.today))}`, 'about'),
  ];
  const body = element('body', {}, element('main', {}, main.join('\n')));
  return `<!doctype html>\n${element('html', { lang }, `${element('head', {}, head.join('\n'))}\n${body}`)}\n`;
}

function sections(reported: Reported, from: number, to: number): string[] {
  const { texts, progress, due, names } = reported;
  const { practised, order, moves, faults, temperatures } = progress;
  const { head } = texts;
  const day = (one: number) => toldDay(texts, one, due.today);
  const falls = temperatures.slice(-FALLS);
  return [
    paragraph(`${texts.summary(progress.sessions, progress.days)} ${toldSpan(texts, from, to, due.today)}`),
    plotted(
      'scenarios',
      texts.scenarios,
      null,
      (described) =>
        barsSvg(
          described,
          practised.map(({ scenario, times }) => ({
            name: names.scenario(scenario),
            bars: [{ when: '', value: times, of: null, words: texts.times(times), before: false }],
          })),
        ),
      [head.scenario, head.times, head.last],
      practised.map(({ scenario, times, last }) => [names.scenario(scenario), String(times), day(last)]),
    ),
    order.of === 0
      ? ''
      : plotted(
          'order',
          texts.order,
          texts.orderAbout,
          (described) => barsSvg(described, [{ name: '', bars: sharesBars(texts, order) }]),
          [head.order, head.recent, head.before],
          [[texts.of(order.times, order.of), told(texts, order.recent), told(texts, order.before)]],
        ),
    moves.length === 0
      ? ''
      : plotted(
          'moves',
          texts.moves,
          texts.movesAbout,
          (described) =>
            barsSvg(
              described,
              moves.map((one) => ({ name: names.move(one.move), bars: sharesBars(texts, one) })),
            ),
          [head.move, head.recent, head.before, head.all],
          moves.map((one) => [
            names.move(one.move),
            told(texts, one.recent),
            told(texts, one.before),
            told(texts, one),
          ]),
        ),
    faults.length === 0
      ? `${element('h2', {}, escaped(texts.faults))}\n${paragraph(texts.faultsNone)}`
      : plotted(
          'faults',
          texts.faults,
          texts.faultsAbout,
          (described) =>
            barsSvg(
              described,
              faults.map((one) => ({ name: names.fault(one.fault), bars: countsBars(texts, one) })),
            ),
          [head.fault, head.recent, head.before, head.all],
          faults.map(({ fault, recent, before, times }) => [
            names.fault(fault),
            recent === null ? NONE : String(recent),
            before === null ? NONE : String(before),
            String(times),
          ]),
        ),
    plotted(
      'temperature',
      texts.temperature,
      temperatures.length > falls.length
        ? `${texts.temperatureAbout} ${texts.newest(falls.length)}`
        : texts.temperatureAbout,
      (described) =>
        fallsSvg(
          described,
          falls.map(({ day: on, start, end }) => ({ start, end, name: shortDay(on) })),
        ),
      [head.day, head.scenario, head.start, head.end, head.ended],
      temperatures.map(({ scenario, day: on, start, end, ended }) => [
        day(on),
        names.scenario(scenario),
        String(start),
        String(end),
        texts.ended[ended ?? 'left'],
      ]),
    ),
    element('h2', {}, escaped(texts.due)),
    ...dueParagraphs(reported),
  ];
}

/** As `22/11`, for the foot of a plot. */
function shortDay(day: number): string {
  const date = dateOf(day);
  return `${date.getUTCDate()}/${date.getUTCMonth() + 1}`;
}

/** Where there is nothing to count. */
const NONE = '–';

const told = ({ of }: ProgressTexts, share: Share | null): string =>
  share === null ? NONE : of(share.times, share.of);

function sharesBars(texts: ProgressTexts, { recent, before }: Compared<Share>): Bar[] {
  const bar = (when: string, share: Share | null, isBefore: boolean): Bar[] =>
    share === null
      ? []
      : [{ when, value: share.times, of: share.of, words: `${share.times}/${share.of}`, before: isBefore }];
  return [...bar(texts.recent, recent, false), ...bar(texts.before, before, true)];
}

function countsBars(texts: ProgressTexts, { recent, before }: Compared<number>): Bar[] {
  const bar = (when: string, value: number | null, isBefore: boolean): Bar[] =>
    value === null ? [] : [{ when, value, of: null, words: String(value), before: isBefore }];
  return [...bar(texts.recent, recent, false), ...bar(texts.before, before, true)];
}

function dueParagraphs({ texts, due, names }: Reported): string[] {
  const { items, never, next, today, suggestion } = due;
  const list = (label: string, of: typeof never) =>
    paragraph(`${label}: ${itemNames(of, names, texts.answers).join(' · ')}`);
  const nothing = `${texts.dueNothing}${next === null ? '' : ` ${texts.dueNext(toldDay(texts, next, today))}`}`;
  return [
    items.length > 0
      ? list(
          texts.dueToday,
          items.map(({ item }) => item),
        )
      : paragraph(nothing),
    ...(never.length > 0 ? [list(texts.never, never)] : []),
    ...(suggestion ? [commanded(texts.goOn('', suggestion.minutes), 'svalka practice --due')] : []),
  ];
}

const paragraph = (text: string, kind?: string): string =>
  element('p', kind ? { class: kind } : {}, escaped(text));

const commanded = (text: string, command: string): string =>
  element('p', {}, `${escaped(text.trim())} ${element('code', {}, escaped(command))}`);

/** A plot with its title, its words and its table. */
function plotted(
  id: string,
  title: string,
  about: string | null,
  draw: (described: { id: string; title: string; about: string }) => string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const row = (cells: readonly string[]) =>
    element(
      'tr',
      {},
      cells
        .map((cell, i) =>
          i === 0 ? element('th', { scope: 'row' }, escaped(cell)) : element('td', {}, escaped(cell)),
        )
        .join(''),
    );
  const headRow = element(
    'tr',
    {},
    heads.map((one) => element('th', { scope: 'col' }, escaped(one))).join(''),
  );
  return [
    element('h2', {}, escaped(title)),
    ...(about === null ? [] : [paragraph(about, 'about')]),
    element('figure', {}, draw({ id, title, about: about ?? title })),
    element('table', {}, element('thead', {}, headRow) + element('tbody', {}, rows.map(row).join('\n'))),
  ].join('\n');
}
