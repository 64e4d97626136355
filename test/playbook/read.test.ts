/** YAML text to values with places, within limits: what a stranger's file can do, and cannot. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/playbook/finding.ts';
import { LIMITS, readYaml } from '../../src/playbook/read.ts';

/** `line:col+length rule`, the part of a finding that a table can state. */
const told = (findings: readonly Finding[]) =>
  findings.map((f) => `${f.line}:${f.col}+${f.length} ${f.rule}`);

const valueIn = (text: string) => readYaml('a.yaml', text).document?.value;

/** Where each value stands, as `pointer line:col+length`. */
function placesOf(text: string): string[] {
  const { document } = readYaml('a.yaml', text);
  if (!document) return [];
  return [...document.places].map(([pointer, { start, end }]) => {
    const { line, col, length } = document.source.finding('bad-value', start, end);
    return `${pointer} ${line}:${col}+${length}`;
  });
}

describe('values', () => {
  const VALUES: [name: string, text: string, value: unknown][] = [
    ['plain text', 'a: hej på dig', { a: 'hej på dig' }],
    ['a whole number', 'a: 12', { a: 12 }],
    ['a negative number', 'a: -1.5', { a: -1.5 }],
    ['a number in quotes is text', 'a: "12"', { a: '12' }],
    ['a number with a leading zero is text', 'a: 0047', { a: '0047' }],
    ['an octal of other tools is text', 'a: 0o17', { a: '0o17' }],
    ['a time of day is text', 'a: 12:30', { a: '12:30' }],
    ['a date is text', 'a: 2026-11-22', { a: '2026-11-22' }],
    ['true and false', 'a: true\nb: false', { a: true, b: false }],
    ['null in its three spellings', 'a: null\nb: ~\nc:', { a: null, b: null, c: null }],
    ['empty text', 'a: ""', { a: '' }],
    ['a list of lists', 'a:\n  - - 1\n    - 2\n  - []', { a: [[1, 2], []] }],
    ['flow style', 'a: { b: [1, "två"], c: {} }', { a: { b: [1, 'två'], c: {} } }],
    ['a block text', 'a: |\n  en\n  två\nb: 1', { a: 'en\ntvå\n', b: 1 }],
    ['a folded text', 'a: >-\n  en\n  två\n\n  tre\nb: 1', { a: 'en två\ntre', b: 1 }],
    ['a text over two lines', 'a: "en\n  två"', { a: 'en två' }],
    ['a quoted key', '"a b": 1', { 'a b': 1 }],
    ['an alias', 'a: &x [1, 2]\nb: *x', { a: [1, 2], b: [1, 2] }],
    ['an escaped letter', 'a: "\\u00e5\\x41"', { a: 'åA' }],
    [
      'a merge key is an ordinary key',
      'a: &x { b: 1 }\nc:\n  <<: *x',
      { a: { b: 1 }, c: { '<<': { b: 1 } } },
    ],
  ];
  it.each(VALUES)('%s', (_name, text, value) => {
    const read = readYaml('a.yaml', text);
    expect(told(read.findings)).toEqual([]);
    expect(read.document?.value).toEqual(value);
  });

  it('no is Norwegian, never false', () => {
    const text = 'no: no\nNo: NO\nyes: yes\non: off\ny: n\n';
    expect(valueIn(text)).toEqual({ no: 'no', No: 'NO', yes: 'yes', on: 'off', y: 'n' });
    expect(valueIn('lang: [no, nb, "no"]')).toEqual({ lang: ['no', 'nb', 'no'] });
  });
});

