import { journalTexts } from './journal.ts';
import type { AgentTexts, AuthorTexts } from './texts.ts';
import { threatTexts } from './threat.ts';

const near = (name: unknown) => (name ? ` Mente du «${name}»?` : '');

export const agent: AgentTexts = {
  ...threatTexts.nb,
  you: 'Du',
  step: (number, of) => `Steg ${number} av ${of}`,
  temperature: 'Temperatur',
  may: 'Dette kan du gjøre',
  mayNot: 'Dette kan du ikke gjøre',
  channel: { phone: 'telefon', chat: 'chat', mail: 'e-post', counter: 'skranke' },
  whatDoYouSay: 'Hva sier du?',
  pickScenario: 'Hvilken samtale vil du øve på?',
  pickThreat: 'Hva har kunden sagt?',
  pickLanguage: 'Hvilket språk vil du øve på?',
  hint: 'Hint',
  why: 'Hvorfor',
  source: 'Kilde',
  phrases: 'Sånn kan du si det',
  do: 'Gjør dette',
  instead: 'Heller',
  model: 'Coachen sier det for deg',
  threatBreaksIn: 'Kunden truer. Svar på det først, så kommer du tilbake til steget du var på.',
  dangerBreaksIn: {
    physical: 'Det der er en trussel om vold. Nå går sikkerheten foran alt annet.',
    'self-harm': 'Nå gjelder det kundens liv. Alt annet får vente.',
  },
  backToStep: 'Det har du svart på. Nå er du tilbake på steget du var på.',
  cooled: (by) => `ned ${by}`,
  heated: (by) => `opp ${by}`,
  unchanged: 'uendret',
  ends: {
    calm: 'Samtalen endte rolig.',
    unresolved: 'Samtalen er over, og kunden er fortsatt ikke fornøyd.',
    lost: 'Kunden orket ikke mer og avsluttet samtalen.',
    safe: 'Her gikk sikkerheten foran alt annet.',
  },
  missed: 'Noe kunden trengte, kom aldri fra deg.',
  basedOn: 'etter',
  debrief: 'Oppsummering',
  courseOf: 'Temperaturen underveis',
  start: 'Start',
  good: 'Dette satt på første forsøk',
  goodNone: 'Ingen av stegene satt på første forsøk. Det er derfor vi øver.',
  best: 'Den beste replikken din',
  worst: 'Den replikken som hisset mest opp',
  work: 'Øv på dette',
  workNone: 'Denne gangen er det ikke noe spesielt å øve på.',
  times: (n) => `${['én gang', 'to ganger', 'tre ganger'][n - 1] ?? `${n} ganger`}`,
  learn: 'Verdt å kunne utenat',
  whatIf: 'Hva om du hadde svart noe annet? Gå tilbake og prøv.',
  whatIfTurn: 'Hvilket svar vil du prøve på nytt?',
  turnOf: (number, name) => `${number}. ${name}`,
  nothingBack: 'Du er allerede helt i starten.',
  restarted: 'Vi begynner på nytt.',
  savedResume: (command) => `Samtalen er lagret. Fortsett med: ${command}`,
  resumed: 'Du fortsetter der du slapp.',
  resumedChanged: 'Tekstene er endret siden sist. Du fortsetter på samme steg.',
  coachEnd: 'Det var siste steg. Nå er du i mål.',
  selfCheckYes: 'Ja',
  selfCheckNo: 'Ikke ennå',
  selfCheckResult: 'Svarene dine',
  selfCheckAllYes: 'Ja på alle fire. Spør en av dem du leder, om det stemmer.',
  selfCheckStartWith: 'Begynn med',
  sayAgain: 'Si det én gang til, om du vil (enter går videre):',
  secondTry: 'Andre forsøk',
  betterSo: 'Heller slik',
  keys: {
    choose: 'velg',
    next: 'neste',
    begin: 'begynn',
    hint: 'hint',
    why: 'hvorfor',
    phrases: 'forslag',
    threat: 'trussel',
    back: 'tilbake',
    skip: 'hopp over',
    restart: 'begynn på nytt',
    write: 'egne ord',
    list: 'velg i stedet',
    quit: 'lagre og avslutt',
    yes: 'ja',
    no: 'ikke ennå',
    again: 'annet svar',
    close: 'avslutt',
  },
  enter: 'enter',
  notAKey: (typed) => `Du kan ikke velge «${typed}» her.`,
  list: { playbooks: 'Teknikker', scenarios: 'Samtaler å øve på', threats: 'Trusler og kriser' },
  customer: 'Kunden',
  threatFind: 'Skriv hva kunden sa, eller velg:',
  transcript: 'En øvingssamtale på norsk',
  review: {
    nothing: 'Verken grep eller feil ble funnet i teksten.',
    missing: 'Mangler',
    early: 'Kom for tidlig',
    inOrder: 'Alt er med, og i riktig rekkefølge.',
  },
};

