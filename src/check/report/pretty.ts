/** The report that a person reads: by file, with the line and a caret, and a summary. */
import { clean } from '../../gate.ts';
import type { AuthorTexts } from '../../locales/texts.ts';
import { placedText } from '../../term/findings.ts';
import type { Style } from '../../term/style.ts';
import { counts, type Report } from '../report.ts';

export function pretty({ findings, files, known }: Report, texts: AuthorTexts, style: Style): string {
  const { error, warning } = counts(findings);
  const blocks = findings.map((one) => {
    const text = placedText(one, texts, style);
    return one.script === undefined ? text : `${text}\n${shownScript(one.script, texts, style)}`;
  });
  return [...blocks, texts.check.summary(files.length, error, warning, known)].join('\n');
}

/** The conversation that shows a finding, to be copied into a file and replayed. */
function shownScript(script: string, texts: AuthorTexts, style: Style): string {
  const lines = clean(script)
    .split('\n')
    .map((line) => `       ${style.dim(line)}`);
  return [`     ${style.dim(texts.check.replay)}`, ...lines].join('\n');
}
