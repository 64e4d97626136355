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
  return saidReport(
    context,
    findings.map((one) => saidOf(one, context.texts)),
  );
}

/** As {@link findingsReport}, of findings whose messages have been said. */
export function saidReport(
  context: { io: Io; wish: Wish; texts: AuthorTexts },
  findings: readonly Said[],
): string {
  const style = styleFor(context.io, context.wish, context.io.stderr);
  return [
    ...findings.map((one) => placedText(one, context.texts, style)),
    context.texts.findings(findings.length),
  ].join('\n');
}

/** `file:line:col severity rule message`, the source line and a caret. */
export function findingText(finding: Finding, texts: AuthorTexts, style: Style): string {
  return placedText(saidOf(finding, texts), texts, style);
}

const saidOf = (finding: Finding, texts: AuthorTexts): Said => ({
  ...finding,
  message: texts.finding[finding.rule](finding.params),
});

/** A finding whose message has been said. */
export type Said = Omit<Finding, 'rule' | 'params'> & { readonly rule: string; readonly message: string };

/** As {@link findingText}, of a finding whose message has been said. */
export function placedText(finding: Said, texts: AuthorTexts, style: Style): string {
  const { message } = finding;
  const place = style.strong(`${clean(finding.file)}:${finding.line}:${finding.col}`);
  const head = `${place} ${style.warm(texts.severity[finding.severity])} ${finding.rule} ${style.typography(clean(message))}`;
  if (finding.sourceLine.trim() === '') return head;
  return `${head}\n${frame(finding, style)}`;
}

/** The line with a caret below; a long line is cut around the place. */
function frame(finding: Pick<Said, 'sourceLine' | 'line' | 'col' | 'length'>, style: Style): string {
  const room = Math.max(20, style.width - 10);
  const from = Math.max(
    0,
    Math.min(finding.col - 1 - Math.floor(room / 2), finding.sourceLine.length - room),
  );
  const cut = finding.sourceLine.slice(from, from + room);
  const at = finding.col - 1 - from;
  const before = clean(cut.slice(0, at));
  const marked = clean(cut.slice(at, at + finding.length));
  // A tab stays a tab below it, so that the caret stands where the eye expects it.
  const blanks = before.replace(/[^\t]/gu, (char) => ' '.repeat(cells(char)));
  const caret = '^'.repeat(Math.max(1, Math.min(cells(marked), room - blanks.length)));
  const number = String(finding.line).padStart(4);
  return `${style.dim(`${number} |`)} ${clean(cut)}\n     ${style.dim('|')} ${blanks}${style.warm(caret)}`;
}

const WIDE = /[\p{Emoji_Presentation}\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\uff01-\uff60]/gu;

/** How many cells of a terminal a text takes: accents on their own take none, emoji and CJK two. */
function cells(text: string): number {
  const shown = text.replace(/\p{M}/gu, '');
  return [...shown].length + (shown.match(WIDE)?.length ?? 0);
}
