/**
 * What a catalogue must hold. `AgentTexts` is what people who practise read, in
 * Swedish and Norwegian; `AuthorTexts` is what people who write content or read
 * the help see, also in English. The compiler demands that each is complete.
 */
import type { FindingParams, ReaderRule } from '../playbook/finding.ts';
import type { Channel, EndKind } from '../playbook/types.ts';
import type { Temper } from '../script/agents.ts';
import type { WrongKind } from '../script/looker.ts';

/** What is said of saved sessions and the journal. */
export interface JournalTexts {
  /** A saved session that cannot be read, and where it is now. */
  readonly setAside: (path: string) => string;
  readonly newer: (path: string) => string;
  /** Why a saved session cannot go on, by the name of its scenario or playbook. */
  readonly contentGone: (id: string) => string;
  readonly contentChanged: (id: string) => string;
  /** How many more sessions are saved, from 1. */
  readonly othersWait: (n: number) => string;
  readonly otherTerminal: string;
  readonly cannotJournal: (path: string, reason: string) => string;
  /** Neither the session nor the journal can be written. */
  readonly cannotKeep: (folder: string, reason: string) => string;
  readonly damagedLines: (n: number, path: string) => string;
  /** The oldest part of a very long journal was not read, in megabytes. */
  readonly unread: (megabytes: number) => string;
}

/** What stands around the answer to a threat. */
export interface ThreatTexts {
  readonly stop: string;
  readonly avoid: string;
  readonly after: string;
  readonly threatNone: string;
  readonly threatHold: string;
  readonly threatAlso: string;
}

/** Languages of messages and help; content exists in the first two. */
export const TONGUES = ['sv', 'nb', 'en'] as const;
export type Tongue = (typeof TONGUES)[number];

export interface AgentTexts extends ThreatTexts {
  readonly you: string;
  readonly step: (number: number, of: number) => string;
  readonly temperature: string;
  readonly may: string;
  readonly mayNot: string;
  readonly channel: Readonly<Record<Channel, string>>;
  readonly whatDoYouSay: string;
  readonly pickScenario: string;
  readonly pickThreat: string;
  readonly pickLanguage: string;
  readonly hint: string;
  readonly why: string;
  readonly source: string;
  readonly phrases: string;
  readonly do: string;
  readonly instead: string;
  readonly model: string;
  readonly threatBreaksIn: string;
  /** What stops the script; it never returns to the step. */
  readonly dangerBreaksIn: Readonly<Record<'physical' | 'self-harm', string>>;
  readonly backToStep: string;
  readonly cooled: (by: number) => string;
  readonly heated: (by: number) => string;
  readonly unchanged: string;
  readonly ends: Readonly<Record<EndKind, string>>;
  /** Calm, and yet unresolved: why. */
  readonly missed: string;
  /** Whose work a source builds on. */
  readonly basedOn: string;
  readonly debrief: string;
  readonly courseOf: string;
  readonly start: string;
  readonly good: string;
  readonly goodNone: string;
  readonly best: string;
  readonly worst: string;
  readonly work: string;
  readonly workNone: string;
  readonly times: (n: number) => string;
  readonly learn: string;
  readonly whatIf: string;
  readonly whatIfTurn: string;
  readonly turnOf: (number: number, name: string) => string;
  readonly nothingBack: string;
  readonly restarted: string;
  readonly savedResume: (command: string) => string;
  readonly resumed: string;
  readonly resumedChanged: string;
  readonly coachEnd: string;
  readonly selfCheckYes: string;
  readonly selfCheckNo: string;
  readonly selfCheckResult: string;
  readonly selfCheckAllYes: string;
  readonly selfCheckStartWith: string;
  readonly sayAgain: string;
  readonly secondTry: string;
  readonly betterSo: string;
  readonly keys: Readonly<Record<KeyName, string>>;
  /** What the Enter key is called. */
  readonly enter: string;
  readonly notAKey: (typed: string) => string;
  readonly list: { readonly playbooks: string; readonly scenarios: string; readonly threats: string };
  readonly customer: string;
  readonly threatFind: string;
  readonly transcript: string;
  readonly review: {
    readonly nothing: string;
    readonly missing: string;
    readonly early: string;
    readonly inOrder: string;
  };
}

