/** `svalka check` as a stranger's shell and a CI server meet it. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/commands/check.ts';
import type { Severity } from '../../src/playbook/finding.ts';
import { LOST_LINE, only, passingOver, settings } from '../support/checked.ts';
import { folderWith } from '../support/folder.ts';
import { BIN, bareEnv, svalka } from '../support/run.ts';
import { KEY, Terminal } from '../support/terminal.ts';

/** Settings in which no rule but these is on, and with another severity where one is given. */
const rules = (...on: (string | [string, Severity])[]) => {
  const severities = only(...on.flat());
  for (const one of on) if (typeof one !== 'string') severities.set(...one);
  return settings(severities);
};

const FINE = { 'svalka.config.json': rules(), 'playbooks/a.yaml': passingOver('mine', []) };
const ERROR = {
  'svalka.config.json': rules('unreachable-step'),
  'playbooks/a.yaml': passingOver('mine', ['lost']),
};
const WARNING = {
  'svalka.config.json': rules(['unreachable-step', 'warning']),
  'playbooks/a.yaml': passingOver('mine', ['lost']),
};

interface Case {
  readonly what: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly code: number;
  readonly out?: RegExp | '';
  readonly err?: RegExp | '';
}

const ran: readonly Case[] = [
  {
    what: 'nothing wrong',
    files: FINE,
    args: [],
    code: 0,
    out: /^1 file: 0 errors, 0 warnings\.\n$/,
    err: '',
  },
  {
    what: 'an error',
    files: ERROR,
    args: [],
    code: 1,
    out: new RegExp(
      `^playbooks/a\\.yaml:${LOST_LINE}:3 error unreachable-step [\\s\\S]*\n1 file: 1 error, 0 w`,
    ),
    err: '',
  },
  { what: 'an error, strictly', files: ERROR, args: ['--strict'], code: 1, out: /1 error/, err: '' },
  { what: 'a warning', files: WARNING, args: [], code: 0, out: /:3 warning unreachable-step/, err: '' },
  { what: 'a warning, strictly', files: WARNING, args: ['--strict'], code: 1, out: /1 warning\./, err: '' },
  {
    what: 'a file that is broken',
    files: { 'playbooks/a.yaml': 'schema: 1\nplaybook: [\n' },
    args: [],
    code: 1,
    out: /^playbooks\/a\.yaml:2:11 error unclosed-bracket /m,
    err: '',
  },
  {
    what: 'a folder that is named',
    files: ERROR,
    args: ['playbooks'],
    code: 1,
    out: /1 file: 1 error/,
    err: '',
  },
  {
    what: 'a file that is named',
    files: ERROR,
    args: ['playbooks/a.yaml'],
    code: 1,
    out: /1 file: 1 error/,
    err: '',
  },
  {
    what: 'a file that is named twice',
    files: ERROR,
    args: ['playbooks/a.yaml', 'playbooks', './playbooks/../playbooks/a.yaml'],
    code: 1,
    out: /\n1 file: 1 error/,
    err: '',
  },
  {
    what: 'the folder itself, without a folder of playbooks',
    files: { 'svalka.config.json': rules('unreachable-step'), 'a.yaml': passingOver('mine', ['lost']) },
    args: [],
    code: 1,
    out: /^a\.yaml:/,
    err: '',
  },
  {
    what: 'in Swedish',
    files: ERROR,
    args: ['--lang', 'sv'],
    code: 1,
    out: / fel unreachable-step Inget [\s\S]*1 fil: 1 fel/,
    err: '',
  },
  {
    what: 'in Norwegian',
    files: ERROR,
    args: [],
    env: { LANG: 'nb_NO.UTF-8' },
    code: 1,
    out: / feil unreachable-step Ingenting [\s\S]*1 fil: 1 feil/,
    err: '',
  },
  {
    what: 'what is piped in is not read',
    files: FINE,
    args: [],
    stdin: 'schema: 1',
    code: 0,
    out: /^1 file:/,
    err: '',
  },
  {
    what: 'json',
    files: ERROR,
    args: ['--format', 'json'],
    code: 1,
    out: /^\{"schemaVersion":1,"files":1,"errors":1,.*\}\n$/,
    err: '',
  },
  {
    what: 'junit',
    files: ERROR,
    args: ['--format', 'junit'],
    code: 1,
    out: /^<\?xml [\s\S]*tests="1" failures="1"[\s\S]*<\/testsuites>\n$/,
    err: '',
  },
  {
    what: 'junit, of a warning',
    files: WARNING,
    args: ['--format', 'junit'],
    code: 0,
    out: /failures="0"[\s\S]*<system-out>/,
    err: '',
  },
  {
    what: 'junit, of a warning, strictly',
    files: WARNING,
    args: ['--format', 'junit', '--strict'],
    code: 1,
    out: /failures="1"[\s\S]*<failure /,
    err: '',
  },
  {
    what: 'sarif',
    files: ERROR,
    args: ['--format', 'sarif'],
    code: 1,
    out: /^\{"\$schema".*"semanticVersion":"\d+\.\d+\.\d+".*"ruleId":"unreachable-step"/,
    err: '',
  },
  {
    what: 'sarif in English, whoever reads the findings',
    files: ERROR,
    args: ['--format', 'sarif', '--lang', 'sv'],
    code: 1,
    out: /A step that no conversation comes to\..*Inget leder till steget/,
    err: '',
  },
  {
    what: 'github',
    files: ERROR,
    args: ['--format', 'github'],
    code: 1,
    out: new RegExp(
      `^::error file=playbooks/a\\.yaml,line=${LOST_LINE},col=3,endColumn=7,title=unreachable-step::No`,
    ),
    err: '',
  },
  {
    what: 'settings of another name',
    files: { ...ERROR, 'ours.json': rules() },
    args: ['--config', 'ours.json'],
    code: 0,
    out: /0 errors/,
    err: '',
  },
  {
    what: 'a rule set aside with a reason',
    files: {
      ...ERROR,
      'playbooks/a.yaml': passingOver('mine', ['lost'], '# svalka-ignore unreachable-step: x\n'),
    },
    args: ['--strict'],
    code: 0,
    out: /^1 file: 0 errors, 0 warnings\.\n$/,
    err: '',
  },
  {
    what: 'a rule explained',
    args: ['--explain', 'unreachable-step'],
    code: 0,
    out: /^unreachable-step \(error\)\n\nA step that no conversation comes to\.\n.+\nLead a step to it with next, or remove it\.\n$/,
    err: '',
  },
  {
    what: 'a rule explained in Swedish',
    args: ['--explain', 'unused-suppression', '--lang', 'sv'],
    code: 0,
    out: /^unused-suppression \(varning\)\n\nEn svalka-ignore som inte gör något\.\n/,
    err: '',
  },
  {
    what: 'a rule explained in Norwegian',
    args: ['--explain', 'dead-end', '--lang', 'no'],
    code: 0,
    out: /^dead-end \(feil\)\n\n\S/,
    err: '',
  },
];

const couldNot: readonly Case[] = [
  {
    what: 'a folder without YAML',
    files: { 'empty/a.txt': '' },
    args: ['empty'],
    code: 2,
    err: /^There is no YAML file in empty\.\n$/,
  },
  { what: 'nothing at all', files: {}, args: [], code: 2, err: /^There is no YAML file in \.\.\n$/ },
  {
    what: 'a path that is not there',
    args: ['gone.yaml'],
    code: 2,
    err: /^gone\.yaml cannot be read \(ENOENT\)/,
  },
  {
    what: 'one path of two that is not there',
    files: FINE,
    args: ['playbooks', 'gone'],
    code: 2,
    err: /^gone cannot/,
  },
  { what: 'an empty path', args: [''], code: 2, err: /YAML/ },
  {
    what: 'an unknown format',
    files: FINE,
    args: ['--format', 'xml'],
    code: 2,
    err: /"xml".*pretty, json, junit, sarif, github/,
  },
  {
    what: 'the format of a prototype',
    files: FINE,
    args: ['--format', 'toString'],
    code: 2,
    err: /"toString"/,
  },
  {
    what: 'a control sequence for a format',
    files: FINE,
    args: ['--format', '\u001b[2Jx'],
    code: 2,
    err: /"\[2Jx"/,
  },
  {
    what: 'an unknown option',
    args: ['--stricter'],
    code: 2,
    err: /no option --stricter\. Did you mean --strict\?/,
  },
  {
    what: 'an unknown rule',
    args: ['--explain', 'unreachable-stop'],
    code: 2,
    err: /^There is no rule "unreachable-stop"\. Did you mean "unreachable-step"\?\n$/,
  },
  {
    what: 'an unknown rule in Swedish',
    args: ['--explain', 'dead-and', '--lang', 'sv'],
    code: 2,
    err: /^Det finns ingen regel ”dead-and”\. Menade du ”dead-end”\?\n$/,
  },
  {
    what: 'an unknown rule in Norwegian',
    args: ['--explain', 'dead-and', '--lang', 'nb'],
    code: 2,
    err: /^Det finnes ingen regel «dead-and»\. Mente du «dead-end»\?\n$/,
  },
  { what: 'a rule unlike any', args: ['--explain', 'xyz'], code: 2, err: /^There is no rule "xyz"\.\n$/ },
  {
    what: 'the rule of a prototype',
    args: ['--explain', 'constructor'],
    code: 2,
    err: /^There is no rule "constructor"/,
  },
  {
    what: 'settings that are no JSON',
    files: { ...FINE, 'svalka.config.json': '{ rules' },
    args: [],
    code: 2,
    err: /^svalka\.config\.json is not as it should be: .*\n$/,
  },
  {
    what: 'settings with an unknown key',
    files: { ...FINE, 'svalka.config.json': '{ "rule": {} }' },
    args: [],
    code: 2,
    err: /no key "rule"\. Did you mean "rules"\?/,
  },
  {
    what: 'settings with an unknown rule',
    files: { ...FINE, 'svalka.config.json': '{ "rules": { "dead-ends": "off" } }' },
    args: [],
    code: 2,
    err: /no rule "dead-ends"\. Did you mean "dead-end"\?/,
  },
  {
    what: 'settings with an unknown severity',
    files: { ...FINE, 'svalka.config.json': '{ "rules": { "dead-end": "warn" } }' },
    args: [],
    code: 2,
    err: /"dead-end" can be "error", "warning" or "off"/,
  },
  {
    what: 'settings that are not there',
    files: FINE,
    args: ['--config', 'gone.json'],
    code: 2,
    err: /^gone\.json cannot be read \(ENOENT\)/,
  },
  {
    what: 'a baseline that is not there',
    files: FINE,
    args: ['--baseline', 'gone.json'],
    code: 2,
    err: /^gone\.json cannot be read \(ENOENT\)/,
  },
  {
    what: 'a baseline that is none',
    files: { ...FINE, 'old.json': '{}' },
    args: ['--baseline', 'old.json'],
    code: 2,
    err: /^old\.json is no baseline/,
  },
  {
    what: 'a baseline that is a folder',
    files: FINE,
    args: ['--baseline', 'playbooks', '--update-baseline'],
    code: 2,
    err: /^playbooks cannot be written \(E\w+\)/,
  },
  {
    what: 'translations that are damaged',
    files: { ...FINE, 'svalka-translations.json': '{' },
    args: [],
    code: 2,
    err: /^svalka-translations\.json is damaged/,
  },
];

async function runs({ files, args, env, stdin, code, out, err }: Case): Promise<void> {
  const ran = await svalka(['check', ...args], {
    cwd: folderWith(files ?? {}),
    ...(env ? { env } : {}),
    ...(stdin === undefined ? {} : { stdin }),
  });
  if (err !== undefined) expect(ran.err)[err === '' ? 'toBe' : 'toMatch'](err);
  if (out !== undefined) expect(ran.out)[out === '' ? 'toBe' : 'toMatch'](out);
  expect(ran.code).toBe(code);
  expect(ran.err).not.toMatch(/\n\s+at /);
}

describe('it runs, and the exit code is the answer', () => {
  test.each(ran)('$what', runs);
});

describe('it could not run: exit 2, a message, and no report', () => {
  test.each(couldNot)('$what', (one) => runs({ out: '', ...one }));
});

describe('from run to run', () => {
  /** Many files with many findings each, by several rules. */
  const files: Record<string, string> = {
    'svalka.config.json': rules('unreachable-step', 'unused-suppression'),
  };
  for (const name of ['b', 'a', 'Z', 'å', 'a-b', 'sub/a']) {
    const comment = '# svalka-ignore dead-ends: x\n';
    files[`playbooks/${name}.yaml`] = passingOver(
      `p-${Buffer.from(name).toString('hex')}`,
      ['lost', 'gone', 'away'],
      comment,
    );
  }
  files['playbooks/broken.yaml'] = 'schema: 1\nplaybook: mine\ntitel: 1\nabouts: 2\n';

  test.each(FORMATS)('%s is identical', async (format) => {
    const cwd = folderWith(files);
    const args = ['check', '--format', format];
    const first = await svalka(args, { cwd });
    expect(first).toMatchObject({ code: 1, err: '' });
    expect(await svalka(args, { cwd })).toEqual(first);
    // However they are named.
    const named = await svalka([...args, 'playbooks/sub', 'playbooks/b.yaml', 'playbooks'], { cwd });
    expect(named).toEqual(first);
  });

  test('findings are sorted: by file, place and rule', async () => {
    const { out } = await svalka(['check', '--format', 'json'], { cwd: folderWith(files) });
    type Placed = { file: string; line: number; col: number; rule: string };
    const places = (JSON.parse(out).findings as Placed[]).map(
      ({ file, line, col, rule }) =>
        `${file}\u0000${String(line).padStart(6)}:${String(col).padStart(6)} ${rule}`,
    );
    expect(new Set(places.map((place) => place.split('\u0000')[0])).size).toBe(7);
    expect(places).toEqual([...places].sort());
  });
});

describe('a baseline', () => {
  const report = (known: number, errors: number) =>
    `1 file: ${errors} ${errors === 1 ? 'error' : 'errors'}, 0 warnings${known ? `, ${known} in the baseline` : ''}.\n`;

  test('is written, used, and lets new findings through', async () => {
    const cwd = folderWith(ERROR);
    const wrote = await svalka(['check', '--update-baseline'], { cwd });
    expect(wrote).toEqual({ code: 0, out: report(1, 0), err: '' });
    const text = readFileSync(join(cwd, 'svalka-baseline.json'), 'utf8');
    expect(JSON.parse(text).findings).toMatchObject([{ file: 'playbooks/a.yaml', rule: 'unreachable-step' }]);

    const args = ['check', '--baseline', 'svalka-baseline.json', '--strict'];
    expect(await svalka(args, { cwd })).toEqual({ code: 0, out: report(1, 0), err: '' });
    // Without it, all is told again.
    expect((await svalka(['check'], { cwd })).code).toBe(1);

    const moved = `# A line.\n\n${passingOver('mine', ['gone', 'lost'])}`;
    writeFileSync(join(cwd, 'playbooks/a.yaml'), moved);
    const now = await svalka(args, { cwd });
    expect(now.code).toBe(1);
    expect(now.out).toMatch(new RegExp(`^playbooks/a\\.yaml:${LOST_LINE + 2}:3 .*"gone"`));
    expect(now.out.endsWith(report(1, 1))).toBe(true);

    // Written anew, it holds what is wrong now.
    expect((await svalka(['check', '--update-baseline'], { cwd })).out).toBe(report(2, 0));
    writeFileSync(join(cwd, 'playbooks/a.yaml'), passingOver('mine', []));
    expect(await svalka(args, { cwd })).toEqual({ code: 0, out: report(0, 0), err: '' });
  });

  test('is written where it is wanted, over one that is damaged', async () => {
    const cwd = folderWith({ ...ERROR, 'old.json': 'not JSON' });
    const wrote = await svalka(['check', '--baseline', 'old.json', '--update-baseline'], { cwd });
    expect(wrote).toMatchObject({ code: 0, err: '' });
    expect((await svalka(['check', '--baseline', 'old.json'], { cwd })).code).toBe(0);
    expect(existsSync(join(cwd, 'svalka-baseline.json'))).toBe(false);
  });

  test('in a folder that cannot be written: exit 2, and what is there stays', async () => {
    const cwd = folderWith(ERROR);
    // Whoever may write everywhere still cannot here.
    const folder = process.getuid?.() === 0 ? '/proc' : join(cwd, 'locked');
    if (folder !== '/proc') mkdirSync(folder);
    if (folder !== '/proc') chmodSync(folder, 0o500);
    const file = join(folder, 'baseline.json');
    const wrote = await svalka(['check', '--update-baseline', '--baseline', file], { cwd });
    expect(wrote).toMatchObject({ code: 2, out: '' });
    expect(wrote.err).toMatch(/baseline\.json cannot be written \(E\w+\)\.\n$/);
    expect(existsSync(file)).toBe(false);
  });

  test.each(FORMATS)('hides what it holds from %s', async (format) => {
    const cwd = folderWith(ERROR);
    await svalka(['check', '--update-baseline'], { cwd });
    const args = ['check', '--baseline', 'svalka-baseline.json', '--format', format];
    const { out, code } = await svalka(args, { cwd });
    expect(code).toBe(0);
    expect(out).not.toContain(`:${LOST_LINE}:`);
    expect(out).not.toMatch(/::error|<failure|"ruleId"/);
  });
});

describe('translations', () => {
  const pairs = (cwd: string) =>
    JSON.parse(readFileSync(join(cwd, 'svalka-translations.json'), 'utf8')).pairs as Record<
      string,
      { sv: string; nb: string }
    >;
  const update = ['check', '--update-translations'];

  test('are noted; a text that is changed afterwards has another hash', async () => {
    const cwd = folderWith(FINE);
    expect(await svalka(update, { cwd })).toMatchObject({ code: 0, err: '' });
    const before = pairs(cwd);
    expect(before['playbook mine /title']).toEqual({
      sv: expect.stringMatching(/^[0-9a-f]{12}$/),
      nb: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect((await svalka(['check'], { cwd })).code).toBe(0);

    const file = join(cwd, 'playbooks/a.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"Titel"', '"En annan titel"'));
    // Nothing is noted unless it is asked for.
    await svalka(['check'], { cwd });
    expect(pairs(cwd)).toEqual(before);
    await svalka(update, { cwd });
    const { 'playbook mine /title': title, ...rest } = pairs(cwd);
    expect(title?.sv).not.toBe(before['playbook mine /title']?.sv);
    expect({ ...rest, 'playbook mine /title': { ...before['playbook mine /title'], nb: title?.nb } }).toEqual(
      before,
    );
  });

  test('a text that is changed in one language alone is told, until both are said to agree again', async () => {
    const cwd = folderWith({ ...FINE, 'svalka.config.json': rules('stale-translation') });
    const change = (from: string, to: string) => {
      const file = join(cwd, 'playbooks/a.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    };
    const strict = ['check', '--strict'];
    expect((await svalka(strict, { cwd })).code).toBe(0);
    await svalka(update, { cwd });
    expect((await svalka(strict, { cwd })).code).toBe(0);

    change('"Titel"', '"En annan titel"');
    const stale = await svalka(strict, { cwd });
    expect(stale.code).toBe(1);
    expect(stale.out).toMatch(/^playbooks\/a\.yaml:3:\d+ warning stale-translation .*\n.*En annan titel/);

    change('"Tittel"', '"En annen tittel"');
    expect((await svalka(strict, { cwd })).code).toBe(0);
    expect((await svalka([...update, '--strict'], { cwd })).code).toBe(0);
    expect((await svalka(strict, { cwd })).code).toBe(0);
  });

  test('of files that are not checked now stay', async () => {
    const cwd = folderWith({ ...FINE, 'playbooks/b.yaml': passingOver('yours', []) });
    await svalka(update, { cwd });
    const before = pairs(cwd);
    await svalka([...update, 'playbooks/b.yaml'], { cwd });
    expect(pairs(cwd)).toEqual(before);
  });

  test('that are damaged are written anew, as the message says', async () => {
    const cwd = folderWith({ ...FINE, 'svalka-translations.json': '{' });
    expect((await svalka(['check'], { cwd })).err).toContain('svalka check --update-translations');
    expect(await svalka(update, { cwd })).toMatchObject({ code: 0, err: '' });
    expect(pairs(cwd)).toHaveProperty('playbook mine /title');
  });
});

describe('at the edges', () => {
  const MANY = Object.fromEntries(
    Array.from({ length: 2000 }, (_, i) => [`playbooks/${i}.yaml`, passingOver(`p${i}`, ['lost'])]),
  );

  test.each(FORMATS)('a pipe that closes early is no fault: %s', async (format) => {
    const cwd = folderWith({ ...MANY, 'svalka.config.json': rules('unreachable-step') });
    const child = spawn(process.execPath, [BIN, 'check', '--format', format], {
      cwd,
      env: bareEnv(cwd),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    // The first byte is read, and no more: whatever is still to come has nowhere to go.
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
    expect(code).toBe(1);
  });

  test('a file’s name is shown on one line, without what drives a terminal', async () => {
    const cwd = folderWith({
      'svalka.config.json': rules('unreachable-step'),
      'playbooks/a\n::error::\u001b[2J\u202eb.yaml': passingOver('mine', ['lost']),
    });
    const { out } = await svalka(['check'], { cwd });
    expect(out).toMatch(/^playbooks\/a ::error::\[2Jb\.yaml:\d+:3 error/);
    const { out: annotated } = await svalka(['check', '--format', 'github'], { cwd });
    expect(annotated.trim().split('\n')).toHaveLength(2);
  });

  test('a link out of the folder is not followed', async () => {
    const cwd = folderWith({ 'svalka.config.json': rules() });
    const elsewhere = folderWith({ 'a.yaml': passingOver('mine', []) });
    mkdirSync(join(cwd, 'playbooks'));
    symlinkSync(join(elsewhere, 'a.yaml'), join(cwd, 'playbooks/a.yaml'));
    const { code, out } = await svalka(['check'], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/^playbooks\/a\.yaml:1:1 error unreadable-file/);
  });

  describe('progress', () => {
    const cwd = () => folderWith({ ...MANY, 'svalka.config.json': rules('unreachable-step') });
    const says = 'checking 2000 files';

    async function onTerminal(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
      const folder = cwd();
      const config = join(folder, 'svalka.config.json');
      const terminal = new Terminal(['check', folder, '--config', config, '--format', 'json', ...args], {
        env,
      });
      try {
        // The report itself says nothing of the sort.
        expect(await terminal.exit(60_000)).toBe(1);
        return terminal.raw;
      } finally {
        terminal.close();
      }
    }

    test('on a terminal, when it takes longer than a moment, and gone in the end', async () => {
      const raw = await onTerminal(['--lang', 'en']);
      expect(raw).toContain(says);
      expect(raw.lastIndexOf(says)).toBeLessThan(raw.indexOf('{"schemaVersion"'));
    });

    test('of one file there is none', async () => {
      const terminal = new Terminal(['check', join(folderWith(FINE), 'playbooks'), '--lang', 'en']);
      try {
        await terminal.exit();
        expect(terminal.raw).not.toContain('checking');
      } finally {
        terminal.close();
      }
    });

    test.each([
      ['--plain', ['--plain'], {}],
      ['a dumb terminal', [], { TERM: 'dumb' }],
      ['CI', [], { CI: 'true' }],
    ])('none with %s', async (_, args, env: Record<string, string>) => {
      expect(await onTerminal(args, env)).not.toContain('checking');
    });

    test('none into a pipe', async () => {
      const { err } = await svalka(['check'], { cwd: cwd() });
      expect(err).toBe('');
    });

    test('Ctrl-C ends it at once', async () => {
      const folder = cwd();
      const terminal = new Terminal(['check', folder, '--lang', 'en']);
      try {
        await terminal.see('checking', 30_000);
        terminal.type(KEY.ctrlC);
        expect(await terminal.exit(10_000)).toBe(130);
      } finally {
        terminal.close();
      }
    });
  });
});
