/** What a file may hold: each problem by its rule, at its place, all at once. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/playbook/finding.ts';
import { readYaml } from '../../src/playbook/read.ts';
import { SCHEMA_VERSION } from '../../src/playbook/schema.ts';
import { validate } from '../../src/playbook/validate.ts';

const told = (findings: readonly Finding[]) =>
  findings.map((f) => `${f.line}:${f.col}+${f.length} ${f.rule}`);

function findingsOf(text: string): readonly Finding[] {
  const { document, findings } = readYaml('a.yaml', text);
  return document ? [...findings, ...validate(document).findings] : findings;
}

/** A script that has nothing wrong; a problem is put in by replacing a line. */
const SCRIPT = [
  'schema: 1',
  'script: my-script',
  'scenario: late-parcel',
  'about: "Hej."',
  'lang: nb',
  'seed: 7',
  'turns:',
  '  - choose: tell-me',
  '  - skip: true',
  '  - threat: manager',
  'ends: calm',
];
const without = (...gone: number[]) => SCRIPT.filter((_, i) => !gone.includes(i + 1)).join('\n');
const withLine = (line: number, text: string) =>
  SCRIPT.map((old, i) => (i === line - 1 ? text : old)).join('\n');

const LINES = '["a"]';
/** A threat, which has steps with phrases, ways and choices. */
const THREAT = `schema: 1
threat: manager
name: { sv: "a", nb: "b" }
about: { sv: "a", nb: "b" }
stop: false
say: { sv: ${LINES}, nb: ${LINES} }
do: { sv: ${LINES}, nb: ${LINES} }
avoid: { sv: ${LINES}, nb: ${LINES} }
after: { sv: "a", nb: "b" }
source: bacal
line: { sv: ${LINES}, nb: ${LINES} }
steps:
  acknowledge:
    name: { sv: "a", nb: "b" }
    moves: [empathize]
    aim: { sv: "a", nb: "b" }
    why: { sv: "a", nb: "b" }
    do: { sv: ${LINES}, nb: ${LINES} }
    avoid: { sv: ${LINES}, nb: ${LINES} }
    source: bacal
    phrases:
      sv: { phone: { one: "a" } }
      nb: { phone: { one: "b" } }
    practice:
      calmer: { sv: ${LINES}, nb: ${LINES} }
      same: { sv: ${LINES}, nb: ${LINES} }
      hotter: { sv: ${LINES}, nb: ${LINES} }
      choices:
        good: { moves: [empathize], sv: "a", nb: "b" }
        bad: { faults: [but], sv: "a", nb: "b" }
names: { sv: ${LINES}, nb: ${LINES} }
`;
const threatWith = (from: string, to: string) => THREAT.replace(from, to);

describe('a file without problems', () => {
  it.each([
    ['a script', SCRIPT.join('\n')],
    ['a threat', THREAT],
  ])('%s', (_name, text) => {
    expect(findingsOf(text)).toEqual([]);
  });
});

