/** Practice in one's own words as a person meets it: typed in a real pseudo-terminal. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AGENT } from '../../src/locales/catalogue.ts';
import type { Lang } from '../../src/playbook/types.ts';
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

/** `practice` on the late parcel with the same seed every time. */
function terminal(
  lang: Lang,
  args: readonly string[] = ['--write'],
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

/** All that was on the screen, on one line. */
const flat = (t: Terminal) => t.history().replace(/\s+/g, ' ');
const saved = () => JSON.parse(readFileSync(savedIn(home)[0] ?? '', 'utf8')) as { trail: unknown[] };
const weights = library.value('temperature', 'didactic');

const WORDS = {
  sv: {
    fault: 'Enligt våra regler går det inte.',
    marked: /\[Enligt våra regler[^\]]*\]/,
    kind: 'policy',
    right: [
      'Berätta, jag lyssnar.',
      'Jag förstår verkligen att du är besviken.',
      'Förlåt att du har fått vänta så länge.',
      'Jag skickar ett nytt paket i dag.',
      'Tack för att du berättar det här.',
    ],
  },
  nb: {
    fault: 'Ro deg ned.',
    marked: /\[Ro deg[^\]]*\]/,
    kind: 'calm-down',
    right: [
      'Fortell meg hva som har skjedd.',
      'Jeg forstår godt at du er skuffet.',
      'Unnskyld at du har måttet vente så lenge.',
      'Jeg sender en ny pakke i dag.',
      'Takk for at du forteller det.',
    ],
  },
} as const;

describe.each([
  ['sv', 80],
  ['nb', 80],
  ['sv', 40],
  ['nb', 40],
] as const)('a whole conversation in %s at %i columns', (lang, cols) => {
  const texts = AGENT[lang];
  const { fault, marked, kind, right } = WORDS[lang];

  test('a fault is marked and said better; the first try counts; the debrief quotes both ends', async () => {
    const t = terminal(lang, ['--write'], { cols });
    await begin(t, lang);
    await say(t, fault);
    await t.see(texts.sayAgain.slice(0, 14));
    expect(flat(t)).toMatch(marked);
    expect(flat(t)).toContain(weights?.faults[kind].name[lang]);
    expect(flat(t)).toContain(`${texts.betterSo}: `);
    // The customer has not answered yet.
    expect(flat(t)).not.toContain(texts.heated(2));

    await say(t, right[0]);
    await t.see(texts.heated(2));
    expect(flat(t)).toContain(`${texts.secondTry}:`);
    expect(flat(t)).toContain(weights?.moves.hear.name[lang]);
    await t.see(texts.step(1, 5));

    for (const [i, words] of right.entries()) {
      await t.see(new RegExp(`${texts.step(i + 1, 5)}[^❯]*❯`));
      await say(t, words);
    }
    await t.see(texts.keys.again);
    expect(flat(t)).toContain(texts.ends.calm);
    const quoted = lang === 'sv' ? ['”', '”'] : ['«', '»'];
    expect(flat(t)).toContain(`${texts.worst}: ${quoted.join(fault)}`);
    expect(flat(t)).toContain(`${texts.best}: ${quoted.join(right[1])}`);
    expect(flat(t)).not.toMatch(/[{}]|undefined|NaN/);
    for (const line of t.history().split('\n')) expect(line.length).toBeLessThanOrEqual(cols);
    t.type('q');
    expect(await t.exit()).toBe(0);
    expect(savedIn(home)).toEqual([]);
  });
});

