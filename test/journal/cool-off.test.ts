/** When a draft opens: what people type, in three time zones, over the nights in which clocks are changed. */
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfDayAfter, leftUntil, momentOf, parseWhen, type Zone } from '../../src/journal/cool-off.ts';

/** The offsets of a zone, as Intl knows them. */
function zoneOf(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const known = new Map<number, number>();
  return (instant) => {
    const hour = Math.floor(instant / 900_000);
    const found = known.get(hour);
    if (found !== undefined) return found;
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    known.set(hour, offset);
    return offset;
  };
}

const ZONES = {
  Stockholm: zoneOf('Europe/Stockholm'),
  Oslo: zoneOf('Europe/Oslo'),
  'New York': zoneOf('America/New_York'),
} as const;
type ZoneName = keyof typeof ZONES;

/** The instant that is meant, in UTC to the minute, or the fault. */
function meant(text: string, now: string, zone: ZoneName = 'Stockholm'): string {
  const when = parseWhen(text, Date.parse(now), ZONES[zone]);
  return 'at' in when ? new Date(when.at).toISOString().replace(/:00\.000Z$/, 'Z') : when.fault;
}

// A Tuesday, at 14:00 in Stockholm.
const TUESDAY = '2026-11-24T13:00:00Z';

describe('what a person types, on a Tuesday at two', () => {
  test.each([
    ['1h', '2026-11-24T14:00Z'],
    ['90m', '2026-11-24T14:30Z'],
    ['1h30m', '2026-11-24T14:30Z'],
    ['1 h', '2026-11-24T14:00Z'],
    ['en timme', '2026-11-24T14:00Z'],
    ['en time', '2026-11-24T14:00Z'],
    ['om en timme', '2026-11-24T14:00Z'],
    ['om en halvtimme', '2026-11-24T13:30Z'],
    ['en halv time', '2026-11-24T13:30Z'],
    ['två timmar', '2026-11-24T15:00Z'],
    ['to timer', '2026-11-24T15:00Z'],
    ['2 timmar och 15 minuter', '2026-11-24T15:15Z'],
    ['in an hour', '2026-11-24T14:00Z'],
    ['2d', '2026-11-26T13:00Z'],
    ['ett dygn', '2026-11-25T13:00Z'],
    ['et døgn', '2026-11-25T13:00Z'],
    ['en vecka', '2026-12-01T13:00Z'],
    ['en uke', '2026-12-01T13:00Z'],
    ['tomorrow', '2026-11-25T08:00Z'],
    ['imorgon', '2026-11-25T08:00Z'],
    ['i morgon', '2026-11-25T08:00Z'],
    ['I  Morgon ', '2026-11-25T08:00Z'],
    ['i morgon bitti', '2026-11-25T08:00Z'],
    ['imorgen', '2026-11-25T08:00Z'],
    ['i morgen tidlig', '2026-11-25T08:00Z'],
    ['i morgon 14:30', '2026-11-25T13:30Z'],
    ['i morgen kl. 8', '2026-11-25T07:00Z'],
    ['i övermorgon', '2026-11-26T08:00Z'],
    ['i overmorgen', '2026-11-26T08:00Z'],
    ['i dag 16:00', '2026-11-24T15:00Z'],
    ['fredag', '2026-11-27T08:00Z'],
    ['på måndag', '2026-11-30T08:00Z'],
    ['mandag 10.15', '2026-11-30T09:15Z'],
    // Today's name is the next one.
    ['tisdag', '2026-12-01T08:00Z'],
    ['14:30', '2026-11-24T13:30Z'],
    ['14.30', '2026-11-24T13:30Z'],
    ['kl. 14.30', '2026-11-24T13:30Z'],
    ['klockan 15', '2026-11-24T14:00Z'],
    // Past today, so tomorrow; and so is the very minute that it is.
    ['9:00', '2026-11-25T08:00Z'],
    ['14:00', '2026-11-25T13:00Z'],
    ['2026-12-01 09:00', '2026-12-01T08:00Z'],
    ['2026-12-01T09:00', '2026-12-01T08:00Z'],
    ['2026-12-01', '2026-12-01T08:00Z'],
    ['måndag'.normalize('NFD'), '2026-11-30T08:00Z'],
    ['24.12.', '2026-12-24T08:00Z'],
    ['24.12.2026', '2026-12-24T08:00Z'],
    ['24.12.2026 kl. 10', '2026-12-24T09:00Z'],
    ['24.12. kl 10:30', '2026-12-24T09:30Z'],
    ['24.12 kl. 10', '2026-12-24T09:00Z'],
    ['24/12', '2026-12-24T08:00Z'],
    ['den 1/12 14.30', '2026-12-01T13:30Z'],
    // That day of this year is past.
    ['24/1', '2027-01-24T08:00Z'],
    ['24.11. 16:00', '2026-11-24T15:00Z'],
  ])('%s', (text, expected) => expect(meant(text, TUESDAY)).toBe(expected));

  test.each([
    ['', 'unknown'],
    ['snart', 'unknown'],
    ['14', 'unknown'],
    ['25:00', 'unknown'],
    ['14:60', 'unknown'],
    ['2026-02-30', 'unknown'],
    ['2026-13-01', 'unknown'],
    ['i dag', 'unknown'],
    ['24.13.', 'unknown'],
    ['31/2', 'unknown'],
    ['24/12x', 'unknown'],
    ['-1h', 'unknown'],
    ['1x', 'unknown'],
    ['i morgonrock', 'unknown'],
    ['0m', 'past'],
    ['i dag 09:00', 'past'],
    ['24.11.', 'past'],
    ['1.1.2026', 'past'],
    ['2026-11-24 14:00', 'past'],
    ['1999-01-01', 'past'],
    ['400d', 'far'],
    ['2036-12-01', 'far'],
    ['99999w', 'far'],
    ['99999w'.repeat(150), 'far'],
    ['99999h'.repeat(150), 'far'],
    ['24.12.2028', 'far'],
  ])('%j is %s', (text, fault) => expect(meant(text, TUESDAY)).toBe(fault));
});

