/**
 * One conversation as a value. Nothing here touches a screen, a disk, a clock or
 * chance: a session is its course, language, seed and trail, and two sessions with
 * the same four are the same. `back` is a shorter trail.
 */
import type { Choice, Step, Threat } from '../playbook/schema.ts';
import {
  type Channel,
  type EndKind,
  type Fault,
  faultBits,
  type Lang,
  type Move,
  moveBits,
  THREATS,
  type ThreatKind,
} from '../playbook/types.ts';
import { type Course, type Phrase, phrasesOf, practiceOf, stepOf } from './course.ts';
import type { Node } from './machine.ts';
import { pick, shuffle } from './random.ts';
import { type Event, initial, isWon, judge, type State, step, type Verdict } from './step.ts';

/** What a person or a script does at a step. `done` says the step without choosing, as in coach. */
export type Input =
  | { readonly choose: string }
  | Said
  | { readonly skip: true }
  | { readonly threat: ThreatKind }
  | { readonly done: true };

/** A person's own words with the moves and faults that were heard in them. */
export interface Said {
  readonly say: string;
  readonly moves: readonly Move[];
  readonly faults: readonly Fault[];
  /** The same once more, after feedback; it is shown, and changes nothing. */
  readonly again?: string;
}

/** A turn that was played. */
export interface Turn {
  readonly input: Input;
  /** The step at which it was played. */
  readonly node: Node;
  readonly choice: Choice | null;
  readonly moves: readonly Move[];
  readonly faults: readonly Fault[];
  readonly verdict: Verdict | 'skipped' | 'threatened';
  readonly before: State;
  readonly after: State;
  /** What was said in answer, in order: the reaction, a threat, a last word. */
  readonly heard: readonly Heard[];
  /** The phrase that the coach said instead, when patience was at its end. */
  readonly model: Phrase | null;
}

/** A line that was said, and the list that it was taken from. */
export interface Heard {
  /** Who said it, where it was not the customer. */
  readonly speaker: string | null;
  readonly from: string;
  readonly text: string;
}

export interface Session {
  readonly course: Course;
  readonly lang: Lang;
  readonly seed: number;
  readonly first: State;
  readonly opening: readonly Heard[];
  readonly turns: readonly Turn[];
}

/** An answer that can be chosen. */
export interface Option {
  readonly id: string;
  readonly text: string;
}

/** What there is to show of a session now. */
export interface View {
  readonly state: State;
  readonly node: Node;
  /** The step's texts; null at an end. */
  readonly step: Step | null;
  /** The threat being answered; null in the playbook's own steps. */
  readonly threat: Threat | null;
  /** The place of the step in its row, from 1, and the length of the row. */
  readonly number: number;
  readonly of: number;
  readonly options: readonly Option[];
  readonly phrases: readonly Phrase[];
  readonly end: EndKind | null;
  readonly won: boolean;
}

/** A session at its beginning: the customer has spoken, nothing has been answered. */
export function start(course: Course, lang: Lang, seed: number): Session {
  const first = initial(course.machine);
  const bare: Session = { course, lang, seed, first, opening: [], turns: [] };
  const opening = [say(bare, [], 'opening', course.scenario?.opening[lang] ?? [])];
  const threat = threatLine(bare, opening.flat(), null, first);
  return { ...bare, opening: [...opening.flat(), ...threat] };
}

/** The state that a session has reached. */
export function stateOf(session: Session): State {
  return session.turns.at(-1)?.after ?? session.first;
}

/** The channel of the conversation; without a scenario, the phone. */
export function channelOf(course: Course): Channel {
  return course.scenario?.channel ?? 'phone';
}

