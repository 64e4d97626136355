// How fast svalka plays: npm run bench
//
// Agents who walk scenarios by chance, as `svalka test --random` lets them, and the shipped scripts as
// `svalka test` plays them; beside the latter inkjs, the runtime of a well-known dialogue language,
// installed for the run alone, with the same scenarios, answers and ends (ink.mjs). All in this process,
// in a rotated order; what counts are the medians of the rounds, and of the ratios within the rounds.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { inkOf } from './ink.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '9' } } });
const runs = Math.max(1, Number(values.runs) || 9);
const OTHER = 'inkjs@2.4.0';
/** So long each row works in each round, in milliseconds. */
const WORK = 100;
/** Walks a second and core. */
const BUDGET = { goal: 3_000_000, least: 1_000_000 };
const root = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'svalka-bench-'));
const ENTRY = `
  export { makeCourse } from './src/flow/course.ts';
  export { start } from './src/flow/session.ts';
  export { judge } from './src/flow/step.ts';
  export { AGENT } from './src/locales/catalogue.ts';
  export { openShipped } from './src/playbook/library.ts';
  export { faultBits, moveBits } from './src/playbook/types.ts';
  export { fare, TEMPERS } from './src/script/agents.ts';
  export { run } from './src/script/run.ts';
  export { casesOf } from './src/script/suite.ts';
  export { bareStyle } from './src/term/bare-style.ts';`;

try {
  const outfile = join(scratch, 'ours.cjs');
  await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    ...{ outfile, bundle: true, platform: 'node', target: 'node20', logLevel: 'error' },
    supported: { 'object-rest-spread': false },
  });
  const ours = createRequire(import.meta.url)(outfile);
  const library = ours.openShipped(join(root, 'dist/content'));
  const cpu = pin();
  say(`${cpus()[0]?.model}, ${cpus().length} cores, ${cpu}; node ${process.version}; ${runs} rounds\n`);
  walks(ours, library);
  turns(ours, library);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Walks a second, by temper. */
function walks(ours, library) {
  const courses = library.ids('scenario').map((scenario) => ours.makeCourse(library, { scenario }));
  const EACH = 5000;
  const play = (temper) => courses.map((course) => ours.fare(course, temper, EACH, 1));
  const sum = courses.length * EACH;
  const rows = ours.TEMPERS.map((temper) => ({
    name: `walks of scenarios, ${temper}`,
    steps: play(temper).reduce((all, { turns }) => all + turns, 0) / sum,
    work: () => {
      play(temper);
      return sum;
    },
  }));
  row('', ['steps each', 'per second', 'goal', 'at least']);
  for (const { name, steps, rate } of measured(rows)) {
    const cells = [steps.toFixed(1), count(rate), count(BUDGET.goal), count(BUDGET.least)];
    row(name, rate < BUDGET.least ? [...cells, 'under'] : cells);
  }
}

/** Turns a second, of scripts that both engines can play: answers chosen, steps skipped. */
function turns(ours, library) {
  const cases = ours
    .casesOf(
      library.ids('script').map((id) => ({ file: id, script: library.value('script', id) })),
      null,
    )
    .filter(({ script }) => script.scenario && script.turns.every(({ choose, skip }) => choose || skip));
  const sum = cases.reduce((all, { script }) => all + script.turns.length, 0);
  const courses = new Map(
    library.ids('scenario').map((id) => [id, ours.makeCourse(library, { scenario: id })]),
  );
  const style = ours.bareStyle({ width: 80, color: false, unicode: true, plain: false });
  const pageOf = (lang) => ({ style, texts: ours.AGENT[lang], lang });
  const pages = { sv: pageOf('sv'), nb: pageOf('nb') };
  const play = ({ script, lang }) =>
    ours.run(script, ours.start(courses.get(script.scenario), lang, script.seed ?? 0), pages[lang]);
  const failed = cases.filter((one) => play(one).failures.length > 0);
  if (failed.length > 0) throw new Error(`does not pass: ${failed.map(({ file }) => file).join(', ')}`);

  const rows = [
    {
      name: 'svalka test',
      work: () => {
        for (const one of cases) play(one);
        return sum;
      },
    },
    {
      name: 'svalka test, each screen drawn',
      work: () => {
        for (const one of cases) for (const { shows } of play(one).seen) if (!shows) throw new Error('empty');
        return sum;
      },
    },
  ];
  const Ink = installed();
  if (Ink) {
    const told = cases.map((one) => storyOf(Ink, ours, courses.get(one.script.scenario), one));
    rows.unshift({
      name: OTHER,
      work: () => {
        for (const one of told) playStory(one);
        return sum;
      },
    });
  }
  row(`\nturns of ${cases.length} scripts`, ['per second', ...(Ink ? [`× ${OTHER}`] : [])]);
  for (const { name, rate, ratio } of measured(rows)) {
    row(name, Ink ? [count(rate), ratio.toFixed(1)] : [count(rate)]);
  }
  if (!Ink) say(`${OTHER} could not be installed: it is left out`);
}

/** A scenario as a story, and which of its choices a script takes. */
function storyOf({ Compiler }, ours, course, { script, lang }) {
  const choicesAt = (id) => {
    const [threat, step] = id.includes('.') ? id.split('.') : [null, id];
    const practice = threat ? course.threats.get(threat).steps[step].practice : course.scenario.steps[step];
    return Object.keys(practice.choices);
  };
  const { seen } = ours.run(script, ours.start(course, lang, script.seed ?? 0), null);
  const picks = script.turns.map(({ choose }, i) => {
    const ids = choicesAt(seen[i].at);
    return choose ? ids.indexOf(choose) : ids.length;
  });
  const story = new Compiler(inkOf(course, lang, ours)).Compile();
  return { story, picks, ends: script.ends };
}

/** @throws where the story ends elsewhere than the script: then it is not the same */
function playStory({ story, picks, ends }) {
  story.ResetState();
  let said = story.ContinueMaximally();
  for (const pick of picks) {
    story.ChooseChoiceIndex(pick);
    said = story.ContinueMaximally();
  }
  if (!said.includes(`ended ${ends}`)) throw new Error(`the story does not end ${ends}: ${said}`);
}

/** The other runtime; null where the registry cannot be reached. */
function installed() {
  writeFileSync(join(scratch, 'package.json'), '{"private":true}');
  try {
    const options = { cwd: scratch, stdio: 'ignore', timeout: 120_000 };
    execFileSync('npm', ['install', OTHER, '--ignore-scripts', '--no-audit'], options);
    return createRequire(join(scratch, 'x.js'))('inkjs/full');
  } catch {
    return null;
  }
}

/** On one core, where the system can. */
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

/** Rows with the median of what they do a second, and of the ratios to the first. */
function measured(rows) {
  const rounds = [];
  // The first round only warms the compiler up.
  for (let round = 0; round <= runs; round++) {
    const rates = new Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const at = (i + round) % rows.length;
      rates[at] = rateOf(rows[at].work);
    }
    if (round > 0) rounds.push(rates);
  }
  return rows.map((one, i) => ({
    ...one,
    rate: median(rounds.map((rates) => rates[i])),
    ratio: median(rounds.map((rates) => rates[i] / rates[0])),
  }));
}

/** How much is done a second. */
function rateOf(work) {
  const began = performance.now();
  let done = 0;
  let took = 0;
  while (took < WORK) {
    done += work();
    took = performance.now() - began;
  }
  return (1000 * done) / took;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
}

function count(number) {
  return Math.round(number).toLocaleString('en');
}

function row(name, cells) {
  say(`${name.padEnd(36)}${cells.map((one) => one.padStart(14)).join('')}`);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