describe('words or choices', () => {
  test('/e goes over to choices, e back to words, and a session can have both', async () => {
    const t = terminal('sv');
    await begin(t, 'sv');
    expect(t.screen()).toContain(`/e ${AGENT.sv.keys.list}`);
    expect(t.screen()).not.toMatch(/❯ +1 /);
    await say(t, '/e');
    await t.see(/❯ +1 /);
    t.type('e');
    await t.see(`/e ${AGENT.sv.keys.list}`);
    await say(t, WORDS.sv.right[0]);
    await t.see(AGENT.sv.step(2, 5));
    await say(t, '/E');
    await t.see(/❯ +1 /);
    t.type(KEY.enter);
    await t.see(new RegExp(`${AGENT.sv.you}: ”`));
    t.type('q');
    expect(await t.exit()).toBe(0);
    expect(saved().trail).toEqual([
      { say: WORDS.sv.right[0], moves: ['hear'], faults: [] },
      { choose: expect.any(String) },
    ]);
  });

  test('choices are how it begins, also with --choose', async () => {
    for (const args of [[], ['--choose']]) {
      const t = terminal('nb', args);
      await begin(t, 'nb');
      await t.see(/❯ +1 /);
      expect(t.screen()).toContain(`e ${AGENT.nb.keys.write}`);
    }
  });

  test('the keys behind a slash cost no turn', async () => {
    const t = terminal('nb');
    await begin(t, 'nb');
    await say(t, '/h');
    await t.see(`${AGENT.nb.hint}:`);
    await say(t, '/w');
    await t.see(`${AGENT.nb.source}:`);
    await say(t, '/p');
    await t.see(`${AGENT.nb.phrases}:`);
    await say(t, '/b');
    await t.see(AGENT.nb.nothingBack);
    for (const nothing of ['   ', '']) {
      await say(t, nothing);
      await t.settle();
    }
    await say(t, WORDS.nb.right[0]);
    await t.see(AGENT.nb.step(2, 5));
    await say(t, '/b');
    await t.see(AGENT.nb.step(1, 5));
    await say(t, '/s');
    await t.see(new RegExp(`${AGENT.nb.step(2, 5)}[^❯]*❯`));
    await say(t, '/q');
    expect(await t.exit()).toBe(0);
    expect(saved().trail).toEqual([{ skip: true }]);
  });

  test('what was typed can be mended before it is said', async () => {
    const t = terminal('sv');
    await begin(t, 'sv');
    t.type('Berätta, jag lyssnarr 😀\u007f\u007f\u007f.');
    await t.see('lyssnar.');
    t.type(KEY.enter);
    await t.see(AGENT.sv.step(2, 5));
    t.type(KEY.ctrlC);
    expect(await t.exit()).toBe(130);
    expect(saved().trail).toMatchObject([{ say: 'Berätta, jag lyssnar.' }]);
  });
});

