/** Coverage for programs: the value of the key `coverage` in the report of `svalka test`. */
import { type Count, type Coverage, type Covered, percent, sum, total } from '../coverage.ts';
import type { Item } from '../items.ts';
import { ITEM_KINDS, type Subject } from '../visits.ts';
import type { Places } from './coverage.ts';

export function coverageJson(coverage: Coverage, places: Places) {
  return {
    ...shareOf(total(coverage)),
    kinds: Object.fromEntries(ITEM_KINDS.map((kind) => [kind, total(coverage, [kind])])),
    subjects: coverage.subjects.map((one) => covered(one, places)),
  };
}

function covered(one: Covered, places: Places) {
  const { kind, id, lang, kinds, unvisited, unreachable } = one;
  const placed = (item: Item) => placedItem(one, item, places);
  return {
    kind,
    id,
    lang,
    ...shareOf(sum(Object.values(kinds))),
    kinds,
    unvisited: unvisited.map(placed),
    unreachable: unreachable.map(placed),
  };
}

const shareOf = (count: Count) => ({ ...count, percent: percent(count) });

/** Without file and line where it ships with svalka. */
const placedItem = (subject: Subject, { kind, name, pointer }: Item, places: Places) => ({
  kind,
  name,
  ...places(subject, pointer),
});
