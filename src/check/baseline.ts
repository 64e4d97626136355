/** A baseline: what was already wrong when a team began to check, by fingerprint, so that only new findings are told. */
import type { Reported } from './report.ts';

interface Baseline {
  readonly schemaVersion: 1;
  readonly findings: readonly {
    readonly file: string;
    readonly rule: string;
    readonly fingerprint: string;
  }[];
}

/** The fingerprints of a baseline's text; null where it is none. */
export function readBaseline(text: string): ReadonlySet<string> | null {
  try {
    const { schemaVersion, findings } = JSON.parse(text) as Partial<Baseline>;
    if (schemaVersion !== 1 || !Array.isArray(findings)) return null;
    const prints = findings.map(({ fingerprint }) => fingerprint as unknown);
    return prints.every((one) => typeof one === 'string') ? new Set(prints) : null;
  } catch {
    return null;
  }
}

/** The text of a baseline in which all these findings stand. */
export function writeBaseline(findings: readonly Reported[]): string {
  const baseline: Baseline = {
    schemaVersion: 1,
    findings: findings.map(({ file, rule, fingerprint }) => ({ file, rule, fingerprint })),
  };
  return `${JSON.stringify(baseline, null, 2)}\n`;
}
