import { describe, expect, test } from 'vitest';
import { progressMessages, progressTexts } from '../../src/locales/progress.ts';

/** Every text by its path; functions are called with numbers that a person may see. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [1, 3].map((n) => [`${path} ${n}`, String(value(n, n, 2025))]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => texts(one, `${path}/${key}`));
}

const FOREIGN = { sv: /[æøÆØ«»]/, nb: /[äöÄÖ”“]/, en: /[äöåæø”«»]/ };

describe.each([
  ['sv', [progressTexts.sv, progressMessages.sv]],
  ['nb', [progressTexts.nb, progressMessages.nb]],
  ['en', [progressMessages.en]],
] as const)('%s', (lang, parts) => {
  const all = parts.flatMap((part) => texts(part));

  test('has no empty text, and keeps to its own letters and quotation marks', () => {
    expect(all.filter(([, text]) => text.trim() === '' || FOREIGN[lang].test(text))).toEqual([]);
  });

  test('promises nothing and ranks nobody', () => {
    const said = all.map(([, text]) => text).join('\n');
    expect(said).not.toMatch(
      /poäng|poeng|betyg|karakter|nivå|rekord|bäst|best\b|i rad|på rad|streak|score|grade|!/i,
    );
  });
});
