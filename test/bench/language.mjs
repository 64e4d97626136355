// How fast and how well svalka reads: npm run bench
//
// The built models on the lines of test/data, and beside them a well-known classifier from npm that
// learned from the same examples; installed for the run alone, it gives a line its likeliest label.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const OTHER = 'natural@8.1.1';
const root = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'svalka-bench-'));
const ENTRY = `
  import { linesOf } from './src/build/models.ts';
  import { NOTHING, readFolder } from './src/playbook/folder.ts';
  export { openCoach } from './src/coach/open.ts';
  export { review } from './src/coach/review.ts';
  export { openThreats } from './src/threats/open.ts';
  export { recognise } from './src/threats/recognise.ts';
  export const examples = async (path) =>
    linesOf((await readFolder(path, NOTHING, (one) => one)).docs
      .flatMap(({ kind, value }) => (kind === 'language' ? [value] : [])));`;

try {
  const outfile = join(scratch, 'ours.cjs');
  const stdin = { contents: ENTRY, resolveDir: root, loader: 'ts' };
  await build({ stdin, outfile, bundle: true, platform: 'node', logLevel: 'error' });
  const ours = createRequire(import.meta.url)(outfile);
  const [agent, customer] = ['agent', 'threats'].map(linesOf);

  row('reading, one text after another', ['ms to load', 'MiB more', 'ms first', 'per second', 'µs each']);
  const coach = timed('svalka review', () => ours.openCoach(join(root, 'dist')), agent, ours.review);
  timed('svalka threat', () => ours.openThreats(join(root, 'dist/')).ear, customer, ours.recognise);
  const labels = ({ moves, faults }) => [...moves, ...faults].map(({ move, fault }) => move ?? fault);
  const scores = [['svalka review', microF1(agent, (text) => labels(ours.review(text, coach)))]];
  const Bayes = installed();
  if (Bayes) {
    const examples = await ours.examples(`${root}playbooks`);
    const classify = (text, bayes) => [bayes.classify(wordsOf(text))];
    const bayes = timed(`${OTHER} Bayes`, () => learned(new Bayes(), examples), agent, classify, 1);
    scores.push([`${OTHER} Bayes`, microF1(agent, (text) => classify(text, bayes))]);
  } else row(`${OTHER} cannot be installed here: nothing to compare with.`, []);
  row(`\nmoves and faults of ${agent.length} lines`, ['micro-F1']);
  for (const [name, score] of scores) row(name, [score]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function linesOf(set) {
  const read = (part) => readFileSync(`${root}test/data/${set}.${part}.jsonl`, 'utf8').trim().split('\n');
  return ['dev', 'blind'].flatMap(read).map((line) => JSON.parse(line));
}

/** Loads, then works through the lines; a row of figures, the warm ones of the median round. */
function timed(name, load, lines, work, rounds = 5) {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const began = performance.now();
  const loaded = load();
  const took = performance.now() - began;
  const after = process.memoryUsage();
  const mib = (after.heapUsed + after.arrayBuffers - heapUsed - arrayBuffers) / 2 ** 20;
  const first = elapsed(() => work(lines[0].text, loaded));
  const all = () => lines.map(({ text }) => work(text, loaded));
  const times = Array.from({ length: rounds }, () => elapsed(all)).sort((a, b) => a - b);
  const each = times[Math.floor(rounds / 2)] / lines.length;
  row(name, [took, mib, first, 1000 / each, 1000 * each]);
  return loaded;
}

function elapsed(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The other classifier; null where the registry cannot be reached. */
function installed() {
  writeFileSync(join(scratch, 'package.json'), '{"private":true}');
  try {
    const options = { cwd: scratch, stdio: 'ignore', timeout: 120_000 };
    execFileSync('npm', ['install', OTHER, '--ignore-scripts', '--no-audit'], options);
    // By its file: the whole package reads its .env and word lists for three seconds.
    return createRequire(join(scratch, 'x.js'))('natural/lib/natural/classifiers/bayes_classifier');
  } catch {
    return null;
  }
}

/** Words as they are: its own tokenizer and stemmer are for English. */
function wordsOf(text) {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

function learned(bayes, examples) {
  for (const { text, labels } of examples) {
    for (const label of labels.length > 0 ? labels : ['none']) bayes.addDocument(wordsOf(text), label);
  }
  bayes.train();
  return bayes;
}

function microF1(lines, labelsOf) {
  let [hits, both] = [0, 0];
  for (const { text, moves, faults } of lines) {
    const got = labelsOf(text).filter((label) => label !== 'none');
    hits += [...moves, ...faults].filter((label) => got.includes(label)).length;
    both += moves.length + faults.length + got.length;
  }
  return (2 * hits) / both;
}

function row(name, cells) {
  const told = cells.map((one) => (typeof one === 'string' ? one : one.toFixed(one < 100 ? 2 : 0)));
  process.stdout.write(`${name.padEnd(34)}${told.map((one) => one.padStart(12)).join('')}
`);
}
