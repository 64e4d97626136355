/**
 * Expectations that were not met, rewritten with what was seen: only their values, at their
 * places, so that all else in the file stays as its author wrote it. Pure.
 */
import type { Edit } from '../playbook/finding.ts';
import type { Document } from '../playbook/read.ts';
import type { Script } from '../playbook/schema.ts';
import { type Failure, type Run, trend } from './run.ts';

/** What can be rewritten after a run, and what is left to the author. */
export interface Update {
  /** In the order of the text. */
  readonly edits: readonly Edit[];
  readonly rewritten: readonly Failure[];
  readonly left: readonly Failure[];
}

export function updateOf(document: Document, script: Script, { failures, seen }: Run): Update {
  const edits: Edit[] = [];
  const rewritten: Failure[] = [];
  const left: Failure[] = [];
  for (const failure of failures) {
    const found = editsFor(failure, document, script, seen);
    if (found) edits.push(...found);
    (found ? rewritten : left).push(failure);
  }
  return { edits: edits.sort((a, b) => a.at - b.at), rewritten, left };
}

/** The edits by which an expectation is met; null where what was seen cannot be said in its place. */
function editsFor(failure: Failure, document: Document, script: Script, seen: Run['seen']): Edit[] | null {
  const { pointer, why, got, not, turn } = failure;
  const now = seen[turn];
  if (not) return null;
  if (pointer === '/ends') return why === 'ends' ? scalar(document, pointer, got) : null;
  if (!now) return null;
  switch (why) {
    case 'step':
      return scalar(document, pointer, now.step);
    case 'moves':
    case 'faults':
      return names(document, pointer, now[why]);
    case 'ends':
      return now.end === null ? null : scalar(document, pointer, now.end);
    case 'temperature': {
      const wanted = script.turns[turn]?.expect?.temperature;
      if (typeof wanted !== 'object') return scalar(document, pointer, trend(now));
      // Both sides the same are exact, and stay so.
      const isExact = wanted['at-most'] === wanted['at-least'];
      const sides = isExact ? ['at-most', 'at-least'].map((side) => beside(pointer, side)) : [pointer];
      return together(sides.map((side) => scalar(document, side, String(now.temperature))));
    }
    default:
      return null;
  }
}

const beside = (pointer: string, key: string): string =>
  `${pointer.slice(0, pointer.lastIndexOf('/'))}/${key}`;

/** All of the edits, or none of them. */
const together = (all: readonly (Edit[] | null)[]): Edit[] | null =>
  all.some((one) => one === null) ? null : all.flatMap((one) => one ?? []);

/** A single value, in the quotation marks that it had. Null for what stands elsewhere, as of an alias. */
function scalar(document: Document, pointer: string, value: string): Edit[] | null {
  const place = document.places.get(pointer);
  if (!place) return null;
  const { start, end } = place;
  const [first = ''] = document.source.text.slice(start, end);
  const quote = first === '"' || first === "'" ? first : '';
  return [{ at: start, removed: end - start, put: quote + value + quote }];
}

/** A list of names, or `none`. */
function names(document: Document, pointer: string, wanted: readonly string[]): Edit[] | null {
  const place = document.places.get(pointer);
  if (!place) return null;
  const { source, places } = document;
  const old: string[] = [];
  const items = [];
  for (let i = 0; ; i++) {
    const item = places.get(`${pointer}/${i}`);
    if (!item) break;
    items.push(item);
    old.push(source.text.slice(item.start, item.end).replace(/^(["'])(.*)\1$/, '$2'));
  }
  const isBlock = items.length > 0 && source.text[place.start] !== '[';
  if (isBlock && wanted.length > 0) return blockItems(document, items, old, wanted);
  const start = isBlock ? place.keyEnd : place.start;
  const end = isBlock ? (items.at(-1)?.end ?? place.end) : place.end;
  // A comment in the middle of it would go.
  if (/#/.test(source.text.slice(start, end))) return null;
  const kept = items.filter((_, i) => wanted.includes(old[i] as string));
  const all = [
    ...kept.map((item) => source.text.slice(item.start, item.end)),
    ...wanted.filter((name) => !old.includes(name)),
  ];
  const put = wanted.length === 0 ? 'none' : `[${all.join(', ')}]`;
  return [{ at: start, removed: end - start, put: isBlock ? `: ${put}` : put }];
}

/** A list with an item a line: those that stay are not touched. */
function blockItems(
  { source }: Document,
  items: readonly { readonly start: number; readonly end: number }[],
  old: readonly string[],
  wanted: readonly string[],
): Edit[] {
  const gone = items.filter((_, i) => !wanted.includes(old[i] as string));
  const fresh = wanted.filter((name) => !old.includes(name));
  const both = Math.min(gone.length, fresh.length);
  const last = source.lineOf(items.at(-1)?.start ?? 0);
  const [indent = ''] = /^\s*/.exec(source.lineText(last)) ?? [];
  const lineEnd = source.text.includes('\r\n') ? '\r\n' : '\n';
  const more = fresh.slice(both).map((name) => `${lineEnd}${indent}- ${name}`);
  return [
    ...gone.slice(0, both).map(({ start, end }, i) => ({
      at: start,
      removed: end - start,
      put: fresh[i] as string,
    })),
    ...gone.slice(both).map(({ start }) => {
      const line = source.lineOf(start);
      return { at: source.startOf(line), removed: source.startOf(line + 1) - source.startOf(line), put: '' };
    }),
    ...(more.length > 0 ? [{ at: source.endOf(last), removed: 0, put: more.join('') }] : []),
  ];
}
