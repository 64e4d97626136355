/** `svalka test --update`: rewrites expectations that fail with what was seen, after showing the difference. */
import { readFileSync } from 'node:fs';
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import { type Io, out } from '../io.ts';
import type { Edit } from '../playbook/finding.ts';
import { readYaml } from '../playbook/read.ts';
import { validate } from '../playbook/validate.ts';
import { failuresText } from '../script/report/pretty.ts';
import { isPassed, type Played, type TestReport, totals } from '../script/report.ts';
import { type Update, updateOf } from '../script/update.ts';
import { diffText } from '../term/diff.ts';
import { styleFor } from '../term/style.ts';
import type { Context } from './context.ts';
import type { Player } from './playing.ts';
import type { ScriptDoc } from './scripts.ts';

/** A script that failed, and what can be done about it. */
interface Plan {
  readonly doc: ScriptDoc;
  readonly edits: readonly Edit[];
  /** How many expectations are then rewritten. */
  readonly rewritten: number;
  /** What fails all the same. */
  readonly left: readonly Played[];
  /** Why nothing is rewritten, where that needs saying. */
  readonly refused: 'differs' | 'notRewritten' | null;
}

export async function update(
  context: Context,
  report: TestReport,
  docs: readonly ScriptDoc[],
  play: Player,
): Promise<ExitCode> {
  const { io, wish, texts } = context;
  const { played, broken } = report;
  const style = styleFor(io, wish, io.stdout);
  const failed = new Set(played.filter((one) => !isPassed(one)).map(({ result }) => result.script));
  const plans = docs
    .filter(({ value }) => failed.has(value))
    .map((doc) => {
      const own = played.filter(({ result }) => result.script === doc.value);
      return planFor(doc, own, play);
    });
  const rewritten = plans.filter(({ edits }) => edits.length > 0);
  const diffs = rewritten.map(({ doc, edits }) => diffText(doc.document.source, edits, style));
  if (diffs.length > 0 && !(await isShown(io, diffs.join('\n')))) return EXIT.cannot;
  for (const { doc, edits } of rewritten) await write(context, doc, edits);
  const left = plans.flatMap((one) => one.left);
  for (const text of failuresText({ broken, played: left }, texts, style)) out(io, text);
  for (const { doc, refused } of plans) {
    if (refused) out(io, texts.test[refused](doc.document.source.file));
  }
  const count = rewritten.reduce((sum, one) => sum + one.rewritten, 0);
  // What cannot be played at all has no failure of its own.
  const failures = left.reduce((sum, one) => sum + Math.max(1, one.failures.length), broken.length);
  const { passed } = totals(report);
  const isFine = passed > 0 && count + failures === 0;
  out(
    io,
    isFine
      ? texts.test.summary(passed, 0, report.skipped)
      : texts.test.updated(count, rewritten.length, failures),
  );
  return failures > 0 ? EXIT.no : EXIT.ok;
}

/** What holds in one language and not in the other cannot be written in one place. */
function planFor(doc: ScriptDoc, own: readonly Played[], play: Player): Plan {
  const nothing = { doc, edits: [], rewritten: 0, left: own.filter((one) => !isPassed(one)) };
  const updates = own.map(({ result: { run } }) => (run ? updateOf(doc.document, doc.value, run) : null));
  const [first] = updates;
  if (!first || updates.some((one) => one === null)) return { ...nothing, refused: null };
  if (updates.some((one) => !isSame(one?.edits, first.edits))) return { ...nothing, refused: 'differs' };
  if (first.edits.length === 0) return { ...nothing, refused: null };
  const again = playedAgain(doc, first.edits, own, play);
  const isAsMeant = again?.every(({ failures }, i) => isSame(reasons(failures), reasonsLeft(updates[i])));
  if (!again || !isAsMeant) return { ...nothing, refused: 'notRewritten' };
  const left = again.filter((one) => !isPassed(one));
  return { doc, edits: first.edits, rewritten: first.rewritten.length, left, refused: null };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const reasons = (failures: Played['failures']) => failures.map(({ failure }) => failure);
const reasonsLeft = (update: Update | null | undefined) => update?.left;

/** The cases of a script as its file will be; null where it would be no script any more. */
function playedAgain(
  doc: ScriptDoc,
  edits: readonly Edit[],
  own: readonly Played[],
  play: Player,
): Played[] | null {
  const { source } = doc.document;
  const { document, findings } = readYaml(source.file, source.mend(edits).text);
  const now = document && findings.length === 0 ? validate(document).doc : null;
  if (now?.kind !== 'script') return null;
  return own.map(({ result: { file, lang } }) => play({ file, script: now.value, lang }, now.document));
}

/** Writes a script anew, unless somebody else has in the meantime. */
async function write(context: Context, { path, document: { source } }: ScriptDoc, edits: readonly Edit[]) {
  const now = textOf(path);
  const mark = now.startsWith('\ufeff') ? '\ufeff' : '';
  if (now !== mark + source.text)
    throw new Stop(EXIT.cannot, context.texts.test.changedMeanwhile(source.file));
  const { writeWhole } = await import('./write-whole.ts');
  writeWhole(context, path, mark + source.mend(edits).text);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Writes to stdout; false where it had nowhere to go, as on a full disk. A reader who has seen enough is no fault. */
function isShown({ stdout }: Io, text: string): Promise<boolean> {
  return new Promise((settle) => {
    stdout.write(`${text}\n`, (error) => {
      const { code } = (error ?? {}) as NodeJS.ErrnoException;
      settle(!error || code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED');
    });
  });
}
