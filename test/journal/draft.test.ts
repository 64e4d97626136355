/** The life of a draft, from the first version to the day on which it is removed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  begin,
  finished,
  isDraft,
  isNewer,
  isPast,
  isUntouched,
  letThrough,
  stateOf,
  textOf,
  waiting,
  written,
} from '../../src/journal/draft.ts';
import { draftId, isDraftId } from '../../src/journal/draft-id.ts';

const NOW = Date.parse('2026-11-24T13:00:00Z');
const HOUR = 3_600_000;
const UTC = () => 0;
const fresh = begin('kft27', NOW, 'sv', 'Var är min soffa?');

test('from empty to done', () => {
  expect(stateOf(fresh, NOW)).toBe('empty');
  expect(isUntouched(fresh)).toBe(true);
  const first = written(fresh, 'Hej!', NOW);
  expect(stateOf(first, NOW)).toBe('cooling');
  expect(stateOf(first, NOW + HOUR - 1)).toBe('cooling');
  expect(stateOf(first, NOW + HOUR)).toBe('ready');
  const second = written(first, 'Hej Gun!', NOW + HOUR);
  expect(second.versions.map(({ text }) => text)).toEqual(['Hej!', 'Hej Gun!']);
  expect(textOf(second)).toBe('Hej Gun!');
  const done = finished(second, NOW + HOUR);
  expect(stateOf(done, NOW + HOUR)).toBe('done');
  // What is written anew is to be read again.
  expect(stateOf(written(done, 'Hej igen!', NOW + HOUR), NOW + HOUR)).toBe('ready');
});

test('the same text, or none, is no new version', () => {
  const first = written(fresh, 'Hej!', NOW);
  expect(written(first, 'Hej!', NOW + 1)).toBe(first);
  expect(written(first, '', NOW + 1)).toBe(first);
});

test('a reason to look early is kept, and opens nothing by itself', () => {
  const early = letThrough(written(fresh, 'Hej!', NOW), 'Kunden ringde', NOW + 1);
  expect(early.early).toEqual([{ at: '2026-11-24T13:00:00.001Z', reason: 'Kunden ringde' }]);
  expect(stateOf(early, NOW + 1)).toBe('cooling');
});

test('kept so many days after it opens, to the end of the day', () => {
  const kept = waiting(written(fresh, 'Hej!', NOW), NOW + HOUR, 3, UTC);
  expect(kept.keepUntil).toBe('2026-11-28T00:00:00.000Z');
  expect(isPast(kept, Date.parse('2026-11-27T23:59:59.999Z'))).toBe(false);
  expect(isPast(kept, Date.parse('2026-11-28T00:00:00Z'))).toBe(true);
  expect(isPast(waiting(kept, NOW + HOUR, null, UTC), Number.MAX_SAFE_INTEGER)).toBe(false);
});

test('a clock that jumps, back or forth, never opens a draft before its instant, nor throws', () => {
  const instants = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
  fc.assert(
    fc.property(instants, fc.array(instants), fc.string(), (made, clock, text) => {
      let draft = written(begin('kft27', made, 'nb', null), `a${text}`, made);
      const opens = Date.parse(draft.notBefore);
      for (const now of clock) {
        expect(stateOf(draft, now)).toBe(now >= opens ? 'ready' : 'cooling');
        draft = letThrough(written(draft, `${text}${now}`, now), text, now);
        expect(draft.notBefore).toBe(new Date(opens).toISOString());
        expect(isDraft(JSON.parse(JSON.stringify(draft)))).toBe(true);
      }
      expect(draft.versions[0]?.text).toBe(`a${text}`);
    }),
  );
});

describe('what a file may hold', () => {
  const whole = waiting(written(fresh, 'Hej!', NOW), NOW + HOUR, 7, UTC);
  test('a whole draft', () => expect(isDraft(whole)).toBe(true));
  test.each([
    ['nothing', null],
    ['a text', 'kft27'],
    ['a list', [whole]],
    ['a key too many', { ...whole, more: 1 }],
    ['a name that leads elsewhere', { ...whole, id: '../../x' }],
    ['a language that is none', { ...whole, lang: 'en' }],
    ['no time', { ...whole, notBefore: 'snart' }],
    ['a time that no calendar has', { ...whole, notBefore: '2026-13-41T99:00:00.000Z' }],
    ['a version without a text', { ...whole, versions: [{ at: whole.made }] }],
  ])('not %s', (_, value) => expect(isDraft(value)).toBe(false));
  test('that of a later svalka is told from a damaged one', () => {
    expect(isNewer({ schemaVersion: 2, anything: true })).toBe(true);
    for (const value of [whole, null, {}, { schemaVersion: '2' }, 7]) expect(isNewer(value)).toBe(false);
  });
});

describe('names', () => {
  test('every number has one, and it is a name', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 0xffffffff }), (seed) => isDraftId(draftId(seed))));
  });

  test('nothing that leads anywhere is one', () => {
    for (const name of [
      '',
      '.',
      '..',
      'a/b',
      '../kft27',
      'kft27/',
      'KFT27',
      'kft27\n',
      'kft27.json',
      'kuk12',
    ])
      expect(isDraftId(name)).toBe(false);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        if (isDraftId(name)) expect(name).toMatch(/^[a-z]{3}[0-9]{2}$/);
      }),
    );
  });
});
