/** The words of `svalka draft` and `svalka data`: what a person reads who writes an answer, and the command line's messages. */
import type { Left, Moment } from '../journal/cool-off.ts';
import type { DataKind } from '../journal/holdings.ts';
import type { Lang } from '../playbook/types.ts';
import type { AgentTexts, Tongue } from './texts.ts';

/** What the one who writes reads, in Swedish and bokmål. */
export interface DraftTalk {
  readonly customer: string;
  readonly pasteCustomer: string;
  readonly smile: string;
  /** Before the three questions of the reading. */
  readonly apart: string;
  readonly reading: Readonly<Record<'facts' | 'wish' | 'feeling', { label: string; hint: string }>>;
  readonly write: string;
  readonly editorOpens: (editor: string) => string;
  readonly editorFailed: (editor: string, how: string) => string;
  readonly editorEnded: (editor: string, how: string) => string;
  readonly editorMissing: (editor: string, how: string) => string;
  readonly editorEmpty: string;
  readonly asItStands: string;
  readonly unchanged: string;
  readonly bothKept: string;
  readonly newVersion: (number: number) => string;
  readonly whenAsk: string;
  readonly whenHour: (clock: string) => string;
  readonly whenTomorrow: string;
  readonly whenOther: string;
  readonly whenType: string;
  readonly meanwhile: string;
  readonly readAgain: (command: string) => string;
  readonly noAnswerYet: (command: string) => string;
  readonly lies: (path: string) => string;
  readonly nothingKept: string;
  readonly reasonAsk: string;
  readonly reasonNeeded: string;
  readonly reasonKept: string;
  readonly answer: string;
  readonly changed: string;
  readonly tipsTitle: string;
  /** The four tips of the playbook `written`, as questions. */
  readonly tips: readonly [string, string, string, string];
  readonly tipNo: (command: string) => string;
  readonly takeAnyway: string;
  readonly take: string;
  readonly letLie: string;
  readonly leftLying: string;
  readonly notSent: string;
  readonly copied: string;
  readonly discardAsk: (id: string) => string;
  readonly discardYes: string;
  readonly discardNo: string;
}

/** Messages of the command line, also in English. */
export interface DraftMessages {
  readonly moment: (moment: Moment) => string;
  readonly left: (left: Left) => string;
  readonly opens: (moment: string, left: string) => string;
  readonly notYet: (id: string, moment: string, left: string) => string;
  readonly needsPerson: Readonly<Record<'new' | 'edit' | 'discard' | 'reason' | 'wipe', string>>;
  readonly unknownId: (id: string, near: string) => string;
  readonly badWhen: (given: string, fault: 'unknown' | 'past' | 'far') => string;
  readonly badDays: (given: string) => string;
  readonly badDraftDays: (path: string) => string;
  readonly reasonAlone: string;
  readonly noText: (file: string) => string;
  /** Where a text was given instead of a file's name. */
  readonly noFile: (given: string) => string;
  readonly damaged: (path: string, aside: string) => string;
  readonly damagedStays: (path: string) => string;
  readonly newer: (path: string) => string;
  readonly odd: (path: string) => string;
  readonly past: (id: string) => string;
  readonly recovered: (id: string) => string;
  readonly leftRoom: (path: string) => string;
  readonly cannotOpen: (path: string, reason: string) => string;
  readonly cannotKeep: (path: string, reason: string) => string;
  readonly cannotRemove: (path: string, reason: string) => string;
  readonly discardedMeanwhile: (id: string) => string;
  readonly hereIsText: string;
  readonly kept: (id: string) => string;
  readonly none: string;
  readonly list: string;
  readonly state: Readonly<Record<'empty' | 'ready', string>>;
  readonly done: (moment: string) => string;
  readonly made: (moment: string) => string;
  readonly keptUntil: (moment: string) => string;
  readonly version: (number: number, of: number, moment: string) => string;
  readonly earlyBecause: (moment: string, reason: string) => string;
  readonly discarded: (id: string) => string;
  readonly stillThere: (id: string) => string;
  readonly data: {
    readonly what: Readonly<Record<DataKind | 'playbooks', string>>;
    readonly nothing: string;
    readonly files: (n: number) => string;
    readonly size: (bytes: number) => string;
    readonly isLink: string;
    readonly neverRemoved: string;
    /** The words of the keys, as {@link AgentTexts} has them, in English too. */
    readonly keys: Pick<AgentTexts, 'enter' | 'notAKey'> & { readonly choose: string };
    readonly wipeAsk: (files: number) => string;
    readonly wipeYes: string;
    readonly wipeNo: string;
    readonly nothingToWipe: string;
    readonly wiped: (files: number) => string;
    readonly removed: string;
    readonly left: string;
    readonly notWiped: string;
  };
}

