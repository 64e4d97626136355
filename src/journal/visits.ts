/** A past session as visits to its steps: what was tried at each until it was left. */
import type { Practised, PractisedTurn } from './practised.ts';

/** How a step went: right at the first try, right after a wrong one, or never right. */
export type Went = 'first' | 'later' | 'missed';

export interface Visit {
  /** The tries, at least one; a threat that broke in between is not among them. */
  readonly tries: readonly [PractisedTurn, ...PractisedTurn[]];
  readonly went: Went;
  /** When the last try was, in milliseconds since 1970. */
  readonly at: number;
}

/** The visits in the order in which they began. */
export function visitsOf({ turns }: Practised): Visit[] {
  const visits: Open[] = [];
  // A threat breaks into a step, which is gone on with afterwards.
  let own: Open | null = null;
  let inThreat: Open | null = null;
  for (const turn of turns) {
    if (turn.verdict === 'threatened') continue;
    let visit: Open | null = turn.threat === null ? own : inThreat;
    if (visit?.[0].step === turn.step) visit.push(turn);
    else {
      visit = [turn];
      visits.push(visit);
    }
    const left = turn.verdict === 'right' || turn.verdict === 'skipped';
    if (turn.threat === null) {
      own = left ? null : visit;
      inThreat = null;
    } else inThreat = left ? null : visit;
  }
  return visits.map((tries) => ({ tries, went: wentOf(tries), at: (tries.at(-1) ?? tries[0]).at }));
}

type Open = [PractisedTurn, ...PractisedTurn[]];

function wentOf([first, ...more]: Open): Went {
  if (first.verdict === 'right') return 'first';
  return more.some(({ verdict }) => verdict === 'right') ? 'later' : 'missed';
}
