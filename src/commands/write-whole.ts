/** Writes a file whole or not at all, or says why it cannot. */
import { sync as writeFileAtomic } from 'write-file-atomic';
import { EXIT, Stop } from '../errors.ts';
import { type Context, shownPath } from './context.ts';

/** @throws Stop (2) where it cannot be written */
export function writeWhole({ io, texts }: Context, path: string, text: string): void {
  try {
    writeFileAtomic(path, text);
  } catch (error) {
    throw new Stop(
      EXIT.cannot,
      texts.check.cannotWrite(shownPath(io, path), (error as NodeJS.ErrnoException).code ?? String(error)),
    );
  }
}
