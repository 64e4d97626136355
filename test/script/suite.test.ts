/** From files to cases to reports: what a script may not hold, in which languages it is played, what is told. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstUnsafe } from '../../src/gate.ts';
import { AUTHOR } from '../../src/locales/catalogue.ts';
import type { Finding } from '../../src/playbook/finding.ts';
import { knownWith } from '../../src/playbook/folder.ts';
import { readYaml } from '../../src/playbook/read.ts';
import { resolve } from '../../src/playbook/resolve.ts';
import { validate } from '../../src/playbook/validate.ts';
import { json } from '../../src/script/report/json.ts';
import { junit } from '../../src/script/report/junit.ts';
import { expected, pretty } from '../../src/script/report/pretty.ts';
import { type Played, type TestReport, totals } from '../../src/script/report.ts';
import type { Run } from '../../src/script/run.ts';
import { casesOf, passed, stageOf } from '../../src/script/suite.ts';
import { bareStyle } from '../../src/term/bare-style.ts';
import { library } from '../support/content.ts';
import { pageOf } from '../support/page.ts';
import { hearNames, made, playedOn, scriptIn, scriptText } from '../support/script.ts';
import { type Element, parseXml } from '../support/xml.ts';

/** What is wrong in a script over the shipped content: `rule line`. */
function wrongIn(...lines: readonly string[]): string[] {
  const { document, findings } = readYaml('made.script.yaml', `${lines.join('\n')}\n`);
  const validated = document && validate(document);
  const unresolved = validated?.doc ? resolve([validated.doc], knownWith(library, [])) : [];
  return [...findings, ...(validated?.findings ?? []), ...unresolved].map(
    ({ rule, line }) => `${rule} ${line}`,
  );
}

describe('a file that is no script fails where it is wrong', () => {
  const head = ['schema: 1', 'script: made', 'scenario: late-parcel'];
  const turn = ['turns:', '  - choose: tell-me'];

  test.each<[string, readonly string[], string]>([
    ['no turns', [...head, 'ends: calm'], 'missing-key 1'],
    ['an empty list of turns', [...head, 'turns: []', 'ends: calm'], 'too-few 4'],
    ['a turn that does nothing', [...head, 'turns:', '  - expect: { step: hear }'], 'missing-key 5'],
    ['a turn that does two things', [...head, ...turn, '    skip: true'], 'too-many 5'],
    ['an expectation without anything in it', [...head, ...turn, '    expect: {}'], 'too-few 6'],
    ['a `not` without anything in it', [...head, ...turn, '    expect: { not: {} }'], 'too-few 6'],
    ['an unknown key', [...head, 'seeds: 1', ...turn], 'unknown-key 4'],
    ['an unknown key of a turn', [...head, ...turn, '    expects: { step: hear }'], 'unknown-key 6'],
    ['an unknown key of an expectation', [...head, ...turn, '    expect: { steps: hear }'], 'unknown-key 6'],
    [
      'an unknown key of `not`',
      [...head, ...turn, '    expect: { not: { not: { step: a } } }'],
      'unknown-key 6',
    ],
    [
      'an unknown key of degrees',
      [...head, ...turn, '    expect: { temperature: { under: 3 } }'],
      'unknown-key 6',
    ],
    [
      'degrees that there are not',
      [...head, ...turn, '    expect: { temperature: { at-most: 11 } }'],
      'number-range 6',
    ],
    ['an unknown move', [...head, ...turn, '    expect: { moves: [smile] }'], 'bad-value 6'],
    ['an unknown fault', [...head, ...turn, '    expect: { faults: [hear] }'], 'bad-value 6'],
    ['a move twice', [...head, ...turn, '    expect: { moves: [hear, hear] }'], 'bad-value 6'],
    ['an unknown end', [...head, ...turn, 'ends: well'], 'bad-value 6'],
    ['an unknown threat', [...head, 'turns:', '  - threat: shark'], 'bad-value 5'],
    ['an unknown language', [...head, 'lang: da', ...turn], 'bad-value 4'],
    ['an unknown choice', [...head, 'turns:', '  - choose: no-such-answer'], 'unknown-target 5'],
    ['an unknown scenario', ['schema: 1', 'script: made', 'scenario: nowhere', ...turn], 'unknown-target 3'],
    ['an unknown playbook', ['schema: 1', 'script: made', 'playbook: nowhere', ...turn], 'unknown-target 3'],
    ['neither scenario nor playbook', ['schema: 1', 'script: made', ...turn], 'missing-key 1'],
    ['both', [...head, 'playbook: heart', ...turn], 'too-many 4'],
    ['another version of the format', ['schema: 2', ...head.slice(1), ...turn], 'schema-version 1'],
  ])('%s', (_, lines, wrong) => {
    expect(wrongIn(...lines)).toContain(wrong);
  });

  test('what all of these are made from is one', () => {
    expect(wrongIn(...head, ...turn, 'ends: calm')).toEqual([]);
  });
});

