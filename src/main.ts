/** The real edge: this process, its streams and its environment. */
import { main } from './cli.ts';
import { EXIT } from './errors.ts';
import type { Io } from './io.ts';

/**
 * Runs svalka in this process.
 * @param dist the folder of the built files
 */
export async function run(argv: readonly string[], dist: string, version: string): Promise<number> {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A pipe that closes early (`svalka list | head -1`) is not a fault; a full disk is.
      if (error.code === 'EPIPE') return;
      process.exitCode = EXIT.cannot;
      if (stream === stdout) stderr.write(`svalka: ${error.message}\n`);
    });
  }
  const io: Io = {
    env: process.env,
    cwd: process.cwd(),
    platform: process.platform,
    // A getter: opening stdin costs time, and most commands never look at it.
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr,
    contentDir: `${dist}content`,
    version,
    randomSeed: () => Math.floor(Math.random() * 0x100000000),
    now: Date.now,
  };
  return main(argv, io);
}
