/** Tempers, as a table; what they choose; how they fare, to the last conversation. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Machine, Node } from '../../src/flow/machine.ts';
import { type Event, initial } from '../../src/flow/step.ts';
import {
  chosen,
  fare,
  type Leaning,
  leaning,
  play,
  SORTS,
  type Sort,
  sortOf,
  TEMPERS,
  type Temper,
} from '../../src/script/agents.ts';
import { SCENARIOS, scenarioCourse } from '../flow/courses.ts';
import { courseMade, eventOf, machineOf, weightsOf } from '../flow/made.ts';

const machine = machineOf({
  steps: { hear: ['hear'], empathize: ['empathize'], answer: ['respond'] },
  temperature: 6,
});
const nodeAt = (id: string): Node => machine.nodes.find((node) => node.id === id) as Node;

describe('at a step that wants empathy, after one that listens and before one that answers', () => {
  const node = nodeAt('empathize');
  const sorts: readonly [string, Sort][] = [
    ['empathize', 'right'],
    ['empathize+respond', 'right'],
    ['respond', 'early'],
    ['!policy', 'rules'],
    ['!deflect', 'rules'],
    ['!defensive', 'rules'],
    ['!blame', 'rules'],
    ['empathize!but', 'fault'],
    ['!but!blame', 'rules'],
    ['!calm-down', 'fault'],
    ['hear', 'useless'],
    ['thank', 'useless'],
    ['-', 'useless'],
    ['skip', 'skip'],
  ];
  test.each(sorts)('%s is %s', (words, sort) => {
    expect(sortOf(node, eventOf(words))).toBe(sort);
  });
});

/** What a temper takes of each sort, in per cent. */
function taken(temper: Temper, answers: readonly string[]): Partial<Record<Sort, number>> {
  const node = nodeAt('empathize');
  const { events, upTo, of } = leaning(temper, node, answers.map(eventOf));
  const shares = SORTS.map((sort) => {
    const parts = events.map((event, i) =>
      sortOf(node, event) === sort ? (upTo[i] as number) - (upTo[i - 1] ?? 0) : 0,
    );
    return [sort, Math.round((1000 * parts.reduce((sum, part) => sum + part, 0)) / of) / 10] as const;
  });
  return Object.fromEntries(shares.filter(([, share]) => share > 0));
}

describe('what a temper leans to', () => {
  const ALL = ['empathize', 'respond', '!policy', '!but', 'hear'];
  const leanings: readonly { temper: Temper; answers: string[]; takes: Partial<Record<Sort, number>> }[] = [
    { temper: 'kind', answers: ALL, takes: { right: 95, early: 2, rules: 1, fault: 1, useless: 1 } },
    { temper: 'hasty', answers: ALL, takes: { right: 30, early: 60, rules: 2, fault: 3, skip: 5 } },
    { temper: 'rule-quoting', answers: ALL, takes: { right: 10, early: 4, rules: 75, fault: 10, skip: 1 } },
    { temper: 'silent', answers: ALL, takes: { useless: 50, skip: 50 } },
    // 60 % kind, 15 % hasty, 15 % rule-quoting, 10 % silent.
    {
      temper: 'ordinary',
      answers: ALL,
      takes: { right: 63, early: 10.8, rules: 12.1, fault: 2.5, useless: 5.6, skip: 5.9 },
    },
    // Two answers of a sort share its part.
    {
      temper: 'kind',
      answers: [...ALL, 'empathize'],
      takes: { right: 95, early: 2, rules: 1, fault: 1, useless: 1 },
    },
    // What is not there leaves its part to the others.
    { temper: 'hasty', answers: ['empathize', '!but'], takes: { right: 78.9, fault: 7.9, skip: 13.2 } },
    {
      temper: 'rule-quoting',
      answers: ['empathize', '!but'],
      takes: { right: 47.6, fault: 47.6, skip: 4.8 },
    },
    // Without an answer of no use they use words of their own, in which nothing is heard.
    { temper: 'silent', answers: ['empathize'], takes: { useless: 50, skip: 50 } },
    // Nothing is offered at all.
    { temper: 'kind', answers: [], takes: { useless: 100 } },
    { temper: 'hasty', answers: [], takes: { skip: 100 } },
    { temper: 'rule-quoting', answers: [], takes: { skip: 100 } },
  ];
  test.each(leanings)('$temper among $answers', ({ temper, answers, takes }) => {
    expect(taken(temper, answers)).toEqual(takes);
  });
});

describe('a chance', () => {
  const events = ['empathize', '!but', 'skip'].map(eventOf);
  const lean: Leaning = { events, upTo: [0, 3, 4], of: 4 };
  test.each([
    [0, '!but'],
    [0xbfffffff, '!but'],
    [0xc0000000, 'skip'],
    [0xffffffff, 'skip'],
  ])('of %i falls on %s', (chance, words) => {
    expect(chosen(lean, chance)).toEqual(eventOf(words));
  });

  test('never falls on what a temper never does', () => {
    const node = nodeAt('empathize');
    fc.assert(
      fc.property(
        fc.constantFrom(...TEMPERS),
        fc.subarray(['empathize', 'respond', '!policy', '!but', 'hear']),
        fc.nat(0xffffffff),
        (temper, answers, chance) => {
          const { events: all, upTo, of } = leaning(temper, node, answers.map(eventOf));
          const event = chosen({ events: all, upTo, of }, chance);
          expect(taken(temper, answers)).toHaveProperty(sortOf(node, event));
        },
      ),
    );
  });
});

