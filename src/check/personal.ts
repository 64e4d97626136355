/**
 * The numbers that Sweden and Norway give to people. Their control digits tell them from other
 * numbers of the same length.
 */
import { type Span, spansOf } from './span.ts';

/** 850709-9805, 19850709-9805, 010185 + five digits with or without a space. */
const CANDIDATE = /(?<![\p{L}\d])(?:\d{8}|\d{6})[ +–-]?\d{4}(?!\d)|(?<![\p{L}\d])\d{6} ?\d{5}(?!\d)/gu;
/** Written as one, this is how a mobile telephone's number begins, too. */
const MOBILE = /^07[02369]\d{7}$/;

export function personalNumbersIn(text: string): Span[] {
  if (!/\d{6}/.test(text)) return [];
  return spansOf(text, CANDIDATE).filter(({ start, end }) => {
    const written = text.slice(start, end);
    const digits = written.replace(/\D/g, '');
    if (digits.length === 11) return isNorwegian(digits);
    return isSwedish(digits) && !MOBILE.test(written);
  });
}

/** Personnummer, and samordningsnummer, whose day has 60 more: YYMMDDXXXX or YYYYMMDDXXXX. */
function isSwedish(digits: string): boolean {
  const short = digits.slice(-10);
  const century = digits.length === 12 ? digits.slice(0, 2) : '';
  if (century !== '' && !['18', '19', '20'].includes(century)) return false;
  const [year, month, day] = twos(short);
  return isDay(Number(century + pad(year)), month, day > 60 ? day - 60 : day) && luhn(short);
}

/** Fødselsnummer, and D-nummer, whose day has 40 more: DDMMYYXXXCC. */
function isNorwegian(digits: string): boolean {
  const [day, month, year] = twos(digits);
  return (
    isDay(year, month, day > 40 ? day - 40 : day) && controlled(digits, FIRST) && controlled(digits, SECOND)
  );
}

/** The first three pairs of digits. */
const twos = (digits: string) =>
  [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [number, number, number];
const pad = (year: number): string => String(year).padStart(2, '0');

/** Whether a calendar has it; of a year without a century, 2000's calendar decides about 29 February. */
function isDay(year: number, month: number, day: number): boolean {
  const full = year < 100 ? 2000 + year : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  return month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function luhn(digits: string): boolean {
  const sum = [...digits].reduce((before, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return before + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** The weights of the two control digits, each its own last. */
const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

const controlled = (digits: string, weights: readonly number[]): boolean =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 0;
