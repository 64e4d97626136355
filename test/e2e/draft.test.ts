/** A draft as a person meets it: a real pseudo-terminal, a real editor, keys in, screens out. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Draft } from '../../src/journal/draft.ts';
import { draftMessages, draftTalk } from '../../src/locales/draft.ts';
import type { Lang } from '../../src/playbook/types.ts';
import { KEY, Terminal, type TerminalOptions } from '../support/terminal.ts';

const MAIL = {
  sv: 'HEJ!!! Det är TREDJE gången jag frågar. Var är min soffa?\n\nSkäms!',
  nb: 'HEI!!! Dette er TREDJE gang jeg spør. Hvor er sofaen min?\n\nSkam dere!',
};
const FIRST = {
  sv: 'Hej!\n\nJag förstår att du är arg, men enligt våra regler går det inte.',
  nb: 'Hei!\n\nJeg forstår at du er sint, men etter reglene våre går det ikke.',
};
const SECOND = {
  sv: 'Hej!\n\nJag förstår att du är arg. Soffan kommer på tisdag.',
  nb: 'Hei!\n\nJeg forstår at du er sint. Sofaen kommer på tirsdag.',
};

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
  const one = new Terminal(args, { home, rows: 40, ...options });
  open.push(one);
  return one;
}

/** An editor that puts a text into the file and ends with a code. */
function editor(text: string, code = 0, name = 'editor'): string {
  const path = join(home, name);
  writeFileSync(`${path}.txt`, text);
  writeFileSync(
    path,
    `#!/bin/sh\nfor file; do :; done\necho "editing $# $1" >&2\ncat "${path}.txt" > "$file"\nexit ${code}\n`,
  );
  chmodSync(path, 0o755);
  return path;
}

function mail(lang: Lang): string {
  const path = join(home, `${lang}.txt`);
  writeFileSync(path, MAIL[lang]);
  return path;
}

const folder = () => join(home, 'drafts');
/** What lies in the folder of drafts beside the drafts. */
const strangers = () => readdirSync(folder()).filter((name) => !/^[a-z]{3}\d\d\.json$/.test(name));

function drafts(): Draft[] {
  if (!existsSync(folder())) return [];
  return readdirSync(folder())
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder(), name), 'utf8')) as Draft);
}

function theDraft(): Draft {
  const [draft, ...more] = drafts();
  expect(more).toEqual([]);
  if (!draft) throw new Error('there is no draft');
  return draft;
}

/** Its time has come. */
function letTimePass({ id }: Draft): void {
  const path = join(folder(), `${id}.json`);
  const draft = JSON.parse(readFileSync(path, 'utf8')) as Draft;
  writeFileSync(path, JSON.stringify({ ...draft, notBefore: '2026-01-01T00:00:00.000Z' }));
}

/** The text without the spaces and line breaks that the width made. */
const flat = (text: string) => text.replace(/\s+/g, ' ');
const start = (text: string, letters = 18) => text.slice(0, letters);

/** The three questions of the reading. */
async function readApart(t: Terminal, lang: Lang): Promise<void> {
  const { reading } = draftTalk[lang];
  for (const part of ['facts', 'wish', 'feeling'] as const) {
    await t.see(`${reading[part].label} `);
    t.type(part === 'feeling' ? KEY.enter : `${part} ÅÄÖ${KEY.enter}`);
  }
}

