/** What a walk came to, for programs; its version is raised when a key changes its meaning or goes. */
import { safeJson } from '../../gate.ts';
import type { Walked } from '../walk.ts';

export function walkJson(all: readonly Walked[]): string {
  const sum = (of: (one: Walked) => number) => all.reduce((total, one) => total + of(one), 0);
  return safeJson({
    schemaVersion: 1,
    states: sum(({ states }) => states),
    screens: sum(({ screens }) => screens),
    wrong: sum(({ wrongs }) => wrongs.length),
    courses: all.map(({ kind, id, states, screens, wrongs }) => ({
      kind,
      id,
      states,
      screens,
      wrong: wrongs.map(({ wrong, at, seen, screen, lang, columns, script }) => ({
        ...{ what: wrong, at, seen, screen, lang, columns },
        ...(script === undefined ? {} : { script }),
      })),
    })),
  });
}
