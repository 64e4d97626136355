/** A finding as every report shows it, in one language. */
import type { Severity } from '../playbook/finding.ts';

export interface Reported {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly col: number;
  /** How many code units are meant, at least 1. */
  readonly length: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  /** The line of the source; empty where there is none. */
  readonly sourceLine: string;
  /** The shortest conversation that shows it, as a script. */
  readonly script?: string;
  /** The same for the same fault in the same text, wherever in its file that has moved. */
  readonly fingerprint: string;
}

/** What a check found, for a report. */
export interface Report {
  /** Sorted, without what was suppressed or stands in the baseline. */
  readonly findings: readonly Reported[];
  /** Every file that was checked, sorted. */
  readonly files: readonly string[];
  /** How many findings the baseline hides. */
  readonly known: number;
}

/** How many there are of each severity. */
export function counts(findings: readonly Pick<Reported, 'severity'>[]): Record<Severity, number> {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { error: errors, warning: findings.length - errors };
}
