/** A text as sentences of words: any case, any keyboard, and every place that of the text as given. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, sentencesOf } from '../../src/language/text.ts';
import { HOSTILE } from '../support/hostile.ts';

/** The sentences of a text in short: words with blanks between them. */
const short = (text: string) =>
  sentencesOf(text).map(({ tokens }) => tokens.map(({ word }) => word).join(' '));

const LETTERS = 'abcdeghijklmnoprstuvyåäöæøéèêüóòôàáÅÄÖÆØÉ';
/** Words as people here type them, with signs, numbers and emoji between. */
const typed = fc
  .array(
    fc.oneof(
      fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 8 }),
      fc.constantFrom('.', '!', '?', ',', '…', '\n', '12.30', '1 249', '😀', '”', '(', ')', 'kl.', 't.ex.'),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(' '));
/** Anything that a string can hold. */
const anything = fc.oneof(typed, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('a word as it is compared', () => {
  test.each([
    ['lower case', 'LUGN', 'lugn'],
    ['without rings and dots', 'Åäö', 'aao'],
    ['Norwegian letters alike', 'Æøå', 'aoa'],
    ['accents', 'idé', 'ide'],
    ['nynorsk', 'Fôr', 'for'],
    ['a u with dots', 'Müller', 'muller'],
    ['a curly apostrophe', 'så’nt', "sa'nt"],
    ['three of a letter as two', 'jaaa', 'jaa'],
    ['ten of a letter as two', 'snälllllllllla', 'snalla'],
    ['three as two, also where they were typed apart', 'aÅä', 'aa'],
    ['two of a letter stay two', 'alla', 'alla'],
    ['decomposed letters', 'a\u030ao\u0308', 'ao'],
    ['a capital that was decomposed', 'O\u0308', 'o'],
    ['numbers as they are', '12.30', '12.30'],
    ['another script as it is', 'Привет', 'привет'],
  ])('%s', (_told, word, folded) => {
    expect(fold(word)).toBe(folded);
  });
});

describe('sentences', () => {
  test.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['signs alone', '... !!! ("?")', []],
    ['newlines alone', '\n\n\r\n', []],
    ['one, without an end', 'jag hör', ['jag hor']],
    ['one, with an end', 'Jag hör.', ['jag hor .']],
    ['two', 'Hej! Hur är det?', ['hej !', 'hur ar det ?']],
    ['several signs end one', 'Va?! Nej...', ['va ? !', 'nej . . .']],
    ['an ellipsis ends one', 'Jo… men', ['jo …', 'men']],
    ['a new line ends one', 'Hej\nTack', ['hej', 'tack']],
    ['a new line of Windows too', 'Hej\r\n\r\nTack', ['hej', 'tack']],
    ['a comma, a colon and a semicolon do not', 'Ja, nej: ja; nej', ['ja , nej : ja ; nej']],
    ['an end inside quotes', '”Nej.” Ja.', ['” nej .', '” ja .']],
    ['brackets', '(Tack!) Hej', ['( tack !', ') hej']],
    ['no blank between them', 'Hej.Tack', ['hej .', 'tack']],
    ['an emoji is a word', '👍', ['👍']],
    ['an emoji beside words', 'Tack 😀 hej', ['tack 😀 hej']],
    ['an emoji right after a word', 'Tack😀', ['tack 😀']],
    ['capitals', 'LUGNA NER DIG!!!', ['lugna ner dig ! ! !']],
    ['hyphens and apostrophes inside', "e-post så'nt Lars-Åke", ["e-post sa'nt lars-ake"]],
    ['a hyphen outside', '- ja - nej -', ['ja nej']],
    ['a number with a full stop', 'Kl 12.30.', ['kl 12.30 .']],
    ['a number with a comma', 'Det är 1 249,50 kr', ['det ar 1 249,50 kr']],
    ['slashes and at signs part words', 'och/eller a@b', ['och eller a b']],
  ])('%s', (_told, text, sentences) => {
    expect(short(text)).toEqual(sentences);
  });

  test.each([
    ['kl. 15', 1],
    ['Ring t.ex. i morgon', 1],
    ['Det är ca. tio dagar, dvs. för länge', 1],
    ['Jf. vilkårene, evt. ring oss', 1],
    ['Vi har bl.a. tider i morgon', 1],
    ['Det dröjde p.g.a. snön', 1],
    ['Tlf. 12 34 56 78', 1],
    ['Fakturanr. stämmer', 2],
    ['Vi ses kl. Nu går jag', 1],
    ['Jag kan inget göra. Hej då', 2],
    ['Kl? Ja', 2],
  ])('%s: %i', (text, sentences) => {
    expect(short(text)).toHaveLength(sentences);
  });

  test('a very long one is cut, and no word is lost', () => {
    const words = Array.from({ length: 500 }, (_, i) => String(i));
    const sentences = sentencesOf(words.join(' '));
    expect(sentences.flatMap(({ tokens }) => tokens.map(({ word }) => word))).toEqual(words);
    for (const { tokens } of sentences) expect(tokens.length).toBeLessThanOrEqual(80);
  });
});