describe.each(['sv', 'nb'] as const)('the whole way in %s', (lang) => {
  const talk = draftTalk[lang];
  const say = draftMessages[lang];

  test.each([
    ['80 columns', 80, 24, []],
    ['40 columns', 40, 24, []],
    ['plain', 80, 24, ['--plain']],
    ['plain and narrow', 40, 24, ['--plain']],
  ] as const)('%s', async (_, cols, rows, more) => {
    const env = { EDITOR: `${editor(FIRST[lang])} --wait` };
    const look = { cols, rows, env };
    const t = terminal(['draft', 'new', '--file', mail(lang), '--lang', lang, ...more], look);
    await readApart(t, lang);
    await t.see(start(talk.whenAsk));
    t.type(more.length > 0 ? `1${KEY.enter}` : KEY.enter);
    expect(await t.exit()).toBe(0);
    const all = flat(t.history());
    for (const text of [talk.customer, talk.smile, talk.apart, talk.reading.facts.hint, talk.meanwhile])
      expect(all).toContain(text);
    expect(all).toContain('editing 2 --wait');
    expect(t.history()).not.toMatch(/[{}]|undefined|NaN/);
    for (const line of t.history().split('\n')) expect(line.length).toBeLessThanOrEqual(cols);

    const draft = theDraft();
    expect(draft).toMatchObject({
      lang,
      customer: MAIL[lang],
      reading: { facts: 'facts ÅÄÖ', wish: 'wish ÅÄÖ', feeling: '' },
      versions: [{ text: FIRST[lang] }],
      done: null,
    });
    expect(Math.round((Date.parse(draft.notBefore) - Date.parse(draft.versions[0]?.at ?? '')) / 60_000)).toBe(
      60,
    );
    expect(all).toContain(`svalka draft ready ${draft.id}`);
    expect(strangers()).toEqual([]);
    expect(statSync(join(folder(), `${draft.id}.json`)).mode & 0o777).toBe(0o600);

    const early = terminal(['draft', 'ready', draft.id, ...more], look);
    expect(await early.exit()).toBe(1);
    expect(flat(early.screen())).toMatch(new RegExp(`${draft.id} .*(59|1|60) [tm]im?`));
    expect(flat(early.screen())).toContain(talk.meanwhile);

    editor(SECOND[lang]);
    const again = terminal(['draft', 'edit', draft.id, ...more], look);
    expect(await again.exit()).toBe(0);
    expect(flat(again.screen())).toContain(talk.newVersion(2));
    expect(theDraft().versions.map(({ text }) => text)).toEqual([FIRST[lang], SECOND[lang]]);

    letTimePass(draft);
    const ready = terminal(['draft', 'ready', draft.id, ...more], look);
    for (const tip of talk.tips) {
      await ready.see(start(tip, 14));
      ready.type(more.length > 0 ? `y${KEY.enter}` : 'y');
      await ready.settle(60);
    }
    expect(await ready.exit()).toBe(0);
    const shown = flat(ready.history());
    expect(shown).toContain(talk.changed);
    expect(shown).toMatch(/- J(ag|eg) forstår|- Jag förstår/);
    expect(shown).toMatch(/\+ (Soffan|Sofaen) kommer/);
    expect(shown).toContain(flat(SECOND[lang]));
    expect(shown).toContain(talk.notSent);
    expect(ready.history()).not.toMatch(/[{}]|undefined|NaN/);
    for (const line of ready.history().split('\n')) expect(line.length).toBeLessThanOrEqual(cols);
    expect(theDraft().done).not.toBeNull();

    const list = terminal(['draft', 'list', '--lang', lang, ...more], look);
    expect(await list.exit()).toBe(0);
    expect(flat(list.screen())).toContain(`${draft.id} ${say.done('').trim()}`);
  });

  test('without an editor: line by line, the mail pasted, tomorrow at nine', async () => {
    const t = terminal(['draft', 'new', '--lang', lang]);
    await t.see('❯');
    // A paste comes all at once.
    t.type(`${MAIL[lang].replaceAll('\n', '\r')}\r.\r`);
    await readApart(t, lang);
    await t.see(start(talk.write));
    t.type(`${FIRST[lang].replaceAll('\n', '\r')}\r.\r`);
    await t.see(talk.whenAsk);
    t.type(KEY.down);
    t.type(KEY.enter);
    expect(await t.exit()).toBe(0);
    const draft = theDraft();
    expect(draft).toMatchObject({ customer: MAIL[lang], versions: [{ text: FIRST[lang] }] });
    const opens = new Date(draft.notBefore);
    expect([opens.getHours(), opens.getMinutes()]).toEqual([9, 0]);
    expect(flat(t.history())).toContain(say.moment({ days: 1, clock: '09:00', date: 0, thisYear: true }));
  });

  test('any other time, asked again until it is one', async () => {
    const env = { VISUAL: editor(FIRST[lang]), EDITOR: 'false' };
    const t = terminal(['draft', 'new', '--file', mail(lang), '--lang', lang, '--keep', '7'], { env });
    await readApart(t, lang);
    await t.see(talk.whenAsk);
    t.type('3');
    t.type(KEY.enter);
    await t.see(start(talk.whenType));
    t.type(`snart${KEY.enter}`);
    await t.see(/snart[\s\S]*snart/);
    await t.see(/❯ {2}1/);
    t.type('3');
    t.type(KEY.enter);
    await t.see(/2026-12-01 09:00\) ❯/);
    t.type(`2d${KEY.enter}`);
    expect(await t.exit()).toBe(0);
    const draft = theDraft();
    const days = (Date.parse(draft.notBefore) - Date.parse(draft.made)) / 86_400_000;
    expect(days).toBeCloseTo(2, 1);
    expect(Date.parse(draft.keepUntil ?? '')).toBeGreaterThan(Date.parse(draft.notBefore) + 7 * 86_400_000);
  });
});

