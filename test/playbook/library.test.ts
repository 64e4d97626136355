/** The content at hand: what ships, and over it the user's own folders. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/playbook/library.ts';
import { addFolder, contentHash } from '../../src/playbook/open.ts';
import { library } from '../support/content.ts';
import { folderWith, playbook, script } from '../support/folder.ts';
import { svalka } from '../support/run.ts';

async function over(base: Library, root: string): Promise<Library> {
  const added = await addFolder(base, root, (path) => path.slice(root.length + 1));
  if ('findings' in added) throw new Error(JSON.stringify(added.findings));
  return added.library;
}

describe('a folder over the shipped content', () => {
  it('adds', async () => {
    const root = folderWith({ 'mine.yaml': playbook('mine', { title: 'Min egen' }) });
    const added = await over(library, root);
    expect(added.ids('playbook')).toEqual([...library.ids('playbook'), 'mine']);
    expect(added.card('playbook', 'mine')).toMatchObject({ from: 'mine.yaml', title: { sv: 'Min egen' } });
    expect(added.value('playbook', 'heart')).toBe(library.value('playbook', 'heart'));
    expect(added.folders).toEqual(['playbooks', root]);
  });

  it('replaces by kind and id', async () => {
    const root = folderWith({ 'any-name.yaml': playbook('demanding', { title: 'Min egen' }) });
    const replaced = await over(library, root);
    expect([...replaced.ids('playbook')].sort()).toEqual([...library.ids('playbook')].sort());
    expect(replaced.value('playbook', 'demanding')?.title.sv).toBe('Min egen');
    expect(replaced.card('playbook', 'demanding')?.hash).not.toBe(
      library.card('playbook', 'demanding')?.hash,
    );
    expect(library.card('playbook', 'demanding')?.from).toBeNull();
  });

  it('a script of the same id as a playbook replaces no playbook', async () => {
    const root = folderWith({ 'heart.yaml': script('heart') });
    const added = await over(library, root);
    expect(added.value('playbook', 'heart')).toBe(library.value('playbook', 'heart'));
    expect(added.value('script', 'heart')?.scenario).toBe('late-parcel');
  });

  it('a later folder stands over an earlier one', async () => {
    const first = folderWith({ 'a.yaml': playbook('mine', { title: 'Ett' }), 'b.yaml': playbook('other') });
    const second = folderWith({ 'a.yaml': playbook('mine', { title: 'Två' }) });
    const both = await over(await over(library, first), second);
    expect(both.value('playbook', 'mine')?.title.sv).toBe('Två');
    expect(both.value('playbook', 'other')?.title.sv).toBe('Titel');
    expect(both.folders).toEqual(['playbooks', first, second]);
  });

  it('the hash tells one content from another', () => {
    expect(contentHash({ a: 1 })).toMatch(/^[0-9a-f]{12}$/);
    expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: 2 }));
  });
});

describe('the program says which it used', () => {
  const list = (args: readonly string[], env: Record<string, string> = {}) =>
    svalka(['list', '--lang', 'sv', ...args], { env });

  it('--playbooks adds', async () => {
    const root = folderWith({ 'mine.yaml': playbook('mine', { title: 'Min egen teknik' }) });
    const ran = await list(['--playbooks', root]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('Min egen teknik');
    expect(ran.err).toBe(`Använder också 1 fil från ${root}.\n`);
  });

  it('--playbooks replaces', async () => {
    const root = folderWith({
      'a.yaml': playbook('demanding', { title: 'Min egen teknik' }),
      'b.yaml': playbook('mine'),
    });
    const ran = await list(['--playbooks', root]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('Min egen teknik');
    expect(ran.err).toBe(`Använder också 2 filer från ${root}, i stället för: demanding.\n`);
  });

  it('the config folder is used without asking, and --playbooks stands over it', async () => {
    const home = folderWith({
      'playbooks/a.yaml': playbook('mine', { title: 'Från inställningarna' }),
      'playbooks/b.yaml': playbook('other', { title: 'En annan teknik' }),
    });
    const alone = await list([], { SVALKA_HOME: home });
    expect(alone.code).toBe(0);
    expect(alone.out).toContain('Från inställningarna');
    expect(alone.err).toBe(`Använder också 2 filer från ${join(home, 'playbooks')}.\n`);

    const root = folderWith({ 'a.yaml': playbook('mine', { title: 'Från flaggan' }) });
    const both = await list(['--playbooks', root], { SVALKA_HOME: home });
    expect(both.out).toContain('Från flaggan');
    expect(both.out).toContain('En annan teknik');
    expect(both.out).not.toContain('Från inställningarna');
    expect(both.err).toBe(
      `Använder också 2 filer från ${join(home, 'playbooks')}.\nAnvänder också 1 fil från ${root}, i stället för: mine.\n`,
    );
  });

  it('without a folder it says nothing', async () => {
    expect((await list([])).err).toBe('');
  });
});

describe('a broken folder', () => {
  const root = () =>
    folderWith({
      'a.yaml': 'schema: 1\nscript: a\nscenario: late-parcel\nturns:\n  - choose: tell-mee\nends: calm\n',
      'b.yaml': `${playbook('b')}titel: x\nabout: Hej: 😀: du\n`,
      'c.yaml': 'schema: 1\nplaybook: \u001b[31mc\n',
      'good.yaml': playbook('good'),
    });

  const EXPECTED: [lang: string, err: (root: string) => string][] = [
    ['sv', (dir) => `${dir}/a.yaml:5:13 fel unknown-target ”tell-mee” finns inte. Menade du ”tell-me”?`],
    ['nb', (dir) => `${dir}/a.yaml:5:13 feil unknown-target «tell-mee» finnes ikke. Mente du «tell-me»?`],
    [
      'en',
      (dir) => `${dir}/a.yaml:5:13 error unknown-target "tell-mee" does not exist. Did you mean "tell-me"?`,
    ],
  ];
  it.each(EXPECTED)('exits 2 with every finding and its frame on stderr (%s)', async (lang, first) => {
    const dir = root();
    const ran = await svalka(['graph', 'heart', '--lang', lang, '--playbooks', dir]);
    expect(ran.code).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toContain(first(dir));
    const heads = ran.err.split('\n').filter((line) => line.startsWith(dir));
    expect(heads.map((line) => line.slice(dir.length + 1).replace(/^(\S+) \S+ (\S+) .*$/, '$1 $2'))).toEqual(
      [
        'a.yaml:5:13 unknown-target',
        'b.yaml:19:1 unknown-key',
        'b.yaml:20:11 unquoted-colon',
        'c.yaml:2:11 control-character',
      ].sort(),
    );
    expect(ran.err).toContain('\n   5 |   - choose: tell-mee\n     |             ^^^^^^^^\n');
    expect(ran.err).toContain('\n  20 | about: Hej: 😀: du\n     |           ^\n');
  });

  it('content cannot drive the terminal', async () => {
    const ran = await svalka(['list', '--lang', 'sv', '--playbooks', root()]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('U+001B');
    expect(ran.err).not.toContain('\u001b');
  });

  it('ends with how many there are, and that nothing was used', async () => {
    const dir = folderWith({ 'a.yaml': 'schema: 2\nplaybook: a\n' });
    const ran = await svalka(['list', '--lang', 'sv', '--playbooks', dir]);
    expect(ran.err.split('\n').slice(-3)).toEqual([
      '1 fel.',
      `Inget ur ${dir} används förrän det är rättat.`,
      '',
    ]);
  });

  it('in the config folder it stops the program too', async () => {
    const home = folderWith({ 'playbooks/a.yaml': 'schema: 2\nplaybook: a\n' });
    const ran = await svalka(['list', '--lang', 'sv'], { env: { SVALKA_HOME: home } });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(`${home}/playbooks/a.yaml:1:9 fel schema-version schema: 2 är nyare`);
  });

  it('a folder that is not there is named', async () => {
    const ran = await svalka(['list', '--lang', 'sv', '--playbooks', '/nowhere/at/all']);
    expect(ran.code).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toBe(
      'Mappen /nowhere/at/all går inte att läsa (ENOENT). Kontrollera att namnet efter --playbooks stämmer.\n',
    );
  });

  it('a playbook cannot exhaust the tool', async () => {
    const aliases = Array(30).fill('*a').join(', ');
    const dir = folderWith({
      'bomb.yaml': `a: &a [x]\nb: [${aliases}]\n`,
      'deep.yaml': '['.repeat(5000),
      'large.yaml': `a: "${'x'.repeat(10 * 1024 * 1024)}"`,
      'many.yaml': '- 1\n'.repeat(100_000),
    });
    const began = performance.now();
    const ran = await svalka(['graph', 'heart', '--lang', 'en', '--playbooks', dir], {
      env: { NODE_OPTIONS: '--max-old-space-size=128' },
    });
    expect(ran.code).toBe(2);
    expect(performance.now() - began).toBeLessThan(15_000);
    for (const rule of ['alias-limit', 'depth-limit', 'size-limit'])
      expect(ran.err).toContain(` error ${rule} `);
    expect(ran.err).toMatch(/^4 errors\.$/m);
  });
});
