import { LANGS } from '../../playbook/types.ts';
import type { Rule } from '../rule.ts';

export const emergencyNumberStale: Rule = {
  name: 'emergency-number-stale',
  severity: 'warning',
  texts: {
    en: {
      what: 'A number to call that was last read at its source more than a year ago, or on a day that has not come.',
      why: 'Numbers change, and the one who finds out should not be somebody in danger.',
      todo: 'Read the number at its source again, and write today’s date after verified.',
      message: '{number} was last read at its source on {verified}, and today is {today}.',
    },
    sv: {
      what: 'Ett nummer att ringa som senast kontrollerades för mer än ett år sedan, eller en dag som inte har kommit.',
      why: 'Nummer ändras, och den som märker det ska inte vara någon i fara.',
      todo: 'Kontrollera numret hos källan igen, och skriv dagens datum efter verified.',
      message: '{number} kontrollerades senast hos källan {verified}, och i dag är det {today}.',
    },
    nb: {
      what: 'Et nummer å ringe som sist ble sjekket for mer enn et år siden, eller en dag som ikke har kommet.',
      why: 'Numre endres, og den som oppdager det, skal ikke være noen i fare.',
      todo: 'Sjekk nummeret hos kilden igjen, og skriv dagens dato etter verified.',
      message: '{number} ble sist sjekket hos kilden {verified}, og i dag er det {today}.',
    },
  },
  *check({ docs, today }) {
    for (const doc of docs) {
      if (doc.kind !== 'numbers') continue;
      for (const [id, call] of Object.entries(doc.value.calls)) {
        for (const lang of LANGS) {
          const { number, verified } = call[lang] ?? {};
          if (number === undefined || verified === undefined) continue;
          const age = daysBetween(verified, today);
          // A day that does not exist has no age.
          if (age >= 0 && age <= DAYS) continue;
          yield { doc, pointer: `/calls/${id}/${lang}/verified`, params: { number, verified, today } };
        }
      }
    }
  },
};

/** So long a number is trusted. */
const DAYS = 365;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
