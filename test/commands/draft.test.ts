/** `svalka draft` in scripts: real processes, no terminal, clocks and zones of all kinds. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Draft } from '../../src/journal/draft.ts';
import { draftMessages, draftTalk } from '../../src/locales/draft.ts';
import { type Disk, disk } from '../support/disk.ts';
import { BIN, bareEnv, notRoot, svalka } from '../support/run.ts';

const ANSWER = 'Hej!\n\nJag förstår att du är arg, men enligt våra regler går det inte.\n';
const MAIL = 'HEJ!!! Var är min soffa?\n';

let scratch = '';
let clock = '';
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'svalka-draft-'));
  clock = join(scratch, 'clock.cjs');
  // The clock shows FAKE_NOW when the process starts.
  writeFileSync(
    clock,
    `const ahead = Date.parse(process.env.FAKE_NOW) - Date.now(); const real = Date.now;
     Date.now = () => real() + ahead;`,
  );
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(scratch, 'home-'));
  writeFileSync(join(scratch, 'mail.txt'), MAIL);
  writeFileSync(join(scratch, 'answer.txt'), ANSWER);
  writeFileSync(join(scratch, 'blank.txt'), ' \n\t\n');
  writeFileSync(join(scratch, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d]));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface Where {
  readonly now?: string;
  readonly zone?: string;
  readonly stdin?: string;
  readonly home?: string;
}

function draft(args: readonly string[], { now, zone, stdin, home: other }: Where = {}) {
  return svalka(['draft', ...args], {
    cwd: scratch,
    ...(stdin === undefined ? {} : { stdin }),
    env: {
      SVALKA_HOME: other ?? home,
      SVALKA_LANG: 'sv',
      ...(now ? { NODE_OPTIONS: `--require ${clock}`, FAKE_NOW: now } : {}),
      ...(zone ? { TZ: zone } : {}),
    },
  });
}

const NEW = ['new', '--file', 'mail.txt', '--text', 'answer.txt'];
const pathOf = (id: string) => join(home, 'drafts', `${id}.json`);
const stored = (id: string) => JSON.parse(readFileSync(pathOf(id), 'utf8')) as Draft;

/** A new draft's name. */
async function made(args: readonly string[], where: Where = {}): Promise<string> {
  const { code, out, err } = await draft(args, where);
  expect(code, err).toBe(0);
  expect(out).toMatch(/^[a-z]{3}\d\d\n$/);
  return out.trim();
}

test('without a person: from new to ready', async () => {
  const now = '2026-11-24T13:00:00Z';
  const zone = 'Europe/Stockholm';
  const id = await made([...NEW, '--at', '1h'], { now, zone });
  expect(stored(id)).toMatchObject({
    id,
    lang: 'sv',
    customer: MAIL.trim(),
    versions: [{ text: ANSWER.trim() }],
    done: null,
    keepUntil: null,
  });

  const early = await draft(['ready', id], { now: '2026-11-24T13:17:00Z', zone });
  expect(early).toMatchObject({ code: 1, out: '' });
  expect(early.err.replace(/\s+/g, ' ')).toMatch(
    /får vila till i dag kl\. 15:00\. Det är 4[34] minuter kvar\./,
  );

  expect((await draft(['edit', id, '--text', '-'], { stdin: 'Hej Gun! Den kommer på tisdag.\n' })).code).toBe(
    0,
  );

  const ready = await draft(['ready', id], { now: '2026-11-24T14:00:01Z', zone });
  expect(ready).toMatchObject({ code: 0, out: 'Hej Gun! Den kommer på tisdag.\n' });
  for (const tip of draftTalk.sv.tips) expect(ready.err.replace(/\s+/g, ' ')).toContain(tip);
  expect(ready.err).toContain(draftTalk.sv.changed);
  expect(ready.err).toMatch(/- Jag förstår att du är arg, men/);
  expect(stored(id).done).not.toBeNull();

  const { out } = await draft(['list', '--json']);
  expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, drafts: [{ id, state: 'done', versions: 2 }] });
  expect((await draft(['discard', id, '--yes'])).code).toBe(0);
  expect(existsSync(pathOf(id))).toBe(false);
});

