/**
 * Trains a linear model on labelled examples: logistic regression, one label
 * against the rest, by stochastic gradient descent with a step of its own for each
 * weight (Duchi, Hazan and Singer 2011, AdaGrad). An example is a text of several
 * sentences; a label counts where its best sentence has it, so the model learns
 * which sentence that is. The same examples give the same model.
 */

import type { Features } from '../language/bag.ts';
import { tableFor, type Weights } from '../language/classifier.ts';

/** An example without the label scores below `below`, one with it above `above`. */
export interface Doubt {
  readonly below: number;
  readonly above: number;
}

/** A labelled text: its sentences' features, and which labels it has. */
export interface Example {
  readonly sentences: readonly Features[];
  readonly labels: readonly number[];
  /** Labels of which nobody has said whether it has them; nothing is learned of those. */
  readonly unknown?: readonly number[];
  /** How much it counts, 1 as a rule. */
  readonly weight: number;
}

export interface Training {
  readonly labels: readonly string[];
  /** How many features the model keeps. */
  readonly keep: number;
  readonly epochs: number;
  /** The scores between which each label is in doubt; no example is left there, or on the wrong side. */
  readonly doubt?: readonly Doubt[];
  /** More texts that are not learned from, but must not be misjudged either, by a doubt of their own. */
  readonly besides?: { readonly examples: readonly Example[]; readonly doubt: readonly Doubt[] };
}

const STEP = 0.5;
/** The score of a text of which nothing is known; it is not learned, so that such a text has no label. */
const BIAS = -2.5;
const SHRINK = 1e-4;
/** Below this a feature that was seen once is not worth its place. */
const SEEN_AT_LEAST = 2;

/** So many epochs tell which features are worth keeping. */
const TO_CHOOSE = 3;

/** @returns the model, its weights in whole numbers from -127 to 127 */
export function train(examples: readonly Example[], training: Training): Weights {
  const all = idsSeen(examples, SEEN_AT_LEAST);
  const first = descend(examples, all, { ...training, epochs: TO_CHOOSE });
  const keys = strongest(all, first.learner.weights, training);
  const learned = descend(examples, keys, training);
  if (training.doubt) {
    const { examples: more = [], doubt = [] } = training.besides ?? {};
    polish(learned.learner, [
      { prepared: learned.prepared.filter(({ weight }) => weight >= 1), doubt: training.doubt },
      { prepared: prepare(more, keys, training.labels.length), doubt },
    ]);
  }
  return quantized(keys, learned.learner.bias, learned.learner.weights, training);
}

/** Ids of features that at least so many examples have, in the order they are met. */
function idsSeen(examples: readonly Example[], least: number): Uint32Array {
  const count = new Map<number, number>();
  for (const { sentences } of examples) {
    for (const id of new Set(sentences.flatMap(({ ids }) => [...ids]))) {
      count.set(id, (count.get(id) ?? 0) + 1);
    }
  }
  return Uint32Array.from([...count].filter(([, seen]) => seen >= least).map(([id]) => id));
}

/** The ids with the largest weights. */
function strongest(keys: Uint32Array, weights: Float32Array, { labels, keep }: Training): Uint32Array {
  const n = labels.length;
  const ranked = [...keys].map((key, row) => {
    let sum = 0;
    for (let label = 0; label < n; label++) sum += (weights[row * n + label] as number) ** 2;
    return { key, sum };
  });
  ranked.sort((a, b) => b.sum - a.sum || a.key - b.key);
  return Uint32Array.from(ranked.slice(0, keep).map(({ key }) => key));
}

/** An example with rows in the place of ids. */
interface Prepared {
  readonly sentences: readonly { readonly rows: Int32Array; readonly values: Float32Array }[];
  readonly has: Uint8Array;
  readonly weight: number;
}

const UNKNOWN = 2;

function prepare(examples: readonly Example[], keys: Uint32Array, n: number): Prepared[] {
  const rowOf = new Map([...keys].map((key, row) => [key, row]));
  return examples.map(({ sentences, labels, unknown, weight }) => {
    const has = new Uint8Array(n);
    for (const label of labels) has[label] = 1;
    for (const label of unknown ?? []) has[label] = UNKNOWN;
    const known = sentences.map(({ ids, values }) => {
      const places = [...ids.keys()].filter((i) => rowOf.has(ids[i] as number));
      return {
        rows: Int32Array.from(places, (i) => rowOf.get(ids[i] as number) as number),
        values: Float32Array.from(places, (i) => values[i] as number),
      };
    });
    return { sentences: known, has, weight };
  });
}

/** The model while it learns. */
class Learner {
  readonly bias: Float32Array;
  readonly weights: Float32Array;
  readonly #n: number;
  readonly #steps: Float32Array;
  /** Of the last example: each label's best score, and the sentence it came from. */
  readonly #best: Float32Array;
  readonly #bestAt: Int32Array;
  readonly #sums: Float32Array;

