import type { Rule } from '../rule.ts';

export const temperatureOutOfBounds: Rule = {
  name: 'temperature-out-of-bounds',
  severity: 'error',
  texts: {
    en: {
      what: 'A temperature that is beyond the scale, or a weight that moves nothing.',
      why: 'A conversation that begins lost or calm has nothing to practise, and a move that cools nothing teaches that it does not matter.',
      todo: 'Keep calm-at < the beginning < lost-at, let the words reach lost-at, and let each move cool and each fault heat.',
      message: '{value} is out of bounds: it must be {bound}.',
    },
    sv: {
      what: 'En temperatur utanför skalan, eller en vikt som inte flyttar något.',
      why: 'Ett samtal som börjar förlorat eller lugnt har inget att öva på, och ett grepp som inte svalkar lär ut att det inte spelar någon roll.',
      todo: 'Håll calm-at < starten < lost-at, låt orden räcka till lost-at, och låt varje grepp svalka och varje fel hetta upp.',
      message: '{value} är utanför gränserna: det måste vara {bound}.',
    },
    nb: {
      what: 'En temperatur utenfor skalaen, eller en vekt som ikke flytter noe.',
      why: 'En samtale som begynner tapt eller rolig, har ingenting å øve på, og et grep som ikke kjøler, lærer bort at det ikke spiller noen rolle.',
      todo: 'Hold calm-at < starten < lost-at, la ordene nå til lost-at, og la hvert grep kjøle og hver feil hisse opp.',
      message: '{value} er utenfor grensene: Det må være {bound}.',
    },
  },
  *check({ docs, played }) {
    for (const { doc, course } of played) {
      if (doc.kind !== 'scenario') continue;
      const { calmAt, lostAt } = course.machine;
      const value = doc.value.temperature;
      if (value <= calmAt)
        yield { doc, pointer: '/temperature', params: { value, bound: `> ${calmAt} (calm-at)` } };
      if (value >= lostAt)
        yield { doc, pointer: '/temperature', params: { value, bound: `< ${lostAt} (lost-at)` } };
    }
    for (const doc of docs) {
      if (doc.kind !== 'temperature') continue;
      const { 'calm-at': calmAt, 'lost-at': lostAt, words, moves, faults } = doc.value;
      if (calmAt >= lostAt)
        yield { doc, pointer: '/calm-at', params: { value: calmAt, bound: `< ${lostAt} (lost-at)` } };
      for (const [i, { 'up-to': value }] of words.entries()) {
        const before = words[i - 1]?.['up-to'] ?? -1;
        const bound =
          value <= before
            ? `> ${before}`
            : i === words.length - 1 && value < lostAt
              ? `>= ${lostAt} (lost-at)`
              : null;
        if (bound) yield { doc, pointer: `/words/${i}/up-to`, params: { value, bound } };
      }
      for (const [move, { cools }] of Object.entries(moves)) {
        if (cools < 1)
          yield { doc, pointer: `/moves/${move}/cools`, params: { value: cools, bound: '>= 1' } };
      }
      for (const [fault, { heats }] of Object.entries(faults)) {
        if (heats < 1)
          yield { doc, pointer: `/faults/${fault}/heats`, params: { value: heats, bound: '>= 1' } };
      }
    }
  },
};
