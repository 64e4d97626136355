/** Past practice as a damaged clock and an older svalka might tell it: any order, any time, any id. */
import fc from 'fast-check';
import type { Practised, PractisedTurn } from '../../src/journal/practised.ts';
import { ENDS, FAULTS, LANGS, MOVES, THREATS } from '../../src/playbook/types.ts';

const time = fc.oneof(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -8.64e15, max: 8.64e15 }));
const degrees = fc.integer({ min: 0, max: 10 });
const id = fc.constantFrom('hear', 'empathize', 'respond', 'late-parcel', 'gone-long-ago');

const turn: fc.Arbitrary<PractisedTurn> = fc.record({
  at: time,
  step: id,
  threat: fc.option(fc.constantFrom(...THREATS), { freq: 3 }),
  wants: fc.uniqueArray(fc.constantFrom(...MOVES), { maxLength: 3 }),
  moves: fc.uniqueArray(fc.constantFrom(...MOVES), { maxLength: 3 }),
  faults: fc.uniqueArray(fc.constantFrom(...FAULTS), { maxLength: 2 }),
  verdict: fc.constantFrom('right', 'fault', 'too-soon', 'loop', 'silent', 'skipped', 'threatened'),
  choice: fc.option(fc.constantFrom('tell-me', 'say-back', 'gone')),
  right: fc.uniqueArray(fc.constantFrom('tell-me', 'say-back', 'gone'), { maxLength: 2 }),
  before: degrees,
  after: degrees,
});

export const anyPractice: fc.Arbitrary<Practised[]> = fc.array(
  fc.record({
    session: fc.uuid(),
    playbook: fc.constant('heart'),
    scenario: fc.constantFrom('late-parcel', 'bill-shock', 'gone-long-ago'),
    lang: fc.constantFrom(...LANGS),
    began: time,
    start: degrees,
    turns: fc.array(turn, { maxLength: 8 }),
    end: fc.option(fc.record({ kind: fc.constantFrom(...ENDS), won: fc.boolean(), temperature: degrees })),
  }),
  { maxLength: 12 },
);
