/** A finding is set aside where it stands, with a reason, and for as long as there is one. */
import { describe, expect, test } from 'vitest';
import { suppressionsIn } from '../../src/check/suppress.ts';
import { readYaml } from '../../src/playbook/read.ts';
import { checked, LOST_LINE, only, passingOver } from '../support/checked.ts';

/** `line rule: reason` of each suppression in a file. */
function suppressed(text: string): string[] {
  const { document } = readYaml('a.yaml', text);
  if (!document) throw new Error('not YAML');
  return suppressionsIn(document).map(({ line, rule, reason }) => `${line} ${rule}: ${reason}`);
}

describe('what is a suppression, and of which line', () => {
  test.each<[what: string, text: string, found: string[]]>([
    ['at the end of its line', 'a: 1 # svalka-ignore dead-end: why', ['1 dead-end: why']],
    ['on the line above', '# svalka-ignore dead-end: why\na: 1', ['2 dead-end: why']],
    ['indented', 'a:\n  # svalka-ignore dead-end: why\n  b: 1', ['3 dead-end: why']],
    ['above other comments and empty lines', '# svalka-ignore x: y\n\n# z\n  # z\na: 1', ['5 x: y']],
    ['two above each other', '# svalka-ignore a: b\n# svalka-ignore c: d\na: 1', ['3 a: b', '3 c: d']],
    ['one above and one beside', '# svalka-ignore a: b\na: 1 # svalka-ignore c: d', ['2 a: b', '2 c: d']],
    ['two apart', '# svalka-ignore a: b\na: 1\n# svalka-ignore c: d\nb: 1', ['2 a: b', '4 c: d']],
    ['below everything', 'a: 1\n# svalka-ignore a: b', ['3 a: b']],
    ['without a reason', 'a: 1 # svalka-ignore dead-end', ['1 dead-end: ']],
    ['with a colon and no reason', 'a: 1 # svalka-ignore dead-end:  ', ['1 dead-end: ']],
    ['with colons in its reason', 'a: 1 # svalka-ignore a: see b: c', ['1 a: see b: c']],
    ['written closely', 'a: 1 #svalka-ignore a:b', ['1 a: b']],
    ['with a line’s end of Windows', '# svalka-ignore a: b\r\na: 1\r\n', ['2 a: b']],
    ['after a text in quotes', 'a: "b" # svalka-ignore c: d', ['1 c: d']],
    ['after a list', 'a: [1, 2] # svalka-ignore c: d', ['1 c: d']],
    ['inside a text', 'a: "b # svalka-ignore c: d"', []],
    ['inside a text of several lines', 'a: |\n  # svalka-ignore c: d\nb: 1', []],
    ['joined to a word', 'a: b#svalka-ignore c: d', []],
    ['of no rule', 'a: 1 # svalka-ignore', []],
    ['of no rule, with a reason', 'a: 1 # svalka-ignore: because', []],
    ['another comment', 'a: 1 # not svalka-ignore c: d', []],
  ])('%s', (_, text, found) => {
    expect(suppressed(text)).toEqual(found);
  });
});

describe('what becomes of the finding', () => {
  const RULES = ['unreachable-step', 'dead-end', 'unused-suppression', 'suppression-without-reason'];
  const found = async (comment: string, off: readonly string[] = []) => {
    const severities = only(...RULES.filter((rule) => !off.includes(rule)));
    const all = await checked({ 'a.yaml': passingOver('mine', ['lost'], comment) }, severities);
    return all.map(({ line, col, length, severity, rule }) => `${line}:${col}+${length} ${severity} ${rule}`);
  };

  test.each<[what: string, comment: string, found: string[]]>([
    ['it stays without a comment', '', [`${LOST_LINE}:3+4 error unreachable-step`]],
    ['it goes where a reason is given', '# svalka-ignore unreachable-step: for 2027\n', []],
    [
      'it goes without a reason, which is then asked for',
      '  # svalka-ignore unreachable-step  \n',
      [`${LOST_LINE}:3+32 warning suppression-without-reason`],
    ],
    [
      'it stays where another rule is named, and that is told',
      '# svalka-ignore dead-end: for 2027\n',
      [`${LOST_LINE}:1+34 warning unused-suppression`, `${LOST_LINE + 1}:3+4 error unreachable-step`],
    ],
    [
      'one is enough',
      '# svalka-ignore unreachable-step: a\n# svalka-ignore unreachable-step: b\n',
      [`${LOST_LINE + 1}:1+35 warning unused-suppression`],
    ],
    [
      'the rules about suppressions cannot be set aside',
      '# svalka-ignore unused-suppression: a\n# svalka-ignore unreachable-step: b\n',
      [`${LOST_LINE}:1+37 warning unused-suppression`],
    ],
  ])('%s', async (_, comment, expected) => {
    expect(await found(comment)).toEqual(expected);
  });

  test('of a rule that is off, nothing is told', async () => {
    expect(await found('# svalka-ignore unreachable-step: a\n', ['unreachable-step'])).toEqual([]);
  });

  test('what the reader found stays: such a file is of no use', async () => {
    const all = await checked({ 'a.yaml': '# svalka-ignore unknown-kind: a\nschema: 1\n' });
    expect(all.map(({ rule }) => rule)).toContain('unknown-kind');
  });
});

test('a file full of suppressions takes no longer than another', () => {
  const line = '# svalka-ignore dead-end: why\n';
  const { document } = readYaml('a.yaml', `${line.repeat(12_000)}a: 1 ${line}`);
  if (!document) throw new Error('not YAML');
  const began = performance.now();
  expect(suppressionsIn(document)).toHaveLength(12_001);
  expect(performance.now() - began).toBeLessThan(2000);
});
