/** Plots as SVG that reads without colour: words and numbers beside every mark. */
import { element, escaped } from '../../xml.ts';

/** In units of the drawing; the page makes it as wide as there is room. */
const WIDTH = 400;
const BAR = 250;
const BAR_AT = 60;
const LINE = 20;

/** What a drawing is called, and what it shows, for those who hear it. */
export interface Described {
  readonly id: string;
  readonly title: string;
  readonly about: string;
}

/** A bar: so much of so much, on a scale that all bars of a plot share. */
export interface Bar {
  /** Stands before it, or nothing. */
  readonly when: string;
  readonly value: number;
  /** The end of its track; null for a count, which has none. */
  readonly of: number | null;
  /** Stands behind it. */
  readonly words: string;
  /** Drawn as an outline, for what was before. */
  readonly before: boolean;
}

export interface Bars {
  readonly name: string;
  readonly bars: readonly Bar[];
}

/** Bars under their names, row by row. */
export function barsSvg(described: Described, rows: readonly Bars[]): string {
  const most = Math.max(1, ...rows.flatMap(({ bars }) => bars.map(({ value, of }) => of ?? value)));
  const drawn: string[] = [];
  let y = 0;
  for (const { name, bars } of rows) {
    if (name !== '') {
      y += LINE;
      drawn.push(text(name, { x: 0, y: y - 5, class: 'name' }));
    }
    for (const bar of bars) {
      drawn.push(...barAt(bar, y, most));
      y += LINE;
    }
    y += 6;
  }
  return svg(described, y, drawn);
}

function barAt({ when, value, of, words, before }: Bar, y: number, most: number): string[] {
  const long = (part: number) => Math.round((part * BAR) / most);
  const at = when === '' ? 0 : BAR_AT;
  const box = { x: at, y: y + 3, height: LINE - 6 };
  return [
    ...(when === '' ? [] : [text(when, { x: 0, y: y + LINE - 5 })]),
    ...(of === null ? [] : [element('rect', { ...box, width: long(of), class: 'track' })]),
    ...(value > 0 ? [element('rect', { ...box, width: long(value), class: before ? 'was' : 'is' })] : []),
    text(words, { x: at + long(of ?? value) + 8, y: y + LINE - 5 }),
  ];
}

/** A course from its start to its end. */
export interface Fall {
  readonly start: number;
  readonly end: number;
  /** Stands below it. */
  readonly name: string;
}

const DEGREES = 10;
const DEGREE = 18;
const TOP = 20;
/** Room for the numbers of the scale. */
const LEFT = 30;

/** From start (a ring) to end (a dot with its number), side by side on the scale of the temperature. */
export function fallsSvg(described: Described, falls: readonly Fall[]): string {
  const place = (degrees: number) => TOP + (DEGREES - Math.max(0, Math.min(DEGREES, degrees))) * DEGREE;
  const wide = (WIDTH - LEFT) / Math.max(1, falls.length);
  const scale = [0, 5, DEGREES].flatMap((degrees) => [
    element('line', { x1: 24, x2: WIDTH, y1: place(degrees), y2: place(degrees), class: 'track' }),
    text(String(degrees), { x: 0, y: place(degrees) + 4 }),
  ]);
  const drawn = falls.flatMap(({ start, end, name }, i) => {
    const x = Math.round(LEFT + wide * (i + 0.5));
    return [
      element('line', { x1: x, x2: x, y1: place(start), y2: place(end), class: 'fall' }),
      element('circle', { cx: x, cy: place(start), r: 4, class: 'was' }),
      element('circle', { cx: x, cy: place(end), r: 5, class: 'is' }),
      text(String(end), { x: x + 8, y: place(end) + (end <= 1 ? -4 : 4) }),
      text(name, { x, y: place(0) + 24, 'text-anchor': 'middle' }),
    ];
  });
  return svg(described, place(0) + 32, [...scale, ...drawn]);
}

function svg({ id, title, about }: Described, height: number, drawn: readonly string[]): string {
  const [titleId, aboutId] = [`${id}-title`, `${id}-about`];
  return element(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-labelledby': `${titleId} ${aboutId}` },
    [
      element('title', { id: titleId }, escaped(title)),
      element('desc', { id: aboutId }, escaped(about)),
      ...drawn,
    ].join(''),
  );
}

/** So many letters have room in a line of the drawing; the table beside it has the rest. */
const LETTERS = 44;

function text(words: string, attributes: Readonly<Record<string, string | number>>): string {
  const whole = [...words];
  const fitting = whole.length > LETTERS ? `${whole.slice(0, LETTERS - 1).join('')}…` : words;
  return element('text', attributes, escaped(fitting));
}
