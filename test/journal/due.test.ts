import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf } from '../../src/journal/day.ts';
import { type Due, dueNow, minutesOf } from '../../src/journal/due.ts';
import type { Practised } from '../../src/journal/practised.ts';
import { practisedFrom } from '../../src/journal/practised-from.ts';
import { SCENARIOS, scenarioCourse } from '../flow/courses.ts';
import { november, practised, THREE_WEEKS, utcDay } from '../support/practised.ts';
import { anyPractice } from './any-practice.ts';

const courses = SCENARIOS.map(({ course }) => course);
const on = (day: number, ...past: Practised[]): Due => dueNow(past, courses, november(day), utcDay);
/** From which day of November an item is due, in the words of a table; its last time and how it went. */
const dueOf = (item: string, ...past: Practised[]) => {
  const found = on(300, ...past).items.find((one) => one.item === item);
  return found && `${dateOf(found.due).getUTCDate()} ${found.went}`;
};
const parcel = (day: number, words?: string, hour?: number) =>
  practised('late-parcel', november(day, hour), words);

describe('when something is due again, by how it went', () => {
  test.each<[string, string, string | undefined]>([
    ['right at the first try', '+', '5 first'],
    ['right after a wrong try', '-+', '4 later'],
    ['never right', '--', '3 missed'],
    ['skipped', '0', '3 missed'],
  ])('%s', (_, words, due) => {
    expect(dueOf('move:hear', parcel(2, words))).toBe(due);
    expect(dueOf('late-parcel/hear/tell-me', parcel(2, words))).toBe(due);
  });

  test('one that stays stays away longer and longer', () => {
    const gaps: number[] = [];
    let day = 1;
    const past: Practised[] = [];
    for (let i = 0; i < 4; i++) {
      past.push(parcel(day, '+'));
      const { next, today } = on(day, ...past);
      gaps.push((next ?? 0) - today);
      day += (next ?? 0) - today;
    }
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(new Set(gaps).size).toBe(4);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(180);
  });

  test('one of two right answers is enough; the other one is no debt', () => {
    const hear = scenarioCourse('late-parcel');
    expect(Object.keys(hear.scenario?.steps.hear?.choices ?? {})).toContain('say-back');
    const said = on(300, parcel(2, '+')).items.map(({ item }) => item);
    expect(said).toContain('late-parcel/hear/tell-me');
    expect(said).not.toContain('late-parcel/hear/say-back');
    // Missed with all the others once, and made good with the one that was chosen.
    const again = [parcel(2, '--'), parcel(3, '+')];
    expect(dueOf('late-parcel/hear/say-back', ...again)).toMatch(/first/);
    // And so whenever it is due: the same answer each time leaves nothing owing.
    const owing = on(20, ...again, parcel(20, '+')).items.map(({ item }) => item);
    expect(owing).not.toContain('late-parcel/hear/say-back');
    expect(owing).not.toContain('move:restate');
  });

  test('own words say nothing of answers that nobody saw', () => {
    const one = parcel(2, '+');
    const [first] = one.turns;
    if (!first) throw new Error('no turn');
    const own = { ...one, turns: [{ ...first, choice: null }] };
    expect(on(300, own).items.map(({ item }) => item)).toEqual(['move:hear']);
  });

  test('a threat goes as well as the worst of its steps', () => {
    const all = practised('bill-shock', november(3), '+--*');
    const kind = all.turns.find(({ threat }) => threat !== null)?.threat;
    expect(dueOf(`threat:${kind}`, all)).toMatch(/first/);
    const worse = all.turns.map((turn) => (turn.threat ? { ...turn, verdict: 'fault' as const } : turn));
    expect(dueOf(`threat:${kind}`, { ...all, turns: worse })).toMatch(/missed/);
  });
});

