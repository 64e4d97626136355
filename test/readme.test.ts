/** The README is tested against the program: every command in it is run, every picture played. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { EXIT } from '../src/errors.ts';
import { author } from '../src/locales/en.ts';
import { ROOT } from './support/content.ts';
import { folderWith } from './support/folder.ts';
import { journalOf, threeWeeks } from './support/practised.ts';
import { svalka } from './support/run.ts';
import { KEY, Terminal } from './support/terminal.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

interface Block {
  readonly kind: string;
  readonly lines: readonly string[];
}

const blocks: readonly Block[] = [...README.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(
  ([, kind = '', text = '']) => ({ kind, lines: text.trimEnd().split('\n') }),
);
const ofKind = (kind: string) => blocks.filter((block) => block.kind === kind);

/** The files that the README shows, named in their first line. */
const files = Object.fromEntries(
  ofKind('yaml').map(({ lines }) => [lines[0]?.slice(2) ?? '', `${lines.join('\n')}\n`]),
);

/** Expects the lines in this order; `…` stands for any number of others. */
function expectLines(got: string, wanted: readonly string[]): void {
  const lines = got.trimEnd().split('\n');
  let at = 0;
  let gap = false;
  for (const line of wanted) {
    if (line === '…') {
      gap = true;
      continue;
    }
    const found = lines.indexOf(line, at);
    expect(found, `"${line}" in\n${got}`).toBeGreaterThanOrEqual(at);
    if (!gap) expect(found, `"${line}" at once after the line before it in\n${got}`).toBe(at);
    at = found + 1;
    gap = false;
  }
  if (!gap) expect(lines.slice(at)).toEqual([]);
}

const argsOf = (command: string) => command.replace(/^\$ svalka ?/, '').split(' ');

describe('commands', () => {
  test.each(ofKind('console').map(({ lines }) => lines))('%s', async (command, ...wanted) => {
    const ran = await svalka(argsOf(command), { cwd: folderWith(files) });
    expectLines(ran.out, wanted);
    expect(ran.code).toBe(0);
  });

  test.each(ofKind('console broken').map(({ lines }) => lines))('%s', async (command, ...wanted) => {
    const mistyped = files['two-steps.yaml']?.replace(/aim(?=.*hva som)/, 'amn') ?? '';
    const ran = await svalka(argsOf(command), { cwd: folderWith({ 'two-steps.yaml': mistyped }) });
    expectLines(ran.err, ['…', ...wanted]);
    expect(ran.code).toBe(2);
  });
});

describe('past practice', () => {
  // The last of it two days ago, whenever this runs: what is due depends on it.
  const last = Date.now() - 2 * 24 * 60 * 60 * 1000;
  const home = () => folderWith({ 'journal.jsonl': journalOf(threeWeeks(last)) });

  test('progress', async () => {
    const [{ lines: [command = '', ...wanted] = [] } = {}] = ofKind('progress');
    expectLines((await svalka(argsOf(command), { env: { SVALKA_HOME: home() } })).out, wanted);
  });

  test('practice --due', async () => {
    const [{ lines: [command = '', ...picture] = [] } = {}] = ofKind('due');
    const t = new Terminal(argsOf(command), { home: home() });
    try {
      await t.see('enter begynn');
      expectLines(t.history(), picture);
    } finally {
      t.close();
    }
  });
});

describe('pictures', () => {
  let t: Terminal | null = null;
  afterEach(() => t?.close());

  /** The text without the spaces and line breaks that the width made. */
  const flat = (text: string) => text.replace(/\s+/g, ' ');

  test('the session', async () => {
    const [{ lines: [command = '', ...picture] = [] } = {}] = ofKind('session');
    t = new Terminal(argsOf(command), { rows: 60 });
    await t.see('retur börja');
    t.type(KEY.enter);
    for (const [, said = ''] of flat(picture.join('\n')).matchAll(/Du: ”(.*?)” [✓✗]/g)) {
      await t.see('Vad säger du?');
      const question = flat(t.screen()).split('Vad säger du?').at(-1) ?? '';
      const [, number = '?'] = new RegExp(`(\\d) ${said.replace(/[.?]/g, '\\$&')}`).exec(question) ?? [];
      t.type(number);
      t.type(KEY.enter);
    }
    await t.settle();
    expectLines(t.history(), ['…', ...picture.slice(1)]);
  });

  test('coach', async () => {
    const [{ lines: [command = '', , ...picture] = [] } = {}] = ofKind('coach');
    t = new Terminal(argsOf(command));
    await t.see('HEART 1/5');
    t.type(KEY.enter);
    await t.see('HEART 2/5');
    expectLines(t.screen(), picture);
  });
});

