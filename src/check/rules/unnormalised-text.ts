import type { Rule } from '../rule.ts';
import type { Span } from '../span.ts';

export const unnormalisedText: Rule = {
  name: 'unnormalised-text',
  severity: 'warning',
  texts: {
    en: {
      what: 'A letter that is put together of two characters, or a blank that is not an ordinary one.',
      why: 'It looks the same and is not: search does not find it, copying carries it along, and lines break in the wrong place.',
      todo: 'Type the letter or the blank anew; between digits a non-breaking blank is fine.',
      message: '{code} looks like "{like}" but is another character.',
    },
    sv: {
      what: 'En bokstav som är sammansatt av två tecken, eller ett blanksteg som inte är ett vanligt.',
      why: 'Det ser likadant ut men är det inte: sökningar missar det, det följer med när man kopierar, och raderna bryts fel.',
      todo: 'Skriv in bokstaven eller blanksteget på nytt; mellan siffror går ett hårt blanksteg bra.',
      message: '{code} ser ut som ”{like}” men är ett annat tecken.',
    },
    nb: {
      what: 'En bokstav som er satt sammen av to tegn, eller et mellomrom som ikke er et vanlig.',
      why: 'Det ser likt ut, men er det ikke: Søk finner det ikke, det følger med når man kopierer, og linjene brytes feil.',
      todo: 'Skriv inn bokstaven eller mellomrommet på nytt; mellom sifre er et hardt mellomrom greit.',
      message: '{code} ser ut som «{like}», men er et annet tegn.',
    },
  },
  *check({ texts }) {
    for (const { doc, pointer, text } of texts) {
      if (ORDINARY.test(text)) continue;
      const part = blankIn(text) ?? unlikeNfc(text);
      if (!part) continue;
      const found = text.slice(part.start, part.end);
      yield { doc, pointer, part, params: { code: codesOf(found), like: likenessOf(found) } };
    }
  },
};

/** Latin letters that are whole, signs and pictures of one character: nothing to look at more closely. */
const ORDINARY = /^[\n\x20-\x7e\xa1-\u024f\u2010-\u2027\u20a0-\u20bf]*$/;

/** Blanks that are no space, and characters of other scripts that are drawn as nothing. */
const BLANK = '[\\u00a0\\u115f\\u1160\\u1680\\u2000-\\u200a\\u202f\\u205f\\u2800\\u3000\\u3164\\uffa0]';
const WRONG_BLANK = new RegExp(`(?<!\\d)${BLANK}|${BLANK}(?!\\d)`);
/** A character with the marks that are put on it. */
const CLUSTER = /\P{M}\p{M}*/gu;

function blankIn(text: string): Span | null {
  const found = WRONG_BLANK.exec(text);
  return found && { start: found.index, end: found.index + 1 };
}

/** The first letter of a text that Unicode's form NFC writes otherwise. */
function unlikeNfc(text: string): Span | null {
  if (text.normalize('NFC') === text) return null;
  for (const { index, 0: cluster } of text.matchAll(CLUSTER)) {
    if (cluster.normalize('NFC') !== cluster) return { start: index, end: index + cluster.length };
  }
  return { start: 0, end: text.length };
}

const codesOf = (text: string): string =>
  [...text]
    .slice(0, 4)
    .map((char) => `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');

const likenessOf = (found: string): string => (WRONG_BLANK.test(found) ? ' ' : found.normalize('NFC'));
