/** The journal's statements: by the published rules of xAPI, and the turns that were played. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Course, practiceOf } from '../../src/flow/course.ts';
import { advance, back, type Session, sayAgain, start, view } from '../../src/flow/session.ts';
import { practisedFrom } from '../../src/journal/practised-from.ts';
import { LONGEST_LINE } from '../../src/journal/read-journal.ts';
import { isStatement } from '../../src/journal/statement.ts';
import { BASE, EXTENSION, type Statement, VERBS } from '../../src/journal/xapi.ts';
import { xapiExport } from '../../src/journal/xapi-export.ts';
import { LANGS, moveNames } from '../../src/playbook/types.ts';
import {
  COURSES,
  inputsAt,
  playbookCourse,
  playWell,
  type Shipped,
  scenarioCourse,
} from '../flow/courses.ts';
import { ROOT } from '../support/content.ts';
import { ACTOR, BEGAN, counting, type Teller, teller } from '../support/told.ts';
import { faultsOf } from '../support/xapi.ts';

const parcel = scenarioCourse('late-parcel');
const verbs = (statements: readonly Statement[]) => statements.map(({ verb }) => verb.display.en);

/** What a session's turns are in the terms of past practice, without their times. */
const turnsOf = ({ course, turns }: Session) =>
  turns.map(({ node, input, moves, faults, verdict, before, after }) => ({
    step: node.id,
    threat: node.threat,
    wants: moveNames(node.wants),
    moves,
    faults,
    verdict,
    choice: 'choose' in input ? input.choose : null,
    right: Object.entries(practiceOf(course, node)?.choices ?? {})
      .filter(
        ([, { moves: has = [], faults: wrong }]) =>
          !wrong && has.some((one) => moveNames(node.wants).includes(one)),
      )
      .map(([id]) => id),
    before: before.temperature,
    after: after.temperature,
  }));
const withoutTimes = (statements: readonly unknown[]) =>
  practisedFrom(statements).map(({ turns, ...more }) => ({
    ...more,
    turns: turns.map(({ at: _, ...turn }) => turn),
  }));

/** The statements of a session that is told at once. */
function told(session: Session, more: { words?: boolean } = {}): Statement[] {
  const journal = teller({ ...session, turns: [] }, more);
  journal.save(session);
  return journal.statements;
}

/** A journal with every verb in it. */
function everything(): Statement[] {
  const from = start(parcel, 'sv', 1);
  const journal = teller(from);
  const one = advance(from, { choose: 'tell-me' });
  journal.save(advance(one, { skip: true }));
  journal.save(one);
  journal.left(one);
  journal.resumed(one);
  journal.save(playWell(one));
  expect(new Set(verbs(journal.statements))).toEqual(new Set(Object.keys(VERBS)));
  return journal.statements;
}

/** An answer with a fault. */
function worst(session: Session): string {
  const choices = practiceOf(session.course, view(session).node)?.choices ?? {};
  return Object.entries(choices).find(([, { faults }]) => faults)?.[0] ?? '';
}

type Path = readonly (string | number)[];

/** Every place in a value. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key])),
  ];
}

function withAt(value: unknown, [key = '', ...rest]: Path, odd: unknown): unknown {
  if (typeof value !== 'object' || value === null) return odd;
  const holder = value as Record<string, unknown>;
  return Object.assign(holder, { [key]: rest.length === 0 ? odd : withAt(holder[key], rest, odd) });
}

/** Turns played, taken back, left, gone on with and started again, as numbers that pick. */
const doings = fc.array(fc.nat(), { maxLength: 24 });
function lived(
  course: Course,
  lang: 'sv' | 'nb',
  picks: readonly number[],
  told: (session: Session) => Teller,
) {
  let session = start(course, lang, 5);
  const journal = told(session);
  for (const pick of picks) {
    if (view(session).end !== null) break;
    if (pick % 11 === 0) session = back(session);
    else if (pick % 13 === 0) {
      journal.left(session);
      journal.resumed(session);
    } else {
      const inputs = inputsAt(session);
      const input = inputs[pick % inputs.length];
      if (!input) break;
      session = advance(session, input);
    }
    journal.save(session);
  }
  return { session, journal };
}

