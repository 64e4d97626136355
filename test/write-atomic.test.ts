/** A file is written whole or not at all. */
import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeAtomic } from '../src/write-atomic.ts';
import { disk } from './support/disk.ts';
import { folderWith } from './support/folder.ts';

test('a new file, over an old one, through a link, each with the mode that it should have', () => {
  const folder = folderWith({ old: 'old' });
  const at = (name: string) => join(folder, name);
  writeFileSync(at('shared'), 'old', { mode: 0o640 });
  symlinkSync('shared', at('link'));
  writeAtomic(at('new'), 'ny å', 0o600);
  writeAtomic(at('old'), 'new');
  writeAtomic(at('link'), 'new');
  expect(readFileSync(at('new'), 'utf8')).toBe('ny å');
  expect(statSync(at('new')).mode & 0o777).toBe(0o600);
  expect(readFileSync(at('shared'), 'utf8')).toBe('new');
  expect(statSync(at('shared')).mode & 0o777).toBe(0o640);
  expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['link', 'new', 'old', 'shared']);
});

test('where it cannot be written, what was there stays, and nothing lies beside it', () => {
  const folder = folderWith({ 'a-folder/file': 'old' });
  expect(() => writeAtomic(join(folder, 'a-folder'), 'new')).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(() => writeAtomic(join(folder, 'nowhere', 'file'), 'new')).toThrow(/ENOENT/);
  expect(readdirSync(folder)).toEqual(['a-folder']);
});

test('a disk that takes only a part: the old file is still whole', (t) => {
  const small = disk('size=16k');
  if (!small) return t.skip('only who may mount a disk can fill one');
  try {
    const path = join(small.path, 'file');
    writeAtomic(path, 'old');
    expect(() => writeAtomic(path, 'new'.repeat(10_000))).toThrow(/ENOSPC/);
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(small.path)).toEqual(['file']);
  } finally {
    small.close();
  }
});
