/** Marks by which a finding is known again when its line has moved. */
import { sha256 } from '../digest.ts';

interface Placed {
  readonly file: string;
  readonly rule: string;
  readonly sourceLine: string;
}

/** One for each finding: file, rule and the line's words; the second of two that are alike is told apart by its number. */
export function fingerprints(findings: readonly Placed[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ file, rule, sourceLine }) => {
    const what = JSON.stringify([file.replaceAll('\\', '/'), rule, sourceLine.trim()]);
    const number = seen.get(what) ?? 0;
    seen.set(what, number + 1);
    return sha256(`${what} ${number}`).slice(0, 32);
  });
}
