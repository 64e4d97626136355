/** "Did you mean": the one suggestion that helps, or none. */
import { closest, distance } from 'fastest-levenshtein';

/** The nearest of some names, or '' where none is near enough to suggest. */
export function nearest(name: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const near = closest(name, names);
  return distance(name, near) <= Math.max(2, Math.floor(name.length / 3)) ? near : '';
}
