/**
 * Looks for tours: many plays by chance, led towards what nobody has visited, of which the one that
 * adds most is taken; then again. Pure: chance comes from a theme's name, so that the same content
 * gives the same tours, and a change of one scenario leaves those of the others as they are.
 */
import { type Course, makeCourse, practiceOf } from '../../src/flow/course.ts';
import type { Node } from '../../src/flow/machine.ts';
import { hash32, scatter } from '../../src/flow/random.ts';
import { advance, type Session, start, stateOf, view } from '../../src/flow/session.ts';
import { judge } from '../../src/flow/step.ts';
import type { Library } from '../../src/playbook/library.ts';
import type { Script, Turn } from '../../src/playbook/schema.ts';
import { faultBits, LANGS, moveBits, moveNames, THREATS } from '../../src/playbook/types.ts';
import { keyIn, keysOf } from '../../src/script/coverage.ts';
import { inputOf } from '../../src/script/run.ts';
import { type Case, casesOf, passed, type Result } from '../../src/script/suite.ts';
import { ownerOf } from '../../src/script/visits.ts';

/** From how many plays a tour is chosen, and how often a theme is played at most: else it has bad luck. */
const PLAYS = 500;
const ROUNDS = 60;
/** Nobody reads longer tours. */
const MOST_TURNS = 20;
/** Enough for each of the customer's lines to be said. */
const SEEDS = 60;

/** What tours are about. */
export interface Theme {
  readonly name: string;
  /** How the keys begin of all that its tours are to visit. */
  readonly own: string;
  /** Of a playbook with its language: phrases have ids of their own in each. */
  readonly base: Pick<Script, 'scenario' | 'playbook' | 'lang'>;
  /** What the customer may threaten with at any step. */
  readonly threat?: (typeof THREATS)[number];
}

/** Every scenario, kind of threat and playbook. Any customer can make any threat. */
export function themesOf(library: Library): Theme[] {
  const scenarios = library.ids('scenario');
  const base = { scenario: scenarios.at(-1) ?? '' };
  return [
    ...scenarios.map((id) => ({ name: id, own: `scenario ${id} `, base: { scenario: id } })),
    ...THREATS.map((threat) => ({ name: `threat-${threat}`, own: `threat ${threat} `, base, threat })),
    ...library.ids('playbook').flatMap((playbook) =>
      LANGS.map((lang) => {
        return {
          name: `${playbook}-${lang}`,
          own: `playbook ${playbook} ${lang} `,
          base: { playbook, lang },
        };
      }),
    ),
  ];
}

/** A play that was tried. */
export interface Tried {
  /** Yet without a name, and without expectations. */
  readonly script: Script;
  readonly results: readonly Result[];
  /** What it visits that nothing did. */
  readonly fresh: readonly string[];
  /** What it is worth; nothing where it does not pass, or shows nothing of its theme. */
  readonly worth: number;
}

type Play = (one: Case) => Result;
type Keys = ReadonlySet<string>;

/**
 * Finds tours until all of a theme is visited, or luck fails.
 * @param left what nobody has visited; what is found is taken out of it
 */
export function toursOf(library: Library, theme: Theme, play: Play, left: Set<string>): Tried[] {
  const course = makeCourse(library, theme.base as { playbook: string });
  const tours: Tried[] = [];
  for (let round = 0; course && round < ROUNDS; round++) {
    if (![...left].some((key) => key.startsWith(theme.own))) break;
    const chance = chances(`${theme.name} ${round}`);
    let best: Tried | null = null;
    for (let i = 0; i < PLAYS; i++) {
      const tried = judged(scriptByChance(course, theme, left, chance), theme, play, left);
      if (tried.worth > (best?.worth ?? 0)) best = tried;
    }
    for (const key of best?.fresh ?? []) left.delete(key);
    if (best) tours.push(best);
  }
  return tours;
}

/** Numbers from 0 to 1, the same for the same text. */
function chances(text: string): () => number {
  let at = hash32(1, text);
  return () => scatter(at++) / 2 ** 32;
}

/** What is fresh of its own theme counts most; of two tours that show the same, the shorter is better. */
function judged(script: Script, { own }: Theme, play: Play, left: Keys): Tried {
  const results = casesOf([{ file: '', script }], null).map(play);
  const fresh = [...new Set(results.flatMap(keysOf))].filter((key) => left.has(key));
  const hits = fresh.filter((key) => key.startsWith(own)).length;
  const worth = hits + 0.2 * (fresh.length - hits) - 0.04 * script.turns.length;
  return { script, results, fresh, worth: hits > 0 && results.every(passed) ? worth : 0 };
}

/** One play, by an agent who is more or less skilled. Where it comes to no end it will not pass. */
function scriptByChance(course: Course, { base, threat }: Theme, left: Keys, chance: () => number): Script {
  const seed = 1 + Math.floor(chance() * SEEDS);
  const skill = chance();
  const turns: Turn[] = [];
  for (let now = start(course, base.lang ?? LANGS[0], seed); ; ) {
    const node = course.machine.nodes[stateOf(now).node] as Node;
    if (node.end !== null || turns.length === MOST_TURNS) {
      return { schema: 1, script: '', ...base, about: '', seed, turns, ends: node.end ?? 'calm' };
    }
    const options = optionsAt(node, now, skill, left);
    if (threat && node.threat === null) options.push([{ threat }, 2]);
    const turn = taken(options, chance());
    now = advance(now, inputOf(turn, now, null) ?? { skip: true });
    turns.push(turn);
  }
}

/** A turn that can be played, and how likely it is beside the others. */
type Option = [turn: Turn, likely: number];

/** What there is to do at a node: rather what nobody has done, and the more skilled, the more what is right. */
function optionsAt(node: Node, now: Session, skill: number, left: Keys): Option[] {
  const practice = practiceOf(now.course, node);
  const kind = practice ? 'choice' : 'phrase';
  const offered = practice
    ? Object.entries(practice.choices).map(([id, { moves, faults }]) => {
        return { id, isRight: judge(node, moveBits(moves), faultBits(faults)) === 'right' };
      })
    : view(now).phrases.map(({ id }) => ({ id, isRight: true }));
  const answers = offered.map(({ id, isRight }): Option => {
    const isNew = left.has(keyIn(ownerOf(now.course, node), now.lang, { kind, name: `${node.step} ${id}` }));
    return [{ choose: id }, 0.02 + (isNew ? 5 : 1) * (isRight ? skill : 1 - skill)];
  });
  // In own words: nothing that counts, what the step wants, a fault. They have no reply of their own.
  const words: Option[] = [
    [{ heard: { moves: [], faults: [] } }, 0.35],
    [{ heard: { moves: moveNames(node.wants).slice(0, 1), faults: [] } }, 0.35],
    [{ heard: { moves: [], faults: ['blame'] } }, 0.35],
  ];
  return [...answers, ...(practice ? words : []), [{ skip: true }, 0.3]];
}

function taken(options: readonly Option[], chance: number): Turn {
  let rest = chance * options.reduce((sum, [, likely]) => sum + likely, 0);
  const option = options.find(([, likely]) => {
    rest -= likely;
    return rest < 0;
  });
  return option?.[0] ?? { skip: true };
}
