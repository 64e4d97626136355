/** Moves and faults in a text, on the built models: where they stand, and what must always hold. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCoach } from '../../src/coach/open.ts';
import { missingFrom, tooSoonIn } from '../../src/coach/order.ts';
import { type Review, review } from '../../src/coach/review.ts';
import type { Typed } from '../../src/language/detect.ts';
import type { Playbook } from '../../src/playbook/schema.ts';
import { FAULTS, type Fault, MOVES, type Move } from '../../src/playbook/types.ts';
import { library, ROOT } from '../support/content.ts';
import { HOSTILE } from '../support/hostile.ts';

const coach = openCoach(`${ROOT}dist`);

const dev = readFileSync(`${ROOT}test/data/agent.dev.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { lang: Typed; text: string });

/** What was heard in short: moves, then faults. */
const heard = ({ moves, faults }: Review) => [
  ...moves.map(({ move }) => move),
  ...faults.map(({ fault }) => fault),
];
const spans = ({ moves, faults }: Review) => [...moves, ...faults];

/** Sentences that agents write, strung together. */
const written = fc
  .array(fc.oneof(fc.constantFrom(...dev.map(({ text }) => text)), fc.string({ unit: 'grapheme' })), {
    maxLength: 4,
  })
  .map((parts) => parts.join(' '));
const langs = fc.constantFrom<Typed | null>('sv', 'nb', 'nn', null);

