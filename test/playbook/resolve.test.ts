/** References between files: whatever a file points to must exist. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/playbook/finding.ts';
import { knownWith, NOTHING } from '../../src/playbook/folder.ts';
import { readYaml } from '../../src/playbook/read.ts';
import { type Known, resolve } from '../../src/playbook/resolve.ts';
import { type Claim, validate } from '../../src/playbook/validate.ts';
import { library } from '../support/content.ts';
import { playbook, script } from '../support/folder.ts';

const told = (findings: readonly Finding[]) =>
  findings.map((f) => `${f.line}:${f.col}+${f.length} ${f.rule}`);

/** The findings of one file over what is known; the shipped content by default. */
function findingsOf(text: string, known: Known = library): Finding[] {
  const { document, findings } = readYaml('a.yaml', text);
  const validated = document && validate(document);
  expect([...findings, ...(validated?.findings ?? [])]).toEqual([]);
  return validated?.doc ? resolve([validated.doc], knownWith(known, [validated.doc])) : [];
}

const L = '{ sv: ["a"], nb: ["b"] }';
const practice = (at: string) =>
  [
    `calmer: ${L}`,
    `same: ${L}`,
    `hotter: ${L}`,
    'choices: { x: { sv: "a", nb: "b" }, y: { sv: "a", nb: "b" } }',
  ]
    .map((line) => at + line)
    .join('\n');

const STEPS = ['hear', 'empathize', 'apologize', 'respond', 'thank'];
const SCENARIO = `schema: 1
scenario: mine
playbook: heart
channel: phone
trade: { sv: "a", nb: "b" }
title: { sv: "a", nb: "b" }
situation: { sv: "a", nb: "b" }
may: ${L}
may-not: ${L}
temperature: 5
customer: { sv: "a", nb: "b" }
opening: ${L}
slots: { solution: { sv: "a", nb: "b" } }
threat: { kind: public, step: respond, from: 8, line: ${L} }
ends: { calm: ${L}, unresolved: ${L}, lost: ${L} }
steps:
${STEPS.map((step) => `  ${step}:\n${practice('    ')}`).join('\n')}
`;
const scenarioWith = (from: string | RegExp, to: string) => SCENARIO.replace(from, to);
const THREAT = `schema: 1
threat: legal
name: { sv: "a", nb: "b" }
about: { sv: "a", nb: "b" }
stop: false
say: ${L}
do: ${L}
avoid: ${L}
after: { sv: "a", nb: "b" }
source: bacal
line: ${L}
steps:
  one:
    name: { sv: "a", nb: "b" }
    moves: [empathize]
    aim: { sv: "a", nb: "b" }
    why: { sv: "a", nb: "b" }
    do: ${L}
    avoid: ${L}
    source: bacal
    ways:
      leave:
        name: { sv: "a", nb: "b" }
        when: { sv: "a", nb: "b" }
        phrases: { sv: { chat: { p: "a" } }, nb: { chat: { p: "b" } } }
    practice:
${practice('      ')}
names: ${L}
`;
/** A script of a playbook by itself. */
const said = (lang: string, phrase: string) =>
  script('mine', { choose: phrase }).replace('scenario: late-parcel', `playbook: heart\nlang: ${lang}`);
const threatWith = (from: string, to: string) => THREAT.replace(from, to);

describe('references that exist', () => {
  it.each([
    ['a playbook', playbook('mine')],
    ['a playbook whose step goes to the end', playbook('mine', { step: 'next: end' })],
    ['a playbook whose step goes to itself', playbook('mine', { step: 'next: hear' })],
    ['a playbook with a slot', playbook('mine', { phrase: 'Nu ska vi {lösning}.' })],
    ['a script', script('mine')],
    [
      'a script that answers a threat',
      script('mine', { choose: 'tell-me' }).replace('ends', '  - threat: public\nends'),
    ],
    ['a script that says a phrase, which each language has of its own', said('nb', 'sitting-here')],
    ['a scenario', SCENARIO],
    ['a scenario without threat and slots', SCENARIO.replace(/^(slots|threat):.*\n/gm, '')],
    ['a threat', THREAT],
  ])('%s', (_name, text) => {
    expect(findingsOf(text)).toEqual([]);
  });
});

