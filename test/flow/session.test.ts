/** The session: one conversation as a value, pure and the same for the same seed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Course } from '../../src/flow/course.ts';
import { hash32 } from '../../src/flow/random.ts';
import {
  accepts,
  advance,
  back,
  type Input,
  modelPhrase,
  type Said,
  type Session,
  sayAgain,
  start,
  stateOf,
  trailOf,
  view,
  wordsOf,
} from '../../src/flow/session.ts';
import { step } from '../../src/flow/step.ts';
import {
  FAULTS,
  faultBits,
  faultNames,
  LANGS,
  MOVES,
  moveBits,
  moveNames,
  THREATS,
  type ThreatKind,
} from '../../src/playbook/types.ts';
import { COURSES, inputsAt, PLAYBOOKS, playWell, SCENARIOS, scenarioCourse, wander } from './courses.ts';
import { courseMade, eventOf, type Short, weightsOf } from './made.ts';

const seeds = fc.nat(0xffffffff);
const picks = fc.array(fc.nat(1000), { maxLength: 25 });
const langs = fc.constantFrom(...LANGS);

/** All that a session shows, as plain data. */
const shown = (session: Session) => ({
  opening: session.opening,
  turns: session.turns,
  options: view(session).options,
  phrases: view(session).phrases,
});
const play = (session: Session, inputs: readonly Input[]) => inputs.reduce(advance, session);
const heard = (session: Session) => [...session.opening, ...session.turns.flatMap((turn) => turn.heard)];

/** Freezes a value and all that is in it, so that a change would throw. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const one of Object.values(value)) frozen(one);
  }
  return value;
}

describe.each(COURSES)('$name', ({ course }) => {
  test('is pure and deterministic: the same course, language, seed and trail give the same session', () => {
    fc.assert(
      fc.property(langs, seeds, picks, (lang, seed, some) => {
        const first = wander(frozen(start(course, lang, seed)), some);
        const again = play(start(course, lang, seed), trailOf(first));
        expect(shown(again)).toEqual(shown(first));
        expect(view(frozen(first))).toEqual(view(first));
      }),
      { numRuns: 20 },
    );
  });

  test('back is a shorter trail', () => {
    fc.assert(
      fc.property(langs, seeds, picks, (lang, seed, some) => {
        const first = start(course, lang, seed);
        const session = wander(first, some);
        expect(shown(back(session))).toEqual(shown(play(first, trailOf(session).slice(0, -1))));
      }),
      { numRuns: 20 },
    );
    expect(shown(back(start(course, 'sv', 1)))).toEqual(shown(start(course, 'sv', 1)));
  });

  test('what is accepted advances by one turn, what is not is refused by name', () => {
    const others: Input[] = [
      ...THREATS.map((threat): Input => ({ threat })),
      ...['', 'no-such-choice', '__proto__', 'constructor', 'toString'].map((choose) => ({ choose })),
      { skip: true },
      { done: true },
    ];
    fc.assert(
      fc.property(seeds, picks, (seed, some) => {
        const session = wander(start(course, 'nb', seed), some);
        const ended = view(session).end !== null;
        for (const input of [...inputsAt(session), ...others]) {
          if (accepts(session, input)) {
            expect(ended).toBe(false);
            expect(advance(session, input).turns.length).toBe(session.turns.length + 1);
          } else {
            const refused = new RangeError(`not playable here: ${JSON.stringify(input)}`);
            expect(() => advance(session, input)).toThrow(refused);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test('no brace of a slot is ever shown, no line is empty', () => {
    fc.assert(
      fc.property(langs, seeds, picks, (lang, seed, some) => {
        const session = wander(start(course, lang, seed), some);
        const texts = [
          ...heard(session).map((one) => one.text),
          ...session.turns.flatMap((turn) => turn.model?.text ?? []),
          ...view(session).options.map((one) => one.text),
          ...view(session).phrases.map((one) => one.text),
        ];
        expect(texts.filter((text) => /[{}]/.test(text) || text.trim() === '')).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('no line comes twice in a row from a list that has others', () => {
    fc.assert(
      fc.property(langs, seeds, picks, (lang, seed, some) => {
        const session = wander(start(course, lang, seed), some);
        const last = new Map<string, string>();
        for (const { from, text } of heard(session)) {
          if (last.get(from) === text)
            expect({ from, lines: listOf(course, from, lang) }).toEqual({ from, lines: 1 });
          last.set(from, text);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** How many lines the list has that a line was taken from; a choice's own reply stands for itself. */