/** What there is to show now. */
export function view(session: Session, channel: Channel = channelOf(session.course)): View {
  const { course, lang, seed } = session;
  const state = stateOf(session);
  const node = nodeOf(course, state);
  const step = stepOf(course, node);
  const threat = node.threat === null ? null : (course.threats.get(node.threat) ?? null);
  const row = Object.keys(threat?.steps ?? course.playbook.steps);
  const choices = practiceOf(course, node)?.choices ?? {};
  const options = Object.entries(choices).map(([id, choice]) => ({ id, text: choice[lang] }));
  return {
    state,
    node,
    step,
    threat,
    number: row.indexOf(node.step) + 1,
    of: row.length,
    options: shuffle(options, seed, node.id),
    phrases: step ? phrasesOf(course, step, lang, channel) : [],
    end: node.end,
    won: isWon(course.machine, state),
  };
}

/** True where the input can be played now. */
export function accepts(session: Session, input: Input): boolean {
  const state = stateOf(session);
  const node = nodeOf(session.course, state);
  if (node.end !== null) return false;
  if ('choose' in input) return Object.hasOwn(practiceOf(session.course, node)?.choices ?? {}, input.choose);
  if ('say' in input) return practiceOf(session.course, node) !== null;
  if ('threat' in input) return !node.stop && session.course.threats.has(input.threat);
  return true;
}

/**
 * Plays one input.
 * @throws RangeError where {@link accepts} says no
 */
export function advance(session: Session, input: Input): Session {
  if (!accepts(session, input)) throw new RangeError(`not playable here: ${JSON.stringify(input)}`);
  const { course } = session;
  const before = stateOf(session);
  const node = nodeOf(course, before);
  const practice = practiceOf(course, node);
  const choice = 'choose' in input ? (practice?.choices[input.choose] ?? null) : null;
  const { moves = [], faults = [] } = 'say' in input ? input : (choice ?? {});
  const event = eventOf(input, node, moves, faults);
  const after = step(course.machine, before, event);
  const verdict =
    event.type === 'answer'
      ? judge(node, event.moves, event.faults)
      : event.type === 'skip'
        ? 'skipped'
        : 'threatened';
  const gone = after.node === course.machine.ends.lost;
  const carried = event.type === 'answer' && verdict !== 'right' && leftStep(before, after) && !gone;
  const model = carried ? modelPhrase(session, node) : null;
  const turn: Omit<Turn, 'heard'> = { input, node, choice, moves, faults, verdict, before, after, model };
  return { ...session, turns: [...session.turns, { ...turn, heard: heardAfter(session, turn) }] };
}

/** The session with its last words said once more beside them. */
export function sayAgain(session: Session, again: string): Session {
  const last = session.turns.at(-1);
  if (!last || !('say' in last.input)) return session;
  return { ...session, turns: [...session.turns.slice(0, -1), { ...last, input: { ...last.input, again } }] };
}

/** What a person said in a turn: their own words, or the answer they chose; null for neither. */
export function wordsOf(turn: Turn, lang: Lang): string | null {
  return 'say' in turn.input ? turn.input.say : (turn.choice?.[lang] ?? null);
}

/** The session without its last turn; the same session at its beginning. */
export function back(session: Session): Session {
  return { ...session, turns: session.turns.slice(0, -1) };
}

/** What was played, as it is saved and as a script says it. */
export function trailOf(session: Session): Input[] {
  return session.turns.map((turn) => turn.input);
}

function eventOf(input: Input, node: Node, moves: readonly Move[], faults: readonly Fault[]): Event {
  if ('skip' in input) return { type: 'skip' };
  if ('threat' in input) return { type: 'threat', threat: THREATS.indexOf(input.threat) };
  if ('done' in input) return { type: 'answer', moves: node.wants, faults: 0 };
  return { type: 'answer', moves: moveBits(moves), faults: faultBits(faults) };
}

/** True where an answer moved on from its step, be it into a threat that broke in on the way. */
function leftStep(before: State, after: State): boolean {
  const brokeIn = after.fired !== before.fired;
  return after.back !== before.node && (after.node !== before.node || brokeIn);
}

function nodeOf(course: Course, state: State): Node {
  return course.machine.nodes[state.node] as Node;
}

