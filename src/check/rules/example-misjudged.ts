import { review } from '../../coach/review.ts';
import { pointerKey } from '../../playbook/read.ts';
import type { Content } from '../content.ts';
import type { Problem, Rule } from '../rule.ts';

/**
 * Every example in a `language` file is a promise: the coach must hear its label in the
 * line, and must not hear it in a near miss. The build asks this rule too.
 */
export const exampleMisjudged = {
  name: 'example-misjudged',
  severity: 'error',
  texts: {
    en: {
      what: 'An example in which the coach does not hear its move or fault, or a near miss in which it does.',
      why: 'What the coach says of its own examples it says in a real call too: it would find fault with what was good, or let a fault pass.',
      todo: 'Add lines like it under examples or near, or look over the signals of its entry.',
      message:
        '"{label}" is to be heard under examples and not under near. In this line, under {kind}, it is the other way round. Add lines like it there, or look over the signals.',
    },
    sv: {
      what: 'Ett exempel där coachen inte hör sitt grepp eller fel, eller en rad under near där den gör det.',
      why: 'Det coachen säger om sina egna exempel säger den också i ett riktigt samtal: den anmärker på det som var bra, eller släpper igenom ett fel.',
      todo: 'Lägg till fler liknande rader under examples eller near, eller se över signalerna.',
      message:
        '”{label}” ska höras under examples men inte under near. På den här raden, under {kind}, är det tvärtom. Lägg till fler liknande rader där, eller se över signalerna.',
    },
    nb: {
      what: 'Et eksempel der coachen ikke hører grepet eller feilen sin, eller en linje under near der den gjør det.',
      why: 'Det coachen sier om sine egne eksempler, sier den også i en ekte samtale: den retter på det som var bra, eller slipper en feil gjennom.',
      todo: 'Legg til flere lignende linjer under examples eller near, eller se over signalene.',
      message:
        '«{label}» skal høres under examples, men ikke under near. På denne linjen, under {kind}, er det omvendt. Legg til flere lignende linjer der, eller se over signalene.',
    },
  },
  *check(content: Pick<Content, 'docs' | 'coach'>): Iterable<Problem> {
    for (const doc of content.docs) {
      if (doc.kind !== 'language') continue;
      const label = doc.value.move ?? doc.value.fault;
      if (!label) continue;
      for (const [entry, lines] of Object.entries(doc.value.entries)) {
        for (const kind of ['examples', 'near'] as const) {
          for (const [i, line] of (lines[kind] ?? []).entries()) {
            const text = typeof line === 'string' ? line : line.text;
            const typed = typeof line !== 'string' && line.nn ? 'nn' : doc.value.lang;
            const { moves, faults } = review(text, content.coach, typed);
            const heard = [...moves.map(({ move }) => move), ...faults.map(({ fault }) => fault)];
            if (heard.includes(label) === (kind === 'examples')) continue;
            yield { doc, pointer: `/entries/${pointerKey(entry)}/${kind}/${i}`, params: { label, kind } };
          }
        }
      }
    }
  },
} as const satisfies Rule;
