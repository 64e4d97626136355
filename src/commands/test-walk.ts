/** `svalka test --walk`: every state and every screen of every conversation. */
import { EXIT, type ExitCode } from '../errors.ts';
import { type Io, out } from '../io.ts';
import { sourceTitle } from '../playbook/sources.ts';
import { walkPages } from '../script/pages.ts';
import { walkJson } from '../script/report/walk-json.ts';
import { walkPretty } from '../script/report/walk-pretty.ts';
import { type Sight, type Walked, walkCourse } from '../script/walk.ts';
import { styleFor } from '../term/style.ts';
import { waiting } from '../term/wait.ts';
import { contextOf, openLibrary } from './context.ts';
import { aloneOrStop, type CourseFlags, coursesOf, formatOf } from './courses.ts';

export async function testWalk(io: Io, scripts: readonly string[], flags: CourseFlags): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const { texts, wish } = context;
  aloneOrStop(context, '--walk', { ...flags }, { random: '--random', seed: '--seed' });
  const format = formatOf(context, flags.format);
  const library = await openLibrary(context);
  const courses = coursesOf(context, library, ['playbook', 'scenario'], scripts, flags);
  const sight: Sight = {
    pages: walkPages(io),
    sourceOf: (id, page) => sourceTitle(library, id, page.texts.basedOn),
  };
  const walked = await waiting(io, wish, texts.walk.walking(courses.length), async (pause) => {
    const done: Walked[] = [];
    for (const course of courses) {
      await pause();
      done.push(walkCourse(course, sight));
    }
    return done;
  });
  out(io, format === 'json' ? walkJson(walked) : walkPretty(walked, texts, styleFor(io, wish, io.stdout)));
  return walked.some(({ wrongs }) => wrongs.length > 0) ? EXIT.no : EXIT.ok;
}
