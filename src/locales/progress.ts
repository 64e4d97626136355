/** The words of `svalka progress` and `svalka practice --due`: apart, because nothing else needs them. */
import type { EndKind, Lang } from '../playbook/types.ts';
import type { Tongue } from './texts.ts';

/** What people who practise read. */
export interface ProgressTexts {
  readonly title: string;
  readonly summary: (sessions: number, days: number) => string;
  readonly since: (from: string, to: string) => string;
  /** Instead of that, where it was one day: it ends the sentence that the summary began. */
  readonly on: (day: string) => string;
  /** Where nothing was practised yet; the command to begin follows. */
  readonly empty: string;
  readonly begin: string;
  /** The last five, and the five before them. */
  readonly recent: string;
  readonly before: string;
  readonly of: (times: number, of: number) => string;
  readonly scenarios: string;
  readonly times: (n: number) => string;
  readonly last: (day: string) => string;
  readonly order: string;
  readonly orderAbout: string;
  readonly moves: string;
  readonly movesAbout: string;
  readonly faults: string;
  readonly faultsAbout: string;
  readonly faultsNone: string;
  readonly temperature: string;
  readonly temperatureAbout: string;
  readonly ended: Readonly<Record<EndKind | 'left', string>>;
  readonly earlier: (n: number) => string;
  /** Of a plot that has room for so many, beside a table of all. */
  readonly newest: (n: number) => string;
  /** What comes next. */
  readonly due: string;
  readonly dueToday: string;
  readonly dueNothing: string;
  readonly dueNext: (day: string) => string;
  readonly never: string;
  readonly answers: (n: number, scenario: string) => string;
  readonly andMore: (n: number) => string;
  /** Why something is due: when it came last, and how that went. */
  readonly why: (name: string, day: string, went: string) => string;
  readonly went: Readonly<Record<'first' | 'later' | 'missed', string>>;
  readonly practises: (minutes: number) => string;
  readonly practisesNew: (minutes: number) => string;
  readonly firstTime: (minutes: number) => string;
  /** A threat that is due comes only by itself. */
  readonly threatComes: (threat: string) => string;
  /** The command that goes on. */
  readonly goOn: (command: string, minutes: number) => string;
  readonly honest: string;
  /** The heads of the report's tables. */
  readonly head: {
    readonly scenario: string;
    readonly times: string;
    readonly last: string;
    readonly recent: string;
    readonly before: string;
    readonly day: string;
    readonly start: string;
    readonly end: string;
    readonly ended: string;
    readonly move: string;
    readonly fault: string;
    readonly order: string;
    readonly all: string;
  };
  readonly made: (day: string) => string;
  /** A day in words: the number of the month counts from 0. */
  readonly day: (day: number, month: number, year: number | null) => string;
}

const MONTHS = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  nb: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
};

