/** What a team takes over, the hook and the workflow, tested by running what they run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOST_LINE, only, passingOver, settings } from './support/checked.ts';
import { ROOT } from './support/content.ts';
import { BIN, bareEnv } from './support/run.ts';

const scratch = mkdtempSync(join(tmpdir(), 'svalka-adoption-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const home = join(scratch, 'home');
mkdirSync(home);
/** Nothing of this machine's: no settings of git or npm, no registry. */
const env = bareEnv(home, {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
  CI: 'true',
});

/** Runs a program in a folder: its exit code, and all that it wrote. */
function run(cwd: string, command: string, args: readonly string[], more: Record<string, string> = {}) {
  const ran = spawnSync(command, args, { cwd, env: { ...env, ...more }, encoding: 'utf8', timeout: 120_000 });
  return { code: ran.status, out: `${ran.stdout}${ran.stderr}` };
}
const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, env, encoding: 'utf8' });

const yaml = (path: string) => load(readFileSync(join(ROOT, path), 'utf8'));
const { bin, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Only one rule is on, so that these tests know what is found. */
const CONFIG = settings(only('unreachable-step'));
const FINE = passingOver('mine', []);
const WRONG = passingOver('mine', ['lost']);
const PLACE = `playbooks/mine.yaml:${LOST_LINE}:3 error unreachable-step`;

describe('.pre-commit-hooks.yaml', () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly files: string;
    readonly pass_filenames: boolean;
  }
  const [hook, ...others] = yaml('.pre-commit-hooks.yaml') as [Hook, ...Hook[]];

  test('one hook, whose program the package has', () => {
    expect(others).toEqual([]);
    expect(hook).toMatchObject({ id: 'svalka-check', language: 'node' });
    expect(Object.keys(bin)).toContain(hook.entry.split(' ')[0]);
  });

  test.each([
    ['playbooks/mine.yaml', true],
    ['playbooks/threats/mine.yml', true],
    ['playbooks/mine.yaml.bak', false],
    ['playbooks/schema/playbook.schema.json', false],
    ['other/playbooks/mine.yaml', false],
    ['.github/workflows/content.yml', false],
    ['README.md', false],
  ])('%s: %s', (path, wanted) => {
    expect(new RegExp(hook.files).test(path)).toBe(wanted);
  });

  test('a commit with a finding is stopped, with its place; mended, it goes through', () => {
    const repository = join(scratch, 'hooked');
    const programs = join(scratch, 'bin');
    for (const folder of [programs, join(repository, 'playbooks')]) mkdirSync(folder, { recursive: true });
    writeFileSync(join(programs, 'svalka'), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
    chmodSync(join(programs, 'svalka'), 0o755);
    git(repository, 'init', '--quiet');
    // What pre-commit does: where staged files match, it runs the entry, here without their names.
    expect(hook.pass_filenames).toBe(false);
    const script = `#!/bin/sh\ngit diff --cached --name-only --diff-filter=ACMR | grep -qE '${hook.files}' || exit 0\nexec ${hook.entry}\n`;
    writeFileSync(join(repository, '.git/hooks/pre-commit'), script);
    chmodSync(join(repository, '.git/hooks/pre-commit'), 0o755);

    const PATH = `${programs}:${process.env.PATH}`;
    const commit = (files: Record<string, string>) => {
      for (const [path, text] of Object.entries(files)) writeFileSync(join(repository, path), text);
      git(repository, 'add', '--all');
      return run(repository, 'git', ['commit', '--quiet', '--message', 'x'], { PATH });
    };
    const stopped = commit({ 'svalka.config.json': CONFIG, 'playbooks/mine.yaml': WRONG });
    expect(stopped.out).toContain(PLACE);
    expect(stopped.code).not.toBe(0);
    expect(commit({ 'playbooks/mine.yaml': FINE })).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 file: 0 errors'),
    });
    // Of a change that is none of its business, it says nothing.
    expect(commit({ 'README.md': 'Hej.' })).toEqual({ code: 0, out: '' });
    expect(git(repository, 'log', '--oneline').trim().split('\n')).toHaveLength(2);
  });
});

