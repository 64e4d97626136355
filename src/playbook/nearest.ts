/** "Did you mean": the one suggestion that helps, or none. */
import { closest, distance } from 'fastest-levenshtein';

/** Longer than any name; comparing longer texts would take a megabyte squared. */
const LONGEST = 60;

/** The nearest of some names, or '' where none is near enough to suggest. */
export function nearest(name: string, names: readonly string[]): string {
  const short = names.filter((one) => one.length <= LONGEST);
  if (short.length === 0 || name.length > LONGEST) return '';
  const near = closest(name, short);
  return distance(name, near) <= Math.max(2, Math.floor(name.length / 3)) ? near : '';
}
