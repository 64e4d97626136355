/** What changed between two versions, as a person reads it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstUnsafe } from '../../src/gate.ts';
import { bareStyle } from '../../src/term/bare-style.ts';
import { proseDiff } from '../../src/term/prose-diff.ts';

const page = (width: number) =>
  ({
    style: bareStyle({ width, color: false, unicode: true, plain: false }),
    texts: {},
    lang: 'sv',
  }) as const;
const diff = (before: string, now: string, width = 80) => proseDiff(page(width), before, now);

test('sentences that went and came, with their neighbours', () => {
  const before = 'Hej Gun! Tack för mejlet. Du måste lugna dig. Så är reglerna. Vi hörs.\n\nMvh Elin';
  const now = 'Hej Gun! Tack för mejlet. Jag förstår att du är arg. Så är reglerna. Vi hörs.\n\nMvh Elin';
  expect(diff(before, now)).toEqual([
    '    …',
    '    Tack för mejlet.',
    '  - Du måste lugna dig.',
    '  + Jag förstår att du är arg.',
    '    Så är reglerna.',
    '    …',
  ]);
});

test.each([
  ['all new', '', 'Hej!', ['  + Hej!']],
  ['all gone', 'Hej!', '', ['  - Hej!']],
  ['nothing', 'Hej! Vi hörs.', 'Hej! Vi hörs.', ['    …']],
  ['added at the end', 'Hej!', 'Hej! Vi hörs.', ['    Hej!', '  + Vi hörs.']],
  ['only spaces and lines', 'Hej!  Vi hörs.', 'Hej!\n\nVi hörs.', ['    …']],
])('%s', (_, before, now, expected) => expect(diff(before, now)).toEqual(expected));

test('the versions can be read out of it, at any width, and nothing drives a terminal', () => {
  const word = fc.constantFrom('hej', 'arg', 'soffa', '\u001b[2J', 'a'.repeat(60));
  const text = fc
    .array(fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`))
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(text, text, fc.integer({ min: 20, max: 88 }), (before, now, width) => {
      const lines = diff(before, now, width);
      for (const line of lines) {
        expect(line.length).toBeLessThanOrEqual(width);
        expect(firstUnsafe(line)).toBeNull();
      }
      if (before === now) expect(lines.filter((line) => /^ {2}[-+]/.test(line))).toEqual([]);
      else if (before.replace(/\s/g, '') !== now.replace(/\s/g, ''))
        expect(lines.join('')).toMatch(/ {2}[-+] /);
    }),
    { numRuns: 300 },
  );
});

test('two hundred kilobytes are compared in a moment', () => {
  const long = Array.from({ length: 4000 }, (_, i) => `Mening nummer ${i}.`).join(' ');
  const began = performance.now();
  expect(diff(long, long.replaceAll('7', 'sju')).length).toBeGreaterThan(1000);
  expect(performance.now() - began).toBeLessThan(2000);
});