describe('errors point at the place', () => {
  const PLACES: [name: string, text: string, places: string[]][] = [
    ['plain and quoted', 'a: hej\nb: "du"', ['/a 1:4+3', '/b 2:4+4', ' 1:1+6']],
    ['after a byte order mark', '\ufeffa: hej', ['/a 1:4+3', ' 1:1+6']],
    ['CRLF', 'a: 1\r\nb: två\r\n', ['/a 1:4+1', '/b 2:4+3', ' 1:1+4']],
    ['a lone CR', 'a: 1\rb: två\r', ['/a 1:4+1', '/b 2:4+3', ' 1:1+4']],
    [
      'astral characters count two, as in editors',
      'a: { "😀": 1, b: 2 }',
      ['/a/😀 1:12+1', '/a/b 1:18+1', '/a 1:4+17', ' 1:1+20'],
    ],
    ['a block text at its first letter', 'a: |\n    hej\n    du', ['/a 2:5+3', ' 1:1+4']],
    ['an empty value at its key', 'abc:\nd: 1', ['/abc 1:1+3', '/d 2:4+1', ' 1:1+4']],
    [
      'an empty list item at its dash',
      'a:\n  - 1\n  -\n  - 3',
      ['/a/0 2:5+1', '/a/1 3:3+1', '/a/2 4:5+1', '/a 2:3+3', ' 1:1+2'],
    ],
    ['a key with a slash and a tilde', '"a/b~c": 1', ['/a~1b~0c 1:10+1', ' 1:1+10']],
    ['an alias where it is used', 'a: &x hej\nb: *x', ['/a 1:7+3', '/b 2:4+2', ' 1:1+9']],
  ];
  it.each(PLACES)('%s', (_name, text, places) => {
    expect(placesOf(text)).toEqual(places);
  });

  // Words as authors write them, with what makes columns go wrong: astral, combining, wide, quotes.
  const word = fc
    .array(
      fc
        .constantFrom(...'abcåäöæøÅ', '😀', '👩‍', 'e\u0301', '漢', '”', '«', '’', ' ', '1')
        .filter((c) => c !== '👩‍'),
      { minLength: 1, maxLength: 12 },
    )
    .map((parts) => `x${parts.join('')}x`);
  const styled = fc.tuple(
    word,
    fc.constantFrom('plain', 'double', 'single', 'literal', 'folded', 'flow', 'flowMap'),
  );

  it('every scalar round-trips through its file, line and column', () => {
    fc.assert(
      fc.property(
        fc.array(styled, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.integer({ min: 0, max: 3 }),
        (texts, eol, bom, comments) => {
          const lines: string[] = Array.from({ length: comments }, (_, i) => `# 😀 kommentar ${i}`);
          texts.forEach(([text, style], i) => {
            const forms: Record<string, string[]> = {
              plain: [`k${i}: ${text}`],
              double: [`k${i}:   "${text}"`],
              single: [`k${i}: '${text}'`],
              literal: [`k${i}: |`, `    ${text}`, '    😀'],
              folded: [`k${i}: >-`, '', `  ${text}`],
              flow: [`k${i}: ["😀", ${text}, "${text}"]`],
              flowMap: [`k${i}: { sv: "å😀", nb: '${text}' }`],
            };
            lines.push(...(forms[style] ?? []));
          });
          const raw = lines.join(eol);
          const { document, findings } = readYaml('mapp/fil.yaml', (bom ? '\ufeff' : '') + raw);
          expect(findings).toEqual([]);
          texts.forEach(([text, style], i) => {
            const inside = style === 'flow' ? '/1' : style === 'flowMap' ? '/nb' : '';
            const pointer = `/k${i}${inside}`;
            const place = document?.places.get(pointer);
            const found = document?.source.finding('bad-value', place?.start ?? -1, place?.end ?? -1);
            expect(found?.file).toBe('mapp/fil.yaml');
            const line = lines[(found?.line ?? 0) - 1] ?? '';
            expect(found?.sourceLine).toBe(line);
            const quotes = ['double', 'single', 'flowMap'].includes(style) ? 1 : 0;
            const from = (found?.col ?? 0) - 1;
            expect(line.slice(from + quotes, from + quotes + text.length)).toBe(text);
            if (style !== 'literal' && style !== 'folded')
              expect(found?.length).toBe(text.length + 2 * quotes);
          });
        },
      ),
      { numRuns: 300, seed: 2026 },
    );
  });
});

/** Runs some work and says how long it took and how much the process grew. */
function measured<T>(work: () => T): { result: T; ms: number; mib: number } {
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const result = work();
  return { result, ms: performance.now() - began, mib: (process.memoryUsage().rss - before) / 2 ** 20 };
}

describe('a playbook cannot exhaust the tool', () => {
  const rows = (n: number, row: (i: number) => string) =>
    Array.from({ length: n }, (_, i) => row(i)).join('\n');
  const BOMB = [
    'a: &a ["x", "x", "x", "x", "x", "x", "x", "x", "x", "x"]',
    ...[...'bcdefgh'].map((name, i) => {
      const of = `*${'abcdefgh'[i]}`;
      return `${name}: &${name} [${Array(10).fill(of).join(', ')}]`;
    }),
  ].join('\n');
  const half = LIMITS.bytes / 2;

  const HEAVY: [name: string, text: string, told: string[]][] = [
    ['an alias bomb', BOMB, ['4:8+2 alias-limit', '1:1+1 size-limit']],
    [
      'more aliases than a few',
      `a: &a 1\nb: [${Array(LIMITS.aliases + 1)
        .fill('*a')
        .join(', ')}]`,
      ['2:85+2 alias-limit'],
    ],
    ['an alias of itself', 'a: &a [*a]', ['1:8+2 reserved-character']],
    ['5000 lists in each other', `a: ${'['.repeat(5000)}${']'.repeat(5000)}`, ['1:23+1 depth-limit']],
    ['5000 maps in each other', `${'{a: '.repeat(5000)}1${'}'.repeat(5000)}`, ['1:74+1 depth-limit']],
    ['1000 levels of indent', rows(1000, (i) => `${' '.repeat(i)}a:`), ['20:20+1 depth-limit']],
    ['5000 dashes', `${'- '.repeat(5000)}x`, ['1:41+1 depth-limit']],
    ['5000 brackets never closed', '['.repeat(5000), ['1:20+1 depth-limit']],
    ['10 MB of text', `a: "${'x'.repeat(10 * 1024 * 1024)}"`, ['1:1+1 size-limit']],
    ['10 MB of empty lines', '\n'.repeat(10 * 1024 * 1024), ['1:1+1 size-limit']],
    ['just over the limit', `a: ${'å'.repeat(half)}`, ['1:1+1 size-limit']],
    ['too many values in lines', rows(LIMITS.nodes, () => '- 1'), ['1:1+1 size-limit']],
    ['too many values on one line', `[${'1,'.repeat(LIMITS.nodes)}]`, ['1:1+1 size-limit']],
    ['one very long line of lists', `[${'[],'.repeat(LIMITS.nodes - 10)}]${' '.repeat(half)}`, []],
    [
      'a key of half a megabyte over many values',
      `"${'k'.repeat(half)}": {${rows(20_000, (i) => `k${i}: 1,`).replaceAll('\n', ' ')}}`,
      [`1:1+${half + 2} bad-id`],
    ],
    ['a slash in every key', `{${rows(20_000, (i) => `"${'/'.repeat(10)}${i}": 1,`)}}`, []],
    [
      'a quote that never closes, and then much text',
      `a: "${rows(30_000, (i) => `k${i}: 1`)}`,
      ['1:4+1 unclosed-quote'],
    ],
  ];
  it.each(HEAVY)('%s', (_name, text, expected) => {
    const { result, ms, mib } = measured(() => readYaml('a.yaml', text));
    expect(told(result.findings)).toEqual(expected);
    // Generous for a busy machine; without the limits these take minutes or all memory.
    expect(ms).toBeLessThan(5000);
    expect(mib).toBeLessThan(300);
  });

  it('a control character in every text is told of a bounded number of times', () => {
    const { result, ms } = measured(() =>
      readYaml(
        'a.yaml',
        rows(40_000, () => '- "\\e"'),
      ),
    );
    expect(result.findings).toHaveLength(LIMITS.findings);
    expect(ms).toBeLessThan(5000);
  });

  it('a slip on every line is looked for a bounded number of times', () => {
    const { result, ms } = measured(() =>
      readYaml(
        'a.yaml',
        rows(20_000, (i) => `k${i}: a: b`),
      ),
    );
    expect(result.findings).toHaveLength(LIMITS.mends + 1);
    expect(result.document).toBeNull();
    expect(ms).toBeLessThan(10_000);
  });
});

describe('no prototype pollution', () => {
  const KEYS = ['__proto__', 'constructor', 'prototype'];
  it.each(KEYS)('%s is refused at every level and in every spelling', (key) => {
    const text = [
      `${key}: { polluted: 1 }`,
      'a:',
      `  "${key}": { polluted: 1 }`,
      `  b: [{ '${key}': 1 }]`,
      `c: { ? ${key} : 1 }`,
    ].join('\n');
    const { document, findings } = readYaml('a.yaml', text);
    const length = key.length;
    expect(told(findings)).toEqual([
      `1:1+${length} forbidden-key`,
      `3:3+${length + 2} forbidden-key`,
      `4:9+${length + 2} forbidden-key`,
      `5:8+${length} forbidden-key`,
    ]);
    expect(document?.value).toEqual({ a: { b: [{}] }, c: {} });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('an escaped __proto__ is seen too', () => {
    expect(told(readYaml('a.yaml', '"__pr\\u006fto__": 1').findings)).toEqual(['1:1+16 forbidden-key']);
  });

  it('no key changes what every object has', () => {
    const known = Object.getOwnPropertyNames(Object.prototype).sort();
    const key = fc.oneof(fc.constantFrom(...known, ...KEYS), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 6 }), (keys) => {
        readYaml('a.yaml', keys.map((k) => `${JSON.stringify(k)}: { polluted: 1 }`).join('\n'));
        expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(known);
      }),
      { numRuns: 200, seed: 2026 },
    );
  });
});

