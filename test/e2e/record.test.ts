/** `practice --record` as a person meets it: what is practised in a real pseudo-terminal is a script that passes. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AGENT, AUTHOR } from '../../src/locales/catalogue.ts';
import type { Scenario } from '../../src/playbook/schema.ts';
import type { Lang } from '../../src/playbook/types.ts';
import { library } from '../support/content.ts';
import { svalka } from '../support/run.ts';
import { KEY, Terminal, type TerminalOptions } from '../support/terminal.ts';

let home = '';
let file = '';
let open: Terminal[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'svalka-home-'));
  mkdirSync(join(home, 'records'));
  file = join(home, 'records', 'Min körning 1.script.yaml');
  open = [];
});
afterEach(() => {
  for (const one of open) one.close();
  rmSync(home, { recursive: true, force: true });
});

/** `practice` on the late parcel with the same seed every time. */
function terminal(
  lang: Lang,
  args: readonly string[] = ['--record', file],
  options: TerminalOptions = {},
): Terminal {
  const more = args.includes('--resume') ? [] : ['late-parcel', '--seed', '5'];
  const one = new Terminal(['practice', ...more, '--lang', lang, ...args], { home, rows: 40, ...options });
  open.push(one);
  return one;
}

/** Past the situation, to the first question. */
async function begin(t: Terminal, lang: Lang): Promise<void> {
  await t.see(AGENT[lang].keys.begin);
  t.type(KEY.enter);
  await t.see(AGENT[lang].whatDoYouSay);
}

async function say(t: Terminal, words: string): Promise<void> {
  t.type(words);
  await t.settle(60);
  t.type(KEY.enter);
}

const parcel = library.value('scenario', 'late-parcel') as Scenario;
/** A right answer at each step, in their order. */
const RIGHT = ['tell-me', 'watch-her-wait', 'our-silence', 'courier-tonight', 'thanks-held-on'];

/** Chooses the right answers of the first steps. */
async function answerRight(t: Terminal, lang: Lang, count: number): Promise<void> {
  for (const [i, step] of Object.keys(parcel.steps).slice(0, count).entries()) {
    await t.see(AGENT[lang].step(i + 1, RIGHT.length));
    const text = parcel.steps[step]?.choices[RIGHT[i] ?? '']?.[lang] ?? '';
    const shown = new RegExp(`(\\d+) ${text.slice(0, 14)}`);
    await t.see(shown);
    t.type(shown.exec(t.screen())?.[1] ?? '');
    t.type(KEY.enter);
  }
}

/** The first answer, whichever it is. */
async function choose(t: Terminal): Promise<void> {
  await t.see(/❯ +1 /);
  const before = t.raw.length;
  t.type(KEY.enter);
  while (t.raw.length === before) await t.settle(60);
  await t.settle();
}

const recorded = () => readFileSync(file, 'utf8');
const turnsIn = (text: string) => text.match(/^ {2}- .*/gm) ?? [];
const tested = () => svalka(['test', file]);
const WORDS = {
  sv: { fault: 'Enligt våra regler går det inte.', right: 'Berätta, jag lyssnar.', again: 'Lugna ner dig.' },
  nb: { fault: 'Ro deg ned.', right: 'Fortell meg hva som har skjedd.', again: 'Slapp av litt, da.' },
} as const;

describe.each(['sv', 'nb'] as const)('in %s', (lang) => {
  const texts = AGENT[lang];
  const { fault, right, again } = WORDS[lang];

  test('a whole conversation, answered by choice, is a script that passes', async () => {
    const t = terminal(lang);
    await begin(t, lang);
    await answerRight(t, lang, RIGHT.length);
    await t.see(texts.keys.again);
    t.type('q');
    expect(await t.exit()).toBe(0);
    expect(recorded()).toMatch(
      /^schema: 1\nscript: min-k-rning-1\nscenario: late-parcel\nlang: (sv|nb)\nseed: 5\nturns:\n/,
    );
    expect(turnsIn(recorded())).toEqual(RIGHT.map((id) => `  - choose: ${id}`));
    expect(recorded()).toMatch(/\nends: calm\n$/);
    expect(await tested()).toMatchObject({ code: 0, out: '1 passed, 0 failed.\n' });
    // Nobody else may read it, and nothing was left beside it.
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(home, 'records'))).toEqual(['Min körning 1.script.yaml']);
  });

  test('of own words only what was heard in them', async () => {
    const t = terminal(lang, ['--write', '--record', file]);
    await begin(t, lang);
    await say(t, fault);
    await t.see(texts.sayAgain.slice(0, 14));
    await say(t, again);
    await t.see(texts.heated(2));
    await say(t, right);
    await t.see(texts.step(2, 5));
    t.type(KEY.ctrlC);
    expect(await t.exit()).toBe(130);
    expect(turnsIn(recorded())).toEqual([
      expect.stringMatching(/^ {2}- heard: \{ moves: \[\], faults: \[\S+\] \}$/),
      '  - heard: { moves: [hear], faults: [] }',
    ]);
    for (const words of [fault, again, right]) {
      for (const word of words.match(/\p{L}{5,}/gu) ?? []) expect(recorded()).not.toContain(word);
    }
    expect(await tested()).toMatchObject({ code: 0 });
  });

  test('the words themselves when asked for', async () => {
    const t = terminal(lang, ['--write', '--record', file, '--record-words']);
    await begin(t, lang);
    await say(t, right);
    await t.see(texts.step(2, 5));
    t.type(KEY.ctrlD);
    expect(await t.exit()).toBe(0);
    expect(turnsIn(recorded())).toEqual([`  - say: "${right}"`]);
    expect(await tested()).toMatchObject({ code: 0 });
  });
});

