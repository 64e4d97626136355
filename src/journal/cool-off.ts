/**
 * When a draft may be read again, from what a person types: `1h`, `tomorrow`, `14:30`, `2026-12-01 09:00`,
 * `en timme`, `i morgen`. Pure: the clock and the time zone are passed in. What comes out is an instant, so
 * another zone later shows the same moment.
 */

/** How far local time is ahead of UTC at an instant, in minutes. */
export type Zone = (instant: number) => number;

/** An instant in milliseconds since 1970, or why there is none. */
export type When = { readonly at: number } | { readonly fault: 'unknown' | 'past' | 'far' };

/** An instant as a person in a time zone reads it. */
export interface Moment {
  /** Calendar days from today; negative for a day that is past. */
  readonly days: number;
  /** The hour and minute on the wall, `09:00`. */
  readonly clock: string;
  /** Midnight UTC of the local date: to be formatted as UTC. */
  readonly date: number;
  readonly thisYear: boolean;
}

/** What is left of a wait, rounded up to whole minutes. */
export interface Left {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Nine in the morning, in minutes after midnight. */
const MORNING = 9 * 60;
/** Longer is a slip of the finger. */
const MOST_DAYS = 366;

/** Days counted from today, in words of both languages and English. */
const NAMED_DAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:i ?dag|today)\b/, 0],
  [/^(?:i ?morgon(?: bitti)?|i ?morgen(?: tidlig)?|tomorrow)\b/, 1],
  [/^(?:i ?övermorgon|i ?overmorgen)\b/, 2],
];
/** From Sunday, as JavaScript counts. */
const WEEKDAYS = [
  ['söndag', 'søndag', 'sunday'],
  ['måndag', 'mandag', 'monday'],
  ['tisdag', 'tirsdag', 'tuesday'],
  ['onsdag', 'wednesday'],
  ['torsdag', 'thursday'],
  ['fredag', 'friday'],
  ['lördag', 'lørdag', 'saturday'],
] as const;

const NUMBERS: Readonly<Record<string, number>> = {
  en: 1,
  ett: 1,
  et: 1,
  ein: 1,
  one: 1,
  an: 1,
  a: 1,
  två: 2,
  to: 2,
  two: 2,
  tre: 3,
  three: 3,
  fyra: 4,
  fire: 4,
  four: 4,
  fem: 5,
  five: 5,
  sex: 6,
  seks: 6,
  six: 6,
  åtta: 8,
  åtte: 8,
};
const UNITS: readonly (readonly [keyof Span, RegExp])[] = [
  ['minutes', /^(?:m|min|minut|minuter|minutt|minutter|minute|minutes)$/],
  ['hours', /^(?:h|t|tim|timme|timmar|time|timer|hour|hours)$/],
  ['days', /^(?:d|dag|dagar|dager|dygn|døgn|day|days)$/],
  ['weeks', /^(?:v|u|w|vecka|veckor|uke|uker|week|weeks)$/],
];
const HALF_HOUR = /^(?:en |ein )?halv ?(?:timme|time)$|^half an hour$/;

/** `24.12.`, `24.12.2026`, `24/12`; `24.12` alone could as well be a clock. */
const DAY_AND_MONTH =
  /^(?:den )?(\d{1,2})(?:\. ?(\d{1,2})(?:\.|(?= kl))|\/(\d{1,2}))(?:[/ ]?(\d{4}))?(?=$| )/;

interface Span {
  minutes: number;
  hours: number;
  days: number;
  weeks: number;
}

/** An hour from now: what is chosen where nothing else is. */
export const inAnHour = (now: number): number => now + HOUR;

/**
 * The instant that a person means.
 * @param now milliseconds since 1970
 */
export function parseWhen(text: string, now: number, zone: Zone): When {
  const at = meant(words(text), now, zone);
  if (at === null) return { fault: 'unknown' };
  if (at <= now) return { fault: 'past' };
  return at > now + MOST_DAYS * DAY ? { fault: 'far' } : { at };
}

const words = (text: string): string => text.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');

function meant(text: string, now: number, zone: Zone): number | null {
  const today = dateOf(now, zone);
  const after = spanOf(text.replace(/^(?:om|in) /, ''));
  if (after) return later(after, now, zone);
  for (const [name, days] of NAMED_DAYS) {
    const found = name.exec(text);
    // Today without a time is now.
    if (found)
      return onDay(today + days * DAY, text.slice(found[0].length), zone, days === 0 ? null : MORNING);
  }
  const weekday = /^(?:på |on )?(\p{L}+)/u.exec(text);
  const number = WEEKDAYS.findIndex((names) => (names as readonly string[]).includes(weekday?.[1] ?? ''));
  if (weekday && number !== -1) {
    const ahead = (number - new Date(today).getUTCDay() + 7) % 7 || 7;
    return onDay(today + ahead * DAY, text.slice(weekday[0].length), zone, MORNING);
  }
  const date = /^(\d{4})-(\d{2})-(\d{2})(?:t(?=\d))?/.exec(text);
  if (date) {
    const day = dayFrom(Number(date[1]), Number(date[2]), Number(date[3]));
    return day === null ? null : onDay(day, text.slice(date[0].length), zone, MORNING);
  }
  const short = DAY_AND_MONTH.exec(text);
  if (short) {
    const [whole, day, month = short[3], , year] = short;
    const on = dayOf(Number(day), Number(month), year === undefined ? null : Number(year), today);
    return on === null ? null : onDay(on, text.slice(whole.length), zone, MORNING);
  }
  // A bare number is no time: it could as well be hours.
  const minutes = /^\d+$/.test(text) ? null : clockOf(text);
  if (minutes === null) return null;
  const next = instantsAt(today, minutes, zone).find((at) => at > now);
  return next ?? (instantsAt(today + DAY, minutes, zone)[0] as number);
}

