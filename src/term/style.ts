/** Colour and glyphs for one stream: what a person's terminal can show, and wants. */
import { Chalk, type ChalkInstance, supportsColor } from 'chalk';
import { wrapAnsi } from 'fast-wrap-ansi';
import { toAscii } from '../gate.ts';
import type { Io } from '../io.ts';
import { ASCII_GLYPHS, type GlyphName, hasUnicode, UNICODE_GLYPHS } from './glyphs.ts';

export interface Style {
  readonly width: number;
  readonly rows: number;
  readonly unicode: boolean;
  /** No redrawing, numbered choices, nothing carried by colour or glyph alone. */
  readonly plain: boolean;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly cool: (text: string) => string;
  readonly warm: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly glyph: Readonly<Record<GlyphName, string>>;
  /** A text in lines of at most so many columns. */
  readonly fold: (text: string, columns: number) => string[];
  /** The last thing that happens to a text before it is printed. */
  readonly typography: (text: string) => string;
}

/** What the person asked for on the command line. */
export interface Wish {
  readonly color: boolean;
  readonly plain: boolean;
}

/** chalk does not look at NO_COLOR by itself; an empty NO_COLOR is none (no-color.org). */
export function colorWanted(io: Io, wish: Wish, stream: NodeJS.WriteStream): boolean {
  return Boolean(stream.isTTY) && wish.color && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
}

/** The style of a stream. */
export function styleFor(io: Io, wish: Wish, stream: NodeJS.WriteStream): Style {
  const level = colorWanted(io, wish, stream) ? Math.max(1, supportsColor ? supportsColor.level : 1) : 0;
  const chalk: ChalkInstance = new Chalk({ level: level as 0 | 1 | 2 | 3 });
  const unicode = hasUnicode(io);
  return {
    width: Math.max(20, Math.min(stream.columns || 80, 88)),
    rows: stream.rows || 24,
    unicode,
    plain: wish.plain || io.env.TERM === 'dumb',
    strong: chalk.bold,
    dim: chalk.dim,
    cool: chalk.cyan,
    warm: chalk.yellow,
    accent: chalk.bold.green,
    fold: (text, columns) => wrapAnsi(text, columns, { trim: true }).split('\n'),
    glyph: unicode ? UNICODE_GLYPHS : ASCII_GLYPHS,
    typography: unicode ? (text) => text : toAscii,
  };
}