describe('each problem by its rule, at its place', () => {
  const PROBLEMS: [name: string, text: string, told: string][] = [
    // Unknown keys stand at the key.
    ['an unknown key', withLine(6, 'sed: 7'), '6:1+3 unknown-key'],
    ['an unknown key inside', withLine(8, '  - chose: tell-me'), '8:5+5 unknown-key'],
    ['a known key in the wrong place', withLine(6, 'temperature: 7'), '6:1+11 unknown-key'],
    ['an unknown key in braces', threatWith('nb: "b" }', 'nb: "b", no: "c" }'), '3:27+2 unknown-key'],
    [
      'an unknown language',
      threatWith('      nb: { phone', '      no: {}\n      nb: { phone'),
      '23:7+2 unknown-key',
    ],

    [
      'the next of a step of a threat, whose steps go in order',
      threatWith('    source: bacal\n    phrases', '    source: bacal\n    next: end\n    phrases'),
      '21:5+4 unknown-key',
    ],

    // Missing keys stand at the key of the map that lacks them.
    ['a missing key at the top', without(7, 8, 9, 10), '1:1+9 missing-key'],
    ['a missing key inside', threatWith('    why: { sv: "a", nb: "b" }\n', ''), '13:3+11 missing-key'],
    ['a missing language', threatWith('{ sv: "a", nb: "b" }', '{ sv: "a" }'), '3:1+4 missing-key'],
    ['a missing version', without(1), '1:1+17 missing-key'],

    // Wrong types stand at the value, or at the key where there is none.
    ['a number for a text', withLine(4, 'about: 12'), '4:8+2 wrong-type'],
    ['nothing for a text', withLine(4, 'about:'), '4:1+5 wrong-type'],
    ['a list for a text', withLine(4, 'about: [a]'), '4:8+3 wrong-type'],
    ['a map for a text', withLine(4, 'about: { a: b, c: d }'), '4:8+14 wrong-type'],
    ['a text for a number', withLine(6, 'seed: sju'), '6:7+3 wrong-type'],
    ['a number in quotes', withLine(6, 'seed: "7"'), '6:7+3 wrong-type'],
    ['a broken number', withLine(6, 'seed: 1.5'), '6:7+3 wrong-type'],
    ['a text for true', threatWith('stop: false', 'stop: no'), '5:7+2 wrong-type'],
    ['a text for a list', threatWith('moves: [empathize]', 'moves: empathize'), '15:12+9 wrong-type'],
    ['a text for a map', threatWith('name: { sv: "a", nb: "b" }', 'name: a'), '3:7+1 wrong-type'],
    ['an empty list item', withLine(9, '  -'), '9:3+1 wrong-type'],
    ['the version in quotes', withLine(1, 'schema: "1"'), '1:9+3 wrong-type'],

    // A text that YAML takes for something else.
    [
      'a colon in a list item',
      threatWith(
        `say: { sv: ${LINES}, nb`,
        'say:\n  sv:\n    - Jag hör: du är arg\n  nb: ["x"]\ndo: { sv: ["a"], nb',
      ).replace('do: { sv: ["a"], nb: ["a"] }\ndo', 'do'),
      '8:14+1 unquoted-colon',
    ],
    ['a slot alone in a text', withLine(4, 'about: {lösning}'), '4:8+9 reserved-character'],

    // Ids.
    ['a capital in an id', withLine(2, 'script: My-Script'), '2:9+9 bad-id'],
    ['a digit first', withLine(2, 'script: 1a'), '2:9+2 bad-id'],
    ['a Swedish letter', withLine(3, 'scenario: försenat'), '3:11+8 bad-id'],
    ['an underscore', withLine(8, '  - choose: tell_me'), '8:13+7 bad-id'],
    ['an empty id', withLine(2, 'script: ""'), '2:9+2 bad-id'],
    ['a bad id as a key', threatWith('        good:', '        Good:'), '29:9+4 bad-id'],
    ['a bad step id', threatWith('  acknowledge:', '  Bekräfta:'), '13:3+8 bad-id'],
    ['an id that is too long', withLine(2, `script: ${'a'.repeat(61)}`), '2:9+61 text-length'],

    // Values out of a list.
    ['an unknown end', withLine(11, 'ends: calmm'), '11:7+5 bad-value'],
    ['an unknown language', withLine(5, 'lang: no'), '5:7+2 bad-value'],
    ['an unknown move', threatWith('moves: [empathize]', 'moves: [empathise]'), '15:13+9 bad-value'],
    ['an unknown fault', threatWith('faults: [but]', 'faults: [butt]'), '30:25+4 bad-value'],
    ['false where only true may stand', withLine(9, '  - skip: false'), '9:11+5 bad-value'],
    [
      'the same move twice',
      threatWith('moves: [empathize]', 'moves: [empathize, empathize]'),
      '15:24+9 bad-value',
    ],

    // Numbers, lengths and counts.
    ['a number too low', withLine(6, 'seed: -1'), '6:7+2 number-range'],
    ['a number too high', withLine(6, 'seed: 4294967296'), '6:7+10 number-range'],
    ['an empty text', withLine(4, 'about: ""'), '4:8+2 text-length'],
    ['a text too long', withLine(4, `about: "${'x'.repeat(2001)}"`), '4:8+2003 text-length'],
    ['an empty list', threatWith(`say: { sv: ${LINES}`, 'say: { sv: []'), '6:12+2 too-few'],
    [
      'too long a list',
      threatWith(`say: { sv: ${LINES}`, `say: { sv: [${Array(41).fill('a').join(',')}]`),
      '6:12+83 too-many',
    ],
    ['an empty map', threatWith('{ phone: { one: "a" } }', '{ phone: {} }'), '22:20+2 too-few'],
    [
      'a map with too few',
      threatWith('        bad: { faults: [but], sv: "a", nb: "b" }\n', ''),
      '29:9+46 too-few',
    ],
    ['a turn with nothing', withLine(8, '  - {}'), '8:5+2 too-few'],

    // The kind and the version of the file.
    ['an older version', withLine(1, 'schema: 0'), '1:9+1 schema-version'],
    ['a newer version', withLine(1, 'schema: 2'), '1:9+1 schema-version'],
    ['an unknown kind', 'schema: 1\nplaybok: heart\n', '2:1+7 unknown-kind'],
    ['no kind at all', 'schema: 1\n', '1:1+9 unknown-kind'],
    ['a list', '- a\n- b\n', '1:1+3 wrong-type'],
    ['a text', 'hej\n', '1:1+3 wrong-type'],
    ['nothing', '', '1:1+1 empty-file'],
  ];
  it.each(PROBLEMS)('%s', (_name, text, expected) => {
    expect(told(findingsOf(text))).toEqual([expected]);
  });

  it('after a byte order mark the columns are the same', () => {
    expect(told(findingsOf(`\ufeff${withLine(1, 'schema: 2')}`))).toEqual(['1:9+1 schema-version']);
  });
});

