/** The shipped suite: every script passes, and together they come to everything that can be come to. */
import { describe, expect, test } from 'vitest';
import { view } from '../../src/flow/session.ts';
import { LANGS } from '../../src/playbook/types.ts';
import type { Run } from '../../src/script/run.ts';
import { casesOf, passed, stageOf } from '../../src/script/suite.ts';
import { library, shipped } from '../support/content.ts';
import { pageOf } from '../support/page.ts';
import { svalka } from '../support/run.ts';

const FILES = shipped.docs.flatMap((doc) =>
  doc.kind === 'script' ? [{ file: doc.document.source.file, script: doc.value }] : [],
);
const CASES = casesOf(FILES, null);

interface Subject {
  readonly id: string;
  readonly lang: string;
  readonly unvisited: readonly { readonly name: string }[];
  readonly unreachable: readonly { readonly name: string }[];
}

test('all of it, through the program, in both languages: within seconds', { timeout: 30_000 }, async () => {
  const args = ['test', 'playbooks/scripts', '--coverage', '--min', '100', '--format', 'json'];
  const ran = await svalka(args);
  expect([ran.code, ran.err]).toEqual([0, '']);
  const told = JSON.parse(ran.out);
  expect(told).toMatchObject({ passed: CASES.length, failed: 0, skipped: 0, broken: [] });
  const subjects: readonly Subject[] = told.coverage.subjects;
  const ids = (['playbook', 'scenario', 'threat'] as const).flatMap((kind) => library.ids(kind));
  expect(subjects.length).toBe(LANGS.length * ids.length);
  const naming = (which: 'unvisited' | 'unreachable') =>
    subjects.flatMap(({ id, lang, [which]: some }) => some.map(({ name }) => `${id} ${lang} ${name}`));
  expect(naming('unvisited')).toEqual([]);
  // He says that he does not want to live when all else is settled, so nobody comes to what would follow.
  const after = /^debt-letter (sv|nb) (respond calmer|thank|end calm|end unresolved)/;
  expect(naming('unreachable').filter((name) => !after.test(name))).toEqual([]);
});

const play = stageOf({
  library,
  page: (lang) => pageOf(lang, 80),
  hear: () => () => {
    throw new Error('own words are told by what is heard in them');
  },
});
const RUNS = CASES.map((one) => ({ ...one, result: play(one) }));
const endOf = ({ session }: Run) => view(session);

test('each says how it ends, and every one but those played as processes what its turns come to', () => {
  expect(RUNS.filter(({ result }) => !passed(result)).map(({ file, lang }) => `${file} ${lang}`)).toEqual([]);
  expect(FILES.filter(({ script }) => script.ends === undefined)).toEqual([]);
  const silent = FILES.filter(({ script }) => script.turns.every(({ expect: wanted }) => !wanted));
  expect(silent.filter(({ script }) => !/-(wins|loses|threat)$/.test(script.script))).toEqual([]);
});

test('each is called as its file is', () => {
  const wrong = FILES.filter(({ file, script }) => !file.endsWith(`/${script.script}.script.yaml`));
  expect(wrong).toEqual([]);
});

describe.each(LANGS)('in %s', (lang) => {
  const own = RUNS.filter((one) => one.lang === lang);
  const endsOf = (about: 'scenario' | 'playbook', id: string) =>
    own.flatMap(({ script, result: { run } }) => (script[about] === id && run ? [endOf(run)] : []));

  test.each(library.ids('scenario'))('%s can be seen won and lost', (id) => {
    const ends = endsOf('scenario', id);
    expect([ends.some(({ won }) => won), ends.some(({ end }) => end === 'lost')]).toEqual([true, true]);
  });

  test.each(library.ids('playbook'))('%s is walked by itself, well and badly', (id) => {
    const ends = endsOf('playbook', id);
    expect([ends.some(({ won }) => won), ends.some(({ end }) => end === 'lost')]).toEqual([true, true]);
  });

  test.each(library.ids('threat'))('%s has a script of its own', (id) => {
    expect(own.some(({ script }) => script.script.startsWith(`threat-${id}-`))).toBe(true);
    expect(own.some(({ script }) => script.turns.some(({ threat }) => threat === id))).toBe(true);
  });
});
