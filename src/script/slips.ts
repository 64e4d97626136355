/** What no person should see on a screen; looked for on screens that were drawn without colour. */
import { firstUnsafe } from '../gate.ts';

export const SLIPS = ['empty', 'too-wide', 'not-filled', 'control-character'] as const;
export type SlipKind = (typeof SLIPS)[number];

export interface Slip {
  readonly slip: SlipKind;
  readonly line: string;
}

/** A slot, a value that is none, nothing between quotation marks. */
const NOT_FILLED = /[{}]|\bundefined\b|\bNaN\b|\[object |””|«»|""/;

/** What is wrong with a screen, line by line. */
export function slipsOn(screen: readonly string[], columns: number): Slip[] {
  const lines = screen.flatMap((one) => (one.includes('\n') ? one.split('\n') : one));
  if (lines.every((line) => line.trim() === '')) return [{ slip: 'empty', line: '' }];
  const slips: Slip[] = [];
  for (const line of lines) {
    if (isTooWide(line, columns)) slips.push({ slip: 'too-wide', line });
    if (NOT_FILLED.test(line)) slips.push({ slip: 'not-filled', line });
    if (line.includes('\t') || firstUnsafe(line) !== null) slips.push({ slip: 'control-character', line });
  }
  return slips;
}

/** Each of our letters is one cell wide, however it is written; an emoji is two units long and two cells wide. */
const isTooWide = (line: string, columns: number): boolean =>
  line.length > columns && line.normalize('NFC').length > columns;
