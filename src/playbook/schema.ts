/**
 * The one source of truth for what a file may hold. The types below are derived
 * from it, the reader validates with it, and the JSON Schemas for editors in
 * `playbooks/schema/` are written from it.
 */
import { type Static, type TSchema, Type } from 'typebox';
import { CHANNELS, ENDS, FAULTS, type Kind, LANGS, MOVES, SLOT_TYPES, THREATS } from './types.ts';

/** The only version of the format; a file says `schema: 1`. */
export const SCHEMA_VERSION = 1;

/** Ids: what scripts and saved sessions refer to. They start with a letter. */
export const ID_PATTERN = '^[a-z][a-z0-9-]*$';

const strict = { additionalProperties: false } as const;

const Text = Type.String({ minLength: 1, maxLength: 2000 });
const Id = Type.String({ pattern: ID_PATTERN, maxLength: 60 });
const Pair = Type.Object({ sv: Text, nb: Text }, strict);
const Lines = Type.Array(Text, { minItems: 1, maxItems: 40 });
const PairOfLines = Type.Object({ sv: Lines, nb: Lines }, strict);
const oneOf = <const T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Enum([...values]));
const byId = <T extends TSchema>(value: T) =>
  Type.Record(Type.String({ pattern: ID_PATTERN }), value, { ...strict, minProperties: 1 });

const PhrasesOfLang = Type.Object(
  {
    phone: Type.Optional(byId(Text)),
    chat: Type.Optional(byId(Text)),
    mail: Type.Optional(byId(Text)),
    counter: Type.Optional(byId(Text)),
  },
  { ...strict, minProperties: 1 },
);
const Phrases = Type.Object({ sv: PhrasesOfLang, nb: PhrasesOfLang }, strict);

const Way = Type.Object({ name: Pair, when: Pair, phrases: Phrases }, strict);

const stepKeys = {
  name: Pair,
  moves: Type.Array(oneOf(MOVES), { minItems: 1, uniqueItems: true }),
  aim: Pair,
  why: Pair,
  do: PairOfLines,
  avoid: PairOfLines,
  source: Id,
  question: Type.Optional(Pair),
  phrases: Type.Optional(Phrases),
  ways: Type.Optional(byId(Way)),
};
const required = Type.Optional(Type.Boolean());

const Choice = Type.Object(
  {
    moves: Type.Optional(Type.Array(oneOf(MOVES), { uniqueItems: true })),
    faults: Type.Optional(Type.Array(oneOf(FAULTS), { uniqueItems: true })),
    sv: Text,
    nb: Text,
    reply: Type.Optional(Pair),
  },
  strict,
);

/** What a customer says after an answer, and the answers to choose from. */
const Practice = Type.Object(
  {
    /** Who says these lines, where it is not the customer: a colleague, once the call has ended. */
    speaker: Type.Optional(Pair),
    calmer: PairOfLines,
    same: PairOfLines,
    hotter: PairOfLines,
    choices: Type.Record(Type.String({ pattern: ID_PATTERN }), Choice, {
      ...strict,
      minProperties: 2,
      maxProperties: 8,
    }),
  },
  strict,
);

const PlaybookStep = Type.Object({ ...stepKeys, next: Type.Optional(Id), required }, strict);
/** The steps of a threat go in order, and the last leads back or to safety: none names its next. */
const ThreatStep = Type.Object({ ...stepKeys, required, practice: Practice }, strict);

const head = { schema: Type.Literal(SCHEMA_VERSION) };

const Playbook = Type.Object(
  { ...head, playbook: Id, title: Pair, about: Pair, source: Id, steps: byId(PlaybookStep) },
  strict,
);

const Threat = Type.Object(
  {
    ...head,
    threat: oneOf(THREATS),
    name: Pair,
    about: Pair,
    stop: Type.Boolean(),
    say: PairOfLines,
    do: PairOfLines,
    avoid: PairOfLines,
    after: Pair,
    source: Id,
    line: PairOfLines,
    /** Words by which it is looked up. */
    names: PairOfLines,
    /** Words that betray it whatever stands around them; `*` stands for up to three words. */
    signals: Type.Optional(PairOfLines),
    steps: byId(ThreatStep),
  },
  strict,
);

const level = (least: number) => Type.Integer({ minimum: least, maximum: 10 });

