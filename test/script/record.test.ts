/** Whatever is practised, its record is a script that passes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCoach } from '../../src/coach/open.ts';
import { review } from '../../src/coach/review.ts';
import { accepts, advance, type Input, type Session, start, view } from '../../src/flow/session.ts';
import { readYaml } from '../../src/playbook/read.ts';
import type { Script } from '../../src/playbook/schema.ts';
import { LANGS, type Lang } from '../../src/playbook/types.ts';
import { validate } from '../../src/playbook/validate.ts';
import { scriptFrom } from '../../src/script/record.ts';
import { run } from '../../src/script/run.ts';
import { inputsAt, SCENARIOS } from '../flow/courses.ts';
import { ROOT } from '../support/content.ts';
import { pageOf } from '../support/page.ts';

const coach = openCoach(`${ROOT}/dist`);

/** A session in which each number picks what is done next. */
function played(first: Session, picks: readonly number[]): Session {
  return picks.reduce((session, pick) => {
    // `done` is the coach's own input; nobody practises with it.
    const inputs: Input[] = inputsAt(session).filter((input) => !('done' in input));
    const words: Input = { say: 'Jag förstår.\nIgen: "det" #1', moves: ['empathize'], faults: [] };
    const all = accepts(session, words) ? [...inputs, words] : inputs;
    return all.length === 0 ? session : advance(session, all[pick % all.length] as Input);
  }, first);
}

function scriptIn(text: string): Script {
  const { document, findings } = readYaml('recorded.script.yaml', text);
  expect(findings).toEqual([]);
  const { doc, findings: wrong } = validate(document as NonNullable<typeof document>);
  expect(wrong).toEqual([]);
  return doc?.value as Script;
}

describe.each(LANGS)('in %s', (lang: Lang) => {
  const page = pageOf(lang, 80);

  test('passes, its words left out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SCENARIOS),
        fc.nat(1000),
        fc.array(fc.nat(50), { minLength: 1, maxLength: 12 }),
        ({ course }, seed, picks) => {
          const session = played(start(course, lang, seed), picks);
          const text = scriptFrom(session, 'recorded', false);
          expect(text).not.toContain('Jag förstår');
          const again = run(scriptIn(text), start(course, lang, seed), page, () => review('', coach, lang));
          expect(again.failures).toEqual([]);
          expect(view(again.session).state).toEqual(view(session).state);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('its words are kept when asked for, whatever they are', () => {
    const [{ course }] = SCENARIOS as [(typeof SCENARIOS)[number]];
    const said = 'Hej: "du" \u00e5 \\ # {slot}\nrad två';
    const session = advance(start(course, lang, 1), { say: said, moves: [], faults: [] });
    expect(scriptIn(scriptFrom(session, 'recorded', true)).turns[0]?.say).toBe(said);
  });
});
