import { journalTexts } from './journal.ts';
import type { AuthorTexts } from './texts.ts';

const near = (name: unknown) => (name ? ` Did you mean "${name}"?` : '');

export const author: AuthorTexts = {
  severity: { error: 'error', warning: 'warning' },
  finding: {
    'alias-limit': (p) => `Too many *aliases (at most ${p.limit}). Write the text out in each place instead.`,
    'bad-escape': () =>
      'The character after \\ means nothing there. Write \\\\ for a backslash, or put the text in single quotes.',
    'bad-id': (p) =>
      `"${p.value}" cannot be a name. Use small letters a–z, digits and hyphens, starting with a letter: late-parcel.`,
    'bad-value': (p) =>
      p.allowed === ''
        ? `The same value stands more than once: ${p.value}. Remove one.`
        : `"${p.value}" cannot be used here.${near(p.near)} Choose from: ${p.allowed}.`,
    'control-character': (p) =>
      `The text holds an invisible control character${p.code ? ` (${p.code})` : ''}. Delete it and type the text again.`,
    'depth-limit': (p) => `Too many levels inside each other (at most ${p.limit}). Indent less.`,
    'duplicate-id': (p) => `The name "${p.name}" is already used in ${p.other}. Rename one of the files.`,
    'duplicate-key': (p) => `"${p.key}" stands here twice. Remove or rename one.`,
    'empty-file': () => 'The file is empty. Begin with the line schema: 1.',
    'forbidden-key': (p) => `"${p.key}" may not be used as a name. Choose another.`,
    'missing-colon': () => 'This line lacks a colon. Write name, colon, space and text: name: "text".',
    'missing-key': (p) => `"${p.key}" is missing here. Add it.`,
    'no-tags': () => 'Tags with ! are not used. Remove it, or put the text in quotes.',
    'not-utf8': () => 'The file is not UTF-8. Save it again with the encoding UTF-8.',
    'number-range': (p) =>
      `${p.value} is too ${p.side === 'minimum' ? 'low' : 'high'}. At ${p.side === 'minimum' ? 'least' : 'most'} ${p.limit}.`,
    'one-document': () => 'A new text begins after ---. Put it in a file of its own.',
    'quote-inside': (p) =>
      `There is a ${p.sign} inside a text that begins with ${p.sign}. Use a typographic quote instead, or \\" .`,
    'reserved-character': (p) =>
      `A text cannot begin with ${p.sign} without quotes. Put the whole text in "…".`,
    'schema-version': (p) =>
      p.age === 'newer'
        ? `schema: ${p.version} is newer than this version of svalka. Update svalka, or write schema: ${p.wanted}.`
        : `schema: ${p.version} is no longer read. Write schema: ${p.wanted} and mend what is then reported.`,
    'size-limit': (p) =>
      p.nodes
        ? `The file has more than ${p.nodes} values. Split it.`
        : `The file is larger than ${p.kib} KiB. Split it.`,
    'tab-indent': () => 'This line is indented with a tab. Use spaces, two for each level.',
    'text-length': (p) =>
      p.limit === 1
        ? 'The text is empty. Write something, or remove the line.'
        : `The text is too long (at most ${p.limit} characters). Shorten it.`,
    'too-few': (p) => `Too few here: at least ${p.limit}.`,
    'too-many': (p) => `Too many here: at most ${p.limit}.`,
    'unclosed-bracket': () => 'A bracket [ or { is never closed, or a comma is missing between two values.',
    'unclosed-quote': () => 'This quotation mark is never closed. Put the same one at the end of the text.',
    'unknown-kind': (p) =>
      `It does not say what kind of file this is.${near(p.near)} Write a line with one of: ${p.allowed}, for example playbook: my-name.`,
    'unknown-key': (p) => `"${p.key}" does not belong here.${near(p.near)} Allowed here: ${p.allowed}.`,
    'unknown-slot': (p) =>
      p.name === ''
        ? 'A brace has no partner. A slot is written {lösning} or {løsning}.'
        : p.allowed === ''
          ? `Slots such as {${p.name}} may only stand in phrases.`
          : `There is no slot {${p.name}}.${near(p.near)} There are: ${p.allowed}.`,
    'unknown-target': (p) =>
      `"${p.name}" does not exist.${near(p.near)}${p.allowed ? ` There are: ${p.allowed}.` : ''}`,
    'unquoted-colon': (p) => `The text holds a colon and must be in quotes: ${p.better}`,
    'unreadable-file': (p) =>
      p.reason === 'outside'
        ? 'The link leads out of the folder, so the file is not read.'
        : `The file cannot be read (${p.reason}).`,
    'wrong-indent': (p) =>
      `The indent (${p.spaces} ${p.spaces === 1 ? 'space' : 'spaces'}) does not match the lines above. Lines that belong together begin equally far in.`,
    'wrong-type': (p) => `Here must stand ${typeWord(p.wanted)}.`,
    'yaml-syntax': (p) => `YAML cannot be read here: ${p.reason}.`,
  },
  findings: (n) => (n === 1 ? '1 error.' : `${n} errors.`),
  nothingUsed: (folder) => `Nothing from ${folder} is used until this is mended.`,
  usesFolder: (folder, files, replaced) =>
    `Also using ${files} ${files === 1 ? 'file' : 'files'} from ${folder}${replaced ? `, in place of: ${replaced}` : ''}.`,
  noFolder: (folder, reason) =>
    `The folder ${folder} cannot be read (${reason}). Check the path after --playbooks.`,
  needsLanguage: 'Choose a language: --lang sv or --lang nb (or set SVALKA_LANG).',
  contentLanguage: 'The content is in Swedish and Norwegian: --lang sv or --lang nb.',
  badLanguage: (given) => `There is no language "${given}". Choose --lang sv, --lang nb or --lang en.`,
  needsPerson: (command) =>
    `${command} needs a person at a terminal. In scripts: svalka practice SCENARIO --script FILE.`,
  unknownId: (id, nearId) => `There is no "${id}".${near(nearId)} See what there is: svalka list.`,
  unknownStep: (id, nearId, steps) => `There is no step "${id}".${near(nearId)} There are: ${steps}.`,
  notAPlaybook: (id) => `"${id}" is not a playbook. See which there are: svalka list.`,
  nothingToResume: 'There is no saved session to go on with. Begin one: svalka practice.',
  journal: journalTexts.en,
  cannotSave: (path, reason) =>
    `The session could not be saved in ${path} (${reason}). You can go on, but not resume it later.`,
  cannotWriteConfig: (path, reason) =>
    `The language could not be saved in ${path} (${reason}). Set SVALKA_LANG to skip the question.`,
  badSeed: (given) => `--seed must be a whole number from 0 to 4294967295, not "${given}".`,
  badFormat: (given, allowed) => `"${given}" is not possible. Choose from: ${allowed}.`,
  brokenContent:
    "svalka's own content is missing. Run npm run build in the project's folder, or install again.",
  scriptEnded: (where, step, choices) =>
    `${where} The script has ended, but the conversation waits for an answer at step "${step}". Add a turn with one of: ${choices}.`,
  scriptUnknown: (where, turn, step, choices) =>
    `${where} "${turn}" cannot be chosen at step "${step}". There are: ${choices}.`,
  scriptLeft: (where, end) =>
    `${where} The conversation was already over (${end}). Remove what is left from here.`,
  scriptEnd: (where, wanted, got) =>
    `${where} The script expects the end "${wanted}", but the conversation ended "${got}".`,
  scriptOther: (where, wanted, got) => `${where} The script belongs to "${got}", not to "${wanted}".`,
  notAScript: (file) => `${file} is not a script. A script has a line script: name.`,
  playbookScript: (file) => `${file} walks a playbook. Play it with: svalka test ${file}`,
  recordExists: (file) => `${file} is there already. Give --record another name.`,
  test: {
    playing: (cases) => `playing ${cases} ${cases === 1 ? 'script' : 'scripts'}`,
    summary: (passed, failed, skipped) =>
      `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} left out` : ''}.`,
    noFiles: (paths) => `There is no script (*.script.yaml) in ${paths}.`,
    noneMatches: (filter) => `No script matches "${filter}".`,
    heard: 'heard:',
    nothingExpected: 'The script expects nothing. Add ends: calm, or an expect at a turn.',
    unknown: (turn, at) => `"${turn}" cannot be played here. At ${at}.`,
    leftOver: (turn, end) =>
      `The conversation was already over (${end}) before "${turn}". Remove what is left.`,
    missing: (end, at) => `Expected the end "${end}", but the conversation waits for an answer. At ${at}.`,
    unmet: (what, wanted, got) => `${what}: expected ${wanted}, seen ${got}`,
    notSo: (what, wanted, got) => `${what}: expected not ${wanted}, seen ${got}`,
    updated: (expectations, scripts, left) =>
      `${expectations} ${expectations === 1 ? 'expectation' : 'expectations'} rewritten in ${scripts} ${scripts === 1 ? 'script' : 'scripts'}${left > 0 ? `, ${left} ${left === 1 ? 'failure' : 'failures'} left` : ''}.`,
    differs: (file) =>
      `${file}: Swedish and Norwegian differ here, so nothing is rewritten. Give the script a lang, or mend it by hand.`,
    notRewritten: (file) => `${file} is written in a way that cannot be rewritten safely. Mend it by hand.`,
    changedMeanwhile: (file) => `${file} was changed in the meantime and is left as it is. Run again.`,
    notTogether: (one, other) => `${one} and ${other} do not go together.`,
    watching: (paths) => `Watching ${paths}. Ctrl-C ends.`,
    changed: (file) => `Changed: ${file}`,
    coverage: {
      title: 'All together',
      subjects: { playbook: 'Playbooks', scenario: 'Scenarios', threat: 'Threats' },
      kinds: {
        step: 'steps',
        transition: 'transitions',
        threat: 'threats',
        ending: 'endings',
        choice: 'choices',
        line: 'customer lines',
        phrase: 'phrases',
      },
      total: 'total',
      unvisited: 'No script has been here:',
      unreachable: 'Never comes, whatever is answered, and does not count:',
      everything: 'everything',
      tooLittle: (percent, least) => `${percent} % is covered, and at least ${least} % must be.`,
      badMin: (given) => `--min must be a number from 0 to 100, not "${given}".`,
    },
  },
  walk: {
    walking: (courses) => `walking ${courses} ${courses === 1 ? 'conversation' : 'conversations'}`,
    course: 'conversation',
    states: 'states',
    screens: 'screens',
    summary: (courses, states, screens, wrong) =>
      `${courses} ${courses === 1 ? 'conversation' : 'conversations'}, ${states} states, ${screens} screens: ${wrong === 0 ? 'nothing' : wrong} wrong.`,
    wrong: {
      empty: 'an empty screen',
      'too-wide': 'wider than the window',
      'not-filled': 'a slot or a value that is not filled in',
      'control-character': 'an invisible character',
      threw: 'it broke',
      'out-of-bounds': 'a temperature out of bounds',
      'danger-not-safe': 'a danger to life that leads elsewhere than to safety',
    },
    columns: (columns) => `${columns} columns`,
    replay: 'A conversation that leads there (svalka test FILE):',
    more: (left) => `${left} more.`,
    takesNoScripts:
      '--walk and --random look at playbooks and scenarios, not at scripts. To pick among them: --filter NAME.',
    noneMatches: (filter) => `No playbook or scenario matches "${filter}".`,
  },
  random: {
    playing: (conversations) => `playing ${conversations} conversations`,
    title: (scenarios, runs, seed) =>
      `${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}, ${runs} × by each kind of agent (--seed ${seed}).`,
    well: 'ends well',
    degrees: 'degrees',
    legend:
      'Ends well: the customer is calm, or everybody is safe. Degrees: how heated the customer is at the end (median).',
    fails: 'Where it fails most, of all that does not end well:',
    temper: {
      kind: 'kind',
      hasty: 'hasty',
      'rule-quoting': 'rule-quoting',
      silent: 'silent',
      ordinary: 'ordinary',
    },
    badRuns: (given, most) => `--random takes a whole number from 1 to ${most}, not "${given}".`,
  },
  check: {
    checking: (files) => `checking ${files} ${files === 1 ? 'file' : 'files'}`,
    summary: (files, errors, warnings, known) =>
      `${files} ${files === 1 ? 'file' : 'files'}: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}${known > 0 ? `, ${known} in the baseline` : ''}.`,
    leftOut: (errors, warnings) =>
      `Not shown here: ${errors} more ${errors === 1 ? 'error' : 'errors'} and ${warnings} more ${warnings === 1 ? 'warning' : 'warnings'}. Run svalka check to see them all.`,
    replay: 'A conversation that shows it (svalka practice SCENARIO --script FILE):',
    unknownRule: (name, nearName) => `There is no rule "${name}".${near(nearName)}`,
    noFiles: (paths) => `There is no YAML file in ${paths}.`,
    tooManyFiles: (most) => `There are more than ${most} files. Name a smaller folder.`,
    badConfig: (file, fault) => {
      if (fault.fault === 'json')
        return `${file} is not as it should be: ${fault.reason}. Write { "rules": { "near-duplicate": "off" } }.`;
      if (fault.fault === 'severity')
        return `${file}: the rule "${fault.name}" can be "error", "warning" or "off".`;
      return `${file}: there is no ${fault.fault} "${fault.name}".${near(fault.near)}`;
    },
    badBaseline: (file) =>
      `${file} is no baseline. Write it anew: svalka check --update-baseline --baseline ${file}`,
    badTranslations: (file) => `${file} is damaged. Write it anew: svalka check --update-translations`,
    cannotWrite: (path, reason) => `${path} cannot be written (${reason}).`,
  },
  cannotRead: (path, reason) => `${path} cannot be read (${reason}).`,
  tooMuch: (kib) => `The text is too long (at most ${kib} KiB).`,
  noText: 'There are no words to look at. Write them after the command, or pipe them in: svalka review "…"',
  typeAndEnd: 'Type your text. End with Ctrl-D on a line of its own.',
  decidedBy: 'Most like these lines:',
  noClipboard: 'There is no clipboard here.',
  copied: (text) => `In the clipboard: ${text}`,
  howToPractise: 'Practise yourself, in a terminal: svalka practice --lang sv (or --lang nb)',
  playedNotPrompted: 'No terminal here, so svalka plays one conversation in each language instead of asking.',
  unexpected: (message) => `Something went wrong in svalka that should not: ${message}`,
  help: {
    tagline: 'A de-escalation coach for people who answer customers in Swedish and Norwegian.',
    usage: 'Usage:',
    commands: 'Commands:',
    options: 'Options:',
    arguments: 'Arguments:',
    globalOptions: 'Options of every command:',
    examples: 'Examples:',
    exitCodes: 'Exit codes:',
    command: {
      practice: 'practise a conversation with a simulated customer',
      coach: 'walk through a live conversation step by step',
      threat: 'the answer to a threat, from what the customer said or a word',
      review: 'look at your own words: moves, faults, and what to say instead',
      check: 'prove playbooks: flow, words, languages, sources',
      test: 'play scripts as tests of conversations',
      progress: 'show what you practised and what is due',
      list: 'list playbooks, scenarios and threats',
      show: 'show a playbook, a scenario, a threat or one step',
      graph: 'print the flow as a diagram',
      help: 'show help for a command',
      draft: 'write an answer now, send it later',
      draftNew: 'write an answer to an angry mail, and let it lie',
      draftList: 'list drafts, and when each opens',
      draftShow: 'show a draft with all its versions',
      draftEdit: 'write another version; the first stays',
      draftReady: 'read it again when its time has come, and get the text',
      draftDiscard: 'discard a draft',
      data: 'what svalka keeps on this machine: see where, print it, remove it',
      dataWhere: 'show where everything lies',
      dataExport: 'print everything as JSON',
      dataWipe: 'remove everything but your own playbooks',
    },
    option: {
      lang: 'language: sv, nb (no, nn), or en for help and messages',
      playbooks: 'add to or replace the content with files from a folder',
      plain: 'no redrawing, numbered choices; for screen readers',
      noColor: 'no colour',
      help: 'show help',
      version: 'show the version',
      seed: 'the same number gives the same conversation',
      resume: 'go on with the saved session',
      due: 'practise what is due',
      write: 'answer in your own words',
      choose: 'choose among answers (the default)',
      script: 'answer from a file instead of asking',
      record: 'write the session as a script that svalka test plays',
      recordWords: 'with --record: write down what you type as well',
      journalWords: 'write what you type into the journal as well',
      journal: 'write the conversation into the journal',
      channel: 'phrases for phone, chat, mail or counter',
      file: 'read the text from a file',
      batch: 'a line in, a JSON object out; - for stdin',
      copy: 'put the first sentence into the clipboard',
      explain: 'show which lines decided',
      json: 'print JSON',
      format: 'mermaid, dot or xstate',
      checkFormat: 'pretty, json, junit, sarif or github',
      strict: 'exit 1 on warnings too',
      explainRule: 'say what a rule finds, why it matters and what to do',
      config: 'severities of rules; svalka.config.json is read by itself',
      baseline: 'hide the findings that stand in this file',
      updateBaseline: 'write every finding of now into the baseline',
      updateTranslations: 'note that both languages say the same now',
      testFormat: 'pretty, json or junit',
      filter: 'only scripts whose name or file holds this',
      failFast: 'stop at the first that fails',
      update: 'rewrite expectations that fail with what was seen',
      watch: 'run again when a file changes',
      walk: 'visit every state of every playbook and scenario, and draw every screen',
      random: 'let agents of several tempers play every scenario so many times',
      coverage: 'show what no script has visited',
      min: 'exit 1 where less than n per cent is covered',
      html: 'write the page to a file for a browser',
      export: 'print all that was practised for other programs: xapi',
      draftFile: "the customer's text, from a file; - for stdin",
      draftText: 'the answer, from a file or - for stdin; nothing is asked',
      at: 'when it opens: 1h (the default in scripts), 2d, 14:30, tomorrow, monday, 2026-12-01 09:00',
      keep: 'remove it so many days after it opens (default: draftDays in config.json, or never)',
      now: 'open it before its time, with a reason',
      reason: 'why it cannot wait; kept in the draft',
      copyText: 'put the text into the clipboard instead of printing it',
      yes: 'do not ask',
    },
    argument: {
      scenario: 'name of the scenario; without one, you choose',
      playbook: 'name of the playbook',
      id: 'name, as in svalka list',
      step: 'name of the step',
      said: 'the words to look at',
      heard: 'what the customer said, or a word such as chef',
      paths: 'files or folders (default: playbooks, or the folder you are in)',
      scripts: 'script files, or folders with *.script.yaml (default: playbooks)',
      draft: 'name of the draft, as in svalka draft list',
    },
    exits: [
      [0, 'fine'],
      [1, 'ran, and the answer is no'],
      [2, 'could not run: usage, a broken or unreadable file'],
      [4, 'needs a person at a terminal'],
      [130, 'cancelled with Ctrl-C'],
    ],
    usageError: {
      unknownCommand: 'There is no command',
      unknownOption: 'There is no option',
      missingArgument: 'An argument is missing:',
      tooManyArguments: 'Too many arguments.',
      missingValue: 'A value is missing after',
      seeHelp: 'See svalka --help.',
      didYouMean: 'Did you mean',
    },
  },
};

function typeWord(wanted: unknown): string {
  switch (wanted) {
    case 'string':
      return 'a text';
    case 'number':
    case 'integer':
      return 'a whole number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list, with - first on each line';
    case 'key':
      return 'a name, not a list';
    default:
      return 'lines of name: value, indented';
  }
}
