/**
 * What a catalogue must hold. `AgentTexts` is what people who practise read, in
 * Swedish and Norwegian; `AuthorTexts` is what people who write content or read
 * the help see, also in English. The compiler demands that each is complete.
 */
import type { FindingParams, ReaderRule } from '../playbook/finding.ts';
import type { Channel, EndKind } from '../playbook/types.ts';

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
  readonly refused: Readonly<Record<'damaged' | 'content-gone' | 'content-changed', string>>;
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
    Record<'practice' | 'coach' | 'threat' | 'review' | 'list' | 'show' | 'graph' | 'help', string>
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
      | 'write'
      | 'choose'
      | 'script'
      | 'channel'
      | 'file'
      | 'batch'
      | 'copy'
      | 'explain'
      | 'json'
      | 'format',
      string
    >
  >;
  readonly argument: Readonly<Record<'scenario' | 'playbook' | 'id' | 'step' | 'said' | 'heard', string>>;
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