test.skipIf(!existsSync('/usr/bin/vim'))('vim: it has the keyboard, and leaves nothing behind', async () => {
  const env = { EDITOR: 'vim -u NONE -c "set backup writebackup"' };
  const t = terminal(['draft', 'new', '--file', mail('nb'), '--lang', 'nb', '--at', '1h'], { env });
  await readApart(t, 'nb');
  await t.see('answer.txt');
  t.type('iHei fra vim, på norsk.\u001b');
  await t.settle();
  // A Ctrl-C at the editor is the editor's.
  t.type(KEY.ctrlC);
  await t.settle();
  t.type(':w\r:wq\r');
  expect(await t.exit()).toBe(0);
  expect(theDraft().versions[0]?.text).toBe('Hei fra vim, på norsk.');
  expect(strangers()).toEqual([]);
});

describe('nothing is lost', () => {
  const talk = draftTalk.sv;

  test('an editor that fails: what it had written is kept, and the time is asked', async () => {
    const t = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv'], {
      env: { EDITOR: editor(FIRST.sv, 1) },
    });
    await readApart(t, 'sv');
    await t.see(talk.whenAsk);
    expect(flat(t.history())).toContain('avslutades med ett fel (1)');
    t.type(KEY.enter);
    expect(await t.exit()).toBe(0);
    expect(theDraft().versions[0]?.text).toBe(FIRST.sv);
    expect(strangers()).toEqual([]);
  });

  test.each([
    ['that is not there', '/nowhere/vi', /ENOENT/],
    ['that fails and leaves nothing', 'false', /false gick inte att använda \(1\)/],
    ['that leaves nothing', 'true', /Filen var tom/],
    ['named with quotes, for a shell', `sh -c 'exit 3' "an editor"`, /\(3\)/],
  ])('an editor %s: line by line instead', async (_, EDITOR, said) => {
    const t = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv'], { env: { EDITOR } });
    await readApart(t, 'sv');
    await t.see('punkt på en egen rad');
    expect(flat(t.history())).toMatch(said);
    t.type('Hej!\r.\r');
    await t.see(talk.whenAsk);
    t.type(KEY.enter);
    expect(await t.exit()).toBe(0);
    expect(theDraft()).toMatchObject({ reading: { facts: 'facts ÅÄÖ' }, versions: [{ text: 'Hej!' }] });
    expect(strangers()).toEqual([]);
  });

  test('an editor with quotes in its name gets the file as an argument of its own', async () => {
    const path = editor(FIRST.sv, 0, 'my editor');
    const t = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv', '--at', '1h'], {
      env: { EDITOR: `"${path}" -f` },
    });
    await readApart(t, 'sv');
    expect(await t.exit()).toBe(0);
    expect(flat(t.history())).toContain('editing 2 -f');
    expect(theDraft().versions[0]?.text).toBe(FIRST.sv);
  });

  test.each([
    ['at the first question', 0],
    ['at the second', 1],
    ['at the third', 2],
  ])('Ctrl-C %s: what was typed by then is kept, the half line too', async (_, at) => {
    const t = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv']);
    const parts = ['facts', 'wish', 'feeling'] as const;
    for (const part of parts.slice(0, at)) {
      await t.see(`${talk.reading[part].label} ❯`);
      t.type(`${part} hel${KEY.enter}`);
    }
    const part = parts[at] as (typeof parts)[number];
    await t.see(`${talk.reading[part].label} ❯`);
    t.type(`${part} halv`);
    await t.see(`${part} halv`);
    t.type(KEY.ctrlC);
    expect(await t.exit()).toBe(130);
    expect(theDraft().reading[part]).toBe(`${part} halv`);
    for (const one of parts.slice(0, at)) expect(theDraft().reading[one]).toBe(`${one} hel`);
    expect(flat(t.history())).toContain(`svalka draft edit ${theDraft().id}`);
    expect(t.raw).not.toContain('    at ');
  });

  test('Ctrl-C before anything was typed: nothing is kept, and that is said', async () => {
    const t = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv']);
    await t.see('Fakta ❯');
    t.type(KEY.ctrlC);
    expect(await t.exit()).toBe(130);
    expect(drafts()).toEqual([]);
    expect(flat(t.history())).toContain(talk.nothingKept);
  });

  test('Ctrl-C while a mail is pasted: what came is kept', async () => {
    const t = terminal(['draft', 'new', '--lang', 'nb']);
    await t.see('❯');
    t.type('HEI!!!\rHvor er sof');
    await t.see('sof');
    t.type(KEY.ctrlC);
    expect(await t.exit()).toBe(130);
    expect(theDraft().customer).toBe('HEI!!!\nHvor er sof');
  });

  test('Ctrl-C in the middle of the answer, and at the question of when', async () => {
    const t = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv']);
    await readApart(t, 'sv');
    await t.see('punkt på en egen rad');
    t.type('Hej Gun!\rTack för att');
    await t.see('Tack för att');
    t.type(KEY.ctrlC);
    expect(await t.exit()).toBe(130);
    const { id } = theDraft();
    expect(theDraft().versions[0]?.text).toBe('Hej Gun!\nTack för att');
    expect(flat(t.history())).toContain(`svalka draft ready ${id}`);
    rmSync(folder(), { recursive: true });

    const again = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv'], {
      env: { EDITOR: editor(FIRST.sv) },
    });
    await readApart(again, 'sv');
    await again.see(talk.whenAsk);
    again.type(KEY.ctrlC);
    expect(await again.exit()).toBe(130);
    expect(theDraft().versions[0]?.text).toBe(FIRST.sv);
  });

  test('Ctrl-C while another version is typed: it is shown, and the whole one stays', async () => {
    const t = terminal(['draft', 'new', '--file', mail('nb'), '--lang', 'nb', '--at', '1h'], {
      env: { EDITOR: editor(FIRST.nb) },
    });
    await readApart(t, 'nb');
    await t.exit();
    const edit = terminal(['draft', 'edit', theDraft().id]);
    await edit.see('punktum på en egen linje');
    edit.type('Hei igjen!\rTakk for');
    await edit.see('Takk for');
    edit.type(KEY.ctrlC);
    expect(await edit.exit()).toBe(130);
    expect(flat(edit.history())).toContain(`${draftMessages.nb.hereIsText} Hei igjen! Takk for`);
    expect(theDraft().versions.map(({ text }) => text)).toEqual([FIRST.nb]);
  });

  test('an hour is counted from when the answer is written', async () => {
    const path = join(home, 'slow');
    writeFileSync(path, `#!/bin/sh\nprintf 'Hej' > "$1"\nsleep 1.2\n`);
    chmodSync(path, 0o755);
    const t = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv', '--at', '1h'], {
      env: { EDITOR: path },
    });
    await readApart(t, 'sv');
    expect(await t.exit()).toBe(0);
    const { made, notBefore } = theDraft();
    expect(Date.parse(notBefore) - Date.parse(made)).toBeGreaterThan(3_600_000 + 1200);
  });

  test('Ctrl-D leaves with what there is, with 0', async () => {
    const t = terminal(['draft', 'new', '--file', mail('nb'), '--lang', 'nb']);
    await t.see('Fakta ❯');
    t.type(`facts${KEY.enter}`);
    await t.see('Ønske ❯');
    t.type(KEY.ctrlD);
    expect(await t.exit()).toBe(0);
    expect(theDraft().reading.facts).toBe('facts');
  });

  test('the window is closed while the editor is open: the next command finds the text', async () => {
    const path = join(home, 'slow');
    writeFileSync(path, `#!/bin/sh\nprintf 'Halvvägs' > "$1"\necho skrivet >&2\nsleep 5\n`);
    chmodSync(path, 0o755);
    const t = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv'], { env: { EDITOR: path } });
    await readApart(t, 'sv');
    await t.see('skrivet');
    t.kill('SIGKILL');
    await t.exit();
    const { id } = theDraft();
    expect(strangers()).toHaveLength(1);
    const list = terminal(['draft', 'list', '--lang', 'sv']);
    expect(await list.exit()).toBe(0);
    expect(flat(list.history())).toContain(draftMessages.sv.recovered(id));
    expect(theDraft().versions[0]?.text).toBe('Halvvägs');
    // The editor may be open still, and what it saves later is found too.
    const [room = ''] = strangers();
    writeFileSync(join(folder(), room, 'answer.txt'), 'Hela vägen');
    await terminal(['draft', 'list', '--lang', 'sv']).exit();
    expect(theDraft().versions.map(({ text }) => text)).toEqual(['Halvvägs', 'Hela vägen']);
    for (const name of readdirSync(join(folder(), room))) utimesSync(join(folder(), room, name), 1, 1);
    await terminal(['draft', 'list', '--lang', 'sv']).exit();
    expect(strangers()).toEqual([]);
    expect(theDraft().versions).toHaveLength(2);
  });

  /** A draft with one version, and an editor in which the test says what happens. */
  async function inTwoWindows(does: string) {
    const { id } = await written();
    const path = join(home, 'waits');
    writeFileSync(path, `#!/bin/sh\necho open >&2\nread go\n${does}\n`);
    chmodSync(path, 0o755);
    const t = terminal(['draft', 'edit', id], { env: { EDITOR: path } });
    await t.see('open');
    return { id, t };
  }

  async function written(): Promise<Draft> {
    const t = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv', '--at', '1h'], {
      env: { EDITOR: editor(FIRST.sv) },
    });
    await readApart(t, 'sv');
    await t.exit();
    return theDraft();
  }

  async function elsewhere(...args: string[]): Promise<void> {
    writeFileSync(join(home, 'second.txt'), SECOND.sv);
    expect(await terminal(['draft', ...args]).exit()).toBe(0);
  }

  test('an editor that is closed unchanged leaves what another terminal saved meanwhile', async () => {
    const { id, t } = await inTwoWindows('true');
    await elsewhere('edit', id, '--text', join(home, 'second.txt'));
    t.type(KEY.enter);
    expect(await t.exit()).toBe(0);
    expect(flat(t.history())).toContain(talk.unchanged);
    expect(theDraft().versions.map(({ text }) => text)).toEqual([FIRST.sv, SECOND.sv]);
  });

  test('an editor in which something was written keeps both, and says so', async () => {
    const { id, t } = await inTwoWindows('echo Mitt > "$1"');
    await elsewhere('edit', id, '--text', join(home, 'second.txt'));
    t.type(KEY.enter);
    expect(await t.exit()).toBe(0);
    expect(flat(t.history())).toContain(talk.bothKept);
    expect(theDraft().versions.map(({ text }) => text)).toEqual([FIRST.sv, SECOND.sv, 'Mitt']);
  });

  test('a room that was left untouched changes nothing', async () => {
    const { id, t } = await inTwoWindows('true');
    await elsewhere('edit', id, '--text', join(home, 'second.txt'));
    t.kill('SIGKILL');
    await t.exit();
    const path = join(folder(), `${id}.json`);
    writeFileSync(path, JSON.stringify({ ...theDraft(), done: '2026-01-01T00:00:00.000Z' }));
    await elsewhere('list');
    expect(theDraft().versions.map(({ text }) => text)).toEqual([FIRST.sv, SECOND.sv]);
    expect(theDraft().done).not.toBeNull();
    await elsewhere('discard', id, '--yes');
    expect(readdirSync(folder())).toEqual([]);
  });

  test('discarded in another window: it does not come back, and what was written is shown', async () => {
    const { id, t } = await inTwoWindows('echo Mitt > "$1"');
    await elsewhere('discard', id, '--yes');
    t.type(KEY.enter);
    expect(await t.exit()).toBe(2);
    expect(drafts()).toEqual([]);
    expect(flat(t.history())).toMatch(/was discarded meanwhile.*nothing is lost: .* Mitt/);
  });

  test('an editor that deletes the file: nothing is changed, and nothing is left', async () => {
    const { t } = await inTwoWindows('rm "$1"');
    t.type(KEY.enter);
    expect(await t.exit()).toBe(0);
    expect(flat(t.history())).toContain(talk.unchanged);
    expect(strangers()).toEqual([]);
    mkdirSync(join(folder(), `edit-${theDraft().id}-4194305`));
    const list = terminal(['draft', 'list', '--lang', 'sv']);
    expect(await list.exit()).toBe(0);
    expect(list.history()).not.toContain('edit-');
    expect(strangers()).toEqual([]);
  });

  test('another version in an editor that never ran: line by line; in one that failed: nothing changed', async () => {
    const { id } = await written();
    const t = terminal(['draft', 'edit', id], { env: { EDITOR: '/nowhere/vi' } });
    await t.see('punkt på en egen rad');
    expect(flat(t.history())).toContain(talk.editorMissing('/nowhere/vi', 'ENOENT'));
    t.type('Bättre\r.\r');
    expect(await t.exit()).toBe(0);
    const failed = terminal(['draft', 'edit', id], { env: { EDITOR: 'false' } });
    expect(await failed.exit()).toBe(0);
    expect(flat(failed.history())).toContain(`${talk.editorEnded('false', '1')} ${talk.unchanged}`);
    expect(theDraft().versions.map(({ text }) => text)).toEqual([FIRST.sv, 'Bättre']);
  });

  test('killed at the second question: the first answer is there', async () => {
    const t = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv']);
    await t.see('Fakta ❯');
    t.type(`tredje mejlet${KEY.enter}`);
    await t.see('Önskan ❯');
    t.kill('SIGKILL');
    await t.exit();
    expect(theDraft().reading.facts).toBe('tredje mejlet');
  });

  test('a draft that goes wrong while it is written: the text is shown, exit 2', async () => {
    const t = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv']);
    await t.see('Fakta ❯');
    t.type(`tredje mejlet${KEY.enter}`);
    await t.see('Önskan ❯');
    // Root may write everywhere; a folder in the way stops it too.
    const { id } = theDraft();
    rmSync(join(folder(), `${id}.json`));
    mkdirSync(join(folder(), `${id}.json`));
    t.type(`pengarna${KEY.enter}`);
    expect(await t.exit()).toBe(2);
    expect(flat(t.history())).toContain(draftMessages.sv.hereIsText);
    expect(t.history()).toMatch(/tredje mejlet\s+pengarna/);
    expect(t.raw).not.toContain('    at ');
  });
});

