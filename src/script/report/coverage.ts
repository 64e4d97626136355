/** Coverage as an author reads it: a table of what was visited, then what was not, by name and place. */
import { clean } from '../../gate.ts';
import type { CoverageTexts } from '../../locales/texts.ts';
import { tied, wrap } from '../../term/render.ts';
import type { Style } from '../../term/style.ts';
import { type Count, type Coverage, type Covered, percent, sum, total } from '../coverage.ts';
import type { Item } from '../items.ts';
import { ITEM_KINDS, type ItemKind, type Subject } from '../visits.ts';

/** Where something stands in a file of the user's own; null for what ships. */
export type Places = (subject: Subject, pointer: string) => { file: string; line: number } | null;

export function coverageText(coverage: Coverage, places: Places, texts: CoverageTexts, style: Style): string {
  return [
    '',
    ...table(coverage, texts, style),
    ...listed(texts.unvisited, coverage, (one) => missed(one, texts), places, texts, style),
    ...listed(texts.unreachable, coverage, ({ unreachable }) => unreachable, places, texts, style),
  ].join('\n');
}

interface Row {
  readonly name: string;
  readonly lang: string;
  readonly count: Count;
}

/** A row for each subject and language, then for each kind of thing, then for all. */
function table(coverage: Coverage, texts: CoverageTexts, style: Style): string[] {
  const blocks = (['playbook', 'scenario', 'threat'] as const).map((kind) => {
    const subjects = coverage.subjects.filter((one) => one.kind === kind);
    return { title: texts.subjects[kind], rows: subjects.map(rowOf) };
  });
  const byKind = ITEM_KINDS.map((kind) => ({
    name: texts.kinds[kind],
    lang: '',
    count: total(coverage, [kind]),
  }));
  const all = { name: texts.total, lang: '', count: total(coverage) };
  const rows = [...blocks.flatMap((block) => block.rows), ...byKind, all];
  const line = liner(rows, style);
  return [
    ...blocks
      .filter((block) => block.rows.length > 0)
      .flatMap((block) => [style.strong(block.title), ...block.rows.flatMap(line), '']),
    style.strong(texts.title),
    ...byKind.filter(({ count }) => count.all > 0).flatMap(line),
    ...line(all),
  ];
}

const rowOf = ({ id, lang, kinds }: Covered): Row => ({ name: id, lang, count: sum(Object.values(kinds)) });

/** Below so many columns, one blank between columns is enough. */
const NARROW = 60;

/** Writes rows in columns that fit them all; a name that is too long for its own takes a line. */
function liner(rows: readonly Row[], style: Style): (row: Row) => string[] {
  const gap = style.width < NARROW ? ' ' : '  ';
  const ratio = ({ visited, all }: Count) => `${visited}/${all}`;
  const share = (count: Count) => `${percent(count)} %`;
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.length));
  const ratios = widest(rows.map(({ count }) => ratio(count)));
  const numbers = 'sv'.length + ratios + '100 %'.length + 3 * gap.length;
  const room = Math.max(1, Math.min(widest(rows.map(({ name }) => name)), style.width - 2 - numbers - 1));
  return ({ name, lang, count }) => {
    const isWhole = count.visited === count.all;
    const cells = [
      lang.padEnd(2),
      ratio(count).padStart(ratios),
      (isWhole ? style.cool : style.warm)(share(count).padStart(5)),
    ];
    const fits = name.length <= room;
    const row = `  ${(fits ? name : '').padEnd(room)}${gap}${cells.join(gap)}`;
    return fits ? [row] : [`  ${name}`, row];
  };
}

/** Something to list; `all` stands for a subject as a whole. */
type Gap = Pick<Item, 'name' | 'pointer'> & { readonly kind: ItemKind | 'all' };

/** What no script visited; where that is all of it, in a word. */
function missed({ kind, kinds, unvisited }: Covered, texts: CoverageTexts): readonly Gap[] {
  const { visited } = sum(Object.values(kinds));
  const isNew = visited === 0 && unvisited.length > 0;
  return isNew ? [{ kind: 'all', name: texts.everything, pointer: `/${kind}` }] : unvisited;
}

/** A list by subject: what is the same in all languages is told once. */
function listed(
  title: string,
  { subjects }: Coverage,
  of: (one: Covered) => readonly Gap[],
  places: Places,
  texts: CoverageTexts,
  style: Style,
): string[] {
  const bySubject = new Map<string, Covered[]>();
  for (const one of subjects) {
    const name = `${one.kind}: ${one.id}`;
    bySubject.set(name, [...(bySubject.get(name) ?? []), one]);
  }
  const blocks = [...bySubject].flatMap(([name, inLangs]) => {
    const lines = (['all', ...ITEM_KINDS] as const).flatMap((kind) => {
      const lists = inLangs.map((one) => {
        const gaps = of(one).filter((gap) => gap.kind === kind);
        return { lang: one.lang, entries: gaps.map((gap) => entryOf(gap, places(one, gap.pointer), style)) };
      });
      return linesOf(kind === 'all' ? '' : texts.kinds[kind], lists, style);
    });
    return lines.length > 0 ? [...wrap(style, style.strong(name), 4, '  '), ...lines] : [];
  });
  return blocks.length > 0 ? ['', title, ...blocks] : [];
}

interface Entry {
  readonly text: string;
  readonly isPlaced: boolean;
}

function entryOf({ name }: Gap, place: ReturnType<Places>, style: Style): Entry {
  // A name stays on one line, where it fits on one.
  const whole = name.length < style.width - 10 ? tied(name) : name;
  return {
    text: place ? `${clean(place.file)}:${place.line} ${whole}` : whole,
    isPlaced: place !== null,
  };
}

interface InLang {
  readonly lang: string;
  readonly entries: readonly Entry[];
}

function linesOf(label: string, lists: readonly InLang[], style: Style): string[] {
  const textOf = ({ entries }: InLang) => entries.map(({ text }) => text).join('\n');
  const [first] = lists;
  const isSame = first !== undefined && lists.every((one) => textOf(one) === textOf(first));
  return (isSame ? [first] : lists).flatMap(({ lang, entries }) => {
    if (entries.length === 0) return [];
    const head = [label, isSame ? '' : `(${lang})`].filter(Boolean).join(' ');
    // With a place each takes a line, for an editor to jump there.
    const ofOwn = entries.filter(({ isPlaced }) => isPlaced);
    if (ofOwn.length === 0) {
      const names = entries.map(({ text }) => text).join(', ');
      return folded(style, head === '' ? names : `${head}: ${names}`, 4);
    }
    return [...(head === '' ? [] : [`    ${head}:`]), ...ofOwn.flatMap(({ text }) => folded(style, text, 6))];
  });
}

const folded = (style: Style, text: string, indent: number): string[] =>
  wrap(style, style.typography(text), indent + 2, ' '.repeat(indent));
