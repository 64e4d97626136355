/** A session as it is saved: its trail, and what it was played on. {@link restore} in `restore.ts` reads it. */

import type { Lang } from '../playbook/types.ts';
import { type Input, type Session, trailOf, view } from './session.ts';

export interface Saved {
  readonly schemaVersion: 1;
  readonly playbook: string;
  readonly scenario: string | null;
  /** The version of svalka that saved it. */
  readonly version: string;
  readonly hash: string;
  readonly lang: Lang;
  readonly seed: number;
  readonly trail: readonly Input[];
  /** The node that the trail led to. */
  readonly at: string;
}

/** The value to save. */
export function save(session: Session, version: string): Saved {
  const { course } = session;
  return {
    schemaVersion: 1,
    playbook: course.playbook.playbook,
    scenario: course.scenario?.scenario ?? null,
    version,
    hash: course.hash,
    lang: session.lang,
    seed: session.seed,
    trail: trailOf(session),
    at: view(session).node.id,
  };
}
