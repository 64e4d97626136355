/** What is kept of a session: by one terminal or two, on disks that are full or take nothing, and killed. */
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { contextOf } from '../../src/commands/context.ts';
import { type Keeper, keeperOf } from '../../src/commands/keeper.ts';
import { resume } from '../../src/commands/resume.ts';
import { save } from '../../src/flow/saved.ts';
import { advance, back, type Session, start, view } from '../../src/flow/session.ts';
import { practisedFrom } from '../../src/journal/practised-from.ts';
import { readJournal } from '../../src/journal/read-journal.ts';
import { AGENT } from '../../src/locales/catalogue.ts';
import { journalTexts } from '../../src/locales/journal.ts';
import { playWell, scenarioCourse } from '../flow/courses.ts';
import { killing, lost, made, practising } from '../soak/killing.mjs';
import { library, ROOT } from '../support/content.ts';
import { type Disk, disk } from '../support/disk.ts';
import { folderWith } from '../support/folder.ts';
import { ioInto } from '../support/io.ts';
import { savedIn } from '../support/saved.ts';

const parcel = scenarioCourse('late-parcel');
const from = start(parcel, 'sv', 1);
const one = advance(from, { choose: 'tell-me' });
const two = advance(one, { skip: true });
const BEGAN = Date.UTC(2026, 10, 22, 9);

/** A terminal in a home: what it practises, and what it is told. */
function terminal(home: string, now: () => number = Date.now) {
  const { io, err } = ioInto({ SVALKA_HOME: home, SVALKA_LANG: 'sv' }, { now });
  const context = contextOf(io, {});
  const keeping = { saves: true, words: false, began: now() };
  return {
    err,
    begin: (session: Session): Keeper => keeperOf(context, session, keeping),
    resume: () => resume(context, library, keeping),
  };
}

const journalIn = (home: string) => readJournal(join(home, 'journal.jsonl'));
const practisedIn = (home: string) => practisedFrom(journalIn(home).statements);
const verbsIn = (home: string) => journalIn(home).statements.map(({ verb }) => verb.display.en);
const { sv } = journalTexts;