describe('before its time', () => {
  test('--now asks for a reason, and keeps it', async () => {
    const env = { EDITOR: editor(FIRST.nb) };
    const t = terminal(['draft', 'new', '--file', mail('nb'), '--lang', 'nb', '--at', '1h'], { env });
    await readApart(t, 'nb');
    expect(await t.exit()).toBe(0);
    const { id } = theDraft();

    const none = terminal(['draft', 'ready', id, '--now']);
    await none.see(draftTalk.nb.reasonAsk);
    none.type(KEY.enter);
    expect(await none.exit()).toBe(1);
    expect(flat(none.history())).toContain(draftTalk.nb.reasonNeeded);

    const now = terminal(['draft', 'ready', id, '--now', '--copy']);
    await now.see(draftTalk.nb.reasonAsk);
    now.type(`Kunden ringte${KEY.enter}`);
    for (const tip of draftTalk.nb.tips.slice(0, 3)) {
      await now.see(start(tip, 14));
      now.type('y');
      await now.settle(60);
    }
    now.type('n');
    await now.see(draftTalk.nb.takeAnyway);
    now.type(KEY.down);
    now.type(KEY.enter);
    expect(await now.exit()).toBe(0);
    expect(theDraft().early.map(({ reason }) => reason)).toEqual(['Kunden ringte']);
    expect(flat(now.history())).toContain(draftTalk.nb.copied);
    expect(now.raw).toContain(`\u001b]52;c;${Buffer.from(FIRST.nb).toString('base64')}\u0007`);
  });

  test('a doubt, and it is left lying', async () => {
    const env = { EDITOR: editor(FIRST.sv) };
    const t = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv', '--at', '1h'], { env });
    await readApart(t, 'sv');
    expect(await t.exit()).toBe(0);
    const draft = theDraft();
    letTimePass(draft);
    const ready = terminal(['draft', 'ready', draft.id]);
    for (let i = 0; i < 4; i++) {
      await ready.see(start(draftTalk.sv.tips[i] as string, 14));
      ready.type('n');
      await ready.settle(60);
    }
    await ready.see(draftTalk.sv.takeAnyway);
    ready.type(KEY.enter);
    expect(await ready.exit()).toBe(1);
    expect(theDraft().done).toBeNull();
    expect(flat(ready.history())).toContain(`svalka draft edit ${draft.id}`);
  });
});

