/** `svalka data`: where everything lies, all of it, and all of it gone but what is not svalka's. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { notRoot, svalka } from '../support/run.ts';

let home = '';
let outside = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'svalka-data-'));
  outside = mkdtempSync(join(tmpdir(), 'svalka-outside-'));
});
afterEach(() => {
  for (const folder of [home, outside]) rmSync(folder, { recursive: true, force: true });
});

const SESSION = 'sessions/0a1b2c3d-0000-4000-8000-0123456789ab.json';
const OWN: Readonly<Record<string, string>> = {
  'config.json': '{"lang":"sv"}',
  'config.json.0f8fad5b-d9cb-469f-a165-70867728950e': 'cut off',
  'practice.json': '{"schemaVersion":1}',
  'practice.json.bak': '{"schema',
  'journal.jsonl': '{"id":1}\n{"id":2}\n',
  'actor.json': '{"name":"x"}',
  [SESSION]: '{"trail":[]}',
  'drafts/kft27.json': '{"customer":"Arg\\u001b!"}',
  'drafts/kft27.json.bak': Buffer.from([0xff, 0xfe]).toString('latin1'),
  'drafts/kft27.json.bak.2': 'damaged too',
  'drafts/kft28.new': '',
  'drafts/edit-kft27-99/answer.txt': 'Halvvägs',
  'drafts/edit-kft27-99/answer.txt~': 'Halv',
};
const STRANGE: Readonly<Record<string, string>> = {
  'playbooks/mine.yaml': 'schema: 1',
  'notes.txt': 'mine',
  'drafts/holiday.json': '{}',
  'sessions/README': 'mine',
};

function put(files: Readonly<Record<string, string>>, where = home): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(where, name)), { recursive: true });
    writeFileSync(join(where, name), text, 'latin1');
  }
}
const data = (...args: string[]) =>
  svalka(['data', ...args], { env: { SVALKA_HOME: home, SVALKA_LANG: 'en' } });

test('where: every path with what is in it', async () => {
  put({ ...OWN, ...STRANGE });
  const { code, out, err } = await data('where');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const line of [
    `${home}/config.json\n    settings: 2 files, 20 B`,
    `${home}/practice.json\n    the conversation saved last: 2 files, 27 B`,
    `${home}/sessions\n    saved conversations: 1 file, 12 B`,
    `${home}/journal.jsonl\n    what you have practised: 1 file, 18 B`,
    `${home}/drafts\n    drafts, with what customers wrote: 6 files,`,
    `${home}/playbooks\n    your own playbooks: never removed by svalka`,
  ])
    expect(out).toContain(line);
  expect((await data()).out).toBe(out);
});

test('where: nothing is there, and nothing is made', async () => {
  rmSync(home, { recursive: true });
  const { code, out } = await data('where');
  expect(code).toBe(0);
  expect(out.match(/nothing there/g)).toHaveLength(6);
  expect(existsSync(home)).toBe(false);
});

test('export: every file by its name, parsed where it can be', async () => {
  put({ ...OWN, ...STRANGE });
  const { code, out, err } = await data('export');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const all = JSON.parse(out) as { schemaVersion: number; files: { kind: string; name: string }[] };
  expect(all.schemaVersion).toBe(1);
  expect(all.files.map(({ name }) => name).sort()).toEqual(Object.keys(OWN).sort());
  const of = (name: string) => all.files.find((file) => file.name === name);
  expect(of('config.json')).toEqual({ kind: 'config', name: 'config.json', json: { lang: 'sv' } });
  expect(of('journal.jsonl')).toEqual({
    kind: 'journal',
    name: 'journal.jsonl',
    lines: [{ id: 1 }, { id: 2 }],
  });
  expect(of('practice.json.bak')).toMatchObject({ text: '{"schema' });
  expect(of('drafts/kft27.json')).toMatchObject({ json: { customer: 'Arg\u001b!' } });
  expect(of('drafts/kft27.json.bak')).toMatchObject({ base64: '//4=' });
  expect(out).not.toContain('\u001b');
});

describe('what cannot be read is not nothing', () => {
  test.each([['where'], ['export'], ['wipe', '--yes']])('%s where the home is a file', async (...args) => {
    const file = join(home, 'a-file');
    writeFileSync(file, '');
    const { code, err } = await svalka(['data', ...args], { env: { SVALKA_HOME: file, SVALKA_LANG: 'en' } });
    expect({ code, err }).toEqual({ code: 2, err: `${file} cannot be read (ENOTDIR).\n` });
  });

  const other = notRoot();
  const LOCKED = [['where'], ['export'], ['wipe', '--yes']];
  test.skipIf(!other).each(LOCKED)('%s where the drafts are locked', async (...args) => {
    put(OWN);
    const drafts = join(home, 'drafts');
    chmodSync(home, 0o755);
    chmodSync(drafts, 0);
    const { code, out, err } = await svalka(['data', ...args], {
      env: { SVALKA_HOME: home, SVALKA_LANG: 'en' },
      ...other,
    });
    chmodSync(drafts, 0o700);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: `${drafts} cannot be read (EACCES).\n` });
    expect(existsSync(join(home, 'config.json'))).toBe(true);
  });
});

describe('wipe', () => {
  test('everything of its own goes, and nothing else', async () => {
    put({ ...OWN, ...STRANGE });
    const { code, out, err } = await data('wipe', '--yes');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    for (const name of Object.keys(OWN)) expect(existsSync(join(home, name)), name).toBe(false);
    for (const [name, text] of Object.entries(STRANGE))
      expect(readFileSync(join(home, name), 'utf8')).toBe(text);
    expect(existsSync(join(home, 'drafts/edit-kft27-99'))).toBe(false);
    const [removed = '', left = ''] = err.split('Left:');
    expect(removed).toContain('13 files removed.');
    for (const name of Object.keys(OWN)) expect(removed).toContain(join(home, name));
    for (const name of ['notes.txt', 'drafts/holiday.json', 'sessions/README'])
      expect(left).toContain(join(home, name));
    expect(left).toContain(`${join(home, 'playbooks')} (your own playbooks)`);
    expect((await data('wipe', '--yes')).err).toContain('There is nothing to remove.');
  });

  test('needs a person or --yes, and touches nothing before', async () => {
    put(OWN);
    const { code, err } = await data('wipe');
    expect(code).toBe(4);
    expect(err).toContain('svalka data wipe --yes');
    for (const name of Object.keys(OWN)) expect(existsSync(join(home, name))).toBe(true);
  });

  test('never follows a link out', async () => {
    put(OWN, outside);
    mkdirSync(join(home, 'drafts'));
    symlinkSync(join(outside, 'config.json'), join(home, 'config.json'));
    symlinkSync(join(outside, 'sessions'), join(home, 'sessions'));
    symlinkSync(join(outside, 'drafts/kft27.json'), join(home, 'drafts/kft27.json'));
    symlinkSync(join(outside, 'drafts/edit-kft27-99'), join(home, 'drafts/edit-kft27-99'));
    put({ 'actor.json': '{}', 'drafts/edit-bcd12-7/answer.txt': 'x' });
    symlinkSync(outside, join(home, 'drafts/edit-bcd12-7/out'));
    const { code, err } = await data('wipe', '--yes');
    expect(code).toBe(0);
    for (const name of Object.keys(OWN)) expect(existsSync(join(outside, name)), name).toBe(true);
    expect(existsSync(join(home, 'actor.json'))).toBe(false);
    const [, left = ''] = err.split('Left:');
    for (const name of [
      'config.json',
      'sessions',
      'drafts/kft27.json',
      'drafts/edit-kft27-99',
      'drafts/edit-bcd12-7/out',
    ])
      expect(left).toContain(`${join(home, name)} (a link, which svalka does not follow)`);
    const shown = await data('where');
    expect(shown.out).toContain(
      `${home}/sessions\n    saved conversations: a link, which svalka does not follow`,
    );
    expect((await data('export')).out).not.toContain('Halv');
  });

  test('the folders of its own go too, where nothing else is in them', async () => {
    const env = { SVALKA_HOME: '', HOME: home, SVALKA_LANG: 'en' };
    put({ '.config/svalka/config.json': '{}', '.local/state/svalka/drafts/kft27.json': '{}' });
    expect((await svalka(['data', 'wipe', '--yes'], { env })).code).toBe(0);
    for (const path of ['.config/svalka', '.local/state/svalka'])
      expect(existsSync(join(home, path))).toBe(false);
    for (const path of ['.config', '.local/state']) expect(existsSync(join(home, path))).toBe(true);
  });
});
