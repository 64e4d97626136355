/** A day as people say it. */
import type { ProgressTexts } from '../locales/progress.ts';
import { dateOf } from './day.ts';

/** The year is said only where it is not this one. */
export function toldDay({ day: told }: ProgressTexts, day: number, today: number): string {
  const date = dateOf(day);
  const year = date.getUTCFullYear();
  return told(date.getUTCDate(), date.getUTCMonth(), year === dateOf(today).getUTCFullYear() ? null : year);
}
