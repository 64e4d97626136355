/** The edge: the only way commands reach streams, environment, clock and chance. */
import type { ReadStream, WriteStream } from 'node:tty';

export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  readonly stderr: WriteStream;
  /** The folder of the compiled content. */
  readonly contentDir: string;
  readonly version: string;
  /** A seed for a session that was given none. */
  readonly randomSeed: () => number;
  /** Milliseconds since 1970, by the machine's clock. */
  readonly now: () => number;
}

/** True where a person can be asked: a terminal on both ends, and no CI. */
export function isInteractive(io: Io): boolean {
  return Boolean(io.stdin.isTTY && io.stderr.isTTY) && !isCi(io);
}

/** `CI` set to anything but an explicit no. */
export function isCi(io: Io): boolean {
  const value = io.env.CI ?? '';
  return !['', '0', 'false'].includes(value.toLowerCase());
}

/** Data, for whoever reads the output. */
export function out(io: Io, text: string): void {
  io.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Everything else: messages, prompts, the conversation with a person. */
export function err(io: Io, text: string): void {
  io.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}