describe('any text', () => {
  test('has its labels at places inside it, in order, each once, with advice for a fault', () => {
    fc.assert(
      fc.property(written, langs, (text, lang) => {
        const found = review(text, coach, lang);
        expect(found.text).toBe(text);
        for (const { start, end } of [...spans(found), ...found.sentences]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const some of [found.moves, found.faults]) {
          expect(some.map(({ start }) => start)).toEqual(
            some.map(({ start }) => start).sort((a, b) => a - b),
          );
        }
        expect(new Set(heard(found)).size).toBe(heard(found).length);
        for (const { message, instead } of found.faults) {
          expect(message).not.toBe('');
          expect([1, 2]).toContain(instead.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has each label in one of its sentences', () => {
    fc.assert(
      fc.property(written, (text) => {
        const found = review(text, coach);
        for (const { start, end } of spans(found)) {
          expect(found.sentences.some((one) => one.start <= start && end <= one.end)).toBe(true);
        }
      }),
    );
  });

  test('has its labels on words, not on signs alone', () => {
    const signs = dev.flatMap(({ text, lang }) =>
      spans(review(text, coach, lang)).map(({ start, end }) => text.slice(start, end)),
    );
    const more = ['Nej.', 'https://example.com/abc?x=1', 'Va?!', '…men'].flatMap((text) =>
      spans(review(text, coach)).map(({ start, end }) => text.slice(start, end)),
    );
    expect(
      [...signs, ...more].filter((words) => !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(words)),
    ).toEqual([]);
  });

  test('is reviewed alike each time, by each coach, whatever came before', () => {
    const other = openCoach(`${ROOT}dist`);
    const backwards = [...dev].reverse().map(({ text, lang }) => review(text, other, lang));
    expect(dev.map(({ text, lang }) => review(text, coach, lang))).toEqual(backwards.reverse());
  });

  test('has the same labels at the same words, composed or decomposed', () => {
    for (const { text, lang } of dev) {
      const one = review(text, coach, lang);
      const other = review(text.normalize('NFD'), coach, lang);
      const words = (found: Review) =>
        spans(found).map(({ start, end }) => found.text.slice(start, end).normalize('NFC'));
      expect([heard(other), words(other)]).toEqual([heard(one), words(one)]);
    }
  });

  test.each<[string, (text: string) => string]>([
    ['in capitals', (text) => text.toUpperCase()],
    ['without å ä ö æ ø', (text) => text.replace(/[åäæ]/g, 'a').replace(/[öø]/g, 'o')],
    ['between blanks', (text) => `\n  ${text}\t\n`],
  ])('has the same labels %s', (_told, other) => {
    for (const { text, lang } of dev) {
      expect(heard(review(other(text), coach, lang))).toEqual(heard(review(text, coach, lang)));
    }
  });
});

describe('a text without a word that the content knows has no label', () => {
  test.each(['', '   ', '!!!', 'xyzzy', 'qwzx vkjq', '12345', '2026-11-22', '🦔', 'Wojciechowski', '日本語'])(
    '%j',
    (text) => {
      expect(heard(review(text, coach, 'sv'))).toEqual([]);
      expect(heard(review(text, coach, 'nb'))).toEqual([]);
    },
  );

  test.each(['Ja.', 'Nej.', 'Nei.', 'Ok', 'Okej.', 'Hej!', 'Hei!', 'Mm.', 'Anna Svensson', 'Ett ögonblick.'])(
    'and small talk has no fault: %s',
    (text) => {
      expect(review(text, coach).faults).toEqual([]);
    },
  );
});

/** A line, its labels, and words that a label's place must have in it. */
type Convention = readonly [string, readonly (Move | Fault)[], Partial<Record<Move | Fault, string>>?];

const SV: readonly Convention[] = [
  [
    'Jag förstår att du är besviken, men enligt våra regler går det inte.',
    ['empathize', 'but', 'policy'],
    { empathize: 'besviken', policy: 'regler' },
  ],
  ['Jag förstår verkligen att du är besviken.', ['empathize'], { empathize: 'förstår' }],
  ['Jag beklagar om du upplevde det så.', ['conditional-apology'], { 'conditional-apology': 'om du' }],
  ['Jag ber om ursäkt för att paketet kom för sent.', ['apologize'], { apologize: 'ursäkt' }],
  ['Förlåt att du har fått vänta så länge.', ['apologize'], { apologize: 'Förlåt' }],
  ['Enligt våra regler går det inte.', ['policy'], { policy: 'regler' }],
  ['Butiken öppnar klockan nio.', []],
  ['Vi har öppet till klockan sex på lördagar.', []],
  ['Tack för att du berättar det här.', ['thank'], { thank: 'Tack' }],
  ['Tack för att du hörde av dig, men vi har stängt på söndag.', ['thank']],
  ['Jag skickar ett nytt i dag, men det kan dröja till fredag.', ['respond'], { respond: 'skickar' }],
  ['Om du fortsätter att hota mig avslutar jag samtalet.', ['boundary'], { boundary: 'avslutar' }],
  ['Lugna ner dig.', ['calm-down'], { 'calm-down': 'Lugna' }],
  ['Du behöver inte höja rösten.', ['calm-down']],
  ['Du borde ha läst villkoren.', ['blame'], { blame: 'borde' }],
  ['Det är inte mitt fel.', ['defensive'], { defensive: 'inte mitt' }],
  ['Det är inte min avdelning, du får ringa någon annan.', ['deflect']],
  ['Det är väl inte så farligt.', ['minimize'], { minimize: 'farligt' }],
  ['Jag garanterar att det aldrig händer igen.', ['overpromise'], { overpromise: 'aldrig' }],
  ['Gör det du, vi klarar oss utan dig.', ['escalate']],
  ['Berätta, jag lyssnar.', ['hear'], { hear: 'lyssnar' }],
  ['Vill du ha pengarna tillbaka eller en ny vara?', ['ask'], { ask: 'Vill du' }],
  ['Så paketet kom trasigt, och ingen ringde tillbaka?', ['restate'], { restate: 'paketet' }],
];

const NB: readonly Convention[] = [
  [
    'Jeg skjønner at du er skuffet, men ifølge reglene våre går det ikke.',
    ['empathize', 'but', 'policy'],
    { empathize: 'skuffet', policy: 'reglene' },
  ],
  ['Jeg forstår godt at du er skuffet.', ['empathize'], { empathize: 'forstår' }],
  ['Beklager hvis du opplevde det sånn.', ['conditional-apology'], { 'conditional-apology': 'hvis' }],
  ['Jeg beklager hvis du ble støtt.', ['conditional-apology'], { 'conditional-apology': 'hvis' }],
  ['Jeg beklager at pakken kom for sent.', ['apologize'], { apologize: 'beklager' }],
  ['Unnskyld at du har måttet vente så lenge.', ['apologize'], { apologize: 'Unnskyld' }],
  ['Ifølge reglene våre går det ikke.', ['policy'], { policy: 'reglene' }],
  ['Butikken åpner klokka ni.', []],
  ['Vi har åpent til klokka seks på lørdager.', []],
  ['Ordrenummeret ditt er 48213.', []],
  ['Takk for at du forteller det.', ['thank'], { thank: 'Takk' }],
  ['Tusen takk for at du tok kontakt.', ['thank'], { thank: 'takk' }],
  ['Jeg sender en ny i dag, men det kan ta til fredag.', ['respond'], { respond: 'sender' }],
  ['Hvis du fortsetter å true meg, avslutter jeg samtalen.', ['boundary'], { boundary: 'avslutter' }],
  ['Ro deg ned.', ['calm-down'], { 'calm-down': 'Ro deg' }],
  ['Du trenger ikke å heve stemmen.', ['calm-down']],
  ['Du burde ha lest vilkårene.', ['blame'], { blame: 'burde' }],
  ['Det er ikke min avdeling, du får ringe noen andre.', ['deflect'], { deflect: 'avdeling' }],
  ['Det er vel ikke så farlig.', ['minimize'], { minimize: 'farlig' }],
  ['Jeg garanterer at det aldri skjer igjen.', ['overpromise'], { overpromise: 'aldri' }],
  ['Gjør det, du, vi klarer oss fint uten deg.', ['escalate']],
  ['Vil du ha pengene tilbake eller en ny vare?', ['ask'], { ask: 'Vil du' }],
  ['Så pakken var ødelagt, og ingen ringte tilbake?', ['restate'], { restate: 'ingen' }],
];

const NN: readonly Convention[] = [
  ['Eg skjønar at du er skuffa.', ['empathize'], { empathize: 'skuffa' }],
  ['Orsak at du har måtta vente så lenge.', ['apologize'], { apologize: 'Orsak' }],
  ['Takk for at du seier frå.', ['thank'], { thank: 'Takk' }],
  ['Ro deg ned!', ['calm-down'], { 'calm-down': 'Ro deg' }],
];

const conventions = (
  [
    ['sv', SV],
    ['nb', NB],
    ['nn', NN],
  ] as const
).flatMap(([lang, some]) => some.map(([text, labels, places = {}]) => ({ lang, text, labels, places })));

describe('conventions', () => {
  test.each(conventions)('$lang: $text', ({ lang, text, labels, places }) => {
    const found = review(text, coach, lang);
    expect(heard(found).sort()).toEqual([...labels].sort());
    const words: Readonly<Record<string, string>> = Object.fromEntries([
      ...found.moves.map(({ move, start, end }) => [move, text.slice(start, end)]),
      ...found.faults.map(({ fault, start, end }) => [fault, text.slice(start, end)]),
    ]);
    for (const [label, part] of Object.entries(places)) expect(words[label]).toContain(part);
    // A "but" is at the word itself, so that a person sees what to leave out.
    if ('but' in words) expect(words.but).toBe('men');
  });
});

describe('the language', () => {
  test.each<[Typed, string]>([
    ['sv', 'Jag förstår att du är besviken.'],
    ['sv', 'Vi skickar ett nytt paket till dig i morgon.'],
    ['nb', 'Jeg skjønner at du er skuffet.'],
    ['nb', 'Vi sender en ny pakke til deg i morgen.'],
    ['nn', 'Eg skjønar at du er skuffa, og eg veit ikkje kva som har hendt.'],
  ])('%s: %s', (lang, text) => {
    expect(review(text, coach).lang).toBe(lang);
  });

  test('that is given is taken, and its advice is in it; nynorsk is answered in bokmål', () => {
    const text = 'Enligt våra regler går det inte.';
    const message = (lang: Typed) => review(text, coach, lang).faults[0]?.message;
    expect(review(text, coach, 'nb').lang).toBe('nb');
    const why = library.value('temperature', 'didactic')?.faults.policy.why;
    expect([message('sv'), message('nb'), message('nn')]).toEqual([why?.sv, why?.nb, why?.nb]);
  });

  test('of a text without a word is Swedish', () => {
    expect(review('', coach).lang).toBe('sv');
  });
});

describe('hostile texts of a megabyte come to an end', () => {
  test.each(HOSTILE)('%s', (_told, text) => {
    const found = review(text, coach);
    for (const { start, end } of spans(found)) expect(text.slice(start, end)).not.toBe('');
  });
});

const heart = library.value('playbook', 'heart') as Playbook;

/** A review with these moves, one after the other. */
const withMoves = (moves: readonly Move[]): Review => ({
  ...{ lang: 'sv', text: 'x'.repeat(20), faults: [], sentences: [] },
  moves: moves.map((move, i) => ({ move, start: 2 * i, end: 2 * i + 1 })),
});

describe('the order of HEART', () => {
  test.each<[string, Move[], string[]]>([
    ['nothing said', [], ['hear', 'empathize', 'apologize', 'respond', 'thank']],
    ['all said', ['hear', 'empathize', 'apologize', 'respond', 'thank'], []],
    ['all said, in another order', ['thank', 'respond', 'apologize', 'empathize', 'hear'], []],
    ['felt alone', ['empathize'], ['hear', 'apologize', 'respond', 'thank']],
    ['what belongs to no step', ['boundary'], ['hear', 'empathize', 'apologize', 'respond', 'thank']],
  ])('missing, %s', (_told, moves, missing) => {
    expect(missingFrom(withMoves(moves), heart)).toEqual(missing);
  });

  test('each move of a step stands for it', () => {
    for (const [id, step] of Object.entries(heart.steps)) {
      for (const move of step.moves) expect(missingFrom(withMoves([move]), heart)).not.toContain(id);
    }
  });

  test.each<[string, Move[], number | null]>([
    ['nothing said', [], null],
    ['nothing solved', ['empathize', 'thank'], null],
    ['solved alone', ['respond'], 0],
    ['asked alone', ['ask'], 0],
    ['solved first', ['respond', 'empathize'], 0],
    ['solved first, though it was asked last', ['respond', 'apologize', 'ask'], 0],
    ['solved after it was felt', ['empathize', 'respond'], null],
    ['solved after it was regretted', ['apologize', 'respond'], null],
    ['solved after it was said back', ['restate', 'ask'], null],
    ['solved after listening alone', ['hear', 'respond'], 1],
    ['solved after thanks alone', ['thank', 'respond'], 1],
  ])('too soon, %s', (_told, moves, at) => {
    const found = withMoves(moves);
    expect(tooSoonIn(found)).toEqual(at === null ? null : found.moves[at]);
  });

  test('too soon, found in a text', () => {
    const found = review('Jag skickar ett nytt paket i dag. Förlåt att du har fått vänta.', coach, 'sv');
    expect(tooSoonIn(found)?.move).toBe('respond');
    const kept = review('Förlåt att du har fått vänta. Jag skickar ett nytt paket i dag.', coach, 'sv');
    expect(tooSoonIn(kept)).toBe(null);
  });
});

test('every label of the model is a move or a fault, each once', () => {
  expect([...coach.model.labels].sort()).toEqual([...MOVES, ...FAULTS].sort());
});
