/** The slips of YAML that a trainer makes: each at its place, with what to write instead. */
import { describe, expect, it } from 'vitest';
import { AUTHOR } from '../../src/locales/catalogue.ts';
import { type Finding, READER_RULES } from '../../src/playbook/finding.ts';
import { LIMITS, readYaml } from '../../src/playbook/read.ts';
import { validate } from '../../src/playbook/validate.ts';
import { findingText } from '../../src/term/findings.ts';
import { styleFor } from '../../src/term/style.ts';

const told = (findings: readonly Finding[]) =>
  findings.map((f) => `${f.line}:${f.col}+${f.length} ${f.rule}`);

/** Each slip in a small file: the finding, and the value that the rest of the file is read with. */
const SLIPS: [name: string, text: string, told: string, mended: unknown][] = [
  // A colon in unquoted text.
  ['a colon in a text', 'say: Jag hör: du är arg', '1:13+1 unquoted-colon', { say: 'Jag hör: du är arg' }],
  ['a colon last', 'say: Hej:', '1:9+1 unquoted-colon', { say: 'Hej:' }],
  ['a colon in a quotation', 'say: Han sa "nej: du"', '1:17+1 unquoted-colon', { say: 'Han sa "nej: du"' }],
  ['a colon after CRLF', 'a: 1\r\nsay: x: y\r\n', '2:7+1 unquoted-colon', { a: 1, say: 'x: y' }],
  ['a colon after a byte order mark', '\ufeffsay: x: y', '1:7+1 unquoted-colon', { say: 'x: y' }],
  ['a colon after an emoji', 'say: 😀 x: y', '1:10+1 unquoted-colon', { say: '😀 x: y' }],
  ['a colon in a list item', 'a:\n  - Hej du: jag: x', '2:11+1 unquoted-colon', { a: ['Hej du: jag: x'] }],

  // Tabs.
  ['a tab', 'a:\n\tb: 1', '2:1+1 tab-indent', { a: { b: 1 } }],
  ['a tab further down', 'a:\n  b: 1\n\tc: 2', '3:1+1 tab-indent', { a: { b: 1, c: 2 } }],
  ['a tab before a dash', 'a:\n\t- b', '2:1+1 tab-indent', { a: ['b'] }],
  ['spaces and a tab', 'a:\n  \tb: 1', '2:1+3 tab-indent', { a: { b: 1 } }],

  // Wrong indents.
  ['too far in under a text', 'a: x\n  b: y', '2:1+2 wrong-indent', { a: 'x', b: 'y' }],
  ['one space too many', 'a:\n  b: x\n   c: y', '3:1+3 wrong-indent', { a: { b: 'x', c: 'y' } }],
  [
    'one space too many before quotes',
    'a:\n  b: "x"\n   c: "y"',
    '3:1+3 wrong-indent',
    { a: { b: 'x', c: 'y' } },
  ],
  ['too far out', 'a:\n    b: x\n  c: y', '3:1+2 wrong-indent', { a: { b: 'x', c: 'y' } }],
  [
    'with what hangs on it',
    'a:\n  b: "x"\n   c:\n     d: 1\nz: 1',
    '3:1+3 wrong-indent',
    { a: { b: 'x', c: { d: 1 } }, z: 1 },
  ],
  ['a dash too far in', 'a:\n  - "x"\n   - "y"', '3:1+3 wrong-indent', { a: ['x', 'y'] }],
  ['a dash too far out', 'a:\n  - "x"\n - "y"', '3:1+1 wrong-indent', { a: ['x', 'y'] }],
  ['a dash too far in under plain text', 'a:\n  - x\n   - y', '3:1+3 wrong-indent', { a: ['x - y'] }],
  ['a name among the items of a list', 'a:\n  - "x"\n  b: "y"', '3:1+2 wrong-indent', { a: ['x'], b: 'y' }],
  ['a first line too far in', '  a: 1\nb: 2', '2:1+1 wrong-indent', { a: 1, b: 2 }],
  ['a block text that moves out', 'a: |\n    x\n  y\nb: 2', '3:1+2 wrong-indent', { a: 'x\ny\n', b: 2 }],
  ['brackets that close at the margin', 'a: [\n"x"\n]', '2:1+1 wrong-indent', null],

  // Quotation marks.
  ['a quote never closed', 'a: "hej\nb: 2', '1:4+1 unclosed-quote', { a: 'hej', b: 2 }],
  ['a quote never closed, another below', 'a: "hej\nb: "x"', '1:4+1 unclosed-quote', { a: 'hej', b: 'x' }],
  ['a single quote never closed', "a: 'hej\nb: 2", '1:4+1 unclosed-quote', { a: 'hej', b: 2 }],
  ['a quote never closed, last', 'a: 1\nb: "hej\n', '2:4+1 unclosed-quote', { a: 1, b: 'hej' }],
  ['a quote never closed in a list', 'a:\n  - "x\n  - "y"', '2:5+1 unclosed-quote', { a: ['x', 'y'] }],
  [
    'a quote never closed in braces',
    'a: { sv: "x, nb: "y" }',
    '1:10+1 unclosed-quote',
    { a: { sv: 'x', nb: 'y' } },
  ],
  ['a quote never closed in brackets', 'a: ["x, "y"]', '1:5+1 unclosed-quote', { a: ['x', 'y'] }],
  ['a quote never closed around a name', 'a: 1\n"b: 2', '2:1+1 unclosed-quote', null],
  ["an inner quote as in 'it's'", "a: 'it's so'\nb: 2", '1:7+1 quote-inside', { a: "it's so", b: 2 }],
  [
    'an inner double quote',
    'a: "han sa "nej" nu"\nb: 2',
    '1:12+1 quote-inside',
    { a: 'han sa "nej" nu', b: 2 },
  ],
  ['an inner quote in a list', 'a:\n  - "ett "nej" nu"', '2:10+1 quote-inside', { a: ['ett "nej" nu'] }],
  [
    'an inner quote in braces',
    'a: { sv: "ett "nej" nu", nb: "x" }',
    '1:15+1 quote-inside',
    { a: { sv: 'ett "nej" nu', nb: 'x' } },
  ],
  [
    'an inner quote in brackets',
    'a: ["ett "nej" nu", "x"]',
    '1:10+1 quote-inside',
    { a: ['ett "nej" nu', 'x'] },
  ],
  ["'it's' in braces", "a: { sv: 'it's', nb: 'x' }", '1:13+1 quote-inside', { a: { sv: "it's", nb: 'x' } }],
  ['words after a quotation', 'a: "Hej" sa hon', '1:8+1 quote-inside', { a: 'Hej" sa hon' }],

  // Signs that YAML keeps for itself.
  ...[...'@`%*&!|>]},']
    .filter((c) => c !== '!')
    .map((sign): [string, string, string, unknown] => [
      `a text that starts with ${sign} `,
      `a: ${sign} hej\nb: 2`,
      '1:4+1 reserved-character',
      { a: `${sign} hej`, b: 2 },
    ]),
  ['@ in a list', 'a:\n  - @kund', '2:5+1 reserved-character', { a: ['@kund'] }],
  ['@ in braces', 'a: { sv: @x, nb: "y" }', '1:10+1 reserved-character', { a: { sv: '@x', nb: 'y' } }],
  ['stars around a word', 'a: *viktigt* nu', '1:4+1 reserved-character', { a: '*viktigt* nu' }],
  ['a star before a word alone', 'a: *viktigt', '1:4+8 reserved-character', { a: null }],
  ['& before a word', 'a: &co hej', '1:4+1 reserved-character', { a: 'hej' }],
  ['! before a word', 'a: !viktigt nu', '1:4+8 no-tags', { a: 'nu' }],
  ['% first on a line', 'a: 1\n%b: 2', '2:1+1 reserved-character', null],
  ['a dash before a text', 'a: - x', '1:4+1 reserved-character', { a: '- x' }],
  ['a question mark before a text', 'a: ? x', '1:4+1 reserved-character', { a: '? x' }],
  ['a slot first in a text', 'a: {lösning} nu', '1:4+1 reserved-character', { a: '{lösning} nu' }],
  ['a bracket first in a text', 'a: [paus] hej', '1:4+1 reserved-character', { a: '[paus] hej' }],

  // Brackets and commas.
  ['a bracket never closed', 'a: [x, y\nb: 2', '1:4+1 unclosed-bracket', { a: ['x', 'y'], b: 2 }],
  [
    'a brace never closed',
    'a: { sv: "x", nb: "y"\nb: 2',
    '1:4+1 unclosed-bracket',
    { a: { sv: 'x', nb: 'y' }, b: 2 },
  ],
  ['a bracket never closed at the end', 'a: [x', '1:4+1 unclosed-bracket', { a: ['x'] }],
  [
    'a bracket over several lines',
    'a: [\n  "x",\n  "y"\nb: 2',
    '1:4+1 unclosed-bracket',
    { a: ['x', 'y'], b: 2 },
  ],
  ['a bracket closed by a brace', 'a: { b: ["x" }', '1:9+1 unclosed-bracket', { a: { b: ['x'] } }],
  ['a bracket too many', 'a: ["x"]]', '1:9+1 unclosed-bracket', { a: ['x'] }],
  ['a missing comma between texts', 'a: ["x" "y"]', '1:9+1 unclosed-bracket', { a: ['x', 'y'] }],
  [
    'a missing comma between names',
    'a: { sv: "x" nb: "y" }',
    '1:14+1 unclosed-bracket',
    { a: { sv: 'x', nb: 'y' } },
  ],

  // Escapes.
  ['an unknown escape', 'a: "c:\\q"\nb: 2', '1:7+2 bad-escape', { a: 'c:\\q', b: 2 }],
  ['a Windows path', 'a: "C:\\Users"', '1:7+3 bad-escape', { a: 'C:\\Users' }],
  ['half an escape', 'a: "\\u12"', '1:5+5 bad-escape', { a: '\\u12' }],

  // Missing colons.
  ['a missing colon', 'a: 1\nb 2\nc: 3', '2:1+3 missing-colon', { a: 1, b: 2, c: 3 }],
  ['a missing space after the colon', 'a: 1\nb:2\nc: 3', '2:1+3 missing-colon', { a: 1, b: 2, c: 3 }],
  ['a missing colon in the first line', 'schema 1\na: x', '1:1+8 missing-colon', { schema: 1, a: 'x' }],
  ['a missing colon in the last line', 'a: 1\nb "x"\n', '2:1+5 missing-colon', { a: 1, b: 'x' }],
  [
    'a missing colon before a map',
    'x: 1\nsteps\n  b: 1\nc: 2',
    '2:1+5 missing-colon',
    { x: 1, steps: { b: 1 }, c: 2 },
  ],
  ['a stray word', 'a: 1\nhej\nb: 2', '2:1+3 missing-colon', { a: 1, hej: null, b: 2 }],

  // Control characters.
  ['NUL', 'a: "x\u0000y"\nb: 2', '1:6+1 control-character', { a: 'x y', b: 2 }],
];

