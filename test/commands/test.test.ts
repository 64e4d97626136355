/** `svalka test` as a stranger's shell and a CI server meet it. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/commands/test.ts';
import { passingOver } from '../support/checked.ts';
import { folderWith } from '../support/folder.ts';
import { BIN, bareEnv, svalka } from '../support/run.ts';
import { KEY, Terminal } from '../support/terminal.ts';

/** A script over a shipped scenario, whose first step is over after one good answer. */
const scriptWith = (id: string, step: string, more = '') => `schema: 1
script: ${id}
scenario: late-parcel # of ours
${more}turns:
  - choose: tell-me
    expect: { step: ${step} } # so
`;
const PASSES = scriptWith('good', 'empathize');
const FAILS = scriptWith('bad', 'thank');
const BROKEN = 'schema: 1\nscript: broken\nscenario: [\n';

const GOOD = { 'playbooks/good.script.yaml': PASSES };
const BAD = { 'playbooks/bad.script.yaml': FAILS };
const BOTH = { ...GOOD, ...BAD };

/** A playbook of one's own and a script that walks it. */
const OWN = {
  'mine/own.yaml': passingOver('own', []),
  'own.script.yaml': `schema: 1
script: own
playbook: own
turns:
  - choose: one
  - choose: one
    expect: { step: unresolved }
`,
};

interface Case {
  readonly what: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly code: number;
  readonly out?: RegExp | '';
  readonly err?: RegExp | '';
}

