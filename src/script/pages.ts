/** The windows that a walk looks through: the same on every machine, in both languages, wide and narrow. */
import type { Io } from '../io.ts';
import { AGENT } from '../locales/catalogue.ts';
import { LANGS } from '../playbook/types.ts';
import { UNICODE_GLYPHS } from '../term/glyphs.ts';
import type { Page } from '../term/render.ts';
import { type Style, styleFor } from '../term/style.ts';

/** A usual window, and one as narrow as a telephone's. */
const COLUMNS = [80, 40] as const;

/** The pages, the widest of a language first. */
export function walkPages(io: Io): Page[] {
  const own = styleFor(io, { color: false, plain: false }, io.stdout);
  return LANGS.flatMap((lang) =>
    COLUMNS.map((width) => ({ style: windowOf(own, width), texts: AGENT[lang], lang })),
  );
}

const windowOf = (own: Style, width: number): Style => ({
  ...own,
  width,
  rows: 24,
  unicode: true,
  plain: false,
  glyph: UNICODE_GLYPHS,
  typography: (text) => text,
  fold: remembering(own.fold),
});

/** Folds each text once: the same ones stand on thousands of screens. */
function remembering(fold: Style['fold']): Style['fold'] {
  const known = new Map<number, Map<string, string[]>>();
  return (text, columns) => {
    let own = known.get(columns);
    if (!own) {
      own = new Map();
      known.set(columns, own);
    }
    const before = own.get(text);
    if (before) return before;
    const lines = fold(text, columns);
    own.set(text, lines);
    return lines;
  };
}
