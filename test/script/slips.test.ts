import { describe, expect, test } from 'vitest';
import { slipsOn } from '../../src/script/slips.ts';

describe('on a screen of ten columns', () => {
  const cases: readonly { what: string; screen: string[]; slips: string[] }[] = [
    { what: 'words', screen: ['Hej!', '', 'Hur går det?'.slice(0, 10)], slips: [] },
    { what: 'no line', screen: [], slips: ['empty'] },
    { what: 'blank lines', screen: ['', '   ', '\n'], slips: ['empty'] },
    { what: 'one letter too many', screen: ['Hur går det'], slips: ['too-wide'] },
    { what: 'a line in a line', screen: ['Hej!\nHur går det?'], slips: ['too-wide'] },
    { what: 'letters in two parts, that fit', screen: ['\u00e5'.repeat(10).normalize('NFD')], slips: [] },
    { what: 'emoji, two cells each', screen: ['🙂🙂🙂🙂🙂'], slips: [] },
    { what: 'one emoji too many', screen: ['🙂🙂🙂🙂🙂🙂'], slips: ['too-wide'] },
    { what: 'a slot', screen: ['{tid}'], slips: ['not-filled'] },
    { what: 'half a slot', screen: ['tid}'], slips: ['not-filled'] },
    { what: 'undefined', screen: ['undefined'], slips: ['not-filled'] },
    { what: 'no number', screen: ['NaN grader'], slips: ['not-filled'] },
    { what: 'an object', screen: ['[object x]'], slips: ['not-filled'] },
    { what: 'nothing said', screen: ['Du: ””'], slips: ['not-filled'] },
    { what: 'nothing said in Norwegian', screen: ['Du: «»'], slips: ['not-filled'] },
    { what: 'words with such letters in them', screen: ['NaNna null'], slips: [] },
    { what: 'a bell', screen: ['Hej\u0007'], slips: ['control-character'] },
    { what: 'a colour', screen: ['\u001b[1mA'], slips: ['control-character'] },
    { what: 'a tab', screen: ['a\tb'], slips: ['control-character'] },
    { what: 'text turned round', screen: ['a\u202eb'], slips: ['control-character'] },
    { what: 'bars and signs', screen: ['✓ ██░░ ❯ ·'], slips: [] },
    {
      what: 'two slips on two lines',
      screen: ['{', 'undefined {tid}'],
      slips: ['not-filled', 'too-wide', 'not-filled'],
    },
  ];
  test.each(cases)('$what', ({ screen, slips }) => {
    expect(slipsOn(screen, 10).map(({ slip }) => slip)).toEqual(slips);
  });
});
