/**
 * A linear model: what each feature adds to each label. Trained at build time
 * (`src/build/train.ts`), read here from one small binary file, explainable because
 * a label's score is a sum over features that each have a place in the text.
 */
import type { Features } from './features.ts';

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

/** The file: the header's length, the header, then the columns, each at a multiple of four. */
export function encode(model: Weights): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify(model.header));
  const { bias, scale, keys, table, weights } = model;
  const columns = [new Uint32Array([header.length]), header, bias, scale, keys, table, weights];
  const size = columns.reduce((sum, column) => sum + aligned(column.byteLength), 0);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += aligned(column.byteLength);
  }
  return bytes;
}

/** Reads a file that {@link encode} wrote; copies nothing. */
export function decode(bytes: Uint8Array): Weights {
  // The columns need a buffer that begins at a multiple of four.
  const buffer = bytes.byteOffset % 4 === 0 ? bytes.buffer : bytes.slice().buffer;
  let at = bytes.byteOffset % 4 === 0 ? bytes.byteOffset : 0;
  const next = (length: number) => {
    const begins = at;
    at += aligned(length);
    return begins;
  };
  const [length = 0] = new Uint32Array(buffer, next(4), 1);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, next(length), length))) as Header;
  const { rows, slots } = header;
  const n = header.labels.length;
  return {
    header,
    bias: new Float32Array(buffer, next(4 * n), n),
    scale: new Float32Array(buffer, next(4 * n), n),
    keys: new Uint32Array(buffer, next(4 * rows), rows),
    table: new Uint16Array(buffer, next(2 * slots), slots),
    weights: new Int8Array(buffer, next(rows * n), rows * n),
  };
}

const aligned = (length: number) => Math.ceil(length / 4) * 4;

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
export function classifierOf({ header, bias, scale, keys, table, weights }: Weights): Classifier {
  const n = header.labels.length;
  const mask = header.slots - 1;
  /** The row of a feature, or -1 where the model does not know it. */
  const rowOf = (id: number) => {
    for (let slot = id & mask; ; slot = (slot + 1) & mask) {
      const row = (table[slot] as number) - 1;
      if (row === -1 || keys[row] === id) return row;
    }
  };
  return {
    labels: header.labels,
    score({ ids, values }) {
      const sums = new Float32Array(n);
      for (let i = 0; i < ids.length; i++) {
        const row = rowOf(ids[i] as number);
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
        const row = rowOf(ids[i] as number);
        return row === -1 ? 0 : (weights[row * n + label] as number) * value * (scale[label] as number);
      });
    },
  };
}