describe('one terminal', () => {
  test('nothing is kept before something is answered', () => {
    const home = folderWith({});
    const keeper = terminal(home).begin(from);
    keeper.save(from);
    expect(keeper.left(from)).toBe(false);
    expect(savedIn(home)).toEqual([]);
    expect(existsSync(join(home, 'journal.jsonl'))).toBe(false);
  });

  test('each turn is saved and told, for nobody but oneself; at the end nothing waits', () => {
    const home = folderWith({});
    const keeper = terminal(home).begin(from);
    keeper.save(one);
    const [saved = ''] = savedIn(home);
    expect(JSON.parse(readFileSync(saved, 'utf8')).trail).toEqual([{ choose: 'tell-me' }]);
    for (const path of [saved, join(home, 'journal.jsonl'), join(home, 'actor.json')]) {
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
    keeper.save(playWell(one));
    expect(savedIn(home)).toEqual([]);
    expect(practisedIn(home)).toMatchObject([
      { session: /([0-9a-f-]{36})\.json$/.exec(saved)?.[1], end: { won: true } },
    ]);
  });

  test('left and gone on with: the same id, the same turn', () => {
    const home = folderWith({});
    const first = terminal(home).begin(from);
    first.save(two);
    expect(first.left(two)).toBe(true);
    const [saved] = savedIn(home);
    const again = terminal(home);
    const { session, keeper } = again.resume();
    expect(session.turns).toHaveLength(2);
    expect(savedIn(home)).toEqual([saved]);
    keeper.save(back(session));
    keeper.save(playWell(back(session)));
    expect(verbsIn(home).slice(0, 6)).toEqual(
      'initialized answered answered suspended resumed voided'.split(' '),
    );
    expect(practisedIn(home)).toHaveLength(1);
    expect(practisedIn(home)[0]?.turns).toHaveLength(parcel.machine.start + 5);
    expect(again.err()).toBe('Du fortsätter där du slutade.\n');
  });

  test('all taken back: nothing waits', () => {
    const home = folderWith({});
    const keeper = terminal(home).begin(from);
    keeper.save(one);
    keeper.save(back(one));
    expect(savedIn(home)).toEqual([]);
    expect(practisedIn(home)).toEqual([]);
    expect(keeper.left(back(one))).toBe(false);
  });

  test('started again: the one before is told as left, and does not wait', () => {
    const home = folderWith({});
    const keeper = terminal(home).begin(from);
    keeper.save(two);
    const anew = start(parcel, 'sv', 1);
    keeper.save(anew);
    expect(savedIn(home)).toEqual([]);
    keeper.save(advance(anew, { skip: true }));
    expect(savedIn(home)).toHaveLength(1);
    expect(practisedIn(home).map(({ turns }) => turns.length)).toEqual([2, 1]);
  });

  test('a clock that jumps back: all is there, in the order in which it was played', () => {
    const home = folderWith({});
    let now = BEGAN;
    const keeper = terminal(home, () => now).begin(from);
    keeper.save(one);
    now -= 86_400_000;
    keeper.save(two);
    now -= 86_400_000;
    const { session } = terminal(home, () => now).resume();
    expect(session.turns).toHaveLength(2);
    expect(practisedIn(home)[0]?.turns.map(({ verdict }) => verdict)).toEqual(['right', 'skipped']);
  });
});

describe('the sessions that wait', () => {
  /** A session of so many turns, saved at a time. */
  function saveAt(home: string, session: Session, at: number): string {
    const before = savedIn(home);
    terminal(home).begin(from).save(session);
    const path = savedIn(home).find((file) => !before.includes(file)) as string;
    utimesSync(path, at, at);
    return path;
  }

  test('the one saved last goes on, and how many others wait is said', () => {
    const home = folderWith({});
    saveAt(home, one, 3000);
    saveAt(home, two, 5000);
    saveAt(home, one, 4000);
    const t = terminal(home);
    expect(t.resume().session.turns).toHaveLength(2);
    expect(t.err()).toContain(sv.othersWait(2));
  });

  test('a damaged one is set aside and said, and the next is tried', () => {
    const home = folderWith({});
    const damaged = saveAt(home, two, 5000);
    writeFileSync(damaged, readFileSync(damaged, 'utf8').slice(0, 200));
    const odd = saveAt(home, two, 4500);
    writeFileSync(odd, '{"schemaVersion":1}');
    saveAt(home, one, 4000);
    utimesSync(damaged, 5000, 5000);
    utimesSync(odd, 4500, 4500);
    const t = terminal(home);
    expect(t.resume().session.turns).toHaveLength(1);
    for (const path of [damaged, odd]) {
      expect(existsSync(path)).toBe(false);
      expect(existsSync(`${path}.bak`)).toBe(true);
      expect(t.err()).toContain(sv.setAside(`${path}.bak`));
    }
    expect(t.err()).not.toContain(sv.othersWait(1));
  });

  test('one whose content is gone or changed says so, stays, and the next is tried', () => {
    const home = folderWith({});
    const changed = (path: string, change: object) =>
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
    const gone = saveAt(home, two, 0);
    changed(gone, { scenario: 'no-such-case' });
    const other = saveAt(home, two, 0);
    changed(other, { trail: [{ choose: 'no-such-answer' }] });
    utimesSync(gone, 5000, 5000);
    utimesSync(other, 4500, 4500);
    saveAt(home, one, 4000);
    const t = terminal(home);
    expect(t.resume().session.turns).toHaveLength(1);
    expect(t.err()).toContain(sv.contentGone('no-such-case'));
    expect(t.err()).toContain(sv.contentChanged('late-parcel'));
    expect(savedIn(home)).toHaveLength(3);
    const [last = ''] = savedIn(home).filter((path) => path !== gone && path !== other);
    writeFileSync(last, '');
    expect(() => terminal(home).resume()).toThrow(/svalka practice/);
  });

  test('one from before an upgrade goes on at the same turn, and says that the texts have changed', () => {
    const home = folderWith({});
    const path = saveAt(home, two, 0);
    const value = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...value, version: '0.0.1', hash: 'of-other-texts' }));
    const t = terminal(home);
    const { session } = t.resume();
    expect(view(session).node.id).toBe(view(two).node.id);
    expect(t.err()).toBe(`${AGENT.sv.resumedChanged}\n`);
    expect(savedIn(home)).toEqual([path]);
  });

  test('what the journal knows of one is damaged: the session goes on', () => {
    const home = folderWith({});
    const path = saveAt(home, two, 0);
    for (const journal of [undefined, null, 1, { began: 'x' }, { turns: [1] }]) {
      writeFileSync(path, JSON.stringify({ ...save(two, '0.1.0'), journal }));
      const { session, keeper } = terminal(home).resume();
      expect(session.turns).toHaveLength(2);
      keeper.save(advance(session, { skip: true }));
    }
    expect(journalIn(home).damaged).toBe(0);
  });

  test('the one file of all sessions, as it was once, is found, and becomes one of its own', () => {
    const home = folderWith({ 'practice.json': `${JSON.stringify(save(two, '0.0.1'))}\n` });
    const { session, keeper } = terminal(home).resume();
    expect(session.turns).toHaveLength(2);
    expect(existsSync(join(home, 'practice.json'))).toBe(false);
    expect(savedIn(home)).toHaveLength(1);
    expect(keeper.left(session)).toBe(true);
    const again = terminal(home).resume();
    again.keeper.save(playWell(again.session));
    // The turns from before the journal are not in it.
    expect(practisedIn(home)).toMatchObject([{ end: { kind: expect.any(String) } }]);
    expect(practisedIn(home)[0]?.turns).toHaveLength(playWell(session).turns.length - 2);
  });

  test('one that had ended when its process was killed is told, and no longer waits', () => {
    const home = folderWith({});
    const path = saveAt(home, one, 0);
    const value = JSON.parse(readFileSync(path, 'utf8'));
    terminal(folderWith({})).begin(from);
    const elsewhere = folderWith({});
    terminal(elsewhere).begin(from).save(playWell(one));
    const unwritten = journalIn(elsewhere).statements;
    const ended = { ...value, ...save(playWell(one), '0.1.0'), journal: { ...value.journal, unwritten } };
    writeFileSync(path, JSON.stringify(ended));
    expect(() => terminal(home).resume()).toThrow();
    expect(savedIn(home)).toEqual([]);
    expect(practisedIn(home).filter(({ end }) => end?.won)).toHaveLength(1);
  });

  test('what a process that was killed while it saved has left does not stay for ever', () => {
    const home = folderWith({});
    const half = `${saveAt(home, one, 0)}.${'a'.repeat(36)}`;
    writeFileSync(half, '{"trail":[{"say":"');
    terminal(home).resume();
    expect(existsSync(half)).toBe(true);
    utimesSync(half, 1, 1);
    terminal(home).resume();
    expect(existsSync(half)).toBe(false);
  });
});