describe('what the message needs to know', () => {
  const PARAMS: [name: string, text: string, params: object][] = [
    ['did you mean, for a key', withLine(6, 'sede: 7'), { key: 'sede', near: 'seed' }],
    [
      'no suggestion of what is there already',
      withLine(6, 'ned: 7').replace('\nturns', '\nseed: 7\nturns'),
      { near: '' },
    ],
    ['no suggestion that is far off', withLine(6, 'kulört: 7'), { near: '' }],
    [
      'all that is allowed',
      withLine(6, 'x: 7'),
      { allowed: 'schema, script, scenario, playbook, about, lang, seed, turns, ends' },
    ],
    [
      'did you mean, for a value',
      withLine(11, 'ends: clam'),
      { value: 'clam', near: 'calm', allowed: 'calm, unresolved, lost, safe' },
    ],
    ['did you mean, for a kind', 'schema: 1\nscenarie: x', { key: 'scenarie', near: 'scenario' }],
    ['which key is missing', without(7, 8, 9, 10), { key: 'turns' }],
    ['the limit and its side', withLine(6, 'seed: -1'), { limit: 0, side: 'minimum', value: '-1' }],
    ['how many at least, of a map', withLine(8, '  - {}'), { limit: 1 }],
    ['a newer version', withLine(1, 'schema: 2'), { version: 2, wanted: SCHEMA_VERSION, age: 'newer' }],
    ['an older version', withLine(1, 'schema: 0'), { version: 0, wanted: SCHEMA_VERSION, age: 'older' }],
    ['what type is wanted', withLine(6, 'seed: x'), { wanted: 'integer' }],
    ['which value stands twice', threatWith('moves: [empathize]', 'moves: [ask, ask]'), { value: 'ask' }],
    [
      'how the line should read',
      threatWith(`say: { sv: ${LINES}`, 'say: { sv: ["a"]').replace(
        'after: { sv: "a", nb: "b" }',
        'after:\n  sv: a\n  nb: {tid}',
      ),
      { sign: '{' },
    ],
  ];
  it.each(PARAMS)('%s', (_name, text, params) => {
    expect(findingsOf(text)[0]?.params).toMatchObject(params);
  });

  it('a message repeats no megabyte', () => {
    const [finding] = findingsOf(withLine(11, `ends: ${'x'.repeat(100_000)}`));
    expect(String(finding?.params.value)).toHaveLength(401);
  });
});

describe('all problems at once', () => {
  it('those of the text and those of the values, each once', () => {
    const text = [
      'schema: 1',
      'script: My',
      'about: Hej: du',
      'lang: no',
      'sed: 7',
      'seed: -1',
      'turns:',
      '  - choose: A',
      '  - skip: false',
      '  - {}',
      '  - threat: boss',
      'ends: calm',
      'ends: calm',
    ].join('\n');
    expect(told(findingsOf(text)).sort()).toEqual(
      [
        '2:9+2 bad-id',
        '3:11+1 unquoted-colon',
        '4:7+2 bad-value',
        '5:1+3 unknown-key',
        '6:7+2 number-range',
        '8:13+1 bad-id',
        '9:11+5 bad-value',
        '10:5+2 too-few',
        '11:13+4 bad-value',
        '13:1+4 duplicate-key',
      ].sort(),
    );
  });

  it('more than eight, which is where the validator would stop by itself', () => {
    const keys = Array.from({ length: 50 }, (_, i) => `extra-${i}: 1`).join('\n');
    expect(findingsOf(`${SCRIPT.join('\n')}\n${keys}`)).toHaveLength(50);
  });

  it('a playbook cannot exhaust the tool', () => {
    const keys = Array.from({ length: 20_000 }, (_, i) => `extra-${i}: 1`).join('\n');
    const began = performance.now();
    const findings = findingsOf(`${SCRIPT.join('\n')}\n${keys}`);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.length).toBeLessThanOrEqual(1000);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('no prototype pollution', () => {
    expect(told(findingsOf(withLine(6, '__proto__: { schema: 1 }')))).toEqual(['6:1+9 forbidden-key']);
    expect(told(findingsOf(withLine(6, 'toString: 1')))).toEqual(['6:1+8 unknown-key']);
  });
});
