// How fast svalka starts: npm run bench [-- --runs N]
//
// Times drift with whatever else a machine does, so every command is started once a round, in a
// rotated order, beside a bare node; what counts is the median of the ratios within the rounds.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { spawn as spawnInTerminal } from '@lydell/node-pty';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '40' } } });
const runs = Math.max(1, Number(values.runs) || 40);
const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(root, 'bin/svalka.cjs');
const home = mkdtempSync(join(tmpdir(), 'svalka-bench-'));
// Nothing of the developer's own; above all not NODE_EXTRA_CA_CERTS, with which Node 20 starts 3.6 times slower.
const env = {
  PATH: process.env.PATH ?? '',
  HOME: home,
  SVALKA_HOME: home,
  LANG: 'C.UTF-8',
  TERM: 'xterm-256color',
};

/** A look-up tool that many use, on Node as well, with pages of its own in its cache. */
const TLDR = 'tldr@3.4.0';
const PAGES = 500;

const AT_ONCE = { goal: 1.1, most: 1.6 };
const peer = tldr();
const commands = [
  { args: ['threat', 'jag ska prata med din chef'], goal: 1.1, most: 1.25 },
  { args: ['--help'], ...AT_ONCE },
  { args: ['--version'], ...AT_ONCE },
  { args: ['lits'], ...AT_ONCE },
  { args: ['show'], ...AT_ONCE },
  { args: ['list', '--lang', 'sv'] },
  { args: ['show', 'heart', 'hear', '--lang', 'sv'] },
  { args: ['graph', 'heart'] },
  { args: ['review', 'Jag förstår att du är besviken, men så är reglerna.'] },
  ...(peer ? [{ name: `${TLDR} page-7`, command: peer }] : []),
];
/** `until` is the last of the key hints: when it is there, the whole prompt has been drawn. */
const FIRST_PROMPT = { goal: 1.5, most: 2.1 };
const prompts = [
  { args: ['coach', 'heart', '--lang', 'sv'], until: 'q avsluta', ...FIRST_PROMPT },
  { args: ['practice', 'late-parcel', '--lang', 'sv'], until: 'q spara och sluta', ...FIRST_PROMPT },
];

try {
  const cpu = pin();
  say(`${cpus()[0]?.model}, ${cpus().length} cores, ${cpu}; node ${process.version}; ${runs} rounds\n`);
  const bare = ['-e', '0'];
  table('whole process', 'node -e 0', await measure(commands, bare, wholeProcess));
  const write = ['-e', "process.stderr.write('x')"];
  table('to the first prompt, in a terminal', 'a bare write', await measure(prompts, write, untilDrawn));
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** Its command, with pages in its cache as it would have downloaded them; null where the registry cannot be reached. */
function tldr() {
  const cache = join(home, '.tldr/cache');
  mkdirSync(join(cache, 'pages/common'), { recursive: true });
  const names = Array.from({ length: PAGES }, (_, i) => `page-${i}`);
  for (const name of names) {
    writeFileSync(
      join(cache, `pages/common/${name}.md`),
      `# ${name}\n\n> What it is.\n\n- Do it:\n\n\`${name} now\`\n`,
    );
  }
  const index = names.map((name) => [name, { targets: [{ os: 'common', language: 'en' }] }]);
  writeFileSync(join(cache, 'shortIndex.json'), JSON.stringify(Object.fromEntries(index)));
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  try {
    const options = { cwd: home, stdio: 'ignore', timeout: 120_000 };
    execFileSync('npm', ['install', TLDR, '--ignore-scripts', '--no-audit'], options);
  } catch {
    say(`${TLDR} could not be installed: it is left out\n`);
    return null;
  }
  const command = [join(home, 'node_modules/tldr/bin/tldr'), 'page-7'];
  const { stdout } = spawnSync(process.execPath, command, { env, encoding: 'utf8' });
  if (!stdout.includes('page-7 now')) throw new Error(`${TLDR} does not find the page:\n${stdout}`);
  return command;
}

/** On one core, where the system can: this process and all that it starts. */
function pin() {
  const last = cpus().length - 1;
  try {
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(last), String(process.pid)], {
      stdio: 'ignore',
    });
    return `pinned to core ${last}`;
  } catch {
    return 'not pinned';
  }
}

/** Rows of milliseconds and ratios, the first one the baseline's. */
async function measure(measured, baseline, time) {
  const rows = [
    { args: null, command: baseline },
    ...measured.map((row) => ({ command: [bin, ...(row.args ?? [])], ...row })),
  ];
  const rounds = [];
  // The first round only warms the disk's cache.
  for (let round = 0; round <= runs; round++) {
    const times = new Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const at = (i + round) % rows.length;
      times[at] = await time(rows[at].command, rows[at].until ?? 'x');
    }
    if (round > 0) rounds.push(times);
  }
  return rows.map((row, i) => ({
    ...row,
    ms: quantile(
      rounds.map((times) => times[i]),
      0.5,
    ),
    ratios: [0.25, 0.5, 0.75].map((q) =>
      quantile(
        rounds.map((times) => times[i] / times[0]),
        q,
      ),
    ),
  }));
}

function wholeProcess(command) {
  const began = performance.now();
  spawnSync(process.execPath, command, { env, stdio: 'ignore' });
  return performance.now() - began;
}

/** From the start to a text on the screen of a pseudo-terminal. */
function untilDrawn(command, text) {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const terminal = spawnInTerminal(process.execPath, command, { cols: 80, rows: 24, cwd: root, env });
    let drawn = '';
    let took = null;
    terminal.onData((data) => {
      drawn += data;
      if (took !== null || !stripVTControlCharacters(drawn).includes(text)) return;
      took = performance.now() - began;
      terminal.kill('SIGKILL');
    });
    // The next one starts only when this one is gone from the core.
    terminal.onExit(() =>
      took === null ? reject(new Error(`never drawn: ${text}\n${drawn}`)) : resolve(took),
    );
  });
}

function table(what, baseline, [base, ...rows]) {
  say(`${what.padEnd(38)}      ms   ratio   (q1–q3)       goal  at most`);
  say(`${baseline.padEnd(38)}${base.ms.toFixed(1).padStart(8)}    1.00`);
  for (const { name, args, ms, ratios, goal, most } of rows) {
    const [q1, ratio, q3] = ratios.map((one) => one.toFixed(2));
    const budget = most ? `${goal.toFixed(2).padStart(9)}${most.toFixed(2).padStart(9)}` : '';
    const over = most && ratios[1] > most ? '  over' : '';
    const row = (name ?? `svalka ${args.join(' ')}`).padEnd(38);
    say(`${row}${ms.toFixed(1).padStart(8)}${ratio.padStart(8)}   (${q1}–${q3})${budget}${over}`);
  }
  say('');
}

function quantile(numbers, q) {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * q)];
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
