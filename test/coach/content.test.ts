/**
 * The shipped content through its own coach: examples keep what they promise, phrases
 * are heard as what they are for, faults show, and what is to be said instead is clean.
 */
import { describe, expect, test } from 'vitest';
import { exampleMisjudged } from '../../src/check/rules/example-misjudged.ts';
import { openCoach } from '../../src/coach/open.ts';
import { review } from '../../src/coach/review.ts';
import { phrasesOf } from '../../src/flow/course.ts';
import type { Choice, Language, Step } from '../../src/playbook/schema.ts';
import { type Fault, LANGS, type Lang, type Move } from '../../src/playbook/types.ts';
import { PLAYBOOKS } from '../flow/courses.ts';
import { library, ROOT, shipped } from '../support/content.ts';

const coach = openCoach(`${ROOT}dist`);

/** How many lines may be misjudged, of each kind. */
const EXCEPTIONS = 0;

interface Line {
  /** Where it stands. */
  readonly at: string;
  readonly lang: Lang;
  readonly text: string;
}

/** A line that is not as it should be, with what was heard, to be read in a failure. */
function told({ at, lang, text }: Line, what: string): string {
  const { moves, faults } = review(text, coach, lang);
  const heard = [...moves.map(({ move }) => move), ...faults.map(({ fault }) => `!${fault}`)];
  return `${at} ${lang}: ${what}; heard [${heard.join(' ')}]: ${text}`;
}

function expectFew(wrong: readonly string[]): void {
  expect(wrong.length, `${wrong.length} lines\n${wrong.join('\n')}`).toBeLessThanOrEqual(EXCEPTIONS);
}

const faultsIn = ({ text, lang }: Line): Fault[] =>
  review(text, coach, lang).faults.map(({ fault }) => fault);
const movesIn = ({ text, lang }: Line): Move[] => review(text, coach, lang).moves.map(({ move }) => move);

const languages = shipped.docs.flatMap((doc) => (doc.kind === 'language' ? [doc.value] : []));
const labelOf = (file: Language) => file.move ?? file.fault;

describe('examples in playbooks/language', () => {
  test('are each heard, and no near miss is', () => {
    const wrong = [...exampleMisjudged.check({ docs: shipped.docs, coach })].map(({ doc, pointer }) =>
      [doc.document.source.file, pointer].join(' '),
    );
    expectFew(wrong);
  });

  test('are of both kinds in every entry with a label', () => {
    const lacking = languages.filter(labelOf).flatMap(({ language, entries }) =>
      Object.entries(entries)
        .filter(([, { examples, near }]) => examples.length === 0 || (near ?? []).length === 0)
        .map(([entry]) => `${language} ${entry}`),
    );
    expect(lacking).toEqual([]);
  });

  test('are at least 1500, and every label is there in both languages', () => {
    const count = (file: Language) =>
      Object.values(file.entries).reduce((sum, { examples }) => sum + examples.length, 0);
    expect(languages.filter(labelOf).reduce((sum, file) => sum + count(file), 0)).toBeGreaterThanOrEqual(
      1500,
    );
    const labels = (lang: Lang) =>
      languages.flatMap((file) => (file.lang === lang ? (labelOf(file) ?? []) : [])).sort();
    expect(labels('sv')).toEqual([...coach.model.labels].sort());
    expect(labels('nb')).toEqual(labels('sv'));
  });

  test('no line is said twice with different labels', () => {
    const said = new Map<string, string>();
    const twice: string[] = [];
    for (const file of languages) {
      for (const [entry, { examples }] of Object.entries(file.entries)) {
        for (const one of examples) {
          const text = typeof one === 'string' ? one : one.text;
          const labels = [labelOf(file) ?? '', ...(typeof one === 'string' ? [] : (one.also ?? []))];
          const key = `${file.lang} ${text}`;
          const all = labels.filter(Boolean).sort().join(' ');
          const before = said.get(key);
          if (before !== undefined && before !== all) twice.push(`${file.language} ${entry}: ${text}`);
          said.set(key, all);
        }
      }
    }
    expect(twice).toEqual([]);
  });
});

/** Every phrase of a step, in each language, as a person reads it, with the step's moves. */
const phrases = LANGS.flatMap((lang) => {
  const of = (step: Step, at: string, course: (typeof PLAYBOOKS)[number]['course']) =>
    phrasesOf(course, step, lang, 'phone').map(({ id, text }) => ({
      ...{ at: `${at} ${id}`, lang, text, moves: step.moves },
    }));
  const [any] = PLAYBOOKS;
  const threats = any
    ? [...any.course.threats.values()].flatMap((threat) =>
        Object.entries(threat.steps).flatMap(([id, step]) => of(step, `${threat.threat} ${id}`, any.course)),
      )
    : [];
  const own = PLAYBOOKS.flatMap(({ course }) =>
    Object.entries(course.playbook.steps).flatMap(([id, step]) =>
      of(step, `${course.playbook.playbook} ${id}`, course),
    ),
  );
  return [...own, ...threats];
});

/** Every answer to choose, in each language. */
const choices = [
  ...library.ids('scenario').flatMap((id) => practices(id, library.value('scenario', id)?.steps ?? {})),
  ...library.ids('threat').flatMap((id) => {
    const steps = library.value('threat', id as never)?.steps ?? {};
    return practices(
      id,
      Object.fromEntries(Object.entries(steps).map(([step, { practice }]) => [step, practice])),
    );
  }),
];

function practices(
  where: string,
  steps: Readonly<Record<string, { readonly choices: Readonly<Record<string, Choice>> }>>,
) {
  return Object.entries(steps).flatMap(([step, practice]) =>
    Object.entries(practice.choices).flatMap(([id, choice]) =>
      LANGS.map((lang) => ({
        ...{ at: `${where} ${step} ${id}`, lang, text: choice[lang] },
        faults: choice.faults ?? [],
      })),
    ),
  );
}

describe('phrases of a step', () => {
  test('are there', () => {
    expect(phrases.length).toBeGreaterThan(400);
  });
  test('are each heard as one of its moves', () => {
    expectFew(
      phrases
        .filter((phrase) => !movesIn(phrase).some((move) => phrase.moves.includes(move)))
        .map((phrase) => told(phrase, `none of ${phrase.moves.join(' ')}`)),
    );
  });
  test('are free of faults', () => {
    expectFew(phrases.filter((phrase) => faultsIn(phrase).length > 0).map((one) => told(one, 'a fault')));
  });
});

describe('answers to choose', () => {
  test('are there', () => {
    expect(choices.length).toBeGreaterThan(400);
  });
  test('show each fault that they are labelled with', () => {
    expectFew(
      choices.flatMap((choice) => {
        const found = faultsIn(choice);
        const missed = choice.faults.filter((fault) => !found.includes(fault));
        return missed.length > 0 ? [told(choice, `not ${missed.join(' ')}`)] : [];
      }),
    );
  });
  test('have no fault where they are good', () => {
    expectFew(
      choices
        .filter((choice) => choice.faults.length === 0 && faultsIn(choice).length > 0)
        .map((choice) => told(choice, 'a fault')),
    );
  });
});

test('what is to be said instead of a fault has none', () => {
  const lines = languages.flatMap((file) =>
    Object.entries(file.entries).flatMap(([entry, { instead }]) =>
      (instead ?? []).map((text): Line => ({ at: `${file.language} ${entry}`, lang: file.lang, text })),
    ),
  );
  expect(lines.length).toBeGreaterThan(100);
  expectFew(lines.filter((line) => faultsIn(line).length > 0).map((line) => told(line, 'a fault')));
});
