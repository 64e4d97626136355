/** Drafts on disk: private, whole, and never elsewhere than they seem to be. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { begin, type Draft, waiting, written } from '../../src/journal/draft.ts';
import { changeDraft, createDraft, draftPath, openShelf, removeDraft } from '../../src/journal/drafts.ts';
import {
  closeRoom,
  emptyRoom,
  isOldRoom,
  leftRooms,
  newIn,
  openRoom,
  type Room,
  remember,
  textIn,
} from '../../src/journal/editing.ts';

const NOW = Date.parse('2026-11-24T13:00:00Z');
let home = '';
let folder = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'svalka-drafts-'));
  folder = join(home, 'state', 'drafts');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const make = (seed: number, text = 'Hej!'): Draft =>
  createDraft(folder, seed, (id) => written(begin(id, NOW, 'sv', null), text, NOW));

test('a file each, readable by their owner alone', () => {
  const { id } = make(7);
  expect(statSync(draftPath(folder, id)).mode & 0o777).toBe(0o600);
  for (const one of [folder, join(home, 'state')]) expect(statSync(one).mode & 0o777).toBe(0o700);
  expect(openShelf(folder, NOW).drafts.map((draft) => draft.id)).toEqual([id]);
});

test('the same chance twice gives two names', () => {
  const ids = [make(7), make(7), make(7)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  expect(openShelf(folder, NOW).drafts).toHaveLength(3);
});

test('what another terminal wrote meanwhile stays', () => {
  const mine = make(7);
  changeDraft(folder, mine, (draft) => written(draft, 'Från det andra fönstret', NOW + 1));
  const after = changeDraft(folder, mine, (draft) => written(draft, 'Från det här', NOW + 2));
  expect(after.versions.map(({ text }) => text)).toEqual(['Hej!', 'Från det andra fönstret', 'Från det här']);
});

test('a damaged draft is set aside, a later one left alone, others are not touched', () => {
  const { id } = make(7);
  const files = {
    'bcd12.json': '{"schemaVersion":1,',
    'bcf12.json': '{"schemaVersion":2}',
    'notes.txt': 'mine',
    'abc.json': '',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const shelf = openShelf(folder, NOW);
  expect(shelf.drafts.map((draft) => draft.id)).toEqual([id]);
  const path = join(folder, 'bcd12.json');
  expect(shelf.damaged).toEqual([{ path, aside: `${path}.bak` }]);
  expect(shelf.newer).toEqual([join(folder, 'bcf12.json')]);
  expect(readdirSync(folder).sort()).toEqual(
    ['abc.json', 'bcd12.json.bak', 'bcf12.json', `${id}.json`, 'notes.txt'].sort(),
  );
  expect(readFileSync(join(folder, 'bcd12.json.bak'), 'utf8')).toBe('{"schemaVersion":1,');
});

test('a second damage does not write over the first', () => {
  make(7);
  const path = join(folder, 'bcd12.json');
  for (const text of ['first', 'second', 'third']) {
    writeFileSync(path, text);
    openShelf(folder, NOW);
  }
  for (const [ending, text] of [
    ['', 'first'],
    ['.2', 'second'],
    ['.3', 'third'],
  ])
    expect(readFileSync(`${path}.bak${ending}`, 'utf8')).toBe(text);
});

test('a draft under the name of another is damaged', () => {
  const draft = make(7);
  writeFileSync(join(folder, 'bcd12.json'), JSON.stringify(draft));
  expect(openShelf(folder, NOW).damaged).toHaveLength(1);
});

test('what a killed process left half written goes, once nobody can be at it any more', () => {
  const { id } = make(7);
  const halves = [
    `${id}.json.0f8fad5b-d9cb-469f-a165-70867728950e`,
    'bcd12.json.0f8fad5b-d9cb-469f-a165-70867728950e',
    'bcd12.new',
  ];
  const others = [`${id}.json.bak`, 'notes.json.0f8fad5b-d9cb-469f-a165-70867728950e', 'holiday.new'];
  for (const name of [...halves, ...others]) writeFileSync(join(folder, name), '{"cust');
  const now = Date.now();
  openShelf(folder, now + 30_000);
  expect(readdirSync(folder)).toHaveLength(1 + halves.length + others.length);
  openShelf(folder, now + 120_000);
  expect(readdirSync(folder).sort()).toEqual([`${id}.json`, ...others].sort());
});

test('removed when its day is past, not before', () => {
  const draft = make(7);
  changeDraft(folder, draft, (one) => waiting(one, NOW, 1, () => 0));
  expect(openShelf(folder, Date.parse('2026-11-25T23:59:00Z')).past).toEqual([]);
  expect(openShelf(folder, Date.parse('2026-11-26T00:00:00Z')).past.map(({ id }) => id)).toEqual([draft.id]);
  expect(existsSync(draftPath(folder, draft.id))).toBe(false);
});

describe('links are not followed', () => {
  test('a draft that is a link is neither read nor written to', () => {
    const draft = make(7);
    const outside = join(home, 'outside.json');
    writeFileSync(outside, JSON.stringify({ ...draft, id: 'bcd12' }));
    symlinkSync(outside, join(folder, 'bcd12.json'));
    const shelf = openShelf(folder, NOW);
    expect(shelf.odd).toEqual([join(folder, 'bcd12.json')]);
    expect(shelf.drafts.map(({ id }) => id)).toEqual([draft.id]);
    const before = readFileSync(outside, 'utf8');
    expect(() => changeDraft(folder, { ...draft, id: 'bcd12' }, (one) => one)).toThrow(
      expect.objectContaining({ code: 'ELOOP' }),
    );
    expect(readFileSync(outside, 'utf8')).toBe(before);
    removeDraft(folder, 'bcd12');
    expect(existsSync(outside)).toBe(true);
  });

  test('a folder that is a link is not used', () => {
    const outside = join(home, 'outside');
    mkdirSync(outside);
    mkdirSync(join(home, 'state'));
    symlinkSync(outside, folder);
    expect(() => openShelf(folder, NOW)).toThrow(expect.objectContaining({ code: 'ELOOP' }));
    expect(() => make(7)).toThrow(expect.objectContaining({ code: 'ELOOP' }));
    expect(readdirSync(outside)).toEqual([]);
  });
});

test('where it cannot be written, nothing is left behind', () => {
  expect(() =>
    createDraft(folder, 7, () => {
      throw new Error('cannot');
    }),
  ).toThrow('cannot');
  expect(readdirSync(folder)).toEqual([]);
});

describe('the room in which an editor works', () => {
  const GONE = 2 ** 22 + 1;

  test('is private, and goes with all that an editor left in it', () => {
    const { id } = make(7);
    const room = openRoom(folder, id, 'Hej!', process.pid);
    expect(statSync(room.path).mode & 0o777).toBe(0o700);
    expect(statSync(room.file).mode & 0o777).toBe(0o600);
    expect(textIn(room)).toBe('Hej!');
    writeFileSync(`${room.file}~`, 'a copy');
    closeRoom(room);
    expect(existsSync(room.path)).toBe(false);
  });

  test('reads what editors write: CRLF, a byte order mark, Windows’ letters', () => {
    const { id } = make(7);
    const room = openRoom(folder, id, '', process.pid);
    writeFileSync(room.file, '\ufeffHej!\r\n\r\nGå hem.\r\n\r\n');
    expect(textIn(room)).toBe('Hej!\n\nGå hem.');
    writeFileSync(room.file, Buffer.from('Gå hem på søndag', 'latin1'));
    expect(textIn(room)).toBe('Gå hem på søndag');
    writeFileSync(room.file, Buffer.alloc(1024 * 1024 + 1, 'a'));
    expect(textIn(room)).toBeNull();
    rmSync(room.file);
    symlinkSync('/etc/passwd', room.file);
    expect(textIn(room)).toBeNull();
    closeRoom(room);
    expect(lstatSync('/etc/passwd').isFile()).toBe(true);
  });

  test('is found again when its process is gone, and only then', () => {
    const { id } = make(7);
    openRoom(folder, id, 'nu', process.pid);
    const left = openRoom(folder, id, 'kvar', GONE);
    expect(leftRooms(folder)).toEqual([left]);
    expect(newIn(left)).toBe('');
    writeFileSync(left.file, 'kvar och mer');
    expect(newIn(left)).toBe('kvar och mer');
    remember(left, 'kvar och mer');
    expect(newIn(left)).toBe('');
    expect(isOldRoom(left, Date.now() + 23 * 3_600_000)).toBe(false);
    expect(isOldRoom(left, Date.now() + 25 * 3_600_000)).toBe(true);
    expect(openRoom(folder, id, 'ny', GONE).path).not.toBe(left.path);
    closeRoom(leftRooms(folder).find(({ path }) => path !== left.path) as Room);
    writeFileSync(join(left.path, '.answer.txt.swp'), 'more');
    expect(emptyRoom(left)).toBe(false);
    expect(readdirSync(left.path)).toEqual(['.answer.txt.swp']);
    rmSync(join(left.path, '.answer.txt.swp'));
    expect(emptyRoom(left)).toBe(true);
    expect(leftRooms(folder)).toEqual([]);
  });
});
