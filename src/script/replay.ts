/** A script answers in a person's place: by choices' ids, turn by turn, strictly. */

import type { Review } from '../coach/review.ts';
import { EXIT, Stop } from '../errors.ts';
import { accepts, type Session, type View } from '../flow/session.ts';
import type { AuthorTexts } from '../locales/texts.ts';
import type { Script, Turn } from '../playbook/schema.ts';
import { type Asker, play, type Reply, type Table } from '../term/play.ts';
import { nameOf } from './run.ts';

/** Where a turn stands, such as `file.yaml:7:`; an index past the last is the end. */
export type Where = (turn: number) => string;

/**
 * Plays a session from a script.
 * @throws Stop with file and line where a turn is missing, unknown or left over, or the end is another
 */
export async function replay(
  first: Session,
  script: Script,
  where: Where,
  table: Omit<Table, 'asker' | 'wipe' | 'save'>,
  texts: AuthorTexts,
  hear: (text: string) => Promise<Review>,
): Promise<Session> {
  let at = 0;
  let now = first;
  const stop = (message: string) => new Stop(EXIT.no, message);
  const asker: Asker = {
    async ready() {
      return { key: 'begin' };
    },
    async answer(view: View): Promise<Reply> {
      const turn = script.turns[at];
      const choices = view.options
        .map((option) => option.id)
        .sort()
        .join(', ');
      // A script that expects no end may stop before it.
      if (!turn && script.ends === undefined) return { leave: true };
      if (!turn) throw stop(texts.scriptEnded(where(at), view.node.id, choices));
      const input =
        turn.choose !== undefined ? { choose: turn.choose } : turn.threat ? { threat: turn.threat } : null;
      if (input && !accepts(now, input)) {
        throw stop(texts.scriptUnknown(where(at), nameOf(turn), view.node.id, choices));
      }
      at++;
      if (turn.say !== undefined) return { said: await hear(turn.say) };
      if (turn.heard) return { said: reviewOf(nameOf(turn), turn.heard) };
      return input ?? { key: 'skip' };
    },
    async again() {
      return null;
    },
    async pick() {
      return null;
    },
  };
  const save = async (session: Session) => {
    now = session;
  };
  const { session } = await play(first, { ...table, asker, wipe: () => {}, save });
  const end = session.course.machine.nodes[session.turns.at(-1)?.after.node ?? session.first.node]?.end ?? '';
  if (at < script.turns.length) throw stop(texts.scriptLeft(where(at), end));
  if (script.ends !== undefined && end !== script.ends)
    throw stop(texts.scriptEnd(where(-1), script.ends, end));
  return session;
}

/** Words that were not kept, with what was heard in them; it stands nowhere in particular. */
function reviewOf(text: string, { moves, faults }: NonNullable<Turn['heard']>): Review {
  const all = { start: 0, end: text.length };
  return {
    lang: 'sv',
    text,
    moves: moves.map((move) => ({ move, ...all })),
    faults: faults.map((fault) => ({ fault, message: '', instead: [], ...all })),
    sentences: [all],
  };
}
