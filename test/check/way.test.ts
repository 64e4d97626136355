/**
 * Every script that a finding carries, played through the real session: it fits its scenario turn by
 * turn, ends as it says, and shows what its rule claims. The walk says the same, independently.
 */
import { describe, expect, test } from 'vitest';
import { type Content, contentOf } from '../../src/check/content.ts';
import type { Problem, Rule } from '../../src/check/rule.ts';
import { bestPlayNotCalm } from '../../src/check/rules/best-play-not-calm.ts';
import { calmWithoutRequired } from '../../src/check/rules/calm-without-required.ts';
import { cannotBeLost } from '../../src/check/rules/cannot-be-lost.ts';
import { cannotBeWon } from '../../src/check/rules/cannot-be-won.ts';
import { dangerNotSafe } from '../../src/check/rules/danger-not-safe.ts';
import { deadEnd } from '../../src/check/rules/dead-end.ts';
import { endlessCycle } from '../../src/check/rules/endless-cycle.ts';
import { noRightChoice } from '../../src/check/rules/no-right-choice.ts';
import { threatDoesNotReturn } from '../../src/check/rules/threat-does-not-return.ts';
import { threatNeverComes } from '../../src/check/rules/threat-never-comes.ts';
import { shown } from '../../src/check/way.ts';
import { type Course, makeCourse, practiceOf } from '../../src/flow/course.ts';
import {
  accepts,
  advance,
  type Input,
  type Session,
  start,
  type Turn,
  view,
} from '../../src/flow/session.ts';
import { type Event, isWon, type State } from '../../src/flow/step.ts';
import { walk } from '../../src/flow/walk.ts';
import { knownWith } from '../../src/playbook/folder.ts';
import type { Library } from '../../src/playbook/library.ts';
import { withDocs } from '../../src/playbook/open.ts';
import { readYaml } from '../../src/playbook/read.ts';
import { resolve } from '../../src/playbook/resolve.ts';
import type { Choice, DocOf, Playbook, Script } from '../../src/playbook/schema.ts';
import { FAULTS, faultBits, type Kind, MOVES, moveBits, type ThreatKind } from '../../src/playbook/types.ts';
import { type Doc, validate } from '../../src/playbook/validate.ts';
import { scenarioCourse } from '../flow/courses.ts';
import { courseMade } from '../flow/made.ts';
import { shipped, library as shippedLibrary } from '../support/content.ts';

type DocAs<K extends Kind> = Extract<Doc, { kind: K }>;

const ofKind = <K extends Kind>(kind: K): DocAs<K>[] =>
  shipped.docs.filter((doc): doc is DocAs<K> => doc.kind === kind);

/** A shipped file, changed. */
function changed<K extends Kind>(kind: K, id: string, change: (value: DocOf<K>) => void): DocAs<K> {
  const doc = ofKind(kind).find((one) => one.id === id);
  if (!doc) throw new Error(`not shipped: ${kind} ${id}`);
  const value = structuredClone(doc.value) as DocOf<K>;
  change(value);
  return { ...doc, value };
}

const never = (): never => {
  throw new Error('asked for, though no flow needs it');
};
const contentWith = (docs: readonly Doc[]): Content =>
  contentOf(docs, withDocs(shippedLibrary, 'changed', docs), {
    ...{ coach: never, threats: never, today: '2026-11-22', agreed: new Map() },
  });

/** A problem with the conversation that it shows. */
interface Played {
  readonly problem: Problem;
  readonly script: Script;
  readonly session: Session;
}

/** What a rule finds, each script read, resolved and played; `null` where there is none. */
function played(rule: Rule, docs: readonly Doc[]): (Played | null)[] {
  const content = contentWith(docs);
  return [...rule.check(content)].map((problem) => {
    if (problem.script === undefined) return null;
    const script = read(problem.script, content.library);
    const course = makeCourse(content.library, { scenario: script.scenario ?? '' });
    if (!course) throw new Error(`no course: ${script.scenario}`);
    return { problem, script, session: replayed(course, script) };
  });
}

