/** Faults of the world around: pipes that close, disks that fill, what must never be loaded. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../support/content.ts';
import { BIN, bareEnv } from '../support/run.ts';

const scratch = mkdtempSync(join(tmpdir(), 'svalka-edges-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs a line of shell with `svalka` as a word of it. */
function shell(line: string) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `svalka() { "${process.execPath}" "${BIN}" "$@"; }\n${line}`],
    {
      cwd: ROOT,
      env: bareEnv(scratch),
      encoding: 'utf8',
    },
  );
  return { code: status, out: stdout, err: stderr };
}

describe('a pipe that closes early', () => {
  test.each(['list --lang sv', 'show heart --lang nb', '--help', 'graph heart --format xstate', '--lang sv'])(
    'svalka %s | head -1',
    (args) => {
      const { out, err } = shell(
        `svalka ${args} 2> >(grep -v "${'svalka practice'}\\|Här kan ingen" >&2) | head -1; wait`,
      );
      expect(out.split('\n')).toHaveLength(2);
      expect(err).toBe('');
    },
  );
});

test.each(['list --lang sv', '--help'])('a full disk under stdout: svalka %s', (args) => {
  const { code, err } = shell(`svalka ${args} > /dev/full`);
  expect(err).toMatch(/^svalka: .*ENOSPC/);
  expect(err).not.toContain('    at ');
  expect(code).toBe(2);
});

test.each(['practice', 'coach', 'list --lang sv', ''])('closed stdin: svalka %s never hangs', (args) => {
  const { code, err } = shell(`svalka ${args} <&-`);
  expect(err).not.toContain('    at ');
  expect(code).toBe(args === 'practice' || args === 'coach' ? 4 : 0);
});

test('endless input is not waited for', () => {
  expect(shell('yes | svalka practice late-parcel --lang sv').code).toBe(4);
});

