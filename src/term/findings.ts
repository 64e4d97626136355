/** Findings as a compiler with good manners shows them: place, words, the line, a caret. */
import { clean } from '../gate.ts';
import type { Io } from '../io.ts';
import type { AuthorTexts } from '../locales/texts.ts';
import type { Finding } from '../playbook/finding.ts';
import { type Style, styleFor, type Wish } from './style.ts';

/** All findings, and how many. */
export function findingsReport(
  context: { io: Io; wish: Wish; texts: AuthorTexts },
  findings: readonly Finding[],
): string {
  const style = styleFor(context.io, context.wish, context.io.stderr);
  return [
    ...findings.map((one) => findingText(one, context.texts, style)),
    context.texts.findings(findings.length),
  ].join('\n');
}

/** `file:line:col severity rule message`, the source line and a caret. */
export function findingText(finding: Finding, texts: AuthorTexts, style: Style): string {
  const message = texts.finding[finding.rule](finding.params);
  const place = style.strong(`${clean(finding.file)}:${finding.line}:${finding.col}`);
  const head = `${place} ${style.warm(texts.severity[finding.severity])} ${finding.rule} ${style.typography(clean(message))}`;
  if (finding.sourceLine.trim() === '') return head;
  return `${head}\n${frame(finding, style)}`;
}

/** The line with a caret below; a long line is cut around the place. */
function frame(finding: Finding, style: Style): string {
  const room = Math.max(20, style.width - 10);
  const from = Math.max(
    0,
    Math.min(finding.col - 1 - Math.floor(room / 2), finding.sourceLine.length - room),
  );
  const cut = finding.sourceLine.slice(from, from + room);
  // A tab stays a tab below it, so that the caret stands where the eye expects it.
  const before = clean(cut.slice(0, finding.col - 1 - from)).replace(/[^\t]/gu, ' ');
  const caret = '^'.repeat(Math.max(1, Math.min(finding.length, room - before.length)));
  const number = String(finding.line).padStart(4);
  return `${style.dim(`${number} |`)} ${clean(cut)}\n     ${style.dim('|')} ${before}${style.warm(caret)}`;
}
