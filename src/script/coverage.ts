/**
 * What scripts visit of the content, and what they do not: per playbook walked by itself,
 * scenario and kind of threat, in each language. A threat's own is shared by all conversations,
 * so a visit from any of them counts. Pure.
 */
import { makeCourse } from '../flow/course.ts';
import type { Library } from '../playbook/library.ts';
import type { Lang } from '../playbook/types.ts';
import { type Item, itemAt, itemsOfPlaybook, itemsOfScenario, itemsOfThreat } from './items.ts';
import { type Reachable, reachableIn, reachableInThreat } from './reachable.ts';
import type { Result } from './suite.ts';
import { ITEM_KINDS, type ItemKind, keyOf, type Subject, visitsAtStart, visitsIn } from './visits.ts';

export interface Count {
  readonly visited: number;
  readonly all: number;
}

/** How a subject is covered in one language. */
export interface Covered extends Subject {
  readonly lang: Lang;
  /** What can be visited and what was, by kind. */
  readonly kinds: Readonly<Record<ItemKind, Count>>;
  readonly unvisited: readonly Item[];
  /** Never comes, whatever is answered; it does not count. */
  readonly unreachable: readonly Item[];
}

export interface Coverage {
  readonly subjects: readonly Covered[];
}

/**
 * Compares what was visited with what can be.
 * @param langs the languages that scripts were asked for in
 */
export function coverageOf(library: Library, results: readonly Result[], langs: readonly Lang[]): Coverage {
  const visited = new Set(results.flatMap(keysOf));
  const covered = subjectsIn(library, results).flatMap((subject) => {
    const held = heldBy(library, subject);
    if (!held) return [];
    const flow = flowOf(subject, held);
    return langs.map((lang) => {
      const wasSeen = (item: Item) => visited.has(keyIn(subject, lang, item));
      return { ...subject, lang, ...compared([...held.items(lang), ...flow], held.reachable, wasSeen) };
    });
  });
  return { subjects: covered };
}

/** Transitions and endings stand nowhere as such: they are what can be reached. */
function flowOf({ kind }: Subject, { steps, reachable }: Held): Item[] {
  const found = [...reachable.values()];
  const transitions = steps.flatMap((step) =>
    found
      .filter((one) => one.kind === 'transition' && one.name.startsWith(`${step} `))
      .map(({ name }) => itemAt('transition', name, `/steps/${step}`)),
  );
  const endings = found
    .filter((one) => one.kind === 'ending')
    .map(({ name }) => itemAt('ending', name, kind === 'scenario' ? `/ends/${name}` : `/${kind}`));
  return [...transitions, ...endings];
}

type Comparison = Pick<Covered, 'kinds' | 'unvisited' | 'unreachable'>;

/** What has come all the same was reachable, whatever the exploration knows. */
function compared(
  items: readonly Item[],
  reachable: Reachable,
  wasSeen: (item: Item) => boolean,
): Comparison {
  const [there, unreachable] = split(items, (item) => wasSeen(item) || reachable.has(item.needs));
  const [visited, unvisited] = split(there, wasSeen);
  const countOf = (of: ItemKind) => ({
    visited: visited.filter(({ kind }) => kind === of).length,
    all: there.filter(({ kind }) => kind === of).length,
  });
  const kinds = Object.fromEntries(ITEM_KINDS.map((kind) => [kind, countOf(kind)]));
  return { kinds: kinds as Covered['kinds'], unvisited, unreachable };
}

const split = (items: readonly Item[], is: (item: Item) => boolean): [Item[], Item[]] => [
  items.filter(is),
  items.filter((item) => !is(item)),
];

/** Of a subject, a language, or all: what can be visited and what was. */
export function sum(counts: readonly Count[]): Count {
  return {
    visited: counts.reduce((total, { visited }) => total + visited, 0),
    all: counts.reduce((total, { all }) => total + all, 0),
  };
}

/** All that is covered, or all of one kind. */
export function total({ subjects }: Coverage, kinds: readonly ItemKind[] = ITEM_KINDS): Count {
  return sum(subjects.flatMap((one) => kinds.map((kind) => one.kinds[kind])));
}

/** In whole per cent, rounded down: only what is whole is 100. */
export const percent = ({ visited, all }: Count): number =>
  all === 0 ? 100 : Math.floor((100 * visited) / all);

/** Something to visit, among all that there is: a subject is covered in each language by itself. */
export const keyIn = (
  subject: Subject,
  lang: Lang,
  { kind, name }: { readonly kind: ItemKind; readonly name: string },
): string => `${subject.kind} ${subject.id} ${lang} ${keyOf(kind, name)}`;

/** What a script visited; nothing where it could not be played. */
export function keysOf({ run, script, lang }: Result): string[] {
  if (!run) return [];
  const { session } = run;
  const visits = [
    ...visitsAtStart(session),
    ...session.turns.flatMap((turn, i) =>
      visitsIn(session, turn, 'done' in turn.input ? (script.turns[i]?.choose ?? null) : null),
    ),
  ];
  return visits.map((visit) => keyIn(visit.subject, lang, visit));
}

/**
 * What is to be covered: a user's own files and what the scripts are about. Without files of
 * their own it is all that ships.
 */
function subjectsIn(library: Library, results: readonly Result[]): Subject[] {
  const all = (['playbook', 'scenario', 'threat'] as const).flatMap((kind) =>
    library.cards(kind).map(({ id, from }) => ({ kind, id, isOwn: from !== null })),
  );
  const named = new Set(
    results.map(({ script: { scenario, playbook } }) =>
      scenario === undefined ? `playbook ${playbook}` : `scenario ${scenario}`,
    ),
  );
  const hasOwn = all.some(({ isOwn }) => isOwn);
  return all
    .filter(({ kind, id, isOwn }) => !hasOwn || isOwn || named.has(`${kind} ${id}`))
    .map(({ kind, id }) => ({ kind, id }));
}

/** What a subject holds, and what of it can be visited. */
interface Held {
  readonly items: (lang: Lang) => Item[];
  readonly steps: readonly string[];
  readonly reachable: Reachable;
}

function heldBy(library: Library, { kind, id }: Subject): Held | null {
  if (kind === 'threat') {
    const threat = library.value('threat', id);
    const [any = ''] = library.ids('playbook');
    const course = makeCourse(library, { playbook: any });
    if (!threat || !course) return null;
    return {
      items: (lang) => itemsOfThreat(threat, lang),
      steps: Object.keys(threat.steps),
      reachable: reachableInThreat(threat.threat, course),
    };
  }
  const course = makeCourse(library, kind === 'playbook' ? { playbook: id } : { scenario: id });
  if (!course) return null;
  const { playbook, scenario } = course;
  return {
    items: (lang) => (scenario ? itemsOfScenario(scenario, playbook, lang) : itemsOfPlaybook(playbook, lang)),
    steps: Object.keys(playbook.steps),
    reachable: reachableIn(course),
  };
}