describe('no code from content', () => {
  const TAGS: [text: string, told: string[]][] = [
    ['a: !!js/function "function(){}"', ['1:4+13 no-tags']],
    ['a: !!js/regexp /a/', ['1:4+11 no-tags']],
    ['a: !!python/object:os.system ls', ['1:4+25 no-tags']],
    ['a: !!binary aGVq', ['1:4+8 no-tags']],
    ['a: !include b.yaml', ['1:4+8 no-tags']],
    ['a: !!str 1', ['1:4+5 no-tags']],
    ['a: !!map { b: 1 }', ['1:4+5 no-tags']],
    ['a:\n  - !x\n    - 1', ['2:5+2 no-tags']],
    ['!!set { a }', ['1:1+5 no-tags']],
    ['a: !<tag:yaml.org,2002:js/function> x', ['1:4+32 no-tags']],
  ];
  it.each(TAGS)('%j', (text, expected) => {
    expect(told(readYaml('a.yaml', text).findings)).toEqual(expected);
  });
});

describe('duplicate keys are errors', () => {
  const TWINS: [name: string, text: string, told: string[]][] = [
    ['at the top', 'a: 1\nb: 2\na: 3', ['3:1+1 duplicate-key']],
    ['in a map', 'a:\n  b: 1\n  b: 2', ['3:3+1 duplicate-key']],
    ['in a map in a list', 'a:\n  - b: 1\n    b: 2\n  - b: 3', ['3:5+1 duplicate-key']],
    ['in flow style', 'a: { b: 1, c: 2, b: 3 }', ['1:18+1 duplicate-key']],
    ['a quoted twin', 'a: 1\n"a": 2\n\'a\': 3', ['2:1+3 duplicate-key', '3:1+3 duplicate-key']],
    ['an escaped twin', 'a: 1\n"\\x61": 2', ['2:1+6 duplicate-key']],
    ['numbers as keys', '1: a\n"1": b', ['2:1+3 duplicate-key']],
    ['the same key in two maps is fine', 'a: { x: 1 }\nb: { x: 1 }', []],
  ];
  it.each(TWINS)('%s', (_name, text, expected) => {
    expect(told(readYaml('a.yaml', text).findings)).toEqual(expected);
  });

  it('the first one counts, as nothing of the file is used anyway', () => {
    expect(valueIn('a: 1\na: 2')).toEqual({ a: 1 });
  });
});

