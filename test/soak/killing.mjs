// Kills a practising process at random moments, and looks each time whether anything was lost.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** The practising process and what reads its journal, built; removed by `close`. */
export async function made() {
  const folder = mkdtempSync(join(tmpdir(), 'svalka-soak-'));
  const options = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' };
  await build({
    ...options,
    format: 'cjs',
    entryPoints: [join(root, 'test/soak/practising.ts'), join(root, 'test/soak/reading.ts')],
    outdir: folder,
    outExtension: { '.js': '.cjs' },
  });
  const { readJournal, practisedFrom } = require(join(folder, 'reading.cjs'));
  return {
    folder,
    readJournal,
    practisedFrom,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Starts the process in a home; its lines are collected as it tells them.
 * @returns the process, its lines, and a promise of its end
 */
export function practising(folder, home, { sessions = Infinity, resumes = true, env = {} } = {}) {
  const args = [
    join(folder, 'practising.cjs'),
    `${root}dist/content`,
    String(sessions),
    resumes ? 'yes' : 'no',
  ];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, HOME: home, SVALKA_HOME: home, SVALKA_LANG: 'sv', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = { lines: [], err: '' };
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop();
    for (const line of lines) told.lines.push(JSON.parse(line));
    if (lines.length > 0) child.emit('told');
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    told.err += text;
  });
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(told));
  });
  return { child, told, ended };
}

/**
 * Kills the process so many times, each time at a random moment within some milliseconds of its first turn.
 * @returns what was found wrong (nothing, if all is well), and what was practised meanwhile
 */
export async function killing(kills, { within = 40, say = () => {} } = {}) {
  const tools = await made();
  const home = mkdtempSync(join(tmpdir(), 'svalka-home-'));
  const wrong = [];
  let journal = Buffer.alloc(0);
  let turns = 0;
  let ended = 0;
  try {
    for (let n = 1; n <= kills; n++) {
      const { child, ended: over } = practising(tools.folder, home);
      await new Promise((resolve) => {
        child.once('told', resolve);
        child.once('close', resolve);
      });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * within));
      child.kill('SIGKILL');
      const { lines, err } = await over;
      turns += lines.filter(({ what }) => what === 'done').length;
      ended += lines.filter(({ what, end }) => what === 'done' && end !== null).length;
      // Killed before its first turn was kept.
      if (!existsSync(join(home, 'journal.jsonl'))) continue;
      const now = readFileSync(join(home, 'journal.jsonl'));
      if (!now.subarray(0, journal.length).equals(journal))
        wrong.push(`${n}: what was there before has changed`);
      journal = now;
      wrong.push(...lost(tools, home, lines).map((what) => `${n}: ${what}`));
      if (/\(E\w+\)|Error/.test(err)) wrong.push(`${n}: ${err}`);
      if (n % 100 === 0) say(`${n} kills, ${turns} turns, ${ended} sessions ended, ${wrong.length} wrong`);
    }
    return { wrong, turns, ended };
  } finally {
    tools.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** What a process that told these lines has lost: nothing but the turn that it was at. */
export function lost({ readJournal, practisedFrom }, home, lines) {
  const wrong = [];
  const saved = readdirSync(join(home, 'sessions'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({
      id: name.slice(0, -5),
      ...JSON.parse(readFileSync(join(home, 'sessions', name), 'utf8')),
    }));
  const { statements, damaged } = readJournal(join(home, 'journal.jsonl'));
  if (damaged > 0) wrong.push(`${damaged} damaged lines`);
  // What was saved and not told yet is told when the session is gone on with.
  const practised = practisedFrom([...statements, ...saved.flatMap(({ journal }) => journal.unwritten)]);

  for (const { id, trail, seed } of saved) {
    const told = practised.find(({ session }) => session === id)?.turns ?? [];
    if (!sameTrail(told, trail)) wrong.push(`the journal and the session ${seed} differ`);
  }
  const done = lines.filter(({ what }) => what === 'done');
  const last = done.at(-1);
  const doing = lines.at(-1)?.what === 'doing' ? lines.at(-1) : null;
  if (last && last.end === null && last.trail.length > 0) {
    const there = saved.find(({ seed }) => seed === last.seed);
    const over = doing !== null && (doing.end !== null || doing.trail.length === 0);
    if (there) {
      const possible = doing ? [last.trail, doing.trail] : [last.trail];
      if (!possible.some((trail) => isDeepStrictEqual(trail, there.trail)))
        wrong.push(`a turn of ${last.seed} is lost`);
    } else if (!over) wrong.push(`the session ${last.seed} is lost`);
  }
  for (const { trail, end, seed } of done.filter((one) => one.end !== null)) {
    const whole = practised.some((one) => one.end?.kind === end && sameTrail(one.turns, trail));
    if (!whole) wrong.push(`the session ${seed} has ended, and the journal does not know`);
    if (saved.some((one) => one.seed === seed))
      wrong.push(`the session ${seed} has ended, and is still there`);
  }
  return wrong;
}

const sameTrail = (turns, trail) =>
  isDeepStrictEqual(
    turns.map(({ choice }) => choice),
    trail.map((input) => input.choose ?? null),
  );
