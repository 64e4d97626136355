// Runs what people run most, so that the code that V8 compiles for it can be kept (keep-compiled.cjs).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMANDS = [
  ['threat', 'jag ska prata med din chef'],
  ['threat', '--json', 'eg veit kvar du bur, og då får du sjå'],
  ['threat', 'Var är mitt paket?'],
  ['threat', 'chfe'],
  ['lits'],
  ['list', '--lang', 'sv'],
  ['show', 'heart', 'hear', '--lang', 'nb'],
  ['graph', 'heart'],
  ['review', 'Jag förstår att du är besviken, men så är reglerna.'],
  ['check', 'playbooks/heart.yaml', 'playbooks/scenarios', '--lang', 'sv'],
];
/** In a terminal, up to the first prompt, whose last words these are. */
const PROMPTS = [
  { args: ['coach', 'heart', '--lang', 'sv'], until: 'avsluta' },
  { args: ['practice', 'late-parcel', '--lang', 'nb'], until: 'avslutt' },
];
const SECONDS = 20;

/** @param root the project's folder, ending in a slash */
export async function keepCompiled(root) {
  const home = mkdtempSync(join(tmpdir(), 'svalka-build-'));
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    SVALKA_HOME: home,
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
  };
  const run = (args) => spawnSync(process.execPath, args, { env, cwd: root, stdio: 'ignore' });
  const command = ['--require', `${root}src/build/keep-compiled.cjs`, `${root}bin/svalka.cjs`];
  try {
    for (const args of COMMANDS) run([...command, ...args]);
    for (const { args, until } of PROMPTS) await inTerminal([...command, ...args], until, { env, cwd: home });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Ends with Ctrl-C as soon as the prompt is there. Where this machine has no pseudo-terminal, nothing is lost but speed. */
async function inTerminal(command, until, options) {
  const pty = await import('@lydell/node-pty').catch(() => null);
  if (!pty) return;
  const child = pty.spawn(process.execPath, command, { ...options, cols: 80, rows: 24 });
  await new Promise((resolve) => {
    const late = setTimeout(() => child.kill(), SECONDS * 1000);
    let screen = '';
    child.onData((data) => {
      screen += data;
      if (!screen.includes(until)) return;
      screen = '';
      child.write('\u0003');
    });
    child.onExit(() => {
      clearTimeout(late);
      resolve();
    });
  });
}
