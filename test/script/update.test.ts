/** Expectations rewritten with what was seen: the values at their places, and not a letter else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, type Input, type Session, start } from '../../src/flow/session.ts';
import { scriptFrom } from '../../src/script/record.ts';
import { updateOf } from '../../src/script/update.ts';
import { inputsAt } from '../flow/courses.ts';
import { made, playedOn, scriptIn, scriptText } from '../support/script.ts';

/** A script's text after an update, and why what is left fails. */
function updated(text: string) {
  const { document, script } = scriptIn(text);
  const run = playedOn(made, text);
  const { edits, left, rewritten } = updateOf(document, script, run);
  return {
    text: document.source.mend(edits).text,
    left: left.map(({ why, not }) => (not ? `not ${why}` : why)),
    rewritten: rewritten.length,
  };
}

/** Of a script whose first turn is `good` (5 → 4, from `hear` to `care`), the lines after it. */
const turnWith = (lines: readonly string[], choice = 'good') =>
  scriptText('turns:', `  - choose: ${choice}`, ...lines, '  - choose: good # as before', 'ends: unresolved');
const END = ['  - choose: good', '  - choose: good', '  - choose: good'];

describe('is rewritten', () => {
  test.each<[string, string[], string[], choice?: string]>([
    ['a step', ['    expect: { step: help }'], ['    expect: { step: care }']],
    ['in its quotes', ['    expect: { step: "help" }'], ['    expect: { step: "care" }']],
    ['in single ones', ["    expect: { step: 'help' }"], ["    expect: { step: 'care' }"]],
    [
      'beside comments',
      ['    expect:', '      # why', '      step: help # so', '      faults: none'],
      ['    expect:', '      # why', '      step: care # so', '      faults: none'],
    ],
    ['with odd blanks', ['    expect:   {step:   help  }'], ['    expect:   {step:   care  }']],
    ['a trend', ['    expect: { temperature: rises }'], ['    expect: { temperature: falls }']],
    ['that it stays', ['    expect: { temperature: falls }'], ['    expect: { temperature: same }'], 'idle'],
    [
      'at most, and no more',
      ['    expect: { temperature: { at-most: 3, at-least: 1 } }'],
      ['    expect: { temperature: { at-most: 4, at-least: 1 } }'],
    ],
    [
      'at least, and no more',
      ['    expect: { temperature: { at-most: 9, at-least: 5 } }'],
      ['    expect: { temperature: { at-most: 9, at-least: 4 } }'],
    ],
    [
      'both, where they were exact',
      ['    expect: { temperature: { at-most: 3, at-least: 3 } }'],
      ['    expect: { temperature: { at-most: 4, at-least: 4 } }'],
    ],
    [
      'both, where neither can be',
      ['    expect: { temperature: { at-most: 3, at-least: 5 } }'],
      ['    expect: { temperature: { at-most: 4, at-least: 4 } }'],
    ],
    ['a list', ['    expect: { moves: [ask] }'], ['    expect: { moves: [hear] }']],
    ['none', ['    expect: { moves: none }'], ['    expect: { moves: [hear] }']],
    ['an empty list', ['    expect: { moves: [] }'], ['    expect: { moves: [hear] }']],
    ['a list to none', ['    expect: { faults: [but, policy] }'], ['    expect: { faults: none }']],
    ['one of a list', ['    expect: { moves: ["hear", ask] }'], ['    expect: { moves: ["hear"] }']],
    [
      'a line of a list',
      ['    expect:', '      moves:', '        - ask # so', '      step: care'],
      ['    expect:', '      moves:', '        - hear # so', '      step: care'],
    ],
    [
      'one line less',
      [
        '    expect:',
        '      moves: # these',
        '        - hear # stays',
        '        - ask # goes',
        '      step: care',
      ],
      ['    expect:', '      moves: # these', '        - hear # stays', '      step: care'],
    ],
    [
      'all lines to none',
      ['    expect:', '      faults:', '        - but', '        - policy', '      step: care'],
      ['    expect:', '      faults: none', '      step: care'],
    ],
    [
      'lines no deeper than their key',
      ['    expect:', '      faults:', '      - but', '      step: care'],
      ['    expect:', '      faults: none', '      step: care'],
    ],
    [
      'several at once',
      ['    expect: { step: help, temperature: rises, moves: [ask], faults: [but] }'],
      ['    expect: { step: care, temperature: falls, moves: [hear], faults: none }'],
    ],
  ])('%s', (_, before, after, choice) => {
    expect(updated(turnWith(before, choice))).toMatchObject({
      text: turnWith(after, choice),
      left: ['missing'],
    });
    expect(updated(turnWith(after, choice))).toMatchObject({ rewritten: 0 });
  });

  test('one line more, where there are several', () => {
    const lines = (...moves: string[]) =>
      scriptText(
        'turns:',
        '  - heard: { moves: [hear, ask, thank], faults: [] }',
        '    expect:',
        '      moves:',
        ...moves,
      );
    const before = lines('        - hear # first', '        # last');
    const after = lines('        - hear # first', '        - ask', '        - thank', '        # last');
    expect(updated(before).text).toBe(after);
  });

  test('an end, of the script and of a turn', () => {
    const lines = (end: string, turn: string) =>
      scriptText('turns:', ...END, `    expect: { ends: ${turn} }`, `ends: ${end} # so`);
    expect(updated(lines("'lost'", 'unresolved'))).toEqual({
      text: lines("'calm'", 'calm'),
      left: [],
      rewritten: 2,
    });
  });

  test('as the file has its line ends, and its last line none', () => {
    const dos = (text: string) => text.trimEnd().replaceAll('\n', '\r\n');
    const lines = (...moves: string[]) =>
      scriptText(
        'turns:',
        '  - heard: { moves: [hear, ask], faults: [] }',
        '    expect:',
        '      moves:',
        ...moves,
      );
    expect(updated(dos(lines('        - hear'))).text).toBe(dos(lines('        - hear', '        - ask')));
    expect(updated(dos(scriptText('turns:', ...END, 'ends: lost'))).text).toBe(
      dos(scriptText('turns:', ...END, 'ends: calm')),
    );
  });
});