describe('said once more', () => {
  test('Enter alone goes on', async () => {
    const t = terminal('sv');
    await begin(t, 'sv');
    await say(t, WORDS.sv.fault);
    await t.see(AGENT.sv.sayAgain);
    t.type(KEY.enter);
    await t.see(AGENT.sv.heated(2));
    expect(flat(t)).not.toContain(AGENT.sv.secondTry);
    t.type(KEY.ctrlC);
    await t.exit();
    expect(saved().trail).toEqual([{ say: WORDS.sv.fault, moves: [], faults: ['policy'] }]);
  });

  test('is saved beside the first, and changes nothing', async () => {
    const t = terminal('sv');
    await begin(t, 'sv');
    await say(t, WORDS.sv.fault);
    await t.see(AGENT.sv.sayAgain);
    await say(t, 'Lugna ner dig.');
    await t.see(AGENT.sv.heated(2));
    expect(flat(t)).toContain(`[Lugna ner dig`);
    t.type(KEY.ctrlC);
    await t.exit();
    expect(saved().trail).toEqual([
      { say: WORDS.sv.fault, moves: [], faults: ['policy'], again: 'Lugna ner dig.' },
    ]);
  });

  test('nothing is asked where it was right', async () => {
    const t = terminal('sv');
    await begin(t, 'sv');
    await say(t, WORDS.sv.right[0]);
    await t.see(AGENT.sv.step(2, 5));
    expect(flat(t)).not.toContain(AGENT.sv.sayAgain);
    expect(flat(t)).not.toContain(AGENT.sv.betterSo);
  });

  test('Ctrl-C leaves there too: 130, and the first try is saved', async () => {
    const t = terminal('sv');
    await begin(t, 'sv');
    await say(t, WORDS.sv.fault);
    await t.see(AGENT.sv.sayAgain);
    t.type('Jag ville s');
    await t.settle();
    t.type(KEY.ctrlC);
    expect(await t.exit(5_000)).toBe(130);
    expect(saved().trail).toMatchObject([{ say: WORDS.sv.fault }]);
  });

  test('Ctrl-D leaves there too: 0', async () => {
    const t = terminal('nb');
    await begin(t, 'nb');
    await say(t, WORDS.nb.fault);
    await t.see(AGENT.nb.sayAgain);
    t.type(KEY.ctrlD);
    expect(await t.exit(5_000)).toBe(0);
    expect(saved().trail).toMatchObject([{ say: WORDS.nb.fault }]);
  });

  test('the terminal goes away: the first try is there all the same', async () => {
    const t = terminal('sv');
    await begin(t, 'sv');
    await say(t, WORDS.sv.fault);
    await t.see(AGENT.sv.sayAgain);
    t.kill('SIGKILL');
    await t.exit();
    expect(savedIn(home)).toHaveLength(1);
  });

  test('a resize asks again, and does not go on by itself', async () => {
    const t = terminal('sv');
    await begin(t, 'sv');
    await say(t, WORDS.sv.fault);
    await t.see(AGENT.sv.sayAgain);
    t.resize(70, 40);
    await t.settle();
    expect(flat(t)).not.toContain(AGENT.sv.heated(2));
    await say(t, 'Lugna ner dig.');
    await t.see(AGENT.sv.heated(2));
    expect(flat(t)).toContain(AGENT.sv.secondTry);
  });
});

