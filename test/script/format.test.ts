/** The page about the format is tested against the program: its scripts pass, and it leaves nothing out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/playbook/schema.ts';
import { ENDS, THREATS } from '../../src/playbook/types.ts';
import { ROOT } from '../support/content.ts';
import { folderWith } from '../support/folder.ts';
import { svalka } from '../support/run.ts';

const PAGE = readFileSync(join(ROOT, 'src/script/FORMAT.md'), 'utf8');
const blocks = (kind: string): string[] =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);

/** The scripts of the page, named in their first line. */
const files = Object.fromEntries(blocks('yaml').map((text) => [text.split('\n')[0]?.slice(2) ?? '', text]));

test('every script on the page passes', async () => {
  expect(Object.keys(files)).toHaveLength(3);
  expect(await svalka(['test'], { cwd: folderWith(files) })).toEqual({
    code: 0,
    out: '4 passed, 0 failed.\n',
    err: '',
  });
});

test.each(blocks('console'))('%s', async (text) => {
  const [command = '', ...lines] = text.split('\n');
  const { out } = await svalka(command.replace('$ svalka ', '').split(' '), { cwd: folderWith(files) });
  expect(out.split('\n')).toEqual(lines);
});

/** Every key that may stand in a script, at any depth. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {} } = schema as { properties?: object };
  return [...Object.keys(properties), ...Object.values(schema).flatMap(keysOf)];
}

describe('nothing is left out', () => {
  const keys = [...new Set(keysOf(SCHEMAS.script))];

  test('the keys are found where they are', () => {
    expect(keys).toEqual(expect.arrayContaining(['script', 'turns', 'choose', 'at-least', 'not']));
  });

  test.each([...keys, ...ENDS, ...THREATS])('`%s` is explained', (key) => {
    expect(PAGE).toMatch(new RegExp(`\`${key}(: true)?\``));
  });
});

test('the JSON of the page has the keys that the report has', async () => {
  const text =
    'schema: 1\nscript: a\nscenario: late-parcel\nlang: nb\nturns:\n  - choose: tell-me\n    expect: { step: thank }\n';
  const ran = await svalka(['test', '--format', 'json', '--lang', 'nb'], {
    cwd: folderWith({ 'a.script.yaml': text }),
  });
  const { cases, ...totals } = JSON.parse(ran.out) as { cases: { failures: { seen: object }[] }[] };
  const [page = ''] = blocks('json');
  const shown = JSON.parse(page) as typeof totals & { cases: typeof cases };
  const { cases: shownCases, ...shownTotals } = shown;
  const [failed] = cases;
  const failedShown = shownCases[1];
  expect(Object.keys(shownTotals)).toEqual(Object.keys(totals));
  expect(Object.keys(failedShown ?? {})).toEqual(Object.keys(failed ?? {}));
  const [failure, failureShown] = [failed?.failures[0], failedShown?.failures[0]];
  expect(Object.keys(failureShown ?? {})).toEqual(Object.keys(failure ?? {}));
  expect({ ...failureShown?.seen, shows: '' }).toEqual({ ...failure?.seen, shows: '' });
});