describe('a file that is there already is nobody’s to write over: 2', () => {
  test.each([[['--record']], [['--write', '--record-words', '--record']]])('%s', async (args) => {
    writeFileSync(file, 'mine');
    const t = terminal('sv', [...args, file]);
    expect(await t.exit()).toBe(2);
    expect(t.history().replace(/\n/g, '')).toContain(AUTHOR.sv.recordExists(file));
    expect(t.history()).not.toContain(AGENT.sv.whatDoYouSay);
    expect(recorded()).toBe('mine');
  });
});

describe('what is left in the middle', () => {
  test('passes too: with Ctrl-C, with q, with a turn taken back', async () => {
    for (const [keys, code] of [
      [KEY.ctrlC, 130],
      ['q', 0],
    ] as const) {
      const t = terminal('sv');
      await begin(t, 'sv');
      await answerRight(t, 'sv', 2);
      await t.see(AGENT.sv.step(3, 5));
      t.type('b');
      await t.see(new RegExp(`${AGENT.sv.step(2, 5)}[^❯]*❯`));
      t.type(keys);
      expect(await t.exit()).toBe(code);
      expect(turnsIn(recorded())).toEqual(['  - choose: tell-me']);
      expect(recorded()).not.toContain('ends:');
      expect(await tested()).toMatchObject({ code: 0 });
      rmSync(file);
    }
  });

  test('is no script before anything was said', async () => {
    const t = terminal('nb');
    await begin(t, 'nb');
    t.type('q');
    expect(await t.exit()).toBe(0);
    expect(existsSync(file)).toBe(false);
  });

  test('is whole when the process is killed', async () => {
    const t = terminal('sv');
    await begin(t, 'sv');
    await choose(t);
    await choose(t);
    t.kill('SIGKILL');
    await t.exit();
    expect(turnsIn(recorded())).toHaveLength(2);
    expect(await tested()).toMatchObject({ code: 0 });
  });

  test('is written from its beginning when it is resumed', async () => {
    const t = terminal('sv', []);
    await begin(t, 'sv');
    await choose(t);
    t.type('q');
    await t.exit();
    const again = terminal('sv', ['--resume', '--record', file]);
    await again.see(AGENT.sv.resumed);
    await choose(again);
    again.type('q');
    expect(await again.exit()).toBe(0);
    expect(turnsIn(recorded())).toHaveLength(2);
    expect(await tested()).toMatchObject({ code: 0 });
  });
});

describe('where nothing can be written the practice goes on, it is said once, and the end is 2', () => {
  /** Stands in for a disk that is full from the n-th time on that a record is written. */
  const fullFrom = (nth: number) => `
    const fs = require('fs');
    const { openSync, writeSync } = fs;
    let record = -1;
    let times = 0;
    fs.openSync = (path, ...rest) => {
      const fd = openSync(path, ...rest);
      record = String(path).includes('.script.yaml') && ++times >= ${nth} ? fd : -1;
      return fd;
    };
    fs.writeSync = (fd, data, ...rest) => {
      if (fd !== record) return writeSync(fd, data, ...rest);
      writeSync(fd, String(data).slice(0, 20));
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    };`;

  async function practisedInto(path: string, reason: RegExp, options: TerminalOptions = {}): Promise<void> {
    const t = terminal('sv', ['--record', path], options);
    await begin(t, 'sv');
    await answerRight(t, 'sv', 2);
    await t.see(AGENT.sv.step(3, 5));
    t.type('q');
    expect(await t.exit()).toBe(2);
    const said = t.raw.replace(/\s+/g, ' ').match(/gick inte att skriva \(\w+\)/g) ?? [];
    expect(said).toEqual([expect.stringMatching(reason)]);
    expect(t.raw).not.toContain('    at ');
  }

  test('a folder that is not there, or takes no files', async () => {
    await practisedInto('/proc/mine.script.yaml', /\(E\w+\)/);
    const nowhere = join(home, 'nowhere', 'mine.script.yaml');
    await practisedInto(nowhere, /\(ENOENT\)/);
    expect(existsSync(join(home, 'nowhere'))).toBe(false);
  });

  const preloaded = (nth: number) => {
    const preload = join(home, 'full.cjs');
    writeFileSync(preload, fullFrom(nth));
    return { env: { NODE_OPTIONS: `--require ${preload}` } };
  };

  test('a full disk: nothing half-written is left', async () => {
    await practisedInto(file, /\(ENOSPC\)/, preloaded(1));
    expect(readdirSync(join(home, 'records'))).toEqual([]);
  });

  test('a disk that fills up later: what was written before it is whole', async () => {
    await practisedInto(file, /\(ENOSPC\)/, preloaded(2));
    expect(turnsIn(recorded())).toHaveLength(1);
    expect(await tested()).toMatchObject({ code: 0 });
    expect(readdirSync(join(home, 'records'))).toHaveLength(1);
  });
});
