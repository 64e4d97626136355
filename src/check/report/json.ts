/** The report for programs; its version is raised when a key changes its meaning or goes. */
import { safeJson } from '../../gate.ts';
import { counts, type Report } from '../report.ts';

export function json({ findings, files, known }: Report): string {
  const { error, warning } = counts(findings);
  return safeJson({
    schemaVersion: 1,
    files: files.length,
    errors: error,
    warnings: warning,
    known,
    findings: findings.map(({ file, line, col, length, severity, rule, message, script, fingerprint }) => ({
      file,
      line,
      col,
      length,
      severity,
      rule,
      message,
      ...(script === undefined ? {} : { script }),
      fingerprint,
    })),
  });
}
