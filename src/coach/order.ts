/** What is missing from a text in the order of HEART, and what came too early in it. */
import type { Playbook } from '../playbook/schema.ts';
import type { MoveFound, Review } from './review.ts';

/** The steps of a playbook whose moves a text has none of. */
export function missingFrom({ moves }: Review, { steps }: Playbook): string[] {
  return Object.entries(steps)
    .filter(([, step]) => !moves.some(({ move }) => step.moves.includes(move)))
    .map(([id]) => id);
}

/** The first words that solve before anything was acknowledged; null where the order is kept. */
export function tooSoonIn({ moves }: Review): MoveFound | null {
  const solved = moves.find(({ move }) => move === 'respond' || move === 'ask');
  const felt = moves.find(({ move }) => move === 'empathize' || move === 'apologize' || move === 'restate');
  return solved && (!felt || solved.start < felt.start) ? solved : null;
}
