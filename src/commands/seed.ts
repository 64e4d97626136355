/** The number behind `--seed`. */
import { EXIT, Stop } from '../errors.ts';
import { clean } from '../gate.ts';
import type { Context } from './context.ts';

/** @throws Stop (2) where a seed was given that is none */
export function seedOf(context: Context, given: string | undefined): number | null {
  if (given === undefined) return null;
  const seed = Number(given);
  if (!/^\d+$/.test(given) || seed > 0xffffffff)
    throw new Stop(EXIT.cannot, context.texts.badSeed(clean(given)));
  return seed;
}
