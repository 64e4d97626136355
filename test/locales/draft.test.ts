/** The words of drafts: each language with its own letters, signs and ways to say when. */
import { describe, expect, test } from 'vitest';
import { momentOf } from '../../src/journal/cool-off.ts';
import { draftMessages, draftTalk } from '../../src/locales/draft.ts';

/** Every text by its path; functions are called with names. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const made = /moment$/.test(path)
      ? value(momentOf(Date.UTC(2027, 1, 3), Date.UTC(2026, 10, 24), () => 0))
      : /left$/.test(path) && !path.includes('data')
        ? value({ days: 2, hours: 1, minutes: 7 })
        : value('1', '2', '3');
    return [[path, String(made)]];
  }
  return Object.entries(value as object).flatMap(([key, one]) => texts(one, `${path}/${key}`));
}

describe.each(['sv', 'nb', 'en'] as const)('%s', (lang) => {
  const all = texts({ say: draftMessages[lang], ...(lang === 'en' ? {} : { talk: draftTalk[lang] }) });

  test('has no empty text, and keeps to its own letters and quotation marks', () => {
    const foreign = { sv: /[æøÆØ«»]/, nb: /[äöÄÖ”“]/, en: /[äöåæø”«»]/ }[lang];
    expect(all.filter(([, text]) => text.trim() === '' || foreign.test(text))).toEqual([]);
  });
});

test('the languages have the same keys', () => {
  const keys = (value: unknown) => texts(value).map(([path]) => path);
  expect(keys(draftTalk.nb)).toEqual(keys(draftTalk.sv));
  expect(keys(draftMessages.nb)).toEqual(keys(draftMessages.sv));
  expect(keys(draftMessages.en)).toEqual(keys(draftMessages.sv));
});

describe('when', () => {
  const now = Date.UTC(2026, 10, 24, 12);
  const at = (days: number) => now + days * 86_400_000;
  test.each([
    ['sv', 0, 'i dag kl. 12:00'],
    ['sv', 1, 'i morgon kl. 12:00'],
    ['sv', -1, 'i går kl. 12:00'],
    ['sv', 7, 'tisdag 1 december kl. 12:00'],
    ['sv', 40, 'söndag 3 januari 2027 kl. 12:00'],
    ['nb', 1, 'i morgen kl. 12:00'],
    ['nb', 7, 'tirsdag 1. desember kl. 12:00'],
    ['nb', 40, 'søndag 3. januar 2027 kl. 12:00'],
    ['en', 1, 'tomorrow at 12:00'],
    ['en', 7, 'Tuesday 1 December at 12:00'],
  ] as const)('%s, in %i days: %s', (lang, days, expected) => {
    expect(draftMessages[lang].moment(momentOf(at(days), now, () => 0))).toBe(expected);
  });

  test.each([
    ['sv', { days: 0, hours: 0, minutes: 1 }, '1 minut'],
    ['sv', { days: 0, hours: 2, minutes: 5 }, '2 timmar och 5 minuter'],
    ['sv', { days: 1, hours: 1, minutes: 5 }, '1 dygn och 1 timme'],
    ['sv', { days: 2, hours: 0, minutes: 5 }, '2 dygn'],
    ['nb', { days: 0, hours: 1, minutes: 0 }, '1 time'],
    ['nb', { days: 3, hours: 2, minutes: 0 }, '3 døgn og 2 timer'],
    ['en', { days: 1, hours: 0, minutes: 0 }, '1 day'],
  ] as const)('%s: %o is %s', (lang, left, expected) =>
    expect(draftMessages[lang].left(left)).toBe(expected),
  );

  test.each([
    ['sv', 999, '999 B'],
    ['nb', 1234, '1,2 kB'],
    ['en', 2_500_000, '2.5 MB'],
  ] as const)('%s: %i bytes are %s', (lang, bytes, expected) =>
    expect(draftMessages[lang].data.size(bytes)).toBe(expected),
  );
});
