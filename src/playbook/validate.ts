/**
 * A read document against the schema of its kind: each problem at its place, with
 * what to write instead. The schema decides what is wrong; this file only finds
 * where that stands and turns the validator's keywords into svalka's rules.
 */
import type { TSchema } from 'typebox';
import { Settings } from 'typebox/system';
import { Errors } from 'typebox/value';
import type { Finding, FindingParams, ReaderRule } from './finding.ts';
import { nearest } from './nearest.ts';
import { type Document, type Place, pointerKey } from './read.ts';
import { type DocOf, SCHEMA_VERSION, SCHEMAS } from './schema.ts';
import { KINDS, type Kind } from './types.ts';

// The default stops at eight; a file's problems are reported all at once.
Settings.Set({ maxErrors: 1000 });

/** A validated file. */
export type Doc = { [K in Kind]: { kind: K; id: string; value: DocOf<K>; document: Document } }[Kind];

type ValidationError = ReturnType<typeof Errors>[number];

/** Where a pointer stands; a value that is not there stands at the nearest one around it. */
export function placeOf(document: Document, pointer: string): Place {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = document.places.get(at);
    if (place) return place;
    if (at === '') return { start: 0, end: 1, keyStart: 0, keyEnd: 1 };
  }
}

/** A finding at the value (or the key) that a pointer names. */
export function findingAt(
  document: Document,
  pointer: string,
  rule: ReaderRule,
  params: FindingParams = {},
  where: 'value' | 'key' = 'value',
): Finding {
  const place = placeOf(document, pointer);
  return where === 'key'
    ? document.source.finding(rule, place.keyStart, place.keyEnd, params)
    : document.source.finding(rule, place.start, place.end, params);
}

/**
 * Validates one document.
 * @returns the document with its kind and id, or null where it has findings
 */
export function validate(document: Document): { doc: Doc | null; findings: Finding[] } {
  const { value } = document;
  if (!isObject(value)) {
    const rule = value === null ? 'empty-file' : 'wrong-type';
    return { doc: null, findings: [findingAt(document, '', rule, { wanted: 'map' })] };
  }
  const kind = KINDS.find((k) => Object.hasOwn(value, k));
  if (!kind) {
    const [first = ''] = Object.keys(value).filter((key) => key !== 'schema');
    const params = { key: first, near: nearest(first, KINDS), allowed: KINDS.join(', ') };
    return {
      doc: null,
      findings: [findingAt(document, `/${pointerKey(first)}`, 'unknown-kind', params, 'key')],
    };
  }
  if (typeof value.schema === 'number' && value.schema !== SCHEMA_VERSION) {
    const age = value.schema > SCHEMA_VERSION ? 'newer' : 'older';
    const params = { version: value.schema, wanted: SCHEMA_VERSION, age };
    return { doc: null, findings: [findingAt(document, '/schema', 'schema-version', params)] };
  }
  const schema: TSchema = SCHEMAS[kind];
  const findings = Errors(schema, value).flatMap((error) => explain(document, schema, error));
  if (findings.length > 0) return { doc: null, findings };
  return { doc: { kind, id: String(value[kind]), value, document } as unknown as Doc, findings };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function explain(document: Document, root: TSchema, error: ValidationError): Finding[] {
  const at = error.instancePath;
  const params = error.params as Record<string, unknown>;
  const value = valueAt(document.value, at);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const here = (rule: ReaderRule, more: FindingParams = {}) => [findingAt(document, at, rule, more)];
  switch (error.keyword) {
    case 'additionalProperties': {
      const node = schemaAt(root, error.schemaPath);
      return (params.additionalProperties as string[]).map((key) => {
        const pointer = `${at}/${pointerKey(key)}`;
        if (node.patternProperties) return findingAt(document, pointer, 'bad-id', { value: key }, 'key');
        const allowed = Object.keys(node.properties ?? {});
        const present = isObject(value) ? Object.keys(value) : [];
        const free = allowed.filter((name) => !present.includes(name));
        const more = { key, near: nearest(key, free), allowed: allowed.join(', ') };
        return findingAt(document, pointer, 'unknown-key', more, 'key');
      });
    }
    case 'required':
      return (params.requiredProperties as string[]).map((key) =>
        findingAt(document, at, 'missing-key', { key }, 'key'),
      );
    case 'type':
      return here('wrong-type', { wanted: String(params.type), value: text });
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String);
      return here('bad-value', { value: text, near: nearest(text, allowed), allowed: allowed.join(', ') });
    }
    case 'const':
      return here('bad-value', { value: text, near: '', allowed: String(params.allowedValue) });
    case 'pattern':
      return here('bad-id', { value: text });
    case 'minLength':
    case 'maxLength':
      return here('text-length', { limit: Number(params.limit) });
    case 'minimum':
    case 'maximum':
      return here('number-range', { value: text, limit: Number(params.limit), side: error.keyword });
    case 'minItems':
    case 'minProperties':
      return here('too-few', { limit: Number(params.limit) });
    case 'maxItems':
    case 'maxProperties':
      return here('too-many', { limit: Number(params.limit) });
    case 'uniqueItems':
      return here('bad-value', { value: text, near: '', allowed: '' });
    default:
      // `boolean` repeats what additionalProperties has said.
      return [];
  }
}

interface SchemaNode {
  readonly properties?: Record<string, unknown>;
  readonly patternProperties?: Record<string, unknown>;
}

function schemaAt(root: TSchema, path: string): SchemaNode {
  return valueAt(root, path.replace(/^#/, '')) as SchemaNode;
}

function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const key of pointer.split('/').slice(1)) {
    value = (value as Record<string, unknown>)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}
