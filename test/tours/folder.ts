/** Brings the folder of tours up to date, and says what came of it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dump } from 'js-yaml';
import { yamlFiles } from '../../src/playbook/folder.ts';
import type { Script } from '../../src/playbook/schema.ts';
import { LANGS } from '../../src/playbook/types.ts';
import { coverageOf, keyIn, keysOf, percent, total } from '../../src/script/coverage.ts';
import { casesOf, passed, type Result, stageOf } from '../../src/script/suite.ts';
import { library, ROOT, shipped } from '../support/content.ts';
import { pageOf } from '../support/page.ts';
import { themesOf, toursOf } from './search.ts';
import { told } from './words.ts';

const FOLDER = 'playbooks/scripts/tours/';
const STYLE = { flowLevel: 3, lineWidth: -1, quoteStyle: 'double' } as const;
const SCHEMA = '# yaml-language-server: $schema=../../schema/script.schema.json\n';

interface Tour {
  readonly file: string;
  readonly results: readonly Result[];
  /** Of a new one: what is to be written. */
  readonly script?: Script;
}

// Where a scenario cannot be read, all its tours would go.
const broken = shipped.findings.find(({ file }) => !file.startsWith(FOLDER));
if (broken) throw new Error(`${broken.file}:${broken.line}: ${broken.rule}: see svalka check playbooks`);

const play = stageOf({
  library,
  page: (lang) => pageOf(lang, 80),
  hear: () => () => {
    throw new Error('a script that ships tells own words by what is heard in them');
  },
});
const scripts = shipped.docs.flatMap((doc): Tour[] => {
  const { file } = doc.document.source;
  const cases = doc.kind === 'script' ? casesOf([{ file, script: doc.value }], null) : [];
  return cases.length > 0 ? [{ file, results: cases.map(play) }] : [];
});
const byHand = scripts.filter(({ file }) => !file.startsWith(FOLDER));
const good = scripts.filter(({ file, results }) => file.startsWith(FOLDER) && results.every(passed));
const fileOf = (name: string) => `${FOLDER}${name}.script.yaml`;
const wanted = covered(byHand).missed;
const tours = thatAdd([...good, ...newTours()]);
const added = tours.filter(({ script }) => script);
const files = new Set(tours.map(({ file }) => ROOT + file));

mkdirSync(ROOT + FOLDER, { recursive: true });
const dropped = yamlFiles(ROOT + FOLDER).filter((file) => !files.has(file));
for (const file of dropped) rmSync(file);
for (const { file, script } of added) writeFileSync(ROOT + file, SCHEMA + dump(script, STYLE));

const { visited, missed } = covered([...byHand, ...tours]);
const counts = [`${tours.length - added.length} kept`, `${dropped.length} dropped`, `${added.length} added`];
const lines = [`tours: ${counts.join(', ')}; ${visited} % visited`, ...missed.map((key) => `missed: ${key}`)];
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = missed.length > 0 ? 1 : 0;

/** How much some scripts come to, in per cent, and the keys of all else. */
function covered(some: readonly Tour[]): { visited: number; missed: string[] } {
  const coverage = coverageOf(
    library,
    some.flatMap(({ results }) => results),
    LANGS,
  );
  const missed = coverage.subjects.flatMap((one) => one.unvisited.map((item) => keyIn(one, one.lang, item)));
  return { visited: percent(total(coverage)), missed };
}

/** Tours to what is wanted and no good one comes to. */
function newTours(): Tour[] {
  const left = new Set(wanted);
  for (const key of good.flatMap(({ results }) => results.flatMap(keysOf))) left.delete(key);
  const taken = new Set(good.map(({ file }) => file));
  return themesOf(library).flatMap((theme) =>
    toursOf(library, theme, play, left).map((tried) => {
      const script = told(tried, theme, (name) => taken.has(fileOf(name)));
      taken.add(fileOf(script.script));
      return { file: fileOf(script.script), results: tried.results, script };
    }),
  );
}

/** Those that come to something wanted that none before them does; by name, so that it stays so. */
function thatAdd(some: readonly Tour[]): Tour[] {
  const left = new Set(wanted);
  return [...some]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .filter(({ results }) => results.flatMap(keysOf).filter((key) => left.delete(key)).length > 0);
}
