/** What the threats' content promises: short answers, right numbers, and enough that was heard. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { heardLines } from '../../src/build/threat-models.ts';
import type { DocOf } from '../../src/playbook/schema.ts';
import { LANGS, type Lang, THREATS, type ThreatKind } from '../../src/playbook/types.ts';
import { HOLDING, threatData } from '../../src/threats/answers.ts';
import { library, ROOT, shipped } from '../support/content.ts';

const all = <K extends 'threat' | 'numbers' | 'heard'>(kind: K) =>
  shipped.docs.flatMap((doc) => (doc.kind === kind ? [doc.value as DocOf<K>] : []));

const data = threatData(all('threat'), all('numbers'), library.value('playbook', HOLDING));
const each = THREATS.flatMap((kind) => LANGS.map((lang) => [kind, lang] as const));
const wordsIn = (line: string) => line.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

describe('an answer', () => {
  test.each(each)('%s, %s: two or three sentences to say, at most four lines to do', (kind, lang) => {
    const answer = data.answers[kind][lang];
    expect([2, 3]).toContain(answer.say.length);
    for (const line of answer.say) expect(wordsIn(line), line).toBeLessThan(20);
    expect(answer.do.length).toBeGreaterThan(0);
    expect(answer.do.length).toBeLessThanOrEqual(4);
    expect(answer.avoid.length).toBeGreaterThan(0);
    for (const text of [answer.name, answer.after, ...answer.say, ...answer.do, ...answer.avoid]) {
      expect(text.trim()).not.toBe('');
    }
  });

  test.each(each)('%s, %s: stops where a life is in danger, and then says whom to call', (kind, lang) => {
    const danger = kind === 'physical' || kind === 'self-harm';
    const { stop, calls } = data.answers[kind][lang];
    expect(stop).toBe(danger);
    expect(calls.length > 0).toBe(danger);
  });

  test('where nothing is recognised: four steps', () => {
    for (const lang of LANGS) expect(data.holding[lang]).toHaveLength(4);
  });
});

describe('numbers', () => {
  const calls = all('numbers').flatMap(({ calls }) => Object.values(calls));

  test.each(LANGS)('%s: each with its source and the day it was read', (lang) => {
    for (const one of calls.flatMap((call) => call[lang] ?? [])) {
      // An address of the web: some of the pages that were read have no https of their own.
      expect(['https:', 'http:']).toContain(new URL(one.source).protocol);
      expect(new Date(one.verified).toISOString().slice(0, 10)).toBe(one.verified);
      expect(one.number).toMatch(/^[0-9 ]+$/);
    }
  });

  test.each<[ThreatKind, Lang, string, string[]]>([
    ['physical', 'sv', '112', ['113']],
    ['physical', 'nb', '112', ['113', '114 14']],
    ['self-harm', 'sv', '112', ['113']],
    ['self-harm', 'nb', '113', ['112', '1177', '90101']],
  ])('%s, %s: %s first', (kind, lang, first, never) => {
    const { calls: some, do: todo } = data.answers[kind][lang];
    expect(some[0]?.number).toBe(first);
    for (const number of never) expect(some.map((one) => one.number)).not.toContain(number);
    // What is to be done names no other number than those to call.
    for (const [number] of todo.join(' ').matchAll(/\b\d{3,}\b/g)) {
      expect(some.map((one) => one.number)).toContain(number);
    }
  });
});

describe('heard', () => {
  const heard = all('heard');
  const linesFor = (kind: ThreatKind | undefined, lang: Lang) =>
    heard.filter((file) => file.kind === kind && file.lang === lang).flatMap(heardLines);

  test.each(each)('%s, %s: at least 150 lines', (kind, lang) => {
    expect(linesFor(kind, lang).length).toBeGreaterThanOrEqual(150);
  });

  test.each(LANGS)('harmless, %s: at least 500 lines, and no kind is said to be in them', (lang) => {
    const lines = linesFor(undefined, lang);
    expect(lines.length).toBeGreaterThanOrEqual(500);
    expect(lines.filter(({ kinds }) => kinds.length > 0)).toEqual([]);
  });

  test('there is nynorsk for each kind', () => {
    for (const kind of THREATS)
      expect(
        linesFor(kind, 'nb').some(({ typed }) => typed === 'nn'),
        kind,
      ).toBe(true);
  });

  test('no line twice, however it is written', () => {
    const seen = new Map<string, string>();
    const twice = heard.flatMap((file) =>
      heardLines(file).flatMap(({ text }) => {
        const folded = text
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
        const before = seen.get(folded);
        seen.set(folded, file.heard);
        return before ? [`${before}, ${file.heard}: ${text}`] : [];
      }),
    );
    expect(twice).toEqual([]);
  });

  test('no line that recognition is measured on', () => {
    const learned = new Set(heard.flatMap(heardLines).map(({ text }) => text));
    const measured = ['threats.dev', 'threats.blind'].flatMap((set) =>
      readFileSync(`${ROOT}test/data/${set}.jsonl`, 'utf8').trim().split('\n'),
    );
    for (const line of measured) expect(learned).not.toContain((JSON.parse(line) as { text: string }).text);
  });
});
