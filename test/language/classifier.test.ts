/** The linear model: one small binary file, and a score that is a sum over features. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Classifier,
  classifierOf,
  decode,
  encode,
  tableFor,
  type Weights,
} from '../../src/language/classifier.ts';

type Features = Parameters<Classifier['score']>[0];

/** Features with values, each at a place of its own. */
function featuresOf(some: readonly (readonly [number, number])[]): Features {
  const places = Int16Array.from(some, (_, i) => i);
  return {
    ids: Uint32Array.from(some, ([id]) => id),
    values: Float32Array.from(some, ([, value]) => value),
    from: places,
    to: places,
  };
}

/** A model with these feature ids; each weight is its row plus one, times its label plus one. */
function modelOf(ids: readonly number[], labels: readonly string[] = ['one', 'two', 'three']): Weights {
  const keys = Uint32Array.from(ids);
  const table = tableFor(keys);
  const weights = Int8Array.from(
    ids.flatMap((_, row) => labels.map((_label, l) => ((row + 1) * (l + 1)) % 128)),
  );
  return {
    header: { labels, rows: ids.length, slots: table.length },
    bias: Float32Array.from(labels, (_, l) => l - 1),
    scale: Float32Array.from(labels, (_, l) => 0.5 / (l + 1)),
    keys,
    table,
    weights,
  };
}

/** A model's score of one feature, without its bias: half its row plus one. */
const rowSeen = (classifier: Classifier, id: number) => classifier.contributions(featuresOf([[id, 1]]), 0)[0];

/** A model as plain data. */
const plain = (model: Weights) => ({
  ...model.header,
  ...Object.fromEntries(
    (['bias', 'scale', 'keys', 'table', 'weights'] as const).map((name) => [name, [...model[name]]]),
  ),
});

const ids = fc.uniqueArray(fc.nat(0xffffffff), { maxLength: 200 });
const labels = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 20 });

describe('a model that is written and read again', () => {
  test('is the same, for any ids and any names of labels', () => {
    fc.assert(
      fc.property(ids, labels, (some, names) => {
        const model = modelOf(some, names);
        expect(plain(decode(encode(model)))).toEqual(plain(model));
      }),
    );
  });

  const model = modelOf([7, 0, 0xffffffff, 12], ['but', 'å', '👍']);

  test.each([1, 2, 3, 4, 5, 8])('is the same where it stands %i bytes into other bytes', (offset) => {
    const bytes = encode(model);
    const around = new Uint8Array(bytes.length + 16).fill(0xff);
    around.set(bytes, offset);
    expect(plain(decode(around.subarray(offset, offset + bytes.length)))).toEqual(plain(model));
  });

  test.each([1, 2, 3, 4, 5, 8])('and %i bytes into a Buffer, as files are read', (offset) => {
    const bytes = encode(model);
    const around = Buffer.alloc(bytes.length + 16, 0xff);
    around.set(bytes, offset);
    expect(plain(decode(around.subarray(offset, offset + bytes.length)))).toEqual(plain(model));
  });

  test('without a single feature has its bias alone', () => {
    const classifier = classifierOf(decode(encode(modelOf([]))));
    expect([...classifier.score(featuresOf([[1, 1]]))]).toEqual([-1, 0, 1]);
  });
});

describe('the table that finds a feature', () => {
  test.each<[string, number[]]>([
    ['apart', [0, 1, 2, 3]],
    ['at one slot', [8, 16, 24, 32]],
    ['from the last slot on, around to the first', [7, 15, 23, 31, 39]],
    ['around to the first, into others', [0, 7, 15, 1, 23]],
    ['the largest numbers', [0xffffffff, 0xfffffffe, 0x7fffffff, 0x80000000]],
    ['nought', [0]],
  ])('%s', (_told, some) => {
    const classifier = classifierOf(decode(encode(modelOf(some))));
    expect(some.map((id) => rowSeen(classifier, id))).toEqual(some.map((_, row) => (row + 1) / 2));
    const others = [5, 47, 55, 100, 0x12345678, 0xfffffff7].filter((id) => !some.includes(id));
    expect(others.map((id) => rowSeen(classifier, id))).toEqual(others.map(() => 0));
  });

  test('is a power of two and never full', () => {
    fc.assert(
      fc.property(ids, (some) => {
        const table = tableFor(Uint32Array.from(some));
        expect(Math.log2(table.length) % 1).toBe(0);
        expect([...table].filter((row) => row === 0).length).toBeGreaterThan(0);
        expect([...table].filter((row) => row !== 0).sort((a, b) => a - b)).toEqual(
          some.map((_, i) => i + 1),
        );
      }),
    );
  });
});

describe('a score', () => {
  const some = fc.array(
    fc.tuple(
      fc.nat(30),
      fc.double({ min: 0, max: 1, noNaN: true }).map((value) => Math.fround(value)),
    ),
    { maxLength: 40 },
  );
  const known = fc.uniqueArray(fc.nat(30), { minLength: 5 });

  test('is the bias and what each feature that is known adds', () => {
    fc.assert(
      fc.property(known, some, (rows, features) => {
        const model = modelOf(rows);
        const scores = classifierOf(model).score(featuresOf(features));
        model.header.labels.forEach((_, label) => {
          let sum = 0;
          for (const [id, value] of features) {
            const row = rows.indexOf(id);
            if (row !== -1) sum += (model.weights[row * 3 + label] as number) * value;
          }
          const expected = sum * (model.scale[label] as number) + (model.bias[label] as number);
          expect(scores[label]).toBeCloseTo(expected, 2);
        });
      }),
    );
  });

  test('is what its contributions say', () => {
    fc.assert(
      fc.property(known, some, (rows, features) => {
        const model = modelOf(rows);
        const classifier = classifierOf(model);
        classifier.score(featuresOf(features)).forEach((score, label) => {
          const parts = classifier.contributions(featuresOf(features), label);
          expect(parts).toHaveLength(features.length);
          const sum = parts.reduce((total, one) => total + one, model.bias[label] as number);
          expect(score).toBeCloseTo(sum, 2);
        });
      }),
    );
  });

  test('changes nothing: asked twice it is the same', () => {
    const classifier = classifierOf(modelOf([1, 2, 3]));
    const features = featuresOf([
      [1, 0.5],
      [2, 0.25],
      [9, 1],
    ]);
    const first = [...classifier.score(features)];
    classifier.contributions(features, 1);
    expect([...classifier.score(features)]).toEqual(first);
  });
});
