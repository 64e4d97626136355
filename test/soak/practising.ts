/**
 * A process that practises for ever, to be killed: it goes on with what was left, or begins anew, and
 * keeps each turn as `svalka practice` does. It tells what it is about to do, and what is done.
 */
import { contextOf, openLibrary } from '../../src/commands/context.ts';
import { type Keeper, keeperOf } from '../../src/commands/keeper.ts';
import { resume } from '../../src/commands/resume.ts';
import { makeCourse } from '../../src/flow/course.ts';
import { advance, back, type Session, start, trailOf, view } from '../../src/flow/session.ts';
import type { Io } from '../../src/io.ts';
import type { Library } from '../../src/playbook/library.ts';

const [, , contentDir = '', sessions = 'Infinity', resumes = 'yes'] = process.argv;
const io: Io = {
  env: process.env,
  cwd: process.cwd(),
  platform: process.platform,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  contentDir,
  version: '0.0.0-soak',
  randomSeed: () => Math.floor(Math.random() * 0x100000000),
  now: Date.now,
};
const context = contextOf(io, {});
const keeping = () => ({ saves: true, words: false, began: io.now() });

/** A session in a word: its seed tells it from all others. */
const tell = (what: 'doing' | 'done', session: Session) => {
  const { end } = view(session);
  process.stdout.write(`${JSON.stringify({ what, seed: session.seed, trail: trailOf(session), end })}\n`);
};

function first(library: Library): { session: Session; keeper: Keeper } {
  if (resumes === 'yes') {
    try {
      return resume(context, library, keeping());
    } catch {
      // Nothing was left.
    }
  }
  const ids = library.ids('scenario');
  const course = makeCourse(library, { scenario: ids[io.randomSeed() % ids.length] as string });
  if (!course) throw new Error('no content');
  const session = start(course, 'sv', io.randomSeed());
  return { session, keeper: keeperOf(context, session, keeping()) };
}

function next(session: Session): Session {
  const chance = Math.random();
  if (chance < 0.1 && session.turns.length > 0) return back(session);
  const { options } = view(session);
  const choice = options[Math.floor(chance * options.length)];
  return advance(session, choice && chance < 0.9 ? { choose: choice.id } : { skip: true });
}

async function practise(): Promise<void> {
  const library = await openLibrary(context);
  for (let played = 0; played < Number(sessions); played++) {
    let { session, keeper } = first(library);
    while (view(session).end === null) {
      session = next(session);
      tell('doing', session);
      keeper.save(session);
      tell('done', session);
    }
  }
}

void practise();