const ran: readonly Case[] = [
  { what: 'all that is expected is so', files: GOOD, code: 0, out: /^2 passed, 0 failed\.\n$/, err: '' },
  {
    what: 'something is not so: where, said, heard, expected, seen',
    files: BAD,
    code: 1,
    out: /^playbooks\/bad\.script\.yaml:6:21 bad \(sv\)\n {2}1\. hear {2}\S[\s\S]*heard: hear · [\s\S]* step: expected thank, seen empathize\n[\s\S]*bad \(nb\)[\s\S]*\n0 passed, 2 failed\.\n$/,
    err: '',
  },
  { what: 'one of two fails', files: BOTH, code: 1, out: /\n2 passed, 2 failed\.\n$/, err: '' },
  {
    what: 'a broken script fails; the others are played',
    files: { ...GOOD, 'playbooks/broken.script.yaml': BROKEN },
    code: 1,
    out: /^playbooks\/broken\.script\.yaml:3:11 error unclosed-bracket [\s\S]*\n2 passed, 1 failed\.\n$/,
    err: '',
  },
  {
    what: 'a script about what is not there fails',
    files: { 'a.script.yaml': PASSES.replace('late-parcel', 'late-parsel') },
    code: 1,
    out: /^a\.script\.yaml:3:11 error unknown-target .*late-parcel/,
    err: '',
  },
  {
    what: 'a script that expects nothing fails',
    files: { 'a.script.yaml': PASSES.replace(/ {4}expect.*\n/, '') },
    code: 1,
    out: /^a\.script\.yaml:2:9 good \(sv\)\n[\s\S]*\n {2}The script expects nothing\./,
    err: '',
  },
  {
    what: 'in one language',
    files: GOOD,
    args: ['--lang', 'nb'],
    code: 0,
    out: /^1 gikk bra, 0 gikk galt\.\n$/,
    err: '',
  },
  {
    what: 'English is no language of a conversation',
    files: GOOD,
    args: ['--lang', 'en'],
    code: 0,
    out: /^2 passed/,
    err: '',
  },
  {
    what: 'in Swedish',
    files: BAD,
    args: ['--lang', 'sv'],
    code: 1,
    out: /väntat thank, sett empathize/,
    err: '',
  },
  {
    what: 'a script of one language',
    files: { 'a.script.yaml': scriptWith('a', 'empathize', 'lang: sv\n') },
    code: 0,
    out: /^1 passed/,
    err: '',
  },
  {
    what: 'a script of another language than is asked for',
    files: { 'a.script.yaml': scriptWith('a', 'empathize', 'lang: sv\n') },
    args: ['--lang', 'nb'],
    code: 2,
    out: '',
    err: /«nb»/,
  },
  {
    what: 'by name',
    files: BOTH,
    args: ['--filter', 'goo'],
    code: 0,
    out: /^2 passed, 0 failed, 2 left out\.\n$/,
    err: '',
  },
  {
    what: 'by file',
    files: BOTH,
    args: ['--filter', 's/bad.'],
    code: 1,
    out: /\n0 passed, 2 failed, 2 left out\.\n$/,
    err: '',
  },
  {
    what: 'a filter passes over broken scripts too',
    files: { ...GOOD, 'playbooks/x.script.yaml': BROKEN },
    args: ['--filter', 'good'],
    code: 0,
    out: /^2 passed, 0 failed\.\n$/,
    err: '',
  },
  {
    what: 'a filter that nothing passes',
    files: BOTH,
    args: ['--filter', 'nowhere'],
    code: 2,
    out: '',
    err: /^No script matches "nowhere"\.\n$/,
  },
  {
    what: 'the first failure is the last',
    files: BOTH,
    args: ['--fail-fast'],
    code: 1,
    out: /\n0 passed, 1 failed, 3 left out\.\n$/,
    err: '',
  },
  {
    what: 'a broken script is a failure',
    files: { ...GOOD, 'playbooks/x.script.yaml': BROKEN },
    args: ['--fail-fast'],
    code: 1,
    out: /\n0 passed, 1 failed, 2 left out\.\n$/,
    err: '',
  },
  {
    what: 'json',
    files: BOTH,
    args: ['--format', 'json'],
    code: 1,
    out: /^\{"schemaVersion":1,"passed":2,"failed":2,.*\}\n$/,
    err: '',
  },
  {
    what: 'junit',
    files: BOTH,
    args: ['--format', 'junit'],
    code: 1,
    out: /^<\?xml [\s\S]*tests="4" failures="2"[\s\S]*name="bad \(nb\)"[\s\S]*<\/testsuites>\n$/,
    err: '',
  },
  {
    what: 'junit of what passes',
    files: GOOD,
    args: ['--format', 'junit'],
    code: 0,
    out: /name="good \(nb\)"\/>/,
    err: '',
  },
  {
    what: 'a format that there is not',
    files: GOOD,
    args: ['--format', 'sarif'],
    code: 2,
    out: '',
    err: /"sarif".*pretty, json, junit/,
  },
  {
    what: 'nothing at all',
    files: {},
    code: 2,
    out: '',
    err: /^There is no script \(\*\.script\.yaml\) in \.\.\n$/,
  },
  {
    what: 'a folder without scripts',
    files: { 'playbooks/a.yaml': passingOver('own', []), ...{ 'a.script.yaml': PASSES } },
    code: 2,
    out: '',
    err: /in playbooks\./,
  },
  {
    what: 'a path that is not there',
    files: GOOD,
    args: ['nowhere'],
    code: 2,
    out: '',
    err: /nowhere cannot be read \(ENOENT\)/,
  },
  {
    what: 'a path that is not there, beside one that is',
    files: GOOD,
    args: ['playbooks', 'nowhere'],
    code: 2,
    out: '',
    err: /ENOENT/,
  },
  {
    what: 'a file that is no script',
    files: OWN,
    args: ['mine/own.yaml'],
    code: 2,
    out: '',
    err: /^mine\/own\.yaml is not a script\./,
  },
  {
    what: 'a file that is named',
    files: BOTH,
    args: ['playbooks/good.script.yaml'],
    code: 0,
    out: /^2 passed/,
    err: '',
  },
  {
    what: 'a script of any name, where it is named',
    files: { 'a.yaml': PASSES },
    args: ['a.yaml'],
    code: 0,
    out: /^2 passed/,
    err: '',
  },
  {
    what: 'a file that is named twice',
    files: GOOD,
    args: ['playbooks', 'playbooks/good.script.yaml', './playbooks/../playbooks'],
    code: 0,
    out: /^2 passed/,
    err: '',
  },
  {
    what: 'a playbook of one’s own',
    files: OWN,
    args: ['own.script.yaml', '--playbooks', 'mine'],
    code: 0,
    out: /^2 passed/,
    err: /^Also using 1 file from mine\.\n$/,
  },
  {
    what: 'without saying where it is',
    files: OWN,
    args: ['own.script.yaml'],
    code: 1,
    out: /:3:11 error unknown-target/,
    err: '',
  },
  {
    what: 'a playbook of one’s own that is broken',
    files: { ...OWN, 'mine/own.yaml': 'schema: 1\nplaybook: [\n' },
    args: ['own.script.yaml', '--playbooks', 'mine'],
    code: 2,
    out: '',
    err: /\nmine\/own\.yaml:2:11 error[\s\S]*Nothing from mine is used/,
  },
  {
    what: 'a folder of playbooks that is not there',
    files: OWN,
    args: ['--playbooks', 'nowhere'],
    code: 2,
    out: '',
    err: /nowhere/,
  },
  {
    what: 'what is piped in is not read',
    files: GOOD,
    stdin: 'schema: 1',
    code: 0,
    out: /^2 passed/,
    err: '',
  },
  {
    what: 'without Unicode',
    files: BAD,
    env: { LC_ALL: 'C' },
    code: 1,
    out: /heard: hear - \d -> \d - empathize/,
    err: '',
  },
  ...['--watch', '--fail-fast', '--coverage', '--format json'].map((other) => ({
    what: `--update and ${other}`,
    files: BAD,
    args: ['--update', ...other.split(' ')],
    code: 2,
    out: '' as const,
    err: new RegExp(`^--update and ${other} do not go together\\.\\n$`),
  })),
];

