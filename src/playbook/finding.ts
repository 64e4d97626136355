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

/** A text whose offsets can be turned into lines and columns. */
export class Source {
  readonly file: string;
  readonly text: string;
  readonly #lineStarts: number[] = [0];

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) {
      this.#lineStarts.push(i + 1);
    }
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

  /** A line's text without its end, from 0. */
  lineText(line: number): string {
    return this.text.slice(this.startOf(line), this.startOf(line + 1)).replace(/\r?\n$/, '');
  }

  /** A finding at an offset of this text. */
  finding(rule: ReaderRule, start: number, end: number, params: FindingParams = {}): Finding {
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
      params,
      sourceLine,
    };
  }
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
