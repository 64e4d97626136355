/** What `review` and `threat` read: words of the command line, a file, or stdin, whole or a line at a time. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, Stop } from '../errors.ts';
import { err } from '../io.ts';
import type { Typed } from '../language/detect.ts';
import type { AuthorTexts } from '../locales/texts.ts';
import { type Context, shownPath } from './context.ts';

/** More than a person says; what is longer is refused, not cut. */
const MOST = 1024 * 1024;

/** The language that --lang names for what was typed; null to detect it. */
export function typedLang({ flags }: Context): Typed | null {
  const [base] = (flags.lang ?? '').toLowerCase().split(/[-_.@]/);
  if (base === 'sv' || base === 'nn') return base;
  return base === 'nb' || base === 'no' ? 'nb' : null;
}

/**
 * The text to look at: the words, or the file, or stdin to its end.
 * @throws Stop (2) where it cannot be read, is too large, or has no word in it
 */
export async function textOf(context: Context, words: readonly string[], file?: string): Promise<string> {
  const text = words.length > 0 ? words.join(' ') : await wholeText(context, file ?? '-');
  if (text.length > MOST) throw new Stop(EXIT.cannot, context.texts.tooMuch(MOST / 1024));
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) throw new Stop(EXIT.cannot, context.texts.noText);
  return text;
}

/**
 * A file, or stdin to its end for `-`.
 * @param most how many bytes it may have
 * @param decode the text of the bytes; throws a TypeError where they are none
 * @throws Stop (2) where it cannot be read or is too large
 */
export async function wholeText(
  context: Context,
  file: string,
  most = MOST,
  decode: (bytes: Uint8Array) => string = utf8,
): Promise<string> {
  const { io, texts } = context;
  const path = resolve(io.cwd, file);
  if (file === '-' && io.stdin.isTTY) err(io, texts.typeAndEnd);
  const [input, name] = file === '-' ? [io.stdin, 'stdin'] : [createReadStream(path), shownPath(io, path)];
  try {
    return decode(await bytesOf(input, most, texts));
  } catch (error) {
    if (error instanceof Stop) throw error;
    const reason = error instanceof TypeError ? 'UTF-8' : ((error as NodeJS.ErrnoException).code ?? '');
    throw new Stop(EXIT.cannot, texts.cannotRead(name, reason));
  }
}

/** No more than so many, also of what never ends. */
async function bytesOf(input: AsyncIterable<unknown>, most: number, texts: AuthorTexts): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of input) {
    const bytes = Buffer.from(part as Uint8Array);
    parts.push(bytes);
    size += bytes.length;
    if (size > most) throw new Stop(EXIT.cannot, texts.tooMuch(most / 1024));
  }
  return Buffer.concat(parts);
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** The lines of a file, or of stdin for `-`; only a line feed ends one. */
export async function* linesOf({ io, texts }: Context, file: string): AsyncGenerator<string> {
  const path = resolve(io.cwd, file);
  const [input, name] = file === '-' ? [io.stdin, 'stdin'] : [createReadStream(path), shownPath(io, path)];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for await (const part of input) {
      const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MOST) throw new Stop(EXIT.cannot, texts.tooMuch(MOST / 1024));
      for (const line of lines) yield line.replace(/\r$/, '');
    }
    rest += decoder.decode();
  } catch (error) {
    if (error instanceof Stop) throw error;
    const reason = error instanceof TypeError ? 'UTF-8' : ((error as NodeJS.ErrnoException).code ?? '');
    throw new Stop(EXIT.cannot, texts.cannotRead(name, reason));
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}
