/** `svalka threat` as a stranger's shell meets it: by the lookup bundle and by the main one. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AGENT } from '../../src/locales/catalogue.ts';
import { THREATS } from '../../src/playbook/types.ts';
import { openThreats } from '../../src/threats/open.ts';
import { ROOT } from '../support/content.ts';
import { folderWith } from '../support/folder.ts';
import { HOSTILE, MIXED_MARKS } from '../support/hostile.ts';
import { BIN, bareEnv, type RunOptions, svalka } from '../support/run.ts';

const { answers, holding } = openThreats(`${ROOT}dist/`).data;

const CHEF = 'Jag ska prata med din chef.';
const SJEF = 'Nå vil jeg snakke med sjefen din.';
const DIE = 'Jag orkar inte leva längre.';
const PLAIN = 'Vad kostar frakten?';

interface Case {
  readonly what: string;
  readonly args: readonly string[];
  readonly stdin?: string;
  readonly env?: Record<string, string>;
  readonly code: number;
  readonly out?: RegExp | '';
  readonly err?: RegExp | '';
}

const cases: readonly Case[] = [
  { what: 'a sentence', args: [CHEF], code: 0, out: /^Vill prata med din chef[\s\S]*Undvik: /, err: '' },
  {
    what: 'words, each an argument',
    args: CHEF.split(' '),
    code: 0,
    out: /^Vill prata med din chef/,
    err: '',
  },
  {
    what: 'a name, in the language of the locale',
    args: ['chef'],
    env: { LANG: 'nb_NO.UTF-8' },
    code: 0,
    out: /^Vil snakke med sjefen/,
    err: '',
  },
  {
    what: 'a sentence in Norwegian, the page in Norwegian',
    args: [SJEF],
    code: 0,
    out: /^Vil snakke med sjefen[\s\S]*Unngå: /,
    err: '',
  },
  {
    what: 'nynorsk, the page in bokmål',
    args: ['Eg vil snakke med sjefen din no.'],
    code: 0,
    out: /^Vil snakke med sjefen/,
    err: '',
  },
  {
    what: 'a language that is given',
    args: [CHEF, '--lang', 'no'],
    code: 0,
    out: /^Vil snakke med sjefen/,
    err: '',
  },
  { what: '--lang nn', args: [CHEF, '--lang', 'nn'], code: 0, out: /^Vil snakke med sjefen/, err: '' },
  {
    what: 'English for the messages alone',
    args: [CHEF, '--lang', 'en'],
    code: 0,
    out: /^Vill prata med din chef/,
    err: '',
  },
  { what: 'a danger: whom to call', args: [DIE], code: 0, out: /112 SOS Alarm[\s\S]*90101/, err: '' },
  { what: 'stdin', args: [], stdin: `${CHEF}\n`, code: 0, out: /^Vill prata med din chef/, err: '' },
  { what: 'nothing recognised', args: [PLAIN], code: 1, out: /känner inte igen/, err: '' },
  { what: 'nothing on stdin', args: ['--lang', 'sv'], code: 2, out: '', err: /inga ord/ },
  { what: 'an empty word', args: [''], code: 2, out: '', err: /no words/ },
  { what: 'signs alone', args: ['?!', '--json'], code: 2, out: '', err: /no words/ },
  { what: 'an unknown option', args: ['chef', '--jsn'], code: 2, out: '', err: /no option --jsn.*--json/ },
  {
    what: 'a language that does not exist',
    args: ['chef', '--lang', 'da'],
    code: 2,
    out: '',
    err: /no language "da"/,
  },
  { what: 'a missing language', args: ['chef', '--lang'], code: 2, out: '', err: /A value is missing after/ },
  {
    what: 'a batch that is not there',
    args: ['--batch', 'nix.txt', '--lang', 'sv'],
    code: 2,
    out: '',
    err: /^nix\.txt gick inte/,
  },
  {
    what: 'too much on stdin',
    args: ['--lang', 'nb'],
    stdin: CHEF.repeat(50_000),
    code: 2,
    out: '',
    err: /1024 KiB/,
  },
  { what: 'help', args: ['--help', '--lang', 'sv'], code: 0, out: /--batch <file>[\s\S]*--copy/, err: '' },
];

test.each(cases)('$what: $code', async ({ args, stdin, env, code, out, err }) => {
  const ran = await svalka(['threat', ...args], { ...(stdin && { stdin }), ...(env && { env }) });
  if (out !== undefined) expect(ran.out)[out === '' ? 'toBe' : 'toMatch'](out);
  if (err !== undefined) expect(ran.err)[err === '' ? 'toBe' : 'toMatch'](err);
  expect(ran.code).toBe(code);
  expect(ran.err).not.toMatch(/\n\s+at /);
});

test('not recognised: the nearest three by name, and how to hold the conversation', async () => {
  for (const [lang, line] of [
    ['sv', PLAIN],
    ['nb', 'Hva koster frakten?'],
  ] as const) {
    const { code, out } = await svalka(['threat', line]);
    expect(code).toBe(1);
    expect(out).toContain(AGENT[lang].threatNone);
    const near = THREATS.filter((kind) => out.includes(`${answers[kind][lang].name} (${kind})`));
    expect(near).toHaveLength(3);
    for (const { name } of holding[lang]) expect(out).toContain(`. ${name}.`);
    expect(JSON.parse((await svalka(['threat', '--json', line])).out)).toMatchObject({
      matches: [],
      response: null,
    });
  }
});

describe('the lookup and the main bundle say the same, byte for byte', () => {
  const texts = [CHEF, SJEF, DIE, PLAIN, 'chef', ' sjef ', 'Advokat! 😀 \u001b[31m\u202e', `${CHEF} ${DIE}`];
  const both = async (args: readonly string[], options: RunOptions = {}) => {
    // An own folder of playbooks, though empty, is beyond the lookup.
    const own = folderWith({ 'playbooks/README.md': '' });
    const slow = { ...options, env: { ...options.env, SVALKA_HOME: own } };
    const [quick, main] = await Promise.all([svalka(args, options), svalka(args, slow)]);
    expect(main.out).toBe(quick.out);
    expect(main.code).toBe(quick.code);
  };

  test.each(texts)('%j', async (text) => {
    for (const more of [[], ['--json'], ['--plain'], ['--no-color'], ['--lang', 'nn', '--json']]) {
      await both(['threat', text, ...more]);
    }
  });

  test.each([
    { LANG: 'C' },
    { LANG: 'nb_NO.ISO-8859-1' },
    { TERM: 'dumb' },
    { NO_COLOR: '1' },
    { FORCE_COLOR: '1' },
    { COLUMNS: '40' },
    { SVALKA_LANG: 'nb' },
  ])('%j', async (env) => {
    for (const text of [CHEF, 'chef', PLAIN]) await both(['threat', text], { env });
  });

  test('words or stdin, --json or --batch', async () => {
    for (const text of [CHEF, SJEF, DIE, PLAIN]) {
      const [words, ...rest] = await Promise.all([
        svalka(['threat', '--json', text]),
        svalka(['threat', '--json'], { stdin: `${text}\n` }),
        svalka(['threat', '--batch', '-', '--json'], { stdin: text }),
      ]);
      for (const { out } of rest) expect(out).toBe(words.out);
    }
  });
});

describe('--json is a contract', () => {
  test('its keys and their order', async () => {
    const { out } = await svalka(['threat', '--json', DIE]);
    const found = JSON.parse(out);
    expect(Object.keys(found)).toEqual(['schemaVersion', 'lang', 'query', 'matches', 'response']);
    expect(found).toMatchObject({ schemaVersion: 1, lang: 'sv', query: DIE });
    for (const match of found.matches) expect(Object.keys(match)).toEqual(['threat', 'score']);
    expect(Object.keys(found.response)).toEqual(['threat', 'stop', 'say', 'do', 'avoid']);
    expect(found.response).toMatchObject({ threat: 'self-harm', stop: true });
    expect(found.matches[0].threat).toBe('self-harm');
  });

  test.each([
    ['detected', [], {}, 'sv'],
    ['--lang', ['--lang', 'nb'], {}, 'nb'],
    ['--lang no', ['--lang', 'no'], {}, 'nb'],
    ['--lang nn', ['--lang', 'nn'], {}, 'nn'],
    ['the locale is not asked', [], { LANG: 'nb_NO.UTF-8' }, 'sv'],
  ] as const)('the language: %s', async (_told, args, env, lang) => {
    const { out } = await svalka(['threat', '--json', ...args, CHEF], { env });
    expect(JSON.parse(out).lang).toBe(lang);
  });

  test('control characters are escaped, and gone from the page', async () => {
    const text = `${CHEF} \u001b[31m\u0007\u202e\u200b\u2028\u009b`;
    const json = await svalka(['threat', '--json', text]);
    expect(json.out).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+\n$/u);
    expect(JSON.parse(json.out).query).toBe(text);
    const page = await svalka(['threat', text], { env: { FORCE_COLOR: '1' } });
    expect(page.out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });
});

describe('--batch', () => {
  const lines = [CHEF, '', '  ', SJEF, '???', PLAIN, DIE, 'a\u2028b'];

  test('one line in, one object out, in order, blank lines too; exit 0', async () => {
    const stdin = `${lines.join('\n')}\n`;
    const { code, out, err } = await svalka(['threat', '--batch', '-', '--json'], { stdin });
    expect([code, err]).toEqual([0, '']);
    const found = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.map(({ query }) => query)).toEqual(lines);
    expect(found.map(({ response }) => response?.threat ?? null).slice(0, 7)).toEqual([
      'manager',
      null,
      null,
      'manager',
      null,
      null,
      'self-harm',
    ]);
  });

  test('of a file with lines of Windows, in a language that is given; nothing is nothing', async () => {
    const cwd = folderWith({ 'lines.txt': [CHEF, SJEF].join('\r\n'), 'none.txt': '' });
    const { out } = await svalka(['threat', '--batch', 'lines.txt', '--json', '--lang', 'nb'], { cwd });
    expect(out.match(/"lang":"nb"/g)).toHaveLength(2);
    expect(await svalka(['threat', '--batch', 'none.txt'], { cwd })).toEqual({ code: 0, out: '', err: '' });
  });
});

test('--copy without a terminal says that there is no clipboard, and answers all the same', async () => {
  const [plain, copied] = await Promise.all([
    svalka(['threat', CHEF, '--lang', 'sv']),
    svalka(['threat', CHEF, '--lang', 'sv', '--copy']),
  ]);
  expect(copied).toEqual({ code: 0, out: plain?.out, err: 'Här finns inget urklipp.\n' });
});

test('--explain names the lines of the content that decided, on stderr', async () => {
  const { out, err, code } = await svalka(['threat', CHEF, '--explain', '--lang', 'sv']);
  const [title, ...lines] = err.trimEnd().split('\n');
  expect([code, title]).toEqual([0, 'Mest likt de här raderna:']);
  expect(out).toBe((await svalka(['threat', CHEF, '--lang', 'sv'])).out);
  const heard = JSON.parse(readFileSync(`${ROOT}dist/heard.json`, 'utf8')).manager as string[];
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(heard).toContain(line.trim());
});

test('an own file of numbers takes the place of the shipped one', async () => {
  const numbers = readFileSync(`${ROOT}playbooks/threats/numbers.yaml`, 'utf8')
    .replaceAll('"112"', '"555 01"')
    .replaceAll('SOS Alarm', 'Vakten');
  const folder = folderWith({ 'numbers.yaml': numbers });
  const { code, out } = await svalka(['threat', DIE, '--lang', 'sv', '--playbooks', folder]);
  expect(code).toBe(0);
  expect(out).toContain('555 01 Vakten');
  expect(out).not.toContain('SOS Alarm');
});

test('a page in a pipe has no colour and is at most 80 wide', async () => {
  for (const kind of THREATS) {
    const { out } = await svalka(['threat', kind, '--lang', 'nb'], { env: { FORCE_COLOR: '1' } });
    expect(out).not.toContain('\u001b');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  }
});

describe('a megabyte that no person says is answered or refused, not hung on', () => {
  const worst = HOSTILE.filter(([name]) =>
    ['one word', 'letters with full stops', 'emoji', 'spaces'].includes(name),
  );
  test.each([
    ...worst,
    ['NUL', '\u0000'.repeat(1 << 20)] as const,
    ['mixed combining marks', `Hej ${MIXED_MARKS}`.slice(0, 500_000)] as const,
    ['another language', 'Привет, как дела? '.repeat(30_000)] as const,
  ])('%s', (_told, input) => {
    const env = bareEnv(folderWith({}));
    let code = 0;
    try {
      execFileSync(process.execPath, [BIN, 'threat', '--json'], {
        input,
        env,
        timeout: 50_000,
        maxBuffer: 1 << 27,
        stdio: 'pipe',
      });
    } catch (error) {
      code = (error as { status: number | null }).status ?? -1;
    }
    expect([0, 1, 2]).toContain(code);
  });

  test('arguments as long as a system takes', async () => {
    const { code } = await svalka(['threat', CHEF.repeat(4000), '--json']);
    expect(code).toBe(0);
  });
});