/** The answers that do a step's job, by id, in their order; empty where there is none to choose. */
export function rightChoices(course: Course, node: Node): string[] {
  return Object.entries(practiceOf(course, node)?.choices ?? {})
    .filter(([, { moves, faults }]) => judge(node, moveBits(moves), faultBits(faults)) === 'right')
    .map(([id]) => id);
}

/**
 * A good thing to say at a step: one of the answers that belong to this very
 * conversation, or a phrase of the step's where there are none.
 */
export function modelPhrase(session: Session, node: Node): Phrase | null {
  const { course, lang, seed } = session;
  const step = stepOf(course, node);
  if (!step) return null;
  const channel = channelOf(course);
  const choices = practiceOf(course, node)?.choices ?? {};
  const right = rightChoices(course, node).flatMap((id) => {
    const text = choices[id]?.[lang];
    return text === undefined ? [] : [{ id, channel, way: null, text }];
  });
  const phrases = right.length > 0 ? right : phrasesOf(course, step, lang, channel);
  const near = phrases.filter((phrase) => phrase.channel === phrases[0]?.channel);
  return near.length > 0 ? pick(near, seed, `model ${node.id}`) : null;
}

/** The customer's reaction, the threat that comes, the last word. */
function heardAfter(session: Session, turn: Omit<Turn, 'heard'>): Heard[] {
  const { course, lang } = session;
  const practice = practiceOf(course, turn.node);
  const earlier = [...session.opening, ...session.turns.flatMap((one) => one.heard)];
  const heard: Heard[] = [];
  const end = nodeOf(course, turn.after).end;
  const change = turn.after.temperature - turn.before.temperature;

  const speaker = practice?.speaker?.[lang] ?? null;
  if (turn.choice?.reply) heard.push({ speaker, from: 'reply', text: turn.choice.reply[lang] });
  else if (practice && turn.verdict !== 'threatened' && !saysGoodbye(turn, end)) {
    const mood = change < 0 ? 'calmer' : change > 0 ? 'hotter' : turn.verdict === 'right' ? 'calmer' : 'same';
    // Nobody is soothed and threatens in the same breath.
    const brokeIn = turn.after.fired && !turn.before.fired;
    if (mood !== 'calmer' || !brokeIn) {
      heard.push(...say(session, earlier, `${turn.node.id} ${mood}`, practice[mood][lang], speaker));
    }
  }
  heard.push(...threatLine(session, [...earlier, ...heard], turn, turn.after));
  if (end !== null && end !== 'safe') {
    heard.push(...say(session, earlier, `end ${end}`, course.scenario?.ends[end][lang] ?? []));
  }
  return heard;
}

/** The customer's last word stands alone when the conversation ends on it. */
function saysGoodbye(turn: Omit<Turn, 'heard'>, end: EndKind | null): boolean {
  return end === 'calm' || end === 'lost' || (end === 'unresolved' && turn.verdict !== 'right');
}

/** The customer's words when a threat begins: the scenario's own, or the threat's. */
function threatLine(
  session: Session,
  earlier: readonly Heard[],
  turn: Omit<Turn, 'heard'> | null,
  after: State,
): Heard[] {
  const node = nodeOf(session.course, after);
  if (node.threat === null) return [];
  const { scenario, threats } = session.course;
  const brokeIn = after.fired && turn?.before.fired !== true;
  // The same kind can come again inside its own answer; anything else there is the next step of it.
  if (!brokeIn && turn?.verdict !== 'threatened') return [];
  const own = brokeIn && scenario?.threat?.kind === node.threat ? scenario.threat.line : null;
  const lines = own ?? threats.get(node.threat)?.line;
  return say(session, earlier, `threat ${node.threat}`, lines?.[session.lang] ?? []);
}

function say(
  session: Session,
  earlier: readonly Heard[],
  from: string,
  lines: readonly string[],
  speaker: string | null = null,
): Heard[] {
  if (lines.length === 0) return [];
  const used = earlier.filter((heard) => heard.from === from).length;
  return [{ speaker, from, text: pick(lines, session.seed, from, used) }];
}
