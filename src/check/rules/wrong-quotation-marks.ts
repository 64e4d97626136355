import type { Lang } from '../../playbook/types.ts';
import type { Rule } from '../rule.ts';
import type { Written } from '../texts.ts';

export const wrongQuotationMarks: Rule = {
  name: 'wrong-quotation-marks',
  severity: 'warning',
  texts: {
    en: {
      what: 'Quotation marks that the language does not use.',
      why: 'A native sees at once that the text comes from another language or a machine, and trusts it less.',
      todo: 'Write ”…” in Swedish and «…» in Norwegian.',
      message: '{mark} is not used here; under {lang} write {right}.',
    },
    sv: {
      what: 'Citattecken som språket inte använder.',
      why: 'Den som läser ser direkt att texten kommer från ett annat språk eller en maskin, och litar mindre på den.',
      todo: 'Skriv ”…” på svenska och «…» på norska.',
      message: '{mark} används inte här; under {lang} skriver man {right}.',
    },
    nb: {
      what: 'Anførselstegn som språket ikke bruker.',
      why: 'Den som leser, ser straks at teksten kommer fra et annet språk eller en maskin, og stoler mindre på den.',
      todo: 'Skriv ”…” på svensk og «…» på norsk.',
      message: '{mark} brukes ikke her; under {lang} skriver man {right}.',
    },
  },
  *check({ texts }) {
    for (const one of texts) {
      const { doc, pointer, lang, text } = one;
      const start = text.search(MARKS[lang].wrong);
      if (start === -1 || isAsTyped(one)) continue;
      const params = { mark: text.charAt(start), lang, right: MARKS[lang].right };
      yield { doc, pointer, part: { start, end: start + 1 }, params };
    }
  },
};

const MARKS: Readonly<Record<Lang, { readonly wrong: RegExp; readonly right: string }>> = {
  sv: { wrong: /["“„«»]/, right: '”…”' },
  nb: { wrong: /["“„”]/, right: '«…»' },
};

/** Lines that models learn from are what people type, straight quotes and all; what is said instead is ours. */
const isAsTyped = ({ role, pointer }: Written): boolean =>
  role === 'example' && !/^\/entries\/[^/]+\/instead\//.test(pointer);
