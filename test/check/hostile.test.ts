/**
 * Content that nobody writes by mistake. Whatever lies in a folder, `svalka check` says what is wrong,
 * or that it could not run: without a stack trace, and within a heap that is small beside what a
 * careless reader would fill. Each is checked by a real process, since only that can be held so short.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_FILES, readFolder } from '../../src/playbook/folder.ts';
import { LIMITS } from '../../src/playbook/read.ts';
import { library } from '../support/content.ts';
import { folderWith, playbook, script } from '../support/folder.ts';
import { svalka } from '../support/run.ts';

/** In megabytes; a check of a small folder takes half of it. */
const HEAP = 96;
/** Long enough for a busy machine; what never ends fails all the same. */
const TIMEOUT = 180_000;

const MB = 1024 * 1024;
/** As large as a file may be. */
const filled = (part: string, head = '', tail = '') => {
  const bytes = LIMITS.bytes - Buffer.byteLength(head + tail);
  return head + part.repeat(Math.floor(bytes / Buffer.byteLength(part))) + tail;
};
const times = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i));

const HEAD = 'schema: 1\nscript: ';

const laughs = [
  'a: &a ["ha", "ha"]',
  ...times(9, (i) => {
    const [is, of] = ['bcdefghij'[i], 'abcdefghi'[i]];
    return `${is}: &${is} [${times(9, () => `*${of}`).join(', ')}]`;
  }),
].join('\n');

/** Steps of a playbook, each with what a test adds. */
const steps = (count: number, more: (i: number) => string) =>
  playbook('ours').replace(/ {2}hear:\n[\s\S]*/, (step) =>
    times(count, (i) => step.replace('hear:', `s${i}:`).replace('required: true', more(i))).join(''),
  );

/** A playbook with many phrases on one line. */
const phrases = (count: number, phrase: (i: number) => string) =>
  playbook('ours').replaceAll(
    /\{ one: "[^"]*" \}/g,
    `{ ${times(count, (i) => `p${i}: "${phrase(i)}"`).join(', ')} }`,
  );

interface Case {
  readonly what: string;
  readonly text: string | Uint8Array;
  /** Where it is found and by what; null where there is nothing to find. */
  readonly found: RegExp | null;
  readonly heap?: number;
}

