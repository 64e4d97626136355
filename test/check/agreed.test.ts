/** When both languages last said the same is kept by hash, a pair for each text. */
import { describe, expect, test } from 'vitest';
import { pairsIn, readAgreed, writeAgreed } from '../../src/check/agreed.ts';
import { NOTHING, readFolder } from '../../src/playbook/folder.ts';
import type { Doc } from '../../src/playbook/validate.ts';
import { shipped } from '../support/content.ts';
import { folderWith, playbook } from '../support/folder.ts';

async function docsOf(...texts: string[]): Promise<readonly Doc[]> {
  const folder = folderWith(Object.fromEntries(texts.map((text, i) => [`${i}.yaml`, text])));
  return (await readFolder(folder, NOTHING, (path) => path)).docs;
}
const NONE = new Map();
const agreed = async (...texts: string[]) => readAgreed(writeAgreed(await docsOf(...texts), NONE));

describe('pairs', () => {
  test('one for each text, by kind, id and place', async () => {
    const pairs = await agreed(playbook('mine'));
    expect([...(pairs?.keys() ?? [])]).toEqual([
      'playbook mine /about',
      'playbook mine /steps/hear/aim',
      'playbook mine /steps/hear/avoid',
      'playbook mine /steps/hear/do',
      'playbook mine /steps/hear/name',
      'playbook mine /steps/hear/phrases',
      'playbook mine /steps/hear/why',
      'playbook mine /title',
    ]);
  });

  test('a changed text changes its own language of its own pair', async () => {
    const before = await agreed(playbook('mine'));
    const after = await agreed(playbook('mine', { title: 'En annan titel' }));
    expect(after?.get('playbook mine /title')?.sv).not.toBe(before?.get('playbook mine /title')?.sv);
    expect(after?.get('playbook mine /title')?.nb).toBe(before?.get('playbook mine /title')?.nb);
    expect(new Map([...(after ?? [])].filter(([name]) => !name.endsWith(' /title')))).toEqual(
      new Map([...(before ?? [])].filter(([name]) => !name.endsWith(' /title'))),
    );
  });

  test('lines that move, and how a text is quoted, change nothing', async () => {
    const text = playbook('mine').replace('sv: "Titel"', "sv: 'Titel'");
    expect(await agreed(`# A comment.\n\n${text}`)).toEqual(await agreed(playbook('mine')));
  });

  test('every text of the shipped content that stands in two languages is in one', () => {
    const pairs = [...pairsIn(shipped.docs).values()];
    expect(pairs.length).toBeGreaterThan(1000);
    expect(pairs.filter(({ doc }) => doc.kind === 'heard' || doc.kind === 'language')).toEqual([]);
  });
});

describe('the file', () => {
  test('is the same from run to run, sorted, and ends with a newline', async () => {
    const one = await docsOf(playbook('b'), playbook('a'));
    const other = await docsOf(playbook('a'), playbook('b'));
    expect(writeAgreed(one, NONE)).toBe(writeAgreed(other, NONE));
    expect(writeAgreed(one, NONE)).toMatch(/\}\n$/);
  });

  test('keeps what was agreed of files that are not checked now', async () => {
    const before = await agreed(playbook('mine'), playbook('yours'));
    if (!before) throw new Error('not read');
    const changed = await docsOf(playbook('mine', { title: 'En annan titel' }));
    const after = readAgreed(writeAgreed(changed, before));
    expect([...(after?.keys() ?? [])]).toEqual([...before.keys()]);
    expect(after?.get('playbook yours /title')).toEqual(before.get('playbook yours /title'));
    expect(after?.get('playbook mine /title')).not.toEqual(before.get('playbook mine /title'));
  });

  test('lets go of a text that is no longer there', async () => {
    const before = new Map([
      ['playbook mine /gone', { sv: 'a', nb: 'b' }],
      ['playbook mine-too /title', { sv: 'a', nb: 'b' }],
      ['scenario mine /title', { sv: 'a', nb: 'b' }],
    ]);
    const after = readAgreed(writeAgreed(await docsOf(playbook('mine')), before));
    expect(after?.has('playbook mine /gone')).toBe(false);
    expect(after?.has('playbook mine-too /title')).toBe(true);
    expect(after?.has('scenario mine /title')).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['another version', '{"schemaVersion":2,"pairs":{}}'],
    ['without pairs', '{"schemaVersion":1}'],
    ['pairs that are none', '{"schemaVersion":1,"pairs":null}'],
    ['a text for pairs', '{"schemaVersion":1,"pairs":"ab"}'],
    ['a pair that is none', '{"schemaVersion":1,"pairs":{"playbook a /title":null}}'],
    ['half a pair', '{"schemaVersion":1,"pairs":{"playbook a /title":{"sv":"a"}}}'],
    ['a number for a hash', '{"schemaVersion":1,"pairs":{"playbook a /title":{"sv":1,"nb":2}}}'],
  ])('%s is not taken for one', (_, text) => {
    expect(readAgreed(text)).toBeNull();
  });
});
