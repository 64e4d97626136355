/** `svalka progress`: what past practice shows, as a page, as JSON, as HTML, or as the journal itself. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import { clean } from '../gate.ts';
import { err, type Io, out } from '../io.ts';
import { localDay } from '../journal/day.ts';
import { dueNow } from '../journal/due.ts';
import { namesIn } from '../journal/names.ts';
import { progressOf } from '../journal/progress.ts';
import { isProgressHtml, progressHtml } from '../journal/report/progress-html.ts';
import { progressJson } from '../journal/report/progress-json.ts';
import { xapiExport } from '../journal/xapi-export.ts';
import { progressMessages, progressTexts } from '../locales/progress.ts';
import { progressPage } from '../term/progress-page.ts';
import { styleFor } from '../term/style.ts';
import { type Context, contextOf, type GlobalFlags, langOrStop, openLibrary, shownPath } from './context.ts';
import { conversationsIn, pastPractice, statementsIn } from './past.ts';
import { writeWhole } from './write-whole.ts';

export interface ProgressFlags extends GlobalFlags {
  readonly json?: boolean;
  readonly html?: string;
  readonly export?: string;
}

export async function progress(io: Io, flags: ProgressFlags): Promise<ExitCode> {
  const context = contextOf(io, flags);
  oneFormOrStop(context, flags);
  if (flags.export !== undefined) return exported(context, flags.export);
  const lang = flags.json ? null : langOrStop(context);
  const library = await openLibrary(context);
  const past = pastPractice(context);
  const due = dueNow(past, conversationsIn(library), io.now(), localDay);
  const seen = { progress: progressOf(past, io.now(), localDay), due };
  if (lang === null) {
    out(io, progressJson(seen.progress, due));
    return EXIT.ok;
  }
  const told = { ...seen, names: namesIn(library, lang) };
  const texts = progressTexts[lang];
  if (flags.html !== undefined) return written(context, flags.html, progressHtml({ ...told, texts, lang }));
  const page = { style: styleFor(io, context.wish, io.stdout), texts, lang };
  out(io, progressPage(page, told).join('\n'));
  return EXIT.ok;
}

/** @throws Stop (2) where more than one form is asked for */
function oneFormOrStop({ texts }: Context, { json, html, export: format }: ProgressFlags): void {
  const asked = [json && '--json', html !== undefined && '--html', format !== undefined && '--export'];
  const [one, other] = asked.filter((option) => typeof option === 'string');
  if (one !== undefined && other !== undefined) {
    throw new Stop(EXIT.cannot, texts.test.notTogether(one, other));
  }
}

function exported(context: Context, format: string): ExitCode {
  if (format !== 'xapi') {
    throw new Stop(EXIT.cannot, progressMessages[context.tongue].badExport(clean(format)));
  }
  out(context.io, xapiExport(statementsIn(context)));
  return EXIT.ok;
}

/** Writes a page over an earlier one, and over nothing else. */
function written(context: Context, file: string, html: string): ExitCode {
  const { io, tongue } = context;
  const path = resolve(io.cwd, file);
  const messages = progressMessages[tongue];
  const before = beginningAt(path);
  if (before !== null && !isProgressHtml(before)) {
    throw new Stop(EXIT.cannot, messages.notAReport(shownPath(io, path)));
  }
  writeWhole(context, path, html);
  err(io, messages.written(shownPath(io, path)));
  return EXIT.ok;
}

/** By so many bytes a page of ours is known. */
const BEGINNING = 4096;

/** How a file begins; null where there is nothing. What is no plain file is no page of ours, and is not read. */
function beginningAt(path: string): string | null {
  try {
    if (!statSync(path).isFile()) return '';
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(BEGINNING);
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, BEGINNING, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : '';
  }
}