/** `1h`, `1h30m`, `2 timmar`, `en halvtimme`; null for what is none. */
function spanOf(text: string): Span | null {
  const span: Span = { minutes: 0, hours: 0, days: 0, weeks: 0 };
  if (HALF_HOUR.test(text)) return { ...span, minutes: 30 };
  let rest = text;
  while (rest !== '') {
    const [whole, count = '', name = ''] = /^(\d{1,5}|\p{L}+) ?(\p{L}+) ?/u.exec(rest) ?? [];
    const unit = UNITS.find(([, like]) => like.test(name))?.[0];
    const number = /^\d/.test(count) ? Number(count) : NUMBERS[count];
    if (whole === undefined || unit === undefined || number === undefined) return null;
    span[unit] += number;
    rest = rest.slice(whole.length).replace(/^(?:och|og|and) /, '');
  }
  return text === '' ? null : span;
}

/** Days by the calendar, so that nine o'clock stays nine o'clock over a summer-time night; hours as they pass. */
function later({ minutes, hours, days, weeks }: Span, now: number, zone: Zone): number {
  const whole = days + 7 * weeks;
  const passing = hours * HOUR + minutes * MINUTE;
  if (whole === 0) return now + passing;
  // No calendar reaches as far as can be typed.
  if (whole > MOST_DAYS) return Number.POSITIVE_INFINITY;
  const today = dateOf(now, zone);
  const sinceMidnight = now + zone(now) * MINUTE - today;
  return (instantsAt(today + whole * DAY, sinceMidnight / MINUTE, zone)[0] as number) + passing;
}

/** A time on a day; with none written, the one given. */
function onDay(day: number, rest: string, zone: Zone, otherwise: number | null): number | null {
  const minutes = rest.trim() === '' ? otherwise : clockOf(rest.trim());
  return minutes === null ? null : (instantsAt(day, minutes, zone)[0] as number);
}

/** `14:30`, `14.30`, `kl. 14`: minutes after midnight. */
function clockOf(text: string): number | null {
  const found = /^(?:kl\.? ?|klockan |klokka |klokken |at )?(\d{1,2})(?:[:.](\d{2}))?$/.exec(text);
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** Midnight UTC of a date; null for one that no calendar has. */
function dayFrom(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  return new Date(at).getUTCDate() === day && new Date(at).getUTCMonth() === month - 1 ? at : null;
}

/** A day of a year; without one of this year, or where that is past of the next. */
function dayOf(day: number, month: number, year: number | null, today: number): number | null {
  if (year !== null) return dayFrom(year, month, day);
  const first = new Date(today).getUTCFullYear();
  const days = [first, first + 1].map((one) => dayFrom(one, month, day));
  return days.find((one) => one !== null && one >= today) ?? null;
}

/** Midnight UTC of the local date of an instant. */
function dateOf(instant: number, zone: Zone): number {
  const wall = instant + zone(instant) * MINUTE;
  return wall - (((wall % DAY) + DAY) % DAY);
}

/**
 * The instants at which the clock on the wall shows a time on a date: two in the night when it is set
 * back. In the night when it is set forward it skips an hour; a time in that hour then means as much later
 * (as RFC 5545 and Temporal have it).
 * @param day midnight UTC of the date
 */
function instantsAt(day: number, minutes: number, zone: Zone): readonly number[] {
  const wall = day + minutes * MINUTE;
  const [before, after] = [zone(wall - DAY), zone(wall + DAY)];
  const found = [...new Set([wall - before * MINUTE, wall - after * MINUTE])]
    .filter((at) => at + zone(at) * MINUTE === wall)
    .sort((a, b) => a - b);
  return found.length > 0 ? found : [wall - before * MINUTE];
}

/** The end of a day so many days after that of an instant: the first moment of the day after it. */
export function endOfDayAfter(instant: number, days: number, zone: Zone): number {
  return instantsAt(dateOf(instant, zone) + (days + 1) * DAY, 0, zone)[0] as number;
}

/** What is left until an instant; null where it has come. */
export function leftUntil(at: number, now: number): Left | null {
  if (now >= at) return null;
  const minutes = Math.ceil((at - now) / MINUTE);
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
}

/** An instant as a person in a zone reads it. */
export function momentOf(instant: number, now: number, zone: Zone): Moment {
  const [date, today] = [dateOf(instant, zone), dateOf(now, zone)];
  const [hours, minutes] = new Date(instant + zone(instant) * MINUTE).toISOString().slice(11, 16).split(':');
  return {
    days: Math.round((date - today) / DAY),
    clock: `${hours}:${minutes}`,
    date,
    thisYear: new Date(date).getUTCFullYear() === new Date(today).getUTCFullYear(),
  };
}