describe('errors point at the place', () => {
  it.each(SLIPS)('%s', (_name, text, expected, mended) => {
    const { document, findings } = readYaml('a.yaml', text);
    expect(told(findings)).toEqual([expected]);
    expect(document === null ? null : document.value).toEqual(mended);
    // The frame shows the line as it was written, not as it was mended.
    const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n/);
    expect(findings[0]?.sourceLine).toBe(lines[(findings[0]?.line ?? 0) - 1]);
  });

  const EMPTY: [name: string, text: string][] = [
    ['nothing', ''],
    ['a byte order mark', '\ufeff'],
    ['blank lines', '\n  \n'],
    ['comments', '# hej\n# du\n'],
    ['a document mark', '---\n'],
  ];
  it.each(EMPTY)('an empty file: %s', (_name, text) => {
    const { document, findings } = readYaml('a.yaml', text);
    expect(findings).toEqual([]);
    expect(document && told(validate(document).findings)).toEqual(['1:1+1 empty-file']);
  });
});

describe('all slips of a file in one run', () => {
  it('each is told once, and the rest of the file is read', () => {
    const text = [
      'schema 1',
      'title: Hej: du',
      'about: "han sa "nej" nu"',
      'a:',
      '\tb: 1',
      '  c: @kund',
      '   d: "x"',
      'e: [1, 2',
      'f: { sv: "x, nb: "y" }',
      'g: "aldrig',
      'h: "c:\\q"',
      'i: 1',
      'i: 2',
      'k: "\u202e"',
      'l: !x y',
      '',
    ].join('\n');
    const { document, findings } = readYaml('a.yaml', text);
    expect(told(findings).sort()).toEqual(
      [
        '1:1+8 missing-colon',
        '2:11+1 unquoted-colon',
        '3:16+1 quote-inside',
        '5:1+1 tab-indent',
        '6:6+1 reserved-character',
        '7:1+3 wrong-indent',
        '8:4+1 unclosed-bracket',
        '9:10+1 unclosed-quote',
        '10:4+1 unclosed-quote',
        '11:7+2 bad-escape',
        '13:1+1 duplicate-key',
        '14:5+1 control-character',
        '15:4+2 no-tags',
      ].sort(),
    );
    expect(document?.value).toEqual({
      schema: 1,
      title: 'Hej: du',
      about: 'han sa "nej" nu',
      a: { b: 1, c: '@kund', d: 'x' },
      e: [1, 2],
      f: { sv: 'x', nb: 'y' },
      g: 'aldrig',
      h: 'c:\\q',
      i: 1,
      k: '\u202e',
      l: 'y',
    });
  });

  it('places after a mended line are those of the author', () => {
    const text = 'a: x: y\nb: {c: 1, c: 2}\n d:\n   e: 1\n   e: 2\n';
    expect(told(readYaml('a.yaml', text).findings)).toEqual([
      '1:5+1 unquoted-colon',
      '3:1+1 wrong-indent',
      '2:11+1 duplicate-key',
      '5:4+1 duplicate-key',
    ]);
  });

  it('the file is given up after so many slips', () => {
    const text = 'a: b: c\n'.repeat(LIMITS.mends + 5);
    const { document, findings } = readYaml('a.yaml', text);
    expect(document).toBeNull();
    expect(findings).toHaveLength(LIMITS.mends + 1);
  });
});

