/** The report as JUnit XML, which most CI servers read: a suite per file, a case per script and language. */
import type { AuthorTexts } from '../../locales/texts.ts';
import { findingText } from '../../term/findings.ts';
import type { Style } from '../../term/style.ts';
import { element, escaped, XML_HEAD } from '../../xml.ts';
import { isPassed, type Played, type TestReport, totals } from '../report.ts';
import { expected, failedText } from './pretty.ts';

/** @param style of the failures' texts, without colour */
export function junit(report: TestReport, texts: AuthorTexts, style: Style): string {
  const byFile = new Map<string, Played[]>();
  for (const one of report.played) {
    const { file } = one.result;
    byFile.set(file, [...(byFile.get(file) ?? []), one]);
  }
  const suites = [
    ...report.broken.map(({ file, findings }) => {
      const [first] = findings;
      const message = first ? texts.finding[first.rule](first.params) : '';
      const told = findings.map((one) => findingText(one, texts, style)).join('\n');
      return suite(file, [caseOf(file, 'svalka test', failure(first?.rule ?? '', message, told))], 1);
    }),
    ...[...byFile].map(([file, played]) => {
      const cases = played.map((one) => playedCase(one, texts, style));
      return suite(file, cases, played.filter((one) => !isPassed(one)).length);
    }),
  ];
  const { passed, failed } = totals(report);
  const counts = { tests: passed + failed, failures: failed, errors: 0 };
  const root = element('testsuites', { name: 'svalka test', ...counts }, `\n${suites.join('')}`);
  return `${XML_HEAD}${root}\n`;
}

function suite(file: string, cases: readonly string[], failures: number): string {
  const counts = { tests: cases.length, failures, errors: 0, skipped: 0 };
  return `${element('testsuite', { name: file, ...counts }, `\n${cases.join('\n')}\n`)}\n`;
}

function playedCase(played: Played, texts: AuthorTexts, style: Style): string {
  const { file, script, lang } = played.result;
  const name = `${script.script} (${lang})`;
  if (isPassed(played)) return caseOf(file, name, '');
  const [first] = played.failures;
  const message = first ? expected(first, texts) : texts.brokenContent;
  const told = failedText(played, texts, style).join('\n');
  return caseOf(file, name, failure(first?.failure.why ?? 'unplayable', message, told));
}

const caseOf = (file: string, name: string, outcome: string): string =>
  element('testcase', { classname: file, name }, outcome && `\n${outcome}\n`);

/** All that failed in a case: many servers show no more than one. */
const failure = (type: string, message: string, told: string): string =>
  element('failure', { type, message }, escaped(told));
