/** Seeded choice: the same seed gives the same conversation on every machine. */

/** A 32-bit hash of a seed and a text (FNV-1a, then a finalizer from MurmurHash3). */
export function hash32(seed: number, text: string): number {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return scatter(h);
}

/** A number spread over 32 bits (the finalizer of MurmurHash3): one after the other, they are as good as chance. */
export function scatter(n: number): number {
  let h = Math.imul(n ^ (n >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One of some items; each further use of the same list takes the next one, so none repeats at once. */
export function pick<T>(items: readonly T[], seed: number, key: string, used = 0): T {
  return items[(hash32(seed, key) + used) % items.length] as T;
}

/** The items in an order that depends on seed and key alone. */
export function shuffle<T>(items: readonly T[], seed: number, key: string): T[] {
  const left = [...items];
  const out: T[] = [];
  for (let i = 0; left.length > 0; i++)
    out.push(...left.splice(hash32(seed, `${key} ${i}`) % left.length, 1));
  return out;
}
