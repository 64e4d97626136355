/**
 * A linear model: what each feature adds to each label. Trained at build time
 * (`src/build/train.ts`), read here from one small binary file, explainable because
 * a label's score is a sum over features that each have a place in the text.
 */
import { dampened, type Features, lengthOf, type Sink } from './bag.ts';
import { pack, unpack } from './columns.ts';

/** What stands before the numbers in the file. */
export interface Header {
  readonly labels: readonly string[];
  /** How many features the model knows. */
  readonly rows: number;
  /** The size of the table that finds a feature's row; a power of two. */
  readonly slots: number;
}

export interface Classifier {
  readonly labels: readonly string[];
  /** A score for each label; above 0 it is more likely there than not. */
  score(features: Features): Float32Array;
  /** The same for features that are given to it as they are found: many times as fast. */
  readonly tally: Tally;
  /** What each feature added to one label's score. */
  contributions(features: Features, label: number): Float32Array;
}

/** A model as numbers, in the order of the file. */
export interface Weights {
  readonly header: Header;
  readonly bias: Float32Array;
  /** What one unit of a label's weights is worth. */
  readonly scale: Float32Array;
  /** Feature ids by row. */
  readonly keys: Uint32Array;
  /** Row + 1 by slot; 0 is empty. */
  readonly table: Uint16Array;
  /** Weights by row, then label. */
  readonly weights: Int8Array;
}

/** The file of a model. */
export function encode({ header, bias, scale, keys, table, weights }: Weights): Uint8Array {
  return pack(header, [bias, scale, keys, table, weights]);
}

/** Reads a file that {@link encode} wrote. */
export function decode(bytes: Uint8Array): Weights {
  const { header, next } = unpack<Header>(bytes);
  const { labels, rows, slots } = header;
  return {
    header,
    bias: next(Float32Array, labels.length),
    scale: next(Float32Array, labels.length),
    keys: next(Uint32Array, rows),
    table: next(Uint16Array, slots),
    weights: next(Int8Array, rows * labels.length),
  };
}

/** The table that finds a feature's row: linear probing. */
export function tableFor(keys: Uint32Array): Uint16Array {
  let slots = 2;
  while (slots < keys.length * 1.4) slots *= 2;
  const table = new Uint16Array(slots);
  keys.forEach((key, row) => {
    let slot = key & (slots - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (slots - 1);
    table[slot] = row + 1;
  });
  return table;
}

/** A classifier over a model's weights. */
export function classifierOf(model: Weights): Classifier {
  const { header, bias, scale, weights } = model;
  const n = header.labels.length;
  const index = indexOf(model);
  return {
    labels: header.labels,
    tally: new Tally(model),
    score({ ids, values }) {
      const sums = new Float32Array(n);
      for (let i = 0; i < ids.length; i++) {
        const row = rowOf(index, (ids[i] as number) | 0);
        if (row === -1) continue;
        const value = values[i] as number;
        const from = row * n;
        for (let label = 0; label < n; label++) {
          sums[label] = (sums[label] as number) + (weights[from + label] as number) * value;
        }
      }
      return sums.map((sum, label) => sum * (scale[label] as number) + (bias[label] as number));
    },
    contributions({ ids, values }, label) {
      return values.map((value, i) => {
        const row = rowOf(index, (ids[i] as number) | 0);
        return row === -1 ? 0 : (weights[row * n + label] as number) * value * (scale[label] as number);
      });
    },
  };
}

/** What finds a feature's row; its keys are signed, as features come. */
interface Index {
  readonly table: Uint16Array;
  readonly keys: Int32Array;
}

const indexOf = ({ table, keys }: Weights): Index => ({
  table,
  keys: new Int32Array(keys.buffer, keys.byteOffset, keys.length),
});

/** The row of a feature, or -1 where the model does not know it. */
function rowOf({ table, keys }: Index, id: number): number {
  const mask = table.length - 1;
  for (let slot = id & mask; ; slot = (slot + 1) & mask) {
    const row = (table[slot] as number) - 1;
    if (row === -1 || keys[row] === id) return row;
  }
}

/** Weighs the features of one sentence after another: of what the model does not know only the weight counts. */
export class Tally implements Sink {
  readonly #model: Weights;
  readonly #index: Index;
  /** By row, what the sentence has of it; 0 between two sentences. */
  readonly #weights: Float32Array;
  /** The rows that the sentence has, in the order in which they were met. */
  readonly #met: Uint16Array;
  #size = 0;
  /** The weight of all features, known or not. */
  #sum = 0;
  readonly #scores: Float64Array;
  readonly #rows = new WeakMap<Int32Array, Uint16Array>();

  constructor(model: Weights) {
    this.#model = model;
    this.#index = indexOf(model);
    this.#weights = new Float32Array(model.keys.length);
    this.#met = new Uint16Array(model.keys.length);
    this.#scores = new Float64Array(model.header.labels.length);
  }

  add(id: number, weight: number): void {
    this.#sum += weight;
    const row = rowOf(this.#index, id);
    if (row !== -1) this.#addRow(row, weight);
  }

  addAll(ids: Int32Array, weight: number): void {
    this.#sum += weight * ids.length;
    const rows = this.#rowsOf(ids);
    for (let i = 0; i < rows.length; i++) this.#addRow(rows[i] as number, weight);
  }

  #addRow(row: number, weight: number): void {
    const before = this.#weights[row] as number;
    if (before === 0) this.#met[this.#size++] = row;
    this.#weights[row] = before + weight;
  }

  /** The rows of those features that the model knows. */
  #rowsOf(ids: Int32Array): Uint16Array {
    const before = this.#rows.get(ids);
    if (before) return before;
    const rows: number[] = [];
    for (const id of ids) {
      const row = rowOf(this.#index, id);
      if (row !== -1) rows.push(row);
    }
    const known = Uint16Array.from(rows);
    this.#rows.set(ids, known);
    return known;
  }

  /** A score for each label; the next sentence begins anew. */
  take(): number[] {
    const { weights, scale, bias } = this.#model;
    const sums = this.#scores;
    const n = sums.length;
    sums.fill(0);
    for (let i = 0; i < this.#size; i++) {
      const row = this.#met[i] as number;
      const value = dampened(this.#weights[row] as number);
      this.#weights[row] = 0;
      const from = row * n;
      for (let label = 0; label < n; label++) {
        sums[label] = (sums[label] as number) + (weights[from + label] as number) * value;
      }
    }
    const length = lengthOf(this.#sum);
    this.#size = 0;
    this.#sum = 0;
    const scores: number[] = [];
    for (let label = 0; label < n; label++) {
      scores.push(((sums[label] as number) / length) * (scale[label] as number) + (bias[label] as number));
    }
    return scores;
  }
}
