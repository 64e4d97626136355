/** A style without chalk, for the lookup: colour codes as they are, so that nothing is loaded for them. */
import { toAscii } from '../gate.ts';
import { ASCII_GLYPHS, UNICODE_GLYPHS } from './glyphs.ts';
import type { Style } from './style.ts';

export interface Bare {
  readonly width: number;
  readonly color: boolean;
  readonly unicode: boolean;
  readonly plain: boolean;
}

/** Colour codes have no width; the content's letters have one column each. */
const widthOf = (text: string) => (text.includes('\u001b') ? text.replace(COLOUR, '') : text).length;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with one
const COLOUR = /\u001b\[[\d;]*m/g;

/** Breaks at blanks, and within a word only where it is longer than a line. */
function fold(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of text.split(' ')) {
    const wide = widthOf(word);
    if (line !== '' && width + 1 + wide <= columns) {
      line += ` ${word}`;
      width += 1 + wide;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    width = wide;
    while (width > columns && !line.includes('\u001b')) {
      lines.push(line.slice(0, columns));
      line = line.slice(columns);
      width = line.length;
    }
  }
  return [...lines, line];
}

export function bareStyle({ width, color, unicode, plain }: Bare): Style {
  const paint = (on: string, off: string) => (text: string) =>
    color ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    width,
    rows: 24,
    unicode,
    plain,
    strong: paint('1', '22'),
    dim: paint('2', '22'),
    cool: paint('36', '39'),
    warm: paint('33', '39'),
    accent: paint('1;32', '22;39'),
    fold,
    glyph: unicode ? UNICODE_GLYPHS : ASCII_GLYPHS,
    typography: unicode ? (text) => text : toAscii,
  };
}
