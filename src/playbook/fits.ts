/**
 * Whether a value surely is as its schema wants it. Nearly every file is, and typebox, which says
 * all that is wrong, takes twenty times as long to say that nothing is. Where this is in doubt
 * (a letter that takes two code units, a keyword that is not known here), it says no, and typebox
 * is asked: it alone decides what is wrong. Of what svalka writes itself nobody asks further: a
 * saved session, a statement or a draft that does not surely fit is damaged.
 */
import type { Static, TSchema } from 'typebox';

type Test = (value: unknown) => boolean;

/** The keywords of JSON Schema that are known here; a schema with another is in doubt. */
const KNOWN = new Set(
  `type enum const anyOf required properties patternProperties additionalProperties minProperties
  maxProperties items minItems maxItems uniqueItems minLength maxLength pattern minimum maximum`.split(/\s+/),
);
interface Keywords {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly TSchema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly patternProperties?: Readonly<Record<string, TSchema>>;
  readonly additionalProperties?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: TSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

const tests = new WeakMap<TSchema, Test>();

/** True where a value surely is as a schema wants it. */
export const fits = <T extends TSchema>(schema: T, value: unknown): value is Static<T> =>
  testOf(schema)(value);

/** A schema as a test, made once. */
function testOf(schema: TSchema): Test {
  const made = tests.get(schema) ?? makeTest(schema as Keywords);
  tests.set(schema, made);
  return made;
}

const DOUBT: Test = () => false;

function makeTest(schema: Keywords): Test {
  const keywords = Object.keys(schema);
  if (keywords.length === 0) return () => true;
  if (!keywords.every((keyword) => KNOWN.has(keyword))) return DOUBT;
  if (schema.enum) return isOneOf(schema.enum);
  if (schema.const !== undefined) return (value) => value === schema.const;
  if (schema.anyOf) {
    const some = schema.anyOf.map(testOf);
    return (value) => some.some((test) => test(value));
  }
  switch (schema.type) {
    case 'string':
      return stringTest(schema);
    case 'integer':
    case 'number':
      return numberTest(schema);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'null':
      return (value) => value === null;
    case 'array':
      return arrayTest(schema);
    case 'object':
      return objectTest(schema);
    default:
      return DOUBT;
  }
}

function isOneOf(values: readonly unknown[]): Test {
  const all = new Set(values);
  return (value) => all.has(value);
}

function stringTest({ minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern }: Keywords): Test {
  const like = pattern === undefined ? null : new RegExp(pattern, 'u');
  // Lengths are counted in characters, each of which takes one code unit or two.
  const least = minLength > 1 ? 2 * minLength : minLength;
  return (value) =>
    typeof value === 'string' &&
    value.length >= least &&
    value.length <= maxLength &&
    (like === null || like.test(value));
}

function numberTest({
  type,
  minimum = Number.NEGATIVE_INFINITY,
  maximum = Number.POSITIVE_INFINITY,
}: Keywords): Test {
  const isOne = type === 'integer' ? Number.isInteger : Number.isFinite;
  return (value) => isOne(value) && (value as number) >= minimum && (value as number) <= maximum;
}

function arrayTest({
  items,
  minItems = 0,
  maxItems = Number.POSITIVE_INFINITY,
  uniqueItems,
}: Keywords): Test {
  const test = items ? testOf(items) : DOUBT;
  const isUnique = (value: readonly unknown[]) =>
    new Set(value).size === value.length && value.every((one) => typeof one !== 'object');
  return (value) => {
    if (!Array.isArray(value) || value.length < minItems || value.length > maxItems) return false;
    return value.every((one) => test(one)) && (!uniqueItems || isUnique(value));
  };
}

function objectTest(schema: Keywords): Test {
  const { required = [], minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = schema;
  const isClosed = schema.additionalProperties === false;
  const named = new Map(Object.entries(schema.properties ?? {}).map(([key, one]) => [key, testOf(one)]));
  const patterns = Object.entries(schema.patternProperties ?? {});
  const [pattern, valueTest] =
    patterns.map(([like, one]) => [new RegExp(like, 'u'), testOf(one)] as const)[0] ?? [];
  if (patterns.length > 1) return DOUBT;
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const keys = Object.keys(value);
    if (keys.length < minProperties || keys.length > maxProperties) return false;
    for (const key of keys) {
      const test = named.get(key) ?? (pattern?.test(key) ? valueTest : undefined);
      if (test ? !test((value as Record<string, unknown>)[key]) : isClosed) return false;
    }
    return required.every((key) => Object.hasOwn(value, key));
  };
}
