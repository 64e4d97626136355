import { signalIndex, signalOf } from '../../language/signals.ts';
import { sentencesOf } from '../../language/text.ts';
import { pointerKey } from '../../playbook/read.ts';
import type { Language } from '../../playbook/schema.ts';
import type { Rule } from '../rule.ts';

export const signalNeverMatches: Rule = {
  name: 'signal-never-matches',
  severity: 'warning',
  texts: {
    en: {
      what: 'A signal that is found in none of its own entry’s examples.',
      why: 'Often it is only misspelt, and then it betrays nothing; at best nobody has tried it.',
      todo: 'Mend its words, add an example that has them, or remove it.',
      message: 'The signal "{signal}" is found in none of the examples of "{entry}".',
    },
    sv: {
      what: 'En signal som inte finns i något av exemplen den hör ihop med.',
      why: 'Ofta är den bara felstavad, och då avslöjar den ingenting; i bästa fall har ingen prövat den.',
      todo: 'Rätta orden, lägg till ett exempel som har dem, eller ta bort signalen.',
      message: 'Signalen ”{signal}” finns inte i något av exemplen till ”{entry}”.',
    },
    nb: {
      what: 'Et signal som ikke finnes i noen av eksemplene det hører sammen med.',
      why: 'Ofte er det bare feilstavet, og da røper det ingenting; i beste fall har ingen prøvd det.',
      todo: 'Rett ordene, legg til et eksempel som har dem, eller ta bort signalet.',
      message: 'Signalet «{signal}» finnes ikke i noen av eksemplene til «{entry}».',
    },
  },
  *check({ docs }) {
    for (const doc of docs) {
      if (doc.kind !== 'language') continue;
      for (const [id, entry] of Object.entries(doc.value.entries)) {
        const matched = matchedIn(entry);
        for (const [i, signal] of (entry.signals ?? []).entries()) {
          if (matched.has(i)) continue;
          const pointer = `/entries/${pointerKey(id)}/signals/${i}`;
          yield { doc, pointer, params: { signal, entry: id } };
        }
      }
    }
  },
};

/** Which of an entry's signals stand in its examples. */
function matchedIn({ signals = [], examples }: Language['entries'][string]): ReadonlySet<number> {
  const matched = new Set<number>();
  if (signals.length === 0) return matched;
  const index = signalIndex(signals.map((written, value) => ({ signal: signalOf(written), value })));
  for (const example of examples) {
    for (const { tokens } of sentencesOf(typeof example === 'string' ? example : example.text)) {
      for (const { value } of index.find(tokens)) matched.add(value);
    }
  }
  return matched;
}
