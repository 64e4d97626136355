/** Words typed at a terminal, a line or many: whichever way it ends, what was typed by then is there. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { clean } from '../gate.ts';
import type { Io } from '../io.ts';

/** What was typed, and how it ended: with Enter (or a lone full stop), with Ctrl-D, or with Ctrl-C. */
export interface Typing {
  readonly text: string;
  readonly end: 'done' | 'leave' | 'cancel';
}

/** A line with this alone ends many. */
export const FULL_STOP = '.';
/** Lines that come within so many milliseconds were pasted, and belong together. */
const PASTED = 20;

/**
 * @param prompt what stands before each line
 * @param many true to read until a lone full stop
 */
export function typed(io: Io, prompt: string, many: boolean): Promise<Typing> {
  return new Promise((resolve) => {
    const lines: string[] = [];
    const reader = createInterface({
      input: io.stdin,
      output: new Echo(io.stderr),
      terminal: true,
      historySize: 0,
      prompt,
    });
    let pasting: NodeJS.Timeout | undefined;
    let over = false;
    const end = (how: Typing['end']) => {
      if (over) return;
      over = true;
      clearTimeout(pasting);
      if (how !== 'done') {
        if (reader.line !== '') lines.push(reader.line);
        io.stderr.write('\n');
      }
      reader.close();
      resolve({ text: lines.join('\n').trimEnd(), end: how });
    };
    reader.on('line', (line) => {
      if (over) return;
      if (many && line.trim() === FULL_STOP) return end('done');
      lines.push(line);
      if (many) return reader.prompt();
      clearTimeout(pasting);
      pasting = setTimeout(() => end('done'), PASTED);
    });
    reader.on('SIGINT', () => end('cancel'));
    reader.on('close', () => end('leave'));
    reader.prompt();
  });
}

/** What readline draws, with all that was pasted through the gate; its own cursor codes stay. */
class Echo extends Writable {
  readonly #to: NodeJS.WriteStream;
  constructor(to: NodeJS.WriteStream) {
    super({ decodeStrings: false });
    this.#to = to;
  }

  get columns(): number {
    return this.#to.columns;
  }

  override _write(text: string, _: string, done: () => void): void {
    // Cursor codes, which readline makes and nothing that is typed or pasted can, stand at odd places.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is about them
    const parts = text.split(/(\u001b\[[\d;]*[A-Za-z]|[\r\u0008])/);
    this.#to.write(parts.map((part, i) => (i % 2 === 1 ? part : clean(part))).join(''));
    done();
  }
}
