/** Machines made by hand for the tests of the flow, and a short notation for what happens on them. */
import type { Course } from '../../src/flow/course.ts';
import { type Machine, makeMachine } from '../../src/flow/machine.ts';
import { type Event, initial, type State, step } from '../../src/flow/step.ts';
import type {
  Choice,
  Playbook,
  Practice,
  Scenario,
  Step,
  Temperature,
  Threat,
} from '../../src/playbook/schema.ts';
import {
  FAULTS,
  type Fault,
  faultBits,
  MOVES,
  type Move,
  moveBits,
  THREATS,
  type ThreatKind,
} from '../../src/playbook/types.ts';

const isMove = (word: string): word is Move => (MOVES as readonly string[]).includes(word);
const isFault = (word: string): word is Fault => (FAULTS as readonly string[]).includes(word);
const isThreat = (word: string): word is ThreatKind => (THREATS as readonly string[]).includes(word);

const pair = (text: string) => ({ sv: `${text} sv`, nb: `${text} nb` });
const lines = (text: string) => ({
  sv: [`${text} 1 sv`, `${text} 2 sv`],
  nb: [`${text} 1 nb`, `${text} 2 nb`],
});

/** A step in short: what it wants, and what else is not as usual. */
export interface ShortStep {
  readonly moves: readonly Move[];
  readonly next?: string;
  readonly required?: boolean;
}
export type ShortSteps = Readonly<Record<string, ShortStep | readonly Move[]>>;

export interface Short {
  readonly steps: ShortSteps;
  readonly threats?: Readonly<Partial<Record<ThreatKind, ShortSteps>>>;
  /** The scenario's starting temperature; without it there is no scenario. */
  readonly temperature?: number;
  /** The threat that the scenario brings. */
  readonly brings?: { readonly kind: ThreatKind; readonly step: string; readonly from: number };
  readonly weights?: Temperature;
}

/** The kinds that stop the script, as the shipped threats have it. */
export const STOPS: readonly ThreatKind[] = ['physical', 'self-harm'];

const isLong = (one: ShortStep | readonly Move[]): one is ShortStep => 'moves' in one;
const longStep = (one: ShortStep | readonly Move[]): ShortStep => (isLong(one) ? one : { moves: one });

function stepsOf(short: ShortSteps): Record<string, Step & { practice: Practice }> {
  return Object.fromEntries(
    Object.entries(short).map(([id, one]) => {
      const { moves, next, required } = longStep(one);
      const choices: Record<string, Choice> = {
        good: { moves: [...moves], ...pair(`good ${id}`) },
        bad: { faults: ['blame'], ...pair(`bad ${id}`) },
        idle: pair(`idle ${id}`),
      };
      return [
        id,
        {
          ...{
            name: pair(id),
            moves: [...moves],
            aim: pair(id),
            why: pair(id),
            do: lines(id),
            avoid: lines(id),
          },
          ...(next === undefined ? {} : { next }),
          ...(required === undefined ? {} : { required }),
          source: 'svalka',
          phrases: { sv: { phone: { one: `phrase ${id}` } }, nb: { phone: { one: `phrase ${id}` } } },
          practice: {
            ...{ calmer: lines(`${id} calmer`), same: lines(`${id} same`), hotter: lines(`${id} hotter`) },
            choices,
          },
        },
      ];
    }),
  );
}

const word = { name: pair('name'), why: pair('why') };
const advice = { ...word, instead: pair('instead') };

/** The weights of the tests, by hand: shipped ones may be tuned without changing the rules. */
export function weightsOf(some: Partial<Temperature> = {}): Temperature {
  const cools = {
    hear: 1,
    restate: 1,
    empathize: 2,
    apologize: 1,
    ask: 1,
    respond: 2,
    thank: 1,
    boundary: 1,
  };
  return {
    schema: 1,
    temperature: 'by-hand',
    about: pair('about'),
    'calm-at': 3,
    'lost-at': 10,
    patience: 2,
    'answer-heats-at-most': 3,
    words: [{ 'up-to': 10, ...pair('word') }],
    moves: Object.fromEntries(
      MOVES.map((move) => [move, { cools: cools[move], ...word }]),
    ) as Temperature['moves'],
    faults: Object.fromEntries(
      FAULTS.map((fault) => [fault, { heats: fault === 'but' ? 1 : 2, ...advice }]),
    ) as Temperature['faults'],
    turns: {
      'too-soon': { heats: 2, ...advice },
      'empathy-loop': { heats: 1, ...advice },
      silent: { heats: 0, ...advice },
      skipped: { heats: 1, ...advice },
    },
    ...some,
  };
}

/** A machine from a few words. */
export const machineOf = (short: Short): Machine => courseMade(short).machine;

