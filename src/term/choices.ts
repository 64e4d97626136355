/** The list of a prompt as text: pure, so that it can be tried at every size. */

import type { Page } from './render.ts';
import { cut, shown, wrap } from './render.ts';

/** Something to choose. */
export interface Choosable {
  readonly id: string;
  readonly text: string;
}

/** A key and what it does, as the hint line shows it. */
export interface KeyHint {
  readonly key: string;
  readonly label: string;
}

/**
 * The choices, numbered, with a pointer at the active one. Where they do not fit
 * in `rows`, the others are cut to a line; where even that does not fit, a window
 * around the active one is shown.
 */
export function choiceLines(
  page: Page,
  options: readonly Choosable[],
  active: number,
  rows: number,
): string[] {
  const { style } = page;
  const full = options.map((option, i) => {
    const mark = i === active ? `${style.glyph.pointer} ` : '  ';
    const lines = wrap(style, shown(page, option.text), 5, `${mark}${String(i + 1).padStart(2)} `);
    return i === active ? lines.map((line) => style.strong(line)) : lines;
  });
  if (full.flat().length <= rows) return full.flat();

  const own = full[active]?.length ?? 1;
  const around = Math.max(0, rows - own);
  const first = Math.max(0, Math.min(active - Math.floor(around / 2), options.length - 1 - around));
  return full.flatMap((lines, i) => {
    if (i === active) return lines;
    if (i < first || i > first + around) return [];
    const [line = '', ...rest] = lines;
    return [rest.length > 0 ? cut(style, `${line} ${rest[0]?.trim()}`, style.width - 1) : line];
  });
}

/** The keys and what they do, wrapped. */
export function keyLines(page: Page, keys: readonly KeyHint[]): string[] {
  const { style } = page;
  // A key stays on the line of its word: the space between them does not break.
  const hints = keys.map(
    ({ key, label }) => `${style.strong(key)}\u00a0${shown(page, label).replaceAll(' ', '\u00a0')}`,
  );
  return wrap(style, hints.join('  '));
}
