/** What each report looks like, and that nothing in a file's name or text can break out of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Schema from 'typebox/schema';
import { describe, expect, test } from 'vitest';
import { described } from '../../src/check/explain.ts';
import { github } from '../../src/check/report/github.ts';
import { json } from '../../src/check/report/json.ts';
import { junit } from '../../src/check/report/junit.ts';
import { pretty } from '../../src/check/report/pretty.ts';
import { sarif, uriOf } from '../../src/check/report/sarif.ts';
import type { Report, Reported } from '../../src/check/report.ts';
import { clean, firstUnsafe } from '../../src/gate.ts';
import { AUTHOR } from '../../src/locales/catalogue.ts';
import { ROOT } from '../support/content.ts';
import { pageOf } from '../support/page.ts';
import { type Element, parseXml } from '../support/xml.ts';

const finding = (more: Partial<Reported> = {}): Reported => ({
  file: 'playbooks/mine.yaml',
  line: 7,
  col: 3,
  length: 4,
  severity: 'error',
  rule: 'dead-end',
  message: 'Nothing comes after "hear".',
  sourceLine: '  hear:',
  fingerprint: 'f00',
  ...more,
});

const report = (...findings: Reported[]): Report => ({
  findings,
  files: ['playbooks/fine.yaml', 'playbooks/mine.yaml'],
  known: 0,
});

const script = 'schema: 1\nscript: shown\n';
const two = report(
  finding({ script }),
  finding({ line: 9, severity: 'warning', rule: 'unused-suppression', fingerprint: 'f01' }),
);
const none = report();

/** Names and texts that would break out of a report that does not escape them. */
const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['a tag', '</failure><system-out>'],
  ['the end of a quoted part', ']]>"\''],
  ['a reference', '&#0; &lt; &'],
  ['a workflow command', '\n::error::all is lost\n##[error]and more'],
  ['what separates properties', 'a,line=1::b%0A'],
  ['a carriage return', 'a\rb\r\nc'],
  ['a colour', '\u001b[31mred\u001b[0m'],
  ['a null and a form feed', 'a\u0000b\fc'],
  ['a control of eight bits', '\u009b2Ja\u0085b'],
  ['no characters at all', '\ufffe\uffff'],
  ['half a character', 'a\ud800b\udc00c'],
  ['a bidi override', 'a\u202ecba'],
  ['an emoji', '😀'],
  ['a placeholder', '{0} {lösning} }{'],
  ['spaces, a hash and a question mark', 'a b#c?d=e%20'],
  ['another protocol', 'javascript:alert(1)'],
];
/** A report in which everything that an author can write is such a text. */
const hostile = (text: string): Report => ({
  findings: [finding({ file: text, message: text, sourceLine: text, script: text })],
  files: [text, `fine ${text}`],
  known: 0,
});
const anyReport = fc.string({ unit: 'binary' }).map(hostile);

const formats: Readonly<Record<string, (report: Report) => string>> = {
  pretty: (one) => pretty(one, AUTHOR.en, pageOf('sv', 80).style),
  json,
  junit: (one) => junit(one, false),
  sarif: (one) => sarif(one, described('en'), '1.2.3'),
  github: (one) => github(one, AUTHOR.en),
};

