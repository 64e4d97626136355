/** Machines that nobody has shipped: any steps, any weights, jumps, threats at any heat. */
import fc from 'fast-check';
import { MOVES, type Move, type ThreatKind } from '../../src/playbook/types.ts';
import { type Short, type ShortSteps, weightsOf } from './made.ts';

const someMoves = fc.uniqueArray(fc.constantFrom<Move>(...MOVES), { minLength: 1, maxLength: 3 });
const IDS = ['one', 'two', 'three', 'calm', 'left-step', 'manager-one'] as const;
const someSteps = (least: number): fc.Arbitrary<ShortSteps> =>
  fc
    .array(
      fc.record({
        moves: someMoves,
        required: fc.boolean(),
        jump: fc.option(fc.constantFrom(...IDS, 'end'), { nil: undefined, freq: 4 }),
      }),
      { minLength: least, maxLength: IDS.length },
    )
    .map((steps) =>
      Object.fromEntries(
        steps.map(({ moves, required, jump }, i) => [
          IDS[i] as string,
          { moves, required, ...(jump === undefined ? {} : { next: jump }) },
        ]),
      ),
    );
const fewSteps = fc
  .array(someMoves, { minLength: 1, maxLength: 2 })
  .map((rows): ShortSteps => Object.fromEntries(rows.map((moves, i) => [IDS[i] as string, moves])));
const degrees = (least: number) => fc.integer({ min: least, max: 10 });
const someWeights = fc
  .record({
    calm: degrees(0),
    lost: degrees(1),
    patience: fc.integer({ min: 1, max: 5 }),
    atMost: degrees(1),
    heats: fc.record({ blame: degrees(0), but: degrees(0) }),
    cools: fc.record({ hear: degrees(0), ask: degrees(0) }),
    turns: fc.record({ soon: degrees(0), loop: degrees(0), silent: degrees(0), skipped: degrees(0) }),
  })
  .map(({ calm, lost, patience, atMost, heats, cools, turns }) => {
    const by = weightsOf();
    return weightsOf({
      'calm-at': calm,
      'lost-at': lost,
      patience,
      'answer-heats-at-most': atMost,
      moves: {
        ...by.moves,
        hear: { ...by.moves.hear, cools: cools.hear },
        ask: { ...by.moves.ask, cools: cools.ask },
      },
      faults: {
        ...by.faults,
        blame: { ...by.faults.blame, heats: heats.blame },
        but: { ...by.faults.but, heats: heats.but },
      },
      turns: {
        'too-soon': { ...by.turns['too-soon'], heats: turns.soon },
        'empathy-loop': { ...by.turns['empathy-loop'], heats: turns.loop },
        silent: { ...by.turns.silent, heats: turns.silent },
        skipped: { ...by.turns.skipped, heats: turns.skipped },
      },
    });
  });
export const shorts: fc.Arbitrary<Short> = fc
  .record({
    steps: someSteps(1),
    manager: fewSteps,
    publicly: fewSteps,
    physical: fewSteps,
    temperature: degrees(0),
    kind: fc.constantFrom<ThreatKind>('manager', 'physical', 'legal'),
    at: fc.nat(IDS.length - 1),
    from: degrees(0),
    weights: someWeights,
  })
  .map(({ steps, manager, publicly, physical, temperature, kind, at, from, weights }) => {
    const ids = Object.keys(steps);
    const bringing = ids[at % ids.length];
    return {
      ...{ steps, threats: { manager, public: publicly, physical }, temperature, weights },
      // A kind that is not there stands for a scenario without a threat.
      ...(kind === 'legal' || bringing === undefined ? {} : { brings: { kind, step: bringing, from } }),
    };
  });
