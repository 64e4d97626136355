/** What is due and why, in a few lines: before a practice, and at the end of `svalka progress`. */
import type { Due, Item } from '../journal/due.ts';
import { itemNames, type Names } from '../journal/names.ts';
import { toldDay } from '../journal/told-day.ts';
import type { ProgressTexts } from '../locales/progress.ts';
import { labelled, type Page, shown, tied, wrap } from './render.ts';

/** So many are named; the others are counted. */
const NAMED = 3;

/** What is due, why the first of it is, and the conversation that practises most of it. */
export function dueLines(page: Page<ProgressTexts>, due: Due, names: Names): string[] {
  const { texts, style } = page;
  const { items, suggestion } = due;
  if (!suggestion) return nothingDue(page, due);
  const { scenario, minutes, practises, ifAngry } = suggestion;
  const title = style.strong(shown(page, names.scenario(scenario)));
  // The most pressing that it practises: a skill or a threat, which says more than an answer.
  const practised = items.filter(({ item }) => practises.includes(item));
  const first = practised.find(({ item }) => !item.includes('/')) ?? practised[0] ?? items[0];
  if (!first) {
    const begun = due.next !== null;
    const offer = begun ? texts.practisesNew(minutes) : texts.firstTime(minutes);
    return [...(begun ? nothingDue(page, due) : []), ...wrap(style, `${shown(page, offer)}: ${title}.`)];
  }
  const [name = ''] = itemNames([first.item], names, texts.answers);
  const day = toldDay(texts, first.last, due.today);
  return [
    ...namedLines(
      page,
      texts.dueToday,
      items.map(({ item }) => item),
      names,
    ),
    ...wrap(style, shown(page, texts.why(name, tied(day), texts.went[first.went]))),
    ...wrap(style, `${shown(page, texts.practises(minutes))}: ${title}.`),
    ...(ifAngry
      ? wrap(style, shown(page, texts.threatComes(itemNames([ifAngry], names, texts.answers)[0] ?? '')))
      : []),
  ];
}

/** Nothing today, and when the next is due. */
export function nothingDue(page: Page<ProgressTexts>, { next, today }: Due): string[] {
  const { texts, style } = page;
  const when = next === null ? '' : ` ${texts.dueNext(tied(toldDay(texts, next, today)))}`;
  return wrap(style, shown(page, `${texts.dueNothing}${when}`));
}

/** A label and the first names, and how many more there are. */
export function namedLines(
  page: Page<ProgressTexts>,
  label: string,
  items: readonly Item[],
  names: Names,
): string[] {
  // Skills and threats say more than answers, so they stand first.
  const ordered = [
    ...items.filter((item) => !item.includes('/')),
    ...items.filter((item) => item.includes('/')),
  ];
  const all = itemNames(ordered, names, page.texts.answers);
  const more = all.length - NAMED;
  const told = [...all.slice(0, NAMED), ...(more > 0 ? [page.texts.andMore(more)] : [])];
  return labelled(page, label, told.join(` ${page.style.glyph.dot} `));
}
