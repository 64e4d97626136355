/** Everything that one conversation is played on: the machine and the texts beside it. */
import type { Card, Library } from '../playbook/library.ts';
import type {
  Phrases,
  Playbook,
  Practice,
  Scenario,
  Slots,
  Step,
  Temperature,
  Threat,
} from '../playbook/schema.ts';
import { fill, type Slot, slotsFor } from '../playbook/slots.ts';
import { type Channel, type Lang, THREATS, type ThreatKind } from '../playbook/types.ts';
import { type Machine, makeMachine, type Node } from './machine.ts';

export interface Course {
  readonly playbook: Playbook;
  readonly scenario: Scenario | null;
  readonly threats: ReadonlyMap<ThreatKind, Threat>;
  readonly temperature: Temperature;
  readonly slots: readonly Slots[];
  readonly machine: Machine;
  /** Changes when any content that the conversation is played on changes. */
  readonly hash: string;
}

/** A phrase ready to say, with where it belongs. */
export interface Phrase {
  readonly id: string;
  readonly channel: Channel;
  readonly way: string | null;
  readonly text: string;
}

/**
 * Puts a course together.
 * @returns null where the library has no such playbook or scenario
 */
export function makeCourse(
  library: Library,
  wanted: { playbook: string } | { scenario: string },
): Course | null {
  const scenario = 'scenario' in wanted ? (library.value('scenario', wanted.scenario) ?? null) : null;
  if ('scenario' in wanted && scenario === null) return null;
  const id = scenario ? scenario.playbook : (wanted as { playbook: string }).playbook;
  const playbook = library.value('playbook', id);
  const common = commonOf(library);
  if (!playbook || !common) return null;
  const { threats, temperature, slots } = common;
  return {
    playbook,
    scenario,
    threats,
    temperature,
    slots,
    machine: makeMachine({ playbook, scenario, threats: [...threats.values()], temperature }),
    get hash() {
      const own = [scenario && library.card('scenario', scenario.scenario), library.card('playbook', id)];
      return [...own, ...common.cards].map((card) => card?.hash.slice(0, 6) ?? '').join('');
    },
  };
}

/** What all conversations of a library share. */
interface Common extends Pick<Course, 'threats' | 'temperature' | 'slots'> {
  readonly cards: readonly (Card | undefined)[];
}

const commons = new WeakMap<Library, Common | null>();

/** @returns null where the library has no weights */
function commonOf(library: Library): Common | null {
  const known = commons.get(library);
  if (known !== undefined) return known;
  const common = makeCommon(library);
  commons.set(library, common);
  return common;
}

function makeCommon(library: Library): Common | null {
  const [weights = ''] = library.ids('temperature').slice(-1);
  const temperature = library.value('temperature', weights);
  if (!temperature) return null;
  const threats = new Map<ThreatKind, Threat>();
  for (const kind of THREATS) {
    const threat = library.value('threat', kind);
    if (threat) threats.set(kind, threat);
  }
  const slotFiles = library.ids('slots');
  const cards = [
    library.card('temperature', weights),
    ...[...threats.keys()].map((kind) => library.card('threat', kind)),
    ...slotFiles.map((one) => library.card('slots', one)),
  ];
  return {
    threats,
    temperature,
    slots: slotFiles.flatMap((one) => library.value('slots', one) ?? []),
    cards,
  };
}

/** The text of a node's step: of the playbook or of a threat; null for an end. */
export function stepOf(course: Course, node: Node): Step | null {
  if (node.end !== null) return null;
  const steps = node.threat === null ? course.playbook.steps : course.threats.get(node.threat)?.steps;
  return steps?.[node.step] ?? null;
}

/** What there is to practise at a node; null where a playbook is walked without a scenario. */
export function practiceOf(course: Course, node: Node): Practice | null {
  if (node.end !== null) return null;
  if (node.threat !== null) return course.threats.get(node.threat)?.steps[node.step]?.practice ?? null;
  return course.scenario?.steps[node.step] ?? null;
}

/** From which channels' phrases to choose, the nearest first. */
const NEAREST: Record<Channel, readonly Channel[]> = {
  phone: ['phone', 'counter', 'chat', 'mail'],
  counter: ['counter', 'phone', 'chat', 'mail'],
  chat: ['chat', 'mail', 'phone', 'counter'],
  mail: ['mail', 'chat', 'phone', 'counter'],
};

/** A step's phrases with their slots filled, those of the channel first. */
export function phrasesOf(course: Course, step: Step, lang: Lang, channel: Channel): Phrase[] {
  const slots = slotsFor(lang, course.slots, course.scenario);
  const groups: { way: string | null; phrases: Phrases }[] = [
    ...(step.phrases ? [{ way: null, phrases: step.phrases }] : []),
    ...Object.entries(step.ways ?? {}).map(([way, one]) => ({ way, phrases: one.phrases })),
  ];
  return NEAREST[channel].flatMap((near) =>
    groups.flatMap(({ way, phrases }) => fromGroup(phrases[lang][near], near, way, slots)),
  );
}

function fromGroup(
  group: Readonly<Record<string, string>> | undefined,
  channel: Channel,
  way: string | null,
  slots: readonly Slot[],
): Phrase[] {
  return Object.entries(group ?? {}).map(([id, text]) => ({ id, channel, way, text: fill(text, slots) }));
}
