/** `svalka review` as a stranger's shell meets it: words, files and pipes in; a page or JSON out. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { AGENT } from '../../src/locales/catalogue.ts';
import { folderWith } from '../support/folder.ts';
import { HOSTILE, MIXED_MARKS } from '../support/hostile.ts';
import { BIN, bareEnv, svalka } from '../support/run.ts';

interface Case {
  readonly what: string;
  readonly args: readonly string[];
  readonly stdin?: string;
  readonly env?: Record<string, string>;
  readonly code: number;
  readonly out?: RegExp | '';
  readonly err?: RegExp | '';
}

const RULES = 'Enligt våra regler går det inte.';
const REGLER = 'Ifølge reglene våre går det ikke.';
const big = 'Jag förstår. '.repeat(90_000);

const cases: readonly Case[] = [
  {
    what: 'words',
    args: ['review', RULES],
    code: 0,
    out: /^ {2}\[Enligt våra regler.*\][\s\S]*✗ Gömmer sig bakom regler: ”Enligt våra regler/,
    err: '',
  },
  {
    what: 'words, each an argument',
    args: ['review', 'Enligt', 'våra', 'regler', 'går', 'det', 'inte.'],
    code: 0,
    out: /^ {2}\[Enligt våra regler/,
    err: '',
  },
  {
    what: 'words in Norwegian, the page in Norwegian',
    args: ['review', REGLER],
    code: 0,
    out: /✗ Gjemmer seg bak reglene: «Ifølge reglene[\s\S]*Heller: «/,
    err: '',
  },
  {
    what: 'words in nynorsk, the page in bokmål',
    args: ['review', 'Eg skjønar at du er skuffa, og eg veit ikkje kva som har hendt.'],
    code: 0,
    out: /✓ Viser at du skjønner/,
    err: '',
  },
  {
    what: 'a language that is given, not the one of the words',
    args: ['review', RULES, '--lang', 'no'],
    code: 0,
    out: /✗ Gjemmer seg bak reglene: «/,
    err: '',
  },
  {
    what: 'a language for the messages alone: the words tell theirs',
    args: ['review', RULES, '--lang', 'en'],
    code: 0,
    out: /✗ Gömmer sig bakom regler/,
    err: '',
  },
  {
    what: 'nothing to remark',
    args: ['review', 'Butiken öppnar klockan nio.'],
    code: 0,
    out: /^ {2}Butiken öppnar klockan nio\.\n\n {2}Varken grepp eller fel hittades/,
    err: '',
  },
  {
    what: 'words that look like an option, after --',
    args: ['review', '--json', '--lang', 'sv', '--', '--file', 'är bra'],
    code: 0,
    out: /"text":"--file är bra"/,
    err: '',
  },
  { what: 'stdin', args: ['review'], stdin: `${RULES}\n`, code: 0, out: /✗ Gömmer sig/, err: '' },
  {
    what: 'a longer text, sentence by sentence, with what is missing and what came too early',
    args: ['review', '--lang', 'sv'],
    stdin:
      'Hej Anna!\nJag skickar ett nytt paket i dag.\nFörlåt att du har fått vänta.\n\nTack för ditt tålamod.',
    code: 0,
    out: /HEART[\s\S]*Saknas: [\s\S]*Kom för tidigt: ”Jag skickar/,
    err: '',
  },
  { what: 'no words', args: ['review'], code: 2, out: '', err: /no words to look at.*svalka review/ },
  { what: 'blanks', args: ['review', ' ', '\t'], code: 2, out: '', err: /no words/ },
  { what: 'signs alone', args: ['review', '--lang', 'sv', '?!...'], code: 2, out: '', err: /inga ord/ },
  { what: 'newlines on stdin', args: ['review', '--json'], stdin: '\n\n', code: 2, out: '', err: /no words/ },
  {
    what: 'too much on stdin',
    args: ['review', '--lang', 'nb'],
    stdin: big,
    code: 2,
    out: '',
    err: /1024 KiB/,
  },
  {
    what: 'too many words',
    args: ['review', '--lang', 'sv', ...Array.from({ length: 9 }, () => 'ja '.repeat(40_000))],
    code: 2,
    out: '',
    err: /1024 KiB/,
  },
  {
    what: 'a line of a batch that is too long',
    args: ['review', '--lang', 'sv', '--batch', '-'],
    stdin: big,
    code: 2,
    out: '',
    err: /1024 KiB/,
  },
  {
    what: 'a file that is not there',
    args: ['review', '--file', 'nix/mail.txt', '--lang', 'sv'],
    code: 2,
    out: '',
    err: /^nix\/mail\.txt gick inte att läsa \(ENOENT\)/,
  },
  {
    what: 'a folder for a file',
    args: ['review', '--file', 'src', '--lang', 'nb'],
    code: 2,
    out: '',
    err: /src.*\(EISDIR\)/,
  },
  {
    what: 'a name with control characters',
    args: ['review', '--file', '\u001b[2Jnix', '--lang', 'sv'],
    code: 2,
    out: '',
    err: /^\[2Jnix gick inte att läsa/,
  },
  {
    what: 'a batch that is not there',
    args: ['review', '--batch', 'nix.txt', '--lang', 'sv'],
    code: 2,
    out: '',
    err: /^nix\.txt gick inte att läsa \(ENOENT\)/,
  },
  {
    what: 'a batch that is a folder',
    args: ['review', '--batch', 'src', '--lang', 'sv'],
    code: 2,
    out: '',
    err: /\(EISDIR\)/,
  },
  { what: 'a batch of nothing', args: ['review', '--batch', '-'], code: 0, out: '', err: '' },
  {
    what: 'a language that does not exist',
    args: ['review', '--lang', 'da', RULES],
    code: 2,
    out: '',
    err: /no language "da"/,
  },
  {
    what: 'a missing file name',
    args: ['review', '--file'],
    code: 2,
    out: '',
    err: /A value is missing after/,
  },
  {
    what: 'help',
    args: ['review', '--help', '--lang', 'sv'],
    code: 0,
    out: /--file <file>[\s\S]*--json[\s\S]*--batch <file>/,
    err: '',
  },
];

describe('review', () => {
  test.each(cases)('$what', async ({ args, stdin, env, code, out, err }) => {
    const ran = await svalka(args, { ...(stdin === undefined ? {} : { stdin }), ...(env ? { env } : {}) });
    if (out !== undefined) expect(ran.out)[out === '' ? 'toBe' : 'toMatch'](out);
    if (err !== undefined) expect(ran.err)[err === '' ? 'toBe' : 'toMatch'](err);
    expect(ran.code).toBe(code);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });

  test('a page is as wide as the terminal, without colour in a pipe, and shows its brackets', async () => {
    const { out } = await svalka(['review', `${RULES} ${RULES} ${RULES}`], { env: { FORCE_COLOR: '1' } });
    expect(out).not.toContain('\u001b');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('a file', () => {
  const read = (content: string | Uint8Array, ...args: string[]) => {
    const folder = folderWith({ 'mail.txt': content });
    return svalka(['review', '--file', 'mail.txt', ...args], { cwd: folder });
  };

  test('is read from where one stands', async () => {
    const { code, out } = await read(`${RULES}\n`, '--json');
    expect([code, JSON.parse(out).text]).toEqual([0, `${RULES}\n`]);
  });

  test('with a byte order mark and lines of Windows', async () => {
    const { code, out } = await read(`\ufeffHej!\r\n${RULES}\r\n`, '--json');
    expect(code).toBe(0);
    const { text, faults } = JSON.parse(out);
    expect(text.slice(faults[0].start, faults[0].end)).toContain('regler');
  });

  test('a byte order mark is no part of the text, however it comes in', async () => {
    const [file, stdin, batch] = await Promise.all([
      read('\ufeffLugna ner dig.', '--json'),
      svalka(['review', '--json'], { stdin: '\ufeffLugna ner dig.' }),
      svalka(['review', '--batch', '-'], { stdin: '\ufeffLugna ner dig.' }),
    ]);
    for (const { out } of [file, stdin, batch]) expect(JSON.parse(out).text).toBe('Lugna ner dig.');
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /inga ord/],
    ['blank', ' \n\t\n', /inga ord/],
    ['not UTF-8', Uint8Array.of(0x54, 0xe5, 0x67), /mail\.txt gick inte att läsa \(UTF-8\)/],
    ['too large', big, /1024 KiB/],
    ['too large, and nothing in it', new Uint8Array(1024 * 1024 + 1), /1024 KiB/],
  ])('%s: 2, and why', async (_told, content, why) => {
    const { code, out, err } = await read(content, '--lang', 'sv');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(why);
  });

  test.each(['review --lang sv --json <', 'review --lang sv --batch'])(
    'not UTF-8 for %s: 2 as well',
    async (args) => {
      const file = join(folderWith({ 'mail.txt': Uint8Array.of(0x54, 0xe5, 0x67) }), 'mail.txt');
      const { code, out } = await shell(`"$NODE" "$BIN" ${args} "${file}"`);
      expect([code, out]).toEqual([2, '']);
    },
  );
});

const run = promisify(execFile);

/** A line of shell, ended after 30 seconds. */
async function shell(line: string): Promise<{ code: unknown; out: string; killed: boolean }> {
  const env = { ...bareEnv(folderWith({})), NODE: process.execPath, BIN };
  try {
    const { stdout } = await run('bash', ['-c', `exec ${line}`], {
      env,
      timeout: 30_000,
      maxBuffer: 1 << 27,
    });
    return { code: 0, out: stdout, killed: false };
  } catch (error) {
    const { code, stdout, killed } = error as { code: unknown; stdout: string; killed: boolean };
    return { code, out: stdout, killed };
  }
}

