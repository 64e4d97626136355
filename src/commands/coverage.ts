/** The edge of `svalka test --coverage`: where things stand on the disk, and how much is enough. */
import { resolve } from 'node:path';
import { EXIT, Stop } from '../errors.ts';
import { clean } from '../gate.ts';
import { readFile } from '../playbook/folder.ts';
import type { Library } from '../playbook/library.ts';
import type { Document } from '../playbook/read.ts';
import { LANGS } from '../playbook/types.ts';
import { findingAt } from '../playbook/validate.ts';
import { coverageOf, percent, total } from '../script/coverage.ts';
import { coverageText, type Places } from '../script/report/coverage.ts';
import { coverageJson } from '../script/report/coverage-json.ts';
import type { Result } from '../script/suite.ts';
import { styleFor } from '../term/style.ts';
import type { Context } from './context.ts';

export interface CoverageFlags {
  readonly coverage?: boolean;
  readonly min?: string;
}

/** What was covered, in each form that a report may want. */
export interface Told {
  readonly text: string;
  readonly json: ReturnType<typeof coverageJson>;
  /** What to say where less is covered than must be; null where it is enough. */
  readonly short: string | null;
}

/**
 * Whether coverage is asked for, and how much of it there must be in per cent.
 * @throws Stop (2) where that is no number from 0 to 100
 */
export function wantedCoverage({ texts }: Context, { coverage, min }: CoverageFlags): number | null {
  if (min === undefined) return coverage ? 0 : null;
  const least = /^\d{1,3}(\.\d+)?$/.test(min) ? Number(min) : Number.NaN;
  if (least <= 100) return least;
  throw new Stop(EXIT.cannot, texts.test.coverage.badMin(clean(min)));
}

/** Compares what was played with what there is. */
export function toldCoverage(
  context: Context,
  library: Library,
  results: readonly Result[],
  least: number,
): Told {
  const { io, wish, texts, flags, lang } = context;
  const only = flags.lang ? lang : null;
  const coverage = coverageOf(library, results, only ? [only] : LANGS);
  const places = placesIn(context, library);
  const count = total(coverage);
  return {
    text: coverageText(coverage, places, texts.test.coverage, styleFor(io, wish, io.stdout)),
    json: coverageJson(coverage, places),
    short:
      100 * count.visited < least * count.all ? texts.test.coverage.tooLittle(percent(count), least) : null,
  };
}

/** Looks up files of the user's own, each read when something in it is asked for. */
function placesIn({ io }: Context, library: Library): Places {
  const documents = new Map<string, Document | null>();
  const documentOf = (file: string) => {
    const known = documents.get(file);
    if (known !== undefined) return known;
    const document = readFile(resolve(io.cwd, file), file).doc?.document ?? null;
    documents.set(file, document);
    return document;
  };
  return ({ kind, id }, pointer) => {
    const file = library.card(kind, id)?.from ?? null;
    const document = file === null ? null : documentOf(file);
    if (file === null || !document) return null;
    return { file, line: findingAt(document, pointer, 'bad-value', {}, 'key').line };
  };
}
