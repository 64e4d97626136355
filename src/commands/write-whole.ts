/** Writes a file whole or not at all, or says why it cannot. */
import { EXIT, Stop } from '../errors.ts';
import { writeAtomic } from '../write-atomic.ts';
import { type Context, shownPath } from './context.ts';

/** @throws Stop (2) where it cannot be written */
export function writeWhole({ io, texts }: Context, path: string, text: string): void {
  try {
    writeAtomic(path, text);
  } catch (error) {
    throw new Stop(
      EXIT.cannot,
      texts.check.cannotWrite(shownPath(io, path), (error as NodeJS.ErrnoException).code ?? String(error)),
    );
  }
}
