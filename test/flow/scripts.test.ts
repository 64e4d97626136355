/**
 * Three conversations of each scenario through the real program, each as a process, and how a script
 * that does not fit fails. The whole shipped suite is played by `test/script/shipped.test.ts`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { advance, type Input, type Session, start, view } from '../../src/flow/session.ts';
import { agent as nb } from '../../src/locales/nb.ts';
import { agent as sv } from '../../src/locales/sv.ts';
import type { Script } from '../../src/playbook/schema.ts';
import { LANGS } from '../../src/playbook/types.ts';
import { library, ROOT, shipped } from '../support/content.ts';
import { type Ran, svalka } from '../support/run.ts';
import { scenarioCourse } from './courses.ts';

const AGENT = { sv, nb } as const;

interface Shipped {
  readonly script: Script;
  readonly scenario: string;
  readonly file: string;
}
const PLAYED = /-(wins|loses|threat)$/;
const SCRIPTS: readonly Shipped[] = shipped.docs.flatMap((doc) =>
  doc.kind === 'script' && doc.value.scenario !== undefined && PLAYED.test(doc.id)
    ? [{ script: doc.value, scenario: doc.value.scenario, file: doc.document.source.file }]
    : [],
);

function inputOf(turn: Script['turns'][number]): Input {
  if (turn.choose !== undefined) return { choose: turn.choose };
  return turn.threat === undefined ? { skip: true } : { threat: turn.threat };
}

/** The script played by the session alone, without a program around it. */
function played({ script, scenario }: Shipped): Session {
  const first = start(scenarioCourse(scenario), script.lang ?? 'sv', script.seed ?? 0);
  return script.turns.map(inputOf).reduce(advance, first);
}

/** A text in one line, whatever the width it was wrapped to. */
const unwrapped = (text: string) => text.replace(/\s+/g, ' ');

describe.each(library.ids('scenario'))('scenario %s', (id) => {
  const own = SCRIPTS.filter(({ script }) => script.scenario === id);

  test('has a script that wins and one that loses', () => {
    const ends = own.map((one) => view(played(one)));
    expect(ends.some(({ won }) => won)).toBe(true);
    expect(ends.some(({ end }) => end === 'lost')).toBe(true);
  });

  test('has a script in which its threat comes, where it brings one', () => {
    const fired = own.some((one) => view(played(one)).state.fired);
    expect(fired).toBe(scenarioCourse(id).scenario?.threat !== undefined);
  });
});

