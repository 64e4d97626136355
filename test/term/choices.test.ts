import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceLines, keyLines } from '../../src/term/choices.ts';
import { pageOf } from '../support/page.ts';

const options = [
  { id: 'a', text: 'Berätta från början, jag har tid.' },
  {
    id: 'b',
    text: 'Enligt köpvillkoren är leveranstiden ungefärlig, så det kan jag tyvärr inte göra något åt.',
  },
  { id: 'c', text: 'Så paketet skulle ha kommit förra veckan, och ingen har hört av sig sedan dess?' },
];

test('all choices in full where there is room', () => {
  expect(choiceLines(pageOf('sv', 80), options, 1, 20)).toEqual([
    '   1 Berätta från början, jag har tid.',
    '❯  2 Enligt köpvillkoren är leveranstiden ungefärlig, så det kan jag tyvärr',
    '     inte göra något åt.',
    '   3 Så paketet skulle ha kommit förra veckan, och ingen har hört av sig sedan',
    '     dess?',
  ]);
});

test('only the active one in full where there is little', () => {
  expect(choiceLines(pageOf('sv', 40), options, 1, 6)).toEqual([
    '   1 Berätta från början, jag har tid.',
    '❯  2 Enligt köpvillkoren är',
    '     leveranstiden ungefärlig, så det',
    '     kan jag tyvärr inte göra något åt.',
    '   3 Så paketet skulle ha kommit förra…',
  ]);
});

test('never more lines than rows, never wider than the window, the active one always whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.lorem({ maxCount: 20 }), { minLength: 1, maxLength: 20 }),
      fc.nat(19),
      fc.integer({ min: 30, max: 90 }),
      fc.integer({ min: 1, max: 30 }),
      (texts, at, width, rows) => {
        const page = pageOf('nb', width);
        const choices = texts.map((text, i) => ({ id: String(i), text }));
        const active = at % choices.length;
        const lines = choiceLines(page, choices, active, rows);
        const own = choiceLines(page, [choices[active] as (typeof choices)[number]], 0, 99).length;
        expect(lines.length).toBeLessThanOrEqual(Math.max(rows, own));
        for (const line of lines) expect(line.length).toBeLessThan(width);
        expect(lines.filter((line) => line.startsWith('❯'))).toHaveLength(1);
      },
    ),
  );
});

test('a key stays on the line of its word', () => {
  const keys = [
    { key: 'h', label: 'ledtråd' },
    { key: 's', label: 'hoppa över' },
    { key: 'r', label: 'börja om' },
    { key: 'q', label: 'spara och sluta' },
  ];
  expect(keyLines(pageOf('sv', 40), keys)).toEqual([
    '  h ledtråd  s hoppa över  r börja om',
    '  q spara och sluta',
  ]);
});