test.each([
  ['Windows-1252', Buffer.from('Gå hem på måndag!', 'latin1')],
  ['UTF-16', Buffer.from('\ufeffGå hem på måndag!', 'utf16le')],
  ['UTF-16 the other way round', Buffer.from('\ufeffGå hem på måndag!', 'utf16le').swap16()],
])('a mail and an answer in %s', async (_, bytes) => {
  writeFileSync(join(scratch, 'mail.txt'), bytes);
  const id = await made(['new', '--file', 'mail.txt', '--text', 'mail.txt']);
  expect(stored(id)).toMatchObject({
    customer: 'Gå hem på måndag!',
    versions: [{ text: 'Gå hem på måndag!' }],
  });
});

test('before its time only with a reason, which is kept', async () => {
  const id = await made([...NEW, '--at', 'tomorrow']);
  expect((await draft(['ready', id, '--now'])).code).toBe(4);
  expect((await draft(['ready', id, '--now', '--reason', ' '])).code).toBe(1);
  expect((await draft(['ready', id, '--reason', 'x'])).code).toBe(2);
  expect(stored(id).early).toEqual([]);
  const { code, out } = await draft(['ready', id, '--now', '--reason', 'Kunden ringde']);
  expect({ code, out }).toEqual({ code: 0, out: ANSWER });
  expect(stored(id).early).toMatchObject([{ reason: 'Kunden ringde' }]);
  expect((await draft(['show', id])).out).toMatch(/Öppnat i förtid i dag kl\. \d\d:\d\d: Kunden ringde/);
});

test.each([
  ['new without a text', ['new', '--file', 'mail.txt'], 4, /--text SVAR --at 1h/],
  ['discard without --yes', ['discard', 'ID'], 4, /discard ID --yes/],
  ['edit without a text', ['edit', 'ID'], 4, /edit ID --text FIL/],
  ['a time that is none', [...NEW, '--at', 'snart'], 2, /”snart” är ingen tid/],
  ['a time that is past', [...NEW, '--at', '1999-01-01'], 2, /har redan varit/],
  ['a time too far away', [...NEW, '--at', '9000d'], 2, /mer än ett år bort/],
  ['no number of days', [...NEW, '--keep', '0'], 2, /--keep ska vara/],
  [
    'a file that is not there',
    ['new', '--text', 'nowhere.txt'],
    2,
    /nowhere\.txt gick inte att läsa \(ENOENT\)/,
  ],
  ['an empty answer', ['new', '--text', '-'], 2, /finns ingen text i -/],
  [
    'a blank mail',
    ['new', '--file', 'blank.txt', '--text', 'answer.txt'],
    2,
    /finns ingen text i blank\.txt/,
  ],
  [
    'an answer in place of a file',
    ['new', '--text', 'Hej, du!'],
    2,
    /ingen fil ”Hej, du!”. --text och --file tar en fil/,
  ],
  ['a mail without end', ['new', '--file', '/dev/zero', '--text', 'answer.txt'], 2, /högst 100 KiB/],
  [
    'a picture',
    ['new', '--file', 'picture.png', '--text', 'answer.txt'],
    2,
    /picture\.png gick inte att läsa/,
  ],
  ['an unknown name', ['show', 'zzz99'], 2, /Det finns inget utkast ”zzz99”/],
  ['a name that leads elsewhere', ['show', '../../etc/passwd'], 2, /Det finns inget utkast/],
  ['an unknown command', ['lst'], 2, /heter lst\. Menade du list\?/],
] as const)('%s', async (_, args, code, err) => {
  const id = await made(NEW);
  const ran = await draft(args.map((arg) => (arg === 'ID' ? id : arg)));
  expect(ran.err).toMatch(err);
  expect(ran.out).toBe('');
  expect(ran.code).toBe(code);
  expect(readdirSync(join(home, 'drafts'))).toEqual([`${id}.json`]);
});

test('ten at once: ten names, ten whole drafts', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => made(NEW)));
  expect(new Set(ids).size).toBe(10);
  expect(readdirSync(join(home, 'drafts')).sort()).toEqual(ids.map((id) => `${id}.json`).sort());
  const { out } = await draft(['list', '--json']);
  expect((JSON.parse(out) as { drafts: unknown[] }).drafts).toHaveLength(10);
});

