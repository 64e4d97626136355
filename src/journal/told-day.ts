/** Days as people say them. */
import type { ProgressTexts } from '../locales/progress.ts';
import { dateOf } from './day.ts';

/** The year is said only where it is not this one. */
export function toldDay({ day: told }: ProgressTexts, day: number, today: number): string {
  const date = dateOf(day);
  const year = date.getUTCFullYear();
  return told(date.getUTCDate(), date.getUTCMonth(), year === dateOf(today).getUTCFullYear() ? null : year);
}

/** From when to when there was practice. */
export function toldSpan(texts: ProgressTexts, from: number, to: number, today: number): string {
  const day = (one: number) => toldDay(texts, one, today);
  return from === to ? texts.on(day(from)) : texts.since(day(from), day(to));
}