/** What a key does; the letter itself is the same in both languages. */
export type KeyName =
  | 'choose'
  | 'next'
  | 'begin'
  | 'hint'
  | 'why'
  | 'phrases'
  | 'threat'
  | 'back'
  | 'skip'
  | 'restart'
  | 'write'
  | 'list'
  | 'quit'
  | 'yes'
  | 'no'
  | 'again'
  | 'close';

export interface AuthorTexts {
  readonly severity: { readonly error: string; readonly warning: string };
  readonly finding: Readonly<Record<ReaderRule, (p: FindingParams) => string>>;
  readonly findings: (n: number) => string;
  readonly nothingUsed: (folder: string) => string;
  readonly usesFolder: (folder: string, files: number, replaced: string) => string;
  readonly noFolder: (folder: string, reason: string) => string;
  readonly needsLanguage: string;
  readonly contentLanguage: string;
  readonly badLanguage: (given: string) => string;
  readonly needsPerson: (command: string) => string;
  readonly unknownId: (id: string, near: string) => string;
  readonly unknownStep: (id: string, near: string, steps: string) => string;
  readonly notAPlaybook: (id: string) => string;
  readonly nothingToResume: string;
  readonly journal: JournalTexts;
  readonly cannotSave: (path: string, reason: string) => string;
  readonly cannotWriteConfig: (path: string, reason: string) => string;
  readonly badSeed: (given: string) => string;
  readonly badFormat: (given: string, allowed: string) => string;
  readonly brokenContent: string;
  readonly scriptEnded: (where: string, step: string, choices: string) => string;
  readonly scriptUnknown: (where: string, turn: string, step: string, choices: string) => string;
  readonly scriptLeft: (where: string, end: string) => string;
  readonly scriptEnd: (where: string, wanted: string, got: string) => string;
  readonly scriptOther: (where: string, wanted: string, got: string) => string;
  readonly notAScript: (file: string) => string;
  readonly playbookScript: (file: string) => string;
  readonly recordExists: (file: string) => string;
  readonly check: CheckTexts;
  readonly test: TestTexts;
  readonly walk: WalkTexts;
  readonly random: RandomTexts;
  /** Of a text that is to be read. */
  readonly cannotRead: (path: string, reason: string) => string;
  readonly tooMuch: (kib: number) => string;
  readonly noText: string;
  readonly typeAndEnd: string;
  readonly decidedBy: string;
  readonly noClipboard: string;
  readonly copied: (text: string) => string;
  readonly howToPractise: string;
  readonly playedNotPrompted: string;
  readonly unexpected: (message: string) => string;
  readonly help: HelpTexts;
}

export interface CheckTexts {
  readonly checking: (files: number) => string;
  readonly summary: (files: number, errors: number, warnings: number, known: number) => string;
  /** How many more there are than a report can show. */
  readonly leftOut: (errors: number, warnings: number) => string;
  /** Before a conversation that shows a finding. */
  readonly replay: string;
  readonly unknownRule: (name: string, near: string) => string;
  readonly noFiles: (paths: string) => string;
  readonly tooManyFiles: (most: number) => string;
  readonly badConfig: (file: string, fault: ConfigFault) => string;
  readonly badBaseline: (file: string) => string;
  readonly badTranslations: (file: string) => string;
  readonly cannotWrite: (path: string, reason: string) => string;
}

export interface TestTexts {
  readonly playing: (cases: number) => string;
  readonly summary: (passed: number, failed: number, skipped: number) => string;
  readonly noFiles: (paths: string) => string;
  readonly noneMatches: (filter: string) => string;
  readonly heard: string;
  readonly nothingExpected: string;
  readonly unknown: (turn: string, at: string) => string;
  readonly leftOver: (turn: string, end: string) => string;
  readonly missing: (end: string, at: string) => string;
  readonly unmet: (what: string, wanted: string, got: string) => string;
  readonly notSo: (what: string, wanted: string, got: string) => string;
  /** Of `--update`. */
  readonly updated: (expectations: number, scripts: number, left: number) => string;
  readonly differs: (file: string) => string;
  readonly notRewritten: (file: string) => string;
  readonly changedMeanwhile: (file: string) => string;
  readonly notTogether: (one: string, other: string) => string;
  /** Of `--watch`. */
  readonly watching: (paths: string) => string;
  readonly changed: (file: string) => string;
  readonly coverage: CoverageTexts;
}

