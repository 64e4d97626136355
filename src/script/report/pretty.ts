/** The report that an author reads: around each turn that fails, what was said, expected and seen. */
import { clean } from '../../gate.ts';
import type { AuthorTexts } from '../../locales/texts.ts';
import { findingText } from '../../term/findings.ts';
import type { Style } from '../../term/style.ts';
import { isPassed, type Placed, type Played, type TestReport, totals } from '../report.ts';
import type { Seen } from '../run.ts';

/** So many turns before the failing one are shown. */
const BEFORE = 2;

export function pretty(report: TestReport, texts: AuthorTexts, style: Style): string {
  const { passed, failed } = totals(report);
  const summary = texts.test.summary(passed, failed, report.skipped);
  return [...failuresText(report, texts, style), summary].join('\n');
}

/** What is broken and what failed. */
export function failuresText(
  { broken, played }: Pick<TestReport, 'broken' | 'played'>,
  texts: AuthorTexts,
  style: Style,
): string[] {
  return [
    ...broken.flatMap(({ findings }) => findings.map((one) => findingText(one, texts, style))),
    ...played.filter((one) => !isPassed(one)).flatMap((one) => failedText(one, texts, style)),
  ];
}

/** A case that failed, turn by turn up to where it did. */
export function failedText({ result, failures }: Played, texts: AuthorTexts, style: Style): string[] {
  const { file, script, lang, run } = result;
  const name = `${script.script} (${lang})`;
  if (!run) return [`${style.strong(clean(file))} ${name}`, `  ${texts.brokenContent}`];
  return failures.flatMap((placed) => {
    const { failure, line, col } = placed;
    const from = Math.max(0, failure.turn - BEFORE);
    return [
      `${style.strong(`${clean(file)}:${line}:${col}`)} ${name}`,
      ...run.seen
        .slice(from, failure.turn + 1)
        .flatMap((seen, i) => turnText(seen, from + i + 1, texts, style)),
      `  ${style.warm(style.typography(clean(expected(placed, texts))))}`,
      '',
    ];
  });
}

/** One turn: what was said at which step, and what came of it. */
function turnText(seen: Seen, number: number, texts: AuthorTexts, style: Style): string[] {
  const heard = [...seen.moves, ...seen.faults].join(', ') || '–';
  const went = `${seen.before} → ${seen.temperature}`;
  return [
    `  ${style.dim(`${number}. ${seen.at}`)}  ${style.typography(clean(seen.said))}`,
    `     ${style.dim(style.typography(`${texts.test.heard} ${heard} · ${went} · ${seen.step}`))}`,
  ];
}

/** What was expected and what was there instead. */
export function expected({ failure }: Pick<Placed, 'failure'>, texts: AuthorTexts): string {
  const { why, wanted, got, not } = failure;
  const { test } = texts;
  switch (why) {
    case 'nothing-expected':
      return test.nothingExpected;
    case 'unknown':
      return test.unknown(wanted, got);
    case 'left-over':
      return test.leftOver(wanted, got);
    case 'missing':
      return test.missing(wanted, got);
    default:
      return not ? test.notSo(why, wanted, got) : test.unmet(why, wanted, got);
  }
}