describe.each(Object.entries(formats))('%s', (_, written) => {
  test.each(HOSTILE)('cannot drive a terminal: %s', (_what, text) => {
    expect(firstUnsafe(written(hostile(text)))).toBeNull();
  });

  test('whatever an author writes', () => {
    fc.assert(fc.property(anyReport, (one) => firstUnsafe(written(one)) === null));
  });

  test('says something where nothing was found', () => {
    expect(written(none).trim()).not.toBe('');
  });

  test('does not grow faster than its findings', () => {
    const many = report(...Array.from({ length: 20_000 }, (_one, i) => finding({ line: i + 1 })));
    const began = performance.now();
    written(many);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('pretty', () => {
  test('the line and a caret, the conversation that shows it, a summary', () => {
    expect(formats.pretty?.(two)).toBe(
      [
        'playbooks/mine.yaml:7:3 error dead-end Nothing comes after "hear".',
        '   7 |   hear:',
        '     |   ^^^^',
        '     A conversation that shows it (svalka practice SCENARIO --script FILE):',
        '       schema: 1',
        '       script: shown',
        '       ',
        'playbooks/mine.yaml:9:3 warning unused-suppression Nothing comes after "hear".',
        '   9 |   hear:',
        '     |   ^^^^',
        '2 files: 1 error, 1 warning.',
      ].join('\n'),
    );
  });
});

describe('json', () => {
  test('a version, numbers, and every finding', () => {
    expect(JSON.parse(json({ ...two, known: 3 }))).toEqual({
      schemaVersion: 1,
      files: 2,
      errors: 1,
      warnings: 1,
      known: 3,
      findings: two.findings.map(({ sourceLine: _line, ...rest }) => rest),
    });
  });

  test.each(HOSTILE)('keeps what it cannot show: %s', (_, text) => {
    expect(JSON.parse(json(hostile(text))).findings[0]).toMatchObject({ file: text, message: text });
  });
});

describe('junit', () => {
  test('a suite for each file, what is fine too; a warning is told and does not fail', () => {
    expect(junit(two, false)).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="svalka check" tests="3" failures="1" errors="0">
<testsuite name="playbooks/fine.yaml" tests="1" failures="0" errors="0" skipped="0">
<testcase classname="playbooks/fine.yaml" name="svalka check"/>
</testsuite>
<testsuite name="playbooks/mine.yaml" tests="2" failures="1" errors="0" skipped="0">
<testcase classname="playbooks/mine.yaml" name="dead-end 7:3">
<failure type="dead-end" message="Nothing comes after &quot;hear&quot;.">playbooks/mine.yaml:7:3 error dead-end Nothing comes after &quot;hear&quot;.&#10;&#10;schema: 1&#10;script: shown&#10;</failure>
</testcase>
<testcase classname="playbooks/mine.yaml" name="unused-suppression 9:3">
<system-out>playbooks/mine.yaml:9:3 warning unused-suppression Nothing comes after &quot;hear&quot;.</system-out>
</testcase>
</testsuite>
</testsuites>
`,
    );
  });

  test('with --strict a warning fails, as it does for the exit code', () => {
    const root = parseXml(junit(two, true));
    expect(root.attributes).toMatchObject({ tests: '3', failures: '2' });
    expect(root.children.map(({ attributes }) => attributes.failures)).toEqual(['0', '2']);
  });

  test('a finding in a file that was not named has a suite too', () => {
    const root = parseXml(junit(report(finding({ file: 'other.yaml' })), false));
    expect(root.children.map(({ attributes }) => attributes.name)).toEqual([...none.files, 'other.yaml']);
  });

  test('without findings all passes', () => {
    expect(parseXml(junit(none, true)).attributes).toMatchObject({ tests: '2', failures: '0', errors: '0' });
  });

  /** What the gate and XML let through. */
  const allowed = (text: string) => clean(text).replace(/[\ufffe\uffff]/g, '');
  const failures = (element: Element): Element[] =>
    element.name === 'failure' ? [element] : element.children.flatMap(failures);

  function readsBack(one: Report): void {
    const root = parseXml(junit(one, false));
    expect(root.children.map(({ attributes }) => attributes.name)).toEqual(one.files.map(allowed));
    const [failure] = failures(root);
    const { file, message, script: shown = '' } = one.findings[0] as Reported;
    expect(failure?.attributes).toEqual({ type: 'dead-end', message: allowed(message) });
    const told = `${file}:7:3 error dead-end ${message}\n\n${shown}`;
    expect(failure?.text).toBe(allowed(told));
  }

  test.each(HOSTILE)('is well-formed, and reads back: %s', (_, text) => {
    readsBack(hostile(text));
  });

  test('whatever an author writes', () => {
    fc.assert(fc.property(anyReport, readsBack));
  });
});

describe('sarif', () => {
  /** The schema, with one pattern mended that is no regular expression: a bracket that nothing opens. */
  const schema = Schema.Compile(
    JSON.parse(readFileSync(join(ROOT, 'test/data/sarif-2.1.0-rtm.5.json'), 'utf8'), (_key, value) =>
      value === '^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$' ? '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' : value,
    ),
  );
  const read = (one: Report) => JSON.parse(sarif(one, described('en'), '1.2.3'));

  function valid(log: unknown): void {
    expect(schema.Errors(log)[1]).toEqual([]);
    expect(schema.Check(log)).toBe(true);
  }

  test.each([
    ['findings', two],
    ['no findings', none],
    ['a finding of the reader', report(finding({ rule: 'unknown-key', line: 1, col: 1, sourceLine: '' }))],
    ['a file that lies elsewhere', report(finding({ file: '/tmp/a b.yaml' }))],
  ])('holds against the schema: %s', (_, one) => {
    valid(read(one));
  });

  test.each(HOSTILE)('holds against the schema: %s', (_, text) => {
    valid(read(hostile(text)));
  });

  test('whatever an author writes', () => {
    fc.assert(
      fc.property(anyReport, (one) => valid(read(one))),
      { numRuns: 50 },
    );
  });

  test('the schema would tell', () => {
    const log = read(two);
    const broken = [
      { ...log, version: '2.0.0' },
      { ...log, more: 1 },
      { ...log, runs: [{ ...log.runs[0], columnKind: 'bytes' }] },
      { ...log, runs: [{ ...log.runs[0], results: [{ ruleId: 'dead-end' }] }] },
      JSON.parse(JSON.stringify(log).replaceAll('"startLine":7', '"startLine":0')),
      JSON.parse(JSON.stringify(log).replaceAll('playbooks/mine.yaml', 'a b\\\\ö.yaml')),
    ];
    for (const one of broken) expect(schema.Check(one)).toBe(false);
  });

  test('the tool, and every rule in English with its level', () => {
    const { driver } = read(none).runs[0].tool;
    expect(driver).toMatchObject({ name: 'svalka', semanticVersion: '1.2.3' });
    expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual([...described('en').keys()]);
    for (const rule of driver.rules) {
      expect(rule.defaultConfiguration.level).toMatch(/^(error|warning)$/);
      for (const { text } of [rule.shortDescription, rule.fullDescription, rule.help]) {
        expect(text).toMatch(/[.!]|why$/);
      }
    }
  });

  test('a result', () => {
    const { results, tool, columnKind } = read(two).runs[0];
    expect(columnKind).toBe('utf16CodeUnits');
    expect(results).toHaveLength(2);
    expect(results[0]).toEqual({
      ruleId: 'dead-end',
      ruleIndex: tool.driver.rules.findIndex(({ id }: { id: string }) => id === 'dead-end'),
      level: 'error',
      message: { text: 'Nothing comes after "hear".' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'playbooks/mine.yaml' },
            region: { startLine: 7, startColumn: 3, endColumn: 7 },
          },
        },
      ],
      partialFingerprints: { 'svalka/v1': 'f00' },
      properties: { script },
    });
    expect(results[1]).not.toHaveProperty('properties');
  });

  test('the level is the team’s, the rule’s stays', () => {
    const run = read(report(finding({ severity: 'warning' }))).runs[0];
    expect(run.results[0].level).toBe('warning');
    expect(run.tool.driver.rules[run.results[0].ruleIndex].defaultConfiguration.level).toBe('error');
  });

  test('braces are no placeholders', () => {
    const { message } = read(report(finding({ message: 'No {lösning}, and no {0}.' }))).runs[0].results[0];
    expect(message.text).toBe('No {{lösning}}, and no {{0}}.');
  });

  test.each([
    ['playbooks/mine.yaml', 'playbooks/mine.yaml'],
    ['playbooks\\mine.yaml', 'playbooks/mine.yaml'],
    ['mina filer/två #1.yaml', 'mina%20filer/tv%C3%A5%20%231.yaml'],
    ['a:b?c%20.yaml', 'a%3Ab%3Fc%2520.yaml'],
    ['/tmp/a b.yaml', 'file:///tmp/a%20b.yaml'],
    ['C:\\playbooks\\a.yaml', 'file:///C:/playbooks/a.yaml'],
    ['\\\\server\\a.yaml', 'file:////server/a.yaml'],
    ['half a \ud800.yaml', 'half%20a%20.yaml'],
  ])('the URI of %s', (file, uri) => {
    expect(uriOf(file)).toBe(uri);
  });
});

describe('github', () => {
  /** A line as GitHub's runner takes it. */
  function command(line: string) {
    const [, name, written = '', data = ''] = /^::(\w+) ([^:]*)::(.*)$/.exec(line) ?? [];
    const decoded = (text: string) => text.replace(/%(0D|0A|3A|2C|25)/g, decodeURIComponent);
    const properties = written.split(',').map((one) => one.split(/=(.*)/s).slice(0, 2).map(decoded));
    return { name, properties: Object.fromEntries(properties), message: decoded(data) };
  }
  const lines = (one: Report) => github(one, AUTHOR.en).split('\n');

  test('a command for each finding, then a summary', () => {
    expect(lines(two)).toEqual([
      '::error file=playbooks/mine.yaml,line=7,col=3,endColumn=7,title=dead-end::Nothing comes after "hear".',
      '::warning file=playbooks/mine.yaml,line=9,col=3,endColumn=7,title=unused-suppression::Nothing comes after "hear".',
      '2 files: 1 error, 1 warning.',
    ]);
  });

  test('nothing found', () => {
    expect(lines(none)).toEqual(['2 files: 0 errors, 0 warnings.']);
  });

  test.each([
    ['a, b: c%0A.yaml', '100 % sure\n::error::x', 'a%2C b%3A c%250A.yaml', '100 %25 sure%0A::error::x'],
    ['a\\b.yaml', 'a, b: c', 'a/b.yaml', 'a, b: c'],
  ])('%s', (file, message, property, data) => {
    expect(lines(report(finding({ file, message })))[0]).toBe(
      `::error file=${property},line=7,col=3,endColumn=7,title=dead-end::${data}`,
    );
  });

  function readsBack(one: Report): void {
    const [first = '', ...rest] = lines(one);
    const { file, message } = one.findings[0] as Reported;
    expect(command(first)).toEqual({
      name: 'error',
      properties: {
        file: clean(file).replaceAll('\\', '/'),
        line: '7',
        col: '3',
        endColumn: '7',
        title: 'dead-end',
      },
      message: clean(message),
    });
    expect(rest).toEqual(['2 files: 1 error, 0 warnings.']);
  }

  test.each(HOSTILE)('is one command, and reads back: %s', (_, text) => {
    readsBack(hostile(text));
  });

  test('whatever an author writes', () => {
    fc.assert(fc.property(anyReport, readsBack));
  });

  test('ten of each are shown, the first ones, in their order; the rest are counted', () => {
    const findings = Array.from({ length: 25 }, (_, i) =>
      finding({ line: i + 1, severity: i % 2 === 0 ? 'warning' : 'error' }),
    );
    const written = lines(report(...findings));
    const shown = written.filter((line) => /^::(error|warning) /.test(line)).map(command);
    expect(shown.map(({ properties }) => Number(properties.line))).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    expect(written.slice(-2)).toEqual([
      '2 files: 12 errors, 13 warnings.',
      '::notice title=svalka check::Not shown here: 2 more errors and 3 more warnings. Run svalka check to see them all.',
    ]);
  });

  test('exactly ten leave nothing out', () => {
    const ten = Array.from({ length: 10 }, (_, i) => finding({ line: i + 1 }));
    expect(lines(report(...ten)).at(-1)).toBe('2 files: 10 errors, 0 warnings.');
  });
});
