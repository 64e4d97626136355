import type { Document } from '../../playbook/read.ts';
import type { Rule } from '../rule.ts';

export const unquotedBoolean: Rule = {
  name: 'unquoted-boolean',
  severity: 'error',
  texts: {
    en: {
      what: 'A bare yes, no, on, off, y, n, true or false where a text or a name is meant.',
      why: 'Many programs that read YAML make true or false of it, so that the word, or the language code no, is lost on the way.',
      todo: 'Put quotation marks round it.',
      message: 'Other programs read this as true or false; write "{word}" with quotation marks.',
    },
    sv: {
      what: 'Ett naket yes, no, on, off, y, n, true eller false där en text eller ett namn är menat.',
      why: 'Många program som läser YAML gör om det till sant eller falskt, och då är ordet, eller språkkoden no, borta.',
      todo: 'Sätt citattecken runt det.',
      message: 'Andra program läser det här som sant eller falskt; skriv "{word}" med citattecken.',
    },
    nb: {
      what: 'Et nakent yes, no, on, off, y, n, true eller false der en tekst eller et navn er ment.',
      why: 'Mange programmer som leser YAML, gjør det om til sant eller usant, og da er ordet, eller språkkoden no, borte.',
      todo: 'Sett anførselstegn rundt det.',
      message: 'Andre programmer leser dette som sant eller usant; skriv "{word}" med anførselstegn.',
    },
  },
  *check({ docs }) {
    for (const doc of docs) {
      const { source } = doc.document;
      if (!SUSPECT.test(source.text)) continue;
      for (const [pointer, { start, end, keyStart, keyEnd }] of doc.document.places) {
        const isKey = keyStart !== start;
        if (isKey && keyEnd - keyStart <= LONGEST) {
          const word = source.text.slice(keyStart, keyEnd);
          if (BOOLEAN.test(word)) yield { doc, pointer, where: 'key', params: { word } };
        }
        if (end - start > LONGEST) continue;
        const word = source.text.slice(start, end);
        // A bare true or false is read as one here too, and the schema lets it stand only where it is meant.
        if (!BOOLEAN.test(word) || REAL.test(word) || isBlock(doc.document, start)) continue;
        yield { doc, pointer, params: { word } };
      }
    }
  },
};

/** What YAML 1.1 takes for true or false, as it may be written. */
const WORDS = '[yY]|[yY]es|YES|[nN]|[nN]o|NO|[oO]n|ON|[oO]ff|OFF|True|TRUE|False|FALSE';
const LONGEST = 'false'.length;
/** A quoted word has its quotation marks with it, and so is none of these. */
const BOOLEAN = new RegExp(`^(?:${WORDS}|true|false)$`);
const REAL = /^(?:true|false)$/;

/** Something that may be one: few files have any, and in all others no place need be looked up. */
const BEFORE = '^[ \\t]*|[-:?][ \\t]+|[,[{][ \\t]*|["\']:|&[\\w-]{1,60}[ \\t]+';
const AFTER = '[ \\t]*(?:[,\\]}:#]|$)';
const SUSPECT = new RegExp(`(?:${BEFORE})(?:(?:${WORDS})${AFTER}|(?:true|false)[ \\t]*:)`, 'm');

/** Whether a text follows a `|` or `>` on the line above, which make it a text whatever it says. */
function isBlock({ source }: Document, start: number): boolean {
  const line = source.lineOf(start);
  const before = source.text.slice(source.startOf(line), start);
  return before.trim() === '' && line > 0 && /[|>][-+\d]*\s*(?:#.*)?$/.test(source.lineText(line - 1));
}
