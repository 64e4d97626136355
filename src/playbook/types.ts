/**
 * The vocabulary of svalka: languages, moves, faults, threats and channels.
 * Every other file takes these words from here.
 */

/** Content languages: Swedish and Norwegian bokmål. */
export const LANGS = ['sv', 'nb'] as const;
export type Lang = (typeof LANGS)[number];

/** What an utterance does. The order is the bit order of {@link moveBits}. */
export const MOVES = [
  'hear',
  'restate',
  'empathize',
  'apologize',
  'ask',
  'respond',
  'thank',
  'boundary',
] as const;
export type Move = (typeof MOVES)[number];

/** What a trainer would stop at. The order is the bit order of {@link faultBits}. */
export const FAULTS = [
  'calm-down',
  'blame',
  'defensive',
  'deflect',
  'policy',
  'minimize',
  'but',
  'conditional-apology',
  'overpromise',
  'escalate',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Kinds of threat; the last two are a danger to life and stop the script. */
export const THREATS = [
  'competitor',
  'public',
  'manager',
  'media',
  'legal',
  'physical',
  'self-harm',
] as const;
export type ThreatKind = (typeof THREATS)[number];

/** Where a conversation takes place. */
export const CHANNELS = ['phone', 'chat', 'mail', 'counter'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How a conversation can end. */
export const ENDS = ['calm', 'unresolved', 'lost', 'safe'] as const;
export type EndKind = (typeof ENDS)[number];

/** What a slot's words must be, so that a phrase stays sayable when it is filled. */
export const SLOT_TYPES = ['noun', 'doing', 'time', 'person'] as const;
export type SlotType = (typeof SLOT_TYPES)[number];

/**
 * The kinds of file; each names itself by the key that carries its id. A file may
 * point to others with the same words (a scenario has a playbook, a threat and a
 * temperature), so the first of this order that is there decides.
 */
export const KINDS = [
  'script',
  'scenario',
  'playbook',
  'threat',
  'temperature',
  'slots',
  'sources',
  'language',
  'words',
  'heard',
  'numbers',
] as const;
export type Kind = (typeof KINDS)[number];

/** A text in both languages. */
export type Pair = Record<Lang, string>;

function bitsOf<T extends string>(all: readonly T[], some: readonly T[] | undefined): number {
  let bits = 0;
  for (const one of some ?? []) bits |= 1 << all.indexOf(one);
  return bits;
}

function namesOf<T extends string>(all: readonly T[], bits: number): T[] {
  return all.filter((_, i) => (bits & (1 << i)) !== 0);
}

/** Moves as a bit set, for the machine. */
export const moveBits = (moves: readonly Move[] | undefined): number => bitsOf(MOVES, moves);
/** The moves of a bit set, in the order of {@link MOVES}. */
export const moveNames = (bits: number): Move[] => namesOf(MOVES, bits);
/** Faults as a bit set, for the machine. */
export const faultBits = (faults: readonly Fault[] | undefined): number => bitsOf(FAULTS, faults);
/** The faults of a bit set, in the order of {@link FAULTS}. */
export const faultNames = (bits: number): Fault[] => namesOf(FAULTS, bits);
