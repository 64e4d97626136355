/** `svalka progress --json`: the contract of the README; ids and days, no words of any language. */
import { safeJson } from '../../gate.ts';
import { isoDay } from '../day.ts';
import type { Due } from '../due.ts';
import type { Progress } from '../progress.ts';

/** One object; days as `2026-11-22`, by the machine's time zone. */
export function progressJson(progress: Progress, due: Due): string {
  const day = (one: number | null) => (one === null ? null : isoDay(one));
  const { suggestion } = due;
  return safeJson({
    schemaVersion: 1,
    sessions: progress.sessions,
    days: progress.days,
    from: day(progress.from),
    to: day(progress.to),
    practised: progress.practised.map(({ scenario, times, last }) => ({ scenario, times, last: day(last) })),
    order: progress.order,
    moves: progress.moves,
    faults: progress.faults,
    temperatures: progress.temperatures.map(({ scenario, day: on, start, end, ended }) => ({
      scenario,
      day: day(on),
      start,
      end,
      ended,
    })),
    due: due.items.map(({ item, last, went, due: from }) => ({
      item,
      last: day(last),
      went,
      due: day(from),
    })),
    nextDue: day(due.next),
    never: due.never,
    suggestion: suggestion && { scenario: suggestion.scenario, minutes: suggestion.minutes },
  });
}
