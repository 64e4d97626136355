/** The rules of the flow, told as tables: what happens, and every state that it leads through. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initial, isWon, judge, type State, step } from '../../src/flow/step.ts';
import { ALL_EVENTS } from '../../src/flow/walk.ts';
import { FAULTS, MOVES } from '../../src/playbook/types.ts';
import { COURSES, scenarioCourse } from './courses.ts';
import { eventOf, flaws, inWords, machineOf, run, type Short, weightsOf } from './made.ts';

const SHORT: Short = {
  steps: {
    hear: ['hear', 'restate'],
    empathize: ['empathize'],
    apologize: ['apologize'],
    respond: ['respond', 'ask'],
    thank: { moves: ['thank'], required: false },
  },
  threats: {
    manager: { acknowledge: ['empathize', 'restate'], answer: ['ask', 'respond'] },
    public: { acknowledge: ['empathize', 'restate'], answer: ['ask', 'respond'] },
    physical: { limit: ['boundary'], safety: ['respond'] },
    'self-harm': { stay: ['hear', 'empathize', 'ask'], help: ['respond', 'ask'] },
  },
  temperature: 6,
};
const brings = (kind: 'manager' | 'physical', at: string, from: number): Short => ({
  ...SHORT,
  brings: { kind, step: at, from },
});

/** What is told, on which machine, what happens, and the states after each event. */
type Row = [told: string, machine: Short, events: string, states: string];

function check([, short, events, states]: Row): void {
  const list = (text: string) => (text === '' ? [] : text.split(' > '));
  expect(run(machineOf(short), list(events)).slice(1)).toEqual(list(states));
}
const table = (name: string, rows: readonly Row[]) =>
  describe(name, () => {
    test.each(rows)('%s', (...row) => check(row));
  });

table('the order of the steps', [
  [
    'each right move cools and leads to the next step',
    SHORT,
    'hear > empathize > apologize > respond > thank',
    'empathize 5 > apologize 3 > respond 2 > thank 0 > calm 0',
  ],
  ['any of the moves that a step wants will do', SHORT, 'restate', 'empathize 5'],
  [
    'of two right moves the stronger one cools',
    SHORT,
    'hear > empathize > apologize > respond+ask',
    'empathize 5 > apologize 3 > respond 2 > thank 0',
  ],
  [
    'a right move beside one of a later step is right',
    SHORT,
    'hear > empathize+apologize',
    'empathize 5 > apologize 3',
  ],
  [
    'a right move beside one of an earlier step is right',
    SHORT,
    'hear > empathize+hear',
    'empathize 5 > apologize 3',
  ],
  [
    'a right move cools by what the step wants, not by what else was said',
    SHORT,
    'hear+empathize',
    'empathize 5',
  ],
  ['a later move does not jump over steps', SHORT, 'thank', 'hear 8 try 2'],
  [
    'a step may name the step that follows',
    {
      ...SHORT,
      steps: { hear: { moves: ['hear'], next: 'thank' }, empathize: ['empathize'], thank: ['thank'] },
    },
    'hear > thank',
    'thank 5 > unresolved 4',
  ],
  [
    'a step may end the conversation',
    { ...SHORT, temperature: 4, steps: { hear: { moves: ['hear'], next: 'end' }, thank: ['thank'] } },
    'hear',
    'calm 3',
  ],
  [
    'a step may lead back to an earlier one',
    { ...SHORT, steps: { hear: ['hear'], ask: { moves: ['ask'], next: 'hear' } } },
    'hear > ask > hear',
    'ask 5 > hear 4 > ask 3',
  ],
  [
    'at an end nothing happens any more',
    { ...SHORT, steps: { hear: ['hear'] }, temperature: 4 },
    'hear > !blame > skip > ~manager',
    'calm 3 > calm 3 > calm 3 > calm 3',
  ],
]);

table('faults', [
  ['a fault heats and the step stays', SHORT, '!blame', 'hear 8 try 2'],
  ['a light fault heats less', SHORT, '!but', 'hear 7 try 2'],
  ['a fault outweighs the right move beside it', SHORT, 'hear!but', 'hear 7 try 2'],
  ['two faults add up', SHORT, '!but!blame', 'hear 9 try 2'],
  ['but one answer heats no more than it may', SHORT, '!blame!policy!deflect', 'hear 9 try 2'],
  ['after a fault the right move is still right', SHORT, '!blame > hear', 'hear 8 try 2 > empathize 7'],
]);

