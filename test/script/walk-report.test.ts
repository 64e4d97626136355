/** What a walk tells a person and a program. */
import { describe, expect, test } from 'vitest';
import { clean } from '../../src/gate.ts';
import { AUTHOR } from '../../src/locales/catalogue.ts';
import { TONGUES } from '../../src/locales/texts.ts';
import { WRONGS, type Wrong } from '../../src/script/looker.ts';
import { walkJson } from '../../src/script/report/walk-json.ts';
import { walkPretty } from '../../src/script/report/walk-pretty.ts';
import type { Walked } from '../../src/script/walk.ts';
import { bareStyle } from '../../src/term/bare-style.ts';

const style = bareStyle({ width: 40, color: false, unicode: true, plain: false });
const wrong: Wrong = {
  ...{ wrong: 'not-filled', at: 'hear', seen: 'Hej {namn}', screen: 'hint', lang: 'sv', columns: 80 },
  script: 'schema: 1\nscript: shown',
};
const fine: Walked = { kind: 'playbook', id: 'heart', states: 1314, screens: 2508, wrongs: [] };
const torn: Walked = { kind: 'scenario', id: 'late-parcel', states: 3525, screens: 4448, wrongs: [wrong] };

test('nothing wrong', () => {
  expect(walkPretty([fine], AUTHOR.en, style)).toMatchInlineSnapshot(`
    "conversation  states  screens
    heart           1314     2508

    1 conversation, 1314 states, 2508 screens: nothing wrong."
  `);
});

test('something wrong, with a conversation that leads there', () => {
  expect(walkPretty([fine, torn], AUTHOR.sv, style)).toMatchInlineSnapshot(`
    "late-parcel, hear, hint, sv, 80 kolumner
      en lucka eller ett värde som inte är ifyllt: "Hej {namn}"
      Ett samtal som leder dit (svalka test FIL):
        schema: 1
        script: shown

    samtal       lägen  skärmbilder
    heart         1314         2508
    late-parcel   3525         4448

    2 samtal, 4839 lägen, 6956 skärmbilder: 1 fel."
  `);
});

test('much wrong: the first five, and how many more', () => {
  const many = Array.from({ length: 12 }, (_, i) => ({ ...wrong, seen: `{${i}}` }));
  const text = walkPretty([{ ...torn, wrongs: many }], AUTHOR.nb, style);
  expect(text).toContain('"{4}"');
  expect(text).not.toContain('"{5}"');
  expect(text).toContain('late-parcel: 7 til.');
  expect(text).toContain('12 feil.');
});

test('what drives a terminal is written out', () => {
  const rung = { ...wrong, wrong: 'control-character', seen: 'a\u001b[2Jb\u202e' } as const;
  const text = walkPretty([{ ...torn, id: 'late\u0007', wrongs: [rung] }], AUTHOR.en, style);
  expect(text).toContain('"a\\u001b[2Jb\\u202e"');
  for (const told of [text, walkJson([{ ...torn, wrongs: [rung] }])]) {
    expect(told.replaceAll('\n', '')).toBe(clean(told.replaceAll('\n', '')));
  }
});

describe.each(TONGUES)('in %s', (tongue) => {
  test.each(WRONGS)('%s has words of its own', (one) => {
    const text = walkPretty([{ ...torn, wrongs: [{ ...wrong, wrong: one }] }], AUTHOR[tongue], style);
    expect(text).toContain(AUTHOR[tongue].walk.wrong[one]);
  });

  test('one conversation is told as one', () => {
    expect(walkPretty([fine], AUTHOR[tongue], style)).toMatch(/\n1 (conversation|samtal|samtale), 1314 /);
  });
});

test('the same as JSON', () => {
  const { wrong: what, ...where } = wrong;
  expect(JSON.parse(walkJson([fine, torn]))).toEqual({
    ...{ schemaVersion: 1, states: 4839, screens: 6956, wrong: 1 },
    courses: [
      { kind: 'playbook', id: 'heart', states: 1314, screens: 2508, wrong: [] },
      { kind: 'scenario', id: 'late-parcel', states: 3525, screens: 4448, wrong: [{ what, ...where }] },
    ],
  });
});
