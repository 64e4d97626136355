/** `svalka progress` as a stranger's shell meets it: a home with a journal in it, a real process. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { library } from '../support/content.ts';
import { folderWith } from '../support/folder.ts';
import { journalOf, THREE_WEEKS } from '../support/practised.ts';
import { svalka } from '../support/run.ts';

const JOURNAL = journalOf(THREE_WEEKS);

/** Runs in a home that holds a journal, and stands in it. */
async function progress(args: readonly string[], journal = JOURNAL, env: Record<string, string> = {}) {
  const home = folderWith({ 'journal.jsonl': journal });
  const ran = await svalka(['progress', ...args], {
    cwd: home,
    env: { SVALKA_HOME: home, TZ: 'UTC', ...env },
  });
  return { ...ran, home };
}

describe('the page', () => {
  test.each([
    ['sv', 'Så har du övat', 'Dockhuset som inte kom'],
    ['nb', 'Slik har du øvd', 'Gaven som står i Bodø'],
  ])('in %s', async (lang, title, scenario) => {
    const { code, out, err } = await progress(['--lang', lang]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.startsWith(title)).toBe(true);
    expect(out).toContain(scenario);
    expect(out).toContain('svalka practice --due');
    expect(out).not.toContain('\u001b');
  });

  test('nothing practised: how to begin, exit 0', async () => {
    const { code, out } = await svalka(['progress', '--lang', 'sv']);
    expect(code).toBe(0);
    expect(out).toContain('svalka practice\n');
  });

  test('no language where nobody can be asked', async () => {
    expect(await progress([])).toMatchObject({ code: 2, out: '' });
  });

  test('English has no words for it', async () => {
    expect(await progress(['--lang', 'en'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('--json', () => {
  test('one object, the same in every language, needing none', async () => {
    const runs = [await progress(['--json']), await progress(['--json', '--lang', 'nb'])];
    const [one, other] = runs.map(({ out }) => {
      expect(out.trimEnd()).not.toContain('\n');
      const { due, nextDue, suggestion, ...rest } = JSON.parse(out);
      expect(due.every(({ item }: { item: string }) => /[:/]/.test(item))).toBe(true);
      expect(library.ids('scenario')).toContain(suggestion.scenario);
      expect(nextDue === null || /^\d{4}-\d\d-\d\d$/.test(nextDue)).toBe(true);
      return rest;
    });
    expect(other).toEqual(one);
    expect(Object.keys(one ?? {})).toEqual([
      'schemaVersion',
      'sessions',
      'days',
      'from',
      'to',
      'practised',
      'order',
      'moves',
      'faults',
      'temperatures',
      'never',
    ]);
    expect(one).toMatchObject({ schemaVersion: 1, sessions: 11 });
  });

  test.each([
    ['UTC', 10],
    ['Pacific/Kiritimati', 11],
  ])('days are those of the time zone: %s', async (TZ, days) => {
    // Two sessions on the second of November, at 12 and 13 UTC; nothing else lies near a midnight there.
    const { out } = await progress(['--json'], JOURNAL.replaceAll('2026-11-02T12:', '2026-11-02T09:'), {
      TZ,
    });
    expect(JSON.parse(out).days).toBe(days);
  });
});

describe('--html', () => {
  test('one whole page, and over it the next', async () => {
    const { code, out, err, home } = await progress(['--html', 'my progress.html', '--lang', 'nb']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('my progress.html');
    const file = join(home, 'my progress.html');
    const page = readFileSync(file, 'utf8');
    expect(page).toMatch(/^<!doctype html>\n<html lang="nb">[\s\S]*<\/html>\n$/);
    const again = await svalka(['progress', '--html', file, '--lang', 'sv'], { env: { SVALKA_HOME: home } });
    expect(again.code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('<html lang="sv">');
  });

  test.each([
    ['a file of somebody else', '<!doctype html>\n<p>Mine</p>\n'],
    ['an empty file', ''],
  ])('%s stays as it is: exit 2', async (_, text) => {
    const folder = folderWith({ 'page.html': text });
    const file = join(folder, 'page.html');
    const { code, out, err } = await progress(['--html', file, '--lang', 'sv']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('page.html');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('a folder, and a place that is not there: exit 2, and nothing is left behind', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'page.html'));
    expect(await progress(['--html', join(folder, 'page.html'), '--lang', 'sv'])).toMatchObject({ code: 2 });
    // What never ends is not read to its end.
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const endless of ['/dev/full', '/dev/zero', join(folder, 'pipe')]) {
      expect(await progress(['--html', endless, '--lang', 'sv'])).toMatchObject({ code: 2, out: '' });
    }
    expect(await progress(['--html', join(folder, 'no/where.html'), '--lang', 'nb'])).toMatchObject({
      code: 2,
    });
  });
});

describe('--export xapi', () => {
  test('every statement of the journal, as one array', async () => {
    const { code, out, err } = await progress(['--export', 'xapi']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual(THREE_WEEKS);
  });

  test('another format', async () => {
    const { code, out, err } = await progress(['--export', 'csv', '--lang', 'en']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('xapi');
  });
});

test.each([
  [['--json', '--html', 'a.html']],
  [['--json', '--export', 'xapi']],
  [['--html', 'a.html', '--export', 'xapi']],
])('one form at a time: %s', async (args) => {
  expect(await progress([...args, '--lang', 'sv'])).toMatchObject({ code: 2, out: '' });
});

describe('a journal that is damaged', () => {
  const broken = `${JOURNAL.slice(0, JOURNAL.indexOf('\n') + 1)}{"half": \n\u0000\u001b[31m\n${JOURNAL}`;

  test('what can be read counts; the rest is said once and kept', async () => {
    const { code, out, err, home } = await progress(['--json'], broken);
    expect(code).toBe(0);
    expect(JSON.parse(out).sessions).toBe(11);
    expect(err).toMatch(/2/);
    expect(err).not.toContain('\u001b');
    const again = await svalka(['progress', '--json'], { env: { SVALKA_HOME: home } });
    expect(again).toMatchObject({ code: 0, err: '' });
  });

  test.each([
    ['nothing but noise', '\u0000\u0001\n[]\n{}\nnull\n'],
    ['a statement of somebody else', '{"id":"x","verb":{"id":"https://example.org/ate"}}\n'],
    ['a line without end', '{"a":'.repeat(100_000)],
  ])('%s: the page to begin with', async (_, text) => {
    const { code, out } = await progress(['--lang', 'sv'], text);
    expect(code).toBe(0);
    expect(out).toContain('svalka practice\n');
  });

  test.each([[[]], [['--json']], [['--export', 'xapi']]])(
    'a folder in its place: said, and not taken for an empty one: %j',
    async (args) => {
      const home = folderWith({});
      mkdirSync(join(home, 'journal.jsonl'));
      const ran = await svalka(['progress', '--lang', 'nb', ...args], { env: { SVALKA_HOME: home } });
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toMatch(/journal\.jsonl kan ikke leses \(EISDIR\)/);
    },
  );

  test('a home that is a file', async () => {
    const home = join(folderWith({ home: '' }), 'home');
    const ran = await svalka(['progress', '--lang', 'sv'], { env: { SVALKA_HOME: home } });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('ENOTDIR');
  });

  test('of what a later svalka knows, what this one knows counts', async () => {
    const later = JOURNAL.replaceAll(/(extensions\/faults":\[)(\]?)/g, (_, start, end) =>
      end ? `${start}"sarcasm"]` : `${start}"sarcasm",`,
    );
    expect(later).not.toBe(JOURNAL);
    expect((await progress(['--json'], later)).out).toBe((await progress(['--json'])).out);
  });
});

test('a conversation that is gone keeps its place by its id', async () => {
  const renamed = JOURNAL.replaceAll('late-parcel', 'long-gone');
  const { code, out } = await progress(['--lang', 'sv'], renamed);
  expect(code).toBe(0);
  expect(out).toContain('long-gone');
});

describe('practice --due', () => {
  test.each([[['--resume']], [['late-parcel']], [['--script', 'late.yaml']]])(
    'stands alone: %s',
    async (args) => {
      const { code, err } = await svalka(['practice', '--due', ...args, '--lang', 'en']);
      expect(code).toBe(2);
      expect(err).toContain('--due');
    },
  );

  test('needs a person', async () => {
    expect(await svalka(['practice', '--due', '--lang', 'sv'])).toMatchObject({ code: 4, out: '' });
  });
});
