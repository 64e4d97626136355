/** Recognition with the library's answers, and the search for a kind as one types. */
import { join } from 'node:path';
import type { Context } from '../commands/context.ts';
import { EXIT, Stop } from '../errors.ts';
import type { Library } from '../playbook/library.ts';
import { type Lang, THREATS, type ThreatKind } from '../playbook/types.ts';
import { HOLDING, threatData } from './answers.ts';
import { openThreats, signalsOf, type Threats } from './open.ts';
import { replyTo } from './reply.ts';

/** Recognition as it was built, with the answers of the library, whose may be the user's own. */
export function threatsOrStop({ io, texts }: Context, library: Library): Threats {
  try {
    const built = openThreats(join(io.contentDir, '..', '/'));
    if (library.folders.length === 0) return built;
    const all = <K extends 'threat' | 'numbers'>(kind: K) =>
      library.ids(kind).flatMap((id) => library.value(kind, id) ?? []);
    const data = threatData(all('threat'), all('numbers'), library.value('playbook', HOLDING));
    return { ...built, data, ear: { ...built.ear, names: data.names, signals: signalsOf(data) } };
  } catch {
    throw new Stop(EXIT.cannot, texts.brokenContent);
  }
}

/** The kinds to pick among; what is typed finds them by number or name, and a sentence by what it says. */
export function optionsOf({ data, ear, languages }: Threats, lang: Lang) {
  const options = THREATS.map((kind) => ({ id: kind as string, text: data.answers[kind][lang].name }));
  return (typed: string) => {
    if (typed.trim() === '') return options;
    const numbered = /^\d$/.test(typed.trim()) ? options[Number(typed) - 1] : undefined;
    if (numbered) return [numbered];
    const { matches } = replyTo(typed, { data, ear, languages }, lang, lang);
    const begins = (kind: string) =>
      ear.names[kind as ThreatKind].some((name) => name.startsWith(typed.trim().toLowerCase()));
    return [
      ...matches.flatMap(({ threat: kind }) => options.filter(({ id }) => id === kind)),
      ...options.filter(({ id }) => begins(id) && !matches.some(({ threat: kind }) => kind === id)),
    ];
  };
}