describe('cases', () => {
  const { script } = scriptIn(scriptText('turns:', '  - skip: true'));
  const files = [
    { file: 'a', script },
    { file: 'b', script: { ...script, lang: 'nb' as const } },
  ];
  const names = (only: 'sv' | 'nb' | null) => casesOf(files, only).map(({ file, lang }) => `${file} ${lang}`);

  test('a script is played in both languages, or in its own', () => {
    expect(names(null)).toEqual(['a sv', 'a nb', 'b nb']);
    expect(names('sv')).toEqual(['a sv']);
    expect(names('nb')).toEqual(['a nb', 'b nb']);
  });

  const play = stageOf({ library, page: (lang) => pageOf(lang, 80), hear: () => hearNames });
  const one = { file: 'a', lang: 'sv' } as const;

  test('what cannot be played at all has not passed', () => {
    const result = play({ ...one, script: { ...script, scenario: 'nowhere' } });
    expect(result.run).toBeNull();
    expect(passed(result)).toBe(false);
  });

  test('the same case gives the same run, whatever was played before it', () => {
    const of = (scenario: string) => ({ ...one, script: { ...script, scenario, ends: 'calm' as const } });
    const alone = play(of('late-parcel'));
    play(of('bill-shock'));
    expect(play(of('late-parcel'))).toEqual(alone);
    expect(passed(alone)).toBe(false);
  });
});

/** A case on the conversation made by hand, as it is played. */
function case_(file: string, lang: 'sv' | 'nb', ...lines: readonly string[]): Played {
  const text = scriptText(...lines);
  const { script } = scriptIn(text);
  const run = playedOn(made, text, lang);
  return {
    result: { file, script, lang, run },
    failures: run.failures.map((failure, i) => ({ failure, line: i + 5, col: 3 })),
  };
}

const finding: Finding = {
  ...{ file: 'broken.script.yaml', line: 4, col: 3, length: 5, severity: 'error', rule: 'unknown-key' },
  ...{ params: { key: 'seeds', near: 'seed', allowed: 'seed' }, sourceLine: 'seeds: 1' },
};
const good = case_('good.script.yaml', 'sv', 'turns:', '  - choose: good', '    expect: { step: care }');
const bad = case_(
  ...(['bad.script.yaml', 'sv', 'turns:', '  - choose: good', '  - say: "no"'] as const),
  ...['    expect: { moves: [ask], shows: "nowhere" }', '  - choose: better', 'ends: calm'],
);
const report: TestReport = {
  played: [good, bad],
  broken: [{ file: 'broken.script.yaml', findings: [finding] }],
  skipped: 3,
};
const PAPER = bareStyle({ width: 80, color: false, unicode: true, plain: false });
const formats: Readonly<Record<string, (report: TestReport) => string>> = {
  pretty: (one) => pretty(one, AUTHOR.en, PAPER),
  json: (one) => json(one, AUTHOR.en),
  junit: (one) => junit(one, AUTHOR.en, PAPER),
};