export const author: AuthorTexts = {
  severity: { error: 'feil', warning: 'advarsel' },
  finding: {
    'alias-limit': (p) =>
      `Filen gjenbruker tekst med * for mange ganger (høyst ${p.limit}). Skriv heller hele teksten på hvert sted.`,
    'bad-escape': () =>
      'Tegnet etter \\ kan ikke stå der. Skriv \\\\ hvis du vil ha en omvendt skråstrek, eller sett teksten i enkle anførselstegn.',
    'bad-id': (p) =>
      `«${p.value}» kan ikke brukes som navn. Bruk små bokstaver a–z, tall og bindestrek, med en bokstav først: sen-levering.`,
    'bad-value': (p) =>
      p.allowed === ''
        ? `Samme verdi står mer enn én gang: ${p.value}. Fjern den ene.`
        : `«${p.value}» kan ikke brukes her.${near(p.near)} Her kan det stå: ${p.allowed}.`,
    'control-character': (p) =>
      `Teksten inneholder et usynlig tegn${p.code ? ` (${p.code})` : ''}. Fjern det, og skriv linjen på nytt.`,
    'depth-limit': (p) => `For mange nivåer inni hverandre (høyst ${p.limit}). Bruk færre innrykk.`,
    'duplicate-id': (p) =>
      `Navnet «${p.name}» er allerede brukt i ${p.other}. Gi en av filene et annet navn.`,
    'duplicate-key': (p) => `«${p.key}» står to ganger. Fjern den ene, eller gi den et annet navn.`,
    'empty-file': () => 'Filen er tom. Begynn med linjen schema: 1.',
    'forbidden-key': (p) => `«${p.key}» kan ikke brukes som navn. Velg et annet.`,
    'missing-colon': () => 'Linjen mangler kolon. Skriv navn, kolon, mellomrom og tekst: navn: "tekst".',
    'missing-key': (p) => `Her mangler «${p.key}». Legg det til.`,
    'no-tags': () =>
      'Ord som begynner med !, kan ikke brukes her. Fjern utropstegnet, eller sett teksten i anførselstegn.',
    'not-utf8': () => 'Filen er ikke lagret som UTF-8. Lagre den på nytt med tegnkodingen UTF-8.',
    'number-range': (p) =>
      `${p.value} er for ${p.side === 'minimum' ? 'lavt' : 'høyt'}. Skriv ${p.side === 'minimum' ? 'minst' : 'høyst'} ${p.limit}.`,
    'one-document': () => 'Linjen --- betyr at en ny fil begynner. Legg resten i en egen fil.',
    'quote-inside': (p) =>
      `Det står et ${p.sign} inni en tekst som begynner med ${p.sign}. Skriv « » i stedet, eller \\" .`,
    'reserved-character': (p) =>
      `En tekst kan ikke begynne med ${p.sign} uten anførselstegn. Sett hele teksten i "…".`,
    'schema-version': (p) =>
      p.age === 'newer'
        ? `schema: ${p.version} er nyere enn denne versjonen av svalka. Oppdater svalka, eller skriv schema: ${p.wanted}.`
        : `schema: ${p.version} brukes ikke lenger. Skriv schema: ${p.wanted}, og rett de feilene som da vises.`,
    'size-limit': (p) =>
      p.nodes
        ? `Filen har flere enn ${p.nodes} verdier. Del den i flere filer.`
        : `Filen er større enn ${p.kib} KiB. Del den i flere filer.`,
    'tab-indent': () => 'Linjen er rykket inn med tabulator. Bruk mellomrom, to for hvert nivå.',
    'text-length': (p) =>
      p.limit === 1
        ? 'Teksten er tom. Skriv noe, eller fjern linjen.'
        : `Teksten er for lang (høyst ${p.limit} tegn). Kort den ned.`,
    'too-few': (p) => `Her er det for få. Det må være minst ${p.limit}.`,
    'too-many': (p) => `Her er det for mange. Det kan være høyst ${p.limit}.`,
    'unclosed-bracket': () =>
      'Parentesene [ ] og { } går ikke opp: Det mangler én, det er én for mye, eller så mangler det et komma mellom to verdier.',
    'unclosed-quote': () => 'Anførselstegnet til slutt mangler. Sett et likt der teksten slutter.',
    'unknown-kind': (p) =>
      `Det går ikke fram hva slags fil dette er.${near(p.near)} Skriv en linje som begynner med ett av disse: ${p.allowed}, for eksempel playbook: mitt-navn.`,
    'unknown-key': (p) => `«${p.key}» hører ikke til her.${near(p.near)} Her kan det stå: ${p.allowed}.`,
    'unknown-slot': (p) =>
      p.name === ''
        ? 'Det mangler en { eller }. Et felt skrives slik: {løsning}.'
        : p.allowed === ''
          ? `Felt som {${p.name}} kan bare stå i fraser.`
          : `Feltet {${p.name}} finnes ikke.${near(p.near)} Dette finnes: ${p.allowed}.`,
    'unknown-target': (p) =>
      `«${p.name}» finnes ikke.${near(p.near)}${p.allowed ? ` Dette finnes: ${p.allowed}.` : ''}`,
    'unquoted-colon': (p) => `Teksten inneholder kolon og må stå i anførselstegn: ${p.better}`,
    'unreadable-file': (p) =>
      p.reason === 'outside'
        ? 'Filen er en lenke til en annen mappe og blir ikke lest. Legg selve filen her i stedet.'
        : `Filen kan ikke leses (${p.reason}). Sjekk at den finnes, og at du har lov til å åpne den.`,
    'wrong-indent': (p) =>
      `Innrykket (${p.spaces} mellomrom) stemmer ikke med linjene over. Linjer som hører sammen, skal begynne like langt inne.`,
    'wrong-type': (p) => `Her skal det stå ${typeWord(p.wanted)}.`,
    'yaml-syntax': (p) =>
      `Herfra kan ikke filen leses (${p.reason}). Se etter kolon, innrykk og anførselstegn.`,
  },
  findings: (n) => (n === 1 ? '1 feil.' : `${n} feil.`),
  nothingUsed: (folder) => `Ingenting fra ${folder} blir brukt før dette er rettet.`,
  usesFolder: (folder, files, replaced) =>
    `Bruker også ${files} ${files === 1 ? 'fil' : 'filer'} fra ${folder}${replaced ? `, i stedet for: ${replaced}` : ''}.`,
  noFolder: (folder, reason) =>
    `Mappen ${folder} kan ikke leses (${reason}). Sjekk at navnet etter --playbooks stemmer.`,
  needsLanguage: 'Velg språk: --lang sv eller --lang nb (eller sett SVALKA_LANG).',
  contentLanguage: 'Innholdet finnes på svensk og norsk: --lang sv eller --lang nb.',
  badLanguage: (given) => `Språket «${given}» finnes ikke. Velg --lang sv, --lang nb eller --lang en.`,
  needsPerson: (command) =>
    `${command} må kjøres i et terminalvindu, der noen svarer. I skript: svalka practice SAMTALE --script FIL.`,
  unknownId: (id, nearId) => `«${id}» finnes ikke.${near(nearId)} Se hva som finnes: svalka list.`,
  unknownStep: (id, nearId, steps) => `Steget «${id}» finnes ikke.${near(nearId)} Dette finnes: ${steps}.`,
  notAPlaybook: (id) => `«${id}» er ingen teknikk. Se hvilke som finnes: svalka list.`,
  nothingToResume: 'Det finnes ingen lagret samtale å fortsette på. Begynn på en ny: svalka practice.',
  journal: journalTexts.nb,
  cannotSave: (path, reason) =>
    `Samtalen kunne ikke lagres i ${path} (${reason}). Du kan fortsette, men ikke ta den opp igjen senere.`,
  cannotWriteConfig: (path, reason) =>
    `Språkvalget kunne ikke lagres i ${path} (${reason}). Du blir spurt igjen neste gang, hvis du ikke setter SVALKA_LANG.`,
  badSeed: (given) => `--seed skal være et heltall fra 0 til 4294967295, ikke «${given}».`,
  badFormat: (given, allowed) => `«${given}» finnes ikke. Du kan velge mellom: ${allowed}.`,
  brokenContent:
    'Innholdet som hører til svalka, mangler. Kjør npm run build i prosjektmappen, eller installer på nytt.',
  scriptEnded: (where, step, choices) =>
    `${where} Manuset er slutt, men samtalen venter på svar i steget «${step}». Legg til en linje med ett av disse svarene: ${choices}.`,
  scriptUnknown: (where, turn, step, choices) =>
    `${where} «${turn}» kan ikke velges i steget «${step}». Du kan velge: ${choices}.`,
  scriptLeft: (where, end) =>
    `${where} Samtalen var allerede slutt (${end}). Fjern resten, fra og med denne linjen.`,
  scriptEnd: (where, wanted, got) =>
    `${where} Ifølge manuset skal samtalen ende «${wanted}», men den endte «${got}».`,
  scriptOther: (where, wanted, got) => `${where} Manuset hører til «${got}», ikke til «${wanted}».`,
  notAScript: (file) => `${file} er ikke et manus. Et manus har en linje script: navn.`,
  playbookScript: (file) => `${file} går gjennom en handlingsplan. Spill det med: svalka test ${file}`,
  recordExists: (file) => `${file} finnes allerede. Gi --record et annet navn.`,
  test: {
    playing: (cases) => `spiller ${cases} manus`,
    summary: (passed, failed, skipped) =>
      `${passed} gikk bra, ${failed} gikk galt${skipped > 0 ? `, ${skipped} utelatt` : ''}.`,
    noFiles: (paths) => `Det finnes ikke noe manus (*.script.yaml) i ${paths}.`,
    noneMatches: (filter) => `Ingen manus passer til «${filter}».`,
    heard: 'hørte:',
    nothingExpected: 'Manuset venter ingenting. Legg til ends: calm, eller expect ved en replikk.',
    unknown: (turn, at) => `«${turn}» kan ikke spilles her. I ${at}.`,
    leftOver: (turn, end) =>
      `Samtalen var allerede slutt (${end}) før «${turn}». Fjern det som er til overs.`,
    missing: (end, at) => `Slutten «${end}» var ventet, men samtalen venter på et svar. I ${at}.`,
    unmet: (what, wanted, got) => `${what}: ventet ${wanted}, så ${got}`,
    notSo: (what, wanted, got) => `${what}: ventet ikke ${wanted}, så ${got}`,
    updated: (expectations, scripts, left) =>
      `${expectations} ${expectations === 1 ? 'forventning' : 'forventninger'} skrevet om i ${scripts} manus${left > 0 ? `, ${left} feil igjen` : ''}.`,
    differs: (file) =>
      `${file}: svensk og norsk er ulike her, så ingenting skrives om. Gi manuset en lang, eller rett det for hånd.`,
    notRewritten: (file) => `${file} er skrevet på en måte som ikke trygt kan skrives om. Rett den for hånd.`,
    changedMeanwhile: (file) => `${file} ble endret i mellomtida og står som den er. Kjør på nytt.`,
    notTogether: (one, other) => `${one} og ${other} går ikke sammen.`,
    watching: (paths) => `Følger med på ${paths}. Avslutt med Ctrl-C.`,
    changed: (file) => `Endret: ${file}`,
    coverage: {
      title: 'Alt sammen',
      subjects: { playbook: 'Teknikker', scenario: 'Samtaler', threat: 'Trusler' },
      kinds: {
        step: 'steg',
        transition: 'overganger',
        threat: 'trusler',
        ending: 'slutter',
        choice: 'svar',
        line: 'kundens replikker',
        phrase: 'fraser',
      },
      total: 'totalt',
      unvisited: 'Hit har ikke noe manus kommet:',
      unreachable: 'Kommer aldri, uansett hva du svarer, og teller ikke med:',
      everything: 'alt',
      tooLittle: (percent, least) => `Manusene dekker ${percent} %, men det skal være minst ${least} %.`,
      badMin: (given) => `--min skal være et tall fra 0 til 100, ikke «${given}».`,
    },
  },
  walk: {
    walking: (courses) => `går gjennom ${courses} ${courses === 1 ? 'samtale' : 'samtaler'}`,
    course: 'samtale',
    states: 'tilstander',
    screens: 'skjermbilder',
    summary: (courses, states, screens, wrong) =>
      `${courses} ${courses === 1 ? 'samtale' : 'samtaler'}, ${states} tilstander, ${screens} skjermbilder: ${wrong === 0 ? 'ingen' : wrong} feil.`,
    wrong: {
      empty: 'et tomt skjermbilde',
      'too-wide': 'bredere enn vinduet',
      'not-filled': 'et felt eller en verdi som ikke er fylt ut',
      'control-character': 'et usynlig tegn',
      threw: 'det gikk i stykker',
      'out-of-bounds': 'en temperatur utenfor skalaen',
      'danger-not-safe': 'livsfare som fører et annet sted enn til trygghet',
    },
    columns: (columns) => `${columns} kolonner`,
    replay: 'En samtale som fører dit (svalka test FIL):',
    more: (left) => `${left} til.`,
    takesNoScripts:
      '--walk og --random ser på teknikker og samtaler, ikke på manus. Velg blant dem med --filter NAVN.',
    noneMatches: (filter) => `Ingen teknikk eller samtale passer til «${filter}».`,
  },
  random: {
    playing: (conversations) => `spiller ${conversations} samtaler`,
    title: (scenarios, runs, seed) =>
      `${scenarios} ${scenarios === 1 ? 'samtale' : 'samtaler'}, ${runs} × med hver type medarbeider (--seed ${seed}).`,
    well: 'ender godt',
    degrees: 'grader',
    legend:
      'Ender godt: Kunden er rolig, eller alle er i sikkerhet. Grader: hvor opprørt kunden er til slutt (median).',
    fails: 'Her går det oftest galt, av alt som ikke ender godt:',
    temper: {
      kind: 'vennlig',
      hasty: 'utålmodig',
      'rule-quoting': 'paragrafrytter',
      silent: 'taus',
      ordinary: 'vanlig',
    },
    badRuns: (given, most) => `--random skal være et heltall fra 1 til ${most}, ikke «${given}».`,
  },
  check: {
    checking: (files) => `kontrollerer ${files} ${files === 1 ? 'fil' : 'filer'}`,
    summary: (files, errors, warnings, known) =>
      `${files} ${files === 1 ? 'fil' : 'filer'}: ${errors} feil, ${warnings} ${warnings === 1 ? 'advarsel' : 'advarsler'}${known > 0 ? `, ${known} kjent fra før` : ''}.`,
    leftOut: (errors, warnings) =>
      `Her vises ikke alt: ${errors} feil og ${warnings} ${warnings === 1 ? 'advarsel' : 'advarsler'} til. Kjør svalka check for å se alle.`,
    replay: 'En samtale som viser det (svalka practice SAMTALE --script FIL):',
    unknownRule: (name, nearName) => `Det finnes ingen regel «${name}».${near(nearName)}`,
    noFiles: (paths) => `Det finnes ingen YAML-fil i ${paths}.`,
    tooManyFiles: (most) => `Det er flere enn ${most} filer. Oppgi en mindre mappe.`,
    badConfig: (file, fault) => {
      if (fault.fault === 'json')
        return `${file} ser ikke ut som den skal: ${fault.reason}. Skriv { "rules": { "near-duplicate": "off" } }.`;
      if (fault.fault === 'severity')
        return `${file}: Regelen «${fault.name}» kan være "error", "warning" eller "off".`;
      return `${file}: «${fault.name}» finnes ikke.${near(fault.near)}`;
    },
    badBaseline: (file) =>
      `${file} er ingen liste over kjente funn. Skriv den på nytt: svalka check --update-baseline --baseline ${file}`,
    badTranslations: (file) => `${file} er skadet. Skriv den på nytt: svalka check --update-translations`,
    cannotWrite: (path, reason) => `${path} kan ikke skrives (${reason}).`,
  },
  cannotRead: (path, reason) => `${path} kan ikke leses (${reason}).`,
  tooMuch: (kib) => `Teksten er for lang (høyst ${kib} KiB).`,
  noText: 'Det er ingen ord å se på. Skriv dem etter kommandoen, eller send dem inn: svalka review "…"',
  typeAndEnd: 'Skriv teksten din. Avslutt med Ctrl-D på en egen linje.',
  decidedBy: 'Ligner mest på disse linjene:',
  noClipboard: 'Her finnes det ingen utklippstavle.',
  copied: (text) => `På utklippstavla: ${text}`,
  howToPractise: 'Øv selv: svalka practice --lang nb (i et terminalvindu)',
  playedNotPrompted: 'Her kan ingen svare, så svalka spiller av en samtale i stedet.',
  unexpected: (message) => `Dette er en feil i svalka, ikke hos deg: ${message}`,
  help: {
    tagline: 'En samtalecoach for deg som møter sinte kunder, på svensk og norsk.',
    usage: 'Bruk:',
    commands: 'Kommandoer:',
    options: 'Valg:',
    arguments: 'Argumenter:',
    globalOptions: 'Valg for alle kommandoer:',
    examples: 'Eksempler:',
    exitCodes: 'Avslutningskoder:',
    command: {
      practice: 'øv på en samtale med en oppdiktet kunde',
      coach: 'støtte i en ekte samtale, steg for steg',
      threat: 'svaret på en trussel, fra det kunden sa eller et ord',
      review: 'se på dine egne ord: grep, feil og hva du kan si i stedet',
      check: 'prøv handlingsplaner: flyt, ord, språk, kilder',
      test: 'spill manus som prøver på samtaler',
      progress: 'vis hva du har øvd på, og hva som står for tur',
      list: 'vis teknikker, samtaler og trusler',
      show: 'vis en teknikk, en samtale, en trussel eller et steg',
      graph: 'vis gangen i samtalen som diagram',
      help: 'vis hjelp for en kommando',
      draft: 'skriv et svar nå, send det senere',
      draftNew: 'svar på en sint e-post, og la svaret hvile',
      draftList: 'vis kladdene, og når de åpnes',
      draftShow: 'vis en kladd med alle versjonene',
      draftEdit: 'skriv en ny versjon; du beholder den første',
      draftReady: 'les kladden igjen når tida er inne, og få ut teksten',
      draftDiscard: 'kast en kladd',
      data: 'det svalka lagrer på maskinen: se hvor, skriv ut, fjern',
      dataWhere: 'vis hvor alt ligger',
      dataExport: 'skriv ut alt som JSON',
      dataWipe: 'fjern alt unntatt dine egne handlingsplaner',
    },
    option: {
      lang: 'språk: sv, nb (no, nn) eller en (bare hjelp og feilmeldinger)',
      playbooks: 'bruk også egne filer fra en mappe; samme navn erstatter våre',
      plain: 'ren tekst med nummererte valg, for skjermleser',
      noColor: 'uten farger',
      help: 'vis hjelp',
      version: 'vis versjon',
      seed: 'samme tall gir samme samtale',
      resume: 'fortsett den lagrede samtalen',
      due: 'øv på det som står for tur',
      write: 'svar med egne ord',
      choose: 'velg mellom svar (det vanlige)',
      script: 'hent svarene fra en fil i stedet for å spørre',
      record: 'skriv samtalen som et manus som svalka test kan spille',
      recordWords: 'med --record: skriv også ned det du skriver',
      journalWords: 'la øvingsloggen ta med det du skriver',
      journal: 'før samtalen inn i øvingsloggen',
      channel: 'fraser for phone, chat, mail eller counter',
      file: 'les teksten fra en fil',
      batch: 'én linje inn, ett JSON-objekt ut; - for standard inn',
      copy: 'legg den første setningen på utklippstavla',
      explain: 'vis hvilke linjer som avgjorde',
      json: 'skriv ut som JSON',
      format: 'mermaid, dot eller xstate',
      checkFormat: 'pretty, json, junit, sarif eller github',
      strict: 'avslutt med 1 også ved advarsler',
      explainRule: 'si hva en regel finner, hvorfor det betyr noe, og hva du gjør',
      config: 'hvor alvorlige reglene er; svalka.config.json leses av seg selv',
      baseline: 'skjul funnene som står i fila',
      updateBaseline: 'skriv inn alle funn slik de er nå',
      updateTranslations: 'noter at begge språkene sier det samme nå',
      testFormat: 'pretty, json eller junit',
      filter: 'bare manus der navnet eller fila inneholder dette',
      failFast: 'stopp ved det første som går galt',
      update: 'skriv om forventninger som ikke stemmer, etter det som ble sett',
      watch: 'kjør på nytt når en fil endres',
      walk: 'gå gjennom hver tilstand i hver teknikk og samtale, og tegn hvert skjermbilde',
      random: 'la medarbeidere av flere typer spille hver samtale så mange ganger',
      coverage: 'vis hva ikke noe manus har vært innom',
      min: 'avslutt med 1 hvis manusene dekker mindre enn n prosent',
      html: 'skriv siden til en fil for nettleseren',
      export: 'skriv ut alt du har øvd på, for andre programmer: xapi',
      draftFile: 'det kunden skrev, fra en fil; - for standard inn',
      draftText: 'svaret, fra en fil (- for standard inn), uten spørsmål',
      at: 'når den åpnes: 1h (forvalg i skript), 2d, 14:30, i morgen, mandag, 2026-12-01 09:00',
      keep: 'fjern den så mange dager etter at den åpnes (forvalg: draftDays i config.json, eller aldri)',
      now: 'åpne før tida, med en grunn',
      reason: 'hvorfor det ikke kan vente; lagres i kladden',
      copyText: 'legg teksten på utklippstavla i stedet for å skrive den ut',
      yes: 'ikke spør',
    },
    argument: {
      scenario: 'navnet på samtalen; uten navn får du velge',
      playbook: 'navnet på teknikken',
      id: 'navnet, som i svalka list',
      step: 'navnet på steget',
      said: 'ordene du vil ha vurdert',
      heard: 'det kunden sa, eller et ord som sjef',
      paths: 'filer eller mapper (ellers playbooks, eller mappa du står i)',
      scripts: 'manusfiler, eller mapper med *.script.yaml (ellers playbooks)',
      draft: 'navnet på kladden, som i svalka draft list',
    },
    exits: [
      [0, 'det gikk bra'],
      [1, 'det lot seg kjøre, men noe stemte ikke'],
      [2, 'feil i kommandoen, eller en fil som ikke kan leses'],
      [4, 'trenger et menneske ved en terminal'],
      [130, 'avbrutt med Ctrl-C'],
    ],
    usageError: {
      unknownCommand: 'Det finnes ingen kommando som heter',
      unknownOption: 'Det finnes ikke noe valg som heter',
      missingArgument: 'Det mangler noe etter kommandoen:',
      tooManyArguments: 'For mange argumenter.',
      missingValue: 'Det mangler en verdi etter',
      seeHelp: 'Se svalka --help.',
      didYouMean: 'Mente du',
    },
  },
};

function typeWord(wanted: unknown): string {
  switch (wanted) {
    case 'string':
      return 'en tekst';
    case 'number':
    case 'integer':
      return 'et heltall';
    case 'boolean':
      return 'true (ja) eller false (nei)';
    case 'array':
      return 'en liste, med - først på hver linje';
    case 'key':
      return 'et navn, ikke en liste';
    default:
      return 'linjer med navn: verdi, rykket inn';
  }
}