describe('targets that do not exist', () => {
  const TARGETS: [name: string, text: string, told: string, params: object][] = [
    [
      'the source of a playbook',
      playbook('mine', { source: 'svalkan' }),
      '5:9+7 unknown-target',
      { name: 'svalkan', near: 'svalka' },
    ],
    [
      'the source of a step',
      playbook('mine').replace('source: svalka\n    req', 'source: x\n    req'),
      '14:13+1 unknown-target',
      { name: 'x', near: '' },
    ],
    [
      'the next step',
      playbook('mine', { step: 'next: heart' }),
      '15:11+5 unknown-target',
      { name: 'heart', near: 'hear', allowed: 'hear, end' },
    ],
    [
      'the source of a threat',
      threatWith('source: bacal', 'source: bakal'),
      '10:9+5 unknown-target',
      { near: 'bacal' },
    ],
    [
      'the playbook of a scenario',
      scenarioWith('playbook: heart', 'playbook: hart'),
      '3:11+4 unknown-target',
      { name: 'hart', near: 'heart' },
    ],
    [
      'the step of a threat in a scenario',
      scenarioWith('step: respond', 'step: respnd'),
      '14:31+6 unknown-target',
      { near: 'respond' },
    ],
    [
      'a slot of a scenario',
      scenarioWith('{ solution:', '{ solutions:'),
      '13:10+9 unknown-target',
      { near: 'solution' },
    ],
    [
      'the scenario of a script',
      script('mine', { scenario: 'late-parcels' }),
      '3:11+12 unknown-target',
      { near: 'late-parcel' },
    ],
    [
      'a choice of a script',
      script('mine', { choose: 'tell-mee' }),
      '5:13+8 unknown-target',
      { near: 'tell-me' },
    ],
    [
      'a phrase of a script, which only the other language has',
      said('sv', 'sitting-here'),
      '6:13+12 unknown-target',
      { name: 'sitting-here' },
    ],
  ];
  it.each(TARGETS)('%s', (_name, text, expected, params) => {
    const findings = findingsOf(text);
    expect(told(findings)).toEqual([expected]);
    expect(findings[0]?.params).toMatchObject(params);
  });

  it('a threat kind that no file answers', () => {
    const noThreats: Known = { ...library, ids: (kind) => (kind === 'threat' ? [] : library.ids(kind)) };
    expect(told(findingsOf(SCENARIO, noThreats))).toEqual(['14:17+6 unknown-target']);
  });

  it('a step that the playbook has not, and one that the scenario lacks, at once', () => {
    expect(told(findingsOf(scenarioWith('  thank:', '  thanks:')))).toEqual([
      '37:3+6 unknown-target',
      '16:1+5 missing-key',
    ]);
  });

  it('a step with neither phrases nor ways', () => {
    const text = playbook('mine').replace(/ {4}phrases:[\s\S]*$/, '');
    expect(told(findingsOf(text))).toEqual(['7:3+4 missing-key']);
  });

  it('nothing at all is known: every reference is told', () => {
    expect(told(findingsOf(playbook('mine'), NOTHING))).toEqual([
      '5:9+6 unknown-target',
      '14:13+6 unknown-target',
    ]);
    expect(told(findingsOf(script('mine'), NOTHING))).toEqual(['3:11+11 unknown-target']);
  });
});

describe('slots', () => {
  const SLOTS: [phrase: string, told: string[], params: object][] = [
    ['Vi kan {lösning} nu.', [], {}],
    ['Vi kan {lösningen}.', ['17:27+19 unknown-slot'], { name: 'lösningen', near: 'lösning' }],
    ['Vi kan {løsning}.', ['17:27+17 unknown-slot'], { name: 'løsning', near: 'lösning' }],
    ['Vi kan {}.', ['17:27+10 unknown-slot'], { name: '' }],
    ['Vi kan { lösning }.', ['17:27+19 unknown-slot'], { name: ' lösning ' }],
    ['Vi kan {lösning.', ['17:27+16 unknown-slot'], { name: '' }],
    ['Vi kan lösning}.', ['17:27+16 unknown-slot'], { name: '' }],
    ['Vi {kan {lösning}}.', ['17:27+19 unknown-slot'], { name: '' }],
    ['{a} {b}', ['17:27+9 unknown-slot', '17:27+9 unknown-slot'], { name: 'a' }],
  ];
  it.each(SLOTS)('%s', (phrase, expected, params) => {
    const findings = findingsOf(playbook('mine', { phrase }));
    expect(told(findings)).toEqual(expected.map((one) => one.replace(/\+\d+/, `+${phrase.length + 2}`)));
    if (findings.length > 0) expect(findings[0]?.params).toMatchObject(params);
  });

  it('in the ways of a step, each language has its own names', () => {
    const ways = 'phrases: { sv: { chat: { p: "{løsning}" } }, nb: { chat: { p: "{lösning}" } } }';
    const text = threatWith('phrases: { sv: { chat: { p: "a" } }, nb: { chat: { p: "b" } } }', ways);
    const findings = findingsOf(text);
    expect(told(findings)).toEqual(['25:37+11 unknown-slot', '25:71+11 unknown-slot']);
  });

  /** Texts that are shown as they stand: a brace in them would be printed raw. */
  const WRONG_PLACES: [name: string, text: string, told: string][] = [
    ['a title', playbook('mine', { title: '{lösning}' }), '3:14+11 unknown-slot'],
    [
      'the aim of a step',
      playbook('mine').replace('aim: { sv: "a"', 'aim: { sv: "{problemet}"'),
      '10:16+13 unknown-slot',
    ],
    [
      'what a customer says',
      scenarioWith(`opening: ${L}`, 'opening: { sv: ["Nu {tid}!"], nb: ["b"] }'),
      '12:17+11 unknown-slot',
    ],
    [
      'a loose brace in a situation',
      scenarioWith('situation: { sv: "a"', 'situation: { sv: "a }"'),
      '7:18+5 unknown-slot',
    ],
    [
      'what a threat says',
      threatWith(`say: ${L}`, 'say: { sv: ["{tid}"], nb: ["b"] }'),
      '6:13+7 unknown-slot',
    ],
  ];
  it.each(WRONG_PLACES)('never printed raw: %s', (_name, text, expected) => {
    const findings = findingsOf(text);
    expect(told(findings)).toEqual([expected]);
  });
});

describe('a broken file is told of once', () => {
  const broken: Claim[] = [
    { kind: 'playbook', id: 'heart' },
    { kind: 'scenario', id: 'late-parcel' },
    { kind: 'sources', id: 'common' },
    { kind: 'slots', id: 'common' },
  ];
  const known = knownWith(library, [], broken);

  it.each([
    ['a scenario of a broken playbook', SCENARIO.replace('  thank:', '  thanks:')],
    ['a script of a broken scenario', script('mine', { choose: 'what-ever' })],
    ['sources and slots that cannot be known', playbook('mine', { source: 'x', phrase: '{y}' })],
  ])('%s', (_name, text) => {
    expect(findingsOf(text, known)).toEqual([]);
  });
});
