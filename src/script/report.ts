/** What a run of a suite came to, for a report. */
import type { Finding } from '../playbook/finding.ts';
import type { Failure } from './run.ts';
import type { Result } from './suite.ts';

/** A failure with its place in the script's file. */
export interface Placed {
  readonly failure: Failure;
  /** From 1. */
  readonly line: number;
  readonly col: number;
}

/** A case and how it went. */
export interface Played {
  readonly result: Result;
  readonly failures: readonly Placed[];
}

export interface TestReport {
  readonly played: readonly Played[];
  /** Scripts that are no valid scripts: what is wrong in them; each is a failure. */
  readonly broken: readonly { readonly file: string; readonly findings: readonly Finding[] }[];
  /** Cases that were left out, because an earlier one failed or no --filter asked for them. */
  readonly skipped: number;
}

export const isPassed = ({ result, failures }: Played): boolean =>
  result.run !== null && failures.length === 0;

/** How many cases passed and failed. */
export function totals({ played, broken }: TestReport): { passed: number; failed: number } {
  const good = played.filter(isPassed).length;
  return { passed: good, failed: played.length - good + broken.length };
}
