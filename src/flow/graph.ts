/**
 * The machine for others to read: an XState v5 statechart as plain JSON, and from
 * the same table Mermaid and DOT. A property test plays the JSON in XState itself
 * and compares it with `step`, state by state.
 */
import { ENDS, FAULTS, MOVES, moveNames, THREATS } from '../playbook/types.ts';
import { FINISH, type Machine, type Node, RETURN } from './machine.ts';

/** A guard or action of the statechart; what each does is told in {@link GRAPH_NOTES}. */
interface Named {
  readonly type: string;
  readonly params?: Readonly<Record<string, unknown>>;
}
interface Transition {
  readonly target?: string;
  readonly guard?: Named;
  readonly actions?: readonly Named[];
}
interface StateNode {
  readonly id?: string;
  readonly type?: 'final' | 'history';
  readonly history?: 'shallow';
  readonly initial?: string;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly description?: string;
  readonly on?: Readonly<Record<string, readonly Transition[]>>;
  readonly always?: readonly Transition[];
  readonly entry?: readonly Named[];
  readonly states?: Readonly<Record<string, StateNode>>;
}

/** The words of the exported statechart, for whoever implements its guards and actions. */
export const GRAPH_NOTES = [
  'answer carries moves and faults (arrays); skip and threat.<kind> carry nothing.',
  'guards: faulty; does (one of moves); rushes (one of moves, and no empathize); otherwise;',
  'each of them also needs that many tries where it names tries;',
  'hot (from); breaksIn (from, and not fired); calm (at, and nothing missed).',
  'actions: heat (by); heatFaults (weights, together atMost); heatLoop (by, from the second try on); cool (the strongest of moves);',
  'tried (tries + 1); fresh (tries = 0); miss, forgive (missed); fired. The temperature stays within 0 and most.',
].join('\n');

const end = (id: string) => `#${id}`;

/** The statechart as XState v5 JSON. */
export function toXState(machine: Machine): StateNode {
  const own = machine.nodes.filter((node) => node.end === null && node.threat === null);
  const threatRegion = (stop: boolean) => machine.nodes.filter((n) => n.threat !== null && n.stop === stop);
  return {
    id: machine.id,
    description: GRAPH_NOTES,
    initial: 'conversation',
    context: { temperature: machine.temperature, tries: 0, missed: false, fired: false },
    states: {
      conversation: {
        initial: stateId(machine.nodes[machine.start] as Node),
        on: threatEvents(machine),
        states: {
          ...Object.fromEntries(own.map((node) => [stateId(node), stateNode(machine, node)])),
          'left-step': { id: 'left-step', type: 'history', history: 'shallow' },
        },
      },
      ...region(machine, 'threats', threatRegion(false), threatEvents(machine)),
      ...region(machine, 'danger', threatRegion(true), {}),
      finish: {
        id: 'finish',
        always: [
          lostAlways(machine),
          { guard: { type: 'calm', params: { at: machine.calmAt } }, target: end('calm') },
          { target: end('unresolved') },
        ],
      },
      calm: { id: 'calm', type: 'final' },
      unresolved: { id: 'unresolved', type: 'final' },
      lost: { id: 'lost', type: 'final' },
      safe: { id: 'safe', type: 'final' },
    },
  };
}

function region(
  machine: Machine,
  id: string,
  nodes: readonly Node[],
  on: StateNode['on'],
): Record<string, StateNode> {
  const [first] = nodes;
  if (!first) return {};
  const states = Object.fromEntries(nodes.map((node) => [stateId(node), stateNode(machine, node)]));
  return { [id]: { initial: stateId(first), ...(on ? { on } : {}), states } };
}

/** The statechart's and Mermaid's own words, which an author may also have chosen for a step. */
const TAKEN: ReadonlySet<string> = new Set([
  ...['conversation', 'left-step', 'threats', 'danger', 'finish'],
  ...['state', 'note', 'class', 'style', 'scale', 'click', 'hide', 'direction', 'end'],
  ...ENDS,
]);

/** A dot separates levels in XState's targets, so threats are joined with a hyphen. */
function stateId(node: Node): string {
  if (node.end !== null) return node.end;
  if (node.threat !== null) return `${node.threat}-${node.step}`;
  const taken = TAKEN.has(node.step) || THREATS.some((kind) => node.step.startsWith(`${kind}-`));
  return taken ? `${node.step}_` : node.step;
}

function threatEvents(machine: Machine): Record<string, Transition[]> {
  return Object.fromEntries(
    THREATS.flatMap((kind, i) => {
      const first = machine.nodes[machine.threats[i] ?? -1];
      if (!first) return [];
      return [[`threat.${kind}`, [{ target: end(stateId(first)), actions: enter(first) }]]];
    }),
  );
}

const enter = (first: Node): Named[] => [{ type: 'fresh' }, ...(first.stop ? [{ type: 'forgive' }] : [])];

const lostAlways = (machine: Machine): Transition => ({
  guard: { type: 'hot', params: { from: machine.lostAt } },
  target: end('lost'),
});

