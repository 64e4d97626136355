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
    'example-misjudged': (p) =>
      p.kind === 'near'
        ? `This line is heard as "${p.label}", though it stands under near. Add near misses like it, or remove the signal that betrays it.`
        : `"${p.label}" is not heard in this line. Add examples like it, or a signal.`,
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
  refused: {
    damaged: 'The saved session is damaged and was put aside. Begin again: svalka practice.',
    'content-gone': 'The scenario of the saved session is gone. Choose another: svalka list.',
    'content-changed':
      'The content has changed too much since the session was saved. Begin again: svalka practice.',
  },
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
      list: 'list playbooks, scenarios and threats',
      show: 'show a playbook, a scenario, a threat or one step',
      graph: 'print the flow as a diagram',
      help: 'show help for a command',
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
      write: 'answer in your own words',
      choose: 'choose among answers (the default)',
      script: 'answer from a file instead of asking',
      channel: 'phrases for phone, chat, mail or counter',
      file: 'read the text from a file',
      batch: 'a line in, a JSON object out; - for stdin',
      copy: 'put the first sentence into the clipboard',
      explain: 'show which lines decided',
      json: 'print JSON',
      format: 'mermaid, dot or xstate',
    },
    argument: {
      scenario: 'name of the scenario; without one, you choose',
      playbook: 'name of the playbook',
      id: 'name, as in svalka list',
      step: 'name of the step',
      said: 'the words to look at',
      heard: 'what the customer said, or a word such as chef',
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
