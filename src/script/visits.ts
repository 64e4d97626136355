/** What of the content a conversation comes to, turn by turn. Pure. */
import { type Course, practiceOf } from '../flow/course.ts';
import type { Node } from '../flow/machine.ts';
import type { Heard, Session, Turn } from '../flow/session.ts';
import type { EndKind } from '../playbook/types.ts';

/** What there is to visit. */
export const ITEM_KINDS = ['step', 'transition', 'threat', 'ending', 'choice', 'line', 'phrase'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** A playbook walked by itself, a scenario, or a kind of threat, which all conversations share. */
export interface Subject {
  readonly kind: 'playbook' | 'scenario' | 'threat';
  readonly id: string;
}

/** Something that was visited. */
export interface Visit {
  readonly subject: Subject;
  readonly kind: ItemKind;
  /** Made of the content's own ids: `hear`, `hear → empathize`, `hear tell-me`, `hear calmer 2`. */
  readonly name: string;
  /** Of a line: the list that it was taken from, as `hear calmer`. */
  readonly list?: string;
}

/** Something to visit, among the others of its subject. */
export const keyOf = (kind: ItemKind, name: string): string => `${kind} ${name}`;

/** What a conversation is about. */
export function subjectOf({ scenario, playbook }: Course): Subject {
  return scenario ? { kind: 'scenario', id: scenario.scenario } : { kind: 'playbook', id: playbook.playbook };
}

/** Whose step a node is: a threat's own, or the conversation's. */
export const ownerOf = (course: Course, { threat }: Node): Subject =>
  threat === null ? subjectOf(course) : { kind: 'threat', id: threat };

/** Visited before anything is answered: the first step, and what the customer says. */
export function visitsAtStart(session: Session): Visit[] {
  const { course, first, opening } = session;
  return [
    ...arrived(course, nodeAt(course, first.node)),
    ...(first.fired ? brokeIn(course) : []),
    ...opening.map((heard) => lineOf(session, null, heard)),
  ];
}

/**
 * Visited by a turn.
 * @param phrase the id of the phrase that was said, in a playbook by itself
 */
export function visitsIn(session: Session, turn: Turn, phrase: string | null): Visit[] {
  const { course } = session;
  const { input, node, before, after, verdict } = turn;
  const owner = ownerOf(course, node);
  const to = nodeAt(course, after.node);
  const visits = arrived(course, to);
  if (verdict !== 'threatened') {
    visits.push({ subject: owner, kind: 'transition', name: `${node.step} → ${targetOf(turn, to)}` });
  }
  if (after.fired && !before.fired) visits.push(...brokeIn(course));
  if ('choose' in input) {
    visits.push({ subject: owner, kind: 'choice', name: `${node.step} ${input.choose}` });
  }
  if (phrase !== null) visits.push({ subject: owner, kind: 'phrase', name: `${node.step} ${phrase}` });
  return [...visits, ...turn.heard.map((heard) => lineOf(session, turn, heard))];
}

const nodeAt = (course: Course, at: number): Node => course.machine.nodes[at] as Node;

function arrived(course: Course, node: Node): Visit[] {
  if (node.end !== null) return [{ subject: subjectOf(course), kind: 'ending', name: node.end }];
  return [{ subject: ownerOf(course, node), kind: 'step', name: node.step }];
}

const brokeIn = (course: Course): Visit[] => [
  { subject: subjectOf(course), kind: 'threat', name: course.scenario?.threat?.kind ?? '' },
];

/** Where a turn led: a step of the same row, an end, a threat that broke in, or `back` from a threat. */
function targetOf({ node, before, after }: Turn, to: Node): string {
  if (to.end !== null) return to.end;
  const isNew = after.fired && !before.fired;
  if (node.threat === null) return to.threat === null ? to.step : to.id;
  return to.threat === node.threat && !isNew ? to.step : 'back';
}

const MOODS = ['calmer', 'same', 'hotter'] as const;
const isMood = (word: string): word is (typeof MOODS)[number] => (MOODS as readonly string[]).includes(word);

/** A customer's line that was said. */
function lineOf(session: Session, turn: Turn | null, heard: Heard): Visit {
  const { subject, list, lines } = listOf(session, turn, heard);
  const name = lines === null ? list : `${list} ${lines.indexOf(heard.text) + 1}`;
  return { subject, kind: 'line', name, list };
}

export interface List {
  readonly subject: Subject;
  readonly list: string;
  /** Null for a line that stands alone. */
  readonly lines: readonly string[] | null;
}

/** The list that a line was taken from, which is where a session says it comes from. */
export function listOf({ course, lang, first }: Session, turn: Turn | null, { from }: Heard): List {
  const [what, which = ''] = from.split(' ');
  const { scenario, threats } = course;
  const own = subjectOf(course);
  if (turn && isMood(which)) {
    const lines = practiceOf(course, turn.node)?.[which][lang] ?? [];
    return { subject: ownerOf(course, turn.node), list: `${turn.node.step} ${which}`, lines };
  }
  if (turn && what === 'reply') {
    const chosen = 'choose' in turn.input ? turn.input.choose : '';
    return { subject: ownerOf(course, turn.node), list: `${turn.node.step} ${chosen} reply`, lines: null };
  }
  if (what === 'end') {
    const end = which as Exclude<EndKind, 'safe'>;
    return { subject: own, list: `end ${end}`, lines: scenario?.ends[end][lang] ?? [] };
  }
  if (what === 'opening') return { subject: own, list: 'opening', lines: scenario?.opening[lang] ?? [] };
  const isOwn = turn ? turn.after.fired && !turn.before.fired : first.fired;
  if (isOwn) return { subject: own, list: 'threat', lines: scenario?.threat?.line[lang] ?? [] };
  const lines = [...threats.values()].find(({ threat }) => threat === which)?.line[lang] ?? [];
  return { subject: { kind: 'threat', id: which }, list: 'line', lines };
}