describe('is left to the author', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['what is shown', ['turns:', ...END, '    expect: { shows: "nowhere" }'], ['shows']],
    ['what should not be so', ['turns:', ...END, '    expect: { not: { step: calm } }'], ['not step']],
    ['an end that has not come', ['turns:', '  - choose: good', '    expect: { ends: calm }'], ['ends']],
    ['a script that expects nothing', ['turns:', '  - choose: good'], ['nothing-expected']],
    ['a turn that cannot be played', ['turns:', '  - choose: better', 'ends: calm'], ['unknown']],
    ['a turn too many', ['turns:', ...END, '  - skip: true', 'ends: calm'], ['left-over']],
    ['a turn too few', ['turns:', '  - choose: good', 'ends: calm'], ['missing']],
    [
      'a list with a comment in it',
      ['turns:', ...END, '    expect:', '      faults: [but, # this', '        policy]'],
      ['faults'],
    ],
    [
      'lines with a comment before them, to none',
      ['turns:', ...END, '    expect:', '      faults: # these', '        - but'],
      ['faults'],
    ],
    [
      'what stands in another place',
      [
        'turns:',
        '  - choose: good',
        '    expect: &here { step: care }',
        '  - choose: good',
        '    expect: *here',
      ],
      ['step'],
    ],
  ])('%s', (_, lines, left) => {
    const text = scriptText(...lines);
    expect(updated(text)).toEqual({ text, left, rewritten: 0 });
  });

  test('beside what can be rewritten', () => {
    const lines = (step: string) =>
      scriptText(
        'turns:',
        '  - choose: good',
        `    expect: { step: ${step}, shows: "nowhere" }`,
        '  - choose: better',
      );
    expect(updated(lines('help'))).toEqual({ text: lines('care'), left: ['shows', 'unknown'], rewritten: 1 });
  });
});

describe('whatever is played', () => {
  const sessions = fc.array(fc.nat(50), { minLength: 1, maxLength: 8 }).map((picks) =>
    picks.reduce(
      (session: Session, pick) => {
        const inputs: Input[] = inputsAt(session).filter((input) => !('done' in input));
        return inputs.length === 0 ? session : advance(session, inputs[pick % inputs.length] as Input);
      },
      start(made, 'sv', 1),
    ),
  );

  test('a record that was changed in every expectation is as it was recorded', () => {
    fc.assert(
      fc.property(sessions, fc.integer({ min: 0, max: 10 }), (session, degrees) => {
        const recorded = scriptFrom(session, 'made', false).replace('ends: safe\n', '');
        const changed = recorded
          .replace(/step: [\w.-]+/g, 'step: elsewhere')
          .replace(/(at-\w+): \d+/g, `$1: ${degrees}`)
          .replace(/^ends: .*/m, 'ends: safe');
        expect(updated(changed)).toMatchObject({ text: recorded, left: [] });
      }),
    );
  });

  test('what comes of it is a script, and only what is left fails', () => {
    const steps = fc.constantFrom('hear', 'care', '"help"', "'calm'", 'manager.answer');
    const names = fc.constantFrom(
      'none',
      '[]',
      '[hear]',
      '[ask, hear]',
      '\n        - hear\n        - thank',
      '\n      - ask',
    );
    const degrees = fc.constantFrom(
      'rises',
      'same',
      '{ at-most: 2 }',
      '{ at-most: 5, at-least: 5 }',
      '{ at-least: 8 }',
    );
    fc.assert(
      fc.property(
        sessions,
        fc.array(fc.record({ steps, names, degrees }), { minLength: 8, maxLength: 8 }),
        (session, all) => {
          const text = session.turns.reduce(
            (lines, _, i) =>
              lines.replace(
                /expect: \{ step.*\}/,
                `expect:\n      step: ${all[i]?.steps} # step\n      moves: ${all[i]?.names}\n      temperature: ${all[i]?.degrees}`,
              ),
            scriptFrom(session, 'made', false),
          );
          const now = updated(text);
          const again = playedOn(made, now.text).failures.map(({ why }) => why);
          expect(again).toEqual(now.left);
          expect(now.text.match(/# step/g)).toHaveLength(session.turns.length);
        },
      ),
    );
  });
});
