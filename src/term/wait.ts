/** A spinner, only around a real wait and only on a terminal: ora is loaded when the wait has begun. */
import { type Io, isCi } from '../io.ts';
import type { Wish } from './style.ts';

/** A wait shorter than this many milliseconds shows nothing. */
const MOMENT = 300;
/** How long work may hold the event loop between two frames, in milliseconds. */
const BREATH = 50;

/**
 * Does some work. The work calls `pause` now and then, which lets the spinner turn.
 * @param text what the spinner says
 */
export async function waiting<T>(
  io: Io,
  wish: Wish,
  text: string,
  work: (pause: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const quiet = !io.stderr.isTTY || isCi(io) || wish.plain || io.env.TERM === 'dumb';
  const began = Date.now();
  let spinner: { stop(): unknown } | null = null;
  let breathed = began;
  const pause = async () => {
    const now = Date.now();
    if (quiet || now - breathed < BREATH) return;
    if (spinner === null && now - began > MOMENT) {
      const { spin } = await import('./spinner.ts');
      spinner = spin(text, io.stderr);
    }
    await new Promise((resolve) => setImmediate(resolve));
    breathed = Date.now();
  };
  try {
    return await work(pause);
  } finally {
    (spinner as { stop(): unknown } | null)?.stop();
  }
}