test('any session: its statements keep the published rules, and are read back as the turns that were played', () => {
  const names = COURSES.map(({ name }) => name);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(...LANGS), doings, (name, lang, picks) => {
      const { course } = COURSES.find((one) => one.name === name) as Shipped;
      const { session, journal } = lived(course, lang, picks, (first) => teller(first));
      for (const one of journal.statements) {
        expect(faultsOf(one)).toEqual([]);
        expect(isStatement(one)).toBe(true);
      }
      const { end, won, state } = view(session);
      const practised = {
        session: journal.chronicle().registration,
        playbook: course.playbook.playbook,
        scenario: course.scenario?.scenario,
        lang,
        began: BEGAN,
        start: session.first.temperature,
        turns: turnsOf(session),
        end: end === null ? null : { kind: end, won, temperature: state.temperature },
      };
      const nothing = session.turns.length === 0 || course.scenario === null;
      expect(withoutTimes(JSON.parse(xapiExport(journal.statements)))).toEqual(nothing ? [] : [practised]);
    }),
    { numRuns: 150 },
  );
});

describe('the published rules', () => {
  const [begun, first] = told(playWell(start(parcel, 'sv', 1)));

  test('find what is wrong: the schema is read as it was meant', () => {
    expect(faultsOf(first)).toEqual([]);
    const { registration } = (first as Statement).context;
    for (const wrong of [
      { ...first, id: 'x' },
      { ...first, actor: { objectType: 'Agent', name: 'Anna' } },
      { ...first, verb: { id: 'answered' } },
      { ...first, object: { id: 'no iri' } },
      { ...first, timestamp: 'yesterday' },
      { ...first, more: 1 },
      { ...first, result: { success: 'true' } },
      { ...first, result: { extensions: { verdict: 'right' } } },
      { ...first, context: { registration, language: 'svenska språket' } },
      { ...first, object: { objectType: 'StatementRef', id: registration } },
    ]) {
      expect(faultsOf(wrong), JSON.stringify(wrong)).not.toEqual([]);
      expect(isStatement(wrong), JSON.stringify(wrong)).toBe(false);
    }
  });

  test('2.2: no null outside extensions, and none there either', () => {
    expect(xapiExport(everything())).not.toContain('null');
  });

  test('2.3.2: a voiding statement has the reserved verb and a reference with the id of what it voids', () => {
    const statements = everything();
    const voiding = statements.filter(({ verb }) => verb.id === VERBS.voided);
    expect(voiding).not.toEqual([]);
    for (const { object } of voiding) {
      expect(object.objectType).toBe('StatementRef');
      const [of] = statements.filter(({ id }) => id === object.id);
      // Nothing that voids can be voided.
      expect(of?.verb.id).toBe(VERBS.answered);
    }
  });

  test('2.4.6: revision and platform stand beside an activity alone', () => {
    for (const { object, context } of everything()) {
      const activity = object.objectType === 'Activity';
      expect('revision' in context && 'platform' in context).toBe(activity);
      expect('contextActivities' in context).toBe(activity);
    }
  });

  test('2.4.7, 4.5: a time has its zone and its milliseconds', () => {
    for (const { timestamp } of everything()) expect(timestamp).toBe(new Date(timestamp).toISOString());
  });

  test('Part 3, 2.1.2: no id stands twice in what is exported', () => {
    const statements = everything();
    const exported = JSON.parse(xapiExport([...statements, ...statements])) as Statement[];
    expect(exported).toEqual(statements);
    expect(new Set(exported.map(({ id }) => id)).size).toBe(statements.length);
    expect(xapiExport([])).toBe('[]\n');
  });

  test('nobody is named, and nothing has a score', () => {
    expect(begun?.actor).toEqual({ objectType: 'Agent', account: { homePage: BASE, name: ACTOR } });
    expect(xapiExport(everything())).not.toMatch(/"(score|name":"(?!0000)\w+|mbox)"/);
  });
});

