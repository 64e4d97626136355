/** ora, apart from everything else, because it costs more to load than most waits last. */
import ora from 'ora';

/** Starts a spinner on a stream. */
export function spin(text: string, stream: NodeJS.WritableStream): { stop(): unknown } {
  // Else ora reads the keyboard, raw and without ever looking at what it read: Ctrl-C would be lost.
  return ora({ text, stream, discardStdin: false }).start();
}
