/** The edge as a test gives it: an environment, a clock, and streams that keep what is written. */
import { join } from 'node:path';
import type { Io } from '../../src/io.ts';
import { ROOT } from './content.ts';

export function ioInto(
  env: Record<string, string>,
  more: Partial<Io> = {},
): { io: Io; out: () => string; err: () => string } {
  const stream = () => {
    let text = '';
    const write = (part: string) => {
      text += part;
      return true;
    };
    return { stream: { write, isTTY: false, columns: 80, rows: 24 }, text: () => text };
  };
  const stdout = stream();
  const stderr = stream();
  const io = {
    env,
    cwd: ROOT,
    platform: 'linux',
    stdin: { isTTY: false },
    stdout: stdout.stream,
    stderr: stderr.stream,
    contentDir: join(ROOT, 'dist/content'),
    version: '0.1.0',
    randomSeed: () => 1,
    now: Date.now,
    ...more,
  } as unknown as Io;
  return { io, out: stdout.text, err: stderr.text };
}
