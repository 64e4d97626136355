/** Texts that stand under a language that is not theirs. Where nobody can be sure, a text is at home. */
import type { Classifier } from '../language/classifier.ts';
import { languageFeatures, TYPED, type Typed } from '../language/detect.ts';
import { composed, lettersOf } from '../language/text.ts';
import type { Lang } from '../playbook/types.ts';
import { englishIn } from './english.ts';
import type { Span } from './span.ts';
import type { Written } from './texts.ts';

export interface Foreign {
  readonly lang: Typed | 'en';
  /** The sentence that is meant; all of the text where there is none. */
  readonly part?: Span;
}

/** Shorter texts are often the same in both languages; single letters are no words: "H.E.L.P.". */
const LEAST_WORDS = 5;
const isWord = (letters: string): boolean => letters.length > 1;
/** A name inside a sentence: it is spelt as its bearer spells it, in whatever language. */
const NAME = /(?<=[\p{L},] )\p{Lu}\p{Ll}+/gu;

/**
 * By how much another language must be likelier. Cross-validated on the shipped lines (30,000, a
 * fifth of them at a time unknown to the model) it takes none for the wrong one and finds 97 of
 * 100 that are put under the other language.
 */
const MARGIN = 3;
/** Dialect is spelt much as nynorsk is, and customers write it: in what is learned, more is asked. */
const MARGIN_OF_DIALECT = 10;

/**
 * Most texts have a letter or a word of their own language alone and none of another: they need no
 * model, which would cost more than reading the file does.
 */
const AT_HOME: Readonly<Record<Lang, { readonly own: RegExp; readonly other: RegExp }>> = {
  sv: {
    own: words('[äö]', 'och jag inte att vad dig mig'),
    other: words('[æø]', 'og jeg ikke eg ikkje'),
  },
  nb: {
    own: words('[æø]', 'jeg ikke hva hvor noe noen dere fra deg meg og hvis'),
    other: words(
      '[äö]',
      'och jag inte att eg ikkje kva kor kven korleis noko nokon frå ein ei me dei då vert berre dykk dykkar heile',
    ),
  },
};

function words(letters: string, list: string): RegExp {
  return new RegExp(`${letters}|(?<!\\p{L})(?:${list.replaceAll(' ', '|')})(?!\\p{L})`, 'iu');
}

/** The language of a text that stands under another; null where it may be its own. */
export function foreignIn(one: Written, languages: Classifier): Foreign | null {
  const { lang } = one;
  const part = englishIn(one.text);
  if (part) return { lang: 'en', part };
  const text = composed(one.text);
  const { own, other } = AT_HOME[lang];
  if (own.test(text) && !other.test(text)) return null;
  const nameless = text.replace(NAME, '');
  if (lettersOf(nameless).filter(isWord).length < LEAST_WORDS) return null;
  const scores = languages.score(languageFeatures(nameless));
  const score = (typed: Typed) => scores[TYPED.indexOf(typed)] as number;
  if (lang === 'sv') {
    const norwegian = score('nn') > score('nb') ? 'nn' : 'nb';
    return score(norwegian) - score('sv') > MARGIN ? { lang: norwegian } : null;
  }
  if (score('sv') - Math.max(score('nb'), score('nn')) > MARGIN) return { lang: 'sv' };
  const margin = one.role === 'example' ? MARGIN_OF_DIALECT : MARGIN;
  const isNynorsk = score('nn') - Math.max(score('nb'), score('sv')) > margin;
  return isNynorsk && !isMarked(one) ? { lang: 'nn' } : null;
}

/** Whether a learned line says of itself that it is nynorsk: `{ text: …, nn: true }`. */
function isMarked({ doc, pointer }: Written): boolean {
  let line: unknown = doc.value;
  for (const key of pointer.split('/').slice(1, -1))
    line = (line as Record<string, unknown> | undefined)?.[key];
  return (line as { readonly nn?: true } | undefined)?.nn === true;
}
