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
    glyph: unicode ? UNICODE_GLYPHS : ASCII_GLYPHS,
    typography: unicode ? (text) => text : toAscii,
  };
}
