/** What a walk came to, for a person: states and screens of each conversation, and what is wrong with them. */
import { clean, safeJson } from '../../gate.ts';
import type { AuthorTexts } from '../../locales/texts.ts';
import type { Style } from '../../term/style.ts';
import type { Wrong } from '../looker.ts';
import type { Walked } from '../walk.ts';
import { table } from './table.ts';

/** One thing may be wrong on many screens: so much is shown of a conversation. */
const SHOWN = 5;

export function walkPretty(all: readonly Walked[], texts: AuthorTexts, style: Style): string {
  const { walk } = texts;
  const sum = (of: (one: Walked) => number) => all.reduce((total, one) => total + of(one), 0);
  const head = [walk.course, walk.states, walk.screens];
  return [
    ...all.flatMap((one) => wrongText(one, texts, style)),
    ...table([head, ...all.map(({ id, states, screens }) => [clean(id), String(states), String(screens)])]),
    '',
    walk.summary(
      all.length,
      sum(({ states }) => states),
      sum(({ screens }) => screens),
      sum(({ wrongs }) => wrongs.length),
    ),
  ].join('\n');
}

function wrongText({ id, wrongs }: Walked, { walk }: AuthorTexts, style: Style): string[] {
  const left = wrongs.length - SHOWN;
  return [
    ...wrongs.slice(0, SHOWN).flatMap((one) => [
      style.strong(clean([id, ...whereOf(one, walk.columns)].join(', '))),
      // As JSON, in which what cannot be seen is written out.
      `  ${style.warm(`${walk.wrong[one.wrong]}:`)} ${style.typography(safeJson(one.seen))}`,
      ...(one.script === undefined ? [] : scriptText(one.script, walk.replay, style)),
      '',
    ]),
    ...(left > 0 ? [`${clean(id)}: ${walk.more(left)}`, ''] : []),
  ];
}

const whereOf = ({ at, screen, lang, columns }: Wrong, width: (columns: number) => string): string[] => [
  at,
  ...(screen === null ? [] : [screen]),
  ...(lang === null ? [] : [lang]),
  ...(columns === null ? [] : [width(columns)]),
];

/** The conversation that leads there, to be copied into a file and replayed. */
function scriptText(script: string, replay: string, style: Style): string[] {
  return [
    `  ${style.dim(replay)}`,
    ...clean(script)
      .split('\n')
      .map((line) => `    ${style.dim(line)}`),
  ];
}