test('a draft, from new to ready', async () => {
  const [first, second] = ofKind('draft').map(({ lines }) => lines);
  const [make = '', ...made] = first ?? [];
  const [, ...readAgain] = second ?? [];
  const home = folderWith({
    'angry-mail.txt': 'HEJ!!! Det är TREDJE gången jag frågar. Var är min soffa?\n',
    // An editor of that name; it writes the line that is taken away later.
    'bin/nano': '#!/bin/sh\ncp "$0.first" "$1"\n',
    'bin/nano.first': `Hej!\n\n${/^ {2}- (.*)/m.exec(readAgain.join('\n'))?.[1]}`,
    'second.txt': readAgain.slice(readAgain.lastIndexOf('Hej!'), -2).join('\n'),
  });
  chmodSync(join(home, 'bin/nano'), 0o755);
  const env = { EDITOR: 'nano', PATH: `${join(home, 'bin')}:${process.env.PATH}` };
  /** Names and times are never the same twice, and nobody sees spaces at the end of a line. */
  const same = (text: string) =>
    text
      .replace(/(?<=ready )[a-z]{3}\d\d/, 'kft27')
      .replace(/(?<=kl\. )\d\d:\d\d/, '14:47')
      .replace(/ +$/gm, '');
  const run = (args: readonly string[]) => new Terminal(args, { home, env, rows: 60 });

  let t = run(argsOf(make).map((arg) => (arg.endsWith('.txt') ? join(home, arg) : arg)));
  try {
    for (const [, label = '', answer = ''] of made.join('\n').matchAll(/^ {2}(\S+) ❯ (.*)$/gm)) {
      await t.see(`${label} ❯`);
      t.type(`${answer}${KEY.enter}`);
    }
    await t.exit();
    expectLines(same(t.history()), made);
    const id = /ready ([a-z]{3}\d\d)/.exec(t.history())?.[1] ?? '';
    t.close();
    await svalka(['draft', 'edit', id, '--text', join(home, 'second.txt')], { env: { SVALKA_HOME: home } });
    const path = join(home, 'drafts', `${id}.json`);
    const draft = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...draft, notBefore: '2026-01-01T00:00:00.000Z' }));
    t = run(['draft', 'ready', id]);
    for (const [, tip = ''] of readAgain.join('\n').matchAll(/^ {2}✓ (.*\?) Ja$/gm)) {
      await t.see(`  ${tip}`);
      t.type('y');
      await t.see(`✓ ${tip}`);
    }
    await t.exit();
    expectLines(same(t.history()), readAgain);
  } finally {
    t.close();
  }
});

test('the two commands are all the set-up, and exist', () => {
  expect(ofKind('sh').map(({ lines }) => lines)).toEqual([['npm ci && npm start', 'npm ci && npm test']]);
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const [, script] of README.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty(script ?? '');
  for (const script of ['start', 'test', 'bench', 'test:nodes']) expect(scripts).toHaveProperty(script);
});

test('the exit codes are those of the program', () => {
  const rows = [...README.matchAll(/^\| (\d+) \| (.*) \|$/gm)].map(([, code, text]) => [Number(code), text]);
  expect(rows).toEqual(author.help.exits);
  expect(rows.map(([code]) => code).sort()).toEqual(Object.values(EXIT).sort());
});

test('every command has its place', async () => {
  const { out } = await svalka(['--help', '--lang', 'en']);
  const commands = [...(out.split('Commands:')[1]?.split('\n\n')[0] ?? '').matchAll(/^ {2}(\w+)/gm)];
  for (const [, name] of commands) if (name !== 'help') expect(README).toContain(`\`svalka ${name}`);
  for (const [, name] of README.matchAll(/\(#([\w-]+)\)/g)) {
    expect(README).toMatch(new RegExp(`^### ${name?.replaceAll('-', ' ')}$`, 'm'));
  }
});

test('every folder it names is there', async () => {
  const { existsSync } = await import('node:fs');
  for (const [, path = ''] of README.matchAll(/`((?:playbooks|src|test)\/[\w./-]*)`/g)) {
    expect(existsSync(join(ROOT, path)), path).toBe(true);
  }
});