describe('messages a non-programmer understands', () => {
  /** For each slip, what the message must say to write instead, in each language. */
  const INSTEAD: [text: string, sv: string, nb: string, en: string][] = [
    [
      'say: Jag hör: du',
      'citattecken: say: "Jag hör: du"',
      'anførselstegn: say: "Jag hör: du"',
      'quotes: say: "Jag hör: du"',
    ],
    ['a:\n\tb: 1', 'Använd mellanslag, två', 'Bruk mellomrom, to', 'Use spaces, two'],
    ['a: x\n  b: y', 'börja lika långt in', 'begynne like langt inne', 'begin equally far in'],
    [
      'a: "hej\nb: 2',
      'Sätt ett likadant sist',
      'Sett et likt der teksten slutter',
      'Put the same one at the end',
    ],
    ["a: 'it's'", 'Skriv ” i stället', 'Skriv « » i stedet', 'Use a typographic quote instead'],
    ['a: @x', 'Sätt hela texten inom "…"', 'Sett hele teksten i "…"', 'Put the whole text in "…"'],
    ['a: [x\nb: 2', 'fattas ett komma', 'mangler det et komma', 'a comma is missing'],
    ['a: "\\q"', 'skriv \\\\', 'Skriv \\\\', 'Write \\\\'],
    ['a 1\nb: 2', 'namn: "text"', 'navn: "tekst"', 'name: "text"'],
    ['a: "\u0000"', 'skriv raden på nytt', 'skriv linjen på nytt', 'type the text again'],
    ['a: !x y', 'Ta bort utropstecknet', 'Fjern utropstegnet', 'Remove it'],
    ['a: 1\na: 2', 'Ta bort eller byt namn', 'Fjern den ene', 'Remove or rename'],
    ['a: 1\n---\nb: 2', 'en egen fil', 'en egen fil', 'a file of its own'],
    ['__proto__: 1', 'Välj ett annat', 'Velg et annet', 'Choose another'],
  ];
  it.each(INSTEAD)('%j', (text, sv, nb, en) => {
    const [finding] = readYaml('a.yaml', text).findings;
    const say = (tongue: 'sv' | 'nb' | 'en') =>
      finding && AUTHOR[tongue].finding[finding.rule](finding.params);
    expect(say('sv')).toContain(sv);
    expect(say('nb')).toContain(nb);
    expect(say('en')).toContain(en);
  });

  it('every rule has a sentence in every language, and none says what YAML says', () => {
    for (const rule of READER_RULES) {
      for (const texts of Object.values(AUTHOR)) {
        const message = texts.finding[rule]({});
        expect(message).toMatch(/\S.*[.:"A-Za-z]$/);
        expect(message).not.toMatch(/mapping|scalar|implicit key|flow collection/);
      }
    }
  });
});

describe('the frame', () => {
  const io = { env: {}, platform: 'linux', stderr: { columns: 60 } } as unknown as Parameters<
    typeof styleFor
  >[0];
  const style = styleFor(io, { color: false, plain: false }, io.stderr);
  /** The line with its number, and the carets below it. */
  const frame = (text: string) => {
    const [finding] = readYaml('a.yaml', text).findings;
    return finding ? findingText(finding, AUTHOR.en, style).split('\n').slice(1) : [];
  };

  const FRAMES: [name: string, text: string, line: string, caret: string][] = [
    ['plain', 'say: x: y', '   1 | say: x: y', '     |       ^'],
    ['after a byte order mark', '\ufeffsay: x: y', '   1 | say: x: y', '     |       ^'],
    ['after CRLF', 'a: 1\r\nsay: x: y\r\n', '   2 | say: x: y', '     |       ^'],
    ['after a tab', 'say:\tx: y', '   1 | say:\tx: y', '     |     \t ^'],
    ['after an emoji, two cells wide', 'say: 😀: y', '   1 | say: 😀: y', '     |        ^'],
    ['after wide letters', 'say: 漢字: y', '   1 | say: 漢字: y', '     |          ^'],
    ['after an accent on its own', 'say: e\u0301: y', '   1 | say: e\u0301: y', '     |       ^'],
    ['a tag is underlined whole', 'a: !viktigt x', '   1 | a: !viktigt x', '     |    ^^^^^^^^'],
    ['what cannot be shown is left out', 'a: "x\u202ey"', '   1 | a: "xy"', '     |      ^'],
  ];
  it.each(FRAMES)('%s', (_name, text, line, caret) => {
    expect(frame(text)).toEqual([line, caret]);
  });

  it('a long line is cut around the place', () => {
    const [line = '', caret = ''] = frame(`say: ${'å'.repeat(200)}: ${'ö'.repeat(200)}`);
    expect(line).toHaveLength(7 + 50);
    expect(line[caret.indexOf('^')]).toBe(':');
  });

  it('place, severity, rule and message stand on the first line', () => {
    const [finding] = readYaml('mapp/fil.yaml', 'a: 1\nsay: x: y').findings;
    expect(finding && findingText(finding, AUTHOR.sv, style)).toBe(
      [
        'mapp/fil.yaml:2:7 fel unquoted-colon Texten innehåller kolon och måste stå inom citattecken: say: "x: y"',
        '   2 | say: x: y',
        '     |       ^',
      ].join('\n'),
    );
  });
});
