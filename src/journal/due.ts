/**
 * What to practise next: spaced repetition over skills, threats and phrases.
 * The cards are worked out anew from the journal each time, so nothing can
 * disagree with it. Scheduled by FSRS-6 (the Free Spaced Repetition Scheduler),
 * without chance and in whole days: five minutes a day is the unit.
 */
import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Course } from '../flow/course.ts';
import { rightChoices } from '../flow/session.ts';
import { type Move, moveNames, type ThreatKind } from '../playbook/types.ts';
import { type DayOf, dateOf } from './day.ts';
import type { Practised } from './practised.ts';
import { type Visit, visitsOf, type Went } from './visits.ts';

/**
 * What can be practised, by ids that an edited text keeps: a skill (`move:empathize`), a
 * threat (`threat:manager`), a right answer of a conversation (`late-parcel/hear/tell-me`).
 */
export type Item = `move:${Move}` | `threat:${ThreatKind}` | `${string}/${string}/${string}`;

export interface DueItem {
  readonly item: Item;
  /** The day on which it came last, and how it went. */
  readonly last: number;
  readonly went: Went;
  /** The day from which it is due. */
  readonly due: number;
  /** How likely it still is to come, from 0 to 1, as FSRS reckons. */
  readonly recall: number;
}

export interface Due {
  readonly today: number;
  /** What is due today or was before, the least likely to come still first. */
  readonly items: readonly DueItem[];
  /** The first day after today on which something is due; null where nothing is. */
  readonly next: number | null;
  /** Skills and threats that have never come. */
  readonly never: readonly Item[];
  /** The conversation that practises most of it; null where there is none at all. */
  readonly suggestion: Suggestion | null;
}

export interface Suggestion {
  readonly scenario: string;
  /** As {@link minutesOf} counts them. */
  readonly minutes: number;
  /** What is due of what it practises. */
  readonly practises: readonly Item[];
  /** A threat among them that comes only if the customer gets angry enough. */
  readonly ifAngry: Item | null;
  /** True where it was never played before. */
  readonly fresh: boolean;
}

/** A day's practice, in minutes. */
const A_DAY = 5;
/** Reading the customer's line and the answers, choosing, reading what it did: an estimate. */
const SECONDS_A_STEP = 40;
/** The situation before it and the debrief after it: an estimate. */
const SECONDS_AROUND = 60;

/** Nothing stays away longer than half a year, in days. */
const LONGEST = 180;

// Without learning steps of minutes, and without chance: the same journal, the same days.
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: LONGEST });

const GRADES: Readonly<Record<Went, Grade>> = {
  first: Rating.Good,
  later: Rating.Hard,
  missed: Rating.Again,
};

/**
 * @param practised the earliest first
 * @param courses the conversations that there are to practise
 * @param now in milliseconds since 1970
 */
export function dueNow(
  practised: readonly Practised[],
  courses: readonly Course[],
  now: number,
  dayOf: DayOf,
): Due {
  const today = dayOf(now);
  const offers = courses.flatMap(offerOf);
  const offered = new Set(offers.flatMap(({ items }) => [...items]));
  const cards = cardsOf(practised, (at) => Math.min(dayOf(at), today));
  const known = [...cards]
    .filter(([item]) => offered.has(item))
    .map(([item, card]) => dueOf(item, card, today));
  const items = known
    .filter(({ due }) => due <= today)
    .sort((a, b) => a.recall - b.recall || a.last - b.last || (a.item < b.item ? -1 : 1));
  const later = known.map(({ due }) => due).filter((due) => due > today);
  const never = [...offered].filter((item) => !item.includes('/') && !cards.has(item));
  return {
    today,
    items,
    next: later.length > 0 ? Math.min(...later) : null,
    never,
    suggestion: suggest(offers, practised, new Set(items.map(({ item }) => item)), never),
  };
}

/** How long a conversation takes, in whole minutes: by its number of steps, when all goes well. */
export const minutesOf = (steps: number): number =>
  Math.round((SECONDS_AROUND + steps * SECONDS_A_STEP) / 60);

/** A card with what FSRS does not keep. */
interface Known {
  readonly card: Card;
  readonly last: number;
  readonly went: Went;
}

/** Every item that has come, with its card as the reviews of the journal make it. */
function cardsOf(practised: readonly Practised[], dayOf: DayOf): Map<Item, Known> {
  const cards = new Map<Item, Known>();
  for (const session of practised) {
    for (const { item, went, at, beside } of reviewsOf(session)) {
      const before = cards.get(item);
      // FSRS refuses a review before the last one, which a clock that jumped back makes.
      const day = Math.max(dayOf(at), before?.last ?? 0);
      // Where another did the job it was not needed; if it was owed, it no longer is.
      if (beside && !(before && isOwed(before, day))) continue;
      const card: Card = before?.card ?? createEmptyCard(dateOf(day));
      cards.set(item, { card: scheduler.next(card, dateOf(day), GRADES[went]).card, last: day, went });
    }
  }
  return cards;
}

const dueDay = ({ card, last }: Known): number => last + card.scheduled_days;
const isOwed = (known: Known, day: number): boolean => known.went === 'missed' || dueDay(known) <= day;

