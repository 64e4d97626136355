/**
 * A session as a script that passes: what was done at each turn, and what came of it as its
 * expectations. Pure. What a person typed is left out unless they ask for it; then only what was
 * heard in it is kept, which is enough to play it again.
 */
import { type Session, type Turn, view } from '../flow/session.ts';

/**
 * @param name the script's id
 * @param words whether what was typed is written down
 */
export function scriptFrom(session: Session, name: string, words: boolean): string {
  const { course, lang, seed, turns } = session;
  const { end } = view(session);
  return [
    'schema: 1',
    `script: ${name}`,
    course.scenario ? `scenario: ${course.scenario.scenario}` : `playbook: ${course.playbook.playbook}`,
    `lang: ${lang}`,
    `seed: ${seed}`,
    'turns:',
    ...turns.flatMap((turn, i) => [
      `  - ${doneAt(turn, words)}`,
      `    expect: ${cameOf(turn, turns[i + 1], session)}`,
    ]),
    ...(end === null ? [] : [`ends: ${end}`]),
    '',
  ].join('\n');
}

function doneAt({ input, moves, faults }: Turn, words: boolean): string {
  if ('choose' in input) return `choose: ${input.choose}`;
  if ('threat' in input) return `threat: ${input.threat}`;
  if (!('say' in input)) return 'skip: true';
  return words
    ? `say: ${JSON.stringify(input.say)}`
    : `heard: { moves: [${moves.join(', ')}], faults: [${faults.join(', ')}] }`;
}

/** Where the conversation stood afterwards. */
function cameOf(turn: Turn, next: Turn | undefined, session: Session): string {
  const { temperature } = turn.after;
  const step = next?.node.id ?? view(session).node.id;
  return `{ step: ${step}, temperature: { at-most: ${temperature}, at-least: ${temperature} } }`;
}
