// How fast svalka checks: npm run bench [-- --runs N]
//
// Generated playbooks and scenarios, half and half, in which nothing is to be found (check-content.mjs).
// Every command is started once a round, in a rotated order, beside a bare node; what counts is the
// median of the ratios within the rounds. Two linters that many use look at the same files: ajv-cli
// with the shipped JSON Schemas (shape alone) and cspell in Swedish, Norwegian and English (spelling
// alone); they are so slow that a few rounds must do.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeFiles } from './check-content.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '10' } } });
const runs = Math.max(1, Number(values.runs) || 10);
/** So many rounds are enough for what takes seconds. */
const FEW = Math.min(runs, 3);
const MANY = 10_000;
const PEERS = ['ajv-cli@5.0.0', 'cspell@9.8.0', '@cspell/dict-sv@2.3.2', '@cspell/dict-nb-no@2.0.6'];
const EITHER =
  '{"if":{"type":"object","required":["scenario"]},"then":{"$ref":"scenario.schema.json"},"else":{"$ref":"playbook.schema.json"}}';
const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(root, 'bin/svalka.cjs');
const home = mkdtempSync(join(tmpdir(), 'svalka-bench-'));
// Nothing of the developer's own; above all not NODE_EXTRA_CA_CERTS, with which Node 20 starts 3.6 times slower.
const env = { PATH: process.env.PATH ?? '', HOME: home, SVALKA_HOME: home, LANG: 'C.UTF-8' };

const checkOf = (files) => [bin, 'check', '--strict', '--lang', 'en', folderOf(files)];
const folderOf = (files) => join(home, `files-${files}`);
const svalka = (files, more) => ({ name: `svalka check, ${files}`, files, command: checkOf(files), ...more });
const rows = [
  { name: 'node -e 0', command: ['-e', '0'] },
  svalka(1, { goal: 1.5, most: 2 }),
  svalka(100, { goal: 7.5, most: 10 }),
  svalka(1000, { goal: 19, most: 26, mib: 56 }),
];