describe('fast: what a command loads', () => {
  /** The built-in modules and the built files that a run loads. */
  function loaded(...args: string[]) {
    const preload = join(scratch, 'loaded.cjs');
    writeFileSync(
      preload,
      `const vm = require('vm');
       const bundles = [];
       vm.Script = class extends vm.Script {
         constructor(source, options) {
           super(source, options);
           bundles.push({ file: options.filename, kept: this.cachedDataRejected === false });
         }
       };
       const before = new Set(process.moduleLoadList);
       process.on('exit', () => require('fs').writeFileSync(process.env.LOADED, JSON.stringify({
         builtin: process.moduleLoadList.filter((one) => !before.has(one)),
         files: Object.keys(require.cache).filter((file) => file !== __filename),
         bundles,
       })));`,
    );
    const report = join(scratch, 'loaded.json');
    spawnSync(process.execPath, ['--require', preload, BIN, ...args], {
      env: bareEnv(scratch, { LOADED: report }),
      stdio: 'ignore',
    });
    const { builtin, files, bundles } = JSON.parse(readFileSync(report, 'utf8')) as {
      builtin: string[];
      files: string[];
      bundles: { file: string; kept: boolean }[];
    };
    const text = bundles.map(({ file }) => readFileSync(file, 'utf8')).join('\n');
    return { builtin, files, bundles, text };
  }

  /** Words that only the library itself holds. */
  const MARKS = {
    inquirer: 'ExitPromptError',
    ora: 'discardStdin',
    'js-yaml': 'YAMLException',
    typebox: '~kind',
    'ts-fsrs': 'relearning_steps',
  };

  test('the marks are found where the libraries are', () => {
    const built = readdirSync(join(ROOT, 'dist')).filter((file) => file.endsWith('.cjs'));
    const all = built.map((file) => readFileSync(join(ROOT, 'dist', file), 'utf8')).join('\n');
    for (const mark of Object.values(MARKS)) expect(all).toContain(mark);
  });

  test.each([
    ['/lookup.cjs', '--help'],
    ['/lookup.cjs', '--version'],
    ['/lookup.cjs', '--help', '--lang', 'sv'],
    ['/threat-lookup.cjs', 'threat', 'chef', '--lang', 'sv'],
    ['/threat-lookup.cjs', 'threat', 'jag ska prata med din chef', '--json'],
    ['/threat-lookup.cjs', 'threat', 'vad kostar frakten'],
  ])('%s alone, and no module: svalka %s %s %s %s', (bundle, ...args) => {
    expect(loaded(...args)).toMatchObject({
      builtin: [],
      files: [expect.stringContaining('svalka.cjs')],
      // With what V8 compiled of it at build time.
      bundles: [{ file: expect.stringContaining(bundle), kept: true }],
    });
  });

  test.each([
    ['list', '--lang', 'sv'],
    ['show', 'heart', '--lang', 'nb'],
    ['graph', 'heart'],
  ])('svalka %s %s loads no inquirer, ora, js-yaml or validator', (...args) => {
    const { text } = loaded(...args);
    for (const [library, mark] of Object.entries(MARKS)) expect(text.includes(mark), library).toBe(false);
  });

  test.each([
    [['progress', '--lang', 'sv'], true],
    [['practice', '--script', 'x.yaml', '--lang', 'sv'], false],
  ] as const)('svalka %s: the scheduler is loaded %s', (args, wanted) => {
    const { text } = loaded(...args);
    expect(text.includes(MARKS['ts-fsrs'])).toBe(wanted);
    expect(text.includes(MARKS.inquirer) && wanted).toBe(false);
  });

  test('a bundle that another V8 compiled is compiled anew', () => {
    const copy = join(scratch, 'copy');
    cpSync(join(ROOT, 'bin'), join(copy, 'bin'), { recursive: true });
    cpSync(join(ROOT, 'dist'), join(copy, 'dist'), { recursive: true });
    for (const file of readdirSync(join(copy, 'dist')).filter((name) => name.endsWith('.v8'))) {
      const bytes = readFileSync(join(copy, 'dist', file));
      bytes.fill(0, 4, 12);
      writeFileSync(join(copy, 'dist', file), bytes);
    }
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(copy, 'bin/svalka.cjs'), ...args], {
        env: bareEnv(scratch),
        encoding: 'utf8',
      });
    expect(run('threat', 'jag ska prata med din chef', '--json')).toMatchObject({ status: 0, stderr: '' });
    expect(run('list', '--lang', 'sv')).toMatchObject({ status: 0, stderr: '' });
  });

  test('the lookup bundle and the command line stay small', () => {
    const kib = (...names: string[]) =>
      names.reduce((sum, name) => sum + statSync(join(ROOT, 'dist', name)).size, 0) / 1024;
    expect(kib('lookup.cjs')).toBeLessThan(8);
    expect(kib('help.json')).toBeLessThan(16);
    expect(kib('main.cjs')).toBeLessThan(128);
    expect(kib('threat-lookup.cjs')).toBeLessThan(32);
    expect(kib('threats.json')).toBeLessThan(128);
    expect(kib('threats.bin', 'words.bin', 'languages.bin')).toBeLessThan(768);
  });
});

test('one bundle alone can start a process: that of the person’s own editor', () => {
  const built = readdirSync(join(ROOT, 'dist')).filter((file) => file.endsWith('.cjs'));
  const able = built.filter((file) =>
    readFileSync(join(ROOT, 'dist', file), 'utf8').includes('child_process'),
  );
  expect(able).toEqual(['editor.cjs']);
});

test('private by default: no network module can be reached', () => {
  const preload = join(scratch, 'deny.cjs');
  writeFileSync(
    preload,
    `const Module = require('module'); const load = Module._load;
     const denied = /^(node:)?(net|http|https|http2|dns|dgram|tls|child_process|worker_threads|cluster|inspector|vm)(\\/|$)/;
     // bin/svalka.cjs loads the bundles with node:vm, before any of them has run.
     let first = true;
     Module._load = function (id, ...rest) {
       if (id === 'node:vm' && first) first = false;
       else if (denied.test(id)) throw new Error('denied ' + id);
       return load.call(this, id, ...rest);
     };`,
  );
  const script = 'playbooks/scripts/late-parcel-wins.script.yaml';
  const runs = [
    ['list'],
    ['show', 'heart'],
    ['practice', 'late-parcel', '--script', script],
    ['list', '--playbooks', 'playbooks'],
    ['progress'],
    ['draft'],
    ['draft', 'new', '--text', 'LICENSE'],
    ['data'],
    ['data', 'export'],
    [],
  ];
  for (const args of runs) {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', preload, BIN, ...args, '--lang', 'sv'],
      {
        cwd: ROOT,
        env: bareEnv(scratch),
        encoding: 'utf8',
      },
    );
    expect(stderr).not.toContain('denied');
    expect(status).toBe(0);
  }
});
