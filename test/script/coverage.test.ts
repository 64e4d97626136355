/** What scripts visit, on a small conversation made by hand; and that all of what counts can be visited. */
import { describe, expect, test } from 'vitest';
import { explore } from '../../src/check/explore.ts';
import { type Course, practiceOf } from '../../src/flow/course.ts';
import { accepts, advance, type Input, type Session, start, stateOf } from '../../src/flow/session.ts';
import { step } from '../../src/flow/step.ts';
import { stateKey } from '../../src/flow/walk.ts';
import { AUTHOR } from '../../src/locales/catalogue.ts';
import { cardOf, type Library, withFiles } from '../../src/playbook/library.ts';
import type { Script, Turn } from '../../src/playbook/schema.ts';
import { KINDS, type Kind, LANGS, type Lang, moveNames, THREATS } from '../../src/playbook/types.ts';
import { type Coverage, coverageOf, percent, sum, total } from '../../src/script/coverage.ts';
import { coverageText, type Places } from '../../src/script/report/coverage.ts';
import { coverageJson } from '../../src/script/report/coverage-json.ts';
import { type Result, stageOf } from '../../src/script/suite.ts';
import { ITEM_KINDS, type Subject } from '../../src/script/visits.ts';
import { COURSES, SCENARIOS } from '../flow/courses.ts';
import { courseMade, type Short } from '../flow/made.ts';
import { library as shippedLibrary } from '../support/content.ts';
import { pageOf } from '../support/page.ts';

/** Two steps and a threat that comes to the second of them when it is hot. */
const SHORT: Short = {
  steps: { hear: ['hear'], help: ['respond'] },
  threats: { manager: { answer: ['ask'] } },
  temperature: 6,
  brings: { kind: 'manager', step: 'help', from: 7 },
};

const NOTHING: Library = {
  folders: [],
  card: () => undefined,
  cards: () => [],
  ids: () => [],
  value: () => undefined,
};

/** A library of what a course is made of. */
function libraryOf(course: Course, own: Partial<Record<Kind, string>> = {}): Library {
  const { playbook, scenario, threats, temperature } = course;
  const values = [playbook, scenario ?? [], [...threats.values()], temperature].flat();
  return withFiles(
    NOTHING,
    'made',
    values.map((value) => {
      const kind = KINDS.find((one) => one in value && (one !== 'temperature' || 'words' in value)) as Kind;
      const wanted = 'scenario' in value ? 'scenario' : kind;
      const id = String((value as Record<string, unknown>)[wanted]);
      return { card: cardOf(wanted, id, value, '', own[wanted] ?? null), value };
    }),
  );
}

const made = libraryOf(courseMade(SHORT));

/** Plays turns in short: `good`, `skip`, `~manager`, `-` for words in which nothing is heard. */
function played(library: Library, about: Pick<Script, 'scenario' | 'playbook' | 'seed'>, ...words: string[]) {
  const turns = words.map((word): Turn => {
    if (word === 'skip') return { skip: true };
    if (word === '-') return { heard: { moves: [], faults: [] } };
    return word.startsWith('~') ? { threat: word.slice(1) as 'manager' } : { choose: word };
  });
  const play = stageOf({
    library,
    page: (lang) => pageOf(lang, 80),
    hear: () => () => {
      throw new Error('nobody speaks');
    },
  });
  return LANGS.map((lang) =>
    play({ file: 'made.script.yaml', lang, script: { schema: 1, script: 'made', turns, ...about } }),
  );
}

const CASE = { scenario: 'by-hand-case', seed: 1 };
const BOOK = { playbook: 'by-hand' };

