/** Saved sessions and the journal as a person meets them: practised in a real pseudo-terminal. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { practisedFrom } from '../../src/journal/practised-from.ts';
import { readJournal } from '../../src/journal/read-journal.ts';
import { AGENT } from '../../src/locales/catalogue.ts';
import { journalTexts } from '../../src/locales/journal.ts';
import type { Lang } from '../../src/playbook/types.ts';
import { savedIn } from '../support/saved.ts';
import { KEY, Terminal, type TerminalOptions } from '../support/terminal.ts';
import { faultsOf } from '../support/xapi.ts';

let home = '';
let open: Terminal[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'svalka-home-'));
  open = [];
});
afterEach(() => {
  for (const one of open) one.close();
  rmSync(home, { recursive: true, force: true });
});

function terminal(lang: Lang, args: readonly string[], options: TerminalOptions = {}): Terminal {
  const one = new Terminal([...args, '--lang', lang], { home, ...options });
  open.push(one);
  return one;
}

const fresh = ['practice', 'late-parcel', '--seed', '5'];

/** Past the situation, to the first question. */
async function begin(t: Terminal, lang: Lang, what: string = AGENT[lang].whatDoYouSay): Promise<void> {
  // The word alone may stand in the situation, before the prompt is there.
  await t.see(new RegExp(`${AGENT[lang].enter} =? ?${AGENT[lang].keys.begin}`));
  t.type(KEY.enter);
  await t.see(what);
}

/** Skips the step that is asked for. */
async function skip(t: Terminal): Promise<void> {
  const before = t.raw.length;
  t.type('s');
  while (t.raw.length === before) await t.settle(30);
  await t.settle(60);
}

const statements = () => readJournal(join(home, 'journal.jsonl')).statements;
const verbs = () => statements().map(({ verb }) => verb.display.en);

describe.each(['sv', 'nb'] as const)('in %s', (lang) => {
  const texts = AGENT[lang];
  const notices = journalTexts[lang];

  test.each([
    [80, []],
    [40, ['--plain', '--no-color']],
  ])(
    'killed in the middle of a turn, at %i columns: --resume goes on at the same turn',
    async (cols, more) => {
      const t = terminal(lang, [...fresh, '--write', ...more], { cols });
      await begin(t, lang, texts.step(1, 5));
      const words = lang === 'sv' ? 'Berätta, jag lyssnar.' : 'Fortell meg hva som har skjedd.';
      t.type(words);
      await t.settle();
      t.type(KEY.enter);
      await t.see(texts.step(2, 5));
      t.type('Jag förs');
      await t.settle();
      t.kill('SIGKILL');
      await t.exit();
      const [saved] = savedIn(home);
      expect(verbs()).toEqual(['initialized', 'answered']);

      const again = terminal(lang, ['practice', '--resume', ...more], { cols });
      await again.see(texts.step(2, 5));
      expect(again.history()).toContain(texts.resumed);
      expect(again.history()).not.toContain(notices.othersWait(1));
      again.type(more.length > 0 ? `${texts.keys.quit}\r` : KEY.ctrlD);
      expect(await again.exit()).toBe(0);
      expect(savedIn(home)).toEqual([saved]);
      expect(verbs()).toEqual(['initialized', 'answered', 'resumed', 'suspended']);
      expect(practisedFrom(statements())).toMatchObject([
        { lang, turns: [{ step: 'hear', verdict: 'right' }] },
      ]);
      for (const one of statements()) expect(faultsOf(one)).toEqual([]);
      // What was typed is in the saved session, for oneself, and nowhere in the journal.
      expect(readFileSync(saved ?? '', 'utf8')).toContain(words);
      expect(JSON.stringify(statements())).not.toContain(words);
    },
  );

  test('two terminals: each has its session, and --resume takes the one saved last', async () => {
    const [a, b] = [terminal(lang, fresh), terminal(lang, ['practice', 'gym-contract', '--seed', '5'])];
    await begin(a, lang);
    await begin(b, lang);
    await skip(a);
    await skip(b);
    await skip(a);
    for (const t of [b, a]) {
      t.type('q');
      expect(await t.exit()).toBe(0);
    }
    expect(savedIn(home)).toHaveLength(2);
    const again = terminal(lang, ['practice', '--resume']);
    await again.see(texts.step(3, 5));
    expect(again.history()).toContain(notices.othersWait(1));
  });
});

test('a whole conversation ends in the journal; nothing waits, and what was typed is there where it was asked for', async () => {
  const t = terminal('sv', [...fresh, '--journal-words', '--write'], { rows: 40 });
  await begin(t, 'sv', AGENT.sv.step(1, 5));
  t.type('Berätta, jag lyssnar.');
  await t.settle();
  t.type(KEY.enter);
  await t.see(AGENT.sv.step(2, 5));
  t.type(KEY.ctrlD);
  await t.exit();
  expect(
    statements()
      .map(({ result }) => result?.response)
      .filter(Boolean),
  ).toEqual(['Berätta, jag lyssnar.']);
  const again = terminal('sv', ['practice', '--resume'], { rows: 40 });
  await again.see(AGENT.sv.step(2, 5));
  for (let n = 2; n <= 5; n++) await skip(again);
  await again.see(AGENT.sv.keys.again);
  again.type('q');
  expect(await again.exit()).toBe(0);
  expect(savedIn(home)).toEqual([]);
  expect(practisedFrom(statements())).toMatchObject([{ scenario: 'late-parcel', end: { won: false } }]);
});

test('left before anything was answered: nothing is kept, and nothing promised', async () => {
  const t = terminal('nb', fresh);
  await begin(t, 'nb');
  t.type('q');
  expect(await t.exit()).toBe(0);
  expect(t.history()).not.toContain('--resume');
  expect(existsSync(join(home, 'sessions'))).toBe(false);
  expect(existsSync(join(home, 'journal.jsonl'))).toBe(false);
});

describe('coach', () => {
  async function walked(...more: string[]): Promise<void> {
    const t = terminal('nb', ['coach', 'heart', ...more]);
    await t.see('HEART 1/5');
    t.type(KEY.enter);
    await t.see('HEART 2/5');
    t.type('b');
    await t.see('HEART 1/5');
    t.type('q');
    expect(await t.exit()).toBe(0);
  }

  test('leaves nothing behind by itself', async () => {
    await walked();
    expect(existsSync(join(home, 'journal.jsonl'))).toBe(false);
  });

  test('--journal: told, not saved, and no practice', async () => {
    await walked('--journal');
    expect(verbs()).toEqual(['initialized', 'answered', 'voided', 'suspended']);
    for (const one of statements()) expect(faultsOf(one)).toEqual([]);
    expect(practisedFrom(statements())).toEqual([]);
    expect(savedIn(home)).toEqual([]);
  });

  test('a journal that cannot be written is said where it can be read, once', async () => {
    mkdirSync(join(home, 'journal.jsonl'));
    const t = terminal('sv', ['coach', 'heart', '--journal'], { rows: 30 });
    await t.see('HEART 1/5');
    t.type(KEY.enter);
    await t.see('HEART 2/5');
    await t.see('övningsloggen');
    t.type(KEY.enter);
    await t.see('HEART 3/5');
    expect(t.screen()).not.toContain('övningsloggen');
  });
});