/** A day by name, `tisdag 1 december`; with its year where it is another. */
function dayName(locale: string, { date, thisYear }: Moment): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(thisYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(date);
}

/** `2 dagar och 3 timmar`: the two largest parts that are there. */
function leftIn(
  { days, hours, minutes }: Left,
  names: Readonly<Record<keyof Left, readonly [string, string]>>,
  and: string,
): string {
  const part = (n: number, [one, many]: readonly [string, string]) =>
    n === 0 ? [] : `${n === 1 ? one : `${n} ${many}`}`;
  return [part(days, names.days), part(hours, names.hours), days === 0 ? part(minutes, names.minutes) : []]
    .flat()
    .join(` ${and} `);
}

/** Bytes as people read them, with the language's decimal sign. */
function sizeIn(bytes: number, sign: string): string {
  if (bytes < 1000) return `${bytes} B`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size.toFixed(1).replace('.', sign)} ${unit}`;
}

export const draftTalk: Readonly<Record<Lang, DraftTalk>> = {
  sv: {
    customer: 'Det kunden skrev',
    pasteCustomer:
      'Klistra in det kunden skrev och avsluta med en punkt på en egen rad. Har du det inte till hands räcker det med punkten.',
    smile: 'Le först. Läs sedan en gång till, så välvilligt du kan.',
    apart: 'Skilj saken från hettan: tre korta frågor. Retur hoppar över.',
    reading: {
      facts: { label: 'Fakta', hint: 'Vad har hänt? Bara det som går att kontrollera, utan utropstecken.' },
      wish: { label: 'Önskan', hint: 'Vad vill kunden ska hända? Det kan stå mellan raderna.' },
      feeling: { label: 'Känsla', hint: 'Hur har kunden det just nu? Gissa snällt.' },
    },
    write: 'Skriv ditt svar. Ingen får det förrän du själv skickar det. Avsluta med en punkt på en egen rad.',
    editorOpens: (editor) => `Nu öppnas ${editor}. Skriv ditt svar, spara och stäng.`,
    editorFailed: (editor, how) => `${editor} avslutades med ett fel (${how}). Det du skrev är kvar.`,
    editorEnded: (editor, how) => `${editor} avslutades med ett fel (${how}).`,
    editorMissing: (editor, how) => `${editor} gick inte att använda (${how}). Skriv här i stället.`,
    editorEmpty:
      'Filen var tom när redigeraren stängdes. Skriv här i stället. (Öppnas den i ett eget fönster? Då kan EDITOR="code --wait" hjälpa.)',
    asItStands: 'Så lyder svaret nu',
    unchanged: 'Inget är ändrat.',
    bothKept: 'Under tiden sparades en annan version i ett annat fönster. Båda finns kvar, din sist.',
    newVersion: (number) =>
      number === 1
        ? 'Svaret är sparat.'
        : `Version ${number} är sparad. ${number === 2 ? 'Den första' : 'De tidigare'} finns kvar.`,
    whenAsk: 'När vill du läsa det igen?',
    whenHour: (clock) => `Om en timme, kl. ${clock}`,
    whenTomorrow: 'I morgon klockan nio',
    whenOther: 'En annan tid',
    whenType: 'När? (90m, 2d, 14:30, måndag, 2026-12-01 09:00)',
    meanwhile:
      'Gå en sväng, drick ett glas vatten eller be en kollega läsa. Svaret väntar, och det blir oftast bättre av det.',
    readAgain: (command) => `Läs det igen: ${command}`,
    noAnswerYet: (command) => `Det finns inget svar i utkastet än. Skriv det: ${command}`,
    lies: (path) => `Det ligger i ${path}, och bara ditt användarkonto kommer åt det.`,
    nothingKept: 'Du hann inte skriva något, så inget är sparat.',
    reasonAsk: 'Varför nu?',
    reasonNeeded: 'Utan en anledning får det ligga. Det brukar vara klokt.',
    reasonKept: 'Anledningen är sparad i utkastet.',
    answer: 'Ditt svar',
    changed: 'Ändrat sedan första versionen',
    tipsTitle: 'Innan du skickar',
    tips: [
      'Kan du le när du läser det?',
      'Har du läst det kunden skrev så välvilligt det går?',
      'Märks det att du är glad för chansen att rätta till det?',
      'Är det genomtänkt: står det vad som händer nu, och när?',
    ],
    tipNo: (command) => `Ändra det gärna först: ${command}`,
    takeAnyway: 'Vad gör du?',
    take: 'Tar svaret som det är',
    letLie: 'Låter det ligga',
    leftLying: 'Det ligger kvar.',
    notSent: 'Inget är skickat. Det gör du själv, där kunden skrev.',
    copied: 'Svaret ligger i urklipp, om din terminal tillåter det.',
    discardAsk: (id) => `Vill du kasta utkastet ${id}?`,
    discardYes: 'Ja, kasta det',
    discardNo: 'Nej, behåll det',
  },
  nb: {
    customer: 'Det kunden skrev',
    pasteCustomer:
      'Lim inn det kunden skrev, og avslutt med et punktum på en egen linje. Har du det ikke her, holder det med et punktum.',
    smile: 'Smil først. Les det så én gang til, i beste mening.',
    apart: 'Skill sak fra sinne: tre korte spørsmål. Enter hopper over.',
    reading: {
      facts: { label: 'Fakta', hint: 'Hva har skjedd? Bare det som kan sjekkes, uten utropstegn.' },
      wish: { label: 'Ønske', hint: 'Hva vil kunden at du skal gjøre? Det står kanskje mellom linjene.' },
      feeling: { label: 'Følelse', hint: 'Hvordan har kunden det akkurat nå? Vær raus når du gjetter.' },
    },
    write:
      'Skriv svaret ditt. Ingen får det før du sender det selv. Avslutt med et punktum på en egen linje.',
    editorOpens: (editor) => `Nå åpnes ${editor}. Skriv svaret ditt, lagre og lukk.`,
    editorFailed: (editor, how) => `${editor} avsluttet med en feil (${how}). Det du skrev, er tatt vare på.`,
    editorEnded: (editor, how) => `${editor} avsluttet med en feil (${how}).`,
    editorMissing: (editor, how) => `${editor} lot seg ikke bruke (${how}). Skriv her i stedet.`,
    editorEmpty:
      'Filen var tom da redigeringsprogrammet ble lukket. Skriv her i stedet. (Åpnes det i et eget vindu? Da kan EDITOR="code --wait" hjelpe.)',
    asItStands: 'Slik lyder svaret nå',
    unchanged: 'Ingenting er endret.',
    bothKept: 'Imens ble en annen versjon lagret i et annet vindu. Begge er tatt vare på, din sist.',
    newVersion: (number) =>
      number === 1
        ? 'Svaret er lagret.'
        : `Versjon ${number} er lagret. ${number === 2 ? 'Den første' : 'De tidligere'} er tatt vare på.`,
    whenAsk: 'Når vil du lese det igjen?',
    whenHour: (clock) => `Om en time, kl. ${clock}`,
    whenTomorrow: 'I morgen klokka ni',
    whenOther: 'Et annet tidspunkt',
    whenType: 'Når? (90m, 2d, 14:30, mandag, 2026-12-01 09:00)',
    meanwhile:
      'Gå en tur, drikk et glass vann, eller la en kollega lese. Svaret venter, og det blir som regel bedre av det.',
    readAgain: (command) => `Les det igjen: ${command}`,
    noAnswerYet: (command) => `Det er ikke noe svar i kladden ennå. Skriv det: ${command}`,
    lies: (path) => `Den ligger i ${path}, og bare brukerkontoen din har tilgang.`,
    nothingKept: 'Du rakk ikke å skrive noe, så ingenting er lagret.',
    reasonAsk: 'Hvorfor nå?',
    reasonNeeded: 'Uten en grunn blir den liggende. Det pleier å være lurt.',
    reasonKept: 'Grunnen er lagret i kladden.',
    answer: 'Svaret ditt',
    changed: 'Endret siden første versjon',
    tipsTitle: 'Før du sender',
    tips: [
      'Kan du smile mens du leser det?',
      'Har du lest det kunden skrev, i beste mening?',
      'Merkes det at du er glad for sjansen til å rette det opp?',
      'Er det gjennomtenkt? Står det hva som skjer nå, og når?',
    ],
    tipNo: (command) => `Rett gjerne på det først: ${command}`,
    takeAnyway: 'Hva gjør du?',
    take: 'Tar svaret som det er',
    letLie: 'Lar det ligge',
    leftLying: 'Da blir det liggende.',
    notSent: 'Ingenting er sendt. Det gjør du selv, der kunden skrev.',
    copied: 'Svaret ligger på utklippstavla, hvis terminalen din tillater det.',
    discardAsk: (id) => `Vil du kaste kladden ${id}?`,
    discardYes: 'Ja, kast den',
    discardNo: 'Nei, behold den',
  },
};

export const draftMessages: Readonly<Record<Tongue, DraftMessages>> = {
  sv: {
    moment: (moment) => {
      const day = { '-1': 'i går', 0: 'i dag', 1: 'i morgon' }[moment.days];
      return `${day ?? dayName('sv', moment)} kl. ${moment.clock}`;
    },
    left: (left) =>
      leftIn(
        left,
        { days: ['1 dygn', 'dygn'], hours: ['1 timme', 'timmar'], minutes: ['1 minut', 'minuter'] },
        'och',
      ),
    opens: (moment, left) => `öppnas ${moment} (om ${left})`,
    notYet: (id, moment, left) => `${id} får vila till ${moment}. Det är ${left} kvar.`,
    needsPerson: {
      new: 'svalka draft new frågar dig i ett terminalfönster, och här finns inget. I skript: svalka draft new --file MEJL --text SVAR --at 1h',
      edit: 'svalka draft edit låter dig skriva i ett terminalfönster, och här finns inget. I skript: svalka draft edit ID --text FIL',
      discard: 'Här kan ingen svara på frågan. Kasta utkastet utan fråga: svalka draft discard ID --yes',
      reason:
        'Här kan ingen svara på frågan varför. Skriv anledningen: svalka draft ready ID --now --reason "…"',
      wipe: 'Här kan ingen svara på frågan. Ta bort allt utan fråga: svalka data wipe --yes',
    },
    unknownId: (id, near) =>
      `Det finns inget utkast ”${id}”.${near ? ` Menade du ”${near}”?` : ''} Se alla: svalka draft list.`,
    badWhen: (given, fault) =>
      fault === 'past'
        ? `”${given}” har redan varit. Välj en tid längre fram.`
        : fault === 'far'
          ? `”${given}” är mer än ett år bort. Så länge ska ingen behöva vänta på svar.`
          : `”${given}” är ingen tid som svalka förstår. Skriv 1h, 90m, 2d, 14:30, i morgon, måndag eller 2026-12-01 09:00.`,
    badDays: (given) => `--keep ska vara ett antal dagar, 1 till 3650, inte ”${given}”.`,
    badDraftDays: (path) =>
      `draftDays i ${path} ska vara ett antal dagar, 1 till 3650. Utkastet sparas tills du kastar det.`,
    reasonAlone: '--reason fungerar bara tillsammans med --now.',
    noText: (file) => `Det finns ingen text i ${file}.`,
    noFile: (given) =>
      `Det finns ingen fil ”${given}”. --text och --file tar en fil, eller - för det som kommer på stdin.`,
    damaged: (path, aside) => `Utkastet ${path} var skadat och ligger nu i ${aside}.`,
    damagedStays: (path) => `Utkastet ${path} är skadat. Det gick inte att flytta undan och ligger kvar där.`,
    newer: (path) => `${path} kommer från en nyare version av svalka och lämnas som den är.`,
    odd: (path) => `${path} är ingen vanlig fil och lämnas som den är.`,
    past: (id) => `Utkastet ${id} har sparats så länge som du bad om och är nu borttaget.`,
    recovered: (id) => `Det du höll på att skriva när fönstret stängdes är sparat i utkastet ${id}.`,
    leftRoom: (path) => `En redigerare har lämnat något i ${path}. Titta på det och ta sedan bort mappen.`,
    cannotOpen: (path, reason) => `Utkasten i ${path} går inte att använda (${reason}).`,
    cannotKeep: (path, reason) => `Utkastet gick inte att spara i ${path} (${reason}).`,
    cannotRemove: (path, reason) => `${path} gick inte att ta bort (${reason}).`,
    discardedMeanwhile: (id) => `Utkastet ${id} har kastats under tiden, och inget är sparat i det.`,
    hereIsText: 'Här är det du skrev, så att inget går förlorat:',
    kept: (id) => `Utkastet ${id} är sparat.`,
    none: 'Inga utkast. Skriv ett: svalka draft new',
    list: 'Utkast',
    state: { empty: 'inget svar än', ready: 'klart att läsa igen' },
    done: (moment) => `hämtat ${moment}`,
    made: (moment) => `Påbörjat ${moment}`,
    keptUntil: (moment) => `Tas bort ${moment}`,
    version: (number, of, moment) => `Version ${number} av ${of}, ${moment}`,
    earlyBecause: (moment, reason) => `Öppnat i förtid ${moment}: ${reason}`,
    discarded: (id) => `Utkastet ${id} är borta.`,
    stillThere: (id) => `Utkastet ${id} är kvar.`,
    data: {
      what: {
        config: 'inställningar',
        session: 'det senast sparade samtalet',
        sessions: 'sparade samtal',
        journal: 'övningsloggen, med det du har övat på',
        actor: 'numret som står för dig i övningsloggen',
        drafts: 'utkast, med det kunder har skrivit',
        playbooks: 'dina egna handlingsplaner',
      },
      nothing: 'inget där',
      files: (n) => (n === 1 ? '1 fil' : `${n} filer`),
      size: (bytes) => sizeIn(bytes, ','),
      isLink: 'en länk, som svalka inte följer',
      neverRemoved: 'tas aldrig bort av svalka',
      keys: { choose: 'välj', enter: 'retur', notAKey: (typed) => `”${typed}” finns inte att välja på här.` },
      wipeAsk: (files) =>
        files === 1
          ? 'Vill du ta bort den fil som svalka har sparat? Den går inte att få tillbaka.'
          : `Vill du ta bort de ${files} filer som svalka har sparat? De går inte att få tillbaka.`,
      wipeYes: 'Ja, ta bort',
      wipeNo: 'Nej, behåll',
      nothingToWipe: 'Det finns inget att ta bort.',
      wiped: (files) => (files === 1 ? '1 fil är borttagen.' : `${files} filer är borttagna.`),
      removed: 'Borttaget',
      left: 'Lämnat kvar',
      notWiped: 'Inget är borttaget.',
    },
  },
  nb: {
    moment: (moment) => {
      const day = { '-1': 'i går', 0: 'i dag', 1: 'i morgen' }[moment.days];
      return `${day ?? dayName('nb', moment)} kl. ${moment.clock}`;
    },
    left: (left) =>
      leftIn(
        left,
        { days: ['1 døgn', 'døgn'], hours: ['1 time', 'timer'], minutes: ['1 minutt', 'minutter'] },
        'og',
      ),
    opens: (moment, left) => `åpnes ${moment} (om ${left})`,
    notYet: (id, moment, left) => `${id} får hvile til ${moment}. Det er ${left} igjen.`,
    needsPerson: {
      new: 'svalka draft new spør deg i et terminalvindu, og her er det ikke noe. I skript: svalka draft new --file MAIL --text SVAR --at 1h',
      edit: 'svalka draft edit lar deg skrive i et terminalvindu, og her er det ikke noe. I skript: svalka draft edit ID --text FIL',
      discard: 'Her kan ingen svare på spørsmålet. Kast kladden uten spørsmål: svalka draft discard ID --yes',
      reason:
        'Her er det ingen som kan svare på hvorfor. Skriv grunnen: svalka draft ready ID --now --reason "…"',
      wipe: 'Her kan ingen svare på spørsmålet. Fjern alt uten spørsmål: svalka data wipe --yes',
    },
    unknownId: (id, near) =>
      `Det finnes ingen kladd «${id}».${near ? ` Mente du «${near}»?` : ''} Se alle: svalka draft list.`,
    badWhen: (given, fault) =>
      fault === 'past'
        ? `«${given}» er allerede passert. Velg et tidspunkt lenger fram.`
        : fault === 'far'
          ? `«${given}» er mer enn et år unna. Så lenge bør ingen måtte vente på svar.`
          : `«${given}» er ikke et tidspunkt svalka forstår. Skriv 1h, 90m, 2d, 14:30, i morgen, mandag eller 2026-12-01 09:00.`,
    badDays: (given) => `--keep skal være et antall dager, 1 til 3650, ikke «${given}».`,
    badDraftDays: (path) =>
      `draftDays i ${path} skal være et antall dager, 1 til 3650. Kladden blir liggende til du kaster den.`,
    reasonAlone: '--reason virker bare sammen med --now.',
    noText: (file) => `Det er ingen tekst i ${file}.`,
    noFile: (given) =>
      `Det finnes ingen fil «${given}». --text og --file tar en fil, eller - for det som kommer på stdin.`,
    damaged: (path, aside) => `Kladden ${path} var ødelagt og ligger nå i ${aside}.`,
    damagedStays: (path) => `Kladden ${path} er ødelagt. Den lot seg ikke flytte, og ligger der fortsatt.`,
    newer: (path) => `${path} kommer fra en nyere versjon av svalka og får stå som den er.`,
    odd: (path) => `${path} er ikke en vanlig fil og får stå som den er.`,
    past: (id) => `Kladden ${id} har ligget så lenge du ba om, og er nå fjernet.`,
    recovered: (id) => `Det du holdt på å skrive da vinduet ble lukket, er lagret i kladden ${id}.`,
    leftRoom: (path) =>
      `Et redigeringsprogram har lagt igjen noe i ${path}. Se på det, og fjern mappen etterpå.`,
    cannotOpen: (path, reason) => `Kladdene i ${path} kan ikke brukes (${reason}).`,
    cannotKeep: (path, reason) => `Kladden kunne ikke lagres i ${path} (${reason}).`,
    cannotRemove: (path, reason) => `${path} kunne ikke fjernes (${reason}).`,
    discardedMeanwhile: (id) => `Kladden ${id} er kastet i mellomtida, og ingenting er lagret i den.`,
    hereIsText: 'Her er det du skrev, så ingenting går tapt:',
    kept: (id) => `Kladden ${id} er lagret.`,
    none: 'Ingen kladder. Skriv en: svalka draft new',
    list: 'Kladder',
    state: { empty: 'ikke noe svar ennå', ready: 'klar til å leses igjen' },
    done: (moment) => `hentet ${moment}`,
    made: (moment) => `Påbegynt ${moment}`,
    keptUntil: (moment) => `Fjernes ${moment}`,
    version: (number, of, moment) => `Versjon ${number} av ${of}, ${moment}`,
    earlyBecause: (moment, reason) => `Åpnet før tida ${moment}: ${reason}`,
    discarded: (id) => `Kladden ${id} er borte.`,
    stillThere: (id) => `Kladden ${id} ligger der fortsatt.`,
    data: {
      what: {
        config: 'innstillinger',
        session: 'den sist lagrede samtalen',
        sessions: 'lagrede samtaler',
        journal: 'øvingsloggen, med det du har øvd på',
        actor: 'nummeret som står for deg i øvingsloggen',
        drafts: 'kladder, med det kunder har skrevet',
        playbooks: 'dine egne handlingsplaner',
      },
      nothing: 'ingenting der',
      files: (n) => (n === 1 ? '1 fil' : `${n} filer`),
      size: (bytes) => sizeIn(bytes, ','),
      isLink: 'en lenke, som svalka ikke følger',
      neverRemoved: 'fjernes aldri av svalka',
      keys: { choose: 'velg', enter: 'enter', notAKey: (typed) => `Du kan ikke velge «${typed}» her.` },
      wipeAsk: (files) =>
        files === 1
          ? 'Vil du fjerne filen som svalka har lagret? Du får den ikke tilbake.'
          : `Vil du fjerne de ${files} filene som svalka har lagret? Du får dem ikke tilbake.`,
      wipeYes: 'Ja, fjern',
      wipeNo: 'Nei, behold',
      nothingToWipe: 'Det er ingenting å fjerne.',
      wiped: (files) => (files === 1 ? '1 fil er fjernet.' : `${files} filer er fjernet.`),
      removed: 'Fjernet',
      left: 'Står igjen',
      notWiped: 'Ingenting er fjernet.',
    },
  },
  en: {
    moment: (moment) => {
      const day = { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[moment.days];
      return `${day ?? dayName('en-GB', moment)} at ${moment.clock}`;
    },
    left: (left) =>
      leftIn(
        left,
        { days: ['1 day', 'days'], hours: ['1 hour', 'hours'], minutes: ['1 minute', 'minutes'] },
        'and',
      ),
    opens: (moment, left) => `opens ${moment} (in ${left})`,
    notYet: (id, moment, left) => `${id} rests until ${moment}: ${left} to go.`,
    needsPerson: {
      new: 'svalka draft new asks you at a terminal. In scripts: svalka draft new --file MAIL --text ANSWER --at 1h',
      edit: 'svalka draft edit opens an editor at a terminal. In scripts: svalka draft edit ID --text FILE',
      discard: 'Nobody can be asked here. Discard without asking: svalka draft discard ID --yes',
      reason: 'Nobody can be asked here why. Say so: svalka draft ready ID --now --reason "…"',
      wipe: 'Nobody can be asked here. Remove everything without asking: svalka data wipe --yes',
    },
    unknownId: (id, near) =>
      `There is no draft "${id}".${near ? ` Did you mean "${near}"?` : ''} See them all: svalka draft list.`,
    badWhen: (given, fault) =>
      fault === 'past'
        ? `"${given}" is past. Choose a time to come.`
        : fault === 'far'
          ? `"${given}" is more than a year away. Nobody should wait that long for an answer.`
          : `"${given}" is not a time. Write 1h, 90m, 2d, 14:30, tomorrow, monday or 2026-12-01 09:00.`,
    badDays: (given) => `--keep must be a number of days, 1 to 3650, not "${given}".`,
    badDraftDays: (path) =>
      `draftDays in ${path} must be a number of days, 1 to 3650. The draft is kept until you discard it.`,
    reasonAlone: '--reason only works together with --now.',
    noText: (file) => `There is no text in ${file}.`,
    noFile: (given) =>
      `There is no file "${given}". --text and --file take a file, or - for what comes on stdin.`,
    damaged: (path, aside) => `The draft ${path} was damaged and is now ${aside}.`,
    damagedStays: (path) => `The draft ${path} is damaged. It could not be moved, and is still there.`,
    newer: (path) => `${path} comes from a newer version of svalka and is left alone.`,
    odd: (path) => `${path} is not an ordinary file and is left alone.`,
    past: (id) => `The draft ${id} has been kept as long as you asked, and is now removed.`,
    recovered: (id) => `What you were writing when the window closed is kept in the draft ${id}.`,
    leftRoom: (path) => `An editor left something in ${path}. Look at it, then remove the folder.`,
    cannotOpen: (path, reason) => `The drafts in ${path} cannot be used (${reason}).`,
    cannotKeep: (path, reason) => `The draft could not be saved in ${path} (${reason}).`,
    cannotRemove: (path, reason) => `${path} could not be removed (${reason}).`,
    discardedMeanwhile: (id) => `The draft ${id} was discarded meanwhile, and nothing is saved in it.`,
    hereIsText: 'Here is what you wrote, so that nothing is lost:',
    kept: (id) => `The draft ${id} is saved.`,
    none: 'No drafts. Write one: svalka draft new',
    list: 'Drafts',
    state: { empty: 'no answer yet', ready: 'ready to be read again' },
    done: (moment) => `taken ${moment}`,
    made: (moment) => `Begun ${moment}`,
    keptUntil: (moment) => `Removed ${moment}`,
    version: (number, of, moment) => `Version ${number} of ${of}, ${moment}`,
    earlyBecause: (moment, reason) => `Opened early ${moment}: ${reason}`,
    discarded: (id) => `The draft ${id} is gone.`,
    stillThere: (id) => `The draft ${id} is still there.`,
    data: {
      what: {
        config: 'settings',
        session: 'the conversation saved last',
        sessions: 'saved conversations',
        journal: 'what you have practised',
        actor: 'the number that stands for you in the journal',
        drafts: 'drafts, with what customers wrote',
        playbooks: 'your own playbooks',
      },
      nothing: 'nothing there',
      files: (n) => (n === 1 ? '1 file' : `${n} files`),
      size: (bytes) => sizeIn(bytes, '.'),
      isLink: 'a link, which svalka does not follow',
      neverRemoved: 'never removed by svalka',
      keys: { choose: 'choose', enter: 'enter', notAKey: (typed) => `"${typed}" is no choice here.` },
      wipeAsk: (files) =>
        files === 1
          ? 'Remove the file that svalka has kept? It cannot be brought back.'
          : `Remove the ${files} files that svalka has kept? They cannot be brought back.`,
      wipeYes: 'Yes, remove',
      wipeNo: 'No, keep',
      nothingToWipe: 'There is nothing to remove.',
      wiped: (files) => (files === 1 ? '1 file removed.' : `${files} files removed.`),
      removed: 'Removed',
      left: 'Left',
      notWiped: 'Nothing is removed.',
    },
  },
};
