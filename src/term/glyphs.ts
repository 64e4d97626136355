/** The signs that screens are drawn with, and who can show them. */
import type { Io } from '../io.ts';

export type GlyphName = 'pointer' | 'good' | 'bad' | 'flat' | 'full' | 'empty' | 'dot' | 'rule';

/** Signs of a terminal that shows Unicode. */
export const UNICODE_GLYPHS: Record<GlyphName, string> = {
  pointer: '❯',
  good: '✓',
  bad: '✗',
  flat: '–',
  full: '█',
  empty: '░',
  dot: '·',
  rule: '─',
};
/** Signs of one that does not. */
export const ASCII_GLYPHS: Record<GlyphName, string> = {
  pointer: '>',
  good: '+',
  bad: 'x',
  flat: '-',
  full: '#',
  empty: '.',
  dot: '-',
  rule: '-',
};

/** True unless the locale or the terminal says that it cannot show more than ASCII signs. */
export function hasUnicode({ env, platform }: Pick<Io, 'env' | 'platform'>): boolean {
  if (env.TERM === 'linux' || env.TERM === 'dumb') return false;
  if (platform === 'win32') return true;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return locale === '' || /utf-?8/i.test(locale);
}
