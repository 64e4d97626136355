/** `svalka graph ID`: the flow as Mermaid, DOT or an XState v5 statechart. */
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import { makeCourse } from '../flow/course.ts';
import { toDot, toMermaid, toXState } from '../flow/graph.ts';
import type { Machine } from '../flow/machine.ts';
import { clean } from '../gate.ts';
import { type Io, out } from '../io.ts';
import { contextOf, type GlobalFlags, openLibrary, unknownId } from './context.ts';

const FORMATS: Readonly<Record<string, (machine: Machine) => string>> = {
  mermaid: toMermaid,
  dot: toDot,
  xstate: (machine) => JSON.stringify(toXState(machine), null, 2),
};

export async function graph(io: Io, id: string, flags: GlobalFlags & { format?: string }): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const format = flags.format ?? 'mermaid';
  const draw = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!draw) {
    throw new Stop(EXIT.cannot, context.texts.badFormat(clean(format), Object.keys(FORMATS).join(', ')));
  }
  const library = await openLibrary(context);
  const course = makeCourse(library, library.card('scenario', id) ? { scenario: id } : { playbook: id });
  if (!course) throw unknownId(context, id, [...library.ids('playbook'), ...library.ids('scenario')]);
  out(io, draw(course.machine));
  return EXIT.ok;
}