/** What was visited of a subject in a language, by kind, and what was not. */
function told({ subjects }: Coverage, kind: Subject['kind'], lang: Lang = 'sv') {
  const one = subjects.find((covered) => covered.kind === kind && covered.lang === lang);
  if (!one) throw new Error(`no ${kind}`);
  const counts = ITEM_KINDS.filter((item) => one.kinds[item].all > 0).map(
    (item) => `${item} ${one.kinds[item].visited}/${one.kinds[item].all}`,
  );
  return {
    counts: counts.join(', '),
    unvisited: one.unvisited.map(({ name }) => name),
    unreachable: one.unreachable.map(({ name }) => name),
  };
}

describe('what a script visits', () => {
  test('a scenario that is played well', () => {
    const coverage = coverageOf(made, played(made, CASE, 'good', 'good'), LANGS);
    expect(told(coverage, 'scenario')).toEqual({
      counts: 'step 2/2, transition 2/9, threat 0/1, ending 1/3, choice 2/6, line 3/22',
      unvisited: [
        'manager',
        ...['opening 1', 'threat 1', 'threat 2', 'hear calmer 1'],
        ...['hear same 1', 'hear same 2', 'hear hotter 1', 'hear hotter 2', 'hear bad', 'hear idle'],
        ...['help calmer 1', 'help calmer 2', 'help same 1', 'help same 2', 'help hotter 1', 'help hotter 2'],
        ...['help bad', 'help idle', 'end calm 1', 'end unresolved 1', 'end unresolved 2'],
        ...['end lost 1', 'end lost 2'],
        ...['hear → hear', 'hear → manager.answer', 'hear → lost'],
        ...['help → manager.answer', 'help → help', 'help → unresolved', 'help → lost'],
        ...['unresolved', 'lost'],
      ],
      unreachable: [],
    });
    expect(told(coverage, 'scenario', 'nb').counts).toBe(told(coverage, 'scenario').counts);
  });

  test('a language in which nothing was played', () => {
    const [inSwedish] = played(made, CASE, 'good', 'good');
    const coverage = coverageOf(made, [inSwedish as Result], LANGS);
    const of = (lang: Lang) => coverage.subjects.find((one) => one.kind === 'scenario' && one.lang === lang);
    expect(sum(Object.values(of('sv')?.kinds ?? {})).visited).toBe(10);
    expect(sum(Object.values(of('nb')?.kinds ?? {})).visited).toBe(0);
    expect(coverageOf(made, [], ['nb']).subjects.map(({ lang }) => lang)).toEqual(['nb', 'nb', 'nb']);
  });

  test('each phrase of a playbook by itself, by the id that was chosen', () => {
    const none = coverageOf(made, played(made, CASE, 'good', 'good'), LANGS);
    expect(told(none, 'playbook').counts).toBe('step 0/2, transition 0/3, ending 0/2, phrase 0/2');
    const some = coverageOf(made, played(made, BOOK, 'one', 'skip'), LANGS);
    expect(told(some, 'playbook')).toEqual({
      counts: 'step 2/2, transition 2/3, ending 1/2, phrase 1/2',
      unvisited: ['help one', 'help → calm', 'calm'],
      unreachable: [],
    });
  });

  test('a threat’s own counts from any conversation, a scenario’s own threat only where it comes by itself', () => {
    const sent = coverageOf(made, played(made, BOOK, '~manager', 'good'), LANGS);
    expect(told(sent, 'threat').counts).toBe('step 1/1, transition 1/3, choice 1/3, line 2/8');
    const came = coverageOf(made, played(made, CASE, 'bad', 'good', 'idle'), LANGS);
    expect(told(came, 'threat').counts).toBe('step 1/1, transition 1/3, choice 1/3, line 1/8');
    const both = [...played(made, BOOK, '~manager', 'good'), ...played(made, CASE, 'bad', 'good', 'idle')];
    const coverage = coverageOf(made, both, LANGS);
    expect(told(coverage, 'threat')).toEqual({
      counts: 'step 1/1, transition 2/3, choice 2/3, line 3/8',
      unvisited: [
        ...['line 2', 'answer calmer 2', 'answer same 1', 'answer hotter 1', 'answer hotter 2'],
        ...['answer bad', 'answer → lost'],
      ],
      unreachable: [],
    });
    expect(told(coverage, 'scenario').unvisited).not.toContain('manager');
    const own = coverageOf(made, played(made, CASE, '~manager', 'good'), LANGS);
    expect(told(own, 'scenario').unvisited).toContain('manager');
  });

  test('a failing script has visited what it came to', () => {
    const coverage = coverageOf(made, played(made, CASE, 'good', 'nowhere'), LANGS);
    expect(told(coverage, 'scenario').counts).toMatch(/^step 2\/2, transition 1\//);
  });
});

describe('what there is to visit', () => {
  const untouched = coverageOf(shippedLibrary, [], ['sv']);

  test('what always leads to safety leaves the rest unreachable, which does not count', () => {
    const danger = libraryOf(
      courseMade({
        steps: { hear: ['hear'], help: ['respond'] },
        threats: { physical: { leave: ['boundary'] } },
        temperature: 6,
        brings: { kind: 'physical', step: 'help', from: 0 },
      }),
    );
    expect(told(coverageOf(danger, [], LANGS), 'scenario').unreachable).toEqual([
      ...['help', 'hear calmer 1', 'hear calmer 2', 'help calmer 1', 'help calmer 2', 'help same 1'],
      ...['help same 2', 'help hotter 1', 'help hotter 2', 'help good', 'help bad', 'help idle'],
      ...['end calm 1', 'end calm 2', 'end unresolved 1', 'end unresolved 2', 'end lost 1', 'end lost 2'],
    ]);
  });

  test('a line that only one’s own words bring on is there, a transition is not', () => {
    const course = courseMade(SHORT);
    const { hear } = course.scenario?.steps ?? {};
    if (hear) {
      delete hear.choices.bad;
      delete hear.choices.idle;
    }
    const library = libraryOf(course);
    const before = told(coverageOf(library, [], LANGS), 'scenario');
    expect(before.unvisited).toEqual(expect.arrayContaining(['hear same 1', 'hear hotter 1']));
    expect(before.unvisited).not.toContain('hear → hear');
    expect(before.unreachable).toEqual([]);
    const after = told(coverageOf(library, played(library, CASE, '-', '-'), LANGS), 'scenario');
    expect(after.unvisited).not.toContain('hear same 1');
    expect(after.unvisited).not.toContain('hear same 2');
  });

  test('a step at which a playbook has nothing to say is passed over', () => {
    const course = courseMade({ steps: { hear: ['hear'], help: ['respond'] } });
    const { hear } = course.playbook.steps;
    if (hear) delete (hear as { phrases?: unknown }).phrases;
    const { unvisited } = told(coverageOf(libraryOf(course), [], LANGS), 'playbook');
    expect(unvisited).toEqual([
      ...['hear', 'help', 'help one'],
      ...['hear → help', 'help → unresolved', 'unresolved'],
    ]);
  });

  test('with files of one’s own: these, and what the scripts are about', () => {
    const names = ({ subjects }: Coverage) => subjects.map(({ kind, id, lang }) => `${kind} ${id} ${lang}`);
    const course = courseMade(SHORT);
    const own = libraryOf(course, { threat: 'own.yaml' });
    expect(names(coverageOf(own, [], ['sv']))).toEqual(['threat manager sv']);
    expect(names(coverageOf(own, played(own, CASE, 'good'), ['sv']))).toEqual([
      'scenario by-hand-case sv',
      'threat manager sv',
    ]);
    expect(names(coverageOf(made, played(made, CASE, 'good'), ['sv']))).toEqual([
      'playbook by-hand sv',
      'scenario by-hand-case sv',
      'threat manager sv',
    ]);
  });

  test.each(COURSES)('$name: the steps, transitions and ends of the offered answers', ({ course }) => {
    const { machine, scenario, playbook } = course;
    const { answers, offered } = explore(course);
    const of = (at: number) => machine.nodes[at] as NonNullable<(typeof machine.nodes)[number]>;
    const wanted = new Set<string>();
    for (const state of offered.states) {
      const node = of(state.node);
      if (node.end !== null) wanted.add(`ending ${node.end}`);
      if (node.threat !== null || node.end !== null) continue;
      wanted.add(`step ${node.step}`);
      for (const { event } of [...(answers[state.node] ?? []), { event: { type: 'skip' } as const }]) {
        wanted.add(`transition ${node.step} → ${of(step(machine, state, event).node).id}`);
      }
    }
    const id = scenario?.scenario ?? playbook.playbook;
    const one = untouched.subjects.find(
      (subject) => subject.id === id && subject.kind === (scenario ? 'scenario' : 'playbook'),
    );
    const found = one?.unvisited.filter(({ kind }) => ['step', 'transition', 'ending'].includes(kind));
    expect(new Set(found?.map(({ kind, name }) => `${kind} ${name}`))).toEqual(wanted);
  });
});

/** So many seeds bring each line of a list forward. */
const SEEDS = 40;

/** Trails that between them go through every turn that is unlike the others, and those that first bring a list. */
function trails(course: Course): { all: Input[][]; speaking: Input[][] } {
  const first = start(course, 'sv', 0);
  const open: { session: Session; trail: Input[] }[] = [{ session: first, trail: [] }];
  const seen = new Set([stateKey(first.first)]);
  const turns = new Set<string>();
  const lists = new Set<string>();
  const all: Input[][] = [];
  const speaking: Input[][] = [];
  for (const { session, trail } of open) {
    for (const input of inputsAt(session)) {
      const next = advance(session, input);
      const [before, after] = [stateOf(session), stateOf(next)];
      const change = Math.sign(after.temperature - before.temperature);
      const turn = JSON.stringify([before.node, input, after.node, change, before.fired, after.fired]);
      const longer = [...trail, input];
      if (!turns.has(turn)) all.push(longer);
      turns.add(turn);
      const heard = next.turns.at(-1)?.heard.map(({ from }) => `${from} ${after.fired}`) ?? [];
      if (heard.some((from) => !lists.has(from))) speaking.push(longer);
      for (const from of heard) lists.add(from);
      if (!seen.has(stateKey(after))) open.push({ session: next, trail: longer });
      seen.add(stateKey(after));
    }
  }
  return { all, speaking };
}

/** What a script can play: an answer, nothing, words right, wrong and neither, any threat at the first step. */
function inputsAt(session: Session): Input[] {
  const { course, turns } = session;
  const node = course.machine.nodes[stateOf(session).node];
  if (!node || node.end !== null) return [];
  const choices = Object.keys(practiceOf(course, node)?.choices ?? {});
  return [
    ...choices.map((choose) => ({ choose })),
    { skip: true } as const,
    { say: '…', moves: [], faults: [] },
    { say: '…', moves: moveNames(node.wants), faults: [] },
    { say: '…', moves: [], faults: ['blame'] as const },
    ...(turns.length === 0 ? THREATS.map((threat) => ({ threat })) : []),
  ].filter((input) => accepts(session, input));
}

test('all that counts of the shipped scenarios and threats can be visited', () => {
  const results = SCENARIOS.flatMap(({ course }) => {
    const { all, speaking } = trails(course);
    return LANGS.flatMap((lang) =>
      Array.from({ length: SEEDS }, (_, seed) => start(course, lang, seed)).flatMap((first) =>
        (first.seed === 0 ? all : speaking).map((trail): Result => {
          const session = trail.reduce(advance, first);
          const script: Script = { schema: 1, script: 'made', turns: [{ skip: true }] };
          return { file: '', lang, script, run: { session, seen: [], failures: [] } };
        }),
      ),
    );
  });
  const { subjects } = coverageOf(shippedLibrary, results, LANGS);
  const left = subjects
    .filter(({ kind }) => kind !== 'playbook')
    .map(({ id, lang, unvisited }) => [id, lang, unvisited.map(({ name }) => name)]);
  expect(left.filter(([, , names]) => names?.length !== 0)).toEqual([]);
});

test('all that counts of the shipped playbooks can be visited', () => {
  const results = COURSES.filter(({ course }) => course.scenario === null).flatMap(({ course }) => {
    const { playbook } = course;
    const about = { playbook: playbook.playbook };
    const steps = Object.values(playbook.steps);
    return LANGS.flatMap((lang) => {
      const phrases = steps.map(({ phrases, ways = {} }) =>
        [phrases, ...Object.values(ways).map((way) => way.phrases)].flatMap((one) =>
          Object.values(one?.[lang] ?? {}).flatMap((channel) => Object.keys(channel)),
        ),
      );
      const most = Math.max(...phrases.map(({ length }) => length));
      const said = Array.from({ length: most }, (_, i) => phrases.map((ids) => ids[i % ids.length] ?? ''));
      const skipping = steps.map((_, i) => said[0]?.map((id, at) => (at < i ? id : 'skip')) ?? []);
      return [...said, ...skipping].flatMap((words) =>
        played(shippedLibrary, about, ...words).filter((one) => one.lang === lang),
      );
    });
  });
  const { subjects } = coverageOf(shippedLibrary, results, LANGS);
  const left = subjects
    .filter(({ kind }) => kind === 'playbook')
    .map(({ id, lang, unvisited }) => [id, lang, unvisited.map(({ name }) => name)]);
  expect(left.filter(([, , names]) => names?.length !== 0)).toEqual([]);
});

test('a share is rounded down, so that only the whole is 100', () => {
  expect(percent({ visited: 999, all: 1000 })).toBe(99);
  expect(percent({ visited: 2, all: 2 })).toBe(100);
  expect(percent({ visited: 0, all: 0 })).toBe(100);
});

describe('as it is read', () => {
  const coverage = coverageOf(made, played(made, CASE, 'good', 'bad', 'good', 'good'), LANGS);
  const shipped: Places = () => null;
  const own: Places = ({ kind }, pointer) =>
    kind === 'scenario' ? { file: 'own/case.yaml', line: pointer.length } : null;
  const text = (width: number, places: Places) =>
    coverageText(coverage, places, AUTHOR.en.test.coverage, pageOf('sv', width).style);

  test('in 80 columns', () => {
    expect(text(80, shipped)).toMatchInlineSnapshot(`
      "
      Playbooks
        by-hand         sv     0/9    0 %
        by-hand         nb     0/9    0 %

      Scenarios
        by-hand-case    sv   16/43   37 %
        by-hand-case    nb   16/43   37 %

      Threats
        manager         sv    4/15   26 %
        manager         nb    4/15   26 %

      All together
        steps                 6/10   60 %
        transitions           8/30   26 %
        threats                2/2  100 %
        endings               2/10   20 %
        choices               8/18   44 %
        customer lines       14/60   23 %
        phrases                0/4    0 %
        total               40/134   29 %

      No script has been here:
        playbook: by-hand
          everything
        scenario: by-hand-case
          transitions: hear → hear, hear → manager.answer, hear → lost,
            help → calm, help → help, help → lost
          endings: calm, lost
          choices: hear bad, hear idle, help idle
          customer lines: opening 1, threat 1, hear calmer 1, hear same 1,
            hear same 2, hear hotter 1, hear hotter 2, help calmer 2, help same 1,
            help same 2, help hotter 1, end calm 1, end calm 2, end unresolved 1,
            end lost 1, end lost 2
        threat: manager
          transitions: answer → answer, answer → lost
          choices: answer bad, answer idle
          customer lines: line 1, line 2, answer calmer 1, answer same 1,
            answer same 2, answer hotter 1, answer hotter 2"
    `);
  });

  test('in 40 columns, with places', () => {
    expect(text(40, own)).toMatchInlineSnapshot(`
      "
      Playbooks
        by-hand        sv    0/9   0 %
        by-hand        nb    0/9   0 %

      Scenarios
        by-hand-case   sv  16/43  37 %
        by-hand-case   nb  16/43  37 %

      Threats
        manager        sv   4/15  26 %
        manager        nb   4/15  26 %

      All together
        steps               6/10  60 %
        transitions         8/30  26 %
        threats              2/2 100 %
        endings             2/10  20 %
        choices             8/18  44 %
        customer lines     14/60  23 %
        phrases              0/4   0 %
        total             40/134  29 %

      No script has been here:
        playbook: by-hand
          everything
        scenario: by-hand-case
          transitions:
            own/case.yaml:11 hear → hear
            own/case.yaml:11
              hear → manager.answer
            own/case.yaml:11 hear → lost
            own/case.yaml:11 help → calm
            own/case.yaml:11 help → help
            own/case.yaml:11 help → lost
          endings:
            own/case.yaml:10 calm
            own/case.yaml:10 lost
          choices:
            own/case.yaml:23 hear bad
            own/case.yaml:24 hear idle
            own/case.yaml:24 help idle
          customer lines:
            own/case.yaml:13 opening 1
            own/case.yaml:17 threat 1
            own/case.yaml:23 hear calmer 1
            own/case.yaml:21 hear same 1
            own/case.yaml:21 hear same 2
            own/case.yaml:23 hear hotter 1
            own/case.yaml:23 hear hotter 2
            own/case.yaml:23 help calmer 2
            own/case.yaml:21 help same 1
            own/case.yaml:21 help same 2
            own/case.yaml:23 help hotter 1
            own/case.yaml:15 end calm 1
            own/case.yaml:15 end calm 2
            own/case.yaml:21
              end unresolved 1
            own/case.yaml:15 end lost 1
            own/case.yaml:15 end lost 2
        threat: manager
          transitions: answer → answer,
            answer → lost
          choices: answer bad, answer idle
          customer lines: line 1, line 2,
            answer calmer 1, answer same 1,
            answer same 2, answer hotter 1,
            answer hotter 2"
    `);
  });

  test('a name that is too long for its column takes a line', () => {
    const long = { ...coverage, subjects: coverage.subjects.map((one) => ({ ...one, id: 'x'.repeat(35) })) };
    const lines = coverageText(long, shipped, AUTHOR.nb.test.coverage, pageOf('nb', 40).style).split('\n');
    expect(lines.filter((line) => line.length > 40)).toEqual([]);
    expect(lines.filter((line) => line === `  ${'x'.repeat(35)}`).length).toBe(6);
  });

  test('what is whole says so, and lists nothing', () => {
    const whole = { subjects: coverage.subjects.map((one) => ({ ...one, unvisited: [] })) };
    expect(coverageText(whole, shipped, AUTHOR.en.test.coverage, pageOf('sv', 80).style)).not.toContain(
      AUTHOR.en.test.coverage.unvisited,
    );
  });

  test('as JSON', () => {
    const json = coverageJson(coverage, own);
    const { visited, all } = total(coverage);
    expect(json).toMatchObject({ visited, all, percent: percent({ visited, all }) });
    expect(json.subjects.map(({ kind, id, lang }) => `${kind} ${id} ${lang}`)).toEqual(
      ['playbook by-hand', 'scenario by-hand-case', 'threat manager'].flatMap((name) =>
        LANGS.map((lang) => `${name} ${lang}`),
      ),
    );
    const [, , scenario, , threat] = json.subjects;
    expect(scenario?.unvisited[0]).toEqual({
      kind: 'line',
      name: 'opening 1',
      file: 'own/case.yaml',
      line: 13,
    });
    expect(threat?.unvisited[0]).toEqual({ kind: 'line', name: 'line 1' });
    expect(scenario?.kinds.choice).toEqual({ visited: 3, all: 6 });
  });
});