table('too soon', [
  ['a move of a later step heats and the step stays', SHORT, 'empathize', 'hear 8 try 2'],
  ['a solution before understanding is too soon', SHORT, 'respond', 'hear 8 try 2'],
  ['also beside the right move', SHORT, 'hear+respond', 'hear 8 try 2'],
  ['not where the same answer also shows understanding', SHORT, 'hear+empathize+respond', 'empathize 5'],
  ['not beside the understanding itself', SHORT, 'hear > empathize+respond', 'empathize 5 > apologize 3'],
  [
    'after understanding a solution still has to wait for its step',
    SHORT,
    'hear > empathize > respond',
    'empathize 5 > apologize 3 > apologize 5 try 2',
  ],
  [
    'after understanding the right move beside a solution is right',
    SHORT,
    'hear > empathize > apologize+respond',
    'empathize 5 > apologize 3 > respond 2',
  ],
  [
    'a playbook without understanding rushes nobody',
    { ...SHORT, steps: { hear: ['hear'], respond: ['respond'] } },
    'hear+respond',
    'respond 5',
  ],
  [
    'in a threat too: a solution before it is acknowledged',
    SHORT,
    '~manager > respond',
    'manager.acknowledge 6 left hear > manager.acknowledge 8 try 2 left hear',
  ],
]);

table('the empathy loop', [
  ['acknowledging again is only human', SHORT, 'hear > hear', 'empathize 5 > empathize 5 try 2'],
  [
    'acknowledging on and on heats',
    SHORT,
    'hear > hear > restate',
    'empathize 5 > empathize 5 try 2 > apologize 6 missed',
  ],
  [
    'it heats from the second try on, whatever the first was',
    SHORT,
    'hear > - > hear',
    'empathize 5 > empathize 5 try 2 > apologize 6 missed',
  ],
  [
    'and each time with more patience',
    { ...SHORT, weights: weightsOf({ patience: 4 }) },
    'hear > hear > hear > hear > hear',
    'empathize 5 > empathize 5 try 2 > empathize 6 try 3 > empathize 7 try 4 > apologize 8 missed',
  ],
]);

table('silence', [
  ['an answer with nothing in it changes no degree and costs a try', SHORT, '-', 'hear 6 try 2'],
  ['a move that no step of the playbook asks for is silent', SHORT, 'boundary', 'hear 6 try 2'],
  [
    'the content may let silence heat',
    {
      ...SHORT,
      weights: weightsOf({
        turns: { ...weightsOf().turns, silent: { ...weightsOf().turns.silent, heats: 1 } },
      }),
    },
    '- > hear',
    'hear 7 try 2 > empathize 6',
  ],
]);

table('patience', [
  [
    'after two tries the coach goes on, and the step counts as missed',
    SHORT,
    '- > -',
    'hear 6 try 2 > empathize 6 missed',
  ],
  ['whatever the tries were', SHORT, '!but > thank', 'hear 7 try 2 > empathize 9 missed'],
  ['each step has its own tries', SHORT, '- > hear > -', 'hear 6 try 2 > empathize 5 > empathize 5 try 2'],
  [
    'a step that is not required is not missed',
    { ...SHORT, temperature: 5 },
    'hear > empathize > apologize > respond > - > -',
    'empathize 4 > apologize 2 > respond 1 > thank 0 > thank 0 try 2 > calm 0',
  ],
  [
    'what was missed is not made good by doing the rest right',
    SHORT,
    '- > - > empathize > apologize > respond > thank',
    'hear 6 try 2 > empathize 6 missed > apologize 4 missed > respond 3 missed > thank 1 missed > unresolved 0 missed',
  ],
  [
    'with a patience of one there is one try',
    { ...SHORT, weights: weightsOf({ patience: 1 }) },
    '!but > -',
    'empathize 7 missed > apologize 7 missed',
  ],
]);

