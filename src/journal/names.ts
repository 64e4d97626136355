/** What moves, faults, threats and conversations are called in a language. */
import type { Library } from '../playbook/library.ts';
import type { Fault, Lang, Move, ThreatKind } from '../playbook/types.ts';
import type { Item } from './due.ts';

export interface Names {
  readonly move: (move: Move) => string;
  readonly fault: (fault: Fault) => string;
  readonly threat: (threat: ThreatKind) => string;
  /** Its id where it is no longer there. */
  readonly scenario: (scenario: string) => string;
}

/** The names as the content has them; an id where it has none. */
export function namesIn(library: Library, lang: Lang): Names {
  const [weights = ''] = library.ids('temperature').slice(-1);
  const temperature = library.value('temperature', weights);
  return {
    move: (move) => temperature?.moves[move].name[lang] ?? move,
    fault: (fault) => temperature?.faults[fault].name[lang] ?? fault,
    threat: (threat) => library.card('threat', threat)?.title?.[lang] ?? threat,
    scenario: (scenario) => library.card('scenario', scenario)?.title?.[lang] ?? scenario,
  };
}

/**
 * Items by name, in their order, each once: the answers of a conversation stand together.
 * @param answers words for so many answers of the conversation of that name
 */
export function itemNames(
  items: readonly Item[],
  names: Names,
  answers: (n: number, scenario: string) => string,
): string[] {
  const scenarioOf = (item: Item) => (item.includes('/') ? (item.split('/')[0] as string) : null);
  const told = new Set<string>();
  return items.flatMap((item) => {
    const scenario = scenarioOf(item);
    if (scenario === null) return [skillName(item, names)];
    if (told.has(scenario)) return [];
    told.add(scenario);
    // Of several right answers at a step one is given, so steps are counted.
    const steps = items.filter((one) => scenarioOf(one) === scenario).map((one) => one.split('/')[1]);
    return [answers(new Set(steps).size, names.scenario(scenario))];
  });
}

function skillName(item: Item, names: Names): string {
  const [kind, id] = item.split(':');
  return kind === 'threat' ? names.threat(id as ThreatKind) : names.move(id as Move);
}
