import { journalTexts } from './journal.ts';
import type { AgentTexts, AuthorTexts } from './texts.ts';
import { threatTexts } from './threat.ts';

const near = (name: unknown) => (name ? ` Menade du ”${name}”?` : '');

export const agent: AgentTexts = {
  ...threatTexts.sv,
  you: 'Du',
  step: (number, of) => `Steg ${number} av ${of}`,
  temperature: 'Temperatur',
  may: 'Det här får du göra',
  mayNot: 'Det här får du inte göra',
  channel: { phone: 'telefon', chat: 'chatt', mail: 'mejl', counter: 'disk' },
  whatDoYouSay: 'Vad säger du?',
  pickScenario: 'Vilket samtal vill du öva på?',
  pickThreat: 'Vad har kunden sagt?',
  pickLanguage: 'Vilket språk vill du öva på?',
  hint: 'Tips',
  why: 'Varför',
  source: 'Källa',
  phrases: 'Så kan du säga',
  do: 'Gör så här',
  instead: 'I stället',
  model: 'Så hade coachen sagt',
  threatBreaksIn: 'Kunden hotar. Svara på det först, sedan är du tillbaka i steget.',
  dangerBreaksIn: {
    physical: 'Det där är ett hot om våld. Nu går säkerheten först.',
    'self-harm': 'Nu gäller det kundens liv. Allt annat får vänta.',
  },
  backToStep: 'Nu har du svarat på hotet och är tillbaka i steget.',
  cooled: (by) => `ned ${by}`,
  heated: (by) => `upp ${by}`,
  unchanged: 'som förut',
  ends: {
    calm: 'Samtalet slutade lugnt.',
    unresolved: 'Samtalet är slut, och kunden är fortfarande missnöjd.',
    lost: 'Kunden avbröt samtalet.',
    safe: 'Säkerheten gick först.',
  },
  missed: 'Något som kunden behövde kom aldrig från dig.',
  basedOn: 'efter',
  debrief: 'Efteråt',
  courseOf: 'Så ändrades temperaturen',
  start: 'Start',
  good: 'Det här satt på första försöket',
  goodNone: 'Inget steg satt på första försöket. Det är ju därför man övar.',
  best: 'Din bästa replik',
  worst: 'Den replik som hettade mest',
  work: 'Öva på det här',
  workNone: 'Den här gången behöver du inte öva på något särskilt.',
  times: (n) => `${['en gång', 'två gånger', 'tre gånger'][n - 1] ?? `${n} gånger`}`,
  learn: 'Bra att kunna utantill',
  whatIf: 'Vad hade hänt om du svarat något annat? Gå tillbaka och prova.',
  whatIfTurn: 'Vilket svar vill du ändra?',
  turnOf: (number, name) => `${number}. ${name}`,
  nothingBack: 'Du är redan i början.',
  restarted: 'Vi börjar om från början.',
  savedResume: (command) => `Samtalet är sparat. Fortsätt med: ${command}`,
  resumed: 'Du fortsätter där du slutade.',
  resumedChanged: 'Texterna har ändrats sedan sist. Du fortsätter i samma steg.',
  coachEnd: 'Det var sista steget. Nu är du klar.',
  selfCheckYes: 'Ja',
  selfCheckNo: 'Inte än',
  selfCheckResult: 'Dina svar',
  selfCheckAllYes: 'Du svarade ja på allt. Fråga gruppen om den håller med.',
  selfCheckStartWith: 'Börja med',
  sayAgain: 'Säg det en gång till, om du vill (retur går vidare):',
  secondTry: 'Andra försöket',
  betterSo: 'Hellre så',
  keys: {
    choose: 'välj',
    next: 'nästa',
    begin: 'börja',
    hint: 'tips',
    why: 'varför',
    phrases: 'fraser',
    threat: 'kunden hotar',
    back: 'tillbaka',
    skip: 'hoppa över',
    restart: 'börja om',
    write: 'egna ord',
    list: 'välj i stället',
    quit: 'spara och sluta',
    yes: 'ja',
    no: 'inte än',
    again: 'prova igen',
    close: 'avsluta',
  },
  enter: 'retur',
  notAKey: (typed) => `”${typed}” finns inte att välja på här.`,
  list: { playbooks: 'Tekniker', scenarios: 'Samtal att öva på', threats: 'Hot och kriser' },
  customer: 'Kunden',
  threatFind: 'Skriv vad kunden sa, eller välj:',
  transcript: 'Ett övningssamtal på svenska',
  review: {
    nothing: 'Varken grepp eller fel hittades i texten.',
    missing: 'Saknas',
    early: 'Kom för tidigt',
    inOrder: 'Allt är med, och i rätt ordning.',
  },
};