  constructor(rows: number, labels: number) {
    this.#n = labels;
    this.bias = new Float32Array(labels).fill(BIAS);
    this.weights = new Float32Array(rows * labels);
    this.#steps = new Float32Array(rows * labels).fill(1e-6);
    this.#best = new Float32Array(labels);
    this.#bestAt = new Int32Array(labels);
    this.#sums = new Float32Array(labels);
  }

  /** Scores an example; a label's score is that of its best sentence. */
  score({ sentences }: Prepared): Float32Array {
    const n = this.#n;
    const [best, sums] = [this.#best, this.#sums];
    best.fill(Number.NEGATIVE_INFINITY);
    for (let k = 0; k < sentences.length; k++) {
      const { rows, values } = sentences[k] as Prepared['sentences'][number];
      sums.set(this.bias);
      for (let q = 0; q < rows.length; q++) {
        const from = (rows[q] as number) * n;
        const value = values[q] as number;
        for (let l = 0; l < n; l++)
          sums[l] = (sums[l] as number) + (this.weights[from + l] as number) * value;
      }
      for (let l = 0; l < n; l++) {
        if ((sums[l] as number) <= (best[l] as number)) continue;
        best[l] = sums[l] as number;
        this.#bestAt[l] = k;
      }
    }
    return best;
  }

  /** Moves a label's weights against a slope, in the sentence that was best for it. */
  move(example: Prepared, label: number, slope: number): void {
    const { rows, values } = example.sentences[
      this.#bestAt[label] as number
    ] as Prepared['sentences'][number];
    const [weights, steps] = [this.weights, this.#steps];
    for (let q = 0; q < rows.length; q++) {
      const w = (rows[q] as number) * this.#n + label;
      const gradient = slope * (values[q] as number) + SHRINK * (weights[w] as number);
      steps[w] = (steps[w] as number) + gradient * gradient;
      weights[w] = (weights[w] as number) - (STEP * gradient) / Math.sqrt(steps[w] as number);
    }
  }
}

function descend(examples: readonly Example[], keys: Uint32Array, { labels, epochs }: Training): Learned {
  const n = labels.length;
  const prepared = prepare(examples, keys, n);
  const learner = new Learner(keys.length, n);
  const next = randoms(7);
  const order = prepared.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    for (const at of order) {
      const example = prepared[at] as Prepared;
      const scores = learner.score(example);
      for (let l = 0; l < n; l++) {
        if (example.has[l] === UNKNOWN) continue;
        const likely = 1 / (1 + Math.exp(-(scores[l] as number)));
        const slope = (likely - (example.has[l] as number)) * example.weight;
        if (Math.abs(slope) >= 1e-2) learner.move(example, l, slope);
      }
    }
  }
  return { learner, prepared };
}

interface Learned {
  readonly learner: Learner;
  readonly prepared: readonly Prepared[];
}

/** How far beyond doubt every example should be, so that rounding does not lose it. */
const MARGIN = 0.3;
const PASSES = 40;

/** Goes over what is still misjudged until nothing is, or it does not help: an example is a promise. */
function polish(learner: Learner, sets: readonly Promised[]): void {
  for (let pass = 0, wrong = 1; pass < PASSES && wrong > 0; pass++) {
    wrong = 0;
    for (const { prepared, doubt } of sets) {
      for (const example of prepared) {
        const scores = learner.score(example);
        doubt.forEach(({ below, above }, l) => {
          const has = example.has[l];
          const score = scores[l] as number;
          if (has === UNKNOWN) return;
          if (has === 1 ? score > above + MARGIN : score < below - MARGIN) return;
          wrong++;
          learner.move(example, l, has === 1 ? -0.5 : 0.5);
        });
      }
    }
  }
}

/** Examples that must not be misjudged. */
interface Promised {
  readonly prepared: readonly Prepared[];
  readonly doubt: readonly Doubt[];
}

/** Weights as whole numbers, a scale a label: a quarter of the size, and nothing lost that can be measured. */
function quantized(
  keys: Uint32Array,
  bias: Float32Array,
  weights: Float32Array,
  { labels }: Training,
): Weights {
  const n = labels.length;
  const scale = new Float32Array(n);
  for (let i = 0; i < weights.length; i++) {
    const label = i % n;
    scale[label] = Math.max(scale[label] as number, Math.abs(weights[i] as number) / 127);
  }
  const table = tableFor(keys);
  return {
    header: { labels, rows: keys.length, slots: table.length },
    bias,
    scale,
    keys,
    table,
    weights: Int8Array.from(weights, (weight, i) => Math.round(weight / (scale[i % n] || 1))),
  };
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: number[], next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}
