/** The report as JUnit XML, which most CI servers read: a suite per file, what is fine too. */
import { element, escaped, XML_HEAD } from '../../xml.ts';
import type { Report, Reported } from '../report.ts';

/** @param strict whether a warning fails, as it then does for the exit code; else it is told in passing */
export function junit({ findings, files }: Report, strict: boolean): string {
  const byFile = new Map<string, Reported[]>(files.map((file) => [file, []]));
  for (const one of findings) {
    if (!byFile.has(one.file)) byFile.set(one.file, []);
    byFile.get(one.file)?.push(one);
  }
  const fails = ({ severity }: Reported) => severity === 'error' || strict;
  const suites = [...byFile].map(([file, found]) => {
    const cases = found.length > 0 ? found.map((one) => caseOf(one, fails(one))) : [passed(file)];
    const failures = found.filter(fails).length;
    const counts = { tests: cases.length, failures, errors: 0, skipped: 0 };
    return element('testsuite', { name: file, ...counts }, `\n${cases.join('\n')}\n`);
  });
  const failures = findings.filter(fails).length;
  const tests = [...byFile.values()].reduce((sum, found) => sum + Math.max(1, found.length), 0);
  const root = element(
    'testsuites',
    { name: 'svalka check', tests, failures, errors: 0 },
    `\n${suites.map((suite) => `${suite}\n`).join('')}`,
  );
  return `${XML_HEAD}${root}\n`;
}

const passed = (file: string): string => element('testcase', { classname: file, name: 'svalka check' });

function caseOf({ file, line, col, severity, rule, message, script }: Reported, fails: boolean): string {
  const told = `${file}:${line}:${col} ${severity} ${rule} ${message}${script === undefined ? '' : `\n\n${script}`}`;
  const outcome = fails
    ? element('failure', { type: rule, message }, escaped(told))
    : element('system-out', {}, escaped(told));
  return element('testcase', { classname: file, name: `${rule} ${line}:${col}` }, `\n${outcome}\n`);
}
