/** Marks by which a finding is known again when its line has moved. */
import { sha256 } from '../digest.ts';

interface Placed {
  readonly file: string;
  readonly rule: string;
  readonly sourceLine: string;
}

/** So much of a line tells it from others; a whole megabyte for each of thousands of findings on it would take minutes. */
const TELLING = 1000;

/** One for each finding: file, rule and the line's words; the second of two that are alike is told apart by its number. */
export function fingerprints(findings: readonly Placed[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ file, rule, sourceLine }) => {
    const told = sourceLine
      .slice(0, 2 * TELLING)
      .trim()
      .slice(0, TELLING);
    const what = JSON.stringify([file.replaceAll('\\', '/'), rule, told]);
    const number = seen.get(what) ?? 0;
    seen.set(what, number + 1);
    return sha256(`${what} ${number}`).slice(0, 32);
  });
}
