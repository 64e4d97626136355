/** Each command as a stranger's shell meets it: arguments in, exit code and streams out. */
import { describe, expect, test } from 'vitest';
import { svalka } from '../support/run.ts';

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
  { what: 'version', args: ['--version'], code: 0, out: /^\d+\.\d+\.\d+\n$/, err: '' },
  { what: 'help in English', args: ['--help'], code: 0, out: /^Usage: svalka[\s\S]*Exit codes:/, err: '' },
  {
    what: 'help in Swedish',
    args: ['--help', '--lang', 'sv'],
    code: 0,
    out: /^Användning:[\s\S]*Slutkoder:/,
    err: '',
  },
  {
    what: 'help in Norwegian',
    args: ['-h'],
    env: { LANG: 'nn_NO.UTF-8' },
    code: 0,
    out: /^Bruk:[\s\S]*Avslutningskoder:/,
    err: '',
  },
  { what: 'help of a command', args: ['help', 'practice'], code: 0, out: /--script <file>/, err: '' },
  {
    what: 'help of a command, as an option, in Swedish',
    args: ['show', '--help', '--lang', 'sv'],
    code: 0,
    out: /Argument:\n/,
    err: '',
  },
  {
    what: 'an unknown command',
    args: ['practise'],
    code: 2,
    out: '',
    err: /There is no command practise\. Did you mean practice\?/,
  },
  {
    what: 'an unknown command, in Swedish',
    args: ['--lang', 'sv', 'lista'],
    code: 2,
    out: '',
    err: /Det finns inget kommando som heter lista\. Menade du list\?/,
  },
  {
    what: 'an unknown option',
    args: ['list', '--jsn'],
    code: 2,
    out: '',
    err: /There is no option --jsn\. Did you mean --json\?/,
  },
  { what: 'a missing argument', args: ['show'], code: 2, out: '', err: /An argument is missing: id\./ },
  { what: 'a missing value', args: ['list', '--lang'], code: 2, out: '', err: /A value is missing after/ },
  { what: 'too many arguments', args: ['list', 'a'], code: 2, out: '', err: /Too many arguments/ },
  {
    what: 'a language that does not exist',
    args: ['list', '--lang', 'da'],
    code: 2,
    out: '',
    err: /no language "da"/,
  },
  {
    what: 'no language where nobody can be asked',
    args: ['list'],
    code: 2,
    out: '',
    err: /--lang sv or --lang nb/,
  },
  {
    what: 'content in English',
    args: ['list', '--lang', 'en'],
    code: 2,
    out: '',
    err: /in Swedish and Norwegian/,
  },
  {
    what: 'list',
    args: ['list', '--lang', 'sv'],
    code: 0,
    out: /heart {2}HEART[\s\S]*late-parcel[\s\S]*physical/,
    err: '',
  },
  {
    what: 'list with no for bokmål',
    args: ['list', '--lang', 'no'],
    code: 0,
    out: /Samtaler å øve på/,
    err: '',
  },
  {
    what: 'list by SVALKA_LANG',
    args: ['list'],
    env: { SVALKA_LANG: 'nb' },
    code: 0,
    out: /Trusler og kriser/,
    err: '',
  },
  {
    what: 'list by the locale',
    args: ['list'],
    env: { LC_ALL: 'sv_SE.UTF-8' },
    code: 0,
    out: /Samtal att öva på/,
    err: '',
  },
  {
    what: 'show a playbook',
    args: ['show', 'heart', '--lang', 'nb'],
    code: 0,
    out: /\(hear\)[\s\S]*\(thank\)/,
    err: '',
  },
  {
    what: 'show one step',
    args: ['show', 'heart', 'apologize', '--lang', 'sv'],
    code: 0,
    out: /Källa: [\s\S]*Cleveland Clinic/,
    err: '',
  },
  {
    what: 'show a scenario',
    args: ['show', 'late-parcel', '--lang', 'sv'],
    code: 0,
    out: /Det här får du inte göra:/,
    err: '',
  },
  {
    what: 'show a threat',
    args: ['show', 'manager', '--lang', 'nb'],
    code: 0,
    out: /^Vil snakke med sjefen[\s\S]*Etterpå:/,
    err: '',
  },
  {
    what: 'show what is not there',
    args: ['show', 'hart', '--lang', 'sv'],
    code: 2,
    out: '',
    err: /”hart” finns inte\. Menade du ”heart”\?/,
  },
  {
    what: 'show a step that is not there',
    args: ['show', 'heart', 'emphasize', '--lang', 'nb'],
    code: 2,
    out: '',
    err: /«emphasize» finnes ikke\. Mente du «empathize»\?/,
  },
  {
    what: 'show a control sequence',
    args: ['show', '\u001b[2Jx', '--lang', 'sv'],
    code: 2,
    out: '',
    err: /^”\[2Jx” finns inte/,
  },
  { what: 'graph needs no language', args: ['graph', 'heart'], code: 0, out: /^stateDiagram-v2\n/, err: '' },
  {
    what: 'graph as DOT',
    args: ['graph', 'late-parcel', '--format', 'dot'],
    code: 0,
    out: /^digraph "late-parcel" \{/,
    err: '',
  },
  {
    what: 'graph as XState',
    args: ['graph', 'threats', '--format', 'xstate'],
    code: 0,
    out: /"initial": "conversation"/,
    err: '',
  },
  {
    what: 'graph in another format',
    args: ['graph', 'heart', '--format', 'png'],
    code: 2,
    out: '',
    err: /"png".*mermaid, dot, xstate/,
  },
  {
    what: 'graph of a prototype',
    args: ['graph', 'heart', '--format', 'toString'],
    code: 2,
    out: '',
    err: /"toString"/,
  },
  {
    what: 'practice without a terminal',
    args: ['practice', '--lang', 'sv'],
    code: 4,
    out: '',
    err: /--script/,
  },
  {
    what: 'practice with piped answers',
    args: ['practice', 'late-parcel', '--lang', 'nb'],
    stdin: '1\n1\n',
    code: 4,
    out: '',
    err: /--script/,
  },
  { what: 'coach without a terminal', args: ['coach'], code: 4, out: '', err: /svalka coach/ },
  { what: 'a seed that is none', args: ['practice', '--seed', '1e3'], code: 2, out: '', err: /--seed/ },
  {
    what: 'a channel that is none',
    args: ['coach', '--channel', 'fax'],
    code: 2,
    out: '',
    err: /phone, chat, mail, counter/,
  },
  {
    what: 'a script that is not there',
    args: ['practice', '--script', 'nix.yaml', '--lang', 'sv'],
    code: 2,
    out: '',
    err: /nix\.yaml:1:1/,
  },
  {
    what: 'alone, both languages',
    args: [],
    code: 0,
    out: /Ett övningssamtal[\s\S]*En øvingssamtale/,
    err: /No terminal here[\s\S]*svalka practice/,
  },
  {
    what: 'alone in CI, one language',
    args: ['--lang', 'sv'],
    env: { CI: 'true' },
    code: 0,
    out: /^Ett övningssamtal(?![\s\S]*En øvingssamtale)/,
    err: /Här kan ingen svara/,
  },
];

describe('commands', () => {
  test.each(cases)('$what', async ({ args, stdin, env, code, out, err }) => {
    const ran = await svalka(args, { ...(stdin === undefined ? {} : { stdin }), ...(env ? { env } : {}) });
    if (out !== undefined) expect(ran.out)[out === '' ? 'toBe' : 'toMatch'](out);
    if (err !== undefined) expect(ran.err)[err === '' ? 'toBe' : 'toMatch'](err);
    expect(ran.code).toBe(code);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });

  test('list --json is stable data', async () => {
    const { code, out } = await svalka(['list', '--json', '--lang', 'nb']);
    expect(code).toBe(0);
    const list = JSON.parse(out) as { schemaVersion: number; lang: string; items: Record<string, unknown>[] };
    expect(list).toMatchObject({ schemaVersion: 1, lang: 'nb' });
    expect(list.items.filter((item) => item.kind === 'scenario').length).toBeGreaterThanOrEqual(14);
    for (const item of list.items)
      expect(Object.keys(item)).toEqual(['kind', 'id', 'title', 'about', 'from']);
  });

  test('what is printed to a file has no colour and no cursor codes', async () => {
    for (const args of [['list'], ['show', 'heart'], []]) {
      const { out, err } = await svalka([...args, '--lang', 'sv'], { env: { FORCE_COLOR: '1' } });
      expect(out + err).not.toContain('\u001b');
    }
  });

  test('the same seed and script give the same transcript, in a narrow locale too', async () => {
    const args = [
      'practice',
      'late-parcel',
      '--lang',
      'nb',
      '--script',
      'playbooks/scripts/late-parcel-threat.script.yaml',
    ];
    const [one, two] = await Promise.all([
      svalka(args),
      svalka(args, { env: { LANG: 'sv_SE.UTF-8', TZ: 'Asia/Tokyo' } }),
    ]);
    expect(one.code).toBe(0);
    expect(two.out).toBe(one.out);
  });
});