export const progressTexts: Readonly<Record<Lang, ProgressTexts>> = {
  sv: {
    title: 'Så har du övat',
    summary: (sessions, days) => {
      if (days > 1) return `Du har övat ${sessions} gånger, på ${days} olika dagar.`;
      return sessions === 1 ? 'Du har övat en gång,' : `Du har övat ${sessions} gånger, alla samma dag,`;
    },
    since: (from, to) => `Första gången var den ${from}, senaste gången den ${to}.`,
    on: (day) => `den ${day}.`,
    empty: 'Här är det tomt än så länge. Så fort du har övat på ett samtal finns det något att se.',
    begin: 'Börja med fem minuter:',
    recent: 'senast',
    before: 'förut',
    of: (times, of) => `${times} av ${of}`,
    scenarios: 'Samtal du har övat på',
    times: (n) => `${n} ${n === 1 ? 'gång' : 'gånger'}`,
    last: (day) => `senast ${day}`,
    order: 'Stegen i ordning',
    orderAbout:
      'Samtal som kom till slutet utan att något kom för tidigt eller hoppades över: av de fem senaste, och av de fem före.',
    moves: 'Det du säger',
    movesAbout:
      'Hur ofta det kom på första försöket i de steg där det hör hemma: de fem senaste gångerna, och de fem före. I några steg räcker ett grepp av flera.',
    faults: 'Det som hettar upp',
    faultsAbout: 'Hur många gånger: i de fem senaste samtalen, och i de fem före.',
    faultsNone: 'Inget sådant i de samtal som du har övat på.',
    temperature: 'Temperaturen i slutet',
    temperatureAbout: 'Från början till slut i varje samtal. 0 är lugnt, 10 är när det kokar över.',
    ended: {
      calm: 'lugnt',
      unresolved: 'inte löst',
      lost: 'kunden avbröt',
      safe: 'i säkerhet',
      left: 'inte klart',
    },
    earlier: (n) => `Dessutom ${n} äldre samtal.`,
    newest: (n) => `Bilden visar de ${n} senaste samtalen, tabellen alla.`,
    due: 'Det här står på tur',
    dueToday: 'På tur i dag',
    dueNothing: 'Inget står på tur i dag.',
    dueNext: (day) => `Nästa gång: den ${day}.`,
    never: 'Inte övat på än',
    answers: (n, scenario) => `${n} svar i ”${scenario}”`,
    andMore: (n) => `och ${n} till`,
    why: (name, day, went) => `${name}: senast den ${day}, ${went}.`,
    went: {
      first: 'då satt det direkt',
      later: 'då satt det, fast inte på första försöket',
      missed: 'då satt det inte',
    },
    practises: (minutes) => `Mest av det får du med i det här samtalet, på ungefär ${minutes} minuter`,
    practisesNew: (minutes) => `Vill du öva ändå tar det här samtalet ungefär ${minutes} minuter`,
    firstTime: (minutes) => `Du har inte övat än. Vi börjar här, det tar ungefär ${minutes} minuter`,
    threatComes: (threat) => `”${threat}” kommer bara om samtalet hettar till.`,
    goOn: (command, minutes) => `Öva ungefär ${minutes} minuter: ${command}`,
    honest: 'Det här är vad som hände när du övade. Om riktiga samtal säger det ingenting.',
    head: {
      scenario: 'Samtal',
      times: 'Gånger',
      last: 'Senast',
      recent: 'De fem senaste',
      before: 'De fem före',
      day: 'Dag',
      start: 'Början',
      end: 'Slutet',
      ended: 'Hur det slutade',
      move: 'Det du säger',
      fault: 'Det som hettar upp',
      order: 'Samtal i ordning',
      all: 'Totalt',
    },
    made: (day) => `Gjord med svalka den ${day}.`,
    day: (day, month, year) => `${day} ${MONTHS.sv[month]}${year === null ? '' : ` ${year}`}`,
  },
  nb: {
    title: 'Slik har du øvd',
    summary: (sessions, days) => {
      if (days > 1) return `Du har øvd ${sessions} ganger, på ${days} ulike dager.`;
      return sessions === 1 ? 'Du har øvd én gang,' : `Du har øvd ${sessions} ganger, alle på samme dag,`;
    },
    since: (from, to) => `Første gang var ${from}, siste gang ${to}.`,
    on: (day) => `${day}.`,
    empty: 'Foreløpig er det tomt her. Så snart du har øvd på en samtale, er det noe å se.',
    begin: 'Begynn med fem minutter:',
    recent: 'sist',
    before: 'før',
    of: (times, of) => `${times} av ${of}`,
    scenarios: 'Samtaler du har øvd på',
    times: (n) => `${n} ${n === 1 ? 'gang' : 'ganger'}`,
    last: (day) => `sist ${day}`,
    order: 'Stegene i rekkefølge',
    orderAbout:
      'Samtaler som kom til slutten uten at noe kom for tidlig eller ble hoppet over: av de fem siste, og av de fem før.',
    moves: 'Det du sier',
    movesAbout:
      'Hvor ofte det kom på første forsøk i de stegene der det hører hjemme: de fem siste gangene, og de fem før. I noen steg er ett grep av flere nok.',
    faults: 'Det som hisser opp',
    faultsAbout: 'Hvor mange ganger: i de fem siste samtalene, og i de fem før.',
    faultsNone: 'Ikke noe slikt i samtalene du har øvd på.',
    temperature: 'Temperaturen til slutt',
    temperatureAbout: 'Fra start til slutt i hver samtale. 0 er rolig, 10 er når det koker over.',
    ended: {
      calm: 'rolig',
      unresolved: 'ikke løst',
      lost: 'kunden avsluttet',
      safe: 'i trygghet',
      left: 'ikke ferdig',
    },
    newest: (n) => `Bildet viser de ${n} siste samtalene, tabellen alle.`,
    earlier: (n) => `Og ${n} eldre ${n === 1 ? 'samtale' : 'samtaler'}.`,
    due: 'Dette står for tur',
    dueToday: 'Står for tur i dag',
    dueNothing: 'Ingenting står for tur i dag.',
    dueNext: (day) => `Neste gang: ${day}.`,
    never: 'Ikke øvd på ennå',
    answers: (n, scenario) => `${n} svar i «${scenario}»`,
    andMore: (n) => `og ${n} til`,
    why: (name, day, went) => `${name}: sist ${day}, ${went}.`,
    went: {
      first: 'og da satt det med en gang',
      later: 'og da satt det, men ikke på første forsøk',
      missed: 'og da satt det ikke',
    },
    practises: (minutes) => `Mest av det får du med i denne samtalen, på omtrent ${minutes} minutter`,
    practisesNew: (minutes) => `Vil du øve likevel, tar denne samtalen omtrent ${minutes} minutter`,
    firstTime: (minutes) => `Du har ikke øvd ennå. Vi begynner her, det tar omtrent ${minutes} minutter`,
    threatComes: (threat) => `«${threat}» kommer bare hvis det hetner til i samtalen.`,
    goOn: (command, minutes) => `Øv i omtrent ${minutes} minutter: ${command}`,
    honest: 'Dette er det som skjedde da du øvde. Om ekte samtaler sier det ingenting.',
    head: {
      scenario: 'Samtale',
      times: 'Ganger',
      last: 'Sist',
      recent: 'De fem siste',
      before: 'De fem før',
      day: 'Dag',
      start: 'Start',
      end: 'Slutt',
      ended: 'Hvordan det endte',
      move: 'Det du sier',
      fault: 'Det som hisser opp',
      order: 'Samtaler i rekkefølge',
      all: 'I alt',
    },
    made: (day) => `Laget med svalka ${day}.`,
    day: (day, month, year) => `${day}. ${MONTHS.nb[month]}${year === null ? '' : ` ${year}`}`,
  },
};

/** Messages of the command line. */
export interface ProgressMessages {
  readonly notAReport: (file: string) => string;
  readonly written: (file: string) => string;
  readonly badExport: (given: string) => string;
}

export const progressMessages: Readonly<Record<Tongue, ProgressMessages>> = {
  sv: {
    notAReport: (file) =>
      `${file} finns redan och är ingen sida från svalka progress. Ge --html ett annat namn.`,
    written: (file) => `Skrev ${file}. Öppna den i en webbläsare.`,
    badExport: (given) => `”${given}” finns inte. Det som går att exportera är: xapi.`,
  },
  nb: {
    notAReport: (file) =>
      `${file} finnes allerede og er ikke en side fra svalka progress. Gi --html et annet navn.`,
    written: (file) => `Skrev ${file}. Åpne den i en nettleser.`,
    badExport: (given) => `«${given}» finnes ikke. Det som kan eksporteres, er: xapi.`,
  },
  en: {
    notAReport: (file) =>
      `${file} is there already and is no page of svalka progress. Give --html another name.`,
    written: (file) => `Wrote ${file}. Open it in a browser.`,
    badExport: (given) => `There is no "${given}". What can be exported: xapi.`,
  },
};
