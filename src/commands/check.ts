/** `svalka check`: proves playbooks, and says exactly where and why one is wrong. */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readAgreed, TRANSLATIONS_FILE, writeAgreed } from '../check/agreed.ts';
import { readBaseline, writeBaseline } from '../check/baseline.ts';
import { check as findingsOf, type Severities } from '../check/check.ts';
import { type Agreed, contentOf } from '../check/content.ts';
import { described, explained } from '../check/explain.ts';
import { github } from '../check/report/github.ts';
import { json } from '../check/report/json.ts';
import { junit } from '../check/report/junit.ts';
import { pretty } from '../check/report/pretty.ts';
import { sarif } from '../check/report/sarif.ts';
import { counts, type Report } from '../check/report.ts';
import { CONFIG_FILE, readSettings } from '../check/settings.ts';
import { openCoach } from '../coach/open.ts';
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import { clean } from '../gate.ts';
import { type Io, out } from '../io.ts';
import { type FileAt, MAX_FILES, readFiles, yamlFiles } from '../playbook/folder.ts';
import { openShipped } from '../playbook/library.ts';
import { nearest } from '../playbook/nearest.ts';
import { withDocs } from '../playbook/open.ts';
import { styleFor } from '../term/style.ts';
import { waiting } from '../term/wait.ts';
import { openThreats } from '../threats/open.ts';
import { type Context, contextOf, type GlobalFlags, shownPath } from './context.ts';

export const FORMATS = ['pretty', 'json', 'junit', 'sarif', 'github'] as const;
type Format = (typeof FORMATS)[number];

export interface CheckFlags extends GlobalFlags {
  readonly format?: string;
  readonly strict?: boolean;
  readonly explain?: string;
  readonly config?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly updateTranslations?: boolean;
}

/** Where a baseline is written when no other file is named. */
const BASELINE_FILE = 'svalka-baseline.json';
/** What is checked when nothing is named, where it is there; else the folder one stands in. */
const USUAL_FOLDER = 'playbooks';

export async function check(io: Io, paths: readonly string[], flags: CheckFlags): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const { texts, tongue } = context;
  if (flags.explain !== undefined) return explain(context, flags.explain);
  const format = FORMATS.find((one) => one === (flags.format ?? 'pretty'));
  if (!format) throw new Stop(EXIT.cannot, texts.badFormat(clean(flags.format ?? ''), FORMATS.join(', ')));
  const severities = severitiesOf(context, flags);
  const files = filesOf(context, paths);
  const known = baselineOf(context, flags);
  const agreed = agreedOf(context, flags);
  const shown = (path: string) => shownPath(io, path);
  const { docs, findings } = await waiting(
    io,
    context.wish,
    texts.check.checking(files.length),
    async (pause) => {
      const base = openShipped(io.contentDir);
      const read = await readFiles(files, base, shown, pause);
      const dist = dirname(io.contentDir);
      const content = contentOf(read.docs, withDocs(base, io.cwd, read.docs), {
        coach: () => openCoach(dist),
        threats: () => openThreats(join(dist, '/')),
        today: today(),
        agreed: flags.updateTranslations ? new Map() : agreed,
      });
      return {
        docs: read.docs,
        findings: await findingsOf(content, read.findings, severities, tongue, pause),
      };
    },
  );
  if (flags.updateTranslations) {
    const { writeWhole } = await import('./write-whole.ts');
    writeWhole(context, resolve(io.cwd, TRANSLATIONS_FILE), writeAgreed(docs, agreed));
  }
  if (flags.updateBaseline) {
    const { writeWhole } = await import('./write-whole.ts');
    writeWhole(context, resolve(io.cwd, flags.baseline ?? BASELINE_FILE), writeBaseline(findings));
  }
  const fresh = findings.filter(({ fingerprint }) => !flags.updateBaseline && !known.has(fingerprint));
  const report: Report = {
    findings: fresh,
    files: files.map(({ path }) => shown(path)),
    known: findings.length - fresh.length,
  };
  out(io, written(format, report, context, flags.strict === true));
  const { error, warning } = counts(fresh);
  return error > 0 || (flags.strict && warning > 0) ? EXIT.no : EXIT.ok;
}

