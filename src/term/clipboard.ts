/** The clipboard of a person's terminal (OSC 52): it works over SSH too, and starts no program. */
import { clean } from '../gate.ts';
import type { Io } from '../io.ts';

/** What xterm takes at most, in bytes of base64; others take more. */
const MOST = 100_000;

/** Puts a text into the clipboard; false where there is none, or the text is too long for it. */
export function toClipboard(io: Io, text: string): boolean {
  const coded = Buffer.from(clean(text)).toString('base64');
  if (!io.stderr.isTTY || io.env.TERM === 'dumb' || coded.length > MOST) return false;
  io.stderr.write(`\u001b]52;c;${coded}\u0007`);
  return true;
}