test('killed at any moment: every draft that is there is whole', async () => {
  const id = await made(NEW);
  for (let i = 0; i < 24; i++) {
    const args = i % 2 === 0 ? NEW : ['edit', id, '--text', 'answer.txt'];
    writeFileSync(join(scratch, 'answer.txt'), `${ANSWER}${i}${'.'.repeat(50_000)}`);
    const child = spawn(process.execPath, [BIN, 'draft', ...args], {
      cwd: scratch,
      env: bareEnv(home, { SVALKA_LANG: 'sv' }),
      stdio: 'ignore',
    });
    setTimeout(() => child.kill('SIGKILL'), 60 + i * 8);
    await once(child, 'close');
  }
  const { code, err, out } = await draft(['list', '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(id);
  expect(stored(id).versions[0]?.text).toBe(ANSWER.trim());
});

test('draft alone lists; nothing there is said, and is no fault', async () => {
  expect(await draft([])).toEqual({ code: 0, out: '', err: `${draftMessages.sv.none}\n` });
  const id = await made(NEW);
  expect((await draft([])).out).toContain(id);
  expect((await draft(['show', id.slice(0, 4)])).err).toContain(`Menade du ”${id}”?`);
});

test('without an answer there is nothing to be ready', async () => {
  const id = await made(NEW);
  writeFileSync(pathOf(id), JSON.stringify({ ...stored(id), versions: [] }));
  const ran = await draft(['ready', id]);
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain(`svalka draft edit ${id}`);
});

describe('clocks and zones', () => {
  test.each([
    // The clock on the wall skips from two to three, and goes from three back to two.
    ['Europe/Stockholm', '2026-03-28T20:00:00Z', 'tomorrow', '2026-03-29T07:00:00.000Z'],
    ['Europe/Oslo', '2026-03-28T20:00:00Z', '02:30', '2026-03-29T01:30:00.000Z'],
    ['Europe/Stockholm', '2026-10-24T20:00:00Z', 'i morgon', '2026-10-25T08:00:00.000Z'],
    ['Europe/Oslo', '2026-10-24T20:00:00Z', '02:30', '2026-10-25T00:30:00.000Z'],
    ['Europe/Oslo', '2026-10-24T20:00:00Z', '1d', '2026-10-25T21:00:00'],
    ['America/New_York', '2026-03-28T20:00:00Z', 'i morgen', '2026-03-29T13:00:00.000Z'],
    ['America/New_York', '2026-10-31T20:00:00Z', '01:30', '2026-11-01T05:30:00.000Z'],
  ])('%s at %s: %s', async (zone, now, at, expected) => {
    const id = await made([...NEW, '--at', at], { zone, now });
    // A day or an hour counts from the moment itself.
    expect(stored(id).notBefore.startsWith(expected)).toBe(true);
  });

  test('another zone later shows the same instant', async () => {
    const now = '2026-11-24T13:00:00Z';
    const id = await made([...NEW, '--at', '2026-11-25 09:00'], { zone: 'Europe/Stockholm', now });
    const shown = async (zone: string) => (await draft(['list'], { zone, now })).out;
    expect(await shown('Europe/Stockholm')).toContain('öppnas i morgon kl. 09:00 (om 19 timmar)');
    expect(await shown('America/New_York')).toContain('öppnas i morgon kl. 03:00 (om 19 timmar)');
    expect(await shown('Asia/Tokyo')).toContain('öppnas i morgon kl. 17:00 (om 19 timmar)');
    expect(stored(id).notBefore).toBe('2026-11-25T08:00:00.000Z');
    for (const zone of ['Europe/Stockholm', 'America/New_York', 'Asia/Tokyo']) {
      expect((await draft(['ready', id], { zone, now: '2026-11-25T07:59:00Z' })).code).toBe(1);
    }
  });

  test('a clock that jumps back opens nothing early, and breaks nothing', async () => {
    const id = await made([...NEW, '--at', '1h'], { now: '2026-11-24T13:00:00Z' });
    for (const now of [
      '2026-11-24T12:00:00Z',
      '2026-03-29T01:30:00Z',
      '1999-12-31T23:59:59Z',
      '1970-01-01T00:00:01Z',
    ]) {
      for (const args of [['ready', id], ['list'], ['show', id], ['list', '--json']]) {
        const { code, err } = await draft(args, { now });
        expect(code).toBe(args[0] === 'ready' ? 1 : 0);
        expect(err).not.toMatch(/NaN|undefined|RangeError/);
      }
    }
    expect(
      (await draft(['edit', id, '--text', '-'], { now: '1999-12-31T23:59:59Z', stdin: 'Ny text' })).code,
    ).toBe(0);
    expect(stored(id).versions.map(({ text }) => text)).toEqual([ANSWER.trim(), 'Ny text']);
    expect((await draft(['ready', id], { now: '2026-11-24T13:59:00Z' })).code).toBe(1);
    expect((await draft(['ready', id], { now: '2026-11-24T14:00:01Z' })).code).toBe(0);
  });
});

describe('how long it is kept', () => {
  const now = '2026-11-24T13:00:00Z';
  const zone = 'Europe/Oslo';

  test('--keep: so many days after it opens, then removed, and that is said', async () => {
    const id = await made([...NEW, '--at', '1h', '--keep', '2'], { now, zone });
    expect(stored(id).keepUntil).toBe('2026-11-26T23:00:00.000Z');
    expect((await draft(['list'], { now: '2026-11-26T22:00:00Z', zone })).out).toContain(id);
    const { out, err } = await draft(['list'], { now: '2026-11-26T23:00:01Z', zone });
    expect(out).toBe('');
    expect(err).toContain(draftMessages.sv.past(id));
    expect(existsSync(pathOf(id))).toBe(false);
  });

  test('draftDays of the settings, where --keep says nothing', async () => {
    writeFileSync(join(home, 'config.json'), '{"draftDays":1}');
    expect(stored(await made(NEW, { now, zone })).keepUntil).toBe('2026-11-25T23:00:00.000Z');
    expect(stored(await made([...NEW, '--keep', '3'], { now, zone })).keepUntil).toBe(
      '2026-11-27T23:00:00.000Z',
    );
    writeFileSync(join(home, 'config.json'), '{"draftDays":"ever"}');
    const { out, err } = await draft(NEW);
    expect(err).toContain('draftDays');
    expect(stored(out.trim()).keepUntil).toBeNull();
  });
});

describe('what is hostile or damaged', () => {
  test('a damaged draft is set aside and said so; the others go on', async () => {
    const id = await made(NEW);
    writeFileSync(pathOf('bcd12'), '{"schemaVersion":1,"id":"bcd');
    const { code, out, err } = await draft(['list']);
    expect(code).toBe(0);
    expect(out).toContain(id);
    expect(err).toContain(draftMessages.sv.damaged(pathOf('bcd12'), `${pathOf('bcd12')}.bak`));
    expect(readFileSync(`${pathOf('bcd12')}.bak`, 'utf8')).toContain('"bcd');
  });

  test('a folder that nothing can be moved in: a damaged draft stays, and a locked one is no newer one', async ({
    skip,
  }) => {
    const other = notRoot();
    if (!other) return skip('nobody may start this node');
    const id = await made(NEW);
    writeFileSync(pathOf('bcd12'), '{"schemaVersion":1,"id":"bcd');
    writeFileSync(pathOf('bcd13'), '{}');
    chmodSync(pathOf('bcd13'), 0);
    chmodSync(pathOf(id), 0o644);
    chmodSync(scratch, 0o755);
    chmodSync(home, 0o755);
    chmodSync(join(home, 'drafts'), 0o555);
    const { code, out, err } = await svalka(['draft', 'list'], {
      env: { SVALKA_HOME: home, SVALKA_LANG: 'sv' },
      ...other,
    });
    chmodSync(join(home, 'drafts'), 0o700);
    expect(code).toBe(0);
    expect(out).toContain(id);
    expect(err.split('\n').sort()).toEqual(
      [
        '',
        draftMessages.sv.damagedStays(pathOf('bcd12')),
        `${pathOf('bcd13')} gick inte att läsa (EACCES).`,
      ].sort(),
    );
  });

  test('a folder that is a link to elsewhere is not used', async () => {
    symlinkSync(scratch, join(home, 'drafts'));
    for (const args of [['list'], NEW]) {
      const { code, err } = await draft(args);
      expect(code).toBe(2);
      expect(err).toContain('ELOOP');
    }
  });

  test('a mail with escape sequences drives no terminal, and is kept as it came', async () => {
    const hostile = 'Arg\u001b]0;pwned\u0007 \u009b2Jkund\u202e \u001b[31m!!!';
    const id = await made(['new', '--file', '-', '--text', 'answer.txt'], { stdin: hostile });
    await draft(['edit', id, '--text', '-'], { stdin: `Hej\u001b[2J du\u202e.` });
    expect(stored(id).customer).toBe(hostile);
    const ran = [
      await draft(['show', id]),
      await draft(['show', id, '--json']),
      await draft(['list']),
      await draft(['ready', id, '--now', '--reason', 'bråt\u001b[31mtom']),
      await svalka(['data', 'export'], { env: { SVALKA_HOME: home } }),
    ];
    for (const { code, out, err } of ran) {
      expect(code).toBe(0);
      for (const sign of ['\u001b', '\u009b', '\u202e', '\u0007']) expect(out + err).not.toContain(sign);
    }
    expect((JSON.parse(ran[1]?.out ?? '') as Draft).customer).toBe(hostile);
  });

  test('a mail of a megabyte is refused, and that is said; just under the limit it is taken', async () => {
    writeFileSync(join(scratch, 'mail.txt'), 'Arg! '.repeat(210_000));
    const { code, err } = await draft(NEW);
    expect(code).toBe(2);
    expect(err).toContain('högst 100 KiB');
    expect(
      (await draft(['new', '--file', '-', '--text', 'answer.txt'], { stdin: 'a'.repeat(1_000_000) })).code,
    ).toBe(2);
    writeFileSync(join(scratch, 'mail.txt'), `${'Arg! '.repeat(20_000)}`);
    const id = await made(NEW);
    expect((await draft(['ready', id, '--now', '--reason', 'x'])).code).toBe(0);
  });

  test('an answer of a hundred kilobytes is reviewed and compared in a few seconds', async () => {
    const long = Array.from({ length: 1900 }, (_, i) => `Jag förstår att du är arg, nummer ${i}.`).join('\n');
    const id = await made(['new', '--text', '-'], { stdin: long });
    await draft(['edit', id, '--text', '-'], { stdin: long.replaceAll('7', 'sju') });
    const began = performance.now();
    expect((await draft(['ready', id, '--now', '--reason', 'x'])).code).toBe(0);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe('a disk that cannot be written to', () => {
  let small: Disk | null = null;
  afterEach(() => {
    small?.close();
    small = null;
  });

  test('full: said, exit 2, and what is there stays whole', async ({ skip }) => {
    small = disk('size=64k,mode=700');
    if (!small) return skip('only root may mount a disk');
    const { out } = await draft(NEW, { home: small.path });
    const id = out.trim();
    const path = join(small.path, 'drafts', `${id}.json`);
    const before = readFileSync(path, 'utf8');
    small.fill();
    const fresh = await draft(NEW, { home: small.path });
    expect(fresh.code).toBe(2);
    expect(fresh.err).toContain('ENOSPC');
    const edited = await draft(['edit', id, '--text', '-'], {
      home: small.path,
      stdin: 'Ny och bättre text',
    });
    expect(edited.code).toBe(2);
    expect(edited.err).toContain('ENOSPC');
    expect(edited.err).toContain(`${draftMessages.sv.hereIsText}\n\nNy och bättre text`);
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(readdirSync(join(small.path, 'drafts'))).toEqual([`${id}.json`]);

    small.remount('ro');
    const locked = await draft(['edit', id, '--text', '-'], {
      home: small.path,
      stdin: 'Ny och bättre text',
    });
    expect(locked).toMatchObject({ code: 2 });
    expect(locked.err).toContain('EROFS');
    expect(locked.err).toContain('Ny och bättre text');
    expect((await draft(['list'], { home: small.path })).out).toContain(id);
    const early = await draft(['ready', id, '--now', '--reason', 'x'], { home: small.path });
    expect(early).toMatchObject({ code: 2, out: '' });
    // Its time has come, and the text comes too, though nothing can be noted.
    const later = await draft(['ready', id], { home: small.path, now: '2036-01-01T00:00:00Z' });
    expect(later).toMatchObject({ code: 0, out: ANSWER });
    expect(later.err).toContain('EROFS');
  });

  test('no place at all: said before anything is asked', async () => {
    const file = join(home, 'a-file');
    writeFileSync(file, '');
    const { code, err } = await draft(NEW, { home: file });
    expect(code).toBe(2);
    expect(err).toMatch(/ENOTDIR|EEXIST/);
    expect(err).not.toContain('    at ');
  });
});