describe('two terminals', () => {
  test('each with a session of its own', () => {
    const home = folderWith({});
    const [a, b] = [terminal(home).begin(from), terminal(home).begin(from)];
    for (const session of [one, two]) {
      a.save(session);
      b.save(session);
    }
    expect(savedIn(home)).toHaveLength(2);
    expect(practisedIn(home).map(({ turns }) => turns.length)).toEqual([2, 2]);
  });

  test('with the same session: the second takes it over, the first goes on apart, and neither loses a turn', () => {
    const home = folderWith({});
    const a = terminal(home);
    const first = a.begin(from);
    first.save(two);
    const second = terminal(home).resume();
    const three = advance(two, { skip: true });
    first.save(three);
    second.keeper.save(advance(second.session, { skip: true }));
    first.save(advance(three, { skip: true }));
    expect(a.err()).toBe(`${sv.otherTerminal}\n`);
    expect(savedIn(home)).toHaveLength(2);
    expect(practisedIn(home).map(({ turns }) => turns.length)).toEqual([3, 2]);
    expect(
      savedIn(home)
        .map((path) => JSON.parse(readFileSync(path, 'utf8')).trail.length)
        .sort(),
    ).toEqual([3, 4]);
  });

  test('at once, as processes: no line is mixed with another', async () => {
    const home = folderWith({});
    const tools = await made();
    try {
      const both = await Promise.all(
        [1, 2].map(() => practising(tools.folder, home, { sessions: 4, resumes: false }).ended),
      );
      for (const { lines, err } of both) {
        expect(err).toBe('');
        expect(lost(tools, home, lines)).toEqual([]);
      }
      expect(practisedIn(home).filter(({ end }) => end !== null)).toHaveLength(8);
      expect(new Set(journalIn(home).statements.map(({ actor }) => actor.account.name)).size).toBe(1);
      expect(readdirSync(home).sort()).toEqual(['actor.json', 'journal.jsonl', 'sessions']);
    } finally {
      tools.close();
    }
  });
});