/** A course from a few words: each step offers `good`, `bad` (a fault) and `idle`. */
export function courseMade(short: Short): Course {
  const steps = stepsOf(short.steps);
  const playbook: Playbook = {
    ...{ schema: 1, playbook: 'by-hand', title: pair('title'), about: pair('about'), source: 'svalka' },
    steps: Object.fromEntries(Object.entries(steps).map(([id, { practice: _, ...one }]) => [id, one])),
  };
  const threats = THREATS.flatMap((kind): Threat[] => {
    const own = short.threats?.[kind];
    if (!own) return [];
    return [
      {
        ...{ schema: 1, threat: kind, name: pair(kind), about: pair(kind), stop: STOPS.includes(kind) },
        ...{ say: lines(kind), do: lines(kind), avoid: lines(kind), after: pair(kind), source: 'svalka' },
        line: lines(kind),
        names: lines(kind),
        steps: stepsOf(own),
      },
    ];
  });
  const scenario: Scenario | null =
    short.temperature === undefined
      ? null
      : {
          ...{ schema: 1, scenario: 'by-hand-case', playbook: 'by-hand', channel: 'phone' },
          ...{ trade: pair('trade'), title: pair('title'), situation: pair('situation'), may: lines('may') },
          ...{ 'may-not': lines('may not'), temperature: short.temperature, customer: pair('customer') },
          opening: lines('opening'),
          ...(short.brings ? { threat: { ...short.brings, line: lines('threat') } } : {}),
          steps: Object.fromEntries(Object.entries(steps).map(([id, one]) => [id, one.practice])),
          ends: { calm: lines('calm'), unresolved: lines('unresolved'), lost: lines('lost') },
        };
  const temperature = short.weights ?? weightsOf();
  return {
    ...{ playbook, scenario, temperature, slots: [], hash: 'by hand' },
    threats: new Map(threats.map((threat) => [threat.threat, threat])),
    machine: makeMachine({ playbook, scenario, threats, temperature }),
  };
}

/**
 * An event in words: `hear`, `hear+empathize`, `!blame`, `empathize!but!blame`,
 * `-` (nothing that counts), `skip`, `~manager` (the threat).
 */
export function eventOf(words: string): Event {
  if (words === 'skip') return { type: 'skip' };
  if (words.startsWith('~')) {
    const kind = words.slice(1);
    if (!isThreat(kind)) throw new Error(`no threat: ${kind}`);
    return { type: 'threat', threat: THREATS.indexOf(kind) };
  }
  const [moves = '', ...faults] = words.split('!');
  const said = moves.split('+').filter((move) => move !== '' && move !== '-');
  if (!said.every(isMove) || !faults.every(isFault)) throw new Error(`no such answer: ${words}`);
  return { type: 'answer', moves: moveBits(said), faults: faultBits(faults) };
}

/** A state in words: `hear 6`, with what is not as at the beginning. */
export function inWords(machine: Machine, state: State): string {
  return [
    machine.nodes[state.node]?.id ?? 'nowhere',
    String(state.temperature),
    ...(state.tries > 0 ? [`try ${state.tries + 1}`] : []),
    ...(state.back === -1 ? [] : [`left ${machine.nodes[state.back]?.id ?? 'nowhere'}`]),
    ...(state.missed ? ['missed'] : []),
    ...(state.fired ? ['fired'] : []),
  ].join(' ');
}

/** Every state of a run in words, the first included. */
export function run(machine: Machine, events: readonly string[]): string[] {
  let state = initial(machine);
  const states = [inWords(machine, state)];
  for (const one of events) {
    state = step(machine, state, eventOf(one));
    states.push(inWords(machine, state));
  }
  return states;
}

/** What is wrong with a state, in words; empty for a valid one. */
export function flaws(machine: Machine, state: State): string[] {
  const node = machine.nodes[state.node];
  if (!node) return [`node ${state.node}`];
  const left = machine.nodes[state.back];
  const wrong: [boolean, string][] = [
    [!Number.isInteger(state.temperature), 'temperature is no whole number'],
    [state.temperature < 0 || state.temperature > machine.lostAt, `temperature ${state.temperature}`],
    [
      !Number.isInteger(state.tries) || state.tries < 0 || state.tries >= machine.patience,
      `tries ${state.tries}`,
    ],
    [node.end !== null && (state.tries !== 0 || state.back !== -1), 'an end that still waits'],
    [(node.threat !== null) !== (state.back !== -1), 'a step to return to, exactly in a threat'],
    [state.back !== -1 && (left?.end !== null || left.threat !== null), 'returns to no step of the playbook'],
    [node.end === 'lost' && state.temperature !== machine.lostAt, 'lost before it boiled'],
    [node.end === 'calm' && (state.missed || state.temperature > machine.calmAt), 'calm by mistake'],
    [!node.stop && node.end === null && state.temperature >= machine.lostAt, 'boils and goes on'],
  ];
  return wrong.filter(([is]) => is).map(([, what]) => what);
}
