/** Pages for tests of rendering: a given language and size, without colour. */

import type { Io } from '../../src/io.ts';
import { AGENT } from '../../src/locales/catalogue.ts';
import type { Lang } from '../../src/playbook/types.ts';
import type { Page } from '../../src/term/render.ts';
import { styleFor } from '../../src/term/style.ts';

export function pageOf(
  lang: Lang,
  columns: number,
  more: { rows?: number; plain?: boolean; env?: Record<string, string> } = {},
): Page {
  const { rows = 24, plain = false, env = {} } = more;
  const stream = { columns, rows, isTTY: false } as unknown as NodeJS.WriteStream;
  const io = { env, platform: 'linux' } as unknown as Io;
  return { style: styleFor(io, { color: false, plain }, stream), texts: AGENT[lang], lang };
}
