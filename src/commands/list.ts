/** `svalka list`: what there is to practise, to walk through and to look up. */
import { EXIT, type ExitCode } from '../errors.ts';
import { clean } from '../gate.ts';
import { type Io, out } from '../io.ts';
import { AGENT } from '../locales/catalogue.ts';
import type { Card } from '../playbook/library.ts';
import { cardTitle, heading, shown, wrap } from '../term/render.ts';
import { styleFor } from '../term/style.ts';
import { contextOf, type GlobalFlags, langOrStop, openLibrary } from './context.ts';

const LISTED = ['playbook', 'scenario', 'threat'] as const;

export async function list(io: Io, flags: GlobalFlags & { json?: boolean }): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const library = await openLibrary(context);
  const lang = langOrStop(context);
  if (flags.json) {
    const item = ({ kind, id, title, about, from }: Card) => ({
      kind,
      id,
      title: clean(title?.[lang] ?? id),
      about: clean(about?.[lang] ?? ''),
      from,
    });
    out(
      io,
      JSON.stringify({
        schemaVersion: 1,
        lang,
        items: LISTED.flatMap((kind) => library.cards(kind).map(item)),
      }),
    );
    return EXIT.ok;
  }
  const page = { style: styleFor(io, context.wish, io.stdout), texts: AGENT[lang], lang };
  const titles = page.texts.list;
  const section = (title: string, kind: (typeof LISTED)[number]) => [
    heading(page, title),
    ...library
      .cards(kind)
      .flatMap((card) => [
        ...wrap(page.style, `${page.style.strong(card.id)}  ${cardTitle(page, card)}`),
        ...(kind === 'playbook'
          ? wrap(page.style, page.style.dim(shown(page, card.about?.[lang] ?? '')), 4)
          : []),
      ]),
    '',
  ];
  out(
    io,
    [
      ...section(titles.playbooks, 'playbook'),
      ...section(titles.scenarios, 'scenario'),
      ...section(titles.threats, 'threat'),
    ].join('\n'),
  );
  return EXIT.ok;
}
