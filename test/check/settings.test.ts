/** What a team may decide, and what is a mistake. */
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/check/settings.ts';
import { READER_RULES } from '../../src/playbook/finding.ts';
import { checked, only, passingOver } from '../support/checked.ts';

describe('what is read', () => {
  test.each<[text: string, severities: [string, string][]]>([
    ['{}', []],
    ['{ "rules": {} }', []],
    ['{ "rules": { "dead-end": "off" } }', [['dead-end', 'off']]],
    [
      '{ "rules": { "dead-end": "warning", "unused-suppression": "error" } }',
      [
        ['dead-end', 'warning'],
        ['unused-suppression', 'error'],
      ],
    ],
  ])('%s', (text, severities) => {
    expect(readSettings(text)).toEqual({ severities: new Map(severities) });
  });
});

describe('what is a mistake', () => {
  test.each([
    ['', { fault: 'json', reason: expect.any(String) }],
    ['{', { fault: 'json', reason: expect.any(String) }],
    ['[]', { fault: 'json', reason: '{}' }],
    ['null', { fault: 'json', reason: '{}' }],
    ['"off"', { fault: 'json', reason: '{}' }],
    ['{ "rules": [] }', { fault: 'json', reason: '"rules": {}' }],
    ['{ "rules": null }', { fault: 'json', reason: '"rules": {}' }],
    ['{ "rule": {} }', { fault: 'key', name: 'rule', near: 'rules' }],
    ['{ "strict": true }', { fault: 'key', name: 'strict', near: '' }],
    ['{ "__proto__": {} }', { fault: 'key', name: '__proto__', near: '' }],
    ['{ "rules": { "dead-ends": "off" } }', { fault: 'rule', name: 'dead-ends', near: 'dead-end' }],
    ['{ "rules": { "__proto__": "off" } }', { fault: 'rule', name: '__proto__', near: '' }],
    ['{ "rules": { "toString": "off" } }', { fault: 'rule', name: 'toString', near: '' }],
    ['{ "rules": { "dead-end": "warn" } }', { fault: 'severity', name: 'dead-end' }],
    ['{ "rules": { "dead-end": 0 } }', { fault: 'severity', name: 'dead-end' }],
    ['{ "rules": { "dead-end": null } }', { fault: 'severity', name: 'dead-end' }],
  ])('%s', (text, fault) => {
    expect(readSettings(text)).toEqual(fault);
  });

  test('a file that cannot be read is of no use to anybody: the reader’s rules are no setting', () => {
    for (const rule of READER_RULES) {
      expect(readSettings(JSON.stringify({ rules: { [rule]: 'off' } }))).toMatchObject({ fault: 'rule' });
    }
  });
});

describe('what becomes of a finding', () => {
  const files = { 'a.yaml': passingOver('mine', ['lost']) };
  const off = only('unreachable-step');

  test.each([
    ['as the rule has it', [], ['error']],
    ['a warning', [['unreachable-step', 'warning']], ['warning']],
    ['off', [['unreachable-step', 'off']], []],
  ] as const)('%s', async (_, severities, expected) => {
    const found = await checked(files, new Map([...off, ...severities]));
    expect(found.map(({ severity }) => severity)).toEqual(expected);
  });
});