describe('what is due now', () => {
  test('three weeks of practice', () => {
    const due = dueNow(practisedFrom(THREE_WEEKS), courses, november(24), utcDay);
    expect({
      items: due.items.map(({ item, went, recall }) => `${item} ${went} ${recall.toFixed(2)}`),
      never: due.never,
      suggestion: due.suggestion,
    }).toMatchSnapshot();
  });

  test('by the day, not by the hour: practised late, due early', () => {
    const evening = parcel(2, '--', 22);
    expect(dueNow([evening], courses, november(3, 7), utcDay).items).not.toEqual([]);
  });

  test('the least likely to come still stands first', () => {
    const { items } = dueNow(practisedFrom(THREE_WEEKS), courses, november(24), utcDay);
    const recalls = items.map(({ recall }) => recall);
    expect(recalls).toEqual([...recalls].sort((a, b) => a - b));
  });

  test('nothing yet: a mild customer to begin with, and everything is new', () => {
    const { items, next, never, suggestion } = on(2);
    expect(items).toEqual([]);
    expect(next).toBe(null);
    expect(never).toContain('move:empathize');
    const warm = courses.map(({ machine }) => machine.temperature);
    expect(suggestion?.fresh).toBe(true);
    expect(scenarioCourse(suggestion?.scenario ?? '').machine.temperature).toBe(Math.min(...warm));
  });

  test('nothing due: when the next is, and a conversation that was never played', () => {
    const { items, next, today, suggestion } = on(2, parcel(2));
    expect(items).toEqual([]);
    expect(next).toBeGreaterThan(today);
    expect(suggestion).toMatchObject({ fresh: true, practises: [] });
    expect(suggestion?.scenario).not.toBe('late-parcel');
  });

  test('the conversation with most of it', () => {
    const { suggestion, items } = on(5, parcel(2, '-+0-+++'));
    expect(suggestion).toMatchObject({ scenario: 'late-parcel', fresh: false });
    expect(suggestion?.practises).toHaveLength(items.length);
  });

  test('five minutes: a longer one only where there is no other', () => {
    expect([3, 4, 5, 6, 7].map(minutesOf)).toEqual([3, 4, 4, 5, 6]);
    const long = { ...scenarioCourse('late-parcel') };
    const { machine } = long;
    const padded = { ...long, machine: { ...machine, nodes: [...machine.nodes, ...machine.nodes] } };
    const past = [parcel(2, '--')];
    const choose = (some: typeof courses) => dueNow(past, some, november(9), utcDay).suggestion?.scenario;
    expect(choose([padded, scenarioCourse('bill-shock')])).toBe('bill-shock');
    expect(choose([padded])).toBe('late-parcel');
  });

  test('a threat that comes only to who angers the customer is told apart', () => {
    const asked = (scenario: string, words: string) => {
      const past = [practised(scenario, november(2), words)];
      return dueNow(past, [scenarioCourse(scenario)], november(9), utcDay).suggestion;
    };
    expect(asked('bill-shock', '+--*')?.ifAngry).toBe('threat:competitor');
    // Nobody has to anger a person who does not want to live.
    const despair = asked('debt-letter', '*');
    expect(despair?.practises).toContain('threat:self-harm');
    expect(despair?.ifAngry).toBe(null);
  });

  test('a conversation that is gone is not asked for', () => {
    const past = [practised('hotel-room', november(2), '--')];
    const left = courses.filter(({ scenario }) => scenario?.scenario !== 'hotel-room');
    const { items } = dueNow(past, left, november(9), utcDay);
    expect(items.some(({ item }) => item.startsWith('hotel-room/'))).toBe(false);
    expect(items.map(({ item }) => item)).toContain('move:hear');
  });

  test('no conversations at all', () => {
    expect(dueNow([parcel(2)], [], november(9), utcDay)).toMatchObject({
      items: [],
      never: [],
      suggestion: null,
    });
  });
});

describe('clocks', () => {
  test('one that jumps back a month between two sessions', () => {
    const past = [parcel(28, '+'), { ...parcel(28, '+'), turns: parcel(1, '+').turns }];
    expect(on(30, ...past).items).toEqual([]);
    expect(on(30, ...past).next).toBeGreaterThan(utcDay(november(30)));
  });

  test('one that was ahead: nothing was last seen tomorrow', () => {
    const { items } = dueNow([parcel(28, '--')], courses, november(3), utcDay);
    for (const { last } of items) expect(last).toBeLessThanOrEqual(utcDay(november(3)));
  });

  test('whatever was practised: the same twice, no throw, nothing negative, chances between 0 and 1', () => {
    fc.assert(
      fc.property(anyPractice, fc.integer({ min: 0, max: 4e12 }), (past, now) => {
        const due = dueNow(past, courses, now, utcDay);
        expect(dueNow(past, courses, now, utcDay)).toEqual(due);
        for (const item of due.items) {
          expect(item.last).toBeGreaterThanOrEqual(0);
          expect(item.due).toBeGreaterThan(item.last);
          expect(item.due).toBeLessThanOrEqual(due.today);
          expect(item.recall).toBeGreaterThanOrEqual(0);
          expect(item.recall).toBeLessThanOrEqual(1);
        }
        if (due.next !== null) expect(due.next).toBeGreaterThan(due.today);
        expect(due.suggestion).not.toBe(null);
      }),
      { numRuns: 200 },
    );
  });
});