const Scenario = Type.Object(
  {
    ...head,
    scenario: Id,
    playbook: Id,
    channel: oneOf(CHANNELS),
    trade: Pair,
    title: Pair,
    situation: Pair,
    may: PairOfLines,
    'may-not': PairOfLines,
    temperature: level(1),
    customer: Pair,
    opening: PairOfLines,
    slots: Type.Optional(Type.Record(Type.String({ pattern: ID_PATTERN }), Pair, strict)),
    threat: Type.Optional(
      Type.Object({ kind: oneOf(THREATS), step: Id, from: level(0), line: PairOfLines }, strict),
    ),
    steps: byId(Practice),
    ends: Type.Object({ calm: PairOfLines, unresolved: PairOfLines, lost: PairOfLines }, strict),
  },
  strict,
);

const Cools = Type.Object({ cools: level(0), name: Pair, why: Pair }, strict);
const Heats = Type.Object({ heats: level(0), name: Pair, why: Pair, instead: Pair }, strict);
const each = <T extends TSchema, K extends string>(keys: readonly K[], value: T) =>
  Type.Object(Object.fromEntries(keys.map((k) => [k, value])) as Record<K, T>, strict);

const Temperature = Type.Object(
  {
    ...head,
    temperature: Id,
    about: Pair,
    'calm-at': level(0),
    'lost-at': level(1),
    patience: Type.Integer({ minimum: 1, maximum: 5 }),
    'answer-heats-at-most': level(1),
    words: Type.Array(Type.Object({ 'up-to': level(0), sv: Text, nb: Text }, strict), {
      minItems: 1,
    }),
    moves: each(MOVES, Cools),
    faults: each(FAULTS, Heats),
    turns: each(['too-soon', 'empathy-loop', 'silent', 'skipped'] as const, Heats),
  },
  strict,
);

const SlotName = Type.String({ pattern: '^[a-zåäöæø]+$', maxLength: 30 });
const SlotWords = Type.Object({ name: SlotName, default: Text }, strict);
const Slots = Type.Object(
  {
    ...head,
    slots: Id,
    slot: byId(Type.Object({ type: oneOf(SLOT_TYPES), sv: SlotWords, nb: SlotWords }, strict)),
  },
  strict,
);

const Sources = Type.Object(
  {
    ...head,
    sources: Id,
    source: byId(Type.Object({ title: Text, by: Text, after: Type.Optional(Text) }, strict)),
  },
  strict,
);

const some = <T extends TSchema>(value: T) =>
  Type.Union([Type.Literal('none'), Type.Array(value, { uniqueItems: true })]);
const Degrees = Type.Object(
  { 'at-most': Type.Optional(level(0)), 'at-least': Type.Optional(level(0)) },
  { ...strict, minProperties: 1 },
);
const expectations = {
  /** The step at which the conversation now stands: `empathize`, or `manager.answer` in a threat. */
  step: Type.Optional(Text),
  moves: Type.Optional(some(oneOf(MOVES))),
  faults: Type.Optional(some(oneOf(FAULTS))),
  temperature: Type.Optional(Type.Union([oneOf(['falls', 'rises', 'same'] as const), Degrees])),
  /** Words that are on the screen. */
  shows: Type.Optional(Type.Union([Text, Lines])),
  ends: Type.Optional(oneOf(ENDS)),
};
/** What must be so after a turn, and what must not. */
const Expect = Type.Object(
  { ...expectations, not: Type.Optional(Type.Object(expectations, { ...strict, minProperties: 1 })) },
  { ...strict, minProperties: 1 },
);
/** One answer, in one of five ways. */
const Turn = Type.Object(
  {
    choose: Type.Optional(Id),
    say: Type.Optional(Text),
    /** Own words of which only what was heard in them is kept. */
    heard: Type.Optional(
      Type.Object(
        {
          moves: Type.Array(oneOf(MOVES), { uniqueItems: true }),
          faults: Type.Array(oneOf(FAULTS), { uniqueItems: true }),
        },
        strict,
      ),
    ),
    skip: Type.Optional(Type.Literal(true)),
    threat: Type.Optional(oneOf(THREATS)),
    expect: Type.Optional(Expect),
  },
  { ...strict, minProperties: 1 },
);
const Script = Type.Object(
  {
    ...head,
    script: Id,
    /** One of the two: a customer to practise on, or a playbook walked by itself. */
    scenario: Type.Optional(Id),
    playbook: Type.Optional(Id),
    about: Type.Optional(Text),
    /** Without it the script is played in both languages. */
    lang: Type.Optional(oneOf(LANGS)),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 4294967295 })),
    turns: Type.Array(Turn, { minItems: 1, maxItems: 1000 }),
    /** How it ends; without it the script may stop before the end. */
    ends: Type.Optional(oneOf(ENDS)),
  },
  strict,
);

