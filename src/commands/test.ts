/** `svalka test`: plays scripts as tests, and shows what was said, expected and seen where one fails. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import { clean } from '../gate.ts';
import { err, type Io, out } from '../io.ts';
import { json } from '../script/report/json.ts';
import { junit } from '../script/report/junit.ts';
import { pretty } from '../script/report/pretty.ts';
import { type TestReport, totals } from '../script/report.ts';
import { styleFor } from '../term/style.ts';
import { waiting } from '../term/wait.ts';
import { type Context, contextOf, type GlobalFlags, openLibrary } from './context.ts';
import { type CoverageFlags, type Told, toldCoverage, wantedCoverage } from './coverage.ts';
import { PAPER, playerOf, playFiles } from './playing.ts';
import { filesOf, namedBy } from './scripts.ts';
import { update } from './test-update.ts';

export const FORMATS = ['pretty', 'json', 'junit'] as const;
type Format = (typeof FORMATS)[number];

export interface TestFlags extends GlobalFlags, CoverageFlags {
  readonly format?: string;
  readonly filter?: string;
  readonly failFast?: boolean;
  readonly update?: boolean;
  readonly watch?: boolean;
}

/** What is wanted of a run. */
interface Wanted {
  readonly paths: readonly string[];
  readonly flags: TestFlags;
  readonly format: Format;
  /** How much must be covered, in per cent; null where nobody asks. */
  readonly least: number | null;
}

export async function test(io: Io, paths: readonly string[], flags: TestFlags): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const wanted = wantedOf(context, paths, flags);
  if (!flags.watch) return testOnce(context, wanted);
  // A path that is not there is a mistake now, and no reason to wait.
  filesOf(context, paths);
  const { watch } = await import('./test-watch.ts');
  const own = [flags.playbooks ?? '', join(context.homes.config, 'playbooks')].filter(existsSync);
  return watch(context, [...namedBy(context, paths), ...own], () => testOnce(context, wanted));
}

/** @throws Stop (2) where the flags cannot be, or not together */
function wantedOf(context: Context, paths: readonly string[], flags: TestFlags): Wanted {
  const { texts } = context;
  const format = FORMATS.find((one) => one === (flags.format ?? 'pretty'));
  if (!format) throw new Stop(EXIT.cannot, texts.badFormat(clean(flags.format ?? ''), FORMATS.join(', ')));
  const least = wantedCoverage(context, flags);
  const others = {
    '--watch': flags.watch,
    '--fail-fast': flags.failFast,
    '--coverage': least !== null,
    [`--format ${format}`]: format !== 'pretty',
  };
  const other = Object.entries(others).find(([, is]) => is)?.[0];
  if (flags.update && other) throw new Stop(EXIT.cannot, texts.test.notTogether('--update', other));
  return { paths, flags, format, least };
}

async function testOnce(context: Context, wanted: Wanted): Promise<ExitCode> {
  const { io, wish, texts } = context;
  const { paths, flags, format, least } = wanted;
  const library = await openLibrary(context);
  const files = filesOf(context, paths);
  const play = playerOf(context, library);
  const { docs, report } = await waiting(io, wish, texts.test.playing(files.length), (pause) =>
    playFiles(context, library, files, flags, play, pause),
  );
  if (report.played.length + report.broken.length === 0) {
    throw new Stop(EXIT.cannot, texts.test.noneMatches(clean(flags.filter || (flags.lang ?? ''))));
  }
  if (flags.update) return update(context, report, docs, play);
  const results = report.played.map(({ result }) => result);
  const covered = least === null ? null : toldCoverage(context, library, results, least);
  out(io, written(format, report, context, covered));
  // XML has no place for it.
  if (covered && format === 'junit') err(io, covered.text);
  if (covered?.short) err(io, covered.short);
  return totals(report).failed > 0 || covered?.short ? EXIT.no : EXIT.ok;
}

function written(format: Format, report: TestReport, context: Context, covered: Told | null): string {
  const { io, wish, texts } = context;
  switch (format) {
    case 'pretty':
      return [pretty(report, texts, styleFor(io, wish, io.stdout)), covered?.text ?? []].flat().join('\n');
    case 'json':
      return json(report, texts, covered?.json);
    case 'junit':
      return junit(report, texts, PAPER);
  }
}