function dueOf(item: Item, known: Known, today: number): DueItem {
  const { card, last, went } = known;
  const recall = scheduler.get_retrievability(card, dateOf(today), false);
  return { item, last, went, due: dueDay(known), recall };
}

interface Review {
  readonly item: Item;
  readonly went: Went;
  readonly at: number;
  /** True where another did the job beside which this one stood. */
  readonly beside: boolean;
}

/** What a session says of each thing that it practised. */
function reviewsOf(session: Practised): Review[] {
  const visits = visitsOf(session);
  return [
    ...visits.flatMap(movesIn),
    ...threatsIn(visits),
    ...visits.flatMap((visit) => phrasesIn(session.scenario, visit)),
  ];
}

/** The wanted moves, of which one is enough; where none came, all were missed. */
function movesIn({ tries, went, at }: Visit): Review[] {
  const [{ wants }] = tries;
  const did = tries.find(({ verdict }) => verdict === 'right')?.moves ?? wants;
  return wants.map((move) => ({ item: `move:${move}`, went, at, beside: !did.includes(move) }));
}

/** A threat went as well as the worst of its steps. */
function threatsIn(visits: readonly Visit[]): Review[] {
  const worst = new Map<ThreatKind, Review>();
  for (const { tries, went, at } of visits) {
    const [{ threat }] = tries;
    if (threat === null) continue;
    const before = worst.get(threat)?.went ?? went;
    worst.set(threat, {
      item: `threat:${threat}`,
      went: GRADES[went] < GRADES[before] ? went : before,
      at,
      beside: false,
    });
  }
  return [...worst.values()];
}

/**
 * The right answers, of which one is enough; where none was chosen, all were missed.
 * Own words say nothing of answers that nobody saw, and a threat's belong to no conversation.
 */
function phrasesIn(scenario: string, { tries, went, at }: Visit): Review[] {
  const [{ threat, step, right }] = tries;
  if (threat !== null || tries.some(({ choice, verdict }) => choice === null && verdict !== 'skipped'))
    return [];
  const chosen = tries.find(({ verdict }) => verdict === 'right')?.choice ?? null;
  return right.map((phrase) => ({
    item: `${scenario}/${step}/${phrase}`,
    went,
    at,
    beside: chosen !== null && phrase !== chosen,
  }));
}

/** What a conversation practises. */
interface Offer {
  readonly scenario: string;
  readonly minutes: number;
  /** The customer's temperature at the beginning. */
  readonly warm: number;
  /** The skills of its own steps, which come however well it goes. */
  readonly skills: ReadonlySet<Item>;
  readonly ifAngry: Item | null;
  readonly items: ReadonlySet<Item>;
}

/** Its steps, and those of the threat that comes where the customer gets angry enough. */
function offerOf(course: Course): Offer[] {
  const { scenario, machine } = course;
  if (!scenario) return [];
  const threat = scenario.threat?.kind ?? null;
  const nodes = machine.nodes.filter((node) => node.end === null);
  const own = nodes.filter((node) => node.threat === null);
  const answered = nodes.filter((node) => node.threat === threat);
  const skillsOf = (some: typeof nodes) =>
    new Set(some.flatMap(({ wants }) => moveNames(wants)).map((move): Item => `move:${move}`));
  const items = new Set<Item>([
    ...skillsOf([...own, ...answered]),
    ...(threat === null ? [] : [`threat:${threat}` as const]),
    ...own.flatMap((node) =>
      rightChoices(course, node).map((choice): Item => `${scenario.scenario}/${node.step}/${choice}`),
    ),
  ]);
  const ifAngry: Item | null =
    scenario.threat && scenario.threat.from > 0 ? `threat:${scenario.threat.kind}` : null;
  const minutes = minutesOf(own.length);
  const warm = machine.temperature;
  return [{ scenario: scenario.scenario, minutes, warm, skills: skillsOf(own), ifAngry, items }];
}

/**
 * Within a day's minutes the one with most that is due, then most skills that are new, then the
 * one never played with the mildest customer, then the one not played for longest. Who begins begins mildly.
 */
function suggest(
  offers: readonly Offer[],
  practised: readonly Practised[],
  due: ReadonlySet<Item>,
  never: readonly Item[],
): Suggestion | null {
  const played = practised.map(({ scenario }) => scenario);
  const [best] = offers
    .map(({ scenario, minutes, warm, skills, ifAngry, items }) => ({
      scenario,
      minutes,
      warm,
      ifAngry: ifAngry !== null && due.has(ifAngry) ? ifAngry : null,
      practises: [...due].filter((item) => items.has(item)),
      news: played.length === 0 ? 0 : never.filter((item) => skills.has(item)).length,
      // -1, before all others, where it was never played.
      last: played.lastIndexOf(scenario),
    }))
    .sort(
      (a, b) =>
        Number(a.minutes > A_DAY) - Number(b.minutes > A_DAY) ||
        b.practises.length - a.practises.length ||
        b.news - a.news ||
        Number(a.last !== -1) - Number(b.last !== -1) ||
        (a.last === -1 ? a.warm - b.warm : 0) ||
        a.last - b.last,
    );
  if (!best) return null;
  const { scenario, minutes, practises, ifAngry, last } = best;
  return { scenario, minutes, practises, ifAngry, fresh: last === -1 };
}