function written(format: Format, report: Report, { io, texts, wish }: Context, strict: boolean): string {
  switch (format) {
    case 'pretty':
      return pretty(report, texts, styleFor(io, wish, io.stdout));
    case 'json':
      return json(report);
    case 'junit':
      return junit(report, strict);
    case 'sarif':
      return sarif(report, described('en'), io.version);
    case 'github':
      return github(report, texts);
  }
}

/** A rule's page in short: what it finds, why that hurts, what to do. */
function explain({ io, texts, tongue }: Context, name: string): ExitCode {
  const { text, names } = explained(name, tongue, texts);
  if (text === null) throw new Stop(EXIT.cannot, texts.check.unknownRule(clean(name), nearest(name, names)));
  out(io, text);
  return EXIT.ok;
}

/** Every YAML file that the paths name or hold, each once. */
function filesOf({ io, texts }: Context, paths: readonly string[]): FileAt[] {
  const usual = existsSync(join(io.cwd, USUAL_FOLDER)) ? USUAL_FOLDER : '.';
  const files = new Map<string, FileAt>();
  for (const named of paths.length > 0 ? paths : [usual]) {
    const path = resolve(io.cwd, named);
    try {
      if (statSync(path).isDirectory()) {
        for (const one of yamlFiles(path)) files.set(one, { root: path, path: one });
      } else files.set(path, { root: null, path });
      realpathSync(path);
    } catch (error) {
      const { code = String(error) } = error as NodeJS.ErrnoException;
      throw new Stop(EXIT.cannot, texts.cannotRead(clean(named), code));
    }
  }
  if (files.size === 0) throw new Stop(EXIT.cannot, texts.check.noFiles(clean(paths.join(', ') || usual)));
  if (files.size > MAX_FILES) throw new Stop(EXIT.cannot, texts.check.tooManyFiles(MAX_FILES));
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function severitiesOf({ io, texts }: Context, flags: CheckFlags): Severities {
  const named = resolve(io.cwd, flags.config ?? CONFIG_FILE);
  if (flags.config === undefined && !existsSync(named)) return new Map();
  const file = shownPath(io, named);
  const read = readSettings(textOf(texts, named, file));
  if ('severities' in read) return read.severities;
  throw new Stop(EXIT.cannot, texts.check.badConfig(file, read));
}

function baselineOf({ io, texts }: Context, { baseline, updateBaseline }: CheckFlags): ReadonlySet<string> {
  if (baseline === undefined || updateBaseline) return new Set();
  const path = resolve(io.cwd, baseline);
  const known = readBaseline(textOf(texts, path, shownPath(io, path)));
  if (!known) throw new Stop(EXIT.cannot, texts.check.badBaseline(shownPath(io, path)));
  return known;
}

function agreedOf({ io, texts }: Context, { updateTranslations }: CheckFlags): ReadonlyMap<string, Agreed> {
  const path = resolve(io.cwd, TRANSLATIONS_FILE);
  if (!existsSync(path)) return new Map();
  const agreed = readAgreed(textOf(texts, path, TRANSLATIONS_FILE));
  // A damaged file is written anew.
  if (!agreed && !updateTranslations) {
    throw new Stop(EXIT.cannot, texts.check.badTranslations(TRANSLATIONS_FILE));
  }
  return agreed ?? new Map();
}

function textOf(texts: Context['texts'], path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Stop(
      EXIT.cannot,
      texts.cannotRead(shown, (error as NodeJS.ErrnoException).code ?? String(error)),
    );
  }
}

/** The day, as an author's calendar has it. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
