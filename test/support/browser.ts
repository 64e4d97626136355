/**
 * A real browser, where the machine has one: Chromium, spoken to over a pipe in its own protocol
 * (https://chromedevtools.github.io/devtools-protocol/), so that nothing has to be downloaded.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the browser is; null where there is none. */
export const BROWSER = process.env.SVALKA_BROWSER ?? PLACES.find((path) => existsSync(path)) ?? null;

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--remote-debugging-pipe',
];

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

export class Browser {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #waiting = new Map<number, { done: (answer: Answer) => void; fail: (error: Error) => void }>();
  readonly #heard: Answer[] = [];
  #next = 1;
  #session = '';

  private constructor(path: string) {
    this.#profile = mkdtempSync(join(tmpdir(), 'svalka-browser-'));
    this.#process = spawn(path, [...FLAGS, `--user-data-dir=${this.#profile}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const output = this.#process.stdio[4] as Readable;
    let rest = '';
    output.setEncoding('utf8').on('data', (text: string) => {
      const whole = `${rest}${text}`.split('\0');
      rest = whole.pop() ?? '';
      for (const one of whole) this.#take(JSON.parse(one) as Answer);
    });
    this.#process.on('exit', () => {
      for (const { fail } of this.#waiting.values()) fail(new Error('the browser has ended'));
    });
  }

  /** Opens one page. */
  static async open(path: string): Promise<Browser> {
    const browser = new Browser(path);
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    browser.#session = sessionId as string;
    for (const domain of ['Page', 'Network', 'Log', 'Runtime']) await browser.send(`${domain}.enable`);
    return browser;
  }

  #take(answer: Answer): void {
    const waiting = answer.id === undefined ? undefined : this.#waiting.get(answer.id);
    if (!waiting) this.#heard.push(answer);
    else if (answer.error) waiting.fail(new Error(answer.error.message));
    else waiting.done(answer);
  }

  async send(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const id = this.#next++;
    const answer = await new Promise<Answer>((done, fail) => {
      this.#waiting.set(id, { done, fail });
      const message = { id, method, params, ...(this.#session ? { sessionId: this.#session } : {}) };
      (this.#process.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    });
    this.#waiting.delete(id);
    return answer.result ?? {};
  }

  /** What the browser has told by itself. */
  heard(method: string): Record<string, unknown>[] {
    return this.#heard.flatMap((one) => (one.method === method ? [one.params ?? {}] : []));
  }

  /** Loads a page and waits until it stands. */
  async go(url: string): Promise<void> {
    const before = this.heard('Page.loadEventFired').length;
    await this.send('Page.navigate', { url });
    for (let i = 0; i < 500 && this.heard('Page.loadEventFired').length === before; i++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** The value of an expression in the page. */
  async value<T>(expression: string): Promise<T> {
    const { result } = await this.send('Runtime.evaluate', { expression, returnByValue: true });
    return (result as { value: T }).value;
  }

  async size(width: number, height: number): Promise<void> {
    await this.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
  }

  /** Light or dark, on a screen or on paper. */
  async media(scheme: 'light' | 'dark', media: 'screen' | 'print' = 'screen'): Promise<void> {
    const features = [{ name: 'prefers-color-scheme', value: scheme }];
    await this.send('Emulation.setEmulatedMedia', { media, features });
  }

  /** Ends it, and waits until it has: its profile is written to the last. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.send('Browser.close').catch(() => {});
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
