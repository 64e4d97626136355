/** What is saved beside a session's trail: what the journal knows of it, and what it does not know yet. {@link keptIn} in `kept-again.ts` reads it. */
import type { Chronicle } from './chronicle.ts';
import type { Statement } from './xapi.ts';

/**
 * Saved before the journal is written, and told to it once more after a kill: a statement that is
 * there twice counts once, one that is nowhere would be lost.
 */
export interface Kept {
  /** Which process saved it: another one has taken the session over where this is not its own. */
  readonly writer: string;
  readonly journal: {
    readonly began: number;
    readonly after: string | null;
    readonly begun: boolean;
    readonly turns: readonly (string | null)[];
    readonly unwritten: readonly Statement[];
  };
}

export const keptOf = (writer: string, chronicle: Chronicle, unwritten: readonly Statement[]): Kept => ({
  writer,
  journal: {
    began: chronicle.began,
    after: chronicle.after,
    begun: chronicle.begun,
    turns: chronicle.turns.map(({ id }) => id),
    unwritten,
  },
});
