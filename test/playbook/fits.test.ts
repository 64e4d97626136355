/** The quick look at a value: what it lets pass has nothing wrong by typebox, and it lets nearly all pass. */
import fc from 'fast-check';
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { fits } from '../../src/playbook/fits.ts';
import { SCHEMAS } from '../../src/playbook/schema.ts';
import { errorsIn } from '../../src/playbook/schema-errors.ts';
import type { Kind } from '../../src/playbook/types.ts';
import { KINDS } from '../../src/playbook/types.ts';
import { library } from '../support/content.ts';

const VALUES = KINDS.flatMap((kind) =>
  library.ids(kind).map((id) => ({ kind, value: library.value(kind, id) as unknown })),
);
const SMALL = VALUES.filter(({ kind }) => !['language', 'heard', 'words'].includes(kind));

const errors = (kind: Kind, value: unknown) => errorsIn(SCHEMAS[kind], value, 10);

test('all that is shipped passes', () => {
  expect(VALUES.length).toBeGreaterThan(50);
  for (const { kind, value } of VALUES) expect([kind, fits(SCHEMAS[kind], value)]).toEqual([kind, true]);
});

/** What may stand where something else stood. */
const SOMETHING = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    'x',
    'å'.repeat(61),
    'å'.repeat(2001),
    '👍'.repeat(1500),
    0,
    1,
    11,
    2.5,
    true,
  ),
  fc.constantFrom<unknown>(
    [],
    ['a', 'a'],
    [1],
    ['hear', 'hear'],
    {},
    { sv: 'a' },
    { sv: 'a', nb: 'b' },
    'none',
  ),
);

/** A copy with one thing put elsewhere, added or left out, somewhere in it. */
function changed(value: unknown, way: readonly number[], what: unknown, how: number): unknown {
  const copy = structuredClone(value);
  let at = copy as Record<string, unknown>;
  for (const [i, step] of way.entries()) {
    const keys = Object.keys(at);
    const key = keys[step % Math.max(1, keys.length)] ?? 'x';
    const inner = at[key];
    if (i < way.length - 1 && typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0) {
      at = inner as Record<string, unknown>;
    } else {
      if (how === 0) at[key] = what;
      else if (how === 1) delete at[key];
      else at[`x${step}`] = what;
      break;
    }
  }
  return copy;
}

test('what passes has nothing wrong, whatever was changed', () => {
  let wrong = 0;
  const ways = fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(...SMALL), ways, SOMETHING, fc.nat(2), ({ kind, value }, way, what, how) => {
      const one = changed(value, way, what, how);
      const found = errors(kind, one);
      wrong += found.length > 0 ? 1 : 0;
      if (fits(SCHEMAS[kind], one)) expect(found).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect(wrong).toBeGreaterThan(100);
});

test('in doubt it does not pass: a keyword that it does not know, a letter of two code units', () => {
  expect(fits({ type: 'string', format: 'email' } as never, 'a@b.se')).toBe(false);
  expect(fits({ type: 'string', minLength: 2 } as never, 'abc')).toBe(false);
});

const OPEN = Type.Object({
  half: Type.Number({ minimum: 0, maximum: 10 }),
  none: Type.Null(),
  any: Type.Optional(Type.Unknown()),
  of: Type.Optional(Type.Record(Type.String({ pattern: '^[a-z]$' }), Type.Unknown())),
});

test.each([
  [{ half: 0.5, none: null }],
  [{ half: 10, none: null, any: undefined, more: {} }],
  [{ half: 10.1, none: null }],
  [{ half: Number.NaN, none: null }],
  [{ half: Number.POSITIVE_INFINITY, none: null }],
  [{ half: '1', none: null }],
  [{ half: 1 }],
  [{ half: 1, none: 0 }],
  [{ half: 1, none: null, of: { a: 1 } }],
  [{ half: 1, none: null, of: [] }],
  [[]],
  [null],
])('an object that may hold more, a number, nothing, anything: as typebox has it: %j', (value) => {
  const found = errorsIn(OPEN, value, 10);
  expect(fits(OPEN, value)).toBe(found.length === 0);
});

test('the schema as plain data, which the bundles hold, says the same', () => {
  for (const { kind, value } of SMALL) {
    const plain = JSON.parse(JSON.stringify(SCHEMAS[kind])) as never;
    expect(fits(plain, value)).toBe(true);
    const broken = { ...(value as object), x: 1, [kind]: 5 };
    expect(errorsIn(plain, broken, 1000)).toEqual(errorsIn(SCHEMAS[kind], broken, 1000));
  }
});