describe('--json is a contract', () => {
  const json = async (text: string, ...args: string[]) => {
    const { code, out, err } = await svalka(['review', '--json', ...args, '--', text]);
    expect([code, err, out.trimEnd().split('\n').length]).toEqual([0, '', 1]);
    return JSON.parse(out) as {
      lang: string;
      text: string;
      moves: { move: string; start: number; end: number }[];
      faults: { fault: string; start: number; end: number; message: string; instead: string[] }[];
    };
  };

  test('its keys, their order, and the offsets', async () => {
    const text = 'Jag förstår att du är besviken, men enligt våra regler går det inte.';
    const found = await json(text);
    expect(Object.keys(found)).toEqual(['schemaVersion', 'lang', 'text', 'moves', 'faults']);
    expect(found).toMatchObject({ schemaVersion: 1, lang: 'sv', text });
    for (const one of found.moves) expect(Object.keys(one)).toEqual(['move', 'start', 'end']);
    for (const one of found.faults) {
      expect(Object.keys(one)).toEqual(['fault', 'start', 'end', 'message', 'instead']);
      expect(one.message).not.toBe('');
      expect([1, 2]).toContain(one.instead.length);
    }
    expect(found.moves.map(({ move }) => move)).toEqual(['empathize']);
    expect(found.faults.map(({ fault }) => fault)).toEqual(['but', 'policy']);
    const [but] = found.faults;
    expect([but?.start, but?.end]).toEqual([text.indexOf('men'), text.indexOf('men') + 3]);
  });

  test('nothing found is two empty lists', async () => {
    const { moves, faults } = await json('Butiken öppnar klockan nio.');
    expect([moves, faults]).toEqual([[], []]);
  });

  test('offsets are UTF-16 code units of the text as it was given', async () => {
    const text = `😀 ${'Förlåt att du har fått vänta.'.normalize('NFD')}`;
    const found = await json(text, '--lang', 'sv');
    expect(found.text).toBe(text);
    const [move] = found.moves;
    expect(text.slice(move?.start, move?.end).normalize('NFC')).toContain('Förlåt');
  });

  test.each([
    ['detected', [], {}, 'sv'],
    ['--lang', ['--lang', 'nb'], {}, 'nb'],
    ['--lang no', ['--lang', 'no'], {}, 'nb'],
    ['--lang with a region', ['--lang', 'nb_NO.UTF-8'], {}, 'nb'],
    ['--lang nn', ['--lang', 'nn'], {}, 'nn'],
    ['the locale is not asked', [], { LANG: 'nb_NO.UTF-8' }, 'sv'],
    ['nor is SVALKA_LANG', [], { SVALKA_LANG: 'nb' }, 'sv'],
  ] as const)('the language: %s', async (_told, args, env, lang) => {
    const { out } = await svalka(['review', '--json', ...args, RULES], { env });
    expect(JSON.parse(out).lang).toBe(lang);
  });

  test('control characters in the text are escaped, and the text is the same', async () => {
    const text = `Hej \u001b[31m\u0007\u202e\u200b\u2028\u009b ${RULES}`;
    const { out } = await svalka(['review', '--json', text]);
    expect(out).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+\n$/u);
    expect(out).toContain('\\u001b');
    expect(JSON.parse(out).text).toBe(text);
  });

  test('and are gone from the page', async () => {
    const { out } = await svalka(['review', `Hej \u001b[31m\u0007\u202e\u200b\u2028\u009b ${RULES}`]);
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(out).toContain('Hej [31m');
  });

  test('marks of HTML, JSON and quotes come back as they are', async () => {
    const text = '"Lugna" <b>ner</b> dig \\ \'nu\' \\u0041';
    expect((await json(text, '--lang', 'sv')).text).toBe(text);
  });
});

