/** What a finished session shows: its course, what went well, what to work on, one phrase to learn. */
import type { EndKind, Fault } from '../playbook/types.ts';
import { type Phrase, stepOf } from './course.ts';
import { modelPhrase, type Session, stateOf, type Turn, view } from './session.ts';
import { isWon } from './step.ts';

/** Something to work on: a fault, or how the turns were used. */
export type Weakness =
  | { readonly fault: Fault }
  | { readonly turn: 'too-soon' | 'empathy-loop' | 'silent' | 'skipped' };

export interface Debrief {
  readonly end: EndKind | null;
  readonly won: boolean;
  /** Calm at the end, and yet not resolved, because a step that was needed was missed. */
  readonly missed: boolean;
  /** The person's own words that did most good, and those that did most harm. */
  readonly best: string | null;
  readonly worst: string | null;
  /** The temperature at the start and after each turn, with the step's name. */
  readonly course: readonly { readonly name: string; readonly temperature: number }[];
  /** The names of the steps that were right at the first try. */
  readonly good: readonly string[];
  /** At most three, the most heating first. */
  readonly work: readonly { readonly weakness: Weakness; readonly times: number }[];
  /** A phrase of the step that went worst, or of the last good one where none did. */
  readonly learn: { readonly name: string; readonly phrase: Phrase } | null;
}

/** Sums a session up. */
export function debrief(session: Session): Debrief {
  const { course, lang, turns } = session;
  const state = stateOf(session);
  const name = (turn: Turn) => stepOf(course, turn.node)?.name[lang] ?? turn.node.id;
  return {
    end: view(session).end,
    won: isWon(course.machine, state),
    missed: view(session).end === 'unresolved' && state.temperature <= course.machine.calmAt,
    ...ownLines(turns),
    course: [
      { name: '', temperature: session.first.temperature },
      // In a stop nobody counts degrees.
      ...turns
        .filter((turn) => !turn.node.stop)
        .map((turn) => ({ name: name(turn), temperature: turn.after.temperature })),
    ],
    good: [...new Set(firstTries(turns).flatMap((turn) => (turn.verdict === 'right' ? name(turn) : [])))],
    work: weaknesses(turns).slice(0, 3),
    learn: learn(session, name),
  };
}

/** The best and the worst of what was said in the person's own words. */
function ownLines(turns: readonly Turn[]): { best: string | null; worst: string | null } {
  const said = turns.flatMap((turn) =>
    'say' in turn.input
      ? [{ text: turn.input.say, heat: turn.after.temperature - turn.before.temperature, turn }]
      : [],
  );
  const right = said.filter(({ turn }) => turn.verdict === 'right');
  const [best] = right.sort((a, b) => a.heat - b.heat);
  const [worst] = said.filter(({ heat }) => heat > 0).sort((a, b) => b.heat - a.heat);
  return { best: best?.text ?? null, worst: worst?.text ?? null };
}

/** The first turn at each step; a step that a threat interrupted is not tried for the first time twice. */
function firstTries(turns: readonly Turn[]): Turn[] {
  const played = turns.filter((turn) => turn.verdict !== 'threatened');
  return played.filter((turn, i) => played.findIndex((one) => one.node === turn.node) === i);
}

function weaknesses(turns: readonly Turn[]): { weakness: Weakness; times: number }[] {
  const found = new Map<string, { weakness: Weakness; times: number; heat: number }>();
  const count = (key: string, weakness: Weakness, heat: number) => {
    const one = found.get(key) ?? { weakness, times: 0, heat: 0 };
    found.set(key, { weakness, times: one.times + 1, heat: one.heat + heat });
  };
  for (const turn of turns) {
    const heat = turn.after.temperature - turn.before.temperature;
    for (const fault of turn.faults) count(fault, { fault }, heat / turn.faults.length);
    switch (turn.verdict) {
      case 'too-soon':
      case 'silent':
      case 'skipped':
        count(turn.verdict, { turn: turn.verdict }, heat);
        break;
      case 'loop':
        count('empathy-loop', { turn: 'empathy-loop' }, heat);
        break;
      default:
        break;
    }
  }
  return [...found.values()].sort((a, b) => b.heat - a.heat || b.times - a.times);
}

function learn(session: Session, name: (turn: Turn) => string): Debrief['learn'] {
  const { turns } = session;
  const heat = (turn: Turn) => turn.after.temperature - turn.before.temperature;
  const failed = turns.filter((turn) => turn.verdict !== 'right' && turn.verdict !== 'threatened');
  const worst = failed.reduce<Turn | null>(
    (most, turn) => (most && heat(most) >= heat(turn) ? most : turn),
    null,
  );
  const turn = worst ?? turns.at(-1);
  const phrase = turn ? (turn.model ?? modelPhrase(session, turn.node)) : null;
  return turn && phrase ? { name: name(turn), phrase } : null;
}
