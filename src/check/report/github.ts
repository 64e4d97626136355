/** The report as workflow commands, of which GitHub makes notes beside the changed lines. */
import { clean } from '../../gate.ts';
import type { AuthorTexts } from '../../locales/texts.ts';
import type { Severity } from '../../playbook/finding.ts';
import { counts, type Report, type Reported } from '../report.ts';

/** GitHub shows no more than this many of each severity for one step, and does not say so. */
const SHOWN = 10;

export function github({ findings, files, known }: Report, { check }: AuthorTexts): string {
  const of = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).slice(0, SHOWN);
  const shown = new Set([...of('error'), ...of('warning')]);
  const { error, warning } = counts(findings);
  const left = counts(findings.filter((one) => !shown.has(one)));
  const lines = [
    ...findings.filter((one) => shown.has(one)).map(annotation),
    check.summary(files.length, error, warning, known),
  ];
  if (shown.size < findings.length) {
    lines.push(`::notice title=svalka check::${data(check.leftOut(left.error, left.warning))}`);
  }
  return lines.join('\n');
}

function annotation({ file, line, col, length, severity, rule, message }: Reported): string {
  const at = `file=${property(file.replaceAll('\\', '/'))},line=${line},col=${col},endColumn=${col + length}`;
  return `::${severity} ${at},title=${property(rule)}::${data(message)}`;
}

const percent = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** A message: a line's end would end the command. */
const data = (text: string) => clean(text).replace(/[%\r\n]/g, percent);

/** A property ends at a comma, and all of them at a colon. */
const property = (text: string) => clean(text).replace(/[%\r\n:,]/g, percent);