describe('--batch', () => {
  const lines = ['Lugna ner dig.', '', '  ', REGLER, '???', 'Tack för ditt tålamod.', RULES];
  const texts = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).text as string);

  test('one line in, one object out, in order, blank lines too', async () => {
    const { code, out, err } = await svalka(['review', '--batch', '-', '--json'], {
      stdin: `${lines.join('\n')}\n`,
    });
    expect([code, err]).toEqual([0, '']);
    expect(texts(out)).toEqual(lines);
    const found = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.map(({ lang }) => lang)).toEqual(['sv', 'sv', 'sv', 'nb', 'sv', 'sv', 'sv']);
    expect(found.map(({ moves, faults }) => moves.length + faults.length > 0)).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
      true,
    ]);
    for (const one of found) {
      expect(Object.keys(one)).toEqual(['schemaVersion', 'lang', 'text', 'moves', 'faults']);
    }
  });

  test('of a file, the same; --lang is that of all lines', async () => {
    const folder = folderWith({ 'lines.txt': lines.join('\r\n') });
    const { code, out } = await svalka(['review', '--batch', 'lines.txt', '--json', '--lang', 'nb'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    expect(texts(out)).toEqual(lines);
    expect(out.match(/"lang":"nb"/g)).toHaveLength(lines.length);
  });

  test('each line as it would be alone', async () => {
    const [batch, ...alone] = await Promise.all([
      svalka(['review', '--batch', '-', '--json'], { stdin: lines.join('\n') }),
      ...[RULES, REGLER].map((line) => svalka(['review', '--json', line])),
    ]);
    const answers = batch?.out.trimEnd().split('\n') ?? [];
    expect([answers[6], answers[3]]).toEqual(alone.map(({ out }) => out.trimEnd()));
  });

  test('separators that are no new line part no line', async () => {
    const odd = ['a\u2028b', 'c\u2029d', 'e\u0085f', 'g\u000bh'];
    const { out } = await svalka(['review', '--batch', '-', '--json'], { stdin: odd.join('\n') });
    expect(texts(out)).toEqual(odd);
  });

  test('nor does a lone carriage return', async () => {
    const { out } = await svalka(['review', '--batch', '-', '--json'], { stdin: 'a\rb\nc\r\n' });
    expect(texts(out)).toHaveLength(2);
  });

  test('thousands of lines', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => `${lines[i % lines.length]} ${i}`);
    const { code, out } = await svalka(['review', '--batch', '-', '--json'], { stdin: many.join('\n') });
    expect(code).toBe(0);
    expect(texts(out)).toEqual(many);
  });

  test('a pipe that closes early is no fault', async () => {
    const folder = folderWith({ 'lines.txt': `${RULES}\n`.repeat(2000) });
    const { code, out } = await shell(
      `bash -o pipefail -c '"$NODE" "$BIN" review --batch "${folder}/lines.txt" --json | head -1'`,
    );
    expect([code, out.split('\n').length]).toEqual([0, 2]);
  });
});