export const author: AuthorTexts = {
  severity: { error: 'fel', warning: 'varning' },
  finding: {
    'alias-limit': (p) =>
      `Filen upprepar texter med * för många gånger (högst ${p.limit}). Skriv ut texten på varje ställe i stället.`,
    'bad-escape': () =>
      'Tecknet efter \\ går inte att använda så. Vill du ha ett omvänt snedstreck, skriv \\\\, eller sätt texten inom enkla citattecken.',
    'bad-id': (p) =>
      `”${p.value}” går inte att ha som namn. Använd små bokstäver a–z, siffror och bindestreck, med en bokstav först: sen-leverans.`,
    'bad-value': (p) =>
      p.allowed === ''
        ? `Samma värde står mer än en gång: ${p.value}. Ta bort det ena.`
        : `”${p.value}” går inte att använda här.${near(p.near)} Välj bland: ${p.allowed}.`,
    'control-character': (p) =>
      `Texten innehåller ett osynligt tecken${p.code ? ` (${p.code})` : ''}. Ta bort det och skriv raden på nytt.`,
    'depth-limit': (p) => `Raderna är indragna i för många nivåer (högst ${p.limit}). Ta bort någon nivå.`,
    'duplicate-id': (p) =>
      `Namnet ”${p.name}” används redan i ${p.other}. Skriv ett annat namn i en av filerna.`,
    'duplicate-key': (p) => `”${p.key}” står två gånger. Ta bort eller byt namn på den ena.`,
    'empty-file': () => 'Filen är tom. Börja med raden schema: 1.',
    'forbidden-key': (p) => `”${p.key}” är ett upptaget ord. Välj ett annat namn.`,
    'missing-colon': () => 'Raden saknar kolon. Skriv namn, kolon, mellanslag och text: namn: "text".',
    'missing-key': (p) => `Här saknas ”${p.key}”. Lägg till det.`,
    'no-tags': () =>
      'Här får inget ord börja med utropstecken. Ta bort utropstecknet, eller sätt texten inom citattecken.',
    'not-utf8': () => 'Filen är inte sparad som UTF-8. Spara om den med teckenkodningen UTF-8.',
    'number-range': (p) =>
      `${p.value} är för ${p.side === 'minimum' ? 'lågt' : 'högt'}. Det ska vara ${p.side === 'minimum' ? 'minst' : 'högst'} ${p.limit}.`,
    'one-document': () => 'Raden --- betyder att en ny fil börjar. Lägg resten i en egen fil.',
    'quote-inside': (p) =>
      `Det står ett ${p.sign} inne i en text som börjar med ${p.sign}. Skriv ” i stället, eller \\" .`,
    'reserved-character': (p) =>
      `En text får inte börja med ${p.sign} utan citattecken. Sätt hela texten inom "…".`,
    'schema-version': (p) =>
      p.age === 'newer'
        ? `schema: ${p.version} är nyare än den här versionen av svalka. Uppdatera svalka, eller skriv schema: ${p.wanted}.`
        : `schema: ${p.version} finns inte längre. Skriv schema: ${p.wanted} och rätta de fel som då visas.`,
    'size-limit': (p) =>
      p.nodes
        ? `Filen har fler än ${p.nodes} värden. Dela upp den på flera filer.`
        : `Filen är större än ${p.kib} KiB. Dela upp den på flera filer.`,
    'tab-indent': () => 'Raden är indragen med tabb. Använd mellanslag, två för varje nivå.',
    'text-length': (p) =>
      p.limit === 1
        ? 'Texten är tom. Skriv något, eller ta bort raden.'
        : `Texten är för lång (högst ${p.limit} tecken). Korta ner den.`,
    'too-few': (p) => `Här är det för få. Det ska vara minst ${p.limit}.`,
    'too-many': (p) => `Här är det för många. Det får vara högst ${p.limit}.`,
    'unclosed-bracket': () =>
      'Parenteserna [ ] och { } stämmer inte: en saknas eller är för mycket, eller så fattas ett komma mellan två värden.',
    'unclosed-quote': () => 'Citattecknet i slutet saknas. Sätt ett likadant sist i texten.',
    'unknown-kind': (p) =>
      `Det framgår inte vad det är för fil.${near(p.near)} Skriv en rad som börjar med något av: ${p.allowed}, till exempel playbook: mitt-namn.`,
    'unknown-key': (p) => `”${p.key}” hör inte hit.${near(p.near)} Här kan du använda: ${p.allowed}.`,
    'unknown-slot': (p) =>
      p.name === ''
        ? 'Det saknas en { eller }. En lucka skrivs så här: {lösning}.'
        : p.allowed === ''
          ? `Luckor som {${p.name}} får bara stå i fraser.`
          : `Luckan {${p.name}} finns inte.${near(p.near)} Det finns: ${p.allowed}.`,
    'unknown-target': (p) =>
      `”${p.name}” finns inte.${near(p.near)}${p.allowed ? ` Det finns: ${p.allowed}.` : ''}`,
    'unquoted-colon': (p) => `Texten innehåller kolon och måste stå inom citattecken: ${p.better}`,
    'unreadable-file': (p) =>
      p.reason === 'outside'
        ? 'Filen är en länk till en annan mapp, så den läses inte.'
        : `Filen gick inte att läsa (${p.reason}).`,
    'wrong-indent': (p) =>
      `Indraget (${p.spaces} mellanslag) stämmer inte med raderna ovanför. Rader som hör ihop ska börja lika långt in.`,
    'wrong-type': (p) => `Här ska det stå ${typeWord(p.wanted)}.`,
    'yaml-syntax': (p) => `Raden går inte att läsa (${p.reason}). Jämför den med en rad som fungerar.`,
  },
  findings: (n) => (n === 1 ? '1 fel.' : `${n} fel.`),
  nothingUsed: (folder) => `Inget ur ${folder} används förrän det är rättat.`,
  usesFolder: (folder, files, replaced) =>
    `Använder också ${files} ${files === 1 ? 'fil' : 'filer'} från ${folder}${replaced ? `, i stället för: ${replaced}` : ''}.`,
  noFolder: (folder, reason) =>
    `Mappen ${folder} går inte att läsa (${reason}). Kontrollera att namnet efter --playbooks stämmer.`,
  needsLanguage: 'Välj språk: --lang sv eller --lang nb (eller sätt SVALKA_LANG).',
  contentLanguage: 'Innehållet finns på svenska och norska: --lang sv eller --lang nb.',
  badLanguage: (given) => `Språket ”${given}” finns inte. Välj --lang sv, --lang nb eller --lang en.`,
  needsPerson: (command) =>
    `${command} går bara att köra i ett terminalfönster, där någon kan svara. I skript: svalka practice SAMTAL --script FIL.`,
  unknownId: (id, nearId) => `”${id}” finns inte.${near(nearId)} Se vad som finns: svalka list.`,
  unknownStep: (id, nearId, steps) => `Steget ”${id}” finns inte.${near(nearId)} Det finns: ${steps}.`,
  notAPlaybook: (id) => `”${id}” är ingen teknik. Se vilka som finns: svalka list.`,
  nothingToResume: 'Det finns inget sparat samtal att fortsätta. Börja på ett nytt: svalka practice.',
  journal: journalTexts.sv,
  cannotSave: (path, reason) =>
    `Samtalet kunde inte sparas i ${path} (${reason}). Du kan öva klart nu, men inte fortsätta en annan gång.`,
  cannotWriteConfig: (path, reason) =>
    `Språkvalet kunde inte sparas i ${path} (${reason}). Sätt SVALKA_LANG så slipper du frågan.`,
  badSeed: (given) => `--seed ska vara ett heltal från 0 till 4294967295, inte ”${given}”.`,
  badFormat: (given, allowed) => `”${given}” finns inte. Välj bland: ${allowed}.`,
  brokenContent:
    'Innehållet som hör till svalka saknas. Kör npm run build i projektets mapp, eller installera om.',
  scriptEnded: (where, step, choices) =>
    `${where} Manuset är slut, men samtalet väntar på svar i steget ”${step}”. Lägg till en rad med - choose: och något av: ${choices}.`,
  scriptUnknown: (where, turn, step, choices) =>
    `${where} ”${turn}” går inte att välja i steget ”${step}”. Det finns: ${choices}.`,
  scriptLeft: (where, end) =>
    `${where} Samtalet var redan slut (${end}). Ta bort svaren från och med den här raden.`,
  scriptEnd: (where, wanted, got) =>
    `${where} Enligt manuset ska samtalet sluta ”${wanted}”, men det slutade ”${got}”.`,
  scriptOther: (where, wanted, got) => `${where} Manuset hör till ”${got}”, inte till ”${wanted}”.`,
  notAScript: (file) => `${file} är inget manus. Ett manus har en rad script: namn.`,
  playbookScript: (file) => `${file} går igenom en handlingsplan. Spela det med: svalka test ${file}`,
  recordExists: (file) => `${file} finns redan. Ge --record ett annat namn.`,
  test: {
    playing: (cases) => `spelar ${cases} manus`,
    summary: (passed, failed, skipped) =>
      `${passed} gick bra, ${failed} gick fel${skipped > 0 ? `, ${skipped} utelämnade` : ''}.`,
    noFiles: (paths) => `Det finns inget manus (*.script.yaml) i ${paths}.`,
    noneMatches: (filter) => `Inget manus passar ”${filter}”.`,
    heard: 'hörde:',
    nothingExpected: 'Manuset väntar sig ingenting. Lägg till ends: calm, eller expect vid en replik.',
    unknown: (turn, at) => `”${turn}” går inte att spela här. I ${at}.`,
    leftOver: (turn, end) => `Samtalet var redan slut (${end}) före ”${turn}”. Ta bort det som blev över.`,
    missing: (end, at) => `Slutet ”${end}” väntades, men samtalet väntar på ett svar. I ${at}.`,
    unmet: (what, wanted, got) => `${what}: väntat ${wanted}, sett ${got}`,
    notSo: (what, wanted, got) => `${what}: väntat inte ${wanted}, sett ${got}`,
    updated: (expectations, scripts, left) =>
      `${expectations} ${expectations === 1 ? 'förväntan omskriven' : 'förväntningar omskrivna'} i ${scripts} manus${left > 0 ? `, ${left} fel kvar` : ''}.`,
    differs: (file) =>
      `${file}: svenskan och norskan skiljer sig åt här, så inget skrivs om. Ge manuset ett lang, eller rätta det för hand.`,
    notRewritten: (file) =>
      `${file} är skriven på ett sätt som inte går att skriva om säkert. Rätta den för hand.`,
    changedMeanwhile: (file) => `${file} ändrades under tiden och lämnas som den är. Kör igen.`,
    notTogether: (one, other) => `${one} och ${other} går inte ihop.`,
    watching: (paths) => `Bevakar ${paths}. Avsluta med Ctrl-C.`,
    changed: (file) => `Ändrad: ${file}`,
    coverage: {
      title: 'Allt tillsammans',
      subjects: { playbook: 'Tekniker', scenario: 'Samtal', threat: 'Hot' },
      kinds: {
        step: 'steg',
        transition: 'övergångar',
        threat: 'hot',
        ending: 'slut',
        choice: 'svar',
        line: 'kundens repliker',
        phrase: 'fraser',
      },
      total: 'totalt',
      unvisited: 'Hit har inget manus kommit:',
      unreachable: 'Kommer aldrig, vad man än svarar, och räknas inte:',
      everything: 'alltihop',
      tooLittle: (percent, least) => `Manusen täcker ${percent} %, men det ska vara minst ${least} %.`,
      badMin: (given) => `--min ska vara ett tal från 0 till 100, inte ”${given}”.`,
    },
  },
  walk: {
    walking: (courses) => `går igenom ${courses} samtal`,
    course: 'samtal',
    states: 'lägen',
    screens: 'skärmbilder',
    summary: (courses, states, screens, wrong) =>
      `${courses} samtal, ${states} lägen, ${screens} skärmbilder: ${wrong === 0 ? 'inga' : wrong} fel.`,
    wrong: {
      empty: 'en tom skärmbild',
      'too-wide': 'bredare än fönstret',
      'not-filled': 'en lucka eller ett värde som inte är ifyllt',
      'control-character': 'ett osynligt tecken',
      threw: 'det gick sönder',
      'out-of-bounds': 'en temperatur utanför skalan',
      'danger-not-safe': 'livsfara som leder någon annanstans än till trygghet',
    },
    columns: (columns) => `${columns} kolumner`,
    replay: 'Ett samtal som leder dit (svalka test FIL):',
    more: (left) => `${left} till.`,
    takesNoScripts:
      '--walk och --random ser på tekniker och samtal, inte på manus. Välj bland dem med --filter NAMN.',
    noneMatches: (filter) => `Ingen teknik och inget samtal passar ”${filter}”.`,
  },
  random: {
    playing: (conversations) => `spelar ${conversations} samtal`,
    title: (scenarios, runs, seed) =>
      `${scenarios} samtal, vart och ett ${runs} × med varje sorts medarbetare (--seed ${seed}).`,
    well: 'slutar väl',
    degrees: 'grader',
    legend:
      'Slutar väl: kunden är lugn, eller alla är i trygghet. Grader: hur upprörd kunden är i slutet (median).',
    fails: 'Här går det oftast fel, av allt som inte slutar väl:',
    temper: {
      kind: 'vänlig',
      hasty: 'otålig',
      'rule-quoting': 'paragrafryttare',
      silent: 'tyst',
      ordinary: 'vanlig',
    },
    badRuns: (given, most) => `--random ska vara ett heltal från 1 till ${most}, inte ”${given}”.`,
  },
  check: {
    checking: (files) => `kontrollerar ${files} ${files === 1 ? 'fil' : 'filer'}`,
    summary: (files, errors, warnings, known) =>
      `${files} ${files === 1 ? 'fil' : 'filer'}: ${errors} fel, ${warnings} ${warnings === 1 ? 'varning' : 'varningar'}${known > 0 ? `, ${known} kända sedan förut` : ''}.`,
    leftOut: (errors, warnings) =>
      `Här visas inte allt: ${errors} fel och ${warnings} ${warnings === 1 ? 'varning' : 'varningar'} till. Kör svalka check för att se alla.`,
    replay: 'Ett samtal som visar det (svalka practice SAMTAL --script FIL):',
    unknownRule: (name, nearName) => `Det finns ingen regel ”${name}”.${near(nearName)}`,
    noFiles: (paths) => `Det finns ingen YAML-fil i ${paths}.`,
    tooManyFiles: (most) => `Det är fler än ${most} filer. Ange en mindre mapp.`,
    badConfig: (file, fault) => {
      if (fault.fault === 'json')
        return `${file} ser inte ut som den ska: ${fault.reason}. Skriv { "rules": { "near-duplicate": "off" } }.`;
      if (fault.fault === 'severity')
        return `${file}: regeln ”${fault.name}” kan vara "error", "warning" eller "off".`;
      return `${file}: ”${fault.name}” finns inte.${near(fault.near)}`;
    },
    badBaseline: (file) =>
      `${file} är ingen lista över kända fynd. Skriv om den: svalka check --update-baseline --baseline ${file}`,
    badTranslations: (file) => `${file} är skadad. Skriv om den: svalka check --update-translations`,
    cannotWrite: (path, reason) => `${path} gick inte att skriva (${reason}).`,
  },
  cannotRead: (path, reason) => `${path} gick inte att läsa (${reason}).`,
  tooMuch: (kib) => `Texten är för lång (högst ${kib} KiB).`,
  noText:
    'Det finns inga ord att titta på. Skriv dem efter kommandot, eller skicka in dem: svalka review "…"',
  typeAndEnd: 'Skriv din text. Avsluta med Ctrl-D på en egen rad.',
  decidedBy: 'Mest likt de här raderna:',
  noClipboard: 'Här finns inget urklipp.',
  copied: (text) => `I urklipp: ${text}`,
  howToPractise: 'Öva själv: svalka practice --lang sv (i en terminal)',
  playedNotPrompted: 'Här kan ingen svara, så svalka spelar upp ett samtal i stället.',
  unexpected: (message) => `Det här är ett fel i svalka, inte hos dig: ${message}`,
  help: {
    tagline: 'En samtalscoach för dig som möter arga kunder, på svenska och norska.',
    usage: 'Användning:',
    commands: 'Kommandon:',
    options: 'Tillval:',
    arguments: 'Argument:',
    globalOptions: 'Tillval för alla kommandon:',
    examples: 'Exempel:',
    exitCodes: 'Slutkoder:',
    command: {
      practice: 'öva på ett samtal med en påhittad kund',
      coach: 'stöd i ett riktigt samtal, steg för steg',
      threat: 'svaret på ett hot, från det kunden sa eller ett ord',
      review: 'titta på dina egna ord: grepp, fel och vad du kan säga i stället',
      check: 'pröva handlingsplaner: flöde, ord, språk, källor',
      test: 'spela manus som prov på samtal',
      progress: 'visa vad du har övat på, och vad som står på tur',
      list: 'visa tekniker, samtal och hot',
      show: 'visa en teknik, ett samtal, ett hot eller ett steg',
      graph: 'visa samtalets gång som diagram',
      help: 'visa hjälp för ett kommando',
      draft: 'skriv ett svar nu, skicka det senare',
      draftNew: 'svara på ett argt mejl, och låt svaret vila',
      draftList: 'visa utkasten, och när de öppnas',
      draftShow: 'visa ett utkast med alla versioner',
      draftEdit: 'skriv en ny version; den första finns kvar',
      draftReady: 'läs utkastet igen när tiden är inne, och få ut texten',
      draftDiscard: 'kasta ett utkast',
      data: 'det svalka sparar på datorn: se var, skriv ut, ta bort',
      dataWhere: 'visa var allt ligger',
      dataExport: 'skriv ut allt som JSON',
      dataWipe: 'ta bort allt utom dina egna handlingsplaner',
    },
    option: {
      lang: 'språk: sv, nb (no, nn) eller en (bara hjälp och felmeddelanden)',
      playbooks: 'använd också egna filer ur en mapp; samma namn ersätter',
      plain: 'ren text med numrerade val, för skärmläsare',
      noColor: 'ingen färg',
      help: 'visa hjälp',
      version: 'visa version',
      seed: 'samma tal ger samma samtal',
      resume: 'fortsätt det sparade samtalet',
      due: 'öva på det som står på tur',
      write: 'svara med egna ord',
      choose: 'välj bland svar (så är det annars)',
      script: 'svara ur en fil i stället för att fråga',
      record: 'skriv samtalet som ett manus som svalka test kan spela',
      recordWords: 'med --record: skriv också ner det du skriver',
      journalWords: 'låt övningsloggen ta med det du skriver',
      journal: 'för in samtalet i övningsloggen',
      channel: 'fraser för phone (telefon), chat, mail (mejl) eller counter (disk)',
      file: 'läs texten ur en fil',
      batch: 'en rad in, ett JSON-objekt ut; - för standard in',
      copy: 'lägg den första meningen i urklipp',
      explain: 'visa vilka rader som avgjorde',
      json: 'skriv ut som JSON',
      format: 'mermaid, dot eller xstate',
      checkFormat: 'pretty, json, junit, sarif eller github',
      strict: 'avsluta med 1 också vid varningar',
      explainRule: 'säg vad en regel hittar, varför det spelar roll och vad du gör',
      config: 'reglernas allvar; svalka.config.json läses av sig själv',
      baseline: 'dölj de fynd som står i filen',
      updateBaseline: 'skriv in alla fynd som de är nu',
      updateTranslations: 'notera att båda språken säger detsamma nu',
      testFormat: 'pretty, json eller junit',
      filter: 'bara manus vars namn eller fil innehåller detta',
      failFast: 'stanna vid det första som går fel',
      update: 'skriv om förväntningar som inte stämmer efter vad som sågs',
      watch: 'kör igen när en fil ändras',
      walk: 'gå igenom varje läge i varje teknik och samtal, och rita varje skärmbild',
      random: 'låt medarbetare av flera sorter spela varje samtal så många gånger',
      coverage: 'visa vad inget manus har kommit till',
      min: 'avsluta med 1 om manusen täcker mindre än n procent',
      html: 'skriv sidan till en fil för webbläsaren',
      export: 'skriv ut allt du har övat på, för andra program: xapi',
      draftFile: 'det kunden skrev, ur en fil; - för standard in',
      draftText: 'svaret, ur en fil (- för standard in), utan frågor',
      at: 'när det öppnas: 1h (förval i skript), 2d, 14:30, i morgon, måndag, 2026-12-01 09:00',
      keep: 'ta bort det så många dagar efter att det har öppnats (förval: draftDays i config.json, eller aldrig)',
      now: 'öppna före tiden, med en anledning',
      reason: 'varför det inte kan vänta; sparas i utkastet',
      copyText: 'lägg texten i urklipp i stället för att skriva ut den',
      yes: 'fråga inte',
    },
    argument: {
      scenario: 'samtalets namn; utan namn får du välja',
      playbook: 'teknikens namn',
      id: 'namnet, så som det står i svalka list',
      step: 'stegets namn',
      said: 'orden som du vill ha granskade',
      heard: 'det kunden sa, eller ett ord som chef',
      paths: 'filer eller mappar (annars playbooks, eller mappen du står i)',
      scripts: 'manusfiler, eller mappar med *.script.yaml (annars playbooks)',
      draft: 'utkastets namn, som i svalka draft list',
    },
    exits: [
      [0, 'det gick bra'],
      [1, 'det gick att köra, men något stämde inte'],
      [2, 'fel i kommandot, eller en fil som inte går att läsa'],
      [4, 'någon måste svara i ett terminalfönster'],
      [130, 'avbröts med Ctrl-C'],
    ],
    usageError: {
      unknownCommand: 'Det finns inget kommando som heter',
      unknownOption: 'Det finns inget tillval som heter',
      missingArgument: 'Det saknas något efter kommandot:',
      tooManyArguments: 'Det står för många ord efter kommandot.',
      missingValue: 'Det saknas ett värde efter',
      seeHelp: 'Se svalka --help.',
      didYouMean: 'Menade du',
    },
  },
};

function typeWord(wanted: unknown): string {
  switch (wanted) {
    case 'string':
      return 'en text';
    case 'number':
    case 'integer':
      return 'ett heltal';
    case 'boolean':
      return 'true (ja) eller false (nej)';
    case 'array':
      return 'en lista, med - först på varje rad';
    case 'key':
      return 'ett enda namn';
    default:
      return 'indragna rader med namn: värde';
  }
}