describe('one document a file', () => {
  const DOCUMENTS: [text: string, told: string[]][] = [
    ['---\na: 1\n', []],
    ['a: 1\n...\n', []],
    ['a: 1\n---\nb: 2\n', ['2:1+3 one-document']],
    ['a: "---"\nb: 2\n---\nc: 3\n---\nd: 4', ['3:1+3 one-document']],
    ['a: 1\n...\nb: 2\n', ['2:1+3 one-document']],
  ];
  it.each(DOCUMENTS)('%j', (text, expected) => {
    expect(told(readYaml('a.yaml', text).findings)).toEqual(expected);
  });
});

describe('content cannot drive the terminal', () => {
  const ESC = '\u001b';
  const CONTROLS: [name: string, text: string, told: string[], code: string][] = [
    ['a raw escape', `a: "x${ESC}[31m"`, ['1:6+1 control-character'], 'U+001B'],
    ['an escaped escape', 'a: "x\\e[31m"', ['1:4+9 control-character'], 'U+001B'],
    ['a hyperlink', 'a: "\\x1b]8;;http://x\\x07"', ['1:4+22 control-character'], 'U+001B'],
    ['a bell in plain text', 'a: x\u0007', ['1:5+1 control-character'], 'U+0007'],
    ['an 8-bit control sequence', 'a: "x\u009b31m"', ['1:6+1 control-character'], 'U+009B'],
    ['DEL', 'a: x\u007fy', ['1:5+1 control-character'], 'U+007F'],
    ['NUL', 'a: "x\u0000y"', ['1:6+1 control-character'], 'U+0000'],
    ['an escaped NUL', 'a: "\\0"', ['1:4+4 control-character'], 'U+0000'],
    ['right to left override', 'a: "x\u202ey"', ['1:6+1 control-character'], 'U+202E'],
    ['a bidi isolate', 'a: x\u2066y', ['1:5+1 control-character'], 'U+2066'],
    ['zero width space', 'a: x\u200by', ['1:5+1 control-character'], 'U+200B'],
    ['a byte order mark inside', 'a: x\ufeffy', ['1:5+1 control-character'], 'U+FEFF'],
    ['half a character', 'a: "x\ud800y"', ['1:6+1 control-character'], 'U+D800'],
    ['an escaped tag character', 'a: "\\U000E0041"', ['1:4+12 control-character'], 'U+E0041'],
    ['in a key', `"a${ESC}": 1`, ['1:3+1 control-character'], 'U+001B'],
    ['in a comment', `a: 1 # x${ESC}`, ['1:9+1 control-character'], 'U+001B'],
    ['in a block text', 'a: |\n  en\n  t\u202evå', ['3:4+1 control-character'], 'U+202E'],
  ];
  it.each(CONTROLS)('%s', (_name, text, expected, code) => {
    const { findings } = readYaml('a.yaml', text);
    expect(told(findings)).toEqual(expected);
    expect(findings[0]?.params.code).toBe(code);
  });

  it('all of them are told, not the first alone', () => {
    const { findings } = readYaml('a.yaml', 'a: "\u0000"\nb: "\u0007"\nc: "\\e"\nd: d: d\n');
    expect(told(findings)).toEqual([
      '1:5+1 control-character',
      '2:5+1 control-character',
      '4:5+1 unquoted-colon',
      '3:4+4 control-character',
    ]);
  });

  it('tabs and line breaks are text', () => {
    expect(valueIn('a: "x\\ty\\nz"')).toEqual({ a: 'x\ty\nz' });
  });
});

describe('never anything but findings', () => {
  it('any text at all is read without an exception, and findings lie within it', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        ': ',
        ':',
        '- ',
        '\n',
        '\n  ',
        '\n    ',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        ',',
        '#',
        ' #',
        '&',
        '*',
        '!',
        '|',
        '>',
        '%',
        '@',
        '`',
        '?',
        '? ',
      ],
      ...[
        '\t',
        '\r\n',
        '\r',
        '---',
        '...',
        '\\',
        '\\x',
        '😀',
        'å',
        '\u0000',
        '\u202e',
        '~',
        '<<',
        '1',
        '__proto__',
        ' ',
        '\n- ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { findings, document } = readYaml('a.yaml', text);
        const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
        for (const one of findings) {
          expect(lines[one.line - 1]).toBe(one.sourceLine);
          expect(one.col).toBeGreaterThanOrEqual(1);
          expect(one.col).toBeLessThanOrEqual(one.sourceLine.length + 1);
          expect(one.length).toBeGreaterThanOrEqual(1);
        }
        if (findings.length === 0) expect(document).not.toBeNull();
      }),
      { numRuns: 3000, seed: 2026 },
    );
  });
});