try {
  for (const files of [1, 100, 1000, MANY]) writeFiles(folderOf(files), files);
  // Before anything is timed: is it done at all, and is it true that nothing is found?
  execFileSync(process.execPath, checkOf(1000), { env, stdio: ['ignore', 'ignore', 'inherit'] });
  rows.push(svalka(MANY, { rounds: FEW }), ...peers());
  const cpu = pin();
  say(`${cpus()[0]?.model}, ${cpus().length} cores, ${cpu}; node ${process.version}; ${runs} rounds`);
  const { texts, distinct, bytes } = sizeOf(1000);
  const kb = (bytes / 1000 / 1000).toFixed(1);
  say(`1000 files of ${kb} KB: ${texts} texts, ${distinct} of them different\n`);
  const [base, ...measured] = measure();
  table(base, measured);
  const each = (files) => measured.find((row) => row.files === files).ms / files;
  say(`a file among ${MANY} takes ${(each(MANY) / each(1000)).toFixed(2)} × what it takes among 1000\n`);
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** The other linters, on 1000 files; none where the registry cannot be reached. */
function peers() {
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  try {
    const options = { cwd: home, stdio: 'ignore', timeout: 300_000 };
    execFileSync('npm', ['install', ...PEERS, '--ignore-scripts', '--no-audit'], options);
  } catch {
    say(`${PEERS.slice(0, 2).join(' and ')} could not be installed: they are left out\n`);
    return [];
  }
  const put = (name, text) => {
    writeFileSync(join(home, name), text);
    return join(home, name);
  };
  // ajv-cli takes one schema: this one, for both kinds of file.
  const either = put('either.json', EITHER);
  const shipped = ['playbook', 'scenario'].map((kind) => {
    const name = `${kind}.schema.json`;
    const schema = JSON.parse(readFileSync(join(root, 'playbooks/schema', name), 'utf8'));
    return put(name, JSON.stringify({ $id: name, ...schema }));
  });
  const dictionaries = ['sv', 'nb-no'].map((lang) => `@cspell/dict-${lang}/cspell-ext.json`);
  const settings = put(
    'cspell.json',
    JSON.stringify({ version: '0.2', language: 'sv,nb,en', import: dictionaries }),
  );

  const files = join(folderOf(1000), '*.yaml');
  const linter = (name, script, args) => {
    const command = [join(home, 'node_modules', script), ...args];
    return { name: `${name}, 1000`, command, files: 1000, rounds: FEW };
  };
  const refs = shipped.flatMap((name) => ['-r', name]);
  const spelling = ['lint', '--no-progress', '--no-exit-code', '--no-cache', '--no-issues', '-c', settings];
  return [
    linter(PEERS[0], 'ajv-cli/dist/index.js', ['validate', '-s', either, ...refs, '-d', files]),
    linter(PEERS[1], 'cspell/bin.mjs', [...spelling, files]),
  ];
}

/** What the files of a folder hold. */
function sizeOf(files) {
  const folder = folderOf(files);
  const all = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const texts = all.flatMap((text) => text.match(/"[^"]*"/g));
  const bytes = all.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { texts: texts.length, distinct: new Set(texts).size, bytes };
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

/** Rows with milliseconds, ratios to the first one, and memory. */
function measure() {
  const mib = rows.map(({ command }) => peakOf(command));
  const rounds = [];
  for (let round = 0; round < runs; round++) {
    const times = new Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const at = (i + round) % rows.length;
      if (round < (rows[at].rounds ?? runs)) times[at] = wholeProcess(rows[at].command);
    }
    rounds.push(times);
  }
  return rows.map((row, i) => {
    const own = rounds.filter((times) => times[i] !== undefined);
    const over = (of) => [0.25, 0.5, 0.75].map((q) => quantile(own.map(of), q));
    const [, ms] = over((times) => times[i]);
    return { ...row, ms, ratios: over((times) => times[i] / times[0]), peak: mib[i] };
  });
}

function wholeProcess(command) {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, command, { env, cwd: home, stdio: 'ignore' });
  if (status !== 0) throw new Error(`exit ${status}: ${command.join(' ')}`);
  return performance.now() - began;
}

/** The most memory that a command took, in MiB; the run also warms the disk's cache. */
function peakOf(command) {
  const file = join(home, 'peak');
  const hook = fileURLToPath(new URL('peak.cjs', import.meta.url));
  const options = { env: { ...env, PEAK_FILE: file }, cwd: home, stdio: 'ignore' };
  spawnSync(process.execPath, ['--require', hook, ...command], options);
  return Number(readFileSync(file, 'utf8')) / 1024;
}

function table(base, measured) {
  say(`${'whole process'.padEnd(28)}      ms   ratio     (q1–q3)   goal at most   files/s    MiB`);
  const columns = (row, ms, ratio, quarters, budget, speed, peak) =>
    say(
      `${row.padEnd(28)}${ms.padStart(8)}${ratio.padStart(8)}${quarters.padStart(14)}${budget.padStart(13)}${speed.padStart(10)}${peak.padStart(7)}`,
    );
  columns(base.name, base.ms.toFixed(0), '1.00', '', '', '', base.peak.toFixed(0));
  for (const { name, ms, ratios, goal, most, files, peak, mib } of measured) {
    const [q1, ratio, q3] = ratios.map((one) => one.toFixed(2));
    const budget = most ? `${goal} ${String(most).padStart(7)}` : '';
    const over = (most && ratios[1] > most) || (mib && peak > mib) ? '  over' : '';
    const speed = ((1000 * files) / ms).toFixed(0);
    columns(name, ms.toFixed(0), ratio, `(${q1}–${q3})`, budget, speed, `${peak.toFixed(0)}${over}`);
  }
  say('');
}

function quantile(numbers, q) {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * q)];
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
