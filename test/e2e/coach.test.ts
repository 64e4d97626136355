/** Coach in a live conversation: one screen a step, a threat a key away. */
import { afterEach, expect, test } from 'vitest';
import { AGENT } from '../../src/locales/catalogue.ts';
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

const heart = library.value('playbook', 'heart');
const nameOf = (step: string, lang: 'sv' | 'nb') => (heart?.steps[step]?.name[lang] ?? '?').toUpperCase();

test.each([
  ['sv', 80],
  ['sv', 40],
  ['nb', 80],
  ['nb', 40],
] as const)('HEART from first step to last in %s at %i columns, each on one screen', async (lang, cols) => {
  const t = terminal(['coach', '--lang', lang], { cols });
  for (const [i, step] of Object.keys(heart?.steps ?? {}).entries()) {
    await t.see(`HEART ${i + 1}/5`);
    await t.settle();
    expect(t.screen()).toContain(nameOf(step, lang));
    expect(t.screen()).toContain(AGENT[lang].keys.next);
    expect(t.screen()).toMatch(lang === 'sv' ? /”/ : /«/);
    t.type(KEY.enter);
  }
  expect(await t.exit()).toBe(0);
  expect(t.screen()).toContain(AGENT[lang].coachEnd);
});

test('put aside with Ctrl-Z it goes on where it was', async () => {
  const t = terminal(['coach', 'heart', '--lang', 'sv']);
  await t.see('HEART 1/5');
  t.type('\u001a');
  await t.settle();
  t.kill('SIGCONT');
  await t.settle();
  t.type(KEY.enter);
  await t.see('HEART 2/5');
});

test('a threat interrupts, is answered by its own steps, and returns to the step it left', async () => {
  const t = terminal(['coach', 'heart', '--lang', 'nb']);
  await t.see('HEART 1/5');
  t.type(KEY.enter);
  await t.see('HEART 2/5');
  t.type('t');
  await t.see(AGENT.nb.threatFind);
  t.type('3');
  t.type(KEY.enter);
  await t.see('1/2');
  expect(t.screen()).toContain(library.value('threat', 'manager')?.name.nb);
  t.type(KEY.enter);
  await t.see('2/2');
  t.type(KEY.enter);
  await t.see('HEART 2/5');
  t.type('b');
  await t.see('2/2');
});

test.each([
  ['physical', 'sv'],
  ['self-harm', 'nb'],
] as const)('%s stops the script and never returns', async (kind, lang) => {
  const t = terminal(['coach', '--lang', lang]);
  await t.see('HEART 1/5');
  t.type('t');
  await t.see(AGENT[lang].threatFind);
  t.type(kind === 'physical' ? '6' : '7');
  t.type(KEY.enter);
  await t.see('1/2');
  expect(t.screen()).toContain(AGENT[lang].stop);
  expect(t.screen()).not.toContain(` ${AGENT[lang].keys.threat}`);
  t.type(KEY.enter);
  await t.see('2/2');
  t.type(KEY.enter);
  expect(await t.exit()).toBe(0);
  expect(t.screen()).not.toContain('HEART');
});

test("the leader's self-check: four questions, and what to begin with", async () => {
  const t = terminal(['coach', 'leader', '--lang', 'sv']);
  for (const key of ['y', 'n', 'y', 'y']) {
    await t.see(AGENT.sv.keys.yes);
    await t.settle();
    t.type(key);
    await t.settle();
  }
  expect(await t.exit()).toBe(0);
  expect(t.screen()).toContain(AGENT.sv.selfCheckResult);
  expect(t.screen().match(new RegExp(AGENT.sv.selfCheckNo, 'g'))).toHaveLength(1);
  expect(t.screen()).toContain(`${AGENT.sv.selfCheckStartWith}:`);
});

test('phrases for mail, why and all phrases', async () => {
  const t = terminal(['coach', 'written', '--channel', 'mail', '--lang', 'sv'], { rows: 60 });
  await t.see('1/4');
  t.type('w');
  await t.see(`${AGENT.sv.source}:`);
  t.type('p');
  await t.see(AGENT.sv.channel.chat);
  t.type('q');
  expect(await t.exit()).toBe(0);
});

test('Ctrl-C is 130, Ctrl-D is 0, an unknown playbook is 2', async () => {
  const one = terminal(['coach', '--lang', 'sv']);
  await one.see('HEART');
  one.type(KEY.ctrlC);
  expect(await one.exit()).toBe(130);
  const two = terminal(['coach', '--lang', 'sv']);
  await two.see('HEART');
  two.type(KEY.ctrlD);
  expect(await two.exit()).toBe(0);
  const three = terminal(['coach', 'hart', '--lang', 'sv']);
  expect(await three.exit()).toBe(2);
  expect(three.screen()).toContain('”heart”');
});

test('--plain reads a line and redraws nothing', async () => {
  const t = terminal(['coach', '--lang', 'nb', '--plain', '--no-color'], { rows: 50 });
  await t.see('enter = neste');
  t.type('\r');
  await t.see('HEART 2/5');
  expect(t.raw).not.toContain('\u001b');
  t.type('q\r');
  expect(await t.exit()).toBe(0);
});
