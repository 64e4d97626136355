import { isDanger } from '../danger.ts';
import type { Rule } from '../rule.ts';
import { shownThreat } from '../way.ts';

export const threatDoesNotReturn: Rule = {
  name: 'threat-does-not-return',
  severity: 'error',
  texts: {
    en: {
      what: 'An ordinary threat that ends the conversation instead of going back to it.',
      why: 'A customer who says that they will change company still wants their matter solved.',
      todo: 'Write stop: false; only physical threats and self-harm stop the script.',
      message: 'After the answer to "{threat}" the conversation does not go on.',
    },
    sv: {
      what: 'Ett vanligt hot som avslutar samtalet i stället för att gå tillbaka till det.',
      why: 'En kund som säger att den tänker byta bolag vill fortfarande ha sitt ärende löst.',
      todo: 'Skriv stop: false; bara hot om våld och självskada stoppar samtalet.',
      message: 'Efter svaret på ”{threat}” går samtalet inte vidare.',
    },
    nb: {
      what: 'En vanlig trussel som avslutter samtalen i stedet for å gå tilbake til den.',
      why: 'En kunde som sier at hun vil bytte selskap, vil fortsatt ha saken sin løst.',
      todo: 'Skriv stop: false; bare trusler om vold og selvskading stopper samtalen.',
      message: 'Etter svaret på «{threat}» går ikke samtalen videre.',
    },
  },
  *check({ docs, library }) {
    for (const doc of docs) {
      if (doc.kind !== 'threat' || isDanger(doc.value.threat) || !doc.value.stop) continue;
      const { threat } = doc.value;
      yield { doc, pointer: '/stop', params: { threat }, ...shownThreat(library, threat) };
    }
  },
};
