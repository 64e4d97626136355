/** The published rules of xAPI: the JSON Schema in test/data, as a validator of draft 7 reads it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { ROOT } from './content.ts';

const read = (name: string) => JSON.parse(readFileSync(join(ROOT, 'test/data', name), 'utf8')) as unknown;

/** Where each part of the schema stands, by the `id` that the others name it with. */
function places(value: unknown, at: string, found: Map<string, string>): Map<string, string> {
  if (typeof value !== 'object' || value === null) return found;
  if ('id' in value && typeof value.id === 'string') found.set(value.id, at);
  for (const [key, one] of Object.entries(value)) {
    places(one, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, found);
  }
  return found;
}

/** Draft 4 names parts by `id`; since draft 6 a pointer does the same. Nothing else of it is used here. */
function pointed(value: unknown, known: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => pointed(one, known));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]): [string, unknown][] => {
      if (key === '$schema' || (key === 'id' && typeof one === 'string')) return [];
      if (key === '$ref') return [[key, known.get(String(one)) ?? one]];
      return [[key, pointed(one, known)]];
    }),
  );
}

const published = read('xapi-1.0.1.json');
const schema = pointed(published, places(published, '#', new Map())) as object;
// The patterns name halves of characters, which only patterns without the u flag may.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
for (const [name, pattern] of Object.entries(read('xapi-1.0.1.formats.json') as Record<string, string>)) {
  ajv.addFormat(name, new RegExp(pattern));
}
ajv.addSchema(schema, 'xapi');
const validate = ajv.compile({ $ref: 'xapi#/properties/statement' });

/** What the published schema finds wrong with a statement. */
export function faultsOf(statement: unknown): string[] {
  validate(statement);
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}
