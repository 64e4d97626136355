/** `svalka test --random N`: how agents of several tempers fare in every scenario. */
import { EXIT, type ExitCode, Stop } from '../errors.ts';
import { clean } from '../gate.ts';
import { type Io, out } from '../io.ts';
import { TEMPERS } from '../script/agents.ts';
import { faringOf, type Tried, tried } from '../script/faring.ts';
import { randomJson } from '../script/report/random-json.ts';
import { randomPretty } from '../script/report/random-pretty.ts';
import { styleFor } from '../term/style.ts';
import { waiting } from '../term/wait.ts';
import { type Context, contextOf, openLibrary } from './context.ts';
import { aloneOrStop, type CourseFlags, coursesOf, formatOf } from './courses.ts';
import { seedOf } from './seed.ts';

export interface RandomFlags extends CourseFlags {
  readonly random?: string;
  readonly seed?: string;
}

/** Without a seed it is always the same, as a test must be. */
const SEED = 1;
/** More tells no more, and takes minutes. */
const MOST_RUNS = 1_000_000;

export async function testRandom(io: Io, scripts: readonly string[], flags: RandomFlags): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const { texts, wish } = context;
  aloneOrStop(context, '--random', { ...flags });
  const format = formatOf(context, flags.format);
  const runs = runsOf(context, flags.random ?? '');
  const seed = seedOf(context, flags.seed) ?? SEED;
  const library = await openLibrary(context);
  const courses = coursesOf(context, library, ['scenario'], scripts, flags);
  const conversations = runs * courses.length * TEMPERS.length;
  const all = await waiting(io, wish, texts.random.playing(conversations), async (pause) => {
    const done: Tried[] = [];
    for (const course of courses) {
      await pause();
      done.push(tried(course, runs, seed));
    }
    return done;
  });
  const faring = faringOf(all, runs, seed);
  out(
    io,
    format === 'json' ? randomJson(faring) : randomPretty(faring, texts, styleFor(io, wish, io.stdout)),
  );
  return EXIT.ok;
}

/** @throws Stop (2) where it is no number of conversations */
function runsOf({ texts }: Context, given: string): number {
  const runs = Number(given);
  if (!/^\d+$/.test(given) || runs < 1 || runs > MOST_RUNS) {
    throw new Stop(EXIT.cannot, texts.random.badRuns(clean(given), MOST_RUNS));
  }
  return runs;
}