function listOf(course: Course, from: string, lang: 'sv' | 'nb'): number {
  const [list = '', mood = ''] = from.split(' ');
  if (list === 'reply') return 1;
  if (list === 'threat') {
    const kind = mood as ThreatKind;
    const own = course.scenario?.threat?.kind === kind ? course.scenario.threat.line[lang].length : 0;
    return Math.max(own, course.threats.get(kind)?.line[lang].length ?? 0);
  }
  const [threat = '', at = ''] = list.split('.');
  const practice = list.includes('.')
    ? course.threats.get(threat as ThreatKind)?.steps[at]?.practice
    : course.scenario?.steps[list];
  const lines = practice?.[mood as 'calmer' | 'same' | 'hotter'][lang];
  if (!lines) throw new Error(`no list ${from}`);
  return lines.length;
}

describe.each(SCENARIOS)('$name', ({ course }) => {
  const runs = (lang: 'sv' | 'nb') =>
    Array.from({ length: 12 }, (_, seed) => playWell(start(course, lang, seed)));

  test.each(LANGS)('two runs differ in %s: other lines, another order of the answers', (lang) => {
    const words = runs(lang).map((session) =>
      heard(session)
        .map((one) => one.text)
        .join('\n'),
    );
    expect(new Set(words).size).toBeGreaterThan(1);
    const orders = runs(lang).map((session) =>
      view(start(course, lang, session.seed))
        .options.map((o) => o.id)
        .join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  test('the order of the answers does not tell which is right', () => {
    const firsts = Array.from({ length: 40 }, (_, seed) => view(start(course, 'sv', seed)).options[0]?.id);
    const all = view(start(course, 'sv', 0)).options.map((option) => option.id);
    expect([...new Set(firsts)].sort()).toEqual([...all].sort());
  });

  test('the same answers are offered in both languages, in the same order', () => {
    const ids = (lang: 'sv' | 'nb') => view(start(course, lang, 7)).options.map((option) => option.id);
    expect(ids('nb')).toEqual(ids('sv'));
  });

  test('the customer opens, and has the last word except where safety ends it', () => {
    for (const session of runs('nb')) {
      expect(session.opening.map((one) => one.from)).toEqual(['opening']);
      const { end } = view(session);
      expect(session.turns.at(-1)?.heard.at(-1)?.from.startsWith('end ')).toBe(end !== 'safe');
    }
  });
});

describe.each(PLAYBOOKS)('$name, without a scenario as coach walks it', ({ course }) => {
  test('nobody speaks, nothing is to choose, phrases are there, and each step done leads to calm', () => {
    let session = start(course, 'sv', 1);
    const steps = Object.keys(course.playbook.steps);
    for (const [i, id] of steps.entries()) {
      const now = view(session);
      expect([now.node.id, now.number, now.of, now.options.length]).toEqual([id, i + 1, steps.length, 0]);
      expect(now.phrases.length).toBeGreaterThanOrEqual(6);
      session = advance(session, { done: true });
    }
    expect([view(session).end, view(session).won, heard(session)]).toEqual(['calm', true, []]);
  });
});

const SHORT: Short = {
  steps: { hear: ['hear'], empathize: ['empathize'], respond: ['respond'], thank: ['thank'] },
  threats: {
    manager: { acknowledge: ['restate'], answer: ['ask'] },
    physical: { limit: ['boundary'], safety: ['respond'] },
  },
  temperature: 6,
};
const good: Input = { choose: 'good' };
const bad: Input = { choose: 'bad' };
const idle: Input = { choose: 'idle' };
const manager: Input = { threat: 'manager' };
const physical: Input = { threat: 'physical' };
const brings = (at: string, from: number): Short => ({
  ...SHORT,
  brings: { kind: 'manager', step: at, from },
});

describe('the model phrase', () => {
  const cases: [string, Short, Input[], (string | null)[]][] = [
    ['comes when patience is out', SHORT, [idle, idle], [null, 'good']],
    ['not before, and not after a right answer', SHORT, [idle, good, bad, good], [null, null, null, null]],
    ['not where a step is skipped', SHORT, [idle, { skip: true }], [null, null]],
    ['not where the customer is gone', { ...SHORT, temperature: 8 }, [bad], [null]],
    ['nor where the last try lost the customer', { ...SHORT, temperature: 8 }, [idle, bad], [null, null]],
    ['in a threat too', SHORT, [manager, idle, idle, idle, idle], [null, null, 'good', null, 'good']],
    [
      'at the last step, where the conversation then ends',
      SHORT,
      [good, good, good, idle, idle],
      [null, null, null, null, 'good'],
    ],
    ['where a threat breaks in on the way on', brings('empathize', 6), [idle, idle], [null, 'good']],
    ['not where a threat breaks in at the first try', brings('hear', 7), [bad], [null]],
    [
      'where the answer to one threat ends in another',
      brings('hear', 7),
      [manager, bad, idle, idle, idle],
      [null, null, 'good', null, 'good'],
    ],
  ];
  test.each(cases)('%s', (_told, short, inputs, models) => {
    const session = play(start(courseMade(short), 'sv', 1), inputs);
    expect(session.turns.map((turn) => turn.model?.id ?? null)).toEqual(models);
  });

  test('is one of the step that was left, in the language of the session', () => {
    const session = play(start(courseMade(SHORT), 'nb', 1), [good, idle, idle]);
    expect(session.turns.at(-1)?.model).toEqual({
      id: 'good',
      channel: 'phone',
      way: null,
      text: 'good empathize nb',
    });
  });

  test('is a phrase of the step where the conversation has no answers of its own', () => {
    const { temperature: _, ...alone } = SHORT;
    const session = start(courseMade(alone), 'nb', 1);
    expect(modelPhrase(session, view(session).node)?.text).toBe('phrase hear');
  });

  test('would itself have been right, in every shipped conversation', () => {
    let seen = 0;
    for (const { course } of COURSES) {
      for (let seed = 0; seed < 30; seed++) {
        const session = wander(start(course, 'sv', seed), hashes(seed, 20));
        session.turns.forEach(({ model }, i) => {
          if (model === null) return;
          seen++;
          const before = { ...session, turns: session.turns.slice(0, i) };
          expect(advance(before, { choose: model.id }).turns.at(-1)?.verdict).toBe('right');
        });
      }
    }
    expect(seen).toBeGreaterThan(100);
  });
});

/** Numbers that depend on the seed alone. */
const hashes = (seed: number, count: number) =>
  Array.from({ length: count }, (_, i) => hash32(seed, `turn ${i}`));

describe('what the customer says', () => {
  const cases: [string, Short, Input[], string[][]][] = [
    [
      'calmer after a right answer, hotter after a fault, the same after nothing',
      SHORT,
      [good, bad, idle],
      [['hear calmer'], ['empathize hotter'], ['empathize same']],
    ],
    ['calmer after a right answer at nought too', { ...SHORT, temperature: 0 }, [good], [['hear calmer']]],
    ['hotter where a step is skipped', SHORT, [{ skip: true }], [['hear hotter']]],
    ['nothing but the threat where a person raises one', SHORT, [manager], [['threat manager']]],
    [
      'the threat once, not at each of its steps',
      SHORT,
      [manager, good, good],
      [['threat manager'], ['manager.acknowledge calmer'], ['manager.answer calmer']],
    ],
    [
      'the threat again where it comes again inside its answer',
      SHORT,
      [manager, manager],
      [['threat manager'], ['threat manager']],
    ],
    [
      'the other threat inside a threat',
      SHORT,
      [manager, physical],
      [['threat manager'], ['threat physical']],
    ],
    ['hotter, then the threat that breaks in', brings('hear', 7), [bad], [['hear hotter', 'threat manager']]],
    [
      'the threat that breaks in on the way on, and nothing soothed before it',
      brings('empathize', 4),
      [good],
      [['threat manager']],
    ],
    [
      'the threat of its scenario also right after another of its kind',
      brings('hear', 7),
      [manager, bad, idle, idle, idle],
      [
        ['threat manager'],
        ['manager.acknowledge hotter'],
        ['manager.acknowledge same'],
        ['manager.answer same'],
        ['manager.answer same', 'threat manager'],
      ],
    ],
    [
      'a last word where it ends calm, alone',
      { ...SHORT, temperature: 2 },
      [good, good, good, good],
      [['hear calmer'], ['empathize calmer'], ['respond calmer'], ['end calm']],
    ],
    ['a last word where the customer is lost, alone', { ...SHORT, temperature: 9 }, [bad], [['end lost']]],
    [
      'a last word after the reaction where the last answer was right but it is not over',
      { ...SHORT, steps: { hear: ['hear'] } },
      [good],
      [['hear calmer', 'end unresolved']],
    ],
    [
      'a last word alone where the last answer was not',
      { ...SHORT, steps: { hear: ['hear'] } },
      [idle, idle],
      [['hear same'], ['end unresolved']],
    ],
    [
      'no last word at the safe end',
      SHORT,
      [physical, good, good],
      [['threat physical'], ['physical.limit calmer'], ['physical.safety calmer']],
    ],
  ];
  test.each(cases)('%s', (_told, short, inputs, lists) => {
    const session = play(start(courseMade(short), 'sv', 1), inputs);
    expect(session.turns.map((turn) => turn.heard.map((one) => one.from))).toEqual(lists);
  });

  test('the lines of a list take turns', () => {
    const weights = weightsOf({ patience: 5 });
    const session = play(start(courseMade({ ...SHORT, weights }), 'nb', 1), [idle, idle, idle]);
    const said = session.turns.flatMap((turn) => turn.heard.map((one) => one.text));
    expect([...new Set(said)].sort()).toEqual(['hear same 1 nb', 'hear same 2 nb']);
    expect(said[0]).toBe(said[2]);
  });

  test('a scenario threatens in its own words, a person who raises it hears the general ones', () => {
    const own = play(start(courseMade(brings('hear', 7)), 'sv', 1), [bad]);
    expect(own.turns.at(-1)?.heard.at(-1)?.text).toMatch(/^threat [12] sv$/);
    const raised = play(start(courseMade(brings('hear', 7)), 'sv', 1), [manager]);
    expect(raised.turns.at(-1)?.heard.at(-1)?.text).toMatch(/^manager [12] sv$/);
  });

  test('a threat that is there from the start is heard after the opening', () => {
    const session = start(courseMade(brings('hear', 0)), 'sv', 1);
    expect(session.opening.map((one) => one.from)).toEqual(['opening', 'threat manager']);
  });
});

describe('where a threat is shown', () => {
  test('its own steps while it lasts, then the step that it left', () => {
    const places = (session: Session) => {
      const { node, threat, number, of } = view(session);
      return `${node.id} ${threat?.threat ?? '-'} ${number}/${of}`;
    };
    let session = start(courseMade(SHORT), 'sv', 1);
    const seen = [places(session)];
    for (const input of [good, manager, good, good, good]) {
      session = advance(session, input);
      seen.push(places(session));
    }
    expect(seen).toEqual([
      'hear - 1/4',
      'empathize - 2/4',
      'manager.acknowledge manager 1/2',
      'manager.answer manager 2/2',
      'empathize - 2/4',
      'respond - 3/4',
    ]);
    // What a screen marks the return by.
    expect(session.turns.map((turn) => [turn.before.back, turn.after.back])).toEqual([
      [-1, -1],
      [-1, 1],
      [1, 1],
      [1, -1],
      [-1, -1],
    ]);
  });

  test('a danger to life takes no other threat', () => {
    const session = play(start(courseMade(SHORT), 'sv', 1), [physical]);
    expect([accepts(session, manager), accepts(session, physical), accepts(session, good)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

/** Own words with what was heard in them: `hear+empathize!but`. */
function own(heardIn: string, say = heardIn): Said {
  const event = eventOf(heardIn);
  if (event.type !== 'answer') throw new Error(`no answer: ${heardIn}`);
  return { say, moves: moveNames(event.moves), faults: faultNames(event.faults) };
}

describe('own words', () => {
  const first = start(courseMade(SHORT), 'nb', 1);

  const verdicts: [string, Input[], string, number][] = [
    ['the right move cools', [own('hear')], 'right', 5],
    ['and so it does among others', [own('hear+thank')], 'right', 5],
    ['a fault outweighs the right move', [own('hear!blame')], 'fault', 8],
    ['several faults heat together, up to a limit', [own('!blame!policy!but')], 'fault', 9],
    ['solving first is too soon', [own('respond')], 'too-soon', 8],
    ['acknowledging on and on is a loop', [good, idle, own('hear')], 'loop', 6],
    ['nothing that counts does nothing', [own('-')], 'silent', 6],
  ];
  test.each(verdicts)('%s', (_told, inputs, verdict, temperature) => {
    const session = play(first, inputs);
    expect([session.turns.at(-1)?.verdict, stateOf(session).temperature]).toEqual([verdict, temperature]);
  });

  test('do to a conversation exactly what the rules say of their moves and faults', () => {
    const said = fc.record({
      say: fc.string(),
      moves: fc.subarray([...MOVES]),
      faults: fc.subarray([...FAULTS], { maxLength: 2 }),
    });
    for (const { course } of SCENARIOS) {
      fc.assert(
        fc.property(fc.array(fc.oneof(said, fc.constant<Input>(manager)), { maxLength: 12 }), (inputs) => {
          let session = start(course, 'sv', 1);
          for (const input of inputs) {
            if (!accepts(session, input)) return;
            const before = stateOf(session);
            session = advance(session, input);
            if (!('say' in input)) continue;
            const { say: _, ...event } = input;
            const bits = { moves: moveBits(event.moves), faults: faultBits(event.faults) };
            expect(stateOf(session)).toEqual(step(course.machine, before, { type: 'answer', ...bits }));
          }
          expect(shown(play(start(course, 'sv', 1), trailOf(session)))).toEqual(shown(session));
          expect(trailOf(back(session))).toEqual(trailOf(session).slice(0, -1));
        }),
        { numRuns: 20 },
      );
    }
  });

  test('are answered by the customer as a choice would be, and the coach helps out alike', () => {
    const froms = (inputs: Input[]) =>
      play(first, inputs).turns.map((turn) => [turn.heard.map(({ from }) => from), turn.model?.id ?? null]);
    expect(froms([own('hear'), own('!blame'), own('-')])).toEqual(froms([good, bad, idle]));
  });

  test('are heard in a threat too, and where it stops', () => {
    const session = play(first, [manager, own('restate'), own('ask'), physical, own('boundary')]);
    expect(session.turns.map((turn) => [turn.node.id, turn.verdict])).toEqual([
      ['hear', 'threatened'],
      ['manager.acknowledge', 'right'],
      ['manager.answer', 'right'],
      ['hear', 'threatened'],
      ['physical.limit', 'right'],
    ]);
  });

  test('are taken only where a conversation is practised, and not after its end', () => {
    const { temperature: _, ...alone } = SHORT;
    const walked = start(courseMade(alone), 'nb', 1);
    const ended = play(start(courseMade({ ...SHORT, temperature: 8 }), 'nb', 1), [bad]);
    for (const session of [walked, ended]) {
      expect(accepts(session, own('hear'))).toBe(false);
      expect(() => advance(session, own('hear'))).toThrow(RangeError);
    }
  });

  test('stay as they were typed', () => {
    const odd = ' Förlåt 😀\n\u001b[31m”ja” {namn} \ud800 ';
    const session = advance(frozen(first), frozen(own('hear', odd)));
    expect(trailOf(session)).toEqual([{ say: odd, moves: ['hear'], faults: [] }]);
    expect(session.turns.map((turn) => wordsOf(turn, 'nb'))).toEqual([odd]);
  });

  test('of a turn: what was said, else what was chosen, else none', () => {
    const session = play(first, [own('hear', 'Ja?'), good, manager, { skip: true }]);
    expect(session.turns.map((turn) => wordsOf(turn, 'nb'))).toEqual([
      'Ja?',
      'good empathize nb',
      null,
      null,
    ]);
    expect(session.turns.map((turn) => turn.choice === null)).toEqual([true, false, true, true]);
  });
});

describe('said once more', () => {
  const session = play(start(courseMade(SHORT), 'nb', 1), [good, own('!but', 'Ja, men')]);

  test('stands beside the first and changes nothing else', () => {
    const after = sayAgain(frozen(session), 'Det skjønner jeg.');
    expect(trailOf(after)).toEqual([
      { choose: 'good' },
      { say: 'Ja, men', moves: [], faults: ['but'], again: 'Det skjønner jeg.' },
    ]);
    const without = (one: Session) => one.turns.map(({ input: _, ...rest }) => rest);
    expect(without(after)).toEqual(without(session));
    expect(view(after)).toEqual(view(session));
    expect(wordsOf(after.turns.at(-1) as Session['turns'][number], 'nb')).toBe('Ja, men');
    expect(trailOf(session).at(-1)).not.toHaveProperty('again');
  });

  test('goes on alike, and comes back alike', () => {
    const after = sayAgain(session, 'Det skjønner jeg.');
    const states = (one: Session) => one.turns.map((turn) => turn.after);
    expect(states(play(after, [own('empathize'), idle]))).toEqual(
      states(play(session, [own('empathize'), idle])),
    );
    expect(shown(play(start(session.course, 'nb', 1), trailOf(after)))).toEqual(shown(after));
    expect(shown(back(after))).toEqual(shown(back(session)));
  });

  test('a third time, the last one stands', () => {
    expect(trailOf(sayAgain(sayAgain(session, 'a'), 'b')).at(-1)).toMatchObject({
      say: 'Ja, men',
      again: 'b',
    });
  });

  test.each<[string, Input[]]>([
    ['nothing was said', []],
    ['an answer was chosen', [good]],
    ['a step was skipped', [own('hear'), { skip: true }]],
    ['somebody threatened', [manager]],
  ])('is nothing where %s', (_told, inputs) => {
    const before = play(start(courseMade(SHORT), 'nb', 1), inputs);
    expect(sayAgain(before, 'en gång till')).toBe(before);
  });
});

test('another seed is another conversation, another language the same one', () => {
  const course = scenarioCourse('late-parcel');
  const run = (lang: 'sv' | 'nb', seed: number) => playWell(start(course, lang, seed));
  const froms = (session: Session) => heard(session).map((one) => one.from);
  expect(froms(run('nb', 5))).toEqual(froms(run('sv', 5)));
  expect(trailOf(run('nb', 5))).toEqual(trailOf(run('sv', 5)));
  const texts = Array.from({ length: 20 }, (_, seed) =>
    heard(run('sv', seed))
      .map((one) => one.text)
      .join(),
  );
  expect(new Set(texts).size).toBeGreaterThan(5);
});
