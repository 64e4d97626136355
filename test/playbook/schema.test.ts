/** One source of truth: the schemas for editors, and the shipped files that name them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/build/schemas.ts';
import { yamlFiles } from '../../src/playbook/folder.ts';
import { KINDS } from '../../src/playbook/types.ts';
import { ROOT, shipped } from '../support/content.ts';

const FOLDER = join(ROOT, 'playbooks');
const FILES = yamlFiles(FOLDER).map((path) => path.slice(FOLDER.length + 1));

describe('the JSON Schemas for editors', () => {
  const schemas = jsonSchemas();

  it('there is one for each kind, and no other file', () => {
    const names = KINDS.map((kind) => `${kind}.schema.json`);
    expect(Object.keys(schemas).sort()).toEqual([...names].sort());
    expect(readdirSync(join(FOLDER, 'schema')).sort()).toEqual([...names].sort());
  });

  it.each(Object.entries(schemas))('%s is what the code says (npm run schemas)', (name, text) => {
    expect(readFileSync(join(FOLDER, 'schema', name), 'utf8')).toBe(text);
  });

  it.each(Object.entries(schemas))('%s allows nothing that it does not name', (_name, text) => {
    const open: string[] = [];
    const look = (node: unknown, at: string) => {
      if (typeof node !== 'object' || node === null) return;
      const { type, additionalProperties } = node as Record<string, unknown>;
      if (type === 'object' && additionalProperties !== false) open.push(at);
      for (const [key, value] of Object.entries(node)) look(value, `${at}/${key}`);
    };
    look(JSON.parse(text), '');
    expect(open).toEqual([]);
  });
});

describe('the shipped content', () => {
  it('is there', () => {
    expect(FILES.length).toBeGreaterThan(60);
    expect(shipped.docs).toHaveLength(FILES.length);
  });

  it('has no finding', () => {
    expect(shipped.findings).toEqual([]);
  });

  it.each(FILES)('%s names its schema in its first line', (file) => {
    const path = join(FOLDER, file);
    const [first = ''] = readFileSync(path, 'utf8').split('\n');
    const named = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1] ?? '';
    const schema = join(dirname(path), named);
    expect(existsSync(schema)).toBe(true);
    const kind = shipped.docs.find((doc) => doc.document.source.file === `playbooks/${file}`)?.kind;
    expect(schema).toBe(join(FOLDER, 'schema', `${kind}.schema.json`));
  });
});
