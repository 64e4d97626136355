/** Which conversations `svalka test --walk` and `--random` look at: those of the content, not of scripts. */
import { EXIT, Stop } from '../errors.ts';
import { type Course, makeCourse } from '../flow/course.ts';
import { clean } from '../gate.ts';
import type { Library } from '../playbook/library.ts';
import type { Context, GlobalFlags } from './context.ts';

/** As tests of conversations take them. */
export interface CourseFlags extends GlobalFlags {
  readonly format?: string;
  readonly filter?: string;
}

export const FORMATS = ['pretty', 'json'] as const;

/** Options of `svalka test` that are for scripts. */
const FOR_SCRIPTS = {
  failFast: '--fail-fast',
  update: '--update',
  watch: '--watch',
  coverage: '--coverage',
  min: '--min',
} as const;

/**
 * @param others what does not go with it beside the options for scripts
 * @throws Stop (2) where something was asked for that does not go with it
 */
export function aloneOrStop(
  { texts }: Context,
  option: string,
  flags: Readonly<Record<string, unknown>>,
  others: Readonly<Record<string, string>> = {},
): void {
  const other = Object.entries({ ...FOR_SCRIPTS, ...others }).find(([key]) => flags[key] !== undefined);
  if (other) throw new Stop(EXIT.cannot, texts.test.notTogether(option, other[1]));
}

/** @throws Stop (2) where there is no such format */
export function formatOf({ texts }: Context, given = 'pretty'): (typeof FORMATS)[number] {
  const format = FORMATS.find((one) => one === given);
  if (!format) throw new Stop(EXIT.cannot, texts.badFormat(clean(given), FORMATS.join(', ')));
  return format;
}

/**
 * The playbooks, each by itself, and the scenarios, or the scenarios alone.
 * @param scripts that were named, though none is asked for
 * @throws Stop (2) where there is nothing to look at
 */
export function coursesOf(
  { texts }: Context,
  library: Library,
  kinds: readonly ('playbook' | 'scenario')[],
  scripts: readonly string[],
  { filter }: CourseFlags,
): Course[] {
  if (scripts.length > 0) throw new Stop(EXIT.cannot, texts.walk.takesNoScripts);
  const courses = kinds.flatMap((kind) =>
    library
      .ids(kind)
      .filter((id) => filter === undefined || id.includes(filter))
      .map((id) => courseOf(library, kind, id)),
  );
  if (courses.length === 0) throw new Stop(EXIT.cannot, texts.walk.noneMatches(clean(filter ?? '')));
  return courses.map((course) => {
    if (!course) throw new Stop(EXIT.cannot, texts.brokenContent);
    return course;
  });
}

const courseOf = (library: Library, kind: 'playbook' | 'scenario', id: string): Course | null =>
  makeCourse(library, kind === 'playbook' ? { playbook: id } : { scenario: id });
