/**
 * A finding can be set aside where it stands: `# svalka-ignore rule-name: why` at the end of
 * its line or on a line of its own above it.
 */

import type { Source } from '../playbook/finding.ts';
import type { Document } from '../playbook/read.ts';

export interface Suppression {
  readonly source: Source;
  /** Where the comment stands. */
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** Empty where none was given. */
  readonly reason: string;
  /** The line, from 1, whose findings it sets aside. */
  readonly line: number;
}

const COMMENT = /(?<=^|\s)#[ \t]*svalka-ignore[ \t]+([\w-]+)(?:[ \t]*:[ \t]*([^\r\n]*))?/gm;

/** The suppressions of a file; what looks like one inside a text is none. */
export function suppressionsIn(document: Document): Suppression[] {
  const { source } = document;
  if (!source.text.includes('svalka-ignore')) return [];
  const texts = leaves(document.places);
  const found: Suppression[] = [];
  // Comments come in the order of the file, so that neither texts nor lines are gone through twice.
  let text = 0;
  let below = 0;
  let last = -1;
  for (const { index, 0: all, 1: rule = '', 2: reason = '' } of source.text.matchAll(COMMENT)) {
    while ((texts[text]?.end ?? Number.POSITIVE_INFINITY) <= index) text++;
    if ((texts[text]?.start ?? Number.POSITIVE_INFINITY) <= index) continue;
    const line = source.lineOf(index);
    // The second on a line stands behind the first.
    const alone = line !== last && source.text.slice(source.startOf(line), index).trim() === '';
    last = line;
    if (alone && below <= line) below = nextLine(source, line);
    found.push({
      source,
      start: index,
      end: index + all.trimEnd().length,
      rule,
      reason: reason.trim(),
      line: (alone ? below : line) + 1,
    });
  }
  return found;
}

/** The next line, from 0, that is neither empty nor a comment. */
function nextLine(source: Source, line: number): number {
  let next = line + 1;
  while (source.startOf(next) < source.text.length && /^\s*(#.*)?$/.test(source.lineText(next))) next++;
  return next;
}

/** Places without another inside: those of texts and numbers, in their order. */
function leaves(places: Document['places']): { start: number; end: number }[] {
  const sorted = [...places.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter(({ end }, i) => (sorted[i + 1]?.start ?? Number.POSITIVE_INFINITY) >= end);
}