/** The same where each finding must have a script. */
function proven(rule: Rule, docs: readonly Doc[]): Played[] {
  const all = played(rule, docs);
  expect(all).not.toContain(null);
  return all as Played[];
}

function read(text: string, known: Library): Script {
  const { document, findings } = readYaml('shown.yaml', text);
  const validated = document && validate(document);
  expect([...findings, ...(validated?.findings ?? [])]).toEqual([]);
  const doc = validated?.doc;
  if (doc?.kind !== 'script') throw new Error('no script');
  expect(resolve([doc], knownWith(known, [doc]))).toEqual([]);
  return doc.value;
}

function inputOf({ choose, threat }: Script['turns'][number]): Input {
  if (choose !== undefined) return { choose };
  return threat === undefined ? { skip: true } : { threat };
}

/** Each turn must fit where it stands, and the last be the end that the script says. */
function replayed(course: Course, script: Script): Session {
  const session = script.turns.map(inputOf).reduce(
    (at, input) => {
      expect({ input, fits: accepts(at, input) }).toEqual({ input, fits: true });
      return advance(at, input);
    },
    start(course, 'sv', script.seed ?? 0),
  );
  expect(view(session).end).toBe(script.ends);
  return session;
}

const statesOf = ({ first, turns }: Session): State[] => [first, ...turns.map(({ after }) => after)];
const lastOf = (session: Session): State => statesOf(session).at(-1) as State;
const wonIn = (session: Session): boolean => isWon(session.course.machine, lastOf(session));
const isOwn = ({ node }: Turn): boolean => node.threat === null;

/** Every state that the offered answers and skipping lead to, by the walk. */
function offeredTo({ course }: Session): State[] {
  const visits = walk(course.machine, ({ node }): Event[] => {
    const at = course.machine.nodes[node];
    const choices = Object.values((at && practiceOf(course, at)?.choices) ?? {});
    return [
      ...choices.map(({ moves, faults }) => ({
        ...{ type: 'answer' as const, moves: moveBits(moves), faults: faultBits(faults) },
      })),
      { type: 'skip' },
    ];
  });
  return [...visits.values()].map(({ state }) => state);
}
const endsIn = (session: Session, states: readonly State[]): State[] =>
  states.filter(({ node }) => session.course.machine.nodes[node]?.end);

/** What each conversation must show, by its rule. */
function winsNot({ session, problem }: Played): void {
  expect(session.turns.map(({ verdict }) => verdict)).toEqual(session.turns.map(() => 'right'));
  expect(wonIn(session)).toBe(false);
  expect(view(session).end).toBe(problem.params?.end);
}

function threatStaysAway({ session, problem }: Played): void {
  const { step = '', from = 0, hottest = 0 } = problem.params ?? {};
  expect(session.turns.filter(({ node }) => node.threat !== null)).toEqual([]);
  const at = session.course.machine.nodes.findIndex(({ id }) => id === step);
  const degrees = (states: readonly State[]) =>
    Math.max(...states.filter(({ node }) => node === at).map(({ temperature }) => temperature));
  expect(degrees(statesOf(session))).toBe(hottest);
  expect(hottest).toBeLessThan(Number(from));
  expect(degrees(offeredTo(session))).toBe(hottest);
}

function isTheBest({ session }: Played): void {
  const ends = endsIn(session, offeredTo(session));
  const last = lastOf(session);
  expect(ends.filter((end) => isWon(session.course.machine, end))).toEqual([]);
  const better = ends.filter(
    ({ missed, temperature }) =>
      (last.missed && !missed) || (last.missed === missed && temperature < last.temperature),
  );
  expect(better).toEqual([]);
}

function isTheWorst({ session }: Played): void {
  const ends = endsIn(session, offeredTo(session));
  expect(ends.filter(({ node }) => node === session.course.machine.ends.lost)).toEqual([]);
  expect(Math.max(...ends.map(({ temperature }) => temperature))).toBe(lastOf(session).temperature);
}