describe('what a session is told as', () => {
  const from = start(parcel, 'nb', 1);
  const one = advance(from, { choose: 'tell-me' });
  const two = advance(one, { skip: true });

  test('nothing before something was answered', () => {
    const journal = teller(from);
    journal.save(from);
    journal.left(from);
    expect(journal.statements).toEqual([]);
  });

  test('begun, answered, taken back, left, gone on with', () => {
    const journal = teller(from);
    for (const session of [from, one, two, one, two]) journal.save(session);
    journal.left(two);
    journal.resumed(two);
    expect(verbs(journal.statements)).toEqual(
      'initialized answered answered voided answered suspended resumed'.split(' '),
    );
    expect(practisedFrom(journal.statements)[0]?.turns.map(({ verdict }) => verdict)).toEqual([
      'right',
      'skipped',
    ]);
  });

  test('ended: won or not, and how', () => {
    expect(told(playWell(from)).at(-1)).toMatchObject({
      verb: { id: VERBS.completed },
      result: { completion: true, success: true, extensions: { [EXTENSION.end]: 'calm' } },
    });
    let lost = from;
    while (view(lost).end === null) lost = advance(lost, { choose: worst(lost) });
    expect(told(lost).at(-1)?.result).toMatchObject({ completion: true, success: false });
  });

  test('started again is another session; the one before was left', () => {
    const journal = teller(from);
    journal.save(two);
    const again = start(parcel, 'nb', 1);
    journal.save(again);
    journal.save(advance(again, { skip: true }));
    expect(verbs(journal.statements)).toEqual(
      'initialized answered answered suspended initialized answered'.split(' '),
    );
    expect(practisedFrom(journal.statements).map(({ turns }) => turns.length)).toEqual([2, 1]);
  });

  test('answered otherwise after its end is another session from there; what was played stays played', () => {
    const ended = playWell(from);
    const journal = teller(from);
    journal.save(ended);
    const instead = { ...ended, turns: ended.turns.slice(0, 2) };
    journal.save(instead);
    const otherwise = advance(instead, { skip: true });
    journal.save(otherwise);
    // What one has just seen go wrong is no first try.
    expect(practisedFrom(journal.statements)).toHaveLength(1);
    // Further back than where it began, nothing of the first session is taken back.
    journal.save(back(back(otherwise)));
    const [whole, ...more] = practisedFrom(journal.statements);
    expect(whole).toMatchObject({ start: from.first.temperature, end: { kind: 'calm', won: true } });
    expect(whole?.turns).toHaveLength(ended.turns.length);
    expect(more).toEqual([]);
    const anew = journal.statements.findLast(({ verb }) => verb.id === VERBS.initialized);
    const turns = journal.statements.filter(({ verb }) => verb.id === VERBS.answered);
    expect(anew?.context.statement).toEqual({ objectType: 'StatementRef', id: turns[1]?.id });
    expect(anew?.result?.extensions[EXTENSION.before]).toBe(instead.turns[1]?.after.temperature);
    expect(verbs(journal.statements).filter((verb) => verb === 'voided')).toHaveLength(1);
  });

  test('answered otherwise from the first turn is no first try either', () => {
    const ended = playWell(from);
    const journal = teller(from);
    journal.save(ended);
    journal.save(advance({ ...ended, turns: [] }, { skip: true }));
    const [first, second] = journal.statements.filter(({ verb }) => verb.id === VERBS.initialized);
    const [answered] = journal.statements.filter(({ verb }) => verb.id === VERBS.answered);
    expect(first?.context.statement).toBeUndefined();
    expect(second?.context.statement?.id).toBe(answered?.id);
    expect(practisedFrom(journal.statements)).toHaveLength(1);
  });

  test('said once more is the same turn', () => {
    const said = advance(from, { say: 'Ro deg ned.', moves: [], faults: ['calm-down'] });
    const journal = teller(from);
    journal.save(said);
    journal.save(sayAgain(said, 'Fortell.'));
    expect(verbs(journal.statements)).toEqual(['initialized', 'answered']);
  });

  test('what was typed is told only where it was asked for', () => {
    const said = advance(from, { say: 'Ro deg ned.', moves: [], faults: ['calm-down'] });
    expect(JSON.stringify(told(said))).not.toContain('Ro deg');
    expect(told(said, { words: true }).at(-1)?.result?.response).toBe('Ro deg ned.');
    const long = advance(from, { say: 'å'.repeat(100_000), moves: [], faults: [] });
    for (const line of told(long, { words: true })) {
      expect(Buffer.byteLength(JSON.stringify(line))).toBeLessThan(LONGEST_LINE);
    }
  });

  test('coach is told apart from practice, and is no practice', () => {
    const walked = advance(start(playbookCourse('heart'), 'sv', 0), { done: true });
    const statements = told(walked);
    expect(statements[1]).toMatchObject({
      object: { id: `${BASE}playbooks/heart/steps/hear` },
      context: { contextActivities: { category: [{ id: `${BASE}coach` }] } },
    });
    expect(practisedFrom(statements)).toEqual([]);
  });
});

