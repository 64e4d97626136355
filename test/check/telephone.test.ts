import { describe, expect, it, test } from 'vitest';
import { contentOf } from '../../src/check/content.ts';
import { telephoneNumber } from '../../src/check/rules/telephone-number.ts';
import { shortNumbersIn, telephonesIn } from '../../src/check/telephone.ts';
import type { Doc } from '../../src/playbook/validate.ts';
import { library, shipped } from '../support/content.ts';

describe('a telephone number', () => {
  const found = (text: string, lang: 'sv' | 'nb') =>
    telephonesIn(text, lang).map(({ start, end }) => text.slice(start, end));

  test.each([
    '070-174 06 05',
    '070 174 06 05',
    '0701740605',
    '073.174.06.05',
    '0771-12 34 56',
    '020-12 34 56',
    '08-465 004 12',
    '08-46500412',
    '08 465 004 12',
    '(08) 465 004 12',
    '031-12 34 56',
    '031/123456',
    '0500-12 34 56',
    '0812345678',
    '+46 70 174 06 05',
    '+46 (0)8-465 004 12',
    '0046701740605',
    '+47 912 34 567',
    '+4722123456',
    '22 12 34 56',
    '912 34 567',
    '800 12 345',
  ])('%s, in either language', (number) => {
    expect(found(`Ring ${number}.`, 'sv').join()).toContain(number.replace('(08', '08'));
    expect(found(`tlf:${number}, takk`, 'nb').join()).toContain(number.replace('(08', '08'));
  });

  test('eight digits in one, in Norwegian', () => {
    expect(found('Ring 91234567 i kveld', 'nb')).toEqual(['91234567']);
    expect(found('Ring kunden: 91234567', 'nb')).toEqual(['91234567']);
    expect(found('Ring 91234567 i kväll', 'sv')).toEqual([]);
  });

  test('opening hours after it do not hide it', () => {
    expect(found('Ring 08-465 004 12 10-16', 'sv')).toEqual(['08-465 004 12']);
    expect(found('22 12 34 56, 912 34 567', 'nb')).toEqual(['22 12 34 56', '912 34 567']);
  });

  test.each([
    'Det blir 12 345 678 kronor.',
    'Summen er 22 12 34 56 kroner.',
    'Beløpet er 41234567 kr.',
    '1 200 000 visningar',
    '299 kronor i stället för 4 386',
    'order 4512, ordernr 451289',
    'Ordrenummer 41234567, ordre: 41234567, saksnr. 91 23 45 67',
    'kundnummer 0812345678',
    'kl. 08.00-16.00, kl 07.30–16.30, 08:00–16:00',
    '2026-04-12, 12-08-2026, 08.12.2026, 12.04.26, 20260412, 08-12-2026',
    'mellan 2019 och 2026, 2025/2026',
    'däck 205/55 R16',
    'bankgiro 5050-1055, plusgiro 90 19 50-6',
    'org.nr 556012-5790, org.nr. 912 345 678',
    'konto 1234 56 78901',
    'størrelse 36 38 40 42',
    'person 070123-4569, 19070123-4569',
    '114 28 Stockholm, 0550 Oslo',
    'id 550e8400-29d4-41d4-a716-446655440000',
    '',
  ])('none: %s', (text) => {
    expect(found(text, 'sv')).toEqual([]);
    expect(found(text, 'nb')).toEqual([]);
  });
});

describe('a short number', () => {
  const found = (text: string) => shortNumbersIn(text, 'nb').map(({ start, end }) => text.slice(start, end));

  test.each([
    ['Min kollega ringer 112 nu.', '112'],
    ['Ring 114 14. Vänta inte.', '114 14'],
    ['Ring 90101 eller 90 101.', '90101 90 101'],
    ['Ring politiet på 02800.', '02800'],
    ['Ring oss på 05555.', '05555'],
    ['Ring 116 123', '116 123'],
    ['Larma 112!', '112'],
  ])('%s', (text, numbers) => expect(found(text).join(' ')).toBe(numbers));

  test.each([
    'Det kostar 112 kronor att ringa.',
    'Du ringde. Det blev 112 till sist.',
    'rum 112',
    '116 123 kr för samtalet, ring mig',
    'Han ringde 112 gånger',
    'Ring om ordre 02800',
    'Ring före 11.12',
  ])('none: %s', (text) => expect(found(text)).toEqual([]));
});

describe('a number to call in a threat', () => {
  const physical = shipped.docs.find(({ kind, id }) => kind === 'threat' && id === 'physical') as Doc;
  const numbersFound = (say: string, base = library) => {
    const value = structuredClone(physical.value) as { say: { sv: string[] } };
    value.say.sv[0] = say;
    const content = contentOf([{ ...physical, value } as Doc], base, {
      coach: () => expect.unreachable(),
      threats: () => expect.unreachable(),
      today: '2026-11-22',
      agreed: new Map(),
    });
    return [...telephoneNumber.check(content)].map(({ params }) => params?.number);
  };

  it('may be named if the numbers file has it', () => {
    expect(numbersFound('Jag ringer 112 nu.')).toEqual([]);
    expect(numbersFound('Jag ringer 110 nu.')).toEqual(['110']);
    expect(numbersFound('Jag ringer 08-465 004 12 nu.')).toEqual(['08-465 004 12']);
  });

  it('is an error without a numbers file', () => {
    const none = { ...library, ids: () => [] };
    expect(numbersFound('Jag ringer 112 nu.', none)).toContain('112');
  });
});

test('a long text of digits is read in no time', () => {
  const began = performance.now();
  for (const text of ['0 '.repeat(1000), '07'.repeat(1000), '+46'.repeat(600), '2'.repeat(2000)]) {
    telephonesIn(text, 'nb');
    shortNumbersIn(`ring ${text}`, 'nb');
  }
  expect(performance.now() - began).toBeLessThan(200);
});
