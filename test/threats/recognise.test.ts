/** Kinds of threat in what a customer says, on the built models: by name, by sentence, and quiet otherwise. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { THREATS, type ThreatKind } from '../../src/playbook/types.ts';
import { openThreats } from '../../src/threats/open.ts';
import { recognise } from '../../src/threats/recognise.ts';
import { ROOT } from '../support/content.ts';
import { HOSTILE } from '../support/hostile.ts';

const { ear } = openThreats(`${ROOT}dist/`);
const DANGER: readonly ThreatKind[] = ['physical', 'self-harm'];

const kindsIn = (text: string) => recognise(text, ear).matches.map(({ threat }) => threat);
const linesOf = (file: string) => readFileSync(`${ROOT}test/data/${file}`, 'utf8').trim().split('\n');

const NAMES: Readonly<Record<ThreatKind, readonly string[]>> = {
  competitor: ['konkurrent', 'konkurent', 'konk', 'säga upp', 'saga upp', 'si opp', 'SÄGA UPP', 'bytte'],
  public: [
    'facebook',
    'FACEBOOK',
    'Facebok',
    'insta',
    'trustpilot',
    'omdöme',
    'omdome',
    'omtale',
    'recention',
  ],
  manager: ['chef', 'Chefen', 'sjef', 'SJEFEN', 'boss', 'ledelse', 'vd', 'huvudkontor', 'hovedkontor'],
  media: ['tidning', 'tidnin', 'avis', 'tv', 'journalist', 'jornalist', 'reporter'],
  legal: [
    'pol',
    'polis',
    'Polisen',
    'politi',
    'advok',
    'Advokaten',
    'arn',
    'IMY',
    'forbrukerradet',
    'saksoke',
  ],
  physical: ['våld', 'vald', 'vold', 'vapen', 'våpen', 'kniv', 'hot', 'trussel'],
  'self-harm': ['självmord', 'sjalvmord', 'selvmord', 'sjolvmord', 'självm', 'vill dö', 'vil dø', 'ta livet'],
};

describe('by name', () => {
  test.each(THREATS.flatMap((kind) => NAMES[kind].map((name) => [name, kind] as const)))(
    '%s: %s',
    (name, kind) => {
      expect(kindsIn(name)[0]).toBe(kind);
    },
  );

  test('a name is 1, its beginning less, a slip still less', () => {
    const scores = ['advokat', 'advok', 'advokaten'].map(
      (name) => recognise(name, ear).matches[0]?.score ?? 0,
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect([scores[0], new Set(scores).size]).toEqual([1, 3]);
  });

  test('every name of the content finds its kind', () => {
    for (const kind of THREATS) {
      for (const name of ear.names[kind]) expect(kindsIn(name), name).toContain(kind);
    }
  });
});

const SENTENCES: Readonly<Record<ThreatKind, readonly string[]>> = {
  competitor: [
    'Då byter jag till Telia i stället.',
    'Jag säger upp avtalet och går till en konkurrent.',
    'Da bytter jeg til Telenor i stedet.',
    'Jeg sier opp avtalen og går til en konkurrent.',
  ],
  public: [
    'Jag lägger ut det här på Facebook så alla får se.',
    'Ni får en stjärna på Trustpilot av mig.',
    'Jeg legger dette ut på Facebook så alle får se det.',
    'Dere får én stjerne på Google av meg.',
  ],
  manager: [
    'Jag ska prata med din chef.',
    'Får jag prata med någon som bestämmer?',
    'Nå vil jeg snakke med sjefen din.',
    'Eg vil snakke med sjefen din no.',
  ],
  media: [
    'Jag ringer Aftonbladet om det här.',
    'Uppdrag granskning kommer att bli intresserade av er.',
    'Jeg ringer VG om dette.',
    'Jeg tipser Forbrukerinspektørene på NRK.',
  ],
  legal: [
    'Ni hör från min advokat.',
    'Jag anmäler er till ARN och Konsumentverket.',
    'Dere hører fra advokaten min.',
    'Jeg politianmelder dere for svindel.',
  ],
  physical: [
    'Jag vet var du bor, och jag kommer dit.',
    'Jag ska slå in skallen på dig.',
    'Jeg vet hvor du bor, og jeg kommer.',
    'Jeg skal slå deg helseløs.',
  ],
  'self-harm': [
    'Jag orkar inte leva längre.',
    'Jag ska ta livet av mig.',
    'Jeg orker ikke leve lenger.',
    'Eg orkar ikkje leva lenger.',
  ],
};

describe('by sentence', () => {
  test.each(THREATS.flatMap((kind) => SENTENCES[kind].map((text) => [text, kind] as const)))(
    '%s: %s',
    (text, kind) => {
      expect(kindsIn(text)[0]).toBe(kind);
      expect(kindsIn(text.toUpperCase())[0]).toBe(kind);
    },
  );

  test.each<[string, ThreatKind]>([
    ['Jag ringer din chef. Sen kommer jag ner och slår dig.', 'physical'],
    ['Jeg saksøker dere, og så kommer jeg og knuser trynet ditt.', 'physical'],
    ['Jag stämmer er, och jag orkar inte leva längre.', 'self-harm'],
    ['Jeg går til VG, og så tar jeg livet av meg.', 'self-harm'],
  ])('danger first: %s', (text, kind) => {
    expect(kindsIn(text)[0]).toBe(kind);
  });

  test('two kinds are told, the danger first though the other is surer', () => {
    const { matches } = recognise('Jag ringer din chef. Sen kommer jag ner och slår dig.', ear);
    expect(matches.map(({ threat }) => threat)).toEqual(['physical', 'manager']);
  });

  test.each([
    'När öppnar ni i morgon?',
    'Var är mitt paket?',
    'Kan jag betala med kort?',
    'Har ni öppet på annandag jul?',
    'Når åpner dere i morgen?',
    'Hvor er pakken min?',
    'Kan jeg betale med kort?',
    'Eg lurer på kvar pakken min er.',
    'Hej!',
    'Tack.',
  ])('none: %s', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  test.each([
    '',
    '   ',
    '\n',
    '!!!',
    '😀😀😀',
    '\u0000',
    '\u001b[31m\u0007',
    'x',
    'qwzx vkjq',
    '12345',
    '日本語です',
    'Привет, как дела?',
  ])('none, where no word is known: %j', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });
});

const dev = linesOf('threats.dev.jsonl').map((line) => (JSON.parse(line) as { text: string }).text);
const said = fc
  .array(fc.oneof(fc.constantFrom(...dev), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), {
    maxLength: 4,
  })
  .map((parts) => parts.join(' '));

test('any text: scores from 0 to 1, the nearest sorted, danger before all else, the same every time', () => {
  fc.assert(
    fc.property(said, (text) => {
      const found = recognise(text, ear);
      for (const { score } of [...found.matches, ...found.nearest]) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
      const near = found.nearest.map(({ score }) => score);
      expect(near).toEqual([...near].sort((a, b) => b - a));
      expect(found.nearest.map(({ threat }) => threat).sort()).toEqual([...THREATS].sort());
      expect(found.matches.length).toBeLessThanOrEqual(2);
      const [first, second] = found.matches;
      if (first && second) {
        expect(first.threat).not.toBe(second.threat);
        const [a, b] = [first, second].map(({ threat }) => DANGER.includes(threat));
        expect(a || !b).toBe(true);
        if (a === b) expect(first.score).toBeGreaterThanOrEqual(second.score);
      }
      expect(recognise(text, ear)).toEqual(found);
    }),
    { numRuns: 300 },
  );
});

describe('everyday lines stay quiet', () => {
  /** What was measured on 2026-11-22, rounded up: it may only fall. */
  const MOST = { alarms: 0.12, danger: 0.09 };

  test.each(['sv', 'nb'] as const)('%s', (lang) => {
    const lines = linesOf(`everyday.${lang}.txt`);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length).toBeGreaterThanOrEqual(150);
    const first = lines.flatMap((line) => kindsIn(line).slice(0, 1));
    const danger = first.filter((kind) => DANGER.includes(kind));
    expect(first.length / lines.length).toBeLessThanOrEqual(MOST.alarms);
    expect(danger.length / lines.length).toBeLessThanOrEqual(MOST.danger);
  });
});

describe('hostile texts of a megabyte come to an end', () => {
  test.each([
    ...HOSTILE,
    ['NUL', '\u0000'.repeat(1 << 20)] as const,
    ['control characters', '\u001b[2J\u0007\u202e'.repeat(1 << 17)] as const,
    ['a threat a thousand times', 'Jag ska prata med din chef. '.repeat(1 << 15)] as const,
  ])('%s', (_told, text) => {
    expect(recognise(text, ear).nearest).toHaveLength(THREATS.length);
  });
});