describe.each(SCRIPTS)('$script.script', (one) => {
  const { script, scenario, file } = one;
  const session = played(one);

  test('ends as it says', () => {
    expect(view(session).end).toBe(script.ends);
  });

  test.concurrent.each(LANGS)('plays in %s through the program', async (lang) => {
    const texts = AGENT[lang];
    const ran = await svalka(['practice', scenario, '--script', join(ROOT, file), '--lang', lang]);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' });
    expect(ran.out).not.toMatch(/[{}]|undefined|\[object/);
    expect(ran.out).not.toContain('\u001b');
    const said = unwrapped(ran.out);
    const back = session.turns.filter(
      ({ before, after }) =>
        before.back !== -1 && after.back === -1 && session.course.machine.nodes[after.node]?.end === null,
    );
    const breaks = session.turns.filter(
      ({ before, after, verdict }) => before.back === -1 && after.back !== -1 && verdict !== 'threatened',
    );
    expect(said.split(unwrapped(texts.backToStep)).length - 1).toBe(back.length);
    const marks = [texts.threatBreaksIn, ...Object.values(texts.dangerBreaksIn)];
    const marked = marks.reduce((sum, mark) => sum + said.split(unwrapped(mark)).length - 1, 0);
    expect(marked).toBe(breaks.length);
    for (const turn of session.turns) {
      if (turn.choice) expect(said).toContain(unwrapped(turn.choice[lang]));
    }
  });
});

/** The late parcel, answered well; line 7 is the first turn. */
const LINES = [
  'schema: 1',
  'script: by-hand',
  'scenario: late-parcel',
  'lang: sv',
  'seed: 1',
  'turns:',
  '  - choose: tell-me',
  '  - choose: watch-her-wait',
  '  - choose: our-silence',
  '  - choose: courier-tonight',
  '  - choose: thanks-held-on',
  'ends: calm',
];
const without = (line: number) => LINES.filter((_, i) => i !== line - 1);
const withLine = (line: number, text: string) => LINES.map((one, i) => (i === line - 1 ? text : one));
const inserted = (before: number, ...texts: string[]) => LINES.toSpliced(before - 1, 0, ...texts);

describe('a script that does not fit', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'svalka-scripts-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const practise = (name: string, lines: readonly string[], ...more: string[]): Promise<Ran> => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
    return svalka(['practice', '--script', name, ...more], { cwd: folder });
  };
  const placed = ({ code, err }: Ran) => ({
    code,
    lines: err.trimEnd().split('\n').length,
    place: err.split(' ')[0],
  });

  test('the one that these are made from fits', async () => {
    const ran = await practise('fits.yaml', LINES);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' });
  });

  test.each<[string, string[], string, string[]]>([
    ['a missing answer, shown at the last that is there', without(11), '10:5', ['thank', 'thanks-held-on']],
    [
      'a missing answer in the middle, seen where the next one does not fit',
      without(9),
      '9:5',
      ['courier-tonight', 'apologize', 'our-silence'],
    ],
    [
      'an answer of another step',
      withLine(8, '  - choose: tell-me'),
      '8:5',
      ['tell-me', 'empathize', 'watch-her-wait'],
    ],
    [
      'an answer of a threat that is not there',
      withLine(9, '  - choose: same-goal'),
      '9:5',
      ['same-goal', 'apologize'],
    ],
    [
      'a second threat in a danger to life',
      withLine(8, '  - threat: physical\n  - threat: manager'),
      '9:5',
      ['manager', 'physical.limit'],
    ],
    ['an answer left over', inserted(12, '  - choose: tell-me'), '12:5', ['calm']],
    [
      'a skip left over, the first of two',
      inserted(12, '  - skip: true', '  - choose: tell-me'),
      '12:5',
      ['calm'],
    ],
    ['a threat left over', inserted(12, '  - threat: manager'), '12:5', ['calm']],
    ['another end than it says', withLine(12, 'ends: lost'), '12:7', ['lost', 'calm']],
  ])('%s: 1, with the place and what to write', async (_told, lines, place, named) => {
    const ran = await practise('misfit.yaml', lines);
    expect(placed(ran)).toEqual({ code: 1, lines: 1, place: `misfit.yaml:${place}` });
    for (const name of named) expect(ran.err).toContain(name);
  });

  test('what was played until then is still on stdout', async () => {
    const ran = await practise('until.yaml', withLine(9, '  - choose: tell-me'));
    expect(ran.code).toBe(1);
    const session = advance(advance(start(scenarioCourse('late-parcel'), 'sv', 1), { choose: 'tell-me' }), {
      choose: 'watch-her-wait',
    });
    for (const { choice } of session.turns) expect(unwrapped(ran.out)).toContain(choice?.sv ?? 'no choice');
  });

  test.each<[string, string[], string]>([
    ['not closed', withLine(6, 'turns: ['), '7:3'],
    ['an answer that no step has', withLine(8, '  - choose: no-such-answer'), '8:13'],
    ['a scenario that is not there', withLine(3, 'scenario: no-such-case'), '3:11'],
    ['a turn that is two', withLine(8, '  - { choose: tell-me, skip: true }'), '8:5'],
    ['an end that is none', withLine(12, 'ends: well'), '12:7'],
    ['of another format', withLine(1, 'schema: 2'), '1:9'],
    ['a key that is none', inserted(6, 'seeds: 1'), '6:1'],
  ])('a broken file (%s): 2, with the place', async (_told, lines, place) => {
    const ran = await practise('broken.yaml', lines);
    expect([ran.code, ran.err.split(' ')[0], ran.out]).toEqual([2, `broken.yaml:${place}`, '']);
  });

  test('a file that is not there: 2', async () => {
    const ran = await svalka(['practice', '--script', 'nowhere.yaml', '--lang', 'nb'], { cwd: folder });
    expect([ran.code, ran.err.split(' ')[0], ran.out]).toEqual([2, 'nowhere.yaml:1:1', '']);
  });

  test('the script of another scenario: 2', async () => {
    writeFileSync(join(folder, 'other.yaml'), `${LINES.join('\n')}\n`);
    const ran = await svalka(['practice', 'bill-shock', '--script', 'other.yaml'], { cwd: folder });
    expect([ran.code, ran.err.split(' ')[0], ran.out]).toEqual([2, 'other.yaml', '']);
  });

  test('skip and threat can be played from a script, and the seed of the command line wins', async () => {
    const lines = withLine(8, '  - threat: manager\n  - skip: true\n  - skip: true\n  - skip: true');
    const ends = lines.map((line) => (line === 'ends: calm' ? 'ends: unresolved' : line));
    const first = await practise('keys.yaml', ends);
    expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' });
    const runs = await Promise.all(
      ['1', '2', '3', '4', '5'].map((seed) => practise('keys.yaml', ends, '--seed', seed)),
    );
    expect(runs[0]?.out).toBe(first.out);
    expect(new Set(runs.map((ran) => ran.out)).size).toBeGreaterThan(1);
  });
});
