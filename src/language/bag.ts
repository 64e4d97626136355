/**
 * Features of one sentence as they are found: a feature that is found again only
 * weighs more. One bag is used again and again, so that finding allocates nothing.
 */

/** Features of one sentence: parallel columns. */
export interface Features {
  readonly ids: Uint32Array;
  /** Of length one together. */
  readonly values: Float32Array;
  /** The tokens that each feature covers, both inclusive; -1 for the sentence beside it. */
  readonly from: Int16Array;
  readonly to: Int16Array;
}

/** What features are given to as they are found: a bag that keeps them, or a model that weighs them at once. */
export interface Sink {
  /** Adds a feature by its signed number, or to its weight. */
  add(id: number, weight: number, from: number, to: number): void;
  /** Adds some that go together: the same array each time they are met. */
  addAll(ids: Int32Array, weight: number, from: number, to: number): void;
}

/** More than the longest sentence has. */
const MOST = 16_384;
const SLOTS = 2 * MOST;
/** What three or four words weigh. */
const LEAST = 25;

/** What the weights of a sentence are divided by: a single word is no more evidence than a word among others. */
export const lengthOf = (sum: number): number => Math.sqrt(Math.max(sum, LEAST));
/** A word said twice says a little more than once, not twice as much. */
export const dampened = (weight: number): number => Math.sqrt(weight);

export class Bag implements Sink {
  readonly #ids = new Uint32Array(MOST);
  readonly #values = new Float32Array(MOST);
  readonly #from = new Int16Array(MOST);
  readonly #to = new Int16Array(MOST);
  /** Place + 1 of a feature, by its number. */
  readonly #slots = new Uint16Array(SLOTS);
  #size = 0;

  add(id: number, weight: number, from: number, to: number): void {
    let slot = id & (SLOTS - 1);
    for (;;) {
      const place = this.#slots[slot] as number;
      if (place === 0) break;
      if (this.#ids[place - 1] === id >>> 0) {
        this.#values[place - 1] = (this.#values[place - 1] as number) + weight;
        return;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (this.#size === MOST) return;
    const at = this.#size++;
    this.#slots[slot] = this.#size;
    this.#ids[at] = id;
    this.#values[at] = weight;
    this.#from[at] = from;
    this.#to[at] = to;
  }

  addAll(ids: Int32Array, weight: number, from: number, to: number): void {
    for (let i = 0; i < ids.length; i++) this.add(ids[i] as number, weight, from, to);
  }

  /** The features so far, scaled to length one; the bag is empty afterwards. */
  take(): Features {
    const n = this.#size;
    const values = this.#values.slice(0, n);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[i] as number;
    const length = lengthOf(sum);
    for (let i = 0; i < n; i++) values[i] = dampened(values[i] as number) / length;
    const taken = {
      ids: this.#ids.slice(0, n),
      values,
      from: this.#from.slice(0, n),
      to: this.#to.slice(0, n),
    };
    this.#slots.fill(0);
    this.#size = 0;
    return taken;
  }
}
