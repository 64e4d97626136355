/** `svalka threat` on a terminal: a list that narrows as one types, an answer on one screen. */
import { afterEach, describe, expect, test } from 'vitest';
import { AGENT } from '../../src/locales/catalogue.ts';
import { LANGS, THREATS } from '../../src/playbook/types.ts';
import { library } from '../support/content.ts';
import { KEY, Terminal, type TerminalOptions } from '../support/terminal.ts';

let open: Terminal[] = [];
afterEach(() => {
  for (const one of open) one.close();
  open = [];
});

function terminal(args: readonly string[], options: TerminalOptions = {}): Terminal {
  const one = new Terminal(args, options);
  open.push(one);
  return one;
}

const ESC = '\u001b';
const BACKSPACE = '\u007f';
const threatOf = (kind: (typeof THREATS)[number]) => {
  const found = library.value('threat', kind);
  if (!found) throw new Error(kind);
  return found;
};
const nameOf = (kind: (typeof THREATS)[number], lang: 'sv' | 'nb') => threatOf(kind).name[lang];
/** A text as it is, whatever the width made of it. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('the list', () => {
  async function list(...more: string[]): Promise<Terminal> {
    const t = terminal(['threat', '--lang', 'sv', ...more]);
    await t.see(AGENT.sv.threatFind);
    return t;
  }

  test('has every kind, and narrows as one types a name or a sentence', async () => {
    const t = await list();
    for (const kind of THREATS) expect(t.screen()).toContain(nameOf(kind, 'sv'));
    t.type('sjef');
    await t.settle();
    expect(t.screen()).toContain(nameOf('manager', 'sv'));
    expect(t.screen()).not.toContain(nameOf('media', 'sv'));
    t.type(BACKSPACE.repeat(4));
    await t.see(nameOf('media', 'sv'));
    t.type('jag ringer aftonbladet');
    await t.settle();
    expect(t.screen()).toContain(nameOf('media', 'sv'));
    expect(t.screen()).not.toContain(nameOf('competitor', 'sv'));
    t.type(KEY.enter);
    expect(await t.exit()).toBe(0);
    expect(flat(t.screen())).toContain(threatOf('media').say.sv[0]);
  });

  test('the arrows choose, round the ends', async () => {
    const t = await list();
    t.type(KEY.up);
    await t.see(new RegExp(`❯ +${THREATS.length} `));
    t.type(KEY.down);
    t.type(KEY.down);
    await t.see(/❯ +2 /);
    t.type(KEY.enter);
    expect(await t.exit()).toBe(0);
    expect(flat(t.screen())).toContain(threatOf('public').say.sv[0]);
  });

  test('Enter where nothing fits waits for more', async () => {
    const t = await list();
    t.type('ååååååååååå');
    await t.settle();
    for (const kind of THREATS) expect(t.screen()).not.toContain(nameOf(kind, 'sv'));
    t.type(KEY.enter);
    await t.see(AGENT.sv.threatFind);
  });

  test.each([
    ['Ctrl-C', 130, KEY.ctrlC],
    ['Ctrl-D', 0, KEY.ctrlD],
    ['Esc', 0, ESC],
  ] as const)('%s leaves: %i', async (_told, code, key) => {
    const t = await list();
    t.type(key);
    expect(await t.exit(5_000)).toBe(code);
  });

  test('--plain lists numbers, reads one, and redraws nothing', async () => {
    const t = terminal(['threat', '--lang', 'nb', '--plain', '--no-color']);
    await t.see(`1–${THREATS.length} = ${AGENT.nb.keys.choose}`);
    for (const [i, kind] of THREATS.entries()) {
      expect(t.screen()).toContain(`${i + 1}. ${nameOf(kind, 'nb')}`);
    }
    t.type('3\r');
    expect(await t.exit()).toBe(0);
    expect(flat(t.screen())).toContain(threatOf('manager').say.nb[0]);
    expect(t.raw).not.toContain(ESC);
  });
});

const each = THREATS.flatMap((kind) => LANGS.map((lang) => [kind, lang] as const));

test.each(each)('%s in %s is one screen at 80×24, the first sentence brightest', async (kind, lang) => {
  const t = terminal(['threat', kind, '--lang', lang]);
  expect(await t.exit()).toBe(0);
  await t.settle();
  expect(t.screen()).toBe(t.history());
  const [name, say] = [nameOf(kind, lang), threatOf(kind).say[lang][0]];
  expect(flat(t.screen()).startsWith(name)).toBe(true);
  expect(flat(t.screen())).toContain(say);
  // Bold and green is for what to say; the first of it comes before all other colour but the title's.
  expect(t.raw.indexOf(`${ESC}[1;32m`)).toBeGreaterThan(-1);
});

test.each(each)('%s in %s at 40 columns: no line wider, nothing lost', async (kind, lang) => {
  const t = terminal(['threat', kind, '--lang', lang], { cols: 40, rows: 60, env: { NO_COLOR: '1' } });
  expect(await t.exit()).toBe(0);
  expect(t.raw).not.toContain(ESC);
  for (const line of t.raw.split('\r\n')) expect([...line].length).toBeLessThanOrEqual(40);
  const { say, do: todo, avoid, after } = threatOf(kind);
  for (const text of [...say[lang], ...todo[lang], ...avoid[lang], after[lang]]) {
    expect(flat(t.screen())).toContain(text.replaceAll('"', lang === 'sv' ? '”' : '»'));
  }
});

test('--copy puts the first sentence into the clipboard of the terminal', async () => {
  const t = terminal(['threat', 'chef', '--lang', 'sv', '--copy']);
  expect(await t.exit()).toBe(0);
  const [say = ''] = threatOf('manager').say.sv;
  expect(t.raw).toContain(`${ESC}]52;c;${Buffer.from(say).toString('base64')}\u0007`);
});

describe('the key t opens the same, and returns to the step', () => {
  test.each([
    ['coach', ['coach', 'heart'], 'HEART 1/5'],
    ['practice', ['practice', 'late-parcel', '--choose', '--seed', '5'], AGENT.nb.step(1, 5)],
  ] as const)('%s', async (command, args, step) => {
    const t = terminal([...args, '--lang', 'nb'], { rows: 40 });
    if (command === 'practice') {
      await t.see(AGENT.nb.keys.begin);
      t.type(KEY.enter);
    }
    await t.see(step);
    t.type('t');
    await t.see(AGENT.nb.threatFind);
    t.type('sjef');
    await t.settle();
    expect(t.screen()).not.toContain(nameOf('media', 'nb'));
    t.type(KEY.enter);
    if (command === 'coach') {
      await t.see('1/2');
      t.type(KEY.enter);
      await t.see('2/2');
    } else await t.see(threatOf('manager').say.nb[0]?.slice(0, 20) ?? '?');
    t.type(KEY.enter);
    await t.see(step);
    await t.see(command === 'coach' ? AGENT.nb.keys.next : AGENT.nb.whatDoYouSay);
  });
});
