import { describe, expect, test } from 'vitest';
import { personalNumbersIn } from '../../src/check/personal.ts';

const found = (text: string) => personalNumbersIn(text).map(({ start, end }) => text.slice(start, end));

describe('a personal number', () => {
  // Those of the tax authorities' own examples, and of people who would be older than anybody is.
  test.each([
    ['personnummer', '121212-1212'],
    ['with its century', '19121212-1212'],
    ['in one', '191212121212'],
    ['in one, without its century', '1212121212'],
    ['with a blank', '19121212 1212'],
    ['of somebody over a hundred', '121212+1212'],
    ['samordningsnummer', '18900162-2399'],
    ['fødselsnummer', '01016050012'],
    ['fødselsnummer with a blank', '010160 50012'],
    ['D-nummer', '41016050006'],
  ])('%s', (_what, number) => {
    expect(found(`Jag heter Tolvan, ${number}.`)).toEqual([number]);
    expect(found(`(${number})`)).toEqual([number]);
  });

  test.each([
    ['a wrong last digit', '121212-1213'],
    ['no such month', '121312-1211'],
    ['no such day', '19110229-1217'],
    ['of another century', '22121212-1212'],
    ['wrong control digits', '01016050013'],
    ['no such day in Norway', '32016050012'],
    ['a mobile telephone', '0701234569'],
    ['a longer number', '1212121212121212'],
    ['a masked number', '121212-XXXX'],
    ['an account', '1234 56 78901'],
  ])('none: %s', (_what, number) => {
    expect(found(`Jag heter Tolvan, ${number}.`)).toEqual([]);
  });
});
