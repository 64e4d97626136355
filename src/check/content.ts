/** What rules look at: the checked files, all that they stand on, and what is costly to find out, found out once. */
import type { Coach } from '../coach/review.ts';
import { type Course, makeCourse } from '../flow/course.ts';
import type { Library } from '../playbook/library.ts';
import type { Doc } from '../playbook/validate.ts';
import type { Threats } from '../threats/open.ts';
import { type Explored, explore } from './explore.ts';
import { type Written, writtenIn } from './texts.ts';
import { isWhole } from './whole.ts';

/** A playbook by itself, or a scenario with its playbook, as it is played. */
export interface Played {
  readonly doc: Extract<Doc, { kind: 'playbook' | 'scenario' }>;
  readonly course: Course;
  readonly explored: Explored;
}

export interface Content {
  /** The checked files. */
  readonly docs: readonly Doc[];
  /** The checked files over the shipped content. */
  readonly library: Library;
  /** The texts of the checked files. */
  readonly texts: readonly Written[];
  /** Every checked playbook and scenario that can be played: all that it points to is there. */
  readonly played: readonly Played[];
  /** Hears moves and faults. */
  readonly coach: Coach;
  /** Recognises threats. */
  readonly threats: Threats;
  /** The day on which it is checked, `2026-11-22`. */
  readonly today: string;
  /** By file and pointer: the hashes of both languages when they were last found to say the same. */
  readonly agreed: ReadonlyMap<string, Agreed>;
}

/** The two languages of a text when they last said the same, as hashes. */
export interface Agreed {
  readonly sv: string;
  readonly nb: string;
}

/** The edge's part: what is opened only when a rule asks for it. */
export interface Opened {
  readonly coach: () => Coach;
  readonly threats: () => Threats;
  readonly today: string;
  readonly agreed: ReadonlyMap<string, Agreed>;
}

export function contentOf(docs: readonly Doc[], library: Library, opened: Opened): Content {
  const once = <T>(make: () => T) => {
    let made: { readonly value: T } | undefined;
    return () => {
      made ??= { value: make() };
      return made.value;
    };
  };
  const texts = once(() => writtenIn(docs));
  const played = once(() => docs.flatMap((doc) => playedOf(doc, library)));
  const coach = once(opened.coach);
  const threats = once(opened.threats);
  return {
    docs,
    library,
    get texts() {
      return texts();
    },
    get played() {
      return played();
    },
    get coach() {
      return coach();
    },
    get threats() {
      return threats();
    },
    today: opened.today,
    agreed: opened.agreed,
  };
}

function playedOf(doc: Doc, library: Library): Played[] {
  if (doc.kind !== 'playbook' && doc.kind !== 'scenario') return [];
  const wanted = doc.kind === 'playbook' ? { playbook: doc.id } : { scenario: doc.id };
  const course = makeCourse(library, wanted);
  return course && isWhole(course) ? [{ doc, course, explored: explore(course) }] : [];
}
