/** `svalka test --coverage` as a stranger's shell meets it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/content.ts';
import { folderWith } from '../support/folder.ts';
import { type Ran, svalka } from '../support/run.ts';

const LATE_PARCEL = readFileSync(join(ROOT, 'playbooks/scenarios/late-parcel.yaml'), 'utf8');
const OWN = LATE_PARCEL.replace('scenario: late-parcel', 'scenario: my-parcel');
const lineOf = (text: string) => OWN.split('\n').findIndex((line) => line.trim() === text) + 1;

const script = (about: string, turns: readonly string[], ends = 'calm') =>
  ['schema: 1', 'script: made', about, 'turns:', ...turns.map((one) => `  - ${one}`), `ends: ${ends}`].join(
    '\n',
  );
const WELL = ['tell-me', 'watch-her-wait', 'our-silence', 'courier-tonight', 'thanks-held-on'].map(
  (id) => `choose: ${id}`,
);

const FILES = {
  'own/parcel.yaml': OWN,
  'scripts/mine.script.yaml': script('scenario: my-parcel', WELL),
  'scripts/theirs.script.yaml': script('scenario: late-parcel', WELL),
};

const run = (args: readonly string[], files: Record<string, string> = FILES): Promise<Ran> =>
  svalka(['test', 'scripts', ...args], { cwd: folderWith(files) });

/** The row of a name: language, visited and all, per cent. */
const rowsOf = ({ out }: Ran, name: string) =>
  out.split('\n').flatMap((line) => (line.trim().split(/\s+/)[0] === name ? [line.trim()] : []));

describe('svalka test --coverage', () => {
  test('one’s own scenario by file and line, and a shipped one that is played by name alone', async () => {
    const ran = await run(['--coverage', '--playbooks', 'own', '--lang', 'en']);
    expect(ran.code).toBe(0);
    expect(rowsOf(ran, 'my-parcel')).toEqual([
      expect.stringMatching(/^my-parcel +sv +22\/108 +20 %$/),
      expect.stringMatching(/^my-parcel +nb +22\/108 +20 %$/),
    ]);
    expect(rowsOf(ran, 'late-parcel').length).toBe(2);
    for (const other of ['heart', 'bill-shock', 'manager']) expect(rowsOf(ran, other)).toEqual([]);
    expect(ran.out).toMatch(new RegExp(`^ +own/parcel\\.yaml:${lineOf('terms:')} hear terms$`, 'm'));
    expect(ran.out).toMatch(/^ {4}choices: hear terms, hear our-part-done/m);
    expect(ran.out).toMatch(/^4 passed, 0 failed\./m);
  });

  test('all that ships, where nothing is one’s own', async () => {
    const ran = await run(['--coverage', '--lang', 'sv'], {
      'scripts/theirs.script.yaml': FILES['scripts/theirs.script.yaml'],
    });
    expect(ran.code).toBe(0);
    for (const name of ['heart', 'bill-shock', 'manager', 'late-parcel']) {
      expect(rowsOf(ran, name).length, name).toBe(1);
    }
    expect(ran.out).toContain('Hit har inget manus kommit:');
    expect(ran.out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test.each([
    ['0', 0, ''],
    ['20.3', 0, ''],
    ['20.4', 1, '20 % is covered, and at least 20.4 % must be.\n'],
    ['100', 1, '20 % is covered, and at least 100 % must be.\n'],
  ])('--min %s, which asks for coverage by itself: %d', async (least, code, said) => {
    const ran = await run(['--min', least, '--playbooks', 'own', '--lang', 'en']);
    expect([ran.code, ran.err.replace(/^Also using.*\n/, '')]).toEqual([code, said]);
    expect(rowsOf(ran, 'my-parcel').length).toBe(2);
  });

  test.each(['101', '-1', 'many', '', '1e1', '100.5'])(
    '--min %j: 2, before anything is played',
    async (bad) => {
      const ran = await run([`--min=${bad}`, '--lang', 'sv', '--playbooks', 'own']);
      expect([ran.code, ran.out]).toEqual([2, '']);
      expect(ran.err).toContain('tal från 0 till 100');
    },
  );

  test('a script that fails is enough for 1, however much is covered', async () => {
    const ran = await run(['--min', '0', '--lang', 'nb'], {
      'scripts/a.script.yaml': script('scenario: late-parcel', WELL, 'lost'),
    });
    expect([ran.code, ran.err]).toEqual([1, '']);
    expect(rowsOf(ran, 'late-parcel')[0]).toMatch(/22\/108/);
  });

  test('as JSON, with the places of one’s own', async () => {
    const ran = await run(['--coverage', '--format', 'json', '--playbooks', 'own', '--lang', 'nb']);
    expect(ran.code).toBe(0);
    const { schemaVersion, coverage } = JSON.parse(ran.out);
    expect(schemaVersion).toBe(1);
    expect(coverage).toMatchObject({ visited: 44, all: 216, percent: 20 });
    expect(coverage.kinds.choice).toEqual({ visited: 10, all: 50 });
    const [theirs, mine] = coverage.subjects;
    expect([theirs.id, mine.id, mine.kind, mine.lang]).toEqual([
      'late-parcel',
      'my-parcel',
      'scenario',
      'nb',
    ]);
    const name = 'hear terms';
    expect(mine.unvisited).toContainEqual({
      kind: 'choice',
      name,
      file: 'own/parcel.yaml',
      line: lineOf('terms:'),
    });
    expect(theirs.unvisited).toContainEqual({ kind: 'choice', name });
    expect(mine.unreachable).toEqual([]);
  });

  test('beside JUnit, which has no place for it, on stderr', async () => {
    const ran = await run(['--coverage', '--format', 'junit', '--lang', 'nb', '--playbooks', 'own']);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^<\?xml[\s\S]*<\/testsuites>\n$/);
    expect(ran.err).toMatch(/late-parcel +nb +22\/108/);
  });

  test('without it, nothing of it', async () => {
    const ran = await run(['--format', 'json', '--lang', 'nb', '--playbooks', 'own']);
    expect(JSON.parse(ran.out).coverage ?? null).toBe(null);
  });
});
