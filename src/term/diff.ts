/** What edits change in a text, as a unified diff shows it. */
import { clean } from '../gate.ts';
import type { Edit, Source } from '../playbook/finding.ts';
import type { Style } from './style.ts';

/** So many lines that stay are shown around a change. */
const AROUND = 3;

/** Lines that others take the place of. */
interface Change {
  /** The first of them, from 0. */
  readonly line: number;
  readonly old: readonly string[];
  readonly now: readonly string[];
}

/** @param edits in the order of the text */
export function diffText(source: Source, edits: readonly Edit[], style: Style): string {
  const head = ['---', '+++'].map((sign) => style.strong(`${sign} ${clean(source.file)}`));
  let grown = 0;
  const hunks = hunksOf(changesOf(source, edits)).map((changes) => {
    const text = hunkText(source, changes, grown, style);
    grown += changes.reduce((sum, { old, now }) => sum + now.length - old.length, 0);
    return text;
  });
  return [...head, ...hunks].join('\n');
}

/** Edits by the lines that they touch. */
function changesOf(source: Source, edits: readonly Edit[]): Change[] {
  const groups: { from: number; to: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const from = source.lineOf(edit.at);
    const to = source.lineOf(edit.at + edit.removed);
    const before = groups.at(-1);
    if (before && from <= before.to) {
      before.to = Math.max(before.to, to);
      before.edits.push(edit);
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups.map(({ from, to, edits: own }) => {
    const start = source.startOf(from);
    const end = source.startOf(to + 1);
    const removed = own.reduce((sum, edit) => sum + edit.put.length - edit.removed, 0);
    const now = source.mend(own).text.slice(start, end + removed);
    return trimmed({ line: from, old: linesOf(source.text.slice(start, end)), now: linesOf(now) });
  });
}

const linesOf = (text: string): string[] => text.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/);

/** Without the lines at its beginning and its end that stay as they are. */
function trimmed({ line, old, now }: Change): Change {
  const least = Math.min(old.length, now.length);
  let first = 0;
  while (first < least && old[first] === now[first]) first++;
  let last = 0;
  while (last < least - first && old.at(-1 - last) === now.at(-1 - last)) last++;
  return {
    line: line + first,
    old: old.slice(first, old.length - last),
    now: now.slice(first, now.length - last),
  };
}

/** Changes that are near each other are shown together. */
function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const before = hunks.at(-1)?.at(-1);
    if (before && change.line - (before.line + before.old.length) <= 2 * AROUND) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(source: Source, changes: readonly Change[], grown: number, style: Style): string {
  const all = linesOf(source.text);
  const [first] = changes as readonly [Change];
  const last = changes.at(-1) as Change;
  const from = Math.max(0, first.line - AROUND);
  const to = Math.min(all.length, last.line + last.old.length + AROUND);
  const body: string[] = [];
  let at = from;
  let added = 0;
  const stays = (until: number) => body.push(...all.slice(at, until).map((line) => ` ${clean(line)}`));
  for (const { line, old, now } of changes) {
    stays(line);
    body.push(...old.map((one) => style.warm(`-${clean(one)}`)));
    body.push(...now.map((one) => style.cool(`+${clean(one)}`)));
    at = line + old.length;
    added += now.length - old.length;
  }
  stays(to);
  const size = to - from;
  const range = `@@ -${from + 1},${size} +${from + 1 + grown},${size + added} @@`;
  return [style.dim(range), ...body].join('\n');
}
