/** A suite of scripts: every script in every language it is for, played and compared. Pure. */
import { type Course, makeCourse } from '../flow/course.ts';
import { start } from '../flow/session.ts';
import type { Library } from '../playbook/library.ts';
import type { Script } from '../playbook/schema.ts';
import { LANGS, type Lang } from '../playbook/types.ts';
import type { Page } from '../term/render.ts';
import { type Hear, type Run, run } from './run.ts';

/** A script with the file that it stands in. */
export interface ScriptFile {
  readonly file: string;
  readonly script: Script;
}

/** One script in one language. */
export interface Case {
  readonly file: string;
  readonly script: Script;
  readonly lang: Lang;
}

/** A case that was played; `run` is null where its scenario or playbook cannot be played at all. */
export interface Result extends Case {
  readonly run: Run | null;
}

/** The cases of some scripts: one for each language that a script does not leave out. */
export function casesOf(files: readonly ScriptFile[], only: Lang | null): Case[] {
  return files.flatMap(({ file, script }) =>
    LANGS.filter((lang) => (script.lang ?? lang) === lang && (only ?? lang) === lang).map((lang) => ({
      file,
      script,
      lang,
    })),
  );
}

/** What cases are played on. */
export interface Stage {
  readonly library: Library;
  readonly page: (lang: Lang) => Page;
  readonly hear: (lang: Lang) => Hear;
}

/** Plays cases; courses are made once each. */
export function stageOf(stage: Stage): (one: Case) => Result {
  const courses = new Map<string, Course | null>();
  const courseOf = ({ scenario, playbook = '' }: Script): Course | null => {
    const name = scenario === undefined ? `playbook ${playbook}` : `scenario ${scenario}`;
    const known = courses.get(name);
    if (known !== undefined) return known;
    const course = makeCourse(stage.library, scenario === undefined ? { playbook } : { scenario });
    courses.set(name, course);
    return course;
  };
  return (one) => {
    const { script, lang } = one;
    const course = courseOf(script);
    if (!course) return { ...one, run: null };
    return {
      ...one,
      run: run(script, start(course, lang, script.seed ?? 0), stage.page(lang), stage.hear(lang)),
    };
  };
}

export const passed = ({ run: played }: Result): boolean => played !== null && played.failures.length === 0;
