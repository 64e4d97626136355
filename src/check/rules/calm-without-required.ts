import type { Machine } from '../../flow/machine.ts';
import { moveBits } from '../../playbook/types.ts';
import type { Played } from '../content.ts';
import { firstWhere, isRight, type Move, type Reached, reach, SKIP, wayTo } from '../explore.ts';
import type { Rule } from '../rule.ts';
import { type Shown, shown } from '../way.ts';

/** What no conversation may end calm without: each by any of its moves. */
const JOBS = [['hear', 'restate', 'empathize'], ['respond']] as const;

export const calmWithoutRequired: Rule = {
  name: 'calm-without-required',
  severity: 'error',
  texts: {
    en: {
      what: 'A playbook in which it can end calm although nobody was heard, or nothing was answered.',
      why: 'Practice would teach that hearing, or answering, may be left out.',
      todo: 'Remove required: false from one of the steps that do it.',
      message: 'It can end calm without this step and without any other that does the same ({moves}).',
    },
    sv: {
      what: 'En handlingsplan där det kan sluta lugnt fast ingen blev hörd, eller inget fick svar.',
      why: 'Övningen lär då ut att det går att hoppa över att lyssna, eller att svara.',
      todo: 'Ta bort required: false från något av stegen som gör det.',
      message: 'Det kan sluta lugnt utan det här steget och utan något annat som gör samma sak ({moves}).',
    },
    nb: {
      what: 'En handlingsplan der det kan ende rolig selv om ingen ble hørt, eller ingenting ble besvart.',
      why: 'Øvingen lærer da bort at det går an å hoppe over å lytte, eller å svare.',
      todo: 'Ta bort required: false fra et av stegene som gjør det.',
      message: 'Det kan ende rolig uten dette steget og uten noe annet som gjør det samme ({moves}).',
    },
  },
  *check({ played }) {
    for (const { doc, course } of played) {
      if (doc.kind !== 'playbook') continue;
      for (const moves of JOBS) {
        const step = firstDoing(course.machine, moveBits(moves));
        if (step === null || !endsCalmWithout(course.machine, moveBits(moves))) continue;
        yield {
          doc,
          pointer: `/steps/${step}/required`,
          params: { moves: moves.join(', ') },
          ...shownWithout(played, doc.id, moveBits(moves)),
        };
      }
    }
  },
};

/** The first step that does a job, where none that does it is required; else null. */
function firstDoing({ nodes }: Machine, job: number): string | null {
  const doing = nodes.filter(({ threat, wants }) => threat === null && (wants & job) !== 0);
  return doing.some(({ required }) => required) ? null : (doing[0]?.step ?? null);
}

/** Whether the coolest customer of all can be calm in the end with a job left undone. */
function endsCalmWithout(machine: Machine, job: number): boolean {
  const coolest = { ...machine, temperature: Math.min(machine.temperature, machine.calmAt + 1) };
  const rightOrIdle = machine.nodes.map(({ wants }) => [said(wants), said(0)]);
  return calmIn(coolest, reachWithout(coolest, rightOrIdle, job)) !== -1;
}

const said = (moves: number): Move => ({ event: { type: 'answer', moves, faults: 0 }, choose: null });

/** The states that some answers lead to where nothing right is said at a job's own steps. */
function reachWithout(machine: Machine, answers: readonly (readonly Move[])[], job: number): Reached {
  return reach(machine, (state) => {
    const node = machine.nodes[state.node];
    const own = answers[state.node] ?? [];
    if (!node || node.threat !== null || (node.wants & job) === 0) return [...own, SKIP];
    return [...own.filter((move) => !isRight(node, move)), SKIP];
  });
}

const calmIn = ({ ends }: Machine, reached: Reached): number =>
  firstWhere(reached, ({ node }) => node === ends.calm);

/** The same in a scenario of the playbook, where one is checked with it that can end so. */
function shownWithout(played: readonly Played[], playbook: string, job: number): Shown {
  for (const { doc, course, explored } of played) {
    if (doc.kind !== 'scenario' || doc.value.playbook !== playbook) continue;
    const reached = reachWithout(course.machine, explored.answers, job);
    const calm = calmIn(course.machine, reached);
    if (calm !== -1) return shown(course, wayTo(reached, calm));
  }
  return {};
}
