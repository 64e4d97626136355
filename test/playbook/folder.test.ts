/** Folders on a real disk, with all that can lie in them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/playbook/finding.ts';
import { readFile, readFolder, yamlFiles } from '../../src/playbook/folder.ts';
import { LIMITS } from '../../src/playbook/read.ts';
import { library } from '../support/content.ts';
import { folderWith, playbook, script } from '../support/folder.ts';

const read = (root: string) => readFolder(root, library, (path) => path.slice(root.length + 1));

/** `file:line:col rule`, with the reason of a file that could not be read. */
const told = (findings: readonly Finding[]) =>
  findings.map(
    (f) => `${f.file}:${f.line}:${f.col} ${f.rule}${f.params.reason ? ` ${f.params.reason}` : ''}`,
  );

const GOOD = playbook('good');

describe('what is read', () => {
  it('YAML files at any depth, in the order of their names', async () => {
    const root = folderWith({
      'b.yml': playbook('b'),
      'a.yaml': playbook('a'),
      'deep/er/C.YAML': playbook('c'),
      'notes.txt': 'hej',
      'a.yaml.bak': '{',
      yaml: '{',
    });
    const { docs, findings } = await read(root);
    expect(findings).toEqual([]);
    expect(docs.map((doc) => doc.id)).toEqual(['a', 'b', 'c']);
  });

  it('nothing hidden, and no node_modules', async () => {
    const root = folderWith({
      'good.yaml': GOOD,
      '.hidden.yaml': '{',
      '.git/x.yaml': '{',
      '._good.yaml': '\u0000',
      'node_modules/p/x.yaml': '{',
    });
    expect(yamlFiles(root)).toEqual([join(root, 'good.yaml')]);
    expect((await read(root)).findings).toEqual([]);
  });

  it('an empty folder is nothing', async () => {
    expect(await read(folderWith({}))).toEqual({ docs: [], findings: [] });
  });

  it('a byte order mark and CRLF are fine', async () => {
    const root = folderWith({ 'good.yaml': `\ufeff${GOOD.replaceAll('\n', '\r\n')}` });
    expect((await read(root)).docs[0]?.document.places.get('/playbook')?.start).toBe(
      'schema: 1\r\nplaybook: '.length,
    );
  });

  it('a folder that is not there is the file system’s error', async () => {
    await expect(read('/nowhere/at/all')).rejects.toMatchObject({ code: 'ENOENT' });
    const root = folderWith({ 'good.yaml': GOOD });
    await expect(read(join(root, 'good.yaml'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});

describe('nothing outside the folder that was named is read', () => {
  const outside = () => folderWith({ 'secret.yaml': playbook('secret') });
  const LINKS: [name: string, lay: (root: string) => void, told: string[]][] = [
    [
      'a link to a file outside',
      (root) => symlinkSync(join(outside(), 'secret.yaml'), join(root, 'x.yaml')),
      ['x.yaml:1:1 unreadable-file outside'],
    ],
    [
      'a link to a system file',
      (root) => symlinkSync('/etc/passwd', join(root, 'x.yaml')),
      ['x.yaml:1:1 unreadable-file outside'],
    ],
    ['a link to a folder outside', (root) => symlinkSync(outside(), join(root, 'x')), []],
    [
      'a link to a folder outside, named as a file',
      (root) => symlinkSync(outside(), join(root, 'x.yaml')),
      ['x.yaml:1:1 unreadable-file outside'],
    ],
    [
      'a link over a link',
      (root) => {
        symlinkSync(join(outside(), 'secret.yaml'), join(root, 'y'));
        symlinkSync('y', join(root, 'x.yaml'));
      },
      ['x.yaml:1:1 unreadable-file outside'],
    ],
    [
      'a folder beside it whose name begins alike',
      (root) => {
        mkdirSync(`${root}-b`);
        symlinkSync(`${root}-b`, join(root, 'x.yaml'));
        rmSync(`${root}-b`, { recursive: true });
      },
      ['x.yaml:1:1 unreadable-file ENOENT'],
    ],
    [
      'a link to itself',
      (root) => symlinkSync('x.yaml', join(root, 'x.yaml')),
      ['x.yaml:1:1 unreadable-file ELOOP'],
    ],
    [
      'two links to each other',
      (root) => {
        symlinkSync('y.yaml', join(root, 'x.yaml'));
        symlinkSync('x.yaml', join(root, 'y.yaml'));
      },
      ['x.yaml:1:1 unreadable-file ELOOP', 'y.yaml:1:1 unreadable-file ELOOP'],
    ],
    ['a link to the folder itself', (root) => symlinkSync('.', join(root, 'loop')), []],
    [
      'a link to the folder itself, named as a file',
      (root) => symlinkSync('.', join(root, 'x.yaml')),
      ['x.yaml:1:1 unreadable-file not a file'],
    ],
  ];
  it.each(LINKS)('%s', async (_name, lay, expected) => {
    const root = folderWith({ 'good.yaml': GOOD });
    lay(root);
    const { docs, findings } = await read(root);
    expect(told(findings)).toEqual(expected);
    expect(docs.map((doc) => doc.id)).toEqual(['good']);
  });

  it('a link inside the folder is followed', async () => {
    const root = folderWith({ 'deep/good.txt': GOOD });
    symlinkSync('deep/good.txt', join(root, 'x.yaml'));
    expect((await read(root)).docs.map((doc) => doc.id)).toEqual(['good']);
  });

  it('the folder itself may be a link', async () => {
    const root = folderWith({ 'good.yaml': GOOD });
    const base = folderWith({});
    symlinkSync(root, join(base, 'link'));
    expect((await read(join(base, 'link'))).docs.map((doc) => doc.id)).toEqual(['good']);
  });
});

describe('files that cannot be read are told of, and the others are read', () => {
  const FILES: [name: string, lay: (root: string) => void, told: string[]][] = [
    [
      'a dangling link',
      (root) => symlinkSync('gone', join(root, 'x.yaml')),
      ['x.yaml:1:1 unreadable-file ENOENT'],
    ],
    [
      'a pipe, which would wait for ever',
      (root) => execFileSync('mkfifo', [join(root, 'x.yaml')]),
      ['x.yaml:1:1 unreadable-file not a file'],
    ],
    ['a folder named as a file is a folder', (root) => mkdirSync(join(root, 'x.yaml')), []],
  ];
  it.each(FILES)('%s', async (_name, lay, expected) => {
    const root = folderWith({ 'good.yaml': GOOD });
    lay(root);
    const { docs, findings } = await read(root);
    expect(told(findings)).toEqual(expected);
    expect(docs.map((doc) => doc.id)).toEqual(['good']);
  });

  it('a device is no file', () => {
    expect(told(readFile('/dev/zero', 'zero').findings)).toEqual(['zero:1:1 unreadable-file not a file']);
  });

  it('a file that vanishes while the folder is read', async () => {
    const root = folderWith({ 'a.yaml': playbook('a'), 'b.yaml': playbook('b') });
    let pauses = 0;
    const { docs, findings } = await readFolder(
      root,
      library,
      (path) => path.slice(root.length + 1),
      async () => {
        if (++pauses === 2) unlinkSync(join(root, 'b.yaml'));
      },
    );
    expect(told(findings)).toEqual(['b.yaml:1:1 unreadable-file ENOENT']);
    expect(docs.map((doc) => doc.id)).toEqual(['a']);
  });

  const BYTES: [name: string, bytes: Uint8Array, told: string[]][] = [
    ['binary', readFileSync(process.execPath).subarray(0, 4096), ['x.yaml:1:1 not-utf8']],
    ['Latin-1', Buffer.from('schema: 1\nplaybook: hej # å', 'latin1'), ['x.yaml:1:1 not-utf8']],
    ['UTF-16', Buffer.from('\ufeffschema: 1', 'utf16le'), ['x.yaml:1:1 not-utf8']],
    ['an overlong slash', Buffer.from([0xc0, 0xaf]), ['x.yaml:1:1 not-utf8']],
    ['half a character', Buffer.from([0x61, 0xe2, 0x82]), ['x.yaml:1:1 not-utf8']],
    ['a surrogate', Buffer.from([0xed, 0xa0, 0x80]), ['x.yaml:1:1 not-utf8']],
    ['empty', Buffer.alloc(0), ['x.yaml:1:1 empty-file']],
    ['a byte order mark alone', Buffer.from('\ufeff'), ['x.yaml:1:1 empty-file']],
    ['over the limit', Buffer.alloc(LIMITS.bytes + 1, 0x20), ['x.yaml:1:1 size-limit']],
    ['10 MB', Buffer.alloc(10 * 1024 * 1024, 0x61), ['x.yaml:1:1 size-limit']],
  ];
  it.each(BYTES)('%s', async (_name, bytes, expected) => {
    const { docs, findings } = await read(folderWith({ 'good.yaml': GOOD, 'x.yaml': bytes }));
    expect(told(findings)).toEqual(expected);
    expect(docs.map((doc) => doc.id)).toEqual(['good']);
  });
});

describe('the files of a folder together', () => {
  it('an id that two files claim is told at the second, with the first', async () => {
    const root = folderWith({
      'a.yaml': playbook('mine'),
      'b.yaml': playbook('mine'),
      'c.yaml': script('mine'),
    });
    const { findings } = await read(root);
    expect(told(findings)).toEqual(['b.yaml:2:11 duplicate-id']);
    expect(findings[0]?.params).toEqual({ name: 'mine', other: 'a.yaml' });
  });

  it('every problem of every file, in the order of files and places', async () => {
    const root = folderWith({
      'b.yaml': script('b', { scenario: 'gone' }),
      'a.yaml': 'schema: 2\nscript: a\n',
      'c.yaml': `${playbook('c', { source: 'x' })}extra: 1\nabuot: y: z\n`,
      'd.yaml': playbook('d', { title: '{lösning}', step: 'next: gone' }),
    });
    expect(told((await read(root)).findings)).toEqual([
      'a.yaml:1:9 schema-version',
      'b.yaml:3:11 unknown-target',
      'c.yaml:19:1 unknown-key',
      'c.yaml:20:9 unquoted-colon',
      'd.yaml:3:14 unknown-slot',
      'd.yaml:15:11 unknown-target',
    ]);
  });

  it('a file that points to a broken one of the same folder is not told of for that', async () => {
    const root = folderWith({
      'mine.yaml': `${playbook('mine')}extra: 1\n`,
      'sources.yaml': 'schema: 1\nsources: mine\nsource: {}\n',
      'also.yaml': playbook('also', { source: 'of-mine' }),
    });
    expect(told((await read(root)).findings)).toEqual([
      'mine.yaml:19:1 unknown-key',
      'sources.yaml:3:9 too-few',
    ]);
  });

  it('same input, same output', async () => {
    const root = folderWith({ 'b.yaml': script('x', { choose: 'gone' }), 'a.yaml': 'a: b: c\nd: e: f\n' });
    expect(await read(root)).toEqual(await read(root));
  });
});
