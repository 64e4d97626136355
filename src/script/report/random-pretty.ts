/** How the tempers fare, for a person: a table, and below it where each of them fails most. */
import { clean } from '../../gate.ts';
import type { AuthorTexts } from '../../locales/texts.ts';
import type { Style } from '../../term/style.ts';
import type { Faring } from '../faring.ts';
import { table } from './table.ts';

/** So many steps are shown of each temper. */
const SHOWN = 3;

export function randomPretty(
  { runs, seed, tempers, scenarios }: Faring,
  { random }: AuthorTexts,
  style: Style,
): string {
  const rows = tempers.map(({ temper, well, median }) => [
    random.temper[temper],
    percent(well),
    String(median),
  ]);
  const failing = tempers.filter(({ fails }) => fails.length > 0);
  const steps = failing.flatMap(({ temper, fails }) => [
    [random.temper[temper], ''],
    ...fails.slice(0, SHOWN).map(({ step, share }) => [`  ${clean(step)}`, percent(share)]),
  ]);
  const fold = (text: string) => style.fold(text, style.width);
  return [
    ...fold(random.title(scenarios.length, runs, seed)),
    '',
    ...table([['', random.well, random.degrees], ...rows]),
    '',
    ...fold(random.legend),
    ...(steps.length > 0 ? ['', ...fold(random.fails), ...table(steps)] : []),
  ].join('\n');
}

/** In whole per cent; what is more than none and less than all does not look like it. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return '<1 %';
  if (whole === 100 && share < 1) return '>99 %';
  return `${whole} %`;
}
