/** The drawings of the machine: complete, and readable by the tools that they are for. */
import { describe, expect, test } from 'vitest';
import { type AnyStateNode, createMachine } from 'xstate';
import { toDot, toMermaid, toXState } from '../../src/flow/graph.ts';
import type { Machine } from '../../src/flow/machine.ts';
import { COURSES } from './courses.ts';
import { machineOf } from './made.ts';

/** Steps and ends as the graphs name them. */
const names = (machine: Machine): string[] =>
  machine.nodes.map((node) => (node.threat === null ? node.step : `${node.threat}-${node.step}`)).sort();

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((m) => m[1] ?? '');

/** The nodes that a Mermaid diagram declares: `id: label`, by label. */
const mermaidNodes = (text: string) => all(text, /^ +\w+: (.+)$/gm);
/** The nodes that a DOT drawing declares by a statement of their own. */
const dotNodes = (text: string) => all(text, /^ {2}"([^"]+)"(?: \[shape=doublecircle\])?;$/gm);

describe.each(COURSES)('$name', ({ course: { machine } }) => {
  test('Mermaid names every step and end once as a node', () => {
    const nodes = mermaidNodes(toMermaid(machine)).filter((one) => !HELPERS.includes(one));
    expect(nodes.sort()).toEqual(names(machine));
  });

  test('Mermaid draws arrows between declared nodes only', () => {
    const text = toMermaid(machine);
    const declared = new Set([...all(text, /^ +(\w+): /gm), 'conversation', '[*]']);
    const ends = [...text.matchAll(/^ +(\S+) --> ([^\s:]+)/gm)].flatMap((m) => [m[1] ?? '', m[2] ?? '']);
    expect(ends.length).toBeGreaterThan(machine.nodes.length);
    expect(ends.filter((one) => !declared.has(one))).toEqual([]);
    expect(text.startsWith('stateDiagram-v2\n')).toBe(true);
  });

  test('DOT names every step and end once as a node', () => {
    expect(dotNodes(toDot(machine)).sort()).toEqual(names(machine));
  });

  test('DOT draws arrows between declared nodes only', () => {
    const text = toDot(machine);
    const declared = new Set([...dotNodes(text), 'conversation', 'left-step', 'finish']);
    const ends = [...text.matchAll(/^ {2}"([^"]+)" -> "([^"]+)" \[/gm)].flatMap((m) => [
      m[1] ?? '',
      m[2] ?? '',
    ]);
    expect(ends.length).toBeGreaterThan(machine.nodes.length);
    expect(ends.filter((one) => !declared.has(one))).toEqual([]);
    expect(text.match(/[{}]/g)).toEqual(['{', '}']);
  });

  test('every step has an arrow in and an arrow out', () => {
    const arrows = [...toDot(machine).matchAll(/^ {2}"([^"]+)" -> "([^"]+)" \[/gm)];
    const into = new Set(arrows.map((m) => m[2]));
    const out = new Set(arrows.map((m) => m[1]));
    const first = machine.nodes[machine.start]?.step;
    const steps = machine.nodes.filter((node) => node.end === null);
    const name = (node: (typeof steps)[number]) =>
      node.threat === null ? node.step : `${node.threat}-${node.step}`;
    expect(steps.map(name).filter((one) => one !== first && !into.has(one))).toEqual([]);
    expect(steps.map(name).filter((one) => !out.has(one))).toEqual([]);
  });

  test('XState loads the JSON, and has every step and end once', () => {
    const json: unknown = JSON.parse(JSON.stringify(toXState(machine)));
    expect(json).toEqual(toXState(machine));
    const chart = createMachine(json as Parameters<typeof createMachine>[0]);
    const leaves = leavesOf(chart.root).filter((node) => node.type !== 'history' && node.key !== 'finish');
    expect(leaves.map((node) => node.key).sort()).toEqual(names(machine));
    expect(chart.id).toBe(machine.id);
  });
});

function leavesOf(node: AnyStateNode): AnyStateNode[] {
  const inner = Object.values(node.states);
  return inner.length === 0 ? [node] : inner.flatMap(leavesOf);
}

test('XState refuses a chart with a target that does not exist, so that loading it proves something', () => {
  const chart = JSON.stringify(toXState(machineOf({ steps: { hear: ['hear'] } })));
  const broken: unknown = JSON.parse(chart.replaceAll('"#finish"', '"#nowhere"'));
  expect(() => createMachine(broken as Parameters<typeof createMachine>[0])).toThrow(/nowhere/);
});

/** Nodes of the drawing that are neither a step nor an end. */
const HELPERS = ['step that was left', 'finish'];

describe('an author may call a step by a word of the statechart', () => {
  const words = [
    'calm',
    'finish',
    'left-step',
    'conversation',
    'threats',
    'danger',
    'manager-one',
    'state',
    'end-of-it',
  ];
  const machine = machineOf({
    steps: Object.fromEntries(words.map((word) => [word, ['hear'] as const])),
    threats: { manager: { one: ['ask'] } },
    temperature: 6,
  });
  test('and it is told apart', () => {
    const drawn = [
      ...['calm_', 'finish_', 'left-step_', 'conversation_', 'threats_', 'danger_', 'manager-one_', 'state_'],
      ...['end-of-it', 'manager-one', 'calm', 'unresolved', 'lost', 'safe'],
    ].sort();
    expect(dotNodes(toDot(machine)).sort()).toEqual(drawn);
    expect(
      mermaidNodes(toMermaid(machine))
        .filter((one) => !HELPERS.includes(one))
        .sort(),
    ).toEqual(drawn);
    const ids = all(toMermaid(machine), /^ +(\w+): /gm);
    expect(new Set(ids).size).toBe(ids.length);
    const chart = createMachine(JSON.parse(JSON.stringify(toXState(machine))));
    const steps = Object.keys(chart.states.conversation?.states ?? {});
    expect(steps.length).toBe(words.length + 1);
  });
});
