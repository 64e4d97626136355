/** Runs the built program as a stranger's shell does: a real process with real pipes. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
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

const NOBODY = 65534;

/**
 * Nobody, where this is root, who may read and write everything; null where nobody may start this node,
 * which lies where only root can go.
 */
export function notRoot(): { uid?: number } | null {
  if (process.getuid?.() !== 0) return {};
  const { status } = spawnSync(process.execPath, ['--version'], { uid: NOBODY, cwd: '/' });
  return status === 0 ? { uid: NOBODY } : null;
}

let shared: string | null = null;

/** The program where anybody may read it: a clone may lie where only its owner can. */
function sharedFolder(): string {
  if (shared !== null) return shared;
  const folder = mkdtempSync(join(tmpdir(), 'svalka-shared-'));
  for (const name of ['bin', 'dist']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  chmodSync(folder, 0o755);
  shared = folder;
  return folder;
}

afterAll(() => {
  if (shared !== null) rmSync(shared, { recursive: true, force: true });
  shared = null;
});

/** Runs `svalka` with arguments in a home of its own. */
export async function svalka(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const home = mkdtempSync(join(tmpdir(), 'svalka-home-'));
  try {
    return await new Promise((resolve, reject) => {
      const root = options.uid === undefined ? ROOT : sharedFolder();
      const bin = join(root, 'bin', 'svalka.cjs');
      const child = spawn(options.node ?? process.execPath, [bin, ...args], {
        cwd: options.cwd ?? root,
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
