/** Runs the built program as a stranger's shell does: a real process with real pipes. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './content.ts';

export const BIN = join(ROOT, 'bin', 'svalka.cjs');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Another user than this one, for what root may read and they may not. */
  readonly uid?: number;
  /** Another node than this one. */
  readonly node?: string;
}

/** The environment of a run: nothing of the developer's own language, colour or settings. */
export function bareEnv(home: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: home, SVALKA_HOME: home, ...more };
}

/** Nobody, where this is root: root may read and write everything. */
export const notRoot = (): { uid?: number } => (process.getuid?.() === 0 ? { uid: 65534 } : {});

/** Runs `svalka` with arguments in a home of its own. */
export async function svalka(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const home = mkdtempSync(join(tmpdir(), 'svalka-home-'));
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(options.node ?? process.execPath, [BIN, ...args], {
        cwd: options.cwd ?? ROOT,
        env: bareEnv(home, options.env),
        stdio: 'pipe',
        ...(options.uid === undefined ? {} : { uid: options.uid }),
      });
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, err }));
      child.stdin.on('error', () => {});
      child.stdin.end(options.stdin ?? '');
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