function goesRound({ session, problem }: Played): void {
  const right = session.turns.findIndex(({ verdict }) => verdict !== 'right');
  const own = session.turns.slice(0, right === -1 ? undefined : right + 1).filter(isOwn);
  const steps = own.map(({ node }) => node.step);
  expect(steps.filter((step) => step === problem.params?.step)).toHaveLength(2);
}

const hasTurnAt = (session: Session, kind: ThreatKind): boolean =>
  session.turns.some(({ node }) => node.threat === kind);

describe.each(ofKind('scenario'))('scenario $id', ({ id, value: own }) => {
  const degrees = Array.from({ length: 10 }, (_, i) => i + 1);
  const cooler = degrees.map((temperature) =>
    changed('scenario', id, (value) => {
      value.temperature = temperature;
    }),
  );

  test('begun at any temperature: what it shows of not being calm, won or lost', () => {
    for (const doc of cooler) {
      proven(bestPlayNotCalm, [doc]).forEach(winsNot);
      proven(cannotBeWon, [doc]).forEach(isTheBest);
      proven(cannotBeLost, [doc]).forEach(isTheWorst);
      proven(threatNeverComes, [doc]).forEach(threatStaysAway);
    }
  });

  test('begun as hot as can be, with answers that cool nothing, it cannot be won', () => {
    const hot = changed('scenario', id, (value) => {
      value.temperature = 9;
    });
    const weak = changed('temperature', 'didactic', ({ moves }) => {
      for (const move of MOVES) moves[move].cools = 0;
    });
    const found = proven(cannotBeWon, [hot, weak]);
    found.forEach(isTheBest);
    // A danger to life is won by safety, however hot it is.
    const safely = own.threat?.kind === 'physical' || own.threat?.kind === 'self-harm';
    expect(found).toHaveLength(safely ? 0 : 1);
  });

  test('with answers that hardly heat, it cannot be lost', () => {
    const cool = changed('scenario', id, (value) => {
      value.temperature = 4;
      delete value.threat;
    });
    const mild = changed('temperature', 'didactic', ({ faults, turns }) => {
      for (const fault of FAULTS) faults[fault].heats = fault === 'minimize' ? 1 : 0;
      for (const turn of Object.values(turns)) turn.heats = 0;
    });
    const found = proven(cannotBeLost, [cool, mild]);
    expect(found).toHaveLength(1);
    found.forEach(isTheWorst);
  });

  test('with a threat that waits at any step for any heat', () => {
    let stays = 0;
    for (const step of Object.keys(own.steps)) {
      for (const from of [4, 7, 9, 10]) {
        const doc = changed('scenario', id, (value) => {
          value.threat = {
            ...{ kind: 'manager', step, from },
            line: { sv: ['Jag vill tala med chefen.'], nb: ['Jeg vil snakke med sjefen.'] },
          };
        });
        const found = proven(threatNeverComes, [doc]);
        found.forEach(threatStaysAway);
        stays += found.length;
      }
    }
    // One that waits for ten comes with the loss of the customer, and so is never met.
    expect(stays).toBeGreaterThanOrEqual(Object.keys(own.steps).length);
  });

  test('with all right answers taken from a step', () => {
    for (const step of Object.keys(own.steps)) {
      const doc = changed('scenario', id, (value) => {
        for (const choice of Object.values(value.steps[step]?.choices ?? {})) spoil(choice);
      });
      const found = proven(noRightChoice, [doc]);
      expect(found.map(({ problem }) => problem.pointer)).toEqual([`/steps/${step}/choices`]);
      for (const { session } of found) {
        const there = session.turns.filter((turn) => isOwn(turn) && turn.node.step === step);
        expect(there.filter(({ verdict }) => verdict === 'right')).toEqual([]);
        if (there.length > 0) expect(view(session).end).not.toBe('calm');
      }
    }
  });

  test('on a playbook whose last step leads back to any of its steps, or to itself', () => {
    const doc = ofKind('scenario').find((one) => one.id === id) as DocAs<'scenario'>;
    const steps = Object.keys(own.steps);
    for (const next of steps) {
      const ringed = changed('playbook', own.playbook, (value) => {
        const last = Object.values(value.steps).at(-1) as Playbook['steps'][string];
        last.next = next;
      });
      const rule = next === steps.at(-1) ? deadEnd : endlessCycle;
      const all = played(rule, [ringed, doc]);
      expect(all).toHaveLength(1);
      const found = all.filter((one) => one !== null);
      found.forEach(goesRound);
      // Where the threat always ends it in safety, no conversation goes round.
      expect(found).toHaveLength(own.threat?.from === 0 ? 0 : 1);
      expect(played(rule === deadEnd ? endlessCycle : deadEnd, [ringed, doc])).toEqual([]);
    }
  });

  test('on a playbook that need not hear anybody, or need not answer', () => {
    const cool = changed('scenario', id, (value) => {
      value.temperature = 4;
      delete value.threat;
    });
    const JOBS = [['hear', 'restate', 'empathize'], ['respond']] as const;
    for (const job of JOBS) {
      const free = changed('playbook', own.playbook, (value) => {
        for (const step of Object.values(value.steps)) {
          if (step.moves.some((move) => (job as readonly string[]).includes(move))) step.required = false;
        }
      });
      const found = proven(calmWithoutRequired, [free, cool]);
      expect(found).toHaveLength(1);
      for (const { session } of found) {
        expect(view(session).end).toBe('calm');
        const done = session.turns.filter(
          (turn) => isOwn(turn) && turn.verdict === 'right' && (turn.node.wants & moveBits([...job])) !== 0,
        );
        expect(done).toEqual([]);
      }
    }
  });
});