test('a first prompt does not wait for the journal, nor a first turn for what checks forms', () => {
  const built = (name: string) => readFileSync(join(ROOT, 'dist', `${name}.cjs`), 'utf8');
  for (const name of ['main', 'practice', 'coach', 'home']) expect(built(name)).not.toContain('expapi');
  expect(built('keeper')).toContain('expapi');
  expect(built('keeper')).not.toContain('~kind');
});

test('killed 25 times at random moments: the journal is whole, and at most the turn being typed is lost', async () => {
  expect((await killing(25)).wrong).toEqual([]);
});

describe('a disk', () => {
  let mounted: Disk | null = null;
  afterEach(() => {
    mounted?.close();
    mounted = null;
  });

  /** Many turns, said and taken back. */
  function practiseOn(keeper: Keeper): Session {
    let session = one;
    for (let n = 0; n < 200; n++) {
      session = n % 2 === 0 ? advance(session, { skip: true }) : back(session);
      keeper.save(session);
    }
    return session;
  }

  test('that fills up: said once, what was written stays whole, and it goes on when there is room again', (t) => {
    mounted = disk('size=64k');
    if (!mounted) return t.skip('only who may mount a disk can fill one');
    const home = mounted.path;
    const full = terminal(home);
    const keeper = full.begin(from);
    keeper.save(one);
    const before = journalIn(home).statements;
    practiseOn(keeper);
    expect(full.err().match(/ENOSPC/g)?.length).toBeGreaterThan(0);
    expect(full.err().trim().split('\n').length).toBeLessThanOrEqual(3);
    const then = journalIn(home);
    expect(then.statements.slice(0, before.length)).toEqual(before);
    expect(then.damaged).toBeLessThanOrEqual(1);
    const [saved = '', ...more] = savedIn(home);
    expect(more).toEqual([]);
    expect(JSON.parse(readFileSync(saved, 'utf8')).schemaVersion).toBe(1);
    mounted.remount('size=4m');
    keeper.save(two);
    keeper.save(playWell(two));
    const after = journalIn(home);
    expect(after.statements.slice(0, then.statements.length)).toEqual(then.statements);
    expect(after.damaged).toBeLessThanOrEqual(1);
    const [practised, ...others] = practisedIn(home);
    expect(others).toEqual([]);
    expect(practised?.turns).toHaveLength(playWell(two).turns.length);
    expect(practised?.end).not.toBeNull();
  });

  test('that takes nothing: said once, and the practice goes on', (t) => {
    mounted = disk('size=64k');
    if (!mounted) return t.skip('only who may mount a disk can make it read-only');
    mounted.remount('ro');
    const readOnly = terminal(mounted.path);
    const keeper = readOnly.begin(from);
    expect(view(practiseOn(keeper)).end).toBeNull();
    expect(keeper.left(one)).toBe(false);
    expect(readOnly.err()).toBe(`${sv.cannotKeep(mounted.path, 'EROFS')}\n`);
  });

  test('where only the journal cannot be written: said once, and the session is saved', () => {
    const home = folderWith({ 'journal.jsonl/in-its-place': '' });
    const t = terminal(home);
    const keeper = t.begin(from);
    keeper.save(one);
    keeper.save(two);
    expect(t.err()).toBe(`${sv.cannotJournal(join(home, 'journal.jsonl'), 'EISDIR')}\n`);
    expect(keeper.left(two)).toBe(true);
    expect(terminal(home).resume().session.turns).toHaveLength(2);
  });
});