describe('the night of 29 March 2026, in which there is no time between two and three', () => {
  test.each([
    // Nine in the morning is nine in the morning, though the night is an hour shorter.
    ['tomorrow', '2026-03-28T20:00:00Z', 'Stockholm', '2026-03-29T07:00Z'],
    ['i morgen', '2026-03-28T20:00:00Z', 'Oslo', '2026-03-29T07:00Z'],
    ['1d', '2026-03-28T20:00:00Z', 'Stockholm', '2026-03-29T19:00Z'],
    // An hour is an hour.
    ['1h', '2026-03-29T00:30:00Z', 'Stockholm', '2026-03-29T01:30Z'],
    ['90m', '2026-03-29T00:30:00Z', 'Oslo', '2026-03-29T02:00Z'],
    // Half past two does not come: it is half past three.
    ['2026-03-29 02:30', '2026-03-28T20:00:00Z', 'Stockholm', '2026-03-29T01:30Z'],
    ['02:30', '2026-03-28T20:00:00Z', 'Oslo', '2026-03-29T01:30Z'],
    ['2026-03-29 02:00', '2026-03-28T20:00:00Z', 'Stockholm', '2026-03-29T01:00Z'],
    ['2026-03-29 01:59', '2026-03-28T20:00:00Z', 'Stockholm', '2026-03-29T00:59Z'],
    ['2026-03-29 03:00', '2026-03-28T20:00:00Z', 'Stockholm', '2026-03-29T01:00Z'],
    // A day after half past two of the day before.
    ['1d', '2026-03-28T01:30:00Z', 'Stockholm', '2026-03-29T01:30Z'],
    // New York changed three weeks earlier.
    ['tomorrow', '2026-03-28T20:00:00Z', 'New York', '2026-03-29T13:00Z'],
    ['2026-03-08 02:30', '2026-03-07T20:00:00Z', 'New York', '2026-03-08T07:30Z'],
  ] as const)('%s, typed at %s in %s', (text, now, zone, expected) =>
    expect(meant(text, now, zone)).toBe(expected),
  );
});

describe('the night of 25 October 2026, in which the time between two and three comes twice', () => {
  test.each([
    ['tomorrow', '2026-10-24T20:00:00Z', 'Stockholm', '2026-10-25T08:00Z'],
    ['1d', '2026-10-24T20:00:00Z', 'Oslo', '2026-10-25T21:00Z'],
    // Half past two: the first of the two.
    ['2026-10-25 02:30', '2026-10-24T20:00:00Z', 'Stockholm', '2026-10-25T00:30Z'],
    ['02:30', '2026-10-24T20:00:00Z', 'Oslo', '2026-10-25T00:30Z'],
    // Between the two, the second is the next.
    ['02:30', '2026-10-25T00:45:00Z', 'Stockholm', '2026-10-25T01:30Z'],
    ['02:30', '2026-10-25T01:45:00Z', 'Stockholm', '2026-10-26T01:30Z'],
    // An hour from the first half past two is the second.
    ['1h', '2026-10-25T00:30:00Z', 'Stockholm', '2026-10-25T01:30Z'],
    ['1d', '2026-10-24T00:30:00Z', 'Stockholm', '2026-10-25T00:30Z'],
    ['tomorrow', '2026-10-24T20:00:00Z', 'New York', '2026-10-25T13:00Z'],
    ['2026-11-01 01:30', '2026-10-31T20:00:00Z', 'New York', '2026-11-01T05:30Z'],
    ['01:30', '2026-11-01T05:40:00Z', 'New York', '2026-11-01T06:30Z'],
  ] as const)('%s, typed at %s in %s', (text, now, zone, expected) =>
    expect(meant(text, now, zone)).toBe(expected),
  );
});