function stateNode(machine: Machine, node: Node): StateNode {
  const next = targetOf(machine, node);
  const miss: Named[] = node.required ? [{ type: 'miss' }] : [];
  /** One way to fail: on the last try the coach goes on, else it is tried again. */
  const fails = (guard: Named, heats: readonly Named[]): Transition[] => [
    {
      guard: { type: guard.type, params: { ...guard.params, tries: machine.patience - 1 } },
      target: next,
      actions: [...heats, { type: 'fresh' }, ...miss],
    },
    { guard, actions: [...heats, { type: 'tried' }] },
  ];
  const named = (bits: number): Named => ({ type: 'does', params: { moves: moveNames(bits) } });
  const heat = (by: number): Named[] => [{ type: 'heat', params: { by, most: machine.lostAt } }];
  const always: Transition[] = [];
  const threat = machine.nodes[node.threatAt];
  if (threat) {
    always.push({
      guard: { type: 'breaksIn', params: { from: node.threatFrom } },
      target: end(stateId(threat)),
      actions: [{ type: 'fired' }, ...enter(threat)],
    });
  }
  if (!node.stop) always.push(lostAlways(machine));
  return {
    id: stateId(node),
    on: {
      answer: [
        ...fails({ type: 'faulty' }, [
          {
            type: 'heatFaults',
            params: { weights: byName(FAULTS, machine.heats), atMost: machine.atMost, most: machine.lostAt },
          },
        ]),
        ...(node.rushes
          ? fails({ type: 'rushes', params: { moves: moveNames(node.rushes) } }, heat(machine.tooSoon))
          : []),
        {
          guard: named(node.wants),
          target: next,
          actions: [
            { type: 'cool', params: { weights: byName(MOVES, machine.cools), moves: moveNames(node.wants) } },
            { type: 'fresh' },
          ],
        },
        ...(node.ahead ? fails(named(node.ahead), heat(machine.tooSoon)) : []),
        ...(node.behind
          ? fails(named(node.behind), [
              { type: 'heatLoop', params: { by: machine.loop, most: machine.lostAt } },
            ])
          : []),
        ...fails({ type: 'otherwise' }, heat(machine.silent)),
      ],
      skip: [{ target: next, actions: [...heat(machine.skipped), { type: 'fresh' }, ...miss] }],
    },
    ...(always.length > 0 ? { always } : {}),
  };
}

function targetOf(machine: Machine, node: Node): string {
  if (node.next === FINISH) return end('finish');
  if (node.next === RETURN) return end('left-step');
  const next = machine.nodes[node.next] as Node;
  return end(stateId(next));
}

const byName = (names: readonly string[], weights: readonly number[]): Record<string, number> =>
  Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0]));

/** An arrow of the drawings: the right answer is solid, what goes wrong dashed. */
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly dashed: boolean;
}

function edgesOf(machine: Machine): Edge[] {
  const edges: Edge[] = [];
  for (const node of machine.nodes) {
    if (node.end !== null) continue;
    const to = targetOf(machine, node).slice(1);
    edges.push({ from: stateId(node), to, label: moveNames(node.wants).join(' / '), dashed: false });
    const threat = machine.nodes[node.threatAt];
    if (threat)
      edges.push({ from: stateId(node), to: stateId(threat), label: `${node.threatFrom}°`, dashed: true });
  }
  edges.push({ from: 'finish', to: 'calm', label: `≤ ${machine.calmAt}°`, dashed: false });
  edges.push({ from: 'finish', to: 'unresolved', label: '', dashed: true });
  edges.push({ from: 'conversation', to: 'lost', label: `${machine.lostAt}°`, dashed: true });
  for (const first of machine.threats) {
    const threat = machine.nodes[first];
    if (threat) edges.push({ from: 'conversation', to: stateId(threat), label: 'threat', dashed: true });
  }
  return edges;
}

const safe = (id: string) => id.replaceAll('-', '_');

/** A Mermaid state diagram. */
export function toMermaid(machine: Machine): string {
  const inside = (wanted: (node: Node) => boolean) =>
    machine.nodes
      .filter((n) => n.end === null && wanted(n))
      .map((n) => `    ${safe(stateId(n))}: ${stateId(n)}`);
  const lines = [
    'stateDiagram-v2',
    '  [*] --> conversation',
    '  state conversation {',
    `    [*] --> ${safe(stateId(machine.nodes[machine.start] as Node))}`,
    ...inside((n) => n.threat === null),
    '    left_step: step that was left',
    '  }',
    ...inside((n) => n.threat !== null).map((line) => line.slice(2)),
    ...['finish', ...ENDS].map((one) => `  ${one}: ${one}`),
    ...edgesOf(machine).map((e) => `  ${safe(e.from)} --> ${safe(e.to)}${e.label ? `: ${e.label}` : ''}`),
    ...ENDS.map((one) => `  ${one} --> [*]`),
  ];
  return `${lines.join('\n')}\n`;
}

/** A Graphviz drawing. */
export function toDot(machine: Machine): string {
  const quote = (text: string) => `"${text.replaceAll('"', '\\"')}"`;
  const lines = [
    `digraph ${quote(machine.id)} {`,
    '  rankdir=TB; node [shape=box, style=rounded];',
    ...machine.nodes.filter((n) => n.end === null).map((n) => `  ${quote(stateId(n))};`),
    ...ENDS.map((one) => `  ${quote(one)} [shape=doublecircle];`),
    '  conversation [style=dashed]; "left-step" [style=dashed]; finish [shape=diamond];',
    ...edgesOf(machine).map(
      (e) =>
        `  ${quote(e.from)} -> ${quote(e.to)} [label=${quote(e.label)}${e.dashed ? ', style=dashed' : ''}];`,
    ),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}
