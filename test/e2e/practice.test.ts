/** Practice as a person meets it: a real pseudo-terminal, keys in, screens out. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AGENT } from '../../src/locales/catalogue.ts';
import type { Scenario } from '../../src/playbook/schema.ts';
import { library } from '../support/content.ts';
import { savedIn } from '../support/saved.ts';
import { KEY, Terminal, type TerminalOptions } from '../support/terminal.ts';

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

function terminal(args: readonly string[], options: TerminalOptions = {}): Terminal {
  const one = new Terminal(args, { home, ...options });
  open.push(one);
  return one;
}

const parcel = library.value('scenario', 'late-parcel') as Scenario;

/** Past the situation, to the first question. */
async function begin(t: Terminal, lang: 'sv' | 'nb'): Promise<void> {
  await t.see(`${AGENT[lang].enter} ${AGENT[lang].keys.begin}`);
  t.type(KEY.enter);
  await t.see(AGENT[lang].whatDoYouSay);
}

/** The number beside a choice on the screen. */
async function numberOf(t: Terminal, step: string, choice: string, lang: 'sv' | 'nb'): Promise<string> {
  const text = parcel.steps[step]?.choices[choice]?.[lang] ?? '';
  const start = new RegExp(`(\\d+) ${text.slice(0, 18).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
  await t.see(start);
  return start.exec(t.screen())?.[1] as string;
}

/** The first choice that does its step's job, and the first that has a fault. */
const choiceOf = (step: string, good: boolean): string =>
  Object.entries(parcel.steps[step]?.choices ?? {}).find(
    ([, one]) => (one.faults === undefined) === good,
  )?.[0] ?? '';

const wins = readFileSync('playbooks/scripts/late-parcel-wins.script.yaml', 'utf8');
const winning = [...wins.matchAll(/choose: (.+)/g)].map((match) => match[1] as string);
const steps = Object.keys(parcel.steps);

async function answer(t: Terminal, step: string, choice: string, lang: 'sv' | 'nb'): Promise<void> {
  t.type(await numberOf(t, step, choice, lang));
  t.type(KEY.enter);
}

describe.each(['sv', 'nb'] as const)('a whole conversation in %s', (lang) => {
  const texts = AGENT[lang];

  test.each([
    [80, 24],
    [40, 24],
  ])('at %i columns', async (cols, rows) => {
    const t = terminal(['practice', 'late-parcel', '--lang', lang, '--seed', '5'], { cols, rows });
    await begin(t, lang);
    for (const [i, step] of steps.entries()) {
      await t.see(texts.step(i + 1, steps.length));
      await answer(t, step, winning[i] as string, lang);
    }
    await t.see(texts.keys.again);
    const all = t.history();
    expect(all).toContain(texts.ends.calm);
    expect(all).toContain(texts.learn.slice(0, 20));
    expect(all).not.toMatch(/[{}]|undefined|NaN/);
    for (const line of all.split('\n')) expect(line.length).toBeLessThanOrEqual(cols);
    t.type('q');
    expect(await t.exit()).toBe(0);
    expect(savedIn(home)).toEqual([]);
  });
});

test('a fault heats, says why, and the step is tried again; then the coach goes on', async () => {
  const t = terminal(['practice', 'late-parcel', '--lang', 'sv', '--seed', '5']);
  await begin(t, 'sv');
  const bad = choiceOf('hear', false);
  await answer(t, 'hear', bad, 'sv');
  await t.see(AGENT.sv.heated(2));
  await t.see(AGENT.sv.step(1, 5));
  await answer(t, 'hear', bad, 'sv');
  // Start 6, twice 2: the customer has gone.
  await t.see(AGENT.sv.ends.lost);
});

test('hint, why, phrases, threat and back at a step', async () => {
  const t = terminal(['practice', 'late-parcel', '--lang', 'nb', '--seed', '5'], { rows: 40 });
  const texts = AGENT.nb;
  await begin(t, 'nb');
  t.type('h');
  await t.see(`${texts.hint}:`);
  t.type('w');
  await t.see(`${texts.source}:`);
  t.type('p');
  await t.see(`${texts.phrases}:`);
  t.type('b');
  await t.see(texts.nothingBack);
  t.type('t');
  await t.see(texts.threatFind);
  t.type('3');
  t.type(KEY.enter);
  await t.see(library.value('threat', 'manager')?.say.nb[0]?.slice(0, 20) ?? '?');
  t.type(KEY.enter);
  await t.see(texts.whatDoYouSay);
  await answer(t, 'hear', winning[0] as string, 'nb');
  await t.see(texts.step(2, 5));
  t.type('b');
  await t.see(texts.step(1, 5));
  t.type('s');
  await t.see(library.value('temperature', 'didactic')?.turns.skipped.name.nb ?? '?');
  await t.see(/2 av 5[\s\S]*❯/);
  t.type('r');
  await t.see(texts.restarted);
  await t.see(texts.step(1, 5));
});

test('what if: back to any turn, and answer otherwise', async () => {
  const t = terminal(['practice', 'late-parcel', '--lang', 'sv', '--seed', '5']);
  await begin(t, 'sv');
  for (const [i, step] of steps.entries()) await answer(t, step, winning[i] as string, 'sv');
  await t.see(AGENT.sv.keys.again);
  t.type('a');
  await t.see(AGENT.sv.whatIfTurn);
  t.type('2');
  t.type(KEY.enter);
  await t.see(AGENT.sv.step(2, 5));
  await answer(t, 'empathize', choiceOf('empathize', false), 'sv');
  await t.see(AGENT.sv.heated(2));
});

describe('leaving', () => {
  test('Ctrl-C: 130, saved, the cursor shown, one line on how to go on; --resume goes on at the same turn', async () => {
    const t = terminal(['practice', 'late-parcel', '--lang', 'sv', '--seed', '5']);
    await begin(t, 'sv');
    await answer(t, 'hear', winning[0] as string, 'sv');
    await t.see(AGENT.sv.step(2, 5));
    t.type(KEY.ctrlC);
    expect(await t.exit()).toBe(130);
    expect(t.screen()).toContain('svalka practice --resume --lang sv');
    expect(t.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThanOrEqual(t.raw.lastIndexOf('\u001b[?25l'));
    expect(t.raw).not.toContain('    at ');
    const [saved = ''] = savedIn(home);
    expect(statSync(saved).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(saved)).mode & 0o777).toBe(0o700);

    const again = terminal(['practice', '--resume', '--lang', 'sv']);
    await again.see(AGENT.sv.resumed);
    await again.see(AGENT.sv.step(2, 5));
    await answer(again, 'empathize', winning[1] as string, 'sv');
    await again.see(AGENT.sv.step(3, 5));
  });

  test('Ctrl-D saves and leaves with 0', async () => {
    const t = terminal(['practice', 'late-parcel', '--lang', 'nb', '--seed', '5']);
    await begin(t, 'nb');
    await answer(t, 'hear', winning[0] as string, 'nb');
    await t.see(AGENT.nb.step(2, 5));
    t.type(KEY.ctrlD);
    expect(await t.exit()).toBe(0);
    expect(t.screen()).toContain('--resume');
    expect(savedIn(home)).toHaveLength(1);
  });

  test('q saves and leaves with 0', async () => {
    const t = terminal(['practice', 'late-parcel', '--lang', 'nb']);
    await begin(t, 'nb');
    t.type('q');
    expect(await t.exit()).toBe(0);
  });

  test('the terminal goes away: the session is there all the same', async () => {
    const t = terminal(['practice', 'late-parcel', '--lang', 'sv', '--seed', '5']);
    await begin(t, 'sv');
    await answer(t, 'hear', winning[0] as string, 'sv');
    await t.see(AGENT.sv.step(2, 5));
    t.kill('SIGKILL');
    await t.exit();
    const again = terminal(['practice', '--resume', '--lang', 'sv']);
    await again.see(AGENT.sv.step(2, 5));
  });
});

describe('a session that cannot go on says why', () => {
  test('none was saved', async () => {
    const t = terminal(['practice', '--resume', '--lang', 'sv']);
    expect(await t.exit()).toBe(2);
    expect(t.screen()).toContain('svalka practice.');
  });

  test('a damaged one is set aside, not lost', async () => {
    writeFileSync(join(home, 'practice.json'), '{"schemaVersion":1,"trail":');
    const t = terminal(['practice', '--resume', '--lang', 'nb']);
    expect(await t.exit()).toBe(2);
    expect(readFileSync(join(home, 'practice.json.bak'), 'utf8')).toContain('"trail":');
  });

  test('no place to save: said once, and the practice goes on', async () => {
    const file = join(home, 'a-file');
    writeFileSync(file, '');
    chmodSync(file, 0o400);
    const t = terminal(['practice', 'late-parcel', '--lang', 'sv', '--seed', '5'], {
      env: { SVALKA_HOME: file },
    });
    await begin(t, 'sv');
    await answer(t, 'hear', winning[0] as string, 'sv');
    await t.see(AGENT.sv.step(2, 5));
    await answer(t, 'empathize', winning[1] as string, 'sv');
    await t.see(AGENT.sv.step(3, 5));
    expect(
      t
        .history()
        .replaceAll('\n', '')
        .match(/\((EEXIST|ENOTDIR)\)/g),
    ).toHaveLength(1);
  });
});

describe('the window', () => {
  test('a resize draws the step anew, at the new width', async () => {
    const t = terminal(['practice', 'late-parcel', '--lang', 'sv', '--seed', '5']);
    await begin(t, 'sv');
    t.resize(40, 24);
    await t.settle();
    await t.see(AGENT.sv.whatDoYouSay);
    const choices = t
      .screen()
      .split('\n')
      .filter((line) => /^[❯ ] +\d /.test(line));
    expect(choices).toHaveLength(5);
    expect(choices.filter((line) => line.startsWith('❯'))).toHaveLength(1);
    await answer(t, 'hear', winning[0] as string, 'sv');
    await t.see(AGENT.sv.step(2, 5));
  });

  test('a tiny window still shows the active choice and the keys', async () => {
    const t = terminal(['practice', 'late-parcel', '--lang', 'nb', '--seed', '5'], { cols: 30, rows: 12 });
    await t.see(AGENT.nb.keys.begin);
    t.type(KEY.enter);
    await t.see('❯');
    t.type(KEY.down);
    await t.see(/❯ {2}2/);
  });
});

describe('without redrawing, colour or Unicode', () => {
  test('--plain: numbered choices, a line is read, nothing is redrawn', async () => {
    const t = terminal(['practice', 'late-parcel', '--lang', 'sv', '--seed', '5', '--plain'], { rows: 40 });
    await t.see('börja');
    t.type(KEY.enter);
    await t.see('1–5 = välj');
    t.type('x\r');
    await t.see(AGENT.sv.notAKey('x'));
    t.type('varför\r');
    await t.see(`${AGENT.sv.source}:`);
    await t.settle();
    const number = /(\d)\. Ta det från/.exec(t.screen())?.[1] ?? '1';
    t.type(`${number}\r`);
    await t.see(AGENT.sv.step(2, 5));
    // Only colour may be in an escape sequence, and NO_COLOR takes that too.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about them
    expect(t.raw.replace(/\u001b\[[\d;]*m/g, '')).not.toContain('\u001b');
    t.type(KEY.ctrlC);
    expect(await t.exit()).toBe(130);
  });

  test.each([
    ['NO_COLOR', { NO_COLOR: '1' }, []],
    ['--no-color', {}, ['--no-color']],
    ['TERM=dumb', { TERM: 'dumb' }, []],
  ] as const)('%s: no colour is written', async (_, env, args) => {
    const t = terminal(['practice', 'late-parcel', '--lang', 'sv', ...args], { env });
    await t.see(/retur [=]? ?börja/);
    t.type(KEY.enter);
    await t.see(AGENT.sv.whatDoYouSay);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about them
    expect(t.raw).not.toMatch(/\u001b\[[\d;]*[1-9]m/);
  });

  test('a locale without Unicode: no glyph but the letters', async () => {
    const t = terminal(['practice', 'late-parcel', '--lang', 'nb'], { env: { LANG: 'C', LC_ALL: 'C' } });
    await begin(t, 'nb');
    expect(t.history()).not.toMatch(/[█░❯✓✗·─«»…–]/);
    expect(t.history()).toMatch(/[åæø]/);
  });
});

describe('who is asked', () => {
  test('the language once, and it is remembered', async () => {
    const t = terminal(['practice', 'late-parcel'], { env: { LANG: 'en_US.UTF-8' } });
    await t.see('norsk (bokmål)');
    t.type(KEY.down);
    t.type(KEY.enter);
    await begin(t, 'nb');
    t.type('q');
    await t.exit();
    expect(JSON.parse(readFileSync(join(home, 'config.json'), 'utf8'))).toEqual({ lang: 'nb' });
    const again = terminal(['practice', 'late-parcel'], { env: { LANG: 'en_US.UTF-8' } });
    await begin(again, 'nb');
  });

  test('svalka alone opens practice: pick a scenario', async () => {
    const t = terminal(['--lang', 'sv']);
    await t.see(AGENT.sv.pickScenario);
    t.type(KEY.down);
    t.type(KEY.enter);
    await t.see(AGENT.sv.keys.begin);
  });

  test('a seed alone picks the scenario', async () => {
    const ids = library.ids('scenario');
    const t = terminal(['practice', '--seed', '3', '--lang', 'sv']);
    await t.see(AGENT.sv.keys.begin);
    expect(t.history()).toContain(library.value('scenario', ids[3] as string)?.title.sv);
  });

  test.each(['1', 'true', 'TRUE', 'yes'])('CI=%s: nobody, exit 4', async (CI) => {
    const t = terminal(['practice', '--lang', 'sv'], { env: { CI } });
    expect(await t.exit()).toBe(4);
    expect(t.screen()).toContain('--script');
  });
});
