/** `svalka practice --due` as a person meets it: what is due and why, then the conversation. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { AGENT } from '../../src/locales/catalogue.ts';
import { progressTexts } from '../../src/locales/progress.ts';
import type { Scenario } from '../../src/playbook/schema.ts';
import { library } from '../support/content.ts';
import { folderWith } from '../support/folder.ts';
import { journalOf, told } from '../support/practised.ts';
import { KEY, Terminal, type TerminalOptions } from '../support/terminal.ts';

const open: Terminal[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

function terminal(args: readonly string[], home: string, options: TerminalOptions = {}): Terminal {
  const one = new Terminal(args, { home, ...options });
  open.push(one);
  return one;
}

const DAY = 24 * 60 * 60 * 1000;
const ago = (days: number) => Date.now() - days * DAY;
const homeWith = (...statements: ReturnType<typeof told>[]) =>
  folderWith({ 'journal.jsonl': journalOf(statements.flat()) });
const titleOf = (scenario: string, lang: 'sv' | 'nb') =>
  (library.value('scenario', scenario) as Scenario).title[lang];
/** What a screen says, however it is wrapped. */
const flat = (t: Terminal) => t.history().replace(/\s+/g, ' ');

describe.each([
  ['sv', 80, []],
  ['nb', 40, []],
  ['sv', 40, ['--no-color']],
  ['nb', 80, ['--plain']],
] as const)('in %s at %i columns %s', (lang, cols, flags) => {
  const texts = progressTexts[lang];

  test('says what is due and why, and begins with it', async () => {
    const home = homeWith(told('late-parcel', ago(6), '-+0-+++'), told('hotel-room', ago(5)));
    const t = terminal(['practice', '--due', '--lang', lang, '--seed', '5', ...flags], home, {
      cols,
      rows: 40,
    });
    await t.see(AGENT[lang].keys.begin);
    const said = flat(t);
    expect(said).toContain(`${texts.dueToday}: `);
    expect(said).toContain(texts.went.later);
    expect(said).toContain(titleOf('late-parcel', lang));
    expect(said.indexOf(texts.dueToday)).toBeLessThan(said.indexOf(AGENT[lang].may));
    for (const line of t.history().split('\n')) expect(line.length).toBeLessThanOrEqual(cols);
    t.type(KEY.enter);
    await t.see(flags.includes('--plain' as never) ? '1–5' : AGENT[lang].whatDoYouSay);
  });

  test('nothing due: when the next is, and a new one to begin or leave', async () => {
    const home = homeWith(told('late-parcel', ago(0) - 60_000 * 10));
    const t = terminal(['practice', '--due', '--lang', lang, ...flags], home, { cols, rows: 40 });
    await t.see(AGENT[lang].keys.begin);
    const said = flat(t);
    expect(said).toContain(texts.dueNothing);
    expect(said).toContain(texts.dueNext('').slice(0, 10).trim());
    expect(said).not.toContain(titleOf('late-parcel', lang));
    t.type(KEY.ctrlD);
    expect(await t.exit()).toBe(0);
  });

  test('nothing practised yet: a conversation to begin with', async () => {
    const t = terminal(['practice', '--due', '--lang', lang, ...flags], folderWith({}), { cols, rows: 40 });
    await t.see(AGENT[lang].keys.begin);
    expect(flat(t)).toContain(texts.firstTime(4));
  });
});

test('what is practised is no longer due: the journal alone remembers', async () => {
  const home = homeWith(told('late-parcel', ago(6)));
  const t = terminal(['practice', '--due', '--lang', 'sv', '--seed', '5'], home, { rows: 50 });
  await t.see(AGENT.sv.keys.begin);
  t.type(KEY.enter);
  const steps = (library.value('scenario', 'late-parcel') as Scenario).steps;
  for (const step of Object.values(steps)) {
    await t.see(AGENT.sv.whatDoYouSay);
    const right = Object.values(step.choices).find(({ faults }) => faults === undefined)?.sv ?? '';
    const question = flat(t).split(AGENT.sv.whatDoYouSay).at(-1) ?? '';
    const at = question.indexOf(right.slice(0, 24));
    t.type(/(\d+) $/.exec(question.slice(0, at))?.[1] ?? '?');
    t.type(KEY.enter);
    await t.settle(200);
  }
  await t.see(AGENT.sv.keys.again);
  t.type('q');
  expect(await t.exit()).toBe(0);
  expect(readFileSync(join(home, 'journal.jsonl'), 'utf8').trim().split('\n').length).toBeGreaterThan(10);

  const page = terminal(['progress', '--lang', 'sv'], home, { rows: 60 });
  expect(await page.exit()).toBe(0);
  expect(flat(page)).toContain('2 gånger');
  expect(flat(page)).toContain(progressTexts.sv.dueNothing);
});
