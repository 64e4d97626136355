/**
 * Every rule has a fixture of its own, a folder of files that break it and nothing else, with each
 * finding marked: `# expect 7:12` in the file (line and column), or, where a file cannot hold a
 * comment, `expect.txt` beside it with `file.yaml:7:12`. What cannot be kept as files is made: MADE.
 */
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAgreed, TRANSLATIONS_FILE } from '../../src/check/agreed.ts';
import { check } from '../../src/check/check.ts';
import { contentOf } from '../../src/check/content.ts';
import { RULES } from '../../src/check/rules.ts';
import { SHAPE } from '../../src/check/shape.ts';
import { openCoach } from '../../src/coach/open.ts';
import { TONGUES } from '../../src/locales/texts.ts';
import { readFolder } from '../../src/playbook/folder.ts';
import { openShipped } from '../../src/playbook/library.ts';
import { withDocs } from '../../src/playbook/open.ts';
import { LIMITS } from '../../src/playbook/read.ts';
import { openThreats } from '../../src/threats/open.ts';
import { ROOT } from '../support/content.ts';
import { folderWith, script } from '../support/folder.ts';

const FIXTURES = join(ROOT, 'test/fixtures/check');
const PAGES = join(ROOT, 'src/check/rules');
const NAMES = [...Object.keys(SHAPE), ...RULES.map(({ name }) => name)];

const base = openShipped(join(ROOT, 'dist/content'));
const coach = openCoach(join(ROOT, 'dist'));
const threats = openThreats(join(ROOT, 'dist/'));

async function found(folder: string): Promise<string[]> {
  const read = await readFolder(folder, base, (path) => path.slice(folder.length + 1));
  const agreed = join(folder, TRANSLATIONS_FILE);
  const content = contentOf(read.docs, withDocs(base, folder, read.docs), {
    coach: () => coach,
    threats: () => threats,
    today: '2026-11-22',
    agreed: (existsSync(agreed) && readAgreed(readFileSync(agreed, 'utf8'))) || new Map(),
  });
  const all = await check(content, read.findings, new Map(), 'en');
  return all.map(({ file, line, col, rule }) => `${file}:${line}:${col} ${rule}`);
}

/** What a folder's marks say. */
function marked(folder: string, rule: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .flatMap((file) => {
      if (file === 'expect.txt') {
        return readFileSync(join(folder, file), 'utf8').trim().split('\n');
      }
      if (!/\.ya?ml$/.test(file)) return [];
      const text = readFileSync(join(folder, file), 'latin1');
      return [...text.matchAll(/^# expect (\d+:\d+)$/gm)].map(([, place]) => `${file}:${place}`);
    })
    .map((place) => `${place} ${rule}`)
    .sort();
}

/** A file with nothing wrong in it. */
const RIGHT = script('ours');

/**
 * Fixtures that the repository cannot hold, because they are too large or no plain files: each is laid
 * into an empty folder, and says where something is found.
 */
const MADE: Readonly<Record<string, (folder: string) => string[]>> = {
  'size-limit': (folder) => {
    const filledTo = (bytes: number) => `${RIGHT}#`.padEnd(bytes, 'x');
    writeFileSync(join(folder, 'too-large.yaml'), filledTo(LIMITS.bytes + 1));
    writeFileSync(join(folder, 'too-many-values.yaml'), `${RIGHT}more: [${'1,'.repeat(LIMITS.nodes)}]\n`);
    // As large as may be.
    writeFileSync(join(folder, 'largest.yaml'), filledTo(LIMITS.bytes));
    return ['too-large.yaml:1:1', 'too-many-values.yaml:1:1'];
  },
  'unreadable-file': (folder) => {
    const elsewhere = folderWith({ 'notes.yaml': RIGHT });
    symlinkSync(join(elsewhere, 'notes.yaml'), join(folder, 'leads-out.yaml'));
    symlinkSync(join(folder, 'gone.yaml'), join(folder, 'leads-nowhere.yaml'));
    symlinkSync(folder, join(folder, 'leads-to-a-folder.yaml'));
    // A link to a file in the same folder.
    writeFileSync(join(folder, 'notes.txt'), RIGHT);
    symlinkSync(join(folder, 'notes.txt'), join(folder, 'leads-in.yaml'));
    return ['leads-nowhere.yaml:1:1', 'leads-out.yaml:1:1', 'leads-to-a-folder.yaml:1:1'];
  },
};

/** A rule's fixture, and what must be found in it. */
function fixtureOf(rule: string): { folder: string; marks: string[] } {
  const make = MADE[rule];
  const folder = make ? folderWith({}) : join(FIXTURES, rule);
  return { folder, marks: make ? make(folder).map((place) => `${place} ${rule}`) : marked(folder, rule) };
}

describe.each(NAMES)('%s', (name) => {
  test('its fixture is found at the marks, by it alone', async () => {
    const { folder, marks } = fixtureOf(name);
    expect(marks).not.toEqual([]);
    expect((await found(folder)).sort()).toEqual(marks);
  });

  test('its page says what, why and what to do', () => {
    const page = readFileSync(join(PAGES, `${name}.md`), 'utf8').replace(/\s+/g, ' ');
    const rule = RULES.find((one) => one.name === name)?.texts.en ?? SHAPE[name as keyof typeof SHAPE].en;
    expect(page).toContain(`# ${name} `);
    for (const sentence of [rule.what, rule.why, rule.todo]) expect(page).toContain(sentence);
  });
});

test('names are kebab-case and each is its file’s', () => {
  const files = readdirSync(PAGES).filter((file) => file.endsWith('.ts'));
  expect(files.sort()).toEqual(RULES.map(({ name }) => `${name}.ts`).sort());
  for (const name of NAMES) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test.each(RULES)('$name: in every language a sentence each', ({ texts }) => {
  for (const tongue of TONGUES) {
    for (const sentence of Object.values(texts[tongue])) expect(sentence).toMatch(/\S[.!]$|\}$|yes$|why$/);
  }
});

test.each(Object.entries(SHAPE))('%s: in every language a sentence each', (_name, texts) => {
  for (const tongue of TONGUES) {
    for (const sentence of Object.values(texts[tongue])) expect(sentence).toMatch(/^\S.*\S\.$/);
  }
});
