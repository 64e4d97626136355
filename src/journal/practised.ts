/** What the journal tells of past practice: the terms in which progress and due dates are worked out. */
import type { Turn } from '../flow/session.ts';
import type { EndKind, Fault, Lang, Move, ThreatKind } from '../playbook/types.ts';

/** One practised session, as far as it went. */
export interface Practised {
  /** The session's id, a UUID; the same after it was resumed. */
  readonly session: string;
  readonly playbook: string;
  readonly scenario: string;
  readonly lang: Lang;
  /** When it began, in milliseconds since 1970. */
  readonly began: number;
  /** The customer's temperature at the beginning. */
  readonly start: number;
  readonly turns: readonly PractisedTurn[];
  /** Null where it was left, or is still going on. */
  readonly end: { readonly kind: EndKind; readonly won: boolean; readonly temperature: number } | null;
}

export interface PractisedTurn {
  /** In milliseconds since 1970. */
  readonly at: number;
  /** The id of the step in the machine, as `Node.id` has it. */
  readonly step: string;
  /** The threat that was being answered; null in the playbook's own steps. */
  readonly threat: ThreatKind | null;
  /** The moves that the step is there for. */
  readonly wants: readonly Move[];
  /** The moves and faults of what was said. */
  readonly moves: readonly Move[];
  readonly faults: readonly Fault[];
  readonly verdict: PractisedVerdict;
  /** The answer that was chosen; null for own words and a skipped step. */
  readonly choice: string | null;
  /** The answers that were right here, by id; empty where there was none to choose. */
  readonly right: readonly string[];
  readonly before: number;
  readonly after: number;
}

/** As a session's turn has it; see `judge` in `flow/step.ts`. */
export type PractisedVerdict = Turn['verdict'];