/** Names and words that would break out of a report that does not escape them. */
const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['a tag', '</failure><system-out>'],
  ['the end of a quoted part', ']]>"\''],
  ['a reference', '&#0; &lt; &'],
  ['a colour', '\u001b[31mred\u001b[0m'],
  ['a bidi override', 'a\u202ecba'],
  ['a line', 'a\nb\tc'],
  ['no characters at all', '\ufffe\uffff'],
  ['an emoji', '😀'],
];

/** A report in which everything that somebody can write is such a text. */
function hostile(text: string): TestReport {
  const run = bad.result.run as Run;
  const seen = run.seen.map((one) => ({ ...one, said: text, shows: text }));
  const failures = bad.failures.map(({ failure }) => ({
    ...{ line: 1, col: 1 },
    failure: { ...failure, wanted: text, got: text },
  }));
  const result = { ...bad.result, file: text, run: { ...run, seen } };
  const broken = {
    file: text,
    findings: [{ ...finding, file: text, params: { key: text }, sourceLine: text }],
  };
  return { played: [{ result, failures }], broken: [broken], skipped: 0 };
}

describe.each(Object.entries(formats))('%s', (_, written) => {
  test.each(HOSTILE)('cannot drive a terminal: %s', (_what, text) => {
    expect(firstUnsafe(written(hostile(text)))).toBeNull();
  });

  test('whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => firstUnsafe(written(hostile(text))) === null),
    );
  });

  test('the same twice', () => {
    expect(written(report)).toBe(written({ ...report }));
  });

  test('says something where nothing was played', () => {
    expect(written({ played: [], broken: [], skipped: 0 }).trim()).not.toBe('');
  });
});

test('a broken script has failed', () => {
  expect(totals(report)).toEqual({ passed: 1, failed: 2 });
});

describe('pretty', () => {
  test('the turns around a failure: said, heard, seen; then what was expected', () => {
    expect(formats.pretty?.(report)).toMatchInlineSnapshot(`
      "broken.script.yaml:4:3 error unknown-key "seeds" does not belong here. Did you mean "seed"? Allowed here: seed.
         4 | seeds: 1
           |   ^^^^^
      bad.script.yaml:5:3 made (sv)
        1. hear  good hear sv
           heard: hear · 5 → 4 · care
        2. care  no
           heard: – · 4 → 4 · care
        moves: expected ask, seen none

      bad.script.yaml:6:3 made (sv)
        1. hear  good hear sv
           heard: hear · 5 → 4 · care
        2. care  no
           heard: – · 4 → 4 · care
        shows: expected nowhere, seen Du: no – name sv. why sv Temperatur ████░░░░░░ 4 word sv, som förut customer: ”care same 2 sv” Steg 2 av 3: care sv ─────────────────────────────────────────────────────────

      bad.script.yaml:7:3 made (sv)
        1. hear  good hear sv
           heard: hear · 5 → 4 · care
        2. care  no
           heard: – · 4 → 4 · care
        "better" cannot be played here. At care: bad, good, idle.

      1 passed, 2 failed, 3 left out."
    `);
  });
});