/** Makes an answer wrong. */
function spoil(choice: Choice): void {
  if (!choice.faults?.length) choice.faults = ['but'];
}

describe.each(ofKind('threat'))('threat $id', ({ id, value: { stop } }) => {
  const turned = changed('threat', id, (value) => {
    value.stop = !stop;
  });

  test(stop ? 'led back to the conversation' : 'made to end the conversation', () => {
    const [rule, other] = stop ? [dangerNotSafe, threatDoesNotReturn] : [threatDoesNotReturn, dangerNotSafe];
    const found = proven(rule, [turned]);
    expect(found).toHaveLength(1);
    for (const { session } of found) {
      const [first, ...rest] = session.turns;
      expect(first?.verdict).toBe('threatened');
      expect(hasTurnAt(session, turned.value.threat)).toBe(true);
      expect(rest.some(isOwn)).toBe(stop);
      expect(view(session).end === 'safe').toBe(!stop);
    }
    expect(played(other, [turned])).toEqual([]);
  });

  test('as it is, neither', () => {
    const as = changed('threat', id, () => {});
    for (const rule of [dangerNotSafe, threatDoesNotReturn]) expect(played(rule, [as])).toEqual([]);
  });
});

describe('a way as a script', () => {
  const course = scenarioCourse('late-parcel');

  test('what is left of the conversation is skipped', () => {
    const { script } = shown(course, [
      { event: { type: 'answer', moves: moveBits(['hear']), faults: 0 }, choose: 'tell-me' },
    ]);
    expect(script?.split('\n')).toEqual([
      ...['schema: 1', 'script: shown', 'scenario: late-parcel', 'seed: 1', 'turns:'],
      '  - choose: tell-me',
      ...Array.from({ length: 4 }, () => '  - skip: true'),
      'ends: unresolved',
    ]);
    const { turns } = replayed(course, read(script ?? '', shippedLibrary));
    expect(turns).toHaveLength(5);
  });

  test('none for an answer that no choice stands for', () => {
    const answer = { event: { type: 'answer', moves: moveBits(['hear']), faults: 0 }, choose: null } as const;
    expect(shown(course, [answer])).toEqual({});
  });

  test('none for a playbook by itself, nor where skipping goes round for ever', () => {
    const steps = { hear: { moves: ['hear'], next: 'hear' } } as const;
    expect(shown(courseMade({ steps }), [])).toEqual({});
    const ring = courseMade({ steps, temperature: 5 });
    expect(shown({ ...ring, machine: { ...ring.machine, skipped: 0 } }, [])).toEqual({});
    expect(shown(ring, []).script).toContain('ends: lost');
  });
});