describe('whatever is typed, whenever, wherever', () => {
  const zones = fc.constantFrom(...(Object.keys(ZONES) as ZoneName[]));
  const instants = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) });

  test('nothing opens at once, or later than a year, and nothing throws', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^\d{1,4}[mhdtv](\d{1,3}m)?$/),
      fc.stringMatching(/^202\d-\d\d-\d\d( \d\d:\d\d)?$/),
      fc.stringMatching(/^(i morgon|tomorrow|mandag|i dag)? ?\d{1,2}[:.]\d\d$/),
    );
    fc.assert(
      fc.property(texts, instants, zones, (text, now, zone) => {
        const when = parseWhen(text, now, ZONES[zone]);
        if (!('at' in when)) return;
        expect(when.at).toBeGreaterThan(now);
        expect(when.at).toBeLessThanOrEqual(now + 366 * 86_400_000);
      }),
      { numRuns: 500 },
    );
  });

  test('a time of day is that time on the wall, unless the clock skips it, and comes within a day and an hour', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), instants, zones, (hour, minute, now, zone) => {
        const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const when = parseWhen(clock, now, ZONES[zone]);
        if (!('at' in when)) throw new Error(when.fault);
        expect(when.at - now).toBeLessThanOrEqual(26 * 3_600_000);
        const shown = momentOf(when.at, now, ZONES[zone]);
        if (shown.clock !== clock) expect(Number(shown.clock.slice(0, 2))).toBe(hour + 1);
      }),
      { numRuns: 500 },
    );
  });

  test('what is left is never shown as nothing before the time', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -5, max: 400 * 86_400_000 }), (at, before) => {
        const left = leftUntil(at, at - before);
        if (before <= 0) expect(left).toBeNull();
        else expect((left?.days ?? 0) + (left?.hours ?? 0) + (left?.minutes ?? 0)).toBeGreaterThan(0);
      }),
    );
  });
});

test('kept to the end of a day by the calendar', () => {
  const opens = Date.parse('2026-10-23T12:00:00Z');
  const end = (days: number) => new Date(endOfDayAfter(opens, days, ZONES.Stockholm)).toISOString();
  expect(end(1)).toBe('2026-10-24T22:00:00.000Z');
  // After the night of the change midnight is an hour later in UTC.
  expect(end(2)).toBe('2026-10-25T23:00:00.000Z');
});

test('a moment in words is that of the zone in which it is read', () => {
  const at = Date.parse('2026-11-25T08:00:00Z');
  const now = Date.parse(TUESDAY);
  expect(momentOf(at, now, ZONES.Stockholm)).toMatchObject({ days: 1, clock: '09:00' });
  expect(momentOf(at, now, ZONES['New York'])).toMatchObject({ days: 1, clock: '03:00' });
});

test.each([
  ['Europe/Stockholm', '2026-03-29T07:00:00.000Z'],
  ['Europe/Oslo', '2026-03-29T07:00:00.000Z'],
  ['America/New_York', '2026-03-29T13:00:00.000Z'],
])('the zone of a process with TZ=%s is the same', (TZ, expected) => {
  const script = `
    import { parseWhen } from './src/journal/cool-off.ts';
    import { localZone } from './src/journal/local-zone.ts';
    const when = parseWhen('tomorrow', Date.parse('2026-03-28T20:00:00Z'), localZone);
    console.log(new Date(when.at).toISOString());`;
  const built = execFileSync('npx', ['esbuild', '--bundle', '--format=esm', '--platform=node'], {
    input: script,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const args = ['--input-type=module', '--eval', built];
  expect(execFileSync(process.execPath, args, { env: { TZ }, encoding: 'utf8' }).trim()).toBe(expected);
});
