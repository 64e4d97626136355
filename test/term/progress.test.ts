/**
 * The page of `svalka progress` and the lines of `svalka practice --due` as files to open, in both
 * languages, wide and narrow. `vitest -u` writes them anew; read what changed before you keep it.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueNow } from '../../src/journal/due.ts';
import { type Names, namesIn } from '../../src/journal/names.ts';
import type { Practised } from '../../src/journal/practised.ts';
import { practisedFrom } from '../../src/journal/practised-from.ts';
import { progressOf } from '../../src/journal/progress.ts';
import { type ProgressTexts, progressTexts } from '../../src/locales/progress.ts';
import { LANGS, type Lang } from '../../src/playbook/types.ts';
import { dueLines } from '../../src/term/due-lines.ts';
import { progressPage } from '../../src/term/progress-page.ts';
import type { Page } from '../../src/term/render.ts';
import { SCENARIOS } from '../flow/courses.ts';
import { anyPractice } from '../journal/any-practice.ts';
import { library } from '../support/content.ts';
import { pageOf } from '../support/page.ts';
import { november, practised, THREE_WEEKS, utcDay } from '../support/practised.ts';
import { slips } from '../support/screens.ts';

const courses = SCENARIOS.map(({ course }) => course);
const PAST = practisedFrom(THREE_WEEKS);

interface Reader {
  readonly lang: Lang;
  readonly columns: number;
  readonly plain?: boolean;
  readonly env?: Record<string, string>;
}

const readerPage = ({ lang, columns, plain = false, env = {} }: Reader): Page<ProgressTexts> => ({
  ...pageOf(lang, columns, { plain, env }),
  texts: progressTexts[lang],
});

function seen(
  reader: Reader,
  past: readonly Practised[],
  now: number,
  names = namesIn(library, reader.lang),
) {
  const page = readerPage(reader);
  const due = dueNow(past, courses, now, utcDay);
  return {
    page: progressPage(page, { progress: progressOf(past, now, utcDay), due, names }),
    due: dueLines(page, due, names),
  };
}

/** What there may be to see, by name. */
const PASTS: Readonly<Record<string, readonly [readonly Practised[], number]>> = {
  'three weeks': [PAST, november(24)],
  'the day after the first time': [PAST.slice(0, 1), november(3)],
  'nothing due': [[practised('late-parcel', november(2))], november(2, 15)],
  'a year later': [PAST, november(24 + 365)],
  nothing: [[], november(2)],
};

const READERS: readonly Reader[] = LANGS.flatMap((lang) => [
  { lang, columns: 80 },
  { lang, columns: 40 },
  { lang, columns: 80, plain: true },
]);

describe.each(READERS)('$lang at $columns columns, plain: $plain', (reader) => {
  const { lang, columns, plain } = reader;

  test('as it was', async () => {
    const parts = Object.entries(PASTS).flatMap(([name, [past, now]]) => {
      const { page, due } = seen(reader, past, now);
      return [`== ${name} ==`, ...page, '', `== ${name}: --due ==`, ...due, ''];
    });
    const file = `${lang}.${columns}${plain ? '.plain' : ''}.txt`;
    await expect(`${parts.join('\n')}\n`).toMatchFileSnapshot(`progress/${file}`);
  });

  test('fits, and nothing is left unfilled', () => {
    for (const [past, now] of Object.values(PASTS)) {
      const { page, due } = seen(reader, past, now);
      const slipping = pageOf(lang, columns, { plain: plain ?? false });
      expect(slips(slipping, page)).toEqual([]);
      expect(slips(slipping, due)).toEqual([]);
    }
  });
});

test.each(Object.entries(PASTS))(
  'what is due is said in two to four lines, to who begins in one: %s',
  (_, [past, now]) => {
    const page = readerPage({ lang: 'sv', columns: 80 });
    const wide = { ...page, style: { ...page.style, width: 1000 } };
    const lines = dueLines(wide, dueNow(past, courses, now, utcDay), namesIn(library, 'sv'));
    expect(lines.length).toBeGreaterThanOrEqual(past.length === 0 ? 1 : 2);
    expect(lines.length).toBeLessThanOrEqual(4);
  },
);

test('without Unicode: letters, and signs of ASCII', () => {
  const { page, due } = seen({ lang: 'nb', columns: 40, env: { LC_ALL: 'C' } }, PAST, november(24));
  expect([...page, ...due].join('\n')).not.toMatch(/[^\n\x20-\x7eæøåÆØÅ]/);
  expect(page.join('\n')).toMatch(/#{3}\.\. 3\/5/);
});

const LONG: Names = {
  move: () => 'Ett sätt att säga det som någon har gett ett mycket långt namn, för säkerhets skull',
  fault: () => 'Donaudampfschiffahrtsgesellschaftskapitänsmützenabzeichen och lite till',
  threat: () => 'Säger att hela familjen, arbetsplatsen och föreningen ska få höra talas om det här',
  scenario: () => 'Samtalet med ett namn som ingen har hjärta att korta – inte ens till hälften (del 2)',
};

test.each([30, 40, 80])('names that are long are wrapped, at %i columns', (columns) => {
  const { page, due } = seen({ lang: 'sv', columns }, PAST, november(24), LONG);
  // A single word that is longer than the line is the only thing that may hang out.
  const lines = [...page, ...due].join('\n').split('\n');
  const wide = lines.filter((line) => line.length > columns && line.trim().includes(' '));
  expect(wide.filter((line) => !line.includes('Donaudampf'))).toEqual([]);
});

test('names that drive a terminal do not', () => {
  const hostile = () => '\u001b[2J\u202eX';
  const names = { move: hostile, fault: hostile, threat: hostile, scenario: hostile };
  const { page, due } = seen({ lang: 'nb', columns: 80 }, PAST, november(24), names);
  expect([...page, ...due].join('')).not.toMatch(/\p{Cc}|\p{Cf}/u);
});

test('whatever was practised: a page that fits', () => {
  fc.assert(
    fc.property(anyPractice, fc.constantFrom(...READERS), (past, reader) => {
      const { page, due } = seen(reader, past, november(24));
      const slipping = pageOf(reader.lang, reader.columns, { plain: reader.plain ?? false });
      expect(slips(slipping, page)).toEqual([]);
      expect(slips(slipping, due)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
