/** A finding: what is wrong in a file, exactly where, and by which rule. */

export type Severity = 'error' | 'warning';

/** The rules of the reader. Each has a message in every language in `src/locales`. */
export const READER_RULES = [
  'alias-limit',
  'bad-escape',
  'bad-id',
  'bad-value',
  'control-character',
  'depth-limit',
  'duplicate-id',
  'duplicate-key',
  'empty-file',
  'forbidden-key',
  'missing-colon',
  'missing-key',
  'no-tags',
  'not-utf8',
  'number-range',
  'one-document',
  'quote-inside',
  'reserved-character',
  'schema-version',
  'size-limit',
  'tab-indent',
  'text-length',
  'too-few',
  'too-many',
  'unclosed-bracket',
  'unclosed-quote',
  'unknown-kind',
  'unknown-key',
  'unknown-slot',
  'unknown-target',
  'unquoted-colon',
  'unreadable-file',
  'wrong-indent',
  'wrong-type',
  'yaml-syntax',
] as const;
export type ReaderRule = (typeof READER_RULES)[number];

/** What the message of a finding needs to know; missing ones are empty. */
export interface FindingParams {
  readonly [name: string]: string | number;
}

export interface Finding {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, as editors count. */
  readonly col: number;
  /** How many code units the caret underlines, at least 1. */
  readonly length: number;
  readonly severity: Severity;
  readonly rule: ReaderRule;
  readonly params: FindingParams;
  /** The line of the source, for the code frame; empty where there is none. */
  readonly sourceLine: string;
}

/** One place of a text that is replaced: so many code units from here, by these. */
export interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly put: string;
}

/** The longest text that a message repeats; what an author wrote may be a megabyte. */
const LONGEST_PARAM = 400;

/** A text whose offsets can be turned into lines and columns. */
export class Source {
  readonly file: string;
  readonly text: string;
  #starts: readonly number[] | null = null;
  /** Of a mended text: what was mended, and how. */
  readonly #mended: { readonly from: Source; readonly edits: readonly Edit[] } | null;

  constructor(file: string, text: string, mended: { from: Source; edits: readonly Edit[] } | null = null) {
    this.file = file;
    this.text = text;
    this.#mended = mended;
  }

  /** Where each line starts, found when it is first asked for: most files have nothing to show. */
  get #lineStarts(): readonly number[] {
    // YAML ends a line at LF, CRLF and a lone CR.
    const ends = () => Array.from(this.text.matchAll(/\r\n?|\n/g), ({ index, 0: end }) => index + end.length);
    this.#starts ??= [0, ...ends()];
    return this.#starts;
  }

  /**
   * This text with some places mended; findings in it still stand where the author
   * wrote what they are about.
   * @param edits in the order of the text, not overlapping
   */
  mend(edits: readonly Edit[]): Source {
    const parts: string[] = [];
    let end = 0;
    for (const edit of edits) {
      parts.push(this.text.slice(end, edit.at), edit.put);
      end = edit.at + edit.removed;
    }
    return new Source(this.file, parts.join('') + this.text.slice(end), { from: this, edits });
  }

  /** The line of an offset, from 0. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The offset at which a line (from 0) starts. */
  startOf(line: number): number {
    return this.#lineStarts[line] ?? this.text.length;
  }

  /** The offset at which a line's text ends, from 0. */
  endOf(line: number): number {
    const start = this.startOf(line);
    let end = this.startOf(line + 1);
    while (end > start && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) end--;
    return end;
  }

  /** A line's text without its end, from 0. */
  lineText(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line));
  }

  /** A finding at an offset of this text. */
  finding(rule: ReaderRule, start: number, end: number, params: FindingParams = {}): Finding {
    if (this.#mended) {
      const { from, edits } = this.#mended;
      return from.finding(rule, before(edits, start), before(edits, end), params);
    }
    const line = this.lineOf(start);
    const col = start - this.startOf(line);
    const sourceLine = this.lineText(line);
    const length = Math.max(1, Math.min(end - start, sourceLine.length - col));
    return {
      file: this.file,
      line: line + 1,
      col: col + 1,
      length,
      severity: 'error',
      rule,
      params: shortened(params),
      sourceLine,
    };
  }
}

/** Where an offset of a mended text stood before it was mended. */
function before(edits: readonly Edit[], offset: number): number {
  let grown = 0;
  for (const { at, removed, put } of edits) {
    const start = at + grown;
    if (offset <= start) break;
    if (offset < start + put.length) return at + Math.min(offset - start, removed);
    grown += put.length - removed;
  }
  return offset - grown;
}

function shortened(params: FindingParams): FindingParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > LONGEST_PARAM ? `${value.slice(0, LONGEST_PARAM)}…` : value,
    ]),
  );
}

/** A finding about a file as a whole, where no text can be shown. */
export function fileFinding(file: string, rule: ReaderRule, params: FindingParams = {}): Finding {
  return {
    file,
    line: 1,
    col: 1,
    length: 1,
    severity: 'error',
    rule,
    params,
    sourceLine: '',
  };
}

/** By file, then place, then rule: the same order from run to run. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...findings].sort(
    (a, b) => order(a.file, b.file) || a.line - b.line || a.col - b.col || order(a.rule, b.rule),
  );
}