const FILES: readonly Case[] = [
  { what: 'aliases of aliases', text: laughs, found: /1:1 error size-limit/ },
  {
    what: 'more aliases than anybody needs',
    text: `a: &a x\nb: [${'*a, '.repeat(30)}]\n`,
    found: /2:\d+ error alias-limit/,
  },
  {
    what: 'aliases of a long list',
    text: `a: &a [${'x,'.repeat(40_000)}]\nb: [${times(20, () => '*a').join()}]\n`,
    found: /1:1 error size-limit/,
  },
  { what: 'brackets in brackets', text: filled('['), found: /1:\d+ error depth-limit/ },
  { what: 'maps in maps', text: filled('{a: '), found: /1:\d+ error depth-limit/ },
  { what: 'lists in lists', text: filled('- '), found: /1:\d+ error depth-limit/ },
  { what: 'keys in keys', text: filled('? '), found: /1:\d+ error depth-limit/ },
  {
    what: 'lines that go in and in',
    text: times(1300, (i) => `${' '.repeat(i)}a:\n`).join(''),
    found: /error depth-limit/,
  },
  { what: '10 MB', text: Buffer.alloc(10 * MB, 0x61), found: /1:1 error size-limit/ },
  { what: 'more values than content has', text: filled('[],', 'a: [', ']'), found: /1:1 error size-limit/ },
  {
    what: 'binary',
    text: Buffer.from(times(4096, (i) => String.fromCharCode(i % 256)).join(''), 'latin1'),
    found: /1:1 error not-utf8/,
  },
  {
    what: 'half a character at the end of a megabyte',
    text: Buffer.concat([Buffer.alloc(MB - 1, 0x61), Buffer.from([0xe2])]),
    found: /1:1 error not-utf8/,
  },
  { what: 'nothing but noughts', text: Buffer.alloc(MB), found: /1:1 error control-character/, heap: 192 },
  { what: 'nothing but blanks', text: filled(' '), found: /1:1 error empty-file/ },
  { what: 'nothing but ends of lines', text: filled('\r'), found: /1:1 error empty-file/ },
  { what: 'a name of a megabyte', text: filled('k', 'schema: 1\n', ': 1\n'), found: /2:1 error bad-id/ },
  { what: 'a text of a megabyte', text: filled('a', `${HEAD}"`, '"\n'), found: /error text-length/ },
  {
    what: 'a megabyte between a quotation mark and nothing',
    text: filled('a ', `${HEAD}"`),
    found: /error unclosed-quote/,
  },
  { what: 'a megabyte of quotation marks', text: filled(`"'`, HEAD), found: /2:\d+ error / },
  { what: 'a megabyte of colons', text: filled('a: ', HEAD), found: /2:\d+ error unquoted-colon/ },
  { what: 'a megabyte of backslashes', text: filled('\\', `${HEAD}"`), found: /2:\d+ error / },
  { what: 'a megabyte of braces', text: filled('}{', HEAD), found: /2:\d+ error reserved-character/ },
  { what: 'a megabyte of anchors', text: filled('&a ', HEAD), found: /2:\d+ error / },
  { what: 'a megabyte of tags', text: filled('!a ', HEAD), found: /2:\d+ error / },
  { what: 'a megabyte of tabs', text: filled('\t', 'schema: 1\n', 'a: b\n'), found: /2:1 error tab-indent/ },
  { what: 'a tab on each of 200,000 lines', text: filled('\ta: b\n'), found: /1:1 error tab-indent/ },
  {
    what: 'the same name on each of 200,000 lines',
    text: filled('a: 1\n', 'schema: 1\n'),
    found: /3:1 error duplicate-key/,
  },
  {
    what: 'a prototype on each of 60,000 lines',
    text: filled('__proto__: 1\n', 'schema: 1\n'),
    found: /error forbidden-key/,
  },
  { what: 'a document on each of 200,000 lines', text: filled('---\n'), found: /1:1 error one-document/ },
  {
    what: 'a megabyte of marks that turn letters round',
    text: filled('\u202e', `${HEAD}"`, '"\n'),
    found: /error control-character/,
  },
  {
    what: 'a megabyte of marks on one letter',
    text: filled('\u0301\u0323', `${script('ours')}# `),
    found: null,
  },
  {
    what: 'hundreds of texts, each of marks on one letter',
    text: phrases(120, () => `a${'\u0301\u0323'.repeat(990)}`),
    found: /warning unnormalised-text/,
  },
  { what: 'a comment of a megabyte', text: filled('x', `${script('ours')}#`), found: null },
  {
    what: 'thousands of suppressions',
    text: script('ours') + times(20_000, (i) => `# svalka-ignore dead-end: because ${i}\n`).join(''),
    found: /7:1 warning unused-suppression/,
    heap: 192,
  },
  {
    what: 'thousands of suppressions on one line',
    text: filled('# svalka-ignore a ', script('ours')),
    found: /7:1 warning unused-suppression/,
    heap: 256,
  },
  {
    what: 'thousands of findings on one line',
    text: phrases(9000, (i) => `«vi ${i}» och du`),
    found: /17:\d+ warning wrong-quotation-marks/,
    heap: 256,
  },
  {
    what: 'thousands of phrases that are almost alike',
    text: phrases(9000, (i) => `vi ska se på det här nu ${i % 97} ${i % 89} ord${i}`),
    found: /17:\d+ warning near-duplicate/,
    heap: 256,
  },
  {
    what: 'a playbook of 800 steps',
    text: steps(800, () => 'required: true'),
    found: /warning near-duplicate/,
    heap: 192,
  },
  {
    what: 'a ring of 700 steps',
    text: steps(800, (i) => (i === 699 ? 'next: s0' : 'required: true')),
    found: /error endless-cycle/,
    heap: 512,
  },
  {
    what: 'hundreds of steps that nothing leads to',
    text: steps(800, (i) => (i === 0 ? 'next: s300' : 'required: true')),
    found: /error unreachable-step/,
    heap: 384,
  },
  {
    what: 'hundreds of sources that are not there',
    text: steps(800, () => 'required: true').replace(
      /source: svalka\n(?= {4})/g,
      `source: ${'q'.repeat(55)}\n`,
    ),
    found: /error unknown-target/,
  },
  {
    what: 'signals with gap upon gap',
    text: [
      'schema: 1\nlanguage: ours\nlang: sv\nfault: but\nentries:\n  one:\n    signals:',
      ...times(40, (i) => `      - "men ${'* '.repeat(12)}${i} nej"`),
      '    examples:',
      ...times(200, (i) => `      - "${'men '.repeat(400)}${i}"`),
      '    near: ["Nej."]\n',
    ].join('\n'),
    found: /warning signal-never-matches/,
  },
  {
    what: 'thousands of lines that nobody says',
    text: `schema: 1\nheard: ours\nlang: sv\nkind: manager\nlines:\n${times(4000, (i) => `  - "${i} ${i}"\n`).join('')}`,
    found: /6:5 error heard-not-found/,
    heap: 128,
  },
  {
    what: 'a script of a thousand turns that choose nothing',
    text: script('ours').replace(/( {2}- choose: )tell-me\n/, '$1nothing-like-it\n'.repeat(1000)),
    found: /5:13 error unknown-target/,
  },
  {
    what: 'names that every object has',
    text: steps(1, () => 'next: constructor')
      .replaceAll('source: svalka', 'source: constructor')
      .replace('ours', 'constructor'),
    found: /error unknown-target/,
  },
];

