/**
 * The proof of `svalka check`: the shipped content has no finding; of a shipped file that is broken
 * in one place that place is told, by the rule that is there for it; and nothing is said of a file
 * that is only written in another way.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAgreed, writeAgreed } from '../../src/check/agreed.ts';
import { check } from '../../src/check/check.ts';
import { type Agreed, contentOf } from '../../src/check/content.ts';
import type { Reported } from '../../src/check/report.ts';
import { RULES } from '../../src/check/rules.ts';
import { SHAPE as SHAPE_RULES } from '../../src/check/shape.ts';
import { openCoach } from '../../src/coach/open.ts';
import type { Finding } from '../../src/playbook/finding.ts';
import { knownWith, readFile } from '../../src/playbook/folder.ts';
import { withDocs } from '../../src/playbook/open.ts';
import { duplicateIds, resolve } from '../../src/playbook/resolve.ts';
import type { Doc } from '../../src/playbook/validate.ts';
import { openThreats } from '../../src/threats/open.ts';
import { library, ROOT, shipped } from '../support/content.ts';
import { folderWith } from '../support/folder.ts';
import { FLOW } from './mutations/flow.ts';
import { HARMLESS } from './mutations/harmless.ts';
import { LANGUAGES } from './mutations/languages.ts';
import { type Change, lineAt, type Mutation } from './mutations/mutation.ts';
import { SAFETY } from './mutations/safety.ts';
import { SHAPE } from './mutations/shape.ts';
import { WORDS } from './mutations/words.ts';

const coach = openCoach(join(ROOT, 'dist'));
const threats = openThreats(join(ROOT, 'dist/'));

interface When {
  readonly today?: string;
  readonly agreed?: ReadonlyMap<string, Agreed>;
}

function found(
  docs: readonly Doc[],
  read: readonly Finding[],
  { today = '2026-11-22', agreed = new Map() }: When = {},
): Promise<Reported[]> {
  const opened = { coach: () => coach, threats: () => threats, today, agreed };
  return check(contentOf(docs, withDocs(library, 'changed', docs), opened), read, new Map(), 'en');
}

const told = ({ file, line, rule }: Reported): string => `${file}:${line} ${rule}`;

test('the shipped content has no finding', async () => {
  const all = (await found(shipped.docs, shipped.findings)).map(told);
  expect(all, all.join('\n')).toEqual([]);
});

/**
 * What is found in the files that are broken below, as they are. Nothing; but models that are older
 * than the content may misjudge a line, and then the test above says so, and not each one below.
 */
const own = await found(
  shipped.docs.filter(({ kind }) => kind !== 'heard' && kind !== 'language'),
  shipped.findings,
);
const known = new Set(own.map(({ fingerprint }) => fingerprint));

const PLAYBOOKS = 'playbooks/';

function docOf(file: string): Doc {
  const doc = shipped.docs.find(({ document }) => document.source.file === PLAYBOOKS + file);
  if (!doc) throw new Error(`no ${file}`);
  return doc;
}

const textOf = (file: string): string => docOf(file).document.source.text;

/** Whether a file stands on another, and so is checked with it. */
function standsOn(doc: Doc, other: Doc): boolean {
  switch (other.kind) {
    case 'playbook':
      return doc.kind === 'scenario' && doc.value.playbook === other.id;
    case 'threat':
      return doc.kind === 'scenario' && doc.value.threat?.kind === other.id;
    case 'scenario':
      return doc.kind === 'script' && doc.value.scenario === other.id;
    case 'script':
      return doc.kind === 'script';
    case 'temperature':
      return doc.kind === 'scenario';
    case 'slots':
    case 'sources':
      return doc.kind === 'playbook' || doc.kind === 'threat';
    default:
      return false;
  }
}

/** What is found in a file with another text, and in the shipped files that stand on it. */
async function foundWith(file: string, text: string, when: When = {}): Promise<Reported[]> {
  const shippedOne = docOf(file);
  const path = join(folderWith({}), 'changed.yaml');
  writeFileSync(path, text);
  const read = readFile(path, PLAYBOOKS + file);
  const others = shipped.docs.filter((doc) => doc !== shippedOne && standsOn(doc, shippedOne));
  const docs = read.doc ? [...others, read.doc] : others;
  const names = knownWith(library, docs, read.doc || !read.claim ? [] : [read.claim]);
  const findings = [...read.findings, ...duplicateIds(docs), ...resolve(docs, names)];
  return (await found(docs, findings, when)).filter(({ fingerprint }) => !known.has(fingerprint));
}

/** The text of a file after a change. */
function changed(file: string, change: Change): string {
  const text = textOf(file);
  const after = typeof change === 'function' ? change(text) : text.replace(change[0], () => change[1]);
  if (typeof change !== 'function') expect(text.split(change[0])).toHaveLength(2);
  expect(after).not.toBe(text);
  return after;
}

/** The line, from 1, on which a mutation must be found. */
function lineOf({ file, line, in: other }: Mutation, after: string): number {
  if (line !== undefined) return lineAt(other === undefined ? after : textOf(other), line) + 1;
  const lines = textOf(file).split('\n');
  return after.split('\n').findIndex((one, i) => one !== lines[i]) + 1;
}

const MUTATIONS = { SHAPE, FLOW, WORDS, LANGUAGES, SAFETY };

describe.each(Object.entries(MUTATIONS))('%s', (_group, mutations) => {
  test.each(mutations.map((one) => [one.what, one] as const))('%s', async (_what, mutation) => {
    const { file, change, rule, also = [], today, agreed } = mutation;
    const after = changed(file, change);
    const findings = await foundWith(file, after, {
      ...(today ? { today } : {}),
      ...(agreed ? { agreed: readAgreed(writeAgreed([docOf(file)], new Map())) ?? new Map() } : {}),
    });
    const all = findings.map(told);
    const expected = `${PLAYBOOKS}${mutation.in ?? file}:${lineOf(mutation, after)} ${rule}`;
    expect(all, all.join('\n')).toContain(expected);
    // All else, and so what is told first, is what follows from it.
    const other = findings.filter((one) => one.rule !== rule && !also.includes(one.rule));
    expect(other.map(told), all.join('\n')).toEqual([]);
  });
});

test.each(HARMLESS.map((one) => [one.what, one] as const))(
  'harmless: %s',
  async (_what, { file, change }) => {
    expect((await foundWith(file, changed(file, change))).map(told)).toEqual([]);
  },
);

test('every rule is met, but those about files as a whole, which hostile.test.ts is about', () => {
  const met = new Set(Object.values(MUTATIONS).flatMap((all) => all.map(({ rule }) => rule)));
  const names = [...Object.keys(SHAPE_RULES), ...RULES.map(({ name }) => name)];
  expect(names.filter((name) => !met.has(name))).toEqual(['not-utf8', 'size-limit', 'unreadable-file']);
});

test('no two mutations are the same', () => {
  const all = Object.values(MUTATIONS).flat();
  const texts = all.map(({ file, change, today }) => `${file} ${today} ${changed(file, change)}`);
  expect(new Set(texts).size).toBe(all.length);
  expect(new Set(all.map(({ what }) => what)).size).toBe(all.length);
});
