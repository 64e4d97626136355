import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/journal/day.ts';
import { dueNow } from '../../src/journal/due.ts';
import type { Practised } from '../../src/journal/practised.ts';
import { practisedFrom } from '../../src/journal/practised-from.ts';
import { type Progress, progressOf } from '../../src/journal/progress.ts';
import { progressJson } from '../../src/journal/report/progress-json.ts';
import { visitsOf } from '../../src/journal/visits.ts';
import { SCENARIOS } from '../flow/courses.ts';
import { november, practised, THREE_WEEKS, utcDay } from '../support/practised.ts';
import { anyPractice } from './any-practice.ts';

const at = (...sessions: Practised[]): Progress => progressOf(sessions, november(30), utcDay);

describe('a session as visits to its steps', () => {
  test.each<[string, string, string]>([
    ['right at the first try', '+', 'hear first'],
    ['right at the second', '-+', 'hear later'],
    ['never right', '--', 'hear missed'],
    ['skipped', '0', 'hear missed'],
    ['skipped after a try', '-0', 'hear missed'],
    ['step after step', '+-+0', 'hear first, empathize later, apologize missed'],
  ])('%s', (_, words, visits) => {
    const told = visitsOf(practised('late-parcel', november(2), words));
    expect(told.map(({ tries: [first], went }) => `${first.step} ${went}`).join(', ')).toBe(visits);
  });

  test('a step that a threat breaks into is gone on with after it', () => {
    const visits = visitsOf(practised('bill-shock', november(3), '+0-*'));
    expect(visits.map(({ tries }) => tries.map(({ step }) => step).join('+'))).toEqual([
      'hear',
      'empathize',
      'apologize+apologize',
      'competitor.acknowledge',
      'competitor.answer',
      'respond',
      'thank',
    ]);
  });
});

describe('what past practice shows', () => {
  test('nothing', () => {
    expect(at()).toEqual({
      sessions: 0,
      days: 0,
      from: null,
      to: null,
      practised: [],
      order: { times: 0, of: 0, recent: null, before: null },
      moves: [],
      faults: [],
      temperatures: [],
    });
  });

  test('three weeks of it', () => {
    const { practised, temperatures, ...rest } = progressOf(practisedFrom(THREE_WEEKS), november(24), utcDay);
    expect(rest).toMatchSnapshot();
    expect(practised.map(({ scenario, times }) => `${scenario} ${times}`)).toEqual([
      'late-parcel 5',
      'bill-shock 2',
      'wrong-size-refund 1',
      'cold-dinner 1',
      'hotel-room 1',
      'gym-contract 1',
    ]);
    expect(temperatures.map(({ start, end, ended }) => `${start} ${end} ${ended}`)).toMatchSnapshot();
  });

  test.each<[string, string, number]>([
    ['all right', '*', 1],
    ['a fault is no matter of order', '-+*', 1],
    ['skipped', '+0*', 0],
  ])('order: %s', (_, words, kept) => {
    expect(at(practised('late-parcel', november(2), words)).order).toMatchObject({ times: kept, of: 1 });
  });

  test('a move: the last five against the five before, at the first try', () => {
    const words = ['-', '-+', '+', '0', '+', '+', '+', '+', '-', '+', '+'];
    const sessions = words.map((word, i) => practised('late-parcel', november(i + 1), word));
    const [hear] = at(...sessions).moves;
    expect(hear).toMatchObject({
      move: 'hear',
      times: 7,
      of: 11,
      recent: { times: 4, of: 5 },
      before: { times: 3, of: 5 },
    });
  });

  test('a move beside a fault has not done its work', () => {
    const [hear] = at(practised('late-parcel', november(2), '-+*')).moves;
    expect(hear).toMatchObject({ move: 'hear', times: 0, of: 1 });
  });

  test('faults: in the last five sessions against the five before', () => {
    const sessions = ['--', '-', '-', '+', '+', '+', '+'].map((word, i) =>
      practised('late-parcel', november(i + 1), word),
    );
    const { faults } = at(...sessions);
    expect(faults.map(({ times, recent, before }) => [times, recent, before])).toEqual([[4, 1, 3]]);
  });

  test('left before its end: the temperature that it had reached', () => {
    const [left] = at(practised('late-parcel', november(2), '+')).temperatures;
    expect(left).toEqual({
      scenario: 'late-parcel',
      day: utcDay(november(2)),
      start: 6,
      end: 5,
      ended: null,
    });
  });
});

describe('clocks and time zones', () => {
  const past = practisedFrom(THREE_WEEKS);

  test('another time zone moves days, and nothing else', () => {
    const shifted = (hours: number) => progressOf(past, november(24), (ms) => utcDay(ms + hours * 3_600_000));
    const bare = ({ order, moves, faults, sessions }: Progress) => ({ order, moves, faults, sessions });
    for (const hours of [-11, 14]) expect(bare(shifted(hours))).toEqual(bare(shifted(0)));
    const late = [practised('late-parcel', november(2, 23)), practised('late-parcel', november(3, 1))];
    expect(progressOf(late, november(4), utcDay).days).toBe(2);
    expect(progressOf(late, november(4), (ms) => utcDay(ms + 3_600_000)).days).toBe(1);
  });

  test('a clock that was ahead: no day is later than today', () => {
    const { to, practised: conversations } = progressOf(past, november(10), utcDay);
    expect(to).toBe(utcDay(november(10)));
    for (const { last } of conversations) expect(last).toBeLessThanOrEqual(utcDay(november(10)));
  });

  test.each([
    ['UTC', '2026-03-28T23:30:00Z', 20540],
    ['Europe/Stockholm', '2026-03-28T23:30:00Z', 20541],
    ['Europe/Oslo', '2026-03-29T01:30:00Z', 20541],
    ['Pacific/Kiritimati', '2026-03-29T10:30:00Z', 20542],
    ['America/Adak', '2026-03-29T05:30:00Z', 20540],
  ])('the day in %s at %s', (zone, moment, day) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(localDay(Date.parse(moment))).toBe(day);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

test('whatever was practised: never throws, never below nothing, never more than all', () => {
  const courses = SCENARIOS.map(({ course }) => course);
  fc.assert(
    fc.property(anyPractice, fc.integer({ min: 0, max: 4e12 }), (past, now) => {
      const progress = progressOf(past, now, utcDay);
      const { order, moves, days, sessions } = progress;
      for (const { times, of, recent, before } of [order, ...moves]) {
        for (const share of [{ times, of }, recent, before]) {
          if (!share) continue;
          expect(share.times).toBeGreaterThanOrEqual(0);
          expect(share.times).toBeLessThanOrEqual(share.of);
        }
      }
      expect(sessions).toBeLessThanOrEqual(past.length);
      expect(days).toBeGreaterThanOrEqual(Math.min(1, sessions));
      for (const { times } of progress.faults) expect(times).toBeGreaterThan(0);
      JSON.parse(progressJson(progress, dueNow(past, courses, now, utcDay)));
    }),
    { numRuns: 200 },
  );
});
