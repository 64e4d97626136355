/** `svalka test --walk` and `--random` as CI meets them. */
import { describe, expect, test } from 'vitest';
import { folderWith, playbook } from '../support/folder.ts';
import { svalka } from '../support/run.ts';

describe('refused', () => {
  test.each([
    { args: ['--walk', 'a.script.yaml'], says: /not at scripts/ },
    { args: ['--random', '10', 'a.script.yaml'], says: /not at scripts/ },
    { args: ['--walk', '--filter', 'zzz'], says: /"zzz"/ },
    { args: ['--random', '10', '--filter', 'leader'], says: /"leader"/ },
    { args: ['--walk', '--format', 'sarif'], says: /pretty, json/ },
    { args: ['--random', '0'], says: /from 1 to 1000000, not "0"/ },
    { args: ['--random', '1e3'], says: /not "1e3"/ },
    { args: ['--random', '1000001'], says: /not "1000001"/ },
    { args: ['--random', '10', '--seed', '-1'], says: /--seed/ },
    { args: ['--random'], says: /--random/ },
    { args: ['--walk', '--random', '5'], says: /--random/ },
    { args: ['--walk', '--coverage'], says: /--coverage/ },
  ])('$args', async ({ args, says }) => {
    const ran = await svalka(['test', ...args], { env: { SVALKA_LANG: 'en' } });
    expect(ran).toEqual({ code: 2, out: '', err: expect.stringMatching(says) });
  });
});

describe('walking', () => {
  test('one playbook: what it came to on stdout, nothing else', async () => {
    const ran = await svalka(['test', '--walk', '--filter', 'leader', '--lang', 'sv']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^samtal +lägen +skärmbilder\nleader +\d+ +\d+\n\n1 samtal, .* inga fel\.\n$/);
  });

  test('a screen that is too wide fails, with a script that svalka test plays', async () => {
    const folder = folderWith({ 'own.yaml': playbook('own', { phrase: `Berätta ${'om'.repeat(20)}.` }) });
    const args = ['test', '--walk', '--playbooks', folder, '--filter', 'own', '--format', 'json'];
    const ran = await svalka(args);
    expect(ran.code).toBe(1);
    const { wrong, courses } = JSON.parse(ran.out);
    const [first] = courses[0].wrong;
    expect(first).toMatchObject({ what: 'too-wide', at: 'hear', lang: 'sv', columns: 40 });
    expect(wrong).toBe(courses[0].wrong.length);
    const scripts = folderWith({ 'shown.script.yaml': first.script });
    expect(await svalka(['test', scripts, '--playbooks', folder])).toMatchObject({ code: 0 });
  });

  test('the width of the window changes nothing', async () => {
    const run = (COLUMNS: string) =>
      svalka(['test', '--walk', '--filter', 'late-parcel', '--format', 'json'], { env: { COLUMNS } });
    expect((await run('30')).out).toBe((await run('200')).out);
  });
});

describe('agents by chance', () => {
  const args = ['test', '--random', '40', '--filter', 'late', '--format', 'json'];

  test('the same seed, and none, give the same', async () => {
    const [one, two, other] = await Promise.all([
      svalka(args),
      svalka([...args, '--seed', '1']),
      svalka([...args, '--seed', '2']),
    ]);
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(two.out).toBe(one.out);
    expect(other.out).not.toBe(one.out);
    expect(JSON.parse(one.out)).toMatchObject({
      ...{ schemaVersion: 1, runs: 40, seed: 1 },
      scenarios: [{ scenario: 'late-benefit' }, { scenario: 'late-parcel' }],
    });
  });

  test('a table for a person', async () => {
    const ran = await svalka(['test', '--random', '40', '--lang', 'nb']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/vennlig +\d+ % +\d\n/);
    expect(ran.out).toMatch(/paragrafrytter\n +heart\.hear +\d+ %/);
  });
});
