/** Reads the scripts of some files and plays them. */
import { dirname } from 'node:path';
import { openCoach } from '../coach/open.ts';
import { type Coach, review } from '../coach/review.ts';
import { EXIT, Stop } from '../errors.ts';
import { AGENT } from '../locales/catalogue.ts';
import type { Library } from '../playbook/library.ts';
import type { Document } from '../playbook/read.ts';
import type { Lang } from '../playbook/types.ts';
import { findingAt } from '../playbook/validate.ts';
import { isPassed, type Placed, type Played, type TestReport } from '../script/report.ts';
import { type Case, casesOf, type Result, type Stage, stageOf } from '../script/suite.ts';
import { bareStyle } from '../term/bare-style.ts';
import type { Context, GlobalFlags } from './context.ts';
import { isMeant, type ScriptDoc, scriptsOf } from './scripts.ts';

/** What of the flags decides how scripts are played. */
export interface PlayFlags extends GlobalFlags {
  readonly filter?: string;
  readonly failFast?: boolean;
  readonly update?: boolean;
}

/** Plays a case, and finds in its file what failed. */
export type Player = (one: Case, document: Document) => Played;

/** What came of some files. */
export interface Suite {
  readonly docs: readonly ScriptDoc[];
  readonly report: TestReport;
}

/** What is written for no one terminal: 80 columns without colour, the same wherever it runs. */
export const PAPER = bareStyle({ width: 80, color: false, unicode: true, plain: false });

/** Plays cases on a library, with everything that takes opened once. */
export function playerOf(context: Context, library: Library): Player {
  const play = stageOf(stageFor(context, library));
  return (one, document) => {
    const result = play(one);
    return { result, failures: placed(result, document) };
  };
}

/**
 * Reads scripts and plays them in every language that is asked for.
 * @param pause called between them, so that a spinner can turn
 */
export async function playFiles(
  context: Context,
  library: Library,
  paths: readonly string[],
  { lang, filter = '', failFast, update }: PlayFlags,
  play: Player,
  pause: () => Promise<void>,
): Promise<Suite> {
  // English is no language of conversations: it is for the report alone. What is rewritten must
  // hold in all the languages of its script.
  const only: Lang | null = lang && !update ? context.lang : null;
  const { docs, broken } = await scriptsOf(context, library, paths, filter, pause);
  const all = docs.flatMap(({ document, value: script }) =>
    casesOf([{ file: document.source.file, script }], only).map((one) => ({ one, document })),
  );
  const wanted = all.filter(({ one: { file, script } }) => isMeant(filter, file, script.script));
  const played: Played[] = [];
  let failed = broken.length > 0;
  for (const { one, document } of wanted) {
    if (failFast && failed) break;
    await pause();
    const now = play(one, document);
    played.push(now);
    failed ||= !isPassed(now);
  }
  return { docs, report: { played, broken, skipped: all.length - played.length } };
}

/** What cases are played on; the coach is loaded when the first own words come. */
export function stageFor({ io, texts }: Context, library: Library): Stage {
  let coach: Coach | null = null;
  const open = () => {
    try {
      coach ??= openCoach(dirname(io.contentDir));
      return coach;
    } catch {
      throw new Stop(EXIT.cannot, texts.brokenContent);
    }
  };
  return {
    library,
    page: (lang) => ({ style: PAPER, texts: AGENT[lang], lang }),
    hear: (lang) => (text) => review(text, open(), lang),
  };
}

/** Failures at their places in the file. */
function placed({ run }: Result, document: Document): Placed[] {
  return (run?.failures ?? []).map((failure) => {
    const { line, col } = findingAt(document, failure.pointer, 'bad-value');
    return { failure, line, col };
  });
}
