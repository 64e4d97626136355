/** The report for programs; its version is raised when a key changes its meaning or goes. */
import { safeJson } from '../../gate.ts';
import type { AuthorTexts } from '../../locales/texts.ts';
import { isPassed, type Played, type TestReport, totals } from '../report.ts';
import { expected } from './pretty.ts';

/** @param coverage as `coverageJson` tells it, where it was asked for */
export function json(report: TestReport, texts: AuthorTexts, coverage?: unknown): string {
  return safeJson({
    schemaVersion: 1,
    ...totals(report),
    skipped: report.skipped,
    cases: report.played.map((one) => caseOf(one, texts)),
    broken: report.broken.map(({ file, findings }) => ({
      file,
      findings: findings.map(({ line, col, length, rule, params }) => ({
        line,
        col,
        length,
        rule,
        message: texts.finding[rule](params),
      })),
    })),
    coverage,
  });
}

function caseOf(played: Played, texts: AuthorTexts) {
  const { result, failures } = played;
  const { file, script, lang, run } = result;
  return {
    file,
    script: script.script,
    lang,
    status: run === null ? 'unplayable' : isPassed(played) ? 'passed' : 'failed',
    failures: failures.map(({ failure, line, col }) => {
      const { why, wanted, got, not, turn } = failure;
      // A turn that could not be played saw nothing: then it is what the one before it saw.
      const seen = run?.seen[turn] ?? run?.seen.at(-1) ?? null;
      const message = expected({ failure }, texts);
      return { line, col, why, wanted, got, not, turn, message, seen };
    }),
  };
}
