/**
 * A real pseudo-terminal with a terminal emulator behind it: what a test reads is
 * the screen that a person would see, not the bytes that drew it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { ROOT } from './content.ts';
import { BIN, bareEnv } from './run.ts';

export interface TerminalOptions {
  readonly cols?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** A home that outlives the terminal, for `--resume`; by default one of its own. */
  readonly home?: string;
}

export const KEY = {
  enter: '\r',
  up: '\u001b[A',
  down: '\u001b[B',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
} as const;

export class Terminal {
  readonly #pty: IPty;
  readonly #screen: InstanceType<typeof xterm.Terminal>;
  readonly #home: string;
  readonly #keepsHome: boolean;
  #code: number | null = null;
  /** Everything that was written, escape sequences and all. */
  raw = '';

  constructor(args: readonly string[], options: TerminalOptions = {}) {
    const { cols = 80, rows = 24 } = options;
    this.#keepsHome = options.home !== undefined;
    this.#home = options.home ?? mkdtempSync(join(tmpdir(), 'svalka-home-'));
    this.#screen = new xterm.Terminal({ cols, rows, scrollback: 5000, allowProposedApi: true });
    this.#pty = spawn(process.execPath, [BIN, ...args], {
      name: options.env?.TERM ?? 'xterm-256color',
      cols,
      rows,
      cwd: ROOT,
      env: bareEnv(this.#home, { TERM: 'xterm-256color', LANG: 'C.UTF-8', ...options.env }),
    });
    this.#pty.onData((data) => {
      this.raw += data;
      this.#screen.write(data);
    });
    this.#pty.onExit(({ exitCode, signal }) => {
      this.#code = signal ? 128 + signal : exitCode;
    });
  }

  /** Types keys or text. */
  type(keys: string): void {
    this.#pty.write(keys);
  }

  resize(cols: number, rows: number): void {
    this.#screen.resize(cols, rows);
    this.#pty.resize(cols, rows);
  }

  /** Sends a signal to the process. */
  kill(signal: string): void {
    this.#pty.kill(signal);
  }

  /** What is on the screen now, without trailing blanks. */
  screen(): string {
    return this.#lines(this.#screen.buffer.active.baseY);
  }

  /** The screen and all that scrolled off it. */
  history(): string {
    return this.#lines(0);
  }

  #lines(from: number): string {
    const { active } = this.#screen.buffer;
    const lines: string[] = [];
    for (let i = from; i < active.baseY + this.#screen.rows; i++) {
      lines.push(active.getLine(i)?.translateToString(true) ?? '');
    }
    return lines.join('\n').trimEnd();
  }

  /**
   * Waits until a text is on the screen and the drawing has come to rest, because a
   * prompt takes no key from before it was drawn; fails with the screen where the
   * text never comes.
   */
  async see(text: string | RegExp, within = 20_000): Promise<void> {
    const found = () => (typeof text === 'string' ? this.screen().includes(text) : text.test(this.screen()));
    await this.#until(found, `to see ${text}`, within);
    await this.settle(40);
  }

  /** Waits until nothing more is drawn, for snapshots of a whole screen. */
  async settle(quiet = 150): Promise<void> {
    for (let before = -1; before !== this.raw.length; ) {
      before = this.raw.length;
      await new Promise((resolve) => setTimeout(resolve, quiet));
    }
  }

  /** Waits for the end and gives the exit code (128 + n for a signal). */
  async exit(within = 20_000): Promise<number> {
    await this.#until(() => this.#code !== null, 'the end', within);
    await this.settle(50);
    return this.#code as number;
  }

  async #until(done: () => boolean, what: string, within: number): Promise<void> {
    const began = Date.now();
    while (!done()) {
      if (Date.now() - began > within) {
        throw new Error(`waited ${within} ms for ${what}; the screen shows:\n${this.screen()}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Ends the process and removes its home. */
  close(): void {
    if (this.#code === null) this.#pty.kill('SIGKILL');
    this.#screen.dispose();
    if (!this.#keepsHome) rmSync(this.#home, { recursive: true, force: true });
  }
}
