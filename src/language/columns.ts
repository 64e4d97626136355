/** Columns of numbers in one file: a header in JSON, then each column at a multiple of four. */

type Column = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float32Array;
type Kind<T extends Column> = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
};

const aligned = (length: number) => Math.ceil(length / 4) * 4;

/** The file: the header's length, the header, the columns. */
export function pack(header: unknown, columns: readonly Column[]): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const all = [new Uint32Array([head.length]), head, ...columns];
  const bytes = new Uint8Array(all.reduce((sum, column) => sum + aligned(column.byteLength), 0));
  let at = 0;
  for (const column of all) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += aligned(column.byteLength);
  }
  return bytes;
}

/** Reads a file that {@link pack} wrote; copies nothing where it need not. */
export function unpack<H>(bytes: Uint8Array): {
  readonly header: H;
  /** The next column, of a kind and a length. */
  readonly next: <T extends Column>(kind: Kind<T>, length: number) => T;
} {
  // Columns need a buffer that begins at a multiple of four.
  const whole = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  let at = whole.byteOffset;
  const next = <T extends Column>(kind: Kind<T>, length: number): T => {
    const column = new kind(whole.buffer, at, length);
    at += aligned(length * kind.BYTES_PER_ELEMENT);
    return column;
  };
  const [length = 0] = next(Uint32Array, 1);
  const head = next(Uint8Array, length);
  const header = JSON.parse(Buffer.from(head.buffer, head.byteOffset, length).toString()) as H;
  return { header, next };
}
