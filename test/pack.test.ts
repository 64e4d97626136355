/** What is published, used as a stranger does: the tarball alone, through npx, in an empty folder. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGENT } from '../src/locales/catalogue.ts';
import { ROOT } from './support/content.ts';
import { bareEnv } from './support/run.ts';

interface Packed {
  readonly filename: string;
  readonly version: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** npm starts slowly, and two cores are shared with the other tests. */
const WITHIN = 120_000;

const scratch = mkdtempSync(join(tmpdir(), 'svalka-pack-'));
const home = join(scratch, 'home');
const empty = join(scratch, 'empty');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs npm with nothing of this machine's: no settings, no cache, no registry. */
function run(command: 'npm' | 'npx', args: readonly string[], cwd: string) {
  const offline = { npm_config_offline: 'true', npm_config_update_notifier: 'false' };
  return promisify(execFile)(command, args, { cwd, env: bareEnv(home, offline) });
}

let packed: Packed;
beforeAll(async () => {
  for (const folder of [home, empty]) mkdirSync(folder);
  // No scripts: `prepare` would build dist anew under the tests that run beside this one.
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', scratch];
  [packed] = JSON.parse((await run('npm', args, ROOT)).stdout) as [Packed];
}, WITHIN);

test('the tarball holds the program, its content and its papers, and nothing else', () => {
  const paths = packed.files.map((file) => file.path);
  const wanted = [
    /^bin\/svalka\.cjs$/,
    /^dist\/[\w-]+\.(cjs|json|bin)$/,
    /^dist\/content\/[\w-]+\.json$/,
    /^dist\/THIRD-PARTY-LICENSES\.txt$/,
    /^playbooks\/.+\.(yaml|json)$/,
    /^(package\.json|README\.md|LICENSE)$/,
  ];
  expect(paths.filter((path) => !wanted.some((one) => one.test(path)))).toEqual([]);
  for (const one of wanted) expect(paths).toContainEqual(expect.stringMatching(one));
  // 8.9 MB when this was written. The 19,000 lines that recognition learns from are there once, in heard.json.
  expect(packed.unpackedSize).toBeLessThan(10_000_000);
});

test('it runs through npx, without a registry and without the project', { timeout: WITHIN }, async () => {
  const svalka = (...args: string[]) =>
    run('npx', ['--yes', '--package', join(scratch, packed.filename), 'svalka', ...args], empty);

  expect((await svalka('--version')).stdout).toBe(`${packed.version}\n`);
  expect((await svalka('list', '--lang', 'sv')).stdout).toContain(AGENT.sv.list.scenarios);
  // `execFile` rejects an exit code other than 0.
  const { stdout } = await svalka();
  for (const { transcript, debrief } of Object.values(AGENT)) {
    expect(stdout).toContain(transcript);
    expect(stdout).toContain(debrief);
  }
});