table('skipping', [
  ['heats, goes on and counts as missed', SHORT, 'skip', 'empathize 7 missed'],
  ['forgets the tries', SHORT, '- > skip', 'hear 6 try 2 > empathize 7 missed'],
  [
    'a step that is not required may be skipped',
    { ...SHORT, temperature: 4 },
    'hear > empathize > apologize > respond > skip',
    'empathize 3 > apologize 1 > respond 0 > thank 0 > calm 1',
  ],
  [
    'on and on loses the customer',
    { ...SHORT, temperature: 8 },
    'skip > skip',
    'empathize 9 missed > lost 10 missed',
  ],
]);

table('a threat', [
  [
    'interrupts at the first step and returns to it',
    SHORT,
    '~manager > empathize > respond',
    'manager.acknowledge 6 left hear > manager.answer 4 left hear > hear 2',
  ],
  [
    'interrupts at a later step and returns to it',
    SHORT,
    'hear > empathize > ~public > restate > ask > apologize',
    'empathize 5 > apologize 3 > public.acknowledge 3 left apologize > public.answer 2 left apologize > apologize 1 > respond 0',
  ],
  [
    'forgets the tries of the step it left',
    SHORT,
    '- > ~manager > empathize > ask',
    'hear 6 try 2 > manager.acknowledge 6 left hear > manager.answer 4 left hear > hear 3',
  ],
  [
    'has patience of its own, and its steps do not count as missed',
    SHORT,
    '~manager > - > - > !but > -',
    'manager.acknowledge 6 left hear > manager.acknowledge 6 try 2 left hear > manager.answer 6 left hear > manager.answer 7 try 2 left hear > hear 7',
  ],
  [
    'keeps what was missed before it',
    SHORT,
    'skip > ~manager > restate > ask',
    'empathize 7 missed > manager.acknowledge 7 left empathize missed > manager.answer 6 left empathize missed > empathize 5 missed',
  ],
  [
    'may be skipped through, which heats',
    SHORT,
    '~manager > skip > skip',
    'manager.acknowledge 6 left hear > manager.answer 7 left hear > hear 8',
  ],
  [
    'inside a threat takes its place and returns to the same step',
    SHORT,
    '~manager > empathize > ~public > empathize > ask',
    'manager.acknowledge 6 left hear > manager.answer 4 left hear > public.acknowledge 4 left hear > public.answer 2 left hear > hear 1',
  ],
  [
    'of the same kind begins anew',
    SHORT,
    '~manager > empathize > ~manager',
    'manager.acknowledge 6 left hear > manager.answer 4 left hear > manager.acknowledge 4 left hear',
  ],
  ['that nobody knows changes nothing', SHORT, '~media', 'hear 6'],
  [
    'boiling over in a threat loses the customer',
    { ...SHORT, temperature: 8 },
    '~manager > !blame',
    'manager.acknowledge 8 left hear > lost 10',
  ],
]);

table('the threat that a scenario brings', [
  [
    'comes at its step when it is hot enough',
    brings('manager', 'empathize', 6),
    '!but > hear',
    'hear 7 try 2 > manager.acknowledge 6 left empathize fired',
  ],
  ['does not come when it is cooler', brings('manager', 'empathize', 6), 'hear', 'empathize 5'],
  [
    'does not come at another step, however hot',
    brings('manager', 'apologize', 6),
    '!blame > hear',
    'hear 8 try 2 > empathize 7',
  ],
  [
    'comes when the step itself heats, and returns to it',
    brings('manager', 'hear', 7),
    '!but > restate > ask',
    'manager.acknowledge 7 left hear fired > manager.answer 6 left hear fired > hear 5 fired',
  ],
  [
    'comes once',
    brings('manager', 'hear', 7),
    '!but > skip > skip > !but',
    'manager.acknowledge 7 left hear fired > manager.answer 8 left hear fired > hear 9 fired > lost 10 fired',
  ],
  [
    'is there from the start at nought',
    brings('manager', 'hear', 0),
    'restate > ask',
    'manager.answer 5 left hear fired > hear 4 fired',
  ],
  [
    'saves nobody from being lost at ten',
    { ...brings('manager', 'hear', 8), temperature: 7 },
    '!blame!policy',
    'lost 10 fired',
  ],
  [
    'but a danger to life comes first, at ten too',
    { ...brings('physical', 'hear', 8), temperature: 7 },
    '!blame!policy',
    'physical.limit 10 left hear fired',
  ],
  [
    'does not come on the return from another threat where that has cooled',
    brings('manager', 'hear', 7),
    '~public > !but > empathize > !blame > ask',
    'public.acknowledge 6 left hear > public.acknowledge 7 try 2 left hear > public.answer 5 left hear > public.answer 7 try 2 left hear > hear 6',
  ],
  [
    'comes on the return where it is still hot',
    brings('manager', 'hear', 7),
    '~public > skip > skip > restate',
    'public.acknowledge 6 left hear > public.answer 7 left hear > manager.acknowledge 8 left hear fired > manager.answer 7 left hear fired',
  ],
  [
    'is no second time the same when a person raises it',
    brings('manager', 'hear', 7),
    '~manager > restate > ask > !blame!but',
    'manager.acknowledge 6 left hear > manager.answer 5 left hear > hear 4 > manager.acknowledge 7 left hear fired',
  ],
]);

