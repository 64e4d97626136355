/**
 * Telephone numbers in a text, known by how Swedes and Norwegians write them. Sums, dates, clock times
 * and the numbers of orders are written otherwise; what could be either counts as none.
 */
import type { Lang } from '../playbook/types.ts';
import { personalNumbersIn } from './personal.ts';
import { type Span, spansOf } from './span.ts';

const SPACE = '[ \\u00a0\\u202f]';
const GAP = '[ \\u00a0\\u202f–-]';
const ALONE_BEFORE = `(?<![\\p{L}+]|\\d[ \\u00a0\\u202f.,:–-]?)`;
const ALONE_AFTER = `(?!${SPACE}?\\d|[.,:–-]\\d)`;
/** Of a number whose beginning tells where it ends, so that opening hours may follow. */
const ENDED = '(?!\\d|[.,:]\\d)';

/** +46 70 123 45 67, 0047 22 12 34 56. */
const INTERNATIONAL = new RegExp(
  `(?<!\\d)(?:\\+|00)(?:4[567]|358)${GAP}?(?:\\(0\\))?(?:${GAP}?\\d){7,9}${ENDED}`,
  'gu',
);

/** 070-123 45 67, 0771.12 34 56, though not 070123-4567, which is a person; 08-123 456 78, (031) 12 34 56. */
const DOMESTIC = new RegExp(
  `${ALONE_BEFORE}(?!\\d{6}[–+-]\\d{4}(?!\\d))07\\d(?:[ \\u00a0\\u202f./–-]{0,3}\\d){7}(?!\\d)|` +
    `${ALONE_BEFORE}0(?:8|[1-9]\\d{1,2})\\)?[ \\u00a0\\u202f/–-]{1,3}(?:\\d{5,8}|\\d{2,4}(?:${SPACE}\\d{2,3}){1,2})${ENDED}`,
  'gu',
);

/** 22 12 34 56, 912 34 567; and written as one, as the numbers of orders are as well. */
const NORWEGIAN = `[2-9]\\d(?:${SPACE}\\d\\d){3}|[489]\\d\\d${SPACE}\\d\\d${SPACE}\\d{3}`;
const alone = (shapes: string): RegExp => new RegExp(`${ALONE_BEFORE}(?:${shapes})${ALONE_AFTER}`, 'gu');
const DOUBTFUL: Readonly<Record<Lang, RegExp>> = {
  sv: alone(`${NORWEGIAN}|0[1-689]\\d{7,8}`),
  nb: alone(`${NORWEGIAN}|0[1-689]\\d{7,8}|[2-9]\\d{7}`),
};

/** What numbers that nobody calls are numbers of. */
const LABEL =
  /(?<!\p{L})(?:order|ordre|beställning|bestilling|bokning|booking|ärende|sak|kund|medlem|avtal|faktura|kid|ocr|konto|bankgiro|plusgiro|org|mål|anlegg|anläggning|kolli|paket|pakke|sending|försändelse|referens|referanse|ref|artikel|artikkel|vare|serie|storlek|størrelse|str)(?:[\p{L}-]*?(?:nr|nummer|numret|nummeret|id))?[.:]?\s?(?:(?:nr|nummer|är|er)[.:]?\s?)?#?$/iu;
/** No label, with what may follow it, is longer. */
const LONGEST_LABEL = 40;

/** What follows a sum. */
const UNIT =
  /^\s?(?:(?:kr|kronor|kroner|spänn|öre|øre|procent|prosent|kwh|kilo|kg|km|meter|mil|år|dagar|dager|dygn|døgn|timmar|timer|minuter|minutter|sekunder|veckor|uker|månader|måneder|gånger|ganger|personer|stycken|stykker|st|stk)(?!\p{L})|%|:-|,-)/iu;

const DATE = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** Hardly any text has so many digits together, so the rest need no closer look. */
const EIGHT_DIGITS = /(?:\d[^\p{L}\d]{0,3}){8}/u;

/** Numbers that have the shape of a telephone number. */
export function telephonesIn(text: string, lang: Lang): Span[] {
  if (!EIGHT_DIGITS.test(text)) return [];
  const persons = personalNumbersIn(text);
  const sure = [...spansOf(text, INTERNATIONAL), ...spansOf(text, DOMESTIC).filter(hasEight(text))];
  const doubtful = spansOf(text, DOUBTFUL[lang]).filter(
    (span) => !isLabelled(text, span) && !DATE.test(text.slice(span.start, span.end)),
  );
  return [...sure, ...doubtful].filter(
    (span) => !isSum(text, span) && !persons.some(({ start, end }) => start < span.end && span.start < end),
  );
}

/** Swedish numbers have eight to ten digits with their first nought. */
const hasEight =
  (text: string) =>
  ({ start, end }: Span): boolean =>
    /^\d{8,10}$/.test(digitsOf(text.slice(start, end)));

/** Short numbers that the public calls, in danger and otherwise, with the gap that they are written with. */
const SHORT = [
  ...['110', '112', '113', '1177', '02800', '114 14', '90 101'],
  ...['116 000', '116 111', '116 117', '116 123'],
].map((number) => number.replace(' ', `${SPACE}?`));
const SHORT_NUMBERS: Readonly<Record<Lang, RegExp>> = {
  sv: alone(SHORT.join('|')),
  // Norwegian firms have numbers such as 05555.
  nb: alone([...SHORT, '0[2-9]\\d{3}'].join('|')),
};

const CALLING =
  /(?<!\p{L})(?:(?:upp|opp)?ring|larm|alarm|sos(?!\p{L})|ambulans|polis|politi|n[öø]d(?:samtal|nummer|telefon|etat)|telefonnummer|tlf)/iu;

/** Short numbers in a sentence that speaks of calling; elsewhere 112 is a sum or a room. */
export function shortNumbersIn(text: string, lang: Lang): Span[] {
  if (!/\d{3}/.test(text)) return [];
  return spansOf(text, SHORT_NUMBERS[lang]).filter(
    (span) => !isSum(text, span) && !isLabelled(text, span) && CALLING.test(sentenceAround(text, span)),
  );
}

function sentenceAround(text: string, { start, end }: Span): string {
  const before = Math.max(...['.', '!', '?', '…', '\n'].map((sign) => text.lastIndexOf(sign, start)));
  const after = text.slice(end).search(/[.!?…\n]|$/);
  return text.slice(before + 1, end + after);
}

const isSum = (text: string, { end }: Span): boolean => UNIT.test(text.slice(end));

const isLabelled = (text: string, { start }: Span): boolean =>
  LABEL.test(text.slice(Math.max(0, start - LONGEST_LABEL), start));

/** A number without what stands between its groups. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '');