describe('leaving in the middle of a sentence', () => {
  test('Ctrl-C: 130, saved for nobody but oneself; --resume shows what was said and goes on', async () => {
    const t = terminal('sv');
    await begin(t, 'sv');
    await say(t, WORDS.sv.right[0]);
    await t.see(AGENT.sv.step(2, 5));
    t.type('Jag förstår att');
    await t.settle();
    t.type(KEY.ctrlC);
    expect(await t.exit()).toBe(130);
    expect(t.screen()).toContain('svalka practice --resume --write --lang sv');
    expect(t.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThanOrEqual(t.raw.lastIndexOf('\u001b[?25l'));
    expect(t.raw).not.toContain('    at ');
    expect(statSync(savedIn(home)[0] ?? '').mode & 0o777).toBe(0o600);

    const again = terminal('sv', ['--resume', '--write']);
    await again.see(AGENT.sv.resumed);
    await again.see(AGENT.sv.step(2, 5));
    expect(flat(again)).toContain(`${AGENT.sv.you}: ”${WORDS.sv.right[0]}”`);
    await say(again, WORDS.sv.right[1]);
    await again.see(AGENT.sv.step(3, 5));
  });

  test('Ctrl-C before anything was said: what it says of --resume is true', async () => {
    const t = terminal('sv');
    await begin(t, 'sv');
    t.type('Jag f');
    await t.settle();
    t.type(KEY.ctrlC);
    expect(await t.exit()).toBe(130);
    expect(t.screen().includes('--resume')).toBe(savedIn(home).length > 0);
  });

  test('Ctrl-D: 0', async () => {
    const t = terminal('nb');
    await begin(t, 'nb');
    await say(t, WORDS.nb.right[0]);
    await t.see(AGENT.nb.step(2, 5));
    t.type(`Jeg f${KEY.ctrlD}`);
    expect(await t.exit()).toBe(0);
    expect(saved().trail).toHaveLength(1);
  });
});

describe('the window', () => {
  test('a resize while words are typed loses none of them', async () => {
    const t = terminal('sv');
    await begin(t, 'sv');
    t.type('Berätta, jag');
    await t.see('Berätta, jag');
    for (const cols of [60, 50, 100]) {
      t.resize(cols, 40);
      await t.settle();
    }
    t.type(' lyssnar.');
    await t.see('Berätta, jag lyssnar.');
    t.type(KEY.enter);
    await t.see(AGENT.sv.step(2, 5));
    t.type(KEY.ctrlC);
    await t.exit();
    expect(saved().trail).toMatchObject([{ say: 'Berätta, jag lyssnar.' }]);
  });

  test('a resize before any is typed draws the step anew', async () => {
    const t = terminal('nb');
    await begin(t, 'nb');
    t.resize(40, 40);
    await t.settle();
    await t.see(AGENT.nb.whatDoYouSay);
    for (const line of t.screen().split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    await say(t, WORDS.nb.right[0]);
    await t.see(AGENT.nb.step(2, 5));
  });

  test('more than fits on a line is said whole', async () => {
    const t = terminal('sv', ['--write'], { cols: 40 });
    await begin(t, 'sv');
    const words = `${'Det här är något som jag säger länge. '.repeat(6)}Berätta, jag lyssnar.`;
    await say(t, words);
    // Said as a whole, whatever is found in it.
    await t.see(/❯ *$/m);
    await t.settle();
    t.type(KEY.ctrlC);
    await t.settle();
    t.type(KEY.ctrlC);
    await t.exit();
    expect(flat(t).replace(/[[\]]/g, '')).toContain(words);
  });
});

describe('without redrawing, colour or Unicode', () => {
  test('--plain: a line is read, the keys are told, nothing is redrawn', async () => {
    const t = terminal('sv', ['--write', '--plain']);
    await t.see('börja');
    t.type(KEY.enter);
    await t.see(`/e = ${AGENT.sv.keys.list}`);
    t.type('/w\r');
    await t.see(`${AGENT.sv.source}:`);
    t.type(`${WORDS.sv.fault}\r`);
    await t.see(AGENT.sv.sayAgain.slice(0, 14));
    expect(flat(t)).toMatch(WORDS.sv.marked);
    t.type(`${WORDS.sv.right[0]}\r`);
    await t.see(AGENT.sv.heated(2));
    expect(flat(t)).toContain(`${AGENT.sv.secondTry}:`);
    t.type('/e\r');
    await t.see('1–5 = välj');
    t.type(`e\r${WORDS.sv.right[0]}\r`);
    await t.see(AGENT.sv.step(2, 5));
    // Only colour may be in an escape sequence, and NO_COLOR takes that too.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about them
    expect(t.raw.replace(/\u001b\[[\d;]*m/g, '')).not.toContain('\u001b');
    t.type(KEY.ctrlC);
    expect(await t.exit()).toBe(130);
    expect(saved().trail).toHaveLength(2);
  });

  test('NO_COLOR: the fault is seen all the same', async () => {
    const t = terminal('nb', ['--write'], { env: { NO_COLOR: '1' } });
    await begin(t, 'nb');
    await say(t, WORDS.nb.fault);
    await t.see(AGENT.nb.sayAgain);
    expect(flat(t)).toMatch(WORDS.nb.marked);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about them
    expect(t.raw).not.toMatch(/\u001b\[[\d;]*[1-9]m/);
  });

  test('a locale without Unicode: no glyph but the letters', async () => {
    const t = terminal('nb', ['--write'], { env: { LANG: 'C', LC_ALL: 'C' } });
    await begin(t, 'nb');
    await say(t, WORDS.nb.fault);
    await t.see(AGENT.nb.sayAgain);
    expect(t.history()).not.toMatch(/[█░❯✓✗·─«»…–”’]/);
    expect(t.history()).toMatch(/[åæø]/);
  });

  test('what drives a terminal does nothing when it is typed and shown', async () => {
    const t = terminal('sv');
    await begin(t, 'sv');
    await say(t, `Lugna\u202e ner\u200b dig.`);
    await t.see(AGENT.sv.sayAgain);
    expect(t.raw).not.toMatch(/\u202e|\u200b/);
    expect(flat(t)).toContain('[Lugna ner dig');
  });
});