table('danger to life', [
  [
    'leads to the safe end and never back',
    SHORT,
    '~physical > boundary > respond > hear',
    'physical.limit 6 left hear > physical.safety 5 left hear > safe 3 > safe 3',
  ],
  [
    'self-harm likewise',
    SHORT,
    '~self-harm > empathize > ask',
    'self-harm.stay 6 left hear > self-harm.help 4 left hear > safe 3',
  ],
  [
    'from any step',
    SHORT,
    'hear > empathize > ~physical > boundary > respond',
    'empathize 5 > apologize 3 > physical.limit 3 left apologize > physical.safety 2 left apologize > safe 0',
  ],
  [
    'out of another threat',
    SHORT,
    '~manager > ~physical > boundary > respond',
    'manager.acknowledge 6 left hear > physical.limit 6 left hear > physical.safety 5 left hear > safe 3',
  ],
  [
    'no other threat interrupts it',
    SHORT,
    '~physical > ~manager > boundary > ~self-harm',
    'physical.limit 6 left hear > physical.limit 6 left hear > physical.safety 5 left hear > physical.safety 5 left hear',
  ],
  [
    'not even at boiling point is the customer lost',
    { ...SHORT, temperature: 9 },
    '~physical > !blame > !blame > !blame > !blame',
    'physical.limit 9 left hear > physical.limit 10 try 2 left hear > physical.safety 10 left hear missed > physical.safety 10 try 2 left hear missed > safe 10 missed',
  ],
  [
    'what was missed before no longer counts',
    SHORT,
    'skip > ~physical > boundary > respond',
    'empathize 7 missed > physical.limit 7 left empathize > physical.safety 6 left empathize > safe 4',
  ],
  [
    'what is missed in it does',
    SHORT,
    '~physical > skip > respond',
    'physical.limit 6 left hear > physical.safety 7 left hear missed > safe 5 missed',
  ],
  [
    'comes with the scenario too',
    brings('physical', 'hear', 7),
    '!but > boundary > respond',
    'physical.limit 7 left hear fired > physical.safety 6 left hear fired > safe 4 fired',
  ],
  [
    'a threat of the scenario forgives what was missed',
    brings('physical', 'empathize', 7),
    'skip',
    'physical.limit 7 left empathize fired',
  ],
]);

table('the temperature', [
  [
    'does not fall below nought',
    { ...SHORT, temperature: 1 },
    'hear > empathize',
    'empathize 0 > apologize 0',
  ],
  [
    'does not rise above ten, and there the customer is lost',
    { ...SHORT, temperature: 9 },
    '!blame!policy',
    'lost 10',
  ],
  [
    'is lost also where the last step would have ended well',
    { ...SHORT, temperature: 9, steps: { hear: ['hear'] } },
    'skip',
    'lost 10 missed',
  ],
  ['is calm up to three', { ...SHORT, temperature: 4, steps: { hear: ['hear'] } }, 'hear', 'calm 3'],
  ['is unresolved above', { ...SHORT, temperature: 5, steps: { hear: ['hear'] } }, 'hear', 'unresolved 4'],
  [
    'is unresolved where something was missed',
    { ...SHORT, temperature: 1, steps: { hear: ['hear'] } },
    'skip',
    'unresolved 2 missed',
  ],
]);