/** A line with what else it is than its entry's own label; `nn` where it is nynorsk. */
const labels = Type.Array(oneOf([...MOVES, ...FAULTS]), { minItems: 1, uniqueItems: true });
const nn = Type.Optional(Type.Literal(true));
const Example = Type.Union([Text, Type.Object({ text: Text, also: Type.Optional(labels), nn }, strict)]);
const NearMiss = Type.Union([Text, Type.Object({ text: Text, is: Type.Optional(labels), nn }, strict)]);

/** One way in which people make a move or a fault. */
const Entry = Type.Object(
  {
    /** Words that betray it; `*` stands for up to three words. */
    signals: Type.Optional(Lines),
    /** What to say instead of a fault. */
    instead: Type.Optional(Lines),
    examples: Type.Array(Example, { minItems: 1, maxItems: 4000 }),
    /** Lines that look like it and are not. */
    near: Type.Optional(Type.Array(NearMiss, { minItems: 1, maxItems: 4000 })),
  },
  strict,
);

/** What one move or fault sounds like in one language; with neither, what is none of them. */
const Language = Type.Object(
  {
    ...head,
    language: Id,
    lang: oneOf(LANGS),
    move: Type.Optional(oneOf(MOVES)),
    fault: Type.Optional(oneOf(FAULTS)),
    entries: byId(Entry),
  },
  strict,
);

/** What customers say: lines of one kind of threat in one language; without a kind, harmless ones. */
const kinds = Type.Array(oneOf(THREATS), { minItems: 1, uniqueItems: true });
const HeardLine = Type.Union([Text, Type.Object({ text: Text, also: Type.Optional(kinds), nn }, strict)]);
const Heard = Type.Object(
  {
    ...head,
    heard: Id,
    lang: oneOf(LANGS),
    kind: Type.Optional(oneOf(THREATS)),
    lines: Type.Array(HeardLine, { minItems: 1, maxItems: 4000 }),
  },
  strict,
);

/** Whom to call: per country, with where that was read and when. */
const Call = Type.Object(
  {
    name: Text,
    number: Type.String({ pattern: '^[0-9 ]{3,20}$' }),
    when: Text,
    source: Text,
    verified: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
  },
  strict,
);
const Numbers = Type.Object(
  {
    ...head,
    numbers: Id,
    about: Pair,
    calls: byId(Type.Object({ kinds, sv: Type.Optional(Call), nb: Type.Optional(Call) }, strict)),
  },
  strict,
);

const Word = Type.String({ pattern: '^\\S+$', maxLength: 60 });
/** Words that mean roughly the same, and the Swedish twins of Norwegian words. */
const Words = Type.Object(
  {
    ...head,
    words: Id,
    about: Pair,
    groups: byId(Type.Array(Word, { minItems: 1, maxItems: 1000 })),
    twins: Type.Record(Word, Word, strict),
  },
  strict,
);

/** The schema of each kind of file. */
export const SCHEMAS = {
  playbook: Playbook,
  scenario: Scenario,
  threat: Threat,
  script: Script,
  temperature: Temperature,
  slots: Slots,
  sources: Sources,
  language: Language,
  words: Words,
  heard: Heard,
  numbers: Numbers,
} as const satisfies Record<Kind, TSchema>;

/** The value of a file of each kind, after it has been validated. */
export type DocOf<K extends Kind> = Static<(typeof SCHEMAS)[K]>;
export type Playbook = DocOf<'playbook'>;
export type Scenario = DocOf<'scenario'>;
export type Threat = DocOf<'threat'>;
export type Script = DocOf<'script'>;
export type Temperature = DocOf<'temperature'>;
export type Slots = DocOf<'slots'>;
export type Sources = DocOf<'sources'>;
export type Language = DocOf<'language'>;
export type Words = DocOf<'words'>;
export type Heard = DocOf<'heard'>;
export type Numbers = DocOf<'numbers'>;
export type Step = Static<typeof PlaybookStep>;
export type Practice = Static<typeof Practice>;
export type Choice = Static<typeof Choice>;
export type Phrases = Static<typeof Phrases>;
export type Turn = Static<typeof Turn>;
export type Expect = Static<typeof Expect>;