export interface CoverageTexts {
  readonly title: string;
  readonly subjects: Readonly<Record<'playbook' | 'scenario' | 'threat', string>>;
  readonly kinds: Readonly<
    Record<'step' | 'transition' | 'threat' | 'ending' | 'choice' | 'line' | 'phrase', string>
  >;
  readonly total: string;
  /** Before a list of what could be visited and was not. */
  readonly unvisited: string;
  /** Before a list of what never comes, whatever is answered. */
  readonly unreachable: string;
  /** In place of a list: a whole playbook, scenario or threat. */
  readonly everything: string;
  readonly tooLittle: (percent: number, least: number) => string;
  readonly badMin: (given: string) => string;
}

export interface WalkTexts {
  readonly walking: (courses: number) => string;
  /** The heads of the columns. */
  readonly course: string;
  readonly states: string;
  readonly screens: string;
  readonly summary: (courses: number, states: number, screens: number, wrong: number) => string;
  readonly wrong: Readonly<Record<WrongKind, string>>;
  /** How wide the window was. */
  readonly columns: (columns: number) => string;
  /** Before a conversation that shows it. */
  readonly replay: string;
  /** How many are not shown. */
  readonly more: (left: number) => string;
  readonly takesNoScripts: string;
  readonly noneMatches: (filter: string) => string;
}

export interface RandomTexts {
  readonly playing: (conversations: number) => string;
  readonly title: (scenarios: number, runs: number, seed: number) => string;
  /** The heads of the columns. */
  readonly well: string;
  readonly degrees: string;
  readonly legend: string;
  /** Before the steps at which each fails. */
  readonly fails: string;
  readonly temper: Readonly<Record<Temper, string>>;
  readonly badRuns: (given: string, most: number) => string;
}

/** What is wrong with a file of settings. */
export type ConfigFault =
  | { readonly fault: 'json'; readonly reason: string }
  | { readonly fault: 'key' | 'rule'; readonly name: string; readonly near: string }
  | { readonly fault: 'severity'; readonly name: string };

export interface HelpTexts {
  readonly tagline: string;
  readonly usage: string;
  readonly commands: string;
  readonly options: string;
  readonly arguments: string;
  readonly globalOptions: string;
  readonly examples: string;
  readonly exitCodes: string;
  readonly command: Readonly<
    Record<
      | 'practice'
      | 'coach'
      | 'threat'
      | 'review'
      | 'check'
      | 'test'
      | 'progress'
      | 'list'
      | 'show'
      | 'graph'
      | 'help'
      | 'draft'
      | 'draftNew'
      | 'draftList'
      | 'draftShow'
      | 'draftEdit'
      | 'draftReady'
      | 'draftDiscard'
      | 'data'
      | 'dataWhere'
      | 'dataExport'
      | 'dataWipe',
      string
    >
  >;
  readonly option: Readonly<
    Record<
      | 'lang'
      | 'playbooks'
      | 'plain'
      | 'noColor'
      | 'help'
      | 'version'
      | 'seed'
      | 'resume'
      | 'due'
      | 'write'
      | 'choose'
      | 'script'
      | 'record'
      | 'recordWords'
      | 'journalWords'
      | 'journal'
      | 'channel'
      | 'file'
      | 'batch'
      | 'copy'
      | 'explain'
      | 'json'
      | 'format'
      | 'checkFormat'
      | 'strict'
      | 'explainRule'
      | 'config'
      | 'baseline'
      | 'updateBaseline'
      | 'updateTranslations'
      | 'testFormat'
      | 'filter'
      | 'failFast'
      | 'update'
      | 'watch'
      | 'walk'
      | 'random'
      | 'coverage'
      | 'min'
      | 'html'
      | 'export'
      | 'draftFile'
      | 'draftText'
      | 'at'
      | 'keep'
      | 'now'
      | 'reason'
      | 'copyText'
      | 'yes',
      string
    >
  >;
  readonly argument: Readonly<
    Record<'scenario' | 'playbook' | 'id' | 'step' | 'said' | 'heard' | 'paths' | 'scripts' | 'draft', string>
  >;
  readonly exits: readonly (readonly [number, string])[];
  readonly usageError: Readonly<
    Record<
      | 'unknownCommand'
      | 'unknownOption'
      | 'missingArgument'
      | 'tooManyArguments'
      | 'missingValue'
      | 'seeHelp'
      | 'didYouMean',
      string
    >
  >;
}
