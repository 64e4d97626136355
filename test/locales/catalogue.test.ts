import { describe, expect, test } from 'vitest';
import { AGENT, AUTHOR } from '../../src/locales/catalogue.ts';
import { READER_RULES } from '../../src/playbook/finding.ts';

/** Every text of a catalogue by its path; functions are called with numbers and names. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value('1', '2', '3', '4'))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => texts(one, `${path}/${key}`));
}

describe.each([
  ['sv', [AGENT.sv, AUTHOR.sv]],
  ['nb', [AGENT.nb, AUTHOR.nb]],
  ['en', [AUTHOR.en]],
] as const)('the catalogue of %s', (lang, parts) => {
  const all = parts.flatMap((part) => texts(part));

  test('has no empty text', () => {
    expect(all.filter(([path, text]) => text.trim() === '' && !path.startsWith('/severity'))).toEqual([]);
  });

  test('keeps to its own letters and quotation marks', () => {
    const foreign = { sv: /[æøÆØ«»]/, nb: /[äöÄÖ”“]/, en: /[äöåæø”«»]/ }[lang];
    // Slots are shown in both languages' names to those who read English.
    const own = all.map(
      ([path, text]) => [path, text.replace(/\{[^}]*\}/g, '').replaceAll('Skriv ”', '')] as const,
    );
    expect(own.filter(([, text]) => foreign.test(text))).toEqual([]);
  });

  test('says for each rule of the reader what to write instead', () => {
    const { finding } = AUTHOR[lang];
    for (const rule of READER_RULES)
      expect(finding[rule]({ near: 'x', allowed: 'a' }), rule).toMatch(/[.!]$|:/);
  });
});

test('the catalogues have the same keys', () => {
  const keys = (value: unknown) => texts(value).map(([path]) => path);
  expect(keys(AGENT.nb)).toEqual(keys(AGENT.sv));
  expect(keys(AUTHOR.nb)).toEqual(keys(AUTHOR.sv));
  expect(keys(AUTHOR.en)).toEqual(keys(AUTHOR.sv));
});

test('no two keys of a screen share a letter or a word', () => {
  for (const lang of ['sv', 'nb'] as const) {
    const { choose, next, begin, quit, close, yes, no, again, ...practice } = AGENT[lang].keys;
    expect(new Set(Object.values(practice)).size).toBe(Object.keys(practice).length);
    expect([choose, next, begin, quit, close, yes, no, again].every(Boolean)).toBe(true);
  }
});