describe('as the page of commands says', () => {
  test.each(ran)('$what: $code', async ({ files = {}, args = [], env = {}, stdin = '', code, out, err }) => {
    const ran = await svalka(['test', ...args], { cwd: folderWith(files), env, stdin });
    expect(ran).toMatchObject({ code });
    for (const [wanted, got] of [
      [out, ran.out],
      [err, ran.err],
    ] as const) {
      if (wanted === '') expect(got).toBe('');
      else if (wanted) expect(got).toMatch(wanted);
    }
  });
});

/** Many scripts that fail, each in its own file. */
const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${i}.script.yaml`, scriptWith(`s${i}`, 'thank')]),
  );
const textsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.script.yaml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

describe('from run to run', () => {
  test.each(FORMATS)('the same output, whatever the order in which files are named: %s', async (format) => {
    const cwd = folderWith({ ...many(20), 'broken.script.yaml': BROKEN });
    const names = readdirSync(cwd);
    const runs = await Promise.all(
      [['.'], ['.'], names, names.toReversed()].map((args) =>
        svalka(['test', ...args, '--format', format], { cwd }),
      ),
    );
    expect(new Set(runs.map(({ out }) => out)).size).toBe(1);
    expect(runs[0]?.out).toContain('s19');
  });

  test('what is on the screen does not depend on the window or the locale', async () => {
    const shows = 'expect: { shows: "”Ta det från början" }';
    const cwd = folderWith({
      'a.script.yaml': scriptWith('a', 'thank', 'lang: sv\n').replace(/expect.*/, shows),
    });
    const json = (env: Record<string, string>) => svalka(['test', '--format', 'json'], { cwd, env });
    const [plain, ascii, narrow] = await Promise.all([
      json({}),
      json({ LC_ALL: 'C' }),
      json({ COLUMNS: '30' }),
    ]);
    expect(plain.code).toBe(0);
    expect(ascii.out).toBe(plain.out);
    expect(narrow.out).toBe(plain.out);
  });
});

describe('--update', () => {
  test('shows the difference, writes it, and then all passes', async () => {
    const cwd = folderWith(BOTH);
    const updated = await svalka(['test', '--update'], { cwd });
    expect(updated).toEqual({
      code: 0,
      err: '',
      out: [
        '--- playbooks/bad.script.yaml',
        '+++ playbooks/bad.script.yaml',
        '@@ -3,4 +3,4 @@',
        ' scenario: late-parcel # of ours',
        ' turns:',
        '   - choose: tell-me',
        '-    expect: { step: thank } # so',
        '+    expect: { step: empathize } # so',
        '1 expectation rewritten in 1 script.',
        '',
      ].join('\n'),
    });
    expect(readFileSync(join(cwd, 'playbooks/bad.script.yaml'), 'utf8')).toBe(scriptWith('bad', 'empathize'));
    expect(readFileSync(join(cwd, 'playbooks/good.script.yaml'), 'utf8')).toBe(PASSES);
    expect((await svalka(['test'], { cwd })).code).toBe(0);
    expect(await svalka(['test', '--update'], { cwd })).toMatchObject({
      code: 0,
      out: '4 passed, 0 failed.\n',
    });
  });

  test('what cannot be rewritten is said, and the rest is: 1', async () => {
    const more = '    expect: { step: thank, shows: "nowhere" }\n  - choose: no-such\n';
    const cwd = folderWith({
      'a.script.yaml': PASSES.replace(/ {4}expect.*\n/, more).replace('no-such', 'tell-me'),
      'broken.script.yaml': BROKEN,
    });
    const { code, out } = await svalka(['test', '--update'], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/\n\+ {4}expect: \{ step: empathize, shows/);
    expect(out).toMatch(/shows: expected nowhere/);
    expect(out).toMatch(/"tell-me" cannot be played here/);
    expect(out).toMatch(/broken\.script\.yaml:3:11 error/);
    expect(out).toMatch(/\n1 expectation rewritten in 1 script, 5 failures left\.\n$/);
    expect(readFileSync(join(cwd, 'a.script.yaml'), 'utf8')).toContain('step: empathize, shows: "nowhere"');
  });

  test.each([[], ['--lang', 'sv']])(
    'what differs between the languages is not written: 1 %s %s',
    async (...lang) => {
      // In Norwegian there is no such phrase, so the turn cannot be played there.
      const [path, text] = ['own.script.yaml', OWN['own.script.yaml'].replace('unresolved', 'thank')];
      const cwd = folderWith({
        [path]: text,
        'mine/own.yaml': OWN['mine/own.yaml'].replaceAll('{ one: "F', '{ two: "F'),
      });
      const { code, out } = await svalka(['test', '--update', path, '--playbooks', 'mine', ...lang], { cwd });
      expect(code).toBe(1);
      expect(out).not.toContain('+++');
      expect(out).toMatch(
        lang.length > 0
          ? /own\.script\.yaml: svenskan och norskan/
          : /own\.script\.yaml: Swedish and Norwegian/,
      );
      expect(out).toMatch(/0 .*0 .*, 2 .*\.\n$/);
      expect(readFileSync(join(cwd, path), 'utf8')).toBe(text);
    },
  );

  test('what is said in one language only does not keep the rest from being written', async () => {
    const cwd = folderWith({
      'a.script.yaml': PASSES.replace(/expect.*/, 'expect: { shows: "Ta det från början", step: thank }'),
    });
    const { code, out } = await svalka(['test', '--update'], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/\n\+ .*step: empathize/);
    expect(out).toMatch(/\n1 expectation rewritten in 1 script, 1 failure left\.\n$/);
  });

  test('a file that is anchored and repeated is not written: 1', async () => {
    const text = `schema: 1
