/** How a shipped file is broken, in the words of its own keys, so that texts may be mended freely. */

/** One way to break a shipped file, and what must be said of it. */
export interface Mutation {
  readonly what: string;
  /** Below `playbooks/`. */
  readonly file: string;
  readonly change: Change;
  /** Where it is found, as a {@link Path}; by default the first line that has changed. */
  readonly line?: Path;
  /** The file in which it is found, where that is another. */
  readonly in?: string;
  readonly rule: string;
  /** Rules that find what follows from it; no other may find anything. */
  readonly also?: readonly string[];
  /** The day on which it is checked. */
  readonly today?: string;
  /** Both languages were last found to say the same before the change. */
  readonly agreed?: true;
}

/** What is replaced, which must stand there once, and by what; or the text made anew. */
export type Change = readonly [from: string, to: string] | Making;
type Making = (text: string) => string;

/**
 * A line by its name and those of the lines that it stands below, of which some may be left out:
 * `thank > sv > phone > straight-out`. A name is what stands before a colon; of a line without one,
 * its words in quotation marks.
 */
export type Path = string;

/** The first line of a path, from 0. */
export function lineAt(text: string, path: Path): number {
  const names = path.split(' > ');
  const last = names.pop() as string;
  const above: { readonly indent: number; readonly line: string }[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const indent = indentOf(line);
    while (above.length > 0 && (above.at(-1)?.indent ?? 0) >= indent) above.pop();
    if (
      isNamed(line, last) &&
      isBelow(
        above.map((one) => one.line),
        names,
      )
    )
      return i;
    if (line.trim() !== '') above.push({ indent, line });
  }
  throw new Error(`no ${path}`);
}

const isNamed = (line: string, name: string): boolean =>
  name.startsWith('"') ? line.includes(name.slice(1, -1)) : line.replace(/^[- ]*/, '').startsWith(`${name}:`);

/** Whether the names are among these lines, in their order. */
function isBelow(lines: readonly string[], names: readonly string[]): boolean {
  let next = 0;
  for (const line of lines) if (next < names.length && isNamed(line, names[next] as string)) next++;
  return next === names.length;
}

/** The lines from this one to the last that is deeper. */
function blockAt(lines: readonly string[], from: number): { from: number; to: number } {
  const deep = indentOf(lines[from] as string);
  let to = from + 1;
  while (to < lines.length && (lines[to] === '' || indentOf(lines[to] as string) > deep)) to++;
  return { from, to };
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

const onLines =
  (path: Path, change: (lines: string[], at: number) => void): Making =>
  (text) => {
    const lines = text.split('\n');
    change(lines, lineAt(text, path));
    return lines.join('\n');
  };

/** Another value after a name, as it is written: `"quoted"`, a list, a number. */
export const value = (path: Path, written: string): Making =>
  onLines(path, (lines, at) => {
    lines[at] = (lines[at] as string).replace(/(?<=:).*$/, written === '' ? '' : ` ${written}`);
  });

/** Another text after a name. */
export const says = (path: Path, text: string): Making => value(path, `"${text}"`);

/** A line as something else. */
export const asLine = (path: Path, change: (line: string) => string): Making =>
  onLines(path, (lines, at) => {
    lines[at] = change(lines[at] as string);
  });

/** A line with all that is below it left out. */
export const without = (path: Path): Making =>
  onLines(path, (lines, at) => {
    const { from, to } = blockAt(lines, at);
    lines.splice(from, to - from);
  });

/** Lines put in after a line and all that is below it, as deep as it is. */
export const after = (path: Path, ...more: readonly string[]): Making =>
  onLines(path, (lines, at) => {
    const indent = ' '.repeat(indentOf(lines[at] as string));
    lines.splice(blockAt(lines, at).to, 0, ...more.map((line) => indent + line));
  });

/** A line with all that is below it put in front of another. */
export const before = (path: Path, other: Path): Making =>
  onLines(path, (lines, at) => {
    const { from, to } = blockAt(lines, at);
    const block = lines.splice(from, to - from);
    lines.splice(lineAt(lines.join('\n'), other), 0, ...block);
  });

/** Several changes one after the other. */
export const all =
  (...changes: readonly Making[]): Making =>
  (text) =>
    changes.reduce((changed, change) => change(changed), text);
