/** The journal on disk: only ever added to, in whole lines; read within bounds, whatever is in it. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../src/commands/context.ts';
import { statementsIn } from '../../src/commands/past.ts';
import { start } from '../../src/flow/session.ts';
import { actorName } from '../../src/journal/actor.ts';
import { addToJournal } from '../../src/journal/journal.ts';
import { homes } from '../../src/journal/paths.ts';
import { LONGEST_LINE, readJournal } from '../../src/journal/read-journal.ts';
import { playWell, scenarioCourse } from '../flow/courses.ts';
import { folderWith } from '../support/folder.ts';
import { ioInto } from '../support/io.ts';
import { counting, teller } from '../support/told.ts';

const from = start(scenarioCourse('late-parcel'), 'sv', 1);
const journal = teller(from);
journal.save(playWell(from));
const { statements } = journal;
const [one, two, three] = statements as [
  (typeof statements)[0],
  (typeof statements)[0],
  (typeof statements)[0],
];

const inHome = (files: Record<string, string | Uint8Array> = {}) => {
  const home = folderWith(files);
  return { home, path: join(home, 'journal.jsonl') };
};

describe('added to', () => {
  test('whole lines, for nobody but oneself', () => {
    const { home } = inHome();
    const path = join(home, 'state', 'journal.jsonl');
    addToJournal(path, [one, two]);
    addToJournal(path, []);
    addToJournal(path, [three]);
    expect(readFileSync(path, 'utf8')).toBe(
      [one, two, three].map((line) => `${JSON.stringify(line)}\n`).join(''),
    );
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'state')).mode & 0o777).toBe(0o700);
  });

  test('a line that was cut short does not swallow the next', () => {
    const { path } = inHome();
    addToJournal(path, [one]);
    appendFileSync(path, JSON.stringify(two).slice(0, 100));
    addToJournal(path, [two, three]);
    expect(readJournal(path)).toMatchObject({ statements: [one, two, three], damaged: 1 });
  });
});

describe('read', () => {
  test('none where there is none', () => {
    const { home } = inHome();
    for (const path of [join(home, 'nothing'), '/dev/null']) {
      expect(readJournal(path)).toEqual({ statements: [], damaged: 0, damagedLines: [], unread: 0 });
    }
  });

  test('what is there and no journal is said to be so', () => {
    const { home } = inHome();
    const file = join(home, 'file');
    writeFileSync(file, '');
    expect(() => readJournal(home)).toThrow('EISDIR');
    expect(() => readJournal(join(file, 'journal.jsonl'))).toThrow('ENOTDIR');
  });

  const line = JSON.stringify(one);
  test.each<[string, string | Uint8Array, number]>([
    ['no JSON', 'x', 1],
    ['no statement', '{"id":1}', 1],
    ['empty lines', '\n\n', 0],
    ['half a character', Buffer.from([0x22, 0xc3, 0x22]), 1],
    ['NUL, as a disk leaves it after a power cut', '\0'.repeat(5000), 1],
    ['a line that is too long', `"${'a'.repeat(200_000)}"`, 1],
    ['a line as long as may be, and no statement', `"${'a'.repeat(LONGEST_LINE - 2)}"`, 1],
    ['a statement inside another', line.replace('"sv"', line), 1],
    ['a key twice', line.replace('{', '{"id":"x",'), 0],
  ])('%s: passed over and counted', (_, odd, damaged) => {
    const { path } = inHome({ 'journal.jsonl': '' });
    for (const part of [`${line}\n`, odd, `\n${JSON.stringify(two)}\n`, odd]) appendFileSync(path, part);
    const read = readJournal(path);
    expect(read.damaged).toBe(2 * damaged);
    if (damaged > 0) expect(read.statements).toEqual([one, two]);
    for (const kept of read.damagedLines) expect(kept.length).toBeLessThanOrEqual(LONGEST_LINE);
  });

  test('lines of any length, wherever the pieces in which it is read end', () => {
    const { path } = inHome();
    const many = Array.from({ length: 400 }, (_, i) => statements[i % statements.length] as typeof one);
    addToJournal(path, many);
    expect(statSync(path).size).toBeGreaterThan(5 * LONGEST_LINE);
    expect(readJournal(path)).toEqual({ statements: many, damaged: 0, damagedLines: [], unread: 0 });
  });

  test('of a very long one the end', () => {
    const { path } = inHome();
    addToJournal(path, statements);
    const last = Buffer.byteLength(`${JSON.stringify(statements.at(-1))}\n`);
    const { size } = statSync(path);
    expect(readJournal(path, last + 10)).toMatchObject({
      statements: [statements.at(-1)],
      unread: size - last - 10,
    });
    expect(readJournal(path, size)).toMatchObject({ statements, unread: 0 });
  });

  test.each([
    ['short ones', 'x\n'],
    ['ones that begin well', `{"id":"${'x'.repeat(300)}"\n`],
  ])('a great many lines that are none, %s, in little time', (_, odd) => {
    const { path } = inHome();
    writeFileSync(path, Buffer.alloc(8 * 1024 * 1024, odd.repeat(50)));
    const began = Date.now();
    const read = readJournal(path);
    expect(read.damaged).toBeGreaterThan(20_000);
    expect(read.damagedLines).toHaveLength(1000);
    expect(Date.now() - began).toBeLessThan(10_000);
  });
});

describe('damaged lines', () => {
  test.each(['sv', 'nb', 'en'])('are kept beside it and said once, in %s', (lang) => {
    const { home, path } = inHome();
    addToJournal(path, [one]);
    appendFileSync(path, 'första \u001b[31m\nandra');
    const said = () => {
      const { io, err } = ioInto({ SVALKA_HOME: home, SVALKA_LANG: lang });
      expect(statementsIn(contextOf(io, {}))).toEqual([one]);
      return err();
    };
    const first = said();
    expect(first).toMatch(/^.*2 .*journal\.jsonl\.bak\.\n$/);
    expect(said()).toBe('');
    expect(readFileSync(`${path}.bak`, 'utf8')).toBe('första \u001b[31m\nandra\n');
    expect(statSync(`${path}.bak`).mode & 0o777).toBe(0o600);
    // The journal itself is as it was: another process may be writing to it.
    expect(readFileSync(path, 'utf8')).toBe(`${JSON.stringify(one)}\nförsta \u001b[31m\nandra`);
    appendFileSync(path, '\ntredje\n');
    expect(said()).toMatch(/^\p{L}+ (rad|linje|line) /u);
  });

  test('that cannot be kept are said all the same', () => {
    const { home, path } = inHome({ 'journal.jsonl': 'x\n' });
    mkdirSync(`${path}.bak`);
    const { io, err } = ioInto({ SVALKA_HOME: home, SVALKA_LANG: 'sv' });
    expect(statementsIn(contextOf(io, {}))).toEqual([]);
    expect(err()).toContain('journal.jsonl');
  });
});

describe('the name that stands for the person', () => {
  test('is made once, by chance, for nobody but oneself', () => {
    const { home } = inHome();
    const where = homes({ SVALKA_HOME: join(home, 'new') }, 'linux');
    const newId = counting();
    const name = actorName(where, newId);
    expect(actorName(where, newId)).toBe(name);
    expect(readdirSync(join(home, 'new'))).toEqual(['actor.json']);
    expect(statSync(join(home, 'new', 'actor.json')).mode & 0o777).toBe(0o600);
  });

  test.each(['', '{}', '{"name":"Anna Andersson"}', 'null', '[1]'])('%s is set aside', (odd) => {
    const { home } = inHome({ 'actor.json': odd });
    const name = actorName(homes({ SVALKA_HOME: home }, 'linux'), counting());
    expect(name).toMatch(/^0000/);
    expect(readFileSync(join(home, 'actor.json.bak'), 'utf8')).toBe(odd);
    expect(JSON.parse(readFileSync(join(home, 'actor.json'), 'utf8'))).toEqual({ name });
  });

  test('stands for one session where it cannot be kept', () => {
    const { home } = inHome({ file: '' });
    const newId = counting();
    expect(actorName(homes({ SVALKA_HOME: join(home, 'file') }, 'linux'), newId)).toMatch(/^0000/);
    expect(existsSync(join(home, 'file'))).toBe(true);
    symlinkSync('/nowhere/at/all', join(home, 'actor.json'));
    expect(actorName(homes({ SVALKA_HOME: home }, 'linux'), newId)).toMatch(/^0000/);
  });
});
