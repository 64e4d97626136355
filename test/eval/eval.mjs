// How often svalka is right about lines it has not seen: npm run eval [-- --write]
//
// Runs the built program on labelled lines, as anybody could, and prints a table for each set.
// With --write the tables go into RESULTS.md beside this file. The lines of `dev` came with the
// labels' definitions; those of `blind` were written by somebody who had not seen the content.
// Neither is in the content, and nothing is tuned to `blind`.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MOVES = ['hear', 'restate', 'empathize', 'apologize', 'ask', 'respond', 'thank', 'boundary'];
const KINDS = ['competitor', 'public', 'manager', 'media', 'legal', 'physical', 'self-harm'];
const FAULTS =
  'calm-down blame defensive deflect policy minimize but conditional-apology overpromise escalate'.split(' ');

const pages = [
  ...['agent.dev', 'agent.blind'].map(agentPage),
  ...['threats.dev', 'threats.blind'].map(threatPage),
];
process.stdout.write(`${pages.join('\n')}\n`);
if (process.argv.includes('--write')) {
  const head =
    '# Results\n\nWritten by `npm run eval -- --write`; what the sets are stands in `eval.mjs`.\n\n';
  writeFileSync(fileURLToPath(new URL('RESULTS.md', import.meta.url)), `${head}${pages.join('\n')}`);
}

/** Lines with their labels, and beside each what the program says. */
function answered(set, command) {
  const lines = readFileSync(`${root}test/data/${set}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const input = lines.map(({ text }) => `${text.replace(/\s*\n\s*/g, ' ')}\n`).join('');
  const args = [`${root}bin/svalka.cjs`, command, '--batch', '-', '--json'];
  const output = execFileSync(process.execPath, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  const answers = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return lines.map((line, i) => ({ line, answer: answers[i] }));
}

function agentPage(set) {
  const rows = answered(set, 'review').map(({ line, answer }) => ({
    line,
    answer,
    wanted: new Set([...line.moves, ...line.faults]),
    got: new Set([...answer.moves.map(({ move }) => move), ...answer.faults.map(({ fault }) => fault)]),
  }));
  const clean = rows.filter(({ line }) => line.faults.length === 0);
  const accused = clean.filter(({ answer }) => answer.faults.length > 0);
  return [
    `## ${set}: ${rows.length} lines`,
    '',
    '| | precision | recall | F1 | lines |',
    '| --- | --- | --- | --- | --- |',
    scoreRow('**moves**, micro', rows, MOVES),
    scoreRow('**faults**, micro', rows, FAULTS),
    ...[...MOVES, ...FAULTS].map((label) => scoreRow(label, rows, [label])),
    '',
    `False faults on the ${clean.length} lines without one: ${accused.length} (${percent(accused.length / clean.length)}).`,
    languageLine(rows),
    '',
  ].join('\n');
}

function threatPage(set) {
  const rows = answered(set, 'threat').map(({ line, answer }) => ({
    line,
    answer,
    wanted: line.labels[0],
    got: answer.matches[0]?.threat ?? 'none',
  }));
  const share = (some, right) => (some.length === 0 ? '–' : percent(some.filter(right).length / some.length));
  const right = ({ wanted, got }) => wanted === got;
  const danger = rows.filter(({ wanted }) => wanted === 'physical' || wanted === 'self-harm');
  const harmless = rows.filter(({ wanted }) => wanted === 'none');
  const kindRow = (kind) => {
    const [all, sv, nb] = [
      () => true,
      ({ line }) => line.lang === 'sv',
      ({ line }) => line.lang !== 'sv',
    ].map((of) => rows.filter((row) => row.wanted === kind && of(row)));
    return `| ${kind} | ${share(all, right)} | ${share(sv, right)} | ${share(nb, right)} | ${all.length} |`;
  };
  return [
    `## ${set}: ${rows.length} lines`,
    '',
    '| found first | both | sv | nb, nn | lines |',
    '| --- | --- | --- | --- | --- |',
    ...[...KINDS, 'none'].map(kindRow),
    '',
    `Top-1 ${share(rows, right)}; physical and self-harm found first ${share(danger, right)}; ` +
      `false alarm on harmless lines ${share(harmless, (row) => !right(row))}, ` +
      `of danger ${share(harmless, ({ got }) => got === 'physical' || got === 'self-harm')}.`,
    languageLine(rows),
    '',
  ].join('\n');
}

function scoreRow(name, rows, labels) {
  let hit = 0;
  let wrong = 0;
  let missed = 0;
  for (const { wanted, got } of rows) {
    for (const label of labels) {
      if (wanted.has(label) && got.has(label)) hit++;
      else if (got.has(label)) wrong++;
      else if (wanted.has(label)) missed++;
    }
  }
  const [p, r] = [hit / (hit + wrong || 1), hit / (hit + missed || 1)];
  const f1 = (2 * p * r) / (p + r || 1);
  return `| ${name} | ${p.toFixed(2)} | ${r.toFixed(2)} | ${f1.toFixed(2)} | ${hit + missed} |`;
}

/** Nynorsk is told from Swedish; that it is answered in bokmål makes nb and nn one here. */
function languageLine(rows) {
  const one = (lang) => (lang === 'sv' ? 'sv' : 'nb');
  const right = rows.filter(({ line, answer }) => one(line.lang) === one(answer.lang));
  return `Language, Swedish or Norwegian: ${percent(right.length / rows.length)} right.`;
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
