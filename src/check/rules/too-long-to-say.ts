import type { Channel } from '../../playbook/types.ts';
import { filling } from '../filling.ts';
import { weightOf } from '../lix.ts';
import type { Rule } from '../rule.ts';

/** About as many words as a breath takes. */
const SPOKEN = 25;
/** What can be read at a glance: a bubble of a chat, a paragraph of a mail. */
const WRITTEN: Partial<Record<Channel, number>> = { chat: 40, mail: 60 };
/**
 * Heavier than this is the language of authorities. In few words one long word more makes a light
 * text a heavy one, so more is asked of them, and nothing of very few.
 */
const HEAVIEST = [
  { from: 15, lix: 50 },
  { from: 8, lix: 70 },
] as const;
const heaviestOf = (words: number): number =>
  HEAVIEST.find(({ from }) => words >= from)?.lix ?? Number.POSITIVE_INFINITY;

export const tooLongToSay: Rule = {
  name: 'too-long-to-say',
  severity: 'warning',
  texts: {
    en: {
      what: 'A phrase that is too long or too heavy to be said in one breath, or to be read at a glance in a chat or mail.',
      why: 'Nobody gets through it in a tense call, and an angry customer does not hear the end of it.',
      todo: 'Keep what matters most, cut it into short sentences, or make two phrases of it.',
      message: '{words} words and LIX {lix}. Here at most {mostWords} words and LIX {mostLix} will do.',
    },
    sv: {
      what: 'En fras som är för lång eller för tung för att sägas i ett andetag, eller för att läsas med ett ögonkast i chatt eller mejl.',
      why: 'I ett pressat samtal tar sig ingen igenom den, och en arg kund hör inte slutet.',
      todo: 'Behåll det viktigaste, dela upp i korta meningar eller gör två fraser av den.',
      message: '{words} ord och LIX {lix}. Här går det bra med högst {mostWords} ord och LIX {mostLix}.',
    },
    nb: {
      what: 'En frase som er for lang eller for tung til å sies i ett åndedrag, eller til å leses med et øyekast i chat eller e-post.',
      why: 'I en presset samtale kommer ingen seg gjennom den, og en sint kunde hører ikke slutten.',
      todo: 'Behold det viktigste, del opp i korte setninger, eller lag to fraser av den.',
      message: '{words} ord og LIX {lix}. Her er høyst {mostWords} ord og LIX {mostLix} passe.',
    },
  },
  *check({ texts, library }) {
    const fill = filling(library);
    for (const written of texts) {
      if (written.role !== 'phrase') continue;
      const most = (written.channel && WRITTEN[written.channel]) ?? SPOKEN;
      const { words, lix } = weightOf(fill(written));
      const mostLix = heaviestOf(words);
      if (words <= most && lix <= mostLix) continue;
      const params = { words, lix, mostWords: most, mostLix };
      yield { doc: written.doc, pointer: written.pointer, params };
    }
  },
};