script: anchored
scenario: late-parcel
turns:
  - choose: tell-me
    expect: &same { step: thank }
  - choose: tell-me
    expect: *same
`;
    const cwd = folderWith({
      'a.script.yaml': text.replace(
        / {2}- choose: tell-me\n {4}expect: \*same/,
        '  - skip: true\n    expect: *same',
      ),
    });
    const before = textsIn(cwd);
    const { code, out } = await svalka(['test', '--update'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('a.script.yaml is written in a way that cannot be rewritten safely.');
    expect(out).toMatch(/\n0 expectations rewritten in 0 scripts, 4 failures left\.\n$/);
    expect(textsIn(cwd)).toEqual(before);
  });

  test('what holds in both languages is asked in both, also with --lang', async () => {
    const cwd = folderWith(BAD);
    const { code, out } = await svalka(['test', '--update', '--lang', 'sv'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('1 förväntan omskriven i 1 manus.');
    expect((await svalka(['test'], { cwd })).code).toBe(0);
  });

  test('a byte order mark, the permissions and a link stay', async () => {
    const cwd = folderWith({ 'there/a.script.yaml': `\ufeff${FAILS}` });
    chmodSync(join(cwd, 'there/a.script.yaml'), 0o640);
    mkdirSync(join(cwd, 'here'));
    symlinkSync('../there/a.script.yaml', join(cwd, 'here/a.script.yaml'));
    expect((await svalka(['test', '--update', 'here'], { cwd })).code).toBe(0);
    const path = join(cwd, 'there/a.script.yaml');
    expect(readFileSync(path, 'utf8')).toBe(`\ufeff${scriptWith('bad', 'empathize')}`);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readFileSync(join(cwd, 'here/a.script.yaml'), 'utf8')).toBe(readFileSync(path, 'utf8'));
  });

  test('a file whose name drives a terminal is written where it is', async () => {
    const name = 'a\u001b[2J\u202e.script.yaml';
    const cwd = folderWith({ [name]: FAILS });
    const { code, out } = await svalka(['test', '--update'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('--- a[2J.script.yaml\n');
    expect(readdirSync(cwd)).toEqual([name]);
    expect(readFileSync(join(cwd, name), 'utf8')).toContain('empathize');
  });

  test('in a folder that cannot be written: 2, and what is there stays', async ({ skip }) => {
    // Whoever may write everywhere still cannot where nothing may change.
    const isRoot = process.getuid?.() === 0;
    const cwd = folderWith(BAD);
    const folder = join(cwd, 'playbooks');
    if (isRoot) spawnSync('chattr', ['+i', folder]);
    else chmodSync(folder, 0o500);
    try {
      const locked = spawnSync('touch', [join(folder, 'x')]).status !== 0;
      if (!locked) return skip();
      const { code, out, err } = await svalka(['test', '--update'], { cwd });
      expect(code).toBe(2);
      expect(out).toMatch(/^--- playbooks\/bad\.script\.yaml\n/);
      expect(out).not.toContain('rewritten');
      expect(err).toMatch(/^playbooks\/bad\.script\.yaml cannot be written \(E\w+\)\.\n$/);
      expect(readdirSync(folder)).toEqual(['bad.script.yaml']);
      expect(readFileSync(join(folder, 'bad.script.yaml'), 'utf8')).toBe(FAILS);
    } finally {
      if (isRoot) spawnSync('chattr', ['-i', folder]);
      else chmodSync(folder, 0o700);
    }
  });

  test('killed in the middle: every file is as it was or as it will be', async () => {
    const count = 120;
    for (const delay of [0, 10]) {
      const cwd = folderWith(many(count));
      const child = spawn(process.execPath, [BIN, 'test', '--update'], {
        cwd,
        env: bareEnv(join(cwd, '.home')),
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
      const isBegun = () => textsIn(cwd).some((text) => text.includes('empathize'));
      while (child.exitCode === null && !isBegun()) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill('SIGKILL');
      expect(await ended).toBe('SIGKILL');
      const texts = textsIn(cwd);
      expect(texts).toHaveLength(count);
      expect(texts.some((text) => text.includes('thank'))).toBe(true);
      for (const text of texts) {
        const [, id = '', step = ''] = /script: (.*)[\s\S]*step: (\w+)/.exec(text) ?? [];
        expect(text).toBe(scriptWith(id, step));
      }
      // What was left lying about is not taken for a script, and the rest can be done.
      expect((await svalka(['test', '--update'], { cwd })).code).toBe(0);
      expect(textsIn(cwd).every((text) => text.includes('empathize'))).toBe(true);
    }
  });
});

describe('at the edges', () => {
  const shell = (cwd: string, line: string) => {
    const run = `svalka() { "${process.execPath}" "${BIN}" "$@"; }\n${line}`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', run], {
      cwd,
      env: bareEnv(join(cwd, '.home')),
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  };

  test.each(FORMATS)('a pipe that closes early is no fault: %s', (format) => {
    const cwd = folderWith(many(300));
    const { out, err, code } = shell(cwd, `svalka test --format ${format} | head -1; exit $PIPESTATUS`);
    expect(out.split('\n')).toHaveLength(2);
    expect(err).toBe('');
    expect(code).toBe(1);
  });

  test('--update does what it was asked, though nobody reads on', () => {
    const cwd = folderWith(many(300));
    const { err, code } = shell(cwd, 'svalka test --update | head -1; exit $PIPESTATUS');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(textsIn(cwd).every((text) => text.includes('empathize'))).toBe(true);
  });

  test.each(['', '--format json', '--format junit'])('a full disk under stdout: 2 %s', (args) => {
    const { code, err } = shell(folderWith(BOTH), `svalka test ${args} > /dev/full`);
    expect(code).toBe(2);
    expect(err).toMatch(/^svalka: .*ENOSPC.*\n$/);
  });

  test('--update rewrites nothing whose difference could not be shown: 2', () => {
    const cwd = folderWith(many(3));
    const before = textsIn(cwd);
    const { code, err } = shell(cwd, 'svalka test --update > /dev/full');
    expect(code).toBe(2);
    expect(err).toMatch(/^svalka: .*ENOSPC.*\n$/);
    expect(textsIn(cwd)).toEqual(before);
  });
});

describe('--watch', () => {
  /** A run without a terminal; `err` is all that it has said. */
  function watching(cwd: string, ...args: string[]) {
    const child = spawn(process.execPath, [BIN, 'test', '--watch', ...args], {
      cwd,
      env: bareEnv(join(cwd, '.home')),
      stdio: 'pipe',
    });
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
    const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
    const rounds = () => said.err.split('Watching').length - 1;
    const round = async (number: number) => {
      const began = Date.now();
      while (rounds() < number) {
        if (Date.now() - began > 20_000) throw new Error(`no round ${number}: ${JSON.stringify(said)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const stop = () => {
      child.kill('SIGINT');
      return ended;
    };
    return { said, round, rounds, stop, kill: () => child.kill('SIGKILL') };
  }

  test('runs again when a script is saved, and leaves with 130', async () => {
    const cwd = folderWith(BAD);
    const { said, round, stop } = watching(cwd);
    await round(1);
    expect(said.out).toMatch(/\n0 passed, 2 failed\.\n$/);
    writeFileSync(join(cwd, 'playbooks/bad.script.yaml'), scriptWith('bad', 'empathize'));
    await round(2);
    expect(said.out).toMatch(/\n2 passed, 0 failed\.\n$/);
    expect(said.err).toMatch(
      /\n-{40}\nChanged: playbooks\/bad\.script\.yaml\nWatching playbooks\. Ctrl-C ends\.\n$/,
    );
    expect(await stop()).toBe(130);
  });

  test('saved in steps it runs once; what is no content does not count', async () => {
    const cwd = folderWith(BAD);
    const { round, rounds, stop } = watching(cwd);
    await round(1);
    writeFileSync(join(cwd, 'playbooks/run.log'), 'x');
    writeFileSync(join(cwd, 'playbooks/.bad.script.yaml.swp'), 'x');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(rounds()).toBe(1);
    for (let i = 0; i < 5; i++) {
      writeFileSync(join(cwd, 'playbooks/new.yaml'), PASSES);
      renameSync(join(cwd, 'playbooks/new.yaml'), join(cwd, 'playbooks/bad.script.yaml'));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await round(2);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(rounds()).toBe(2);
    expect(await stop()).toBe(130);
  });

  test('outlives what it watches: broken, gone, back again, in a folder that is new', async () => {
    const cwd = folderWith({ ...GOOD, ...OWN });
    const { said, round, stop } = watching(cwd, 'playbooks', '--playbooks', 'mine');
    await round(1);
    writeFileSync(join(cwd, 'mine/own.yaml'), 'schema: 1\nplaybook: [\n');
    await round(2);
    expect(said.err).toContain('mine/own.yaml:2:11 error');
    writeFileSync(join(cwd, 'mine/own.yaml'), passingOver('own', []));
    await round(3);
    rmSync(join(cwd, 'playbooks/good.script.yaml'));
    await round(4);
    expect(said.err).toContain('There is no script');
    rmSync(join(cwd, 'playbooks'), { recursive: true });
    await round(5);
    expect(said.err).toContain('playbooks cannot be read (ENOENT)');
    mkdirSync(join(cwd, 'playbooks/deep'), { recursive: true });
    await round(6);
    writeFileSync(join(cwd, 'playbooks/deep/good.script.yaml'), PASSES);
    await round(7);
    expect(said.out).toMatch(/2 passed, 0 failed\.\n$/);
    expect(await stop()).toBe(130);
  });

  test('a folder that may not be read does not end it', async () => {
    const cwd = folderWith({ ...GOOD, 'playbooks/closed/a.yaml': '' });
    rmSync(join(cwd, 'playbooks/closed/a.yaml'));
    const { round, stop } = watching(cwd);
    await round(1);
    chmodSync(join(cwd, 'playbooks/closed'), 0o000);
    try {
      writeFileSync(join(cwd, 'playbooks/good.script.yaml'), PASSES);
      await round(2);
      expect(await stop()).toBe(130);
    } finally {
      chmodSync(join(cwd, 'playbooks/closed'), 0o700);
    }
  });

  test('a path that is not there is a mistake: 2, at once', async () => {
    expect(await svalka(['test', '--watch', 'nowhere'], { cwd: folderWith(GOOD) })).toMatchObject({
      code: 2,
      out: '',
    });
  });

  test('on a terminal the screen is emptied; Ctrl-C leaves with 130', async () => {
    const cwd = folderWith(BAD);
    const terminal = new Terminal(['test', join(cwd, 'playbooks'), '--watch', '--lang', 'en']);
    try {
      await terminal.see('Ctrl-C ends.');
      expect(terminal.screen()).toContain('0 passed, 2 failed.');
      writeFileSync(join(cwd, 'playbooks/bad.script.yaml'), scriptWith('bad', 'empathize'));
      await terminal.see('2 passed, 0 failed.');
      expect(terminal.screen()).not.toContain('0 passed, 2 failed.');
      expect(terminal.screen()).not.toContain('-----');
      terminal.type(KEY.ctrlC);
      expect(await terminal.exit(5_000)).toBe(130);
    } finally {
      terminal.close();
    }
  });
});