describe('json', () => {
  const told = JSON.parse(json(report, AUTHOR.en)) as Record<string, unknown>;

  test('a version, totals, every case', () => {
    expect(told).toMatchObject({
      schemaVersion: 1,
      ...{ passed: 1, failed: 2, skipped: 3 },
      cases: [
        { file: 'good.script.yaml', script: 'made', lang: 'sv', status: 'passed', failures: [] },
        { file: 'bad.script.yaml', script: 'made', lang: 'sv', status: 'failed' },
      ],
      broken: [
        {
          file: 'broken.script.yaml',
          findings: [
            { line: 4, col: 3, length: 5, rule: 'unknown-key', message: expect.stringMatching(/"seeds"/) },
          ],
        },
      ],
    });
    expect(told).not.toHaveProperty('coverage');
  });

  test('of a failure where, why, what was wanted and what was seen at that turn', () => {
    const [, { failures }] = told.cases as [unknown, { failures: unknown[] }];
    const seen = {
      ...{
        at: 'care',
        said: 'no',
        moves: [],
        faults: [],
        before: 4,
        temperature: 4,
        step: 'care',
        end: null,
      },
      shows: expect.stringContaining('Du:'),
    };
    expect(failures).toEqual([
      {
        ...{ line: 5, col: 3, why: 'moves', wanted: 'ask', got: 'none', not: false, turn: 1, seen },
        message: 'moves: expected ask, seen none',
      },
      {
        ...{
          line: 6,
          col: 3,
          why: 'shows',
          wanted: 'nowhere',
          got: expect.any(String),
          not: false,
          turn: 1,
          seen,
        },
        message: expect.stringMatching(/^shows: expected nowhere, seen /),
      },
      {
        // It could not be played: what stands there is what the turn before it led to.
        ...{
          line: 7,
          col: 3,
          why: 'unknown',
          wanted: 'better',
          got: 'care: bad, good, idle',
          not: false,
          turn: 2,
          seen,
        },
        message: '"better" cannot be played here. At care: bad, good, idle.',
      },
    ]);
  });

  test('a case that cannot be played at all', () => {
    const played = [{ result: { ...good.result, run: null }, failures: [] }];
    expect(JSON.parse(json({ played, broken: [], skipped: 0 }, AUTHOR.sv))).toMatchObject({
      ...{ passed: 0, failed: 1 },
      cases: [{ status: 'unplayable', failures: [] }],
    });
  });
});

describe('junit', () => {
  const suites = (one: TestReport): readonly Element[] =>
    parseXml(junit(one, AUTHOR.en, PAPER)).children.filter(({ name }) => name);
  const [broken, fine, failed] = suites(report) as readonly [Element, Element, Element];

  test('a suite for each file, a case for each script and language, passing ones too', () => {
    const { name, attributes } = parseXml(junit(report, AUTHOR.en, PAPER));
    expect([name, attributes]).toEqual([
      'testsuites',
      { name: 'svalka test', tests: '3', failures: '2', errors: '0' },
    ]);
    expect(
      [broken, fine, failed].map(({ attributes: { name: file, tests, failures } }) => [
        file,
        tests,
        failures,
      ]),
    ).toEqual([
      ['broken.script.yaml', '1', '1'],
      ['good.script.yaml', '1', '0'],
      ['bad.script.yaml', '1', '1'],
    ]);
    expect(fine.children).toEqual([
      {
        name: 'testcase',
        attributes: { classname: 'good.script.yaml', name: 'made (sv)' },
        children: [],
        text: '',
      },
    ]);
  });

  test('a failure tells the first thing in short, and all of them at length', () => {
    const [failure, ...more] = failed.children[0]?.children ?? [];
    expect(more).toEqual([]);
    expect(failure?.attributes).toEqual({ type: 'moves', message: 'moves: expected ask, seen none' });
    for (const placed of bad.failures) {
      expect(failure?.text).toContain(`bad.script.yaml:${placed.line}:3 made (sv)`);
      expect(failure?.text).toContain(expected(placed, AUTHOR.en));
    }
  });

  test('a script that is none fails', () => {
    const [failure] = broken.children[0]?.children ?? [];
    expect(failure?.attributes).toEqual({
      type: 'unknown-key',
      message: expect.stringMatching(/^"seeds" does not/),
    });
    expect(failure?.text).toMatch(/^broken\.script\.yaml:4:3 error unknown-key /);
  });

  test('both languages of a script are cases of one suite', () => {
    const nb = case_('good.script.yaml', 'nb', 'turns:', '  - choose: good', '    expect: { step: care }');
    const [only, ...more] = suites({ played: [good, nb], broken: [], skipped: 0 });
    expect(more).toEqual([]);
    expect(only?.children.map(({ attributes }) => attributes.name)).toEqual(['made (sv)', 'made (nb)']);
  });

  test.each(HOSTILE)('is well-formed: %s', (_, text) => {
    const [suite] = suites(hostile(text));
    expect(suite?.children[0]?.children[0]?.attributes.type).toBe('unknown-key');
  });
});
