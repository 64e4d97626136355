/** Days of the calendar, as numbers: practice is counted and comes back by the day. */

/** The day of a moment, in days since 1 January 1970, in some time zone. */
export type DayOf = (at: number) => number;

const DAY = 24 * 60 * 60 * 1000;

/** The day by the machine's time zone, as it is now. */
export const localDay: DayOf = (at) => {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
};

/** Midnight of a day in UTC, for what counts in dates. */
export const dateOf = (day: number): Date => new Date(day * DAY);

/** As `2026-11-22`. */
export const isoDay = (day: number): string => dateOf(day).toISOString().slice(0, 10);
