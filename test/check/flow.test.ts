/** The rules of the flow at their edges: each falls silent with the smallest change that mends its fixture. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { said } from '../../src/check/check.ts';
import { contentOf } from '../../src/check/content.ts';
import { RULES } from '../../src/check/rules.ts';
import { withDocs } from '../../src/playbook/open.ts';
import { readYaml } from '../../src/playbook/read.ts';
import { type Doc, validate } from '../../src/playbook/validate.ts';
import { library, ROOT } from '../support/content.ts';

/** The rules that look at the flow; they ask neither the coach nor the recogniser. */
const NAMES = [
  ...['unreachable-step', 'dead-end', 'endless-cycle', 'threat-never-comes'],
  ...['solution-before-acknowledgement', 'apology-before-empathy', 'thanks-before-answer'],
  ...['threat-does-not-return', 'danger-not-safe', 'temperature-out-of-bounds', 'no-right-choice'],
  ...['best-play-not-calm', 'calm-without-required', 'cannot-be-won', 'cannot-be-lost'],
];
const FLOW = RULES.filter(({ name }) => NAMES.includes(name));

function docOf(file: string, text: string): Doc {
  const { document, findings } = readYaml(file, text);
  const validated = document && validate(document);
  expect([...findings, ...(validated?.findings ?? [])]).toEqual([]);
  if (!validated?.doc) throw new Error(file);
  return validated.doc;
}

/** What the rules of the flow find in some files, as `file:line rule message`. */
function found(files: Readonly<Record<string, string>>): string[] {
  const docs = Object.entries(files).map(([file, text]) => docOf(file, text));
  const never = (): never => {
    throw new Error('asked for, though no flow needs it');
  };
  const content = contentOf(docs, withDocs(library, 'changed', docs), {
    ...{ coach: never, threats: never, today: '2026-11-22', agreed: new Map() },
  });
  return FLOW.flatMap((rule) =>
    [...rule.check(content)].map((problem) => {
      const { file, line, message } = said(problem, rule, 'en');
      return `${file}:${line} ${rule.name} ${message}`;
    }),
  );
}

/** The files of a rule's fixture, with one text in them changed. */
function fixture(rule: string, from = '', to = ''): Record<string, string> {
  const folder = join(ROOT, 'test/fixtures/check', rule);
  const files = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
  if (from !== '') expect(files.filter(([, text]) => text.includes(from))).toHaveLength(1);
  return Object.fromEntries(files.map(([file, text]) => [file, text.replace(from, to)]));
}

test('every rule of the flow is tested here', () => {
  expect(FLOW).toHaveLength(NAMES.length);
});

describe('the smallest change that mends a fixture', () => {
  const MENDS: [rule: string, from: string, to: string][] = [
    ['unreachable-step', 'next: end', 'next: empathize'],
    ['dead-end', 'next: respond\n# expect', 'next: end\n# expect'],
    ['endless-cycle', 'next: hear', 'next: end'],
    ['threat-never-comes', 'from: 8', 'from: 7'],
    ['solution-before-acknowledgement', 'moves: [ask]', 'moves: [ask, restate]'],
    ['apology-before-empathy', 'moves: [apologize]', 'moves: [empathize, apologize]'],
    ['thanks-before-answer', 'moves: [thank]', 'moves: [respond, thank]'],
    ['threat-does-not-return', 'stop: true', 'stop: false'],
    ['danger-not-safe', 'stop: false', 'stop: true'],
    ['temperature-out-of-bounds', 'temperature: 3', 'temperature: 4'],
    ['no-right-choice', '        faults: [overpromise]\n', ''],
    ['best-play-not-calm', 'temperature: 6', 'temperature: 5'],
    ['calm-without-required', '    required: false\n  respond', '  respond'],
    ['cannot-be-won', 'temperature: 7', 'temperature: 5'],
    ['cannot-be-lost', 'faults: [but]', 'faults: [blame]'],
  ];
  test.each(MENDS)('%s: %j becomes %j', (rule, from, to) => {
    expect(found(fixture(rule))).toHaveLength(1);
    expect(found(fixture(rule, from, to))).toEqual([]);
  });
  test('one for each', () => {
    expect(MENDS.map(([rule]) => rule)).toEqual(NAMES);
  });
});

