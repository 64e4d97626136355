/** Everything in the content that a script can be expected to visit, with where it stands. Pure. */
import type { Phrases, Playbook, Practice, Scenario, Step, Threat } from '../playbook/schema.ts';
import { CHANNELS, type Lang } from '../playbook/types.ts';
import { type ItemKind, keyOf } from './visits.ts';

export interface Item {
  readonly kind: ItemKind;
  /** As a visit names it. */
  readonly name: string;
  /** What must be there for it to come: itself, a line's list, a phrase's step. */
  readonly needs: string;
  /** Where it stands in its file, as a JSON pointer. */
  readonly pointer: string;
}

/** A playbook by itself: its steps, and what can be said at them. */
export function itemsOfPlaybook({ steps }: Playbook, lang: Lang): Item[] {
  return [
    ...stepsOf(steps),
    ...Object.entries(steps).flatMap(([id, step]) => phrasesOf(id, step, `/steps/${id}`, lang)),
  ];
}

/** A scenario: its playbook's steps, the answers, what the customer says, the threat. */
export function itemsOfScenario(scenario: Scenario, { steps }: Playbook, lang: Lang): Item[] {
  const { opening, threat, ends } = scenario;
  return [
    ...stepsOf(steps),
    ...(threat ? [itemAt('threat', threat.kind, '/threat')] : []),
    ...linesOf('opening', opening[lang], `/opening/${lang}`),
    ...(threat ? linesOf('threat', threat.line[lang], `/threat/line/${lang}`) : []),
    ...Object.entries(scenario.steps).flatMap(([id, practice]) =>
      practiceOf(id, practice, `/steps/${id}`, lang),
    ),
    ...Object.entries(ends).flatMap(([end, lines]) =>
      linesOf(`end ${end}`, lines[lang], `/ends/${end}/${lang}`),
    ),
  ];
}

/** A kind of threat: its steps, the answers, what the customer says. */
export function itemsOfThreat({ steps, line }: Threat, lang: Lang): Item[] {
  return [
    ...stepsOf(steps),
    ...linesOf('line', line[lang], `/line/${lang}`),
    ...Object.entries(steps).flatMap(([id, { practice }]) =>
      practiceOf(id, practice, `/steps/${id}/practice`, lang),
    ),
  ];
}

/** Something that comes by itself. */
export const itemAt = (kind: ItemKind, name: string, pointer: string): Item => ({
  kind,
  name,
  needs: keyOf(kind, name),
  pointer,
});

const stepsOf = (steps: Readonly<Record<string, unknown>>): Item[] =>
  Object.keys(steps).map((id) => itemAt('step', id, `/steps/${id}`));

function practiceOf(step: string, practice: Practice, pointer: string, lang: Lang): Item[] {
  const { calmer, same, hotter, choices } = practice;
  return [
    ...Object.entries({ calmer, same, hotter }).flatMap(([mood, lines]) =>
      linesOf(`${step} ${mood}`, lines[lang], `${pointer}/${mood}/${lang}`),
    ),
    ...Object.entries(choices).flatMap(([id, { reply }]): Item[] => {
      const name = `${step} ${id}`;
      const at = `${pointer}/choices/${id}`;
      const choice = itemAt('choice', name, at);
      return reply ? [choice, itemAt('line', `${name} reply`, `${at}/reply/${lang}`)] : [choice];
    }),
  ];
}

/** The lines of a list, counted from 1; one that stands there twice is told once. */
function linesOf(list: string, lines: readonly string[], pointer: string): Item[] {
  return lines.flatMap((line, i) =>
    lines.indexOf(line) === i
      ? [{ ...itemAt('line', `${list} ${i + 1}`, `${pointer}/${i}`), needs: keyOf('line', list) }]
      : [],
  );
}

/** The phrases of a step, each id once: two channels may say the same. */
function phrasesOf(id: string, { phrases, ways = {} }: Step, pointer: string, lang: Lang): Item[] {
  const items = [
    ...(phrases ? phrasesIn(id, phrases, `${pointer}/phrases`, lang) : []),
    ...Object.entries(ways).flatMap(([way, one]) =>
      phrasesIn(id, one.phrases, `${pointer}/ways/${way}/phrases`, lang),
    ),
  ];
  return [...new Map(items.reverse().map((item) => [item.name, item])).values()].reverse();
}

function phrasesIn(step: string, phrases: Phrases, pointer: string, lang: Lang): Item[] {
  return CHANNELS.flatMap((channel) =>
    Object.keys(phrases[lang][channel] ?? {}).map((id) => ({
      ...itemAt('phrase', `${step} ${id}`, `${pointer}/${lang}/${channel}/${id}`),
      needs: keyOf('step', step),
    })),
  );
}
