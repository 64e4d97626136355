/** A tour in words: its name, what it is about, what is expected of each turn. Pure. */
import type { Node } from '../../src/flow/machine.ts';
import { type Turn as Played, type Session, view } from '../../src/flow/session.ts';
import type { Expect, Script } from '../../src/playbook/schema.ts';
import type { Run } from '../../src/script/run.ts';
import type { Theme, Tried } from './search.ts';

/** The whole script of a tour that was found; how it went is the same in both languages. */
export function told({ script, results }: Tried, theme: Theme, isTaken: (name: string) => boolean): Script {
  const { session } = (results[0] as { run: Run }).run;
  const turns = script.turns.map((turn, i) => ({ ...turn, expect: expectOf(session, i) }));
  return { ...script, script: nameOf(session, theme, isTaken), about: aboutOf(session), turns };
}

/** How it ends: `late-parcel-calm`, `late-parcel-lost-at-thank`; with a number where that is taken. */
function nameOf(session: Session, theme: Theme, isTaken: (name: string) => boolean): string {
  const { end } = view(session);
  const { node } = session.turns.at(-1) as Played;
  const at = theme.threat ? node.step : node.id.replace('.', '-');
  const name = `${theme.name}-${end}${end === 'lost' ? `-at-${at}` : ''}`;
  let free = name;
  for (let n = 2; isTaken(free); n++) free = `${name}-${n}`;
  return free;
}

/** How many turns of each sort: `3 right, 2 wrong, 1 passed over: calm at the end.` */
function aboutOf(session: Session): string {
  const sorts = session.turns.map(({ input, verdict }) => {
    if (verdict === 'threatened') return 'threats';
    if (verdict === 'skipped') return 'passed over';
    if ('say' in input) return 'in own words';
    return verdict === 'right' ? 'right' : 'wrong';
  });
  const counts = [...new Set(sorts)].map((sort) => `${sorts.filter((one) => one === sort).length} ${sort}`);
  return `${counts.join(', ')}: ${view(session).end} at the end.`;
}

/** What was wrong with an answer, where it led, how it was felt. */
function expectOf({ course, turns }: Session, i: number): Expect {
  const { input, node, verdict, faults, before, after } = turns[i] as Played;
  const to = course.machine.nodes[after.node] as Node;
  const change = after.temperature - before.temperature;
  return {
    ...('choose' in input && verdict === 'fault' && { faults: [...faults] }),
    ...(to !== node && to.end === null && { step: to.id }),
    temperature: change < 0 ? 'falls' : change > 0 ? 'rises' : 'same',
  };
}
