/** What `review` and `threat` read: words of the command line, a file, or stdin, whole or a line at a time. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
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
 * @throws Stop (2) where it cannot be read or is too large
 */
export async function wholeText(context: Context, file: string, most = MOST): Promise<string> {
  return file === '-' ? fromStdin(context, most) : fromFile(context, file, most);
}

function fromFile(context: Context, file: string, most: number): string {
  const path = resolve(context.io.cwd, file);
  try {
    if (statSync(path).size > most) throw new Stop(EXIT.cannot, context.texts.tooMuch(most / 1024));
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof Stop) throw error;
    const reason = error instanceof TypeError ? 'UTF-8' : ((error as NodeJS.ErrnoException).code ?? '');
    throw new Stop(EXIT.cannot, context.texts.cannotRead(shownPath(context.io, path), reason));
  }
}

async function fromStdin({ io, texts }: Context, most: number): Promise<string> {
  if (io.stdin.isTTY) err(io, texts.typeAndEnd);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of io.stdin) {
    parts.push(Buffer.from(part));
    size += part.length;
    if (size > most) throw new Stop(EXIT.cannot, texts.tooMuch(most / 1024));
  }
  return decoded(Buffer.concat(parts), texts, 'stdin');
}

/** @throws Stop (2) where the bytes are not UTF-8 */
function decoded(bytes: Uint8Array, texts: AuthorTexts, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Stop(EXIT.cannot, texts.cannotRead(name, 'UTF-8'));
  }
}

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