test('discarding is asked for, and no comes first', async () => {
  const env = { EDITOR: editor(FIRST.sv) };
  const t = terminal(['draft', 'new', '--file', mail('sv'), '--lang', 'sv', '--at', '1h'], { env });
  await readApart(t, 'sv');
  await t.exit();
  const { id } = theDraft();
  const no = terminal(['draft', 'discard', id, '--lang', 'sv']);
  await no.see(draftTalk.sv.discardAsk(id));
  no.type(KEY.enter);
  expect(await no.exit()).toBe(1);
  expect(drafts()).toHaveLength(1);
  const yes = terminal(['draft', 'discard', id, '--lang', 'sv']);
  await yes.see(draftTalk.sv.discardAsk(id));
  yes.type(KEY.down);
  yes.type(KEY.enter);
  expect(await yes.exit()).toBe(0);
  expect(drafts()).toEqual([]);
});

test('a hostile mail drives no terminal, on the screen and when it is pasted', async () => {
  const hostile = '\u001b]0;pwned\u0007\u001b[2J\u009b31mArg\u202e kund\u001b]52;c;aGVq\u0007';
  writeFileSync(join(home, 'hostile.txt'), hostile);
  const t = terminal(['draft', 'new', '--file', join(home, 'hostile.txt'), '--lang', 'sv']);
  await t.see('Fakta ❯');
  // Nothing but colours and the cursor of svalka's own.
  for (const code of ['\u001b]', '\u009b', '\u202e']) expect(t.raw).not.toContain(code);
  t.type('Arg\u202e\u200bkund\u009d0;x');
  await t.see('Argkund');
  expect(t.raw).not.toMatch(/\u202e|\u200b|\u009d/);
  t.type(KEY.ctrlC);
  await t.exit();
});