describe('what points nowhere is the reader’s finding, and is not played until it is mended', () => {
  test.each<[string, string, string, string]>([
    ['a next that is no step', 'endless-cycle', 'next: hear', 'next: heer'],
    ['a threat at no step', 'threat-never-comes', 'step: hear', 'step: heer'],
    ['a step without answers', 'cannot-be-won', '  respond:\n    calmer', '  answer:\n    calmer'],
    ['a scenario of no playbook', 'cannot-be-lost', 'playbook: short\nchannel', 'playbook: shorts\nchannel'],
  ])('%s', (_told, rule, from, to) => {
    expect(found(fixture(rule, from, to))).toEqual([]);
  });
});

describe('temperatures', () => {
  const SHIPPED = readFileSync(join(ROOT, 'playbooks/temperature.yaml'), 'utf8');
  const lines = (text: string) => text.split('\n');
  const lineOf = (text: string, part: string) => lines(text).findIndex((line) => line.includes(part)) + 1;

  test.each<[string, string, string, string]>([
    ['calm where it is lost', 'calm-at: 3', 'calm-at: 10', '10 is out of bounds: it must be < 10 (lost-at).'],
    ['words that end too early', 'up-to: 10,', 'up-to: 9,', '9 is out of bounds: it must be > 9.'],
    ['words out of order', 'up-to: 5', 'up-to: 3', '3 is out of bounds: it must be > 3.'],
    ['a move that cools nothing', 'cools: 1', 'cools: 0', '0 is out of bounds: it must be >= 1.'],
    ['a fault that heats nothing', 'heats: 2', 'heats: 0', '0 is out of bounds: it must be >= 1.'],
  ])('%s', (_told, from, to, message) => {
    const text = SHIPPED.replace(from, to);
    expect(text).not.toBe(SHIPPED);
    const line = lines(text).findIndex((one, i) => one !== lines(SHIPPED)[i]) + 1;
    expect(found({ 'a.yaml': text })).toEqual([`a.yaml:${line} temperature-out-of-bounds ${message}`]);
  });

  test('words that never reach what is lost', () => {
    const text = SHIPPED.replace(/ {2}- \{ up-to: 10.*\n/, '');
    expect(found({ 'a.yaml': text })).toEqual([
      `a.yaml:${lineOf(text, 'up-to: 9')} temperature-out-of-bounds 9 is out of bounds: it must be >= 10 (lost-at).`,
    ]);
  });

  test('a turn that heats nothing is allowed', () => {
    expect(found({ 'a.yaml': SHIPPED.replace(/(too-soon:\n {4}heats: )2/, '$10') })).toEqual([]);
    expect(found({ 'a.yaml': SHIPPED })).toEqual([]);
  });

  test('a scenario that begins lost is that alone, and not also one that cannot be won', () => {
    const files = fixture('cannot-be-won', 'temperature: 7', 'temperature: 10');
    expect(found(files)).toEqual([
      'slow-repair.yaml:12 temperature-out-of-bounds 10 is out of bounds: it must be < 10 (lost-at).',
    ]);
  });
});

describe('right choices', () => {
  const text = (file: string) => readFileSync(join(ROOT, 'playbooks', file), 'utf8');

  test('an answer that rushes is not right, as the engine has it', () => {
    const rushed = text('scenarios/late-parcel.yaml').replace(
      /moves: \[(hear|restate)\]/g,
      'moves: [$1, respond]',
    );
    expect(found({ 'a.yaml': rushed })).toEqual([
      expect.stringContaining('no-right-choice No choice at the step "hear"'),
    ]);
  });

  test('a threat’s step is looked at too', () => {
    const physical = text('threats/physical.yaml').replaceAll(
      'moves: [boundary]\n          sv',
      'faults: [escalate]\n          sv',
    );
    expect(found({ 'a.yaml': physical })).toEqual([
      expect.stringContaining('no-right-choice No choice at the step "limit"'),
    ]);
  });
});

test('a playbook that leaves hearing free, in which nobody gets calm without it, is not found', () => {
  const [file = '', text = ''] = Object.entries(fixture('calm-without-required'))[0] ?? [];
  const alone = text.replace(/ {2}respond:[\s\S]*(?=# expect)/, '');
  expect(found({ [file]: alone })).toEqual([expect.stringContaining('best-play-not-calm')]);
});

test('where a danger to life comes first, leaving out something for safety is to lose', () => {
  const danger = [
    'threat:',
    '  kind: physical',
    '  step: hear',
    '  from: 0',
    "  line: { sv: ['Jag slår dig.'], nb: ['Jeg slår deg.'] }",
    'steps:\n  hear:\n    calmer',
  ].join('\n');
  expect(found(fixture('cannot-be-won', 'steps:\n  hear:\n    calmer', danger))).toEqual([]);
});