/** Nobody is shown where in the program something went wrong, nor left with a process that died. */
function isCivil({ out, err }: { out: string; err: string }) {
  expect(out + err).not.toMatch(/\n\s+at \S|FATAL ERROR|heap out of memory|node:internal/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  expect(out + err).not.toMatch(/[\x00-\x08\x0b-\x1f\u202a-\u202e]/);
}

const heldTo = (heap: number) => ({ NODE_OPTIONS: `--max-old-space-size=${heap}` });

describe('a file is told of, and the file beside it is checked', () => {
  test.each(FILES.map((one) => [one.what, one] as const))(
    '%s',
    async (_what, { text, found, heap = HEAP }) => {
      const cwd = folderWith({ 'a.yaml': script('beside', { choose: 'gone' }), 'x.yaml': text });
      const ran = await svalka(['check'], { cwd, env: heldTo(heap) });
      isCivil(ran);
      expect(ran).toMatchObject({ code: 1, err: '' });
      expect(ran.out).toMatch(/^a\.yaml:5:13 error unknown-target .*\n/);
      if (found) expect(ran.out).toMatch(new RegExp(`^x\\.yaml:(?:\\d+:\\d+ )?${found.source}`, 'm'));
      else expect(ran.out).not.toMatch(/^x\.yaml:/m);
      expect(ran.out).toMatch(/^2 files: .*\n$/m);
    },
    TIMEOUT,
  );
});

describe('what is no file of one’s own is not read', () => {
  const secret = () => join(folderWith({ 'secret.yaml': 'secret: 1\n' }), 'secret.yaml');
  const LAID: readonly (readonly [what: string, lay: (path: string) => void, says: RegExp | null])[] = [
    ['a link that leads outside', (path) => symlinkSync(secret(), path), /outside/],
    ['a link to what everybody may read', (path) => symlinkSync('/etc/passwd', path), /outside/],
    ['a link to what never ends', (path) => symlinkSync('/dev/zero', path), /outside/],
    ['a link to itself', (path) => symlinkSync('x.yaml', path), /ELOOP/],
    ['a link to nothing', (path) => symlinkSync('gone.yaml', path), /ENOENT/],
    ['a link to the folder that it lies in', (path) => symlinkSync('.', path), /not a file/],
    ['a pipe that nobody writes to', (path) => execFileSync('mkfifo', [path]), /not a file/],
    ['a folder with the name of a file', (path) => mkdirSync(path), null],
    [
      'a link to a folder outside',
      (path) => symlinkSync(join(secret(), '..'), path.replace('.yaml', '')),
      null,
    ],
  ];
  test.each(LAID)('%s', async (_what, lay, says) => {
    const cwd = folderWith({ 'a.yaml': script('beside', { choose: 'gone' }) });
    lay(join(cwd, 'x.yaml'));
    const ran = await svalka(['check'], { cwd, env: heldTo(HEAP) });
    isCivil(ran);
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toMatch(/^a\.yaml:5:13 error unknown-target /);
    expect(ran.out).not.toMatch(/secret|root:/);
    if (says) expect(ran.out).toMatch(/^x\.yaml:1:1 error unreadable-file /m);
    else expect(ran.out).not.toContain('x.yaml');
  });

  test('what never ends, named itself', async () => {
    const ran = await svalka(['check', '/dev/zero'], { env: heldTo(HEAP) });
    isCivil(ran);
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toMatch(/error unreadable-file /);
  });

  test('names that would drive a terminal, or a server’s log', async () => {
    const cwd = folderWith({
      '\u001b[2J\u202ea.yaml': 'a: 1\n',
      '::error::\n::stop-commands::x.yaml': 'a: 1\n',
    });
    for (const format of ['pretty', 'json', 'junit', 'sarif', 'github']) {
      const ran = await svalka(['check', '--format', format], { cwd });
      isCivil(ran);
      expect(ran).toMatchObject({ code: 1, err: '' });
      // Of lines that begin so, a server makes commands.
      if (format === 'github') expect(ran.out).not.toMatch(/^::(?!error file=|notice )/m);
    }
  });
});

describe('what changes between the listing of a folder and the reading of its files', () => {
  const CHANGES: readonly (readonly [
    what: string,
    change: (root: string, path: string) => void,
    reason: string,
  ])[] = [
    ['a file that vanishes', (_root, path) => unlinkSync(path), 'ENOENT'],
    ['a folder that vanishes', (root) => rmSync(root, { recursive: true }), 'ENOENT'],
    ['a folder that goes by another name', (root) => renameSync(root, `${root}-gone`), 'ENOENT'],
    [
      'a file that becomes a link outside',
      (_root, path) => {
        unlinkSync(path);
        symlinkSync('/etc/passwd', path);
      },
      'outside',
    ],
    [
      'a file that becomes a pipe',
      (_root, path) => {
        unlinkSync(path);
        execFileSync('mkfifo', [path]);
      },
      'not a file',
    ],
    [
      'a file that becomes a folder',
      (_root, path) => {
        unlinkSync(path);
        mkdirSync(path);
      },
      'not a file',
    ],
  ];
  test.each(CHANGES)('%s', async (_what, change, reason) => {
    const root = join(folderWith({ 'in/a.yaml': script('first'), 'in/b.yaml': script('second') }), 'in');
    let read = 0;
    const { docs, findings } = await readFolder(
      root,
      library,
      (path) => path.slice(root.length + 1),
      async () => {
        if (++read === 2) change(root, join(root, 'b.yaml'));
      },
    );
    expect(docs.map(({ id }) => id)).toEqual(['first']);
    expect(findings.map(({ file, line, rule, params }) => ({ file, line, rule, params }))).toEqual([
      { file: 'b.yaml', line: 1, rule: 'unreadable-file', params: { reason } },
    ]);
  });

  test('a file that grows', async () => {
    const root = folderWith({ 'a.yaml': script('first'), 'b.yaml': script('second') });
    let read = 0;
    const { findings } = await readFolder(
      root,
      library,
      (path) => path.slice(root.length + 1),
      async () => {
        if (++read === 2) writeFileSync(join(root, 'b.yaml'), Buffer.alloc(10 * MB, 0x61));
      },
    );
    expect(findings).toMatchObject([{ file: 'b.yaml', rule: 'size-limit' }]);
  });
});

describe('where it cannot run: exit 2, and why', () => {
  test(
    'more files than anybody’s content has',
    async () => {
      const cwd = folderWith({});
      for (let i = 0; i <= MAX_FILES; i++) writeFileSync(join(cwd, `${i}.yaml`), '');
      const ran = await svalka(['check'], { cwd, env: heldTo(HEAP) });
      isCivil(ran);
      expect(ran).toEqual({
        code: 2,
        out: '',
        err: `There are more than ${MAX_FILES} files. Name a smaller folder.\n`,
      });
    },
    TIMEOUT,
  );

  // Root may read everything.
  const isRoot = process.getuid?.() === 0;
  test.skipIf(isRoot)('a folder without rights', async () => {
    const cwd = folderWith({ 'in/a.yaml': script('first') });
    chmodSync(join(cwd, 'in'), 0);
    const ran = await svalka(['check', 'in'], { cwd });
    chmodSync(join(cwd, 'in'), 0o700);
    isCivil(ran);
    expect(ran).toEqual({ code: 2, out: '', err: 'in cannot be read (EACCES).\n' });
  });

  test.skipIf(isRoot)('a file without rights is a finding, and the others are read', async () => {
    const cwd = folderWith({ 'a.yaml': script('beside', { choose: 'gone' }), 'x.yaml': script('ours') });
    chmodSync(join(cwd, 'x.yaml'), 0);
    const ran = await svalka(['check'], { cwd });
    isCivil(ran);
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toMatch(/^a\.yaml:5:13 error unknown-target [\s\S]*^x\.yaml:1:1 error unreadable-file /m);
  });
});
