import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { contentOf } from '../../src/check/content.ts';
import { nearDuplicate } from '../../src/check/rules/near-duplicate.ts';
import { twinsAmong } from '../../src/check/twins.ts';
import type { Scenario } from '../../src/playbook/schema.ts';
import type { Doc } from '../../src/playbook/validate.ts';
import { library, shipped } from '../support/content.ts';

describe('twins', () => {
  test.each([
    ['Jag förstår att du är arg på oss.', 'Jag förstår att du är arg på oss!'],
    ['Jag förstår att du är arg på oss nu.', 'JAG FORSTAR att du är arg på oss.'],
    ['Vad vill du uppnå? Jag tror att vi vill samma sak.', 'Vad vill du uppnå? Jag tror vi vill samma sak.'],
  ])('%s %s', (a, b) => expect(twinsAmong([a, b])).toEqual([{ text: 1, of: 0 }]));

  test.each([
    ['Jag förstår att du är arg.', 'Jag förstår att du är trött på det.'],
    ['Jag ser att du är trött.', 'Trött är du, det ser jag att du är.'],
    ['…', '!'],
    ['', ''],
  ])('not %s %s', (a, b) => expect(twinsAmong([a, b])).toEqual([]));

  test('whatever is like another is found, as if each had been compared with each', () => {
    const word = fc.constantFrom('jag', 'du', 'ser', 'hör', 'är', 'trött', 'arg', 'nu');
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 12 }), (texts) => {
        const twins = new Map(twinsAmong(texts).map(({ text, of }) => [text, of]));
        for (let i = 0; i < texts.length; i++) {
          const first = texts.findIndex((other, j) => j < i && !twins.has(j) && isTwin(other, texts[i]));
          expect(twins.get(i) ?? -1).toBe(first);
        }
      }),
    );
  });

  test('many texts take little more than their number', () => {
    // Letters alone: 0 as q, 1 as r.
    const word = (i: number) => i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
    const texts = Array.from(
      { length: 5000 },
      (_, i) => `Jag hör ${word(i)} dig, ${word(i * 7)} och tar ${word(i * 3)} nu.`,
    );
    const began = performance.now();
    // Those in which three of a letter are folded to two.
    expect(twinsAmong(texts).length).toBeLessThan(10);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

const isTwin = (a = '', b = '') => twinsAmong([a, b]).length > 0;

describe('choices', () => {
  const doc = shipped.docs.find(({ kind, id }) => kind === 'scenario' && id === 'late-parcel') as Doc;
  const found = (change: (scenario: Scenario) => void) => {
    const value = structuredClone(doc.value) as Scenario;
    change(value);
    const content = contentOf([{ ...doc, value } as Doc], library, {
      coach: () => expect.unreachable(),
      threats: () => expect.unreachable(),
      today: '2026-11-22',
      agreed: new Map(),
    });
    return [...nearDuplicate.check(content)].map(({ pointer, params }) => `${pointer} = ${params?.other}`);
  };
  it('of one step are compared', () => {
    let expected = '';
    const twins = found(({ steps }) => {
      const choices = steps.hear?.choices ?? {};
      const [first = '', second = ''] = Object.keys(choices);
      Object.assign(choices[second] ?? {}, { sv: choices[first]?.sv });
      expected = `/steps/hear/choices/${second}/sv = ${first}`;
    });
    expect(twins).toEqual([expected]);
  });

  it('of different steps are not', () => {
    const twins = found(({ steps }) => {
      const [first] = Object.values(steps.hear?.choices ?? {});
      const [other] = Object.values(steps.thank?.choices ?? {});
      Object.assign(other ?? {}, { sv: first?.sv });
    });
    expect(twins).toEqual([]);
  });
});
