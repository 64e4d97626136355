/** Signals: plain words of an author, with `*` for up to three of any, found in a sentence. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSignal, signalIndex, signalOf } from '../../src/language/signals.ts';
import { sentencesOf, type Token } from '../../src/language/text.ts';
import { HOSTILE } from '../support/hostile.ts';

const tokensOf = (text: string): Token[] => sentencesOf(text).flatMap(({ tokens }) => tokens);

/** The words of a text in which a signal was found; null where it was not. */
function foundIn(text: string, signal: string): string | null {
  const tokens = tokensOf(text);
  const found = findSignal(tokens, signalOf(signal));
  return found && text.slice(tokens[found.from]?.start, tokens[found.to]?.end);
}

describe('a signal as it was written', () => {
  test.each<[string, string[]]>([
    ['Jag förstår', ['jag', 'forstar']],
    ['förstår * men', ['forstar', '*', 'men']],
    ['  många   blanktecken ', ['manga', 'blanktecken']],
    ['lugna ner dig!', ['lugna', 'ner', 'dig']],
    ['t.ex. nu', ['t', 'ex', 'nu']],
    ['e-post', ['e-post']],
    ['kl 12.30', ['kl', '12.30']],
    ['*', ['*']],
    ['', []],
    ['!!!', []],
  ])('%s', (written, signal) => {
    expect(signalOf(written)).toEqual(signal);
  });
});

describe('where a signal stands', () => {
  test.each([
    ['one word', 'Det är inte sant', 'inte', 'inte'],
    ['several', 'Men jag förstår dig ju', 'jag förstår dig', 'jag förstår dig'],
    ['at the first of two places', 'Nej, nej och NEJ', 'nej', 'Nej'],
    ['in capitals', 'LUGNA NER DIG', 'lugna ner dig', 'LUGNA NER DIG'],
    ['without å ä ö', 'jag forstar dig', 'förstår', 'forstar'],
    ['with Norwegian letters for Swedish', 'jag førstår', 'förstår', 'førstår'],
    ['decomposed', 'jag förstår'.normalize('NFD'), 'förstår', 'förstår'.normalize('NFD')],
    ['signs between do not count', 'Ja, men – jag, förstår!', 'men jag förstår', 'men – jag, förstår'],
    ['emoji between do not count', 'Jag 😀 förstår', 'jag förstår', 'Jag 😀 förstår'],
    ['a gap of none', 'förstår men', 'förstår * men', 'förstår men'],
    ['a gap of one', 'förstår dig men', 'förstår * men', 'förstår dig men'],
    ['a gap of three', 'förstår dig så väl, men', 'förstår * men', 'förstår dig så väl, men'],
    ['two gaps', 'jag hör vad du säger men ändå inte', 'hör * men * inte', 'hör vad du säger men ändå inte'],
    ['a gap as short as it can be', 'hör men ja men', 'hör * men', 'hör men'],
    ['a second beginning where the first leads nowhere', 'hör a b c d hör men', 'hör * men', 'hör men'],
    ['a second try inside a gap', 'a b x b c', 'a * b c', 'a b x b c'],
    ['a gap at the end adds nothing', 'jag hör dig väl', 'hör *', 'hör'],
  ])('%s', (_told, text, signal, words) => {
    expect(foundIn(text, signal)).toBe(words);
  });

  test.each([
    ['inside a longer word', 'En fin interiör', 'inte'],
    ['inside a word with å', 'En påse', 'på'],
    ['inside a word with æ', 'En lærer', 'er'],
    ['inside a word with ø', 'Førsteklasses', 'første'],
    ['inside a word that goes on with å', 'småsaker', 'sm'],
    ['before a hyphen', 'inte-alls', 'inte'],
    ['in another order', 'dig förstår jag', 'jag förstår dig'],
    ['with a word too many', 'jag verkligen förstår', 'jag förstår'],
    ['with a gap of four', 'förstår dig så väl där men', 'förstår * men'],
    ['where the text ends too early', 'jag förstår', 'jag förstår dig'],
    ['of gaps alone', 'vad som helst', '* *'],
    ['that is empty', 'vad som helst', ''],
    ['of signs alone', 'vad som helst!', '!'],
    ['in nothing', '', 'inte'],
  ])('nowhere: %s', (_told, text, signal) => {
    expect(foundIn(text, signal)).toBe(null);
  });
});

const word = fc.constantFrom('a', 'b', 'c');
const part = fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: fc.constant('*') });
const signals = fc.array(part, { minLength: 1, maxLength: 6 });
const texts = fc.array(fc.oneof(word, fc.constantFrom(',', '!', 'x')), { maxLength: 20 });

/** The same by a regular expression over short words: the first place, gaps as short as can be. */
function byPattern(text: readonly string[], signal: readonly string[]): [number, number] | null {
  if (signal.every((one) => one === '*')) return null;
  const kept = [...text.keys()].filter((i) => /\w/.test(text[i] as string));
  const line = kept.map((i) => text[i]).join('');
  const found = new RegExp(signal.map((one) => (one === '*' ? '.{0,3}?' : one)).join('')).exec(line);
  if (!found) return null;
  return [kept[found.index] as number, kept[found.index + found[0].length - 1] as number];
}

describe('any signal in any sentence', () => {
  test('is found where a regular expression finds it', () => {
    fc.assert(
      fc.property(texts, signals, (text, signal) => {
        const tokens = text.map((one, i): Token => ({ word: one, start: 2 * i, end: 2 * i + 1 }));
        const found = findSignal(tokens, signal);
        expect(found && [found.from, found.to]).toEqual(byPattern(text, signal));
      }),
      { numRuns: 5000 },
    );
  });

  test('is found by the index exactly where it is found alone', () => {
    fc.assert(
      fc.property(texts, fc.array(signals, { maxLength: 8 }), (text, many) => {
        const tokens = text.map((one, i): Token => ({ word: one, start: 2 * i, end: 2 * i + 1 }));
        const alone = many.flatMap((signal, value) => {
          const found = findSignal(tokens, signal);
          return found ? [{ value, ...found }] : [];
        });
        const together = signalIndex(many.map((signal, value) => ({ signal, value }))).find(tokens);
        expect(together.sort((a, b) => a.value - b.value)).toEqual(alone);
      }),
      { numRuns: 500 },
    );
  });
});

describe('hostile texts of a megabyte come to an end', () => {
  test.each(HOSTILE)('%s', (_told, text) => {
    const all = sentencesOf(text).map(({ tokens }) => tokens);
    const hostile = ['a * a * b', 'jag * kl * men'].map(signalOf);
    for (const signal of hostile) {
      for (const tokens of all) findSignal(tokens, signal);
      expect([null, 'object']).toContain(findSignal(all.flat(), signal) && 'object');
    }
  });
});
