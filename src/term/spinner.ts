/** ora, apart from everything else, because it costs more to load than most waits last. */
import ora from 'ora';

/** Starts a spinner on a stream. */
export function spin(text: string, stream: NodeJS.WritableStream): { stop(): unknown } {
  return ora({ text, stream }).start();
}
