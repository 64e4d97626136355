import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, firstUnsafe, toAscii } from '../src/gate.ts';

describe('content cannot drive the terminal', () => {
  test.each([
    ['a colour', '\u001b[31mröd\u001b[0m', '[31mröd[0m'],
    ['a link (OSC 8)', '\u001b]8;;http://x\u0007klicka\u001b]8;;\u0007', ']8;;http://xklicka]8;;'],
    ['an 8-bit CSI', '\u009b2Jborta', '2Jborta'],
    ['a title (OSC 0)', '\u001b]0;ny titel\u001b\\', ']0;ny titel\\'],
    ['a device query (DCS)', '\u001bP+q\u001b\\', 'P+q\\'],
    ['an application command (APC)', '\u001b_x\u001b\\', '_x\\'],
    ['NUL, bell and backspace', 'a\u0000b\u0007c\bd', 'abcd'],
    ['a carriage return that overwrites', 'snällt\rfult', 'snälltfult'],
    ['a bidi override', 'abc\u202edef\u202c', 'abcdef'],
    ['bidi isolates and marks', '\u2066a\u2069\u200e\u200f\u061c', 'a'],
    ['zero-width characters', 'lö\u200bs\u200den\ufeff\u2060', 'lösen'],
    ['line and paragraph separators', 'a\u2028b\u2029c', 'abc'],
    ['half a character', 'a\ud800b', 'ab'],
    ['what is left alone', 'Åäö æøå\n\t”ja” «nei» – 1 249 kr 💪', 'Åäö æøå\n\t”ja” «nei» – 1 249 kr 💪'],
  ])('%s', (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test('whatever comes in, nothing unsafe comes out, and once is enough', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = clean(text);
        expect(firstUnsafe(safe)).toBeNull();
        expect(clean(safe)).toBe(safe);
      }),
    );
  });
});

test('typography for a terminal without Unicode keeps the letters', () => {
  expect(toAscii('”Hej” – «nei» … det’ – åäöæø · → −1')).toBe('"Hej" - "nei" ... det\' - åäöæø - -> -1');
});