describe('places are those of the text as it was given', () => {
  test.each([
    ['composed', 'Får jag höra det?', ['Får', 'jag', 'höra', 'det', '?']],
    ['decomposed', 'Får'.normalize('NFD'), ['Får'.normalize('NFD')]],
    ['after emoji, which are two units long', '😀😀 Nå!', ['😀', '😀', 'Nå', '!']],
    ['stretched', 'Neeeej 👍', ['Neeeej', '👍']],
  ])('%s', (_told, text, parts) => {
    const [sentence] = sentencesOf(text);
    expect(sentence?.tokens.map(({ start, end }) => text.slice(start, end))).toEqual(parts);
  });

  test('the slice of a word folds to it, in order, whatever the text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let at = 0;
        for (const sentence of sentencesOf(text)) {
          expect([sentence.start, sentence.end]).toEqual([
            sentence.tokens[0]?.start,
            sentence.tokens.at(-1)?.end,
          ]);
          for (const { word, start, end } of sentence.tokens) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            expect(fold(text.slice(start, end))).toBe(word);
            at = end;
          }
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('no letter, number or emoji is left out', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const tokens = sentencesOf(text).flatMap((sentence) => sentence.tokens);
        for (const { index } of text.matchAll(/[\p{L}\p{N}\p{Extended_Pictographic}]/gu)) {
          expect(tokens.some(({ start, end }) => start <= index && index < end)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('one text, typed in several ways', () => {
  const sameAs = (other: (text: string) => string) =>
    fc.assert(
      fc.property(typed, (text) => {
        expect(short(other(text))).toEqual(short(text));
      }),
    );

  test('composed or decomposed', () => {
    sameAs((text) => text.normalize('NFD'));
    sameAs((text) => text.normalize('NFC'));
  });
  test('in capitals or small', () => {
    sameAs((text) => text.toUpperCase());
    sameAs((text) => text.toLowerCase());
  });
  test('without å ä ö æ ø', () => {
    sameAs((text) => text.replace(/[åäæ]/g, 'a').replace(/[öø]/g, 'o'));
  });
  test('with more blanks', () => {
    sameAs((text) => text.replaceAll(' ', '\u00a0  '));
  });
});

describe('word edges are those of Unicode', () => {
  test.each([
    ['interiör', ['interior']],
    ['påse', ['pase']],
    ['lærer', ['larer']],
    ['førsteklasses', ['forsteklasses']],
    ['nåværende', ['navarende']],
    ['ångrar', ['angrar']],
    ['öppettider', ['oppettider']],
    ['blåbærsyltetøy', ['blabarsyltetoy']],
    ['på-sidan', ['pa-sidan']],
  ])('%s is one word', (text, words) => {
    const [sentence] = sentencesOf(`(${text})`);
    expect(sentence?.tokens.map(({ word }) => word)).toEqual(['(', ...words, ')']);
  });
});

describe('hostile texts of a megabyte come to an end', () => {
  test.each(HOSTILE)('%s', (_told, text) => {
    const longest = sentencesOf(text).reduce((most, { tokens }) => Math.max(most, tokens.length), 0);
    expect(longest).toBeLessThanOrEqual(81);
  });
});
