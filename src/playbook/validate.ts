/**
 * A read document against the schema of its kind: each problem at its place, with
 * what to write instead. The schema decides what is wrong; this file only finds
 * where that stands and turns the validator's keywords into svalka's rules.
 */
import type { TSchema } from 'typebox';
import type { Finding, FindingParams, ReaderRule } from './finding.ts';
import { fits } from './fits.ts';
import { nearest } from './nearest.ts';
import { cutKey, type Document, LIMITS, type Place, pointerKey } from './read.ts';
import { type DocOf, SCHEMA_VERSION, SCHEMAS } from './schema.ts';
import { errorsIn, type ValidationError } from './schema-errors.ts';
import { KINDS, type Kind } from './types.ts';

// The default stops at eight, but a file's problems are reported all at once. It must be more
// than a file can have: an unknown key is first told of in a way that says nothing (`boolean`),
// and were the rest cut off, nothing would be left to report.
const MOST_ERRORS = 4 * LIMITS.nodes;

/** A validated file. */
export type Doc = { [K in Kind]: { kind: K; id: string; value: DocOf<K>; document: Document } }[Kind];

/** What a file says it is, also where the rest of it is broken. */
export interface Claim {
  readonly kind: Kind;
  readonly id: string;
}

/** Where a pointer stands; a value that is not there stands at the nearest one around it. */
export function placeOf(document: Document, pointer: string): Place {
  for (let at = pointer.split('/').map(cutKey).join('/'); ; at = at.slice(0, at.lastIndexOf('/'))) {
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
export function validate(document: Document): { doc: Doc | null; claim: Claim | null; findings: Finding[] } {
  const { value } = document;
  if (!isObject(value)) {
    const rule = value === null ? 'empty-file' : 'wrong-type';
    return { doc: null, claim: null, findings: [findingAt(document, '', rule, { wanted: 'map' })] };
  }
  const kind = KINDS.find((k) => Object.hasOwn(value, k));
  if (!kind) {
    const [first = ''] = Object.keys(value).filter((key) => key !== 'schema');
    const params = { key: first, near: nearest(first, KINDS), allowed: KINDS.join(', ') };
    return {
      doc: null,
      claim: null,
      findings: [findingAt(document, `/${pointerKey(first)}`, 'unknown-kind', params, 'key')],
    };
  }
  const claim = { kind, id: String(value[kind]) };
  if (typeof value.schema === 'number' && value.schema !== SCHEMA_VERSION) {
    const age = value.schema > SCHEMA_VERSION ? 'newer' : 'older';
    const params = { version: value.schema, wanted: SCHEMA_VERSION, age };
    return { doc: null, claim, findings: [findingAt(document, '/schema', 'schema-version', params)] };
  }
  const schema: TSchema = SCHEMAS[kind];
  const doc = { kind, id: claim.id, value, document } as unknown as Doc;
  if (fits(schema, value)) return { doc, claim, findings: [] };
  const findings = errorsIn(schema, value, MOST_ERRORS)
    .flatMap((error) => explain(document, schema, error))
    .slice(0, LIMITS.findings);
  if (findings.length > 0) return { doc: null, claim, findings };
  return { doc, claim, findings };
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
      const allowed = Object.keys(node.properties ?? {});
      const free = allowed.filter((name) => !(isObject(value) && Object.hasOwn(value, name)));
      return (params.additionalProperties as string[]).slice(0, LIMITS.findings).map((key) => {
        const pointer = `${at}/${pointerKey(key)}`;
        if (node.patternProperties) return findingAt(document, pointer, 'bad-id', { value: key }, 'key');
        const more = { key, near: nearest(key, free), allowed: allowed.join(', ') };
        return findingAt(document, pointer, 'unknown-key', more, 'key');
      });
    }
    case 'required':
      return (params.requiredProperties as string[]).map((key) =>
        findingAt(document, at, 'missing-key', { key }, 'key'),
      );
    case 'type':
      return params.type === 'string' && isObject(value)
        ? [textTakenForMap(document, at, value)]
        : here('wrong-type', { wanted: String(params.type), value: text });
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String);
      return here('bad-value', { value: text, near: nearest(text, allowed), allowed: allowed.join(', ') });
    }
    case 'const':
      // Of another type than the one value that may stand here: that has been said already.
      if (typeof value !== typeof params.allowedValue) return [];
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
    case 'uniqueItems': {
      const again = (value as unknown[]).findIndex((one, i, all) => all.indexOf(one) < i);
      const more = { value: String((value as unknown[])[again]), near: '', allowed: '' };
      return [findingAt(document, `${at}/${again}`, 'bad-value', more)];
    }
    default:
      // `boolean` repeats what additionalProperties has said.
      return [];
  }
}

/** A text that YAML reads as a map, because of a colon or of the brace it begins with. */
function textTakenForMap(document: Document, at: string, value: Record<string, unknown>): Finding {
  const { source } = document;
  const { start } = placeOf(document, at);
  const line = source.lineOf(start);
  const words = source.text.slice(start, source.endOf(line)).trimEnd();
  if (words.startsWith('{') && Object.values(value).every((one) => one === null)) {
    return findingAt(document, at, 'reserved-character', { sign: '{' });
  }
  const colon = words.search(/:(\s|$)/);
  if (!/\/\d+$/.test(at) || Object.keys(value).length > 1 || colon === -1 || words.startsWith('{')) {
    return findingAt(document, at, 'wrong-type', { wanted: 'string' });
  }
  const better = `- "${words.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return source.finding('unquoted-colon', start + colon, start + colon + 1, { better });
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