describe('the beginning', () => {
  test.each<[string, Short, string]>([
    ['as hot as the scenario says', SHORT, 'hear 6'],
    ['without a scenario in the middle', { steps: SHORT.steps }, 'hear 6'],
    [
      'already in the threat that comes at once',
      brings('manager', 'hear', 6),
      'manager.acknowledge 6 left hear fired',
    ],
    ['lost where it boils from the start', { ...SHORT, temperature: 10 }, 'lost 10'],
    [
      'never hotter than where a customer is lost',
      { ...SHORT, weights: weightsOf({ 'lost-at': 5 }) },
      'lost 5',
    ],
  ])('%s', (_told, short, words) => {
    const machine = machineOf(short);
    expect(inWords(machine, initial(machine))).toBe(words);
  });
});

describe('what an answer was', () => {
  const { nodes } = machineOf(SHORT);
  test.each([
    ['hear', 'hear', 'right'],
    ['hear', 'hear!but', 'fault'],
    ['hear', 'hear+respond', 'too-soon'],
    ['hear', 'hear+ask', 'right'],
    ['hear', 'thank', 'too-soon'],
    ['hear', '-', 'silent'],
    ['empathize', 'hear', 'loop'],
    ['empathize', 'hear+thank', 'too-soon'],
    ['empathize', 'empathize+respond', 'right'],
    ['thank', 'respond+empathize', 'loop'],
    ['manager.answer', 'apologize', 'silent'],
    ['manager.answer', 'restate', 'loop'],
    ['physical.limit', 'respond', 'too-soon'],
  ])('at %s, %s is %s', (id, words, verdict) => {
    const node = nodes.find((one) => one.id === id);
    const event = eventOf(words);
    expect(node && event.type === 'answer' && judge(node, event.moves, event.faults)).toBe(verdict);
  });
});

describe('won', () => {
  test.each([
    ['calm', 'hear > empathize > apologize > respond > thank', true],
    ['safe with nothing missed', 'skip > ~physical > boundary > respond', true],
    ['not safe with a step missed', '~physical > skip > respond', false],
    ['not unresolved', 'skip > empathize > apologize > respond > thank', false],
    ['not lost', '!blame > !blame', false],
    ['not under way', 'hear', false],
  ])('%s', (_told, events, won) => {
    const machine = machineOf(SHORT);
    let state = initial(machine);
    for (const one of events.split(' > ')) state = step(machine, state, eventOf(one));
    expect(isWon(machine, state)).toBe(won);
  });
});

test('on real content, by the same rules: the late parcel, answered well', () => {
  const { machine } = scenarioCourse('late-parcel');
  const at = run(machine, ['hear', 'empathize', 'apologize', 'respond', 'thank']);
  expect(at.map((one) => one.split(' ')[0])).toEqual([
    'hear',
    'empathize',
    'apologize',
    'respond',
    'thank',
    'calm',
  ]);
});

/** Any event at all, also such as no session can make: unknown bits, unknown threats. */
const anyEvent = fc.oneof(
  fc.constantFrom(...ALL_EVENTS),
  fc.record({
    type: fc.constant('answer' as const),
    moves: fc.nat((1 << MOVES.length) - 1),
    faults: fc.oneof(fc.constant(0), fc.nat((1 << FAULTS.length) - 1)),
  }),
  fc.record({ type: fc.constant('answer' as const), moves: fc.integer(), faults: fc.integer() }),
  fc.record({ type: fc.constant('threat' as const), threat: fc.integer({ min: -3, max: 12 }) }),
);

describe('step is total: any event in any state gives a valid state', () => {
  test.each(COURSES)('$name', ({ course: { machine } }) => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        let state: State = initial(machine);
        expect(flaws(machine, state)).toEqual([]);
        for (const event of events) {
          const before = JSON.stringify(state);
          const next = step(machine, state, event);
          expect(JSON.stringify(state)).toBe(before);
          expect(flaws(machine, next)).toEqual([]);
          state = next;
        }
      }),
      { numRuns: 150 },
    );
  });
});