describe('read back', () => {
  const statements = told(playWell(start(parcel, 'sv', 1)));
  const [whole] = practisedFrom(statements);

  test('a clock that jumps back: within a session the order is that of the file, sessions go by what was written', () => {
    const first = start(parcel, 'sv', 1);
    const newId = counting();
    const late = teller(first, { newId });
    const ids = ['tell-me', 'watch-her-wait'] as const;
    let session = first;
    for (const [i, choose] of ids.entries()) {
      session = advance(session, { choose });
      late.save(session, BEGAN + (1 - i) * 3_600_000);
    }
    const early = teller(start(parcel, 'nb', 1), { newId });
    early.save(advance(start(parcel, 'nb', 1), { skip: true }), BEGAN - 1);
    const earlier = early.statements.map((one) => ({ ...one, timestamp: new Date(BEGAN - 1).toISOString() }));
    const practised = practisedFrom([...late.statements, ...earlier]);
    expect(practised.map(({ lang }) => lang)).toEqual(['nb', 'sv']);
    expect(practised[1]?.turns.map(({ choice }) => choice)).toEqual(ids);
    expect(practised[1]?.turns.map(({ at }) => at - BEGAN)).toEqual([3_600_000, 0]);
  });

  test('a summer-time night: an hour that is not there, and one that is there twice', () => {
    vi.stubEnv('TZ', 'Europe/Stockholm');
    // 29 March 2026, 02:00 becomes 03:00 in Stockholm and Oslo; 25 October, 03:00 becomes 02:00.
    for (const night of [Date.UTC(2026, 2, 29, 0, 50), Date.UTC(2026, 9, 25, 0, 50)]) {
      const journal = teller(start(parcel, 'sv', 1));
      let session = start(parcel, 'sv', 1);
      const times = [0, 1, 2].map((n) => night + n * 600_000);
      journal.save(session);
      for (const at of times) {
        session = advance(session, { skip: true });
        journal.save(session, at);
      }
      expect(practisedFrom(journal.statements)[0]?.turns.map(({ at }) => at)).toEqual(times);
    }
    vi.unstubAllEnvs();
  });

  test('what is lost of a session does not lose the rest', () => {
    expect(practisedFrom(statements.slice(1))[0]).toMatchObject({
      start: whole?.start,
      turns: whole?.turns,
      end: whole?.end,
    });
    expect(practisedFrom(statements.slice(0, -1))[0]).toMatchObject({ turns: whole?.turns, end: null });
  });

  test('twice is once, and strangers are passed by', () => {
    const strangers = [
      null,
      1,
      'x',
      [],
      {},
      { ...statements[1], id: ACTOR, verb: { id: 'https://example.org/liked' } },
    ];
    expect(practisedFrom([...strangers, ...statements, ...statements])).toEqual([whole]);
  });

  test('whatever is there, it never throws, and what it gives holds what it should', () => {
    const paths = pathsOf(statements[1]);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.anything({ withNullPrototype: true }), (path, odd) => {
        const changed = withAt(structuredClone(statements[1]), path, odd);
        for (const { turns, ...session } of practisedFrom([
          statements[0],
          changed,
          odd,
          ...statements.slice(2),
        ])) {
          expect([session.began, session.start].every(Number.isFinite)).toBe(true);
          for (const { at, before, after, moves, faults, right } of turns) {
            expect([at, before, after].every(Number.isFinite)).toBe(true);
            expect([moves, faults, right].every(Array.isArray)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the page about the journal', () => {
  const page = readFileSync(join(ROOT, 'src/journal/JOURNAL.md'), 'utf8');

  test('names every verb, activity and extension, and no other', () => {
    const coached = told(advance(start(playbookCourse('heart'), 'sv', 0), { done: true }));
    const types = [...everything(), ...coached].flatMap(({ object, context }) =>
      [object, ...Object.values(context.contextActivities ?? {}).flat()].flatMap((one) =>
        'definition' in one ? [one.definition.type] : [],
      ),
    );
    const named = (pattern: RegExp) => new Set([...page.matchAll(pattern)].map(([whole]) => whole));
    expect(named(/http:\/\/adlnet[^`]*verbs\/\w+/g)).toEqual(new Set(Object.values(VERBS)));
    expect(named(/http:\/\/adlnet[^`]*activities\/\w+/g)).toEqual(new Set(types));
    const table = page.split('| extension | value |')[1]?.split('\n\n')[0] ?? '';
    const extensions = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(
      ([, cell = '']) => cell.match(/[a-z-]{3,}/g) ?? [],
    );
    const own = Object.values(EXTENSION).map((key) => key.slice(`${BASE}extensions/`.length));
    expect(extensions.filter((one) => one !== '---').sort()).toEqual(own.sort());
  });
});