test.each([
  ['20 columns', 20],
  ['40 columns', 40],
])('questions are broken between words: %s', async (_, cols) => {
  writeFileSync(join(home, 'config.json'), '{"lang":"sv"}');
  const t = terminal(['data', 'wipe', '--lang', 'sv'], { cols });
  await t.see('Nej');
  const { wipeAsk } = draftMessages.sv.data;
  expect(flat(t.screen())).toContain(wipeAsk(1));
  for (const line of t.screen().split('\n')) expect(line).toMatch(/^( {2}|❯)/);
});

test('wiping is asked in English too', async () => {
  writeFileSync(join(home, 'config.json'), '{}');
  for (const plain of [[], ['--plain']]) {
    const t = terminal(['data', 'wipe', '--lang', 'en', ...plain]);
    await t.see(/choose/);
    expect(t.screen()).not.toMatch(/välj|velg/);
    t.type(KEY.ctrlC);
    expect(await t.exit()).toBe(130);
  }
});

test('wiping is asked for', async () => {
  writeFileSync(join(home, 'config.json'), '{"lang":"sv"}');
  const no = terminal(['data', 'wipe']);
  await no.see(draftMessages.sv.data.wipeAsk(1));
  no.type(KEY.enter);
  expect(await no.exit()).toBe(1);
  expect(existsSync(join(home, 'config.json'))).toBe(true);
  const yes = terminal(['data', 'wipe']);
  await yes.see(draftMessages.sv.data.wipeYes);
  yes.type('2');
  yes.type(KEY.enter);
  expect(await yes.exit()).toBe(0);
  expect(existsSync(join(home, 'config.json'))).toBe(false);
});