describe('.github/workflows/content.yml', () => {
  interface Step {
    readonly uses?: string;
    readonly run?: string;
    readonly if?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }
  interface Workflow {
    readonly on: object;
    readonly permissions: object;
    readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
  }
  const workflow = yaml('.github/workflows/content.yml') as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  /** A repository of playbooks that has svalka among its devDependencies. */
  const team = join(scratch, 'team');
  beforeAll(() => {
    mkdirSync(join(team, 'playbooks'), { recursive: true });
    const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', team];
    const [packed] = JSON.parse(execFileSync('npm', args, { cwd: ROOT, env, encoding: 'utf8' }));
    const devDependencies = { svalka: `file:${packed.filename}` };
    writeFileSync(join(team, 'package.json'), JSON.stringify({ private: true, devDependencies }));
    writeFileSync(join(team, '.gitignore'), 'node_modules/\n');
    writeFileSync(join(team, 'svalka.config.json'), CONFIG);
    expect(run(team, 'npm', ['install', '--package-lock-only'])).toMatchObject({ code: 0 });
    git(team, 'init', '--quiet');
  }, 120_000);

  /** Commits a playbook, and runs each step in a fresh clone as GitHub's runner does. */
  function runsOn(playbook: string) {
    writeFileSync(join(team, 'playbooks/mine.yaml'), playbook);
    git(team, 'add', '--all');
    git(team, 'commit', '--quiet', '--message', 'x');
    const clone = mkdtempSync(join(scratch, 'clone-'));
    git(scratch, 'clone', '--quiet', team, clone);
    let failed = false;
    return steps.flatMap(({ run: script, if: condition }) => {
      if (script === undefined || failed !== (condition === 'failure()')) return [];
      const ran = run(clone, 'bash', ['-e', '-c', script]);
      failed ||= ran.code !== 0;
      return [{ script, ...ran }];
    });
  }

  test('it reads, and no more; with a Node that svalka runs on', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.keys(workflow.on)).toEqual(['pull_request', 'push']);
    expect(steps.map(({ uses, run: script }) => uses ?? script)).toEqual([
      expect.stringMatching(/^actions\/checkout@v\d+$/),
      expect.stringMatching(/^actions\/setup-node@v\d+$/),
      'npm ci',
      expect.stringMatching(/^npx .*svalka check --format github$/),
      expect.stringMatching(/^npx .*svalka check$/),
    ]);
    const oldest = Number(/\d+/.exec(engines.node)?.[0]);
    expect(steps[1]?.with?.['node-version']).toBeGreaterThan(oldest);
  });

  test('nothing wrong: green, and the last step is not run', { timeout: 120_000 }, () => {
    const ran = runsOn(FINE);
    expect(ran.map(({ code }) => code)).toEqual([0, 0]);
    expect(ran[1]?.out).toMatch(/^1 file: 0 errors, 0 warnings\.$/m);
  });

  test('a finding: beside its line, then in full, and red', { timeout: 120_000 }, () => {
    const ran = runsOn(WRONG);
    expect(ran.map(({ code }) => code)).toEqual([0, 1, 1]);
    expect(ran[1]?.out).toMatch(
      new RegExp(
        `^::error file=playbooks/mine\\.yaml,line=${LOST_LINE},col=3,endColumn=7,title=unreachable-step::`,
        'm',
      ),
    );
    expect(ran[2]?.out).toContain(PLACE);
  });

  test('it runs here too, without building anything anew', { timeout: 120_000 }, () => {
    const script = steps.find(({ run: one }) => one?.includes('github'))?.run ?? '';
    const { out } = run(ROOT, 'bash', ['-e', '-c', script]);
    expect(out).toMatch(/^\d+ files: \d+ errors?, \d+ warnings?\.$/m);
  });
});
