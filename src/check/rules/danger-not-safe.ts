import { isDanger } from '../danger.ts';
import type { Rule } from '../rule.ts';
import { shownThreat } from '../way.ts';

export const dangerNotSafe: Rule = {
  name: 'danger-not-safe',
  severity: 'error',
  texts: {
    en: {
      what: 'A physical threat or self-harm that leads anywhere but to the safe end.',
      why: 'When a life is in danger all else comes second, and nobody goes back to the invoice.',
      todo: 'Write stop: true.',
      message: '"{threat}" leads back to the conversation instead of to safety.',
    },
    sv: {
      what: 'Ett hot om våld eller självskada som leder någon annanstans än till det trygga slutet.',
      why: 'När ett liv är i fara kommer allt annat i andra hand, och ingen går tillbaka till fakturan.',
      todo: 'Skriv stop: true.',
      message: '”{threat}” leder tillbaka till samtalet i stället för till trygghet.',
    },
    nb: {
      what: 'En trussel om vold eller selvskading som leder et annet sted enn til den trygge slutten.',
      why: 'Når et liv er i fare, kommer alt annet i andre rekke, og ingen går tilbake til fakturaen.',
      todo: 'Skriv stop: true.',
      message: '«{threat}» leder tilbake til samtalen i stedet for til trygghet.',
    },
  },
  *check({ docs, library }) {
    for (const doc of docs) {
      if (doc.kind !== 'threat' || !isDanger(doc.value.threat) || doc.value.stop) continue;
      const { threat } = doc.value;
      yield { doc, pointer: '/stop', params: { threat }, ...shownThreat(library, threat) };
    }
  },
};