/** Plays one row of events, one at each step as often as it is asked. */
function playing(of: Machine, at: Readonly<Record<string, string>>) {
  const only = (event: Event): Leaning => ({ events: [event], upTo: [1], of: 1 });
  const leanings = of.nodes.map(({ id }) => only(eventOf(at[id] ?? 'skip')));
  const { end, failedAt } = play(of, initial(of), leanings, 1);
  return { end: of.nodes[end.node]?.id ?? '', failedAt: of.nodes[failedAt]?.id ?? '' };
}

describe('where a conversation fails', () => {
  const steps = { hear: ['hear'], empathize: ['empathize'], answer: ['respond'] } as const;
  const right = { hear: 'hear', empathize: 'empathize', answer: 'respond' };
  const threats = { manager: { own: ['ask'] }, physical: { limit: ['boundary'], help: ['ask'] } } as const;
  const cool = machineOf({ steps, temperature: 6 });
  const hot = machineOf({ steps, temperature: 9 });
  const danger = machineOf({
    ...{ steps, threats, temperature: 8 },
    brings: { kind: 'physical', step: 'empathize', from: 0 },
  });
  const cases = [
    { what: 'all right', of: cool, at: right, end: 'calm', failedAt: 'answer' },
    {
      what: 'a step skipped',
      of: cool,
      at: { ...right, empathize: 'skip' },
      end: 'unresolved',
      failedAt: 'empathize',
    },
    {
      what: 'two skipped: the first',
      of: cool,
      at: { answer: 'respond' },
      end: 'unresolved',
      failedAt: 'hear',
    },
    {
      what: 'out of patience',
      of: cool,
      at: { ...right, empathize: '-' },
      end: 'unresolved',
      failedAt: 'empathize',
    },
    {
      what: 'boiled over',
      of: hot,
      at: { ...right, empathize: '!blame' },
      end: 'lost',
      failedAt: 'empathize',
    },
    {
      what: 'skipped, then boiled over',
      of: hot,
      at: { empathize: '!blame' },
      end: 'lost',
      failedAt: 'hear',
    },
    { what: 'nothing missed, too hot', of: hot, at: right, end: 'unresolved', failedAt: 'answer' },
    {
      what: 'in danger only its own steps count',
      ...{ of: danger, at: { 'physical.limit': 'boundary' }, end: 'safe', failedAt: 'physical.help' },
    },
  ];
  test.each(cases)('$what', ({ of, at, end, failedAt }) => {
    expect(playing(of, at)).toEqual({ end, failedAt });
  });

  test('a playbook that goes round comes to no end, but the run does', () => {
    const weights = weightsOf({
      turns: { ...weightsOf().turns, skipped: { ...weightsOf().turns.skipped, heats: 0 } },
    });
    const ring = machineOf({ steps: { hear: { moves: ['hear'], next: 'hear' } }, temperature: 6, weights });
    expect(playing(ring, {})).toEqual({ end: 'hear', failedAt: 'hear' });
  });
});

describe('how they fare', () => {
  const course = scenarioCourse('late-parcel');

  test('is the same every time, whatever ran before', () => {
    const first = fare(course, 'ordinary', 500, 7);
    fare(course, 'kind', 10, 1);
    expect(fare(course, 'ordinary', 500, 7)).toEqual(first);
    expect(fare(course, 'ordinary', 500, 8)).not.toEqual(first);
  });

  test('is the same on every machine', () => {
    const made = courseMade({
      ...{ steps: { hear: ['hear'], empathize: ['empathize'], answer: ['respond'] }, temperature: 6 },
      threats: { manager: { own: ['ask'] } },
      brings: { kind: 'manager', step: 'answer', from: 6 },
    });
    expect(TEMPERS.map((temper) => fare(made, temper, 1000, 1).won)).toMatchInlineSnapshot(`
      [
        999,
        590,
        6,
        0,
        630,
      ]
    `);
    expect(fare(made, 'ordinary', 1000, 1)).toMatchInlineSnapshot(`
      {
        "degrees": [
          0,
          442,
          3,
          275,
          100,
          42,
          64,
          29,
          5,
          7,
          33,
        ],
        "failed": Map {
          "hear" => 113,
          "empathize" => 100,
          "answer" => 150,
          "manager.own" => 7,
        },
        "runs": 1000,
        "turns": 3757,
        "won": 630,
      }
    `);
  });

  test('every conversation is counted once: how hot it ended, and where it failed unless it was won', () => {
    for (const temper of TEMPERS) {
      const { runs, won, degrees, failed } = fare(course, temper, 300, 3);
      expect(degrees.reduce((sum, count) => sum + count, 0)).toBe(runs);
      expect([...failed.values()].reduce((sum, count) => sum + count, won)).toBe(runs);
    }
  });

  test('more runs begin with the same conversations', () => {
    const few = fare(course, 'hasty', 100, 5);
    const more = fare(course, 'hasty', 200, 5);
    few.degrees.forEach((count, i) => {
      expect(more.degrees[i]).toBeGreaterThanOrEqual(count);
    });
  });

  test.each(SCENARIOS)('$name: kind wins, ordinary sometimes, rules and silence hardly ever', (one) => {
    const share = (temper: Temper) => fare(one.course, temper, 400, 1).won / 400;
    expect(share('kind')).toBeGreaterThan(0.9);
    expect(share('ordinary')).toBeLessThan(share('kind'));
    expect(share('ordinary')).toBeGreaterThan(share('rule-quoting'));
    expect(share('silent')).toBeLessThan(0.1);
  });
});