describe('a megabyte that no person writes is answered, not hung on', () => {
  const worst = HOSTILE.filter(([name]) => ['one word', 'words with full stops', 'emoji'].includes(name));
  // Some characters are several bytes: no more of them than is taken.
  const most = (text: string) =>
    Buffer.from(text)
      .subarray(0, 1024 * 1024 - 8)
      .toString()
      .replace(/\ufffd+$/, '');
  test.each([...worst, ['mixed combining marks', `Hej ${MIXED_MARKS}`] as const])(
    '%s',
    async (_told, text) => {
      const folder = folderWith({ 'hostile.txt': most(text) });
      const { killed, code } = await shell(`"$NODE" "$BIN" review --json --file "${folder}/hostile.txt"`);
      expect({ killed, code }).toEqual({ killed: false, code: 0 });
    },
  );

  test('as a page too', async () => {
    const folder = folderWith({ 'hostile.txt': 'Jag förstår dig, men '.repeat(40_000) });
    const { killed, code } = await shell(`"$NODE" "$BIN" review --lang sv --file "${folder}/hostile.txt"`);
    expect({ killed, code }).toEqual({ killed: false, code: 0 });
  });
});

test('the words in brackets are the words that were given', async () => {
  const text = 'Jag förstår att du är besviken, men enligt våra regler går det inte.';
  const { out } = await svalka(['review', text]);
  const [first = ''] = out.split('\n\n');
  expect(first.replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim()).toBe(text);
  for (const name of ['empathize', 'but', 'policy'] as const) expect(out).not.toContain(name);
  expect(out).toContain(`${AGENT.sv.instead}: ”`);
});
