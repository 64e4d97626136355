/** What edits change, as a unified diff: read by people, and by `patch`. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstUnsafe } from '../../src/gate.ts';
import { type Edit, Source } from '../../src/playbook/finding.ts';
import { bareStyle } from '../../src/term/bare-style.ts';
import { diffText } from '../../src/term/diff.ts';

const style = bareStyle({ width: 80, color: false, unicode: true, plain: false });
const diffOf = (text: string, edits: readonly Edit[]) => diffText(new Source('a.yaml', text), edits, style);

/** Puts one text in the place of another, where it first stands. */
const edit = (text: string, what: string, put: string): Edit => ({
  at: text.indexOf(what),
  removed: what.length,
  put,
});
const LINES = Array.from({ length: 20 }, (_, i) => `line ${String(i + 1).padStart(2, '0')}\n`).join('');

describe('a person sees', () => {
  test('the lines that change, and three around them', () => {
    expect(diffOf(LINES, [edit(LINES, '08', 'eight')])).toBe(
      [
        '--- a.yaml',
        '+++ a.yaml',
        '@@ -5,7 +5,7 @@',
        ' line 05',
        ' line 06',
        ' line 07',
        '-line 08',
        '+line eight',
        ' line 09',
        ' line 10',
        ' line 11',
      ].join('\n'),
    );
  });

  test('changes that are near each other together, others apart', () => {
    const near = diffOf(LINES, [edit(LINES, '02', 'two'), edit(LINES, '09', 'nine')]);
    const far = diffOf(LINES, [edit(LINES, '02', 'two'), edit(LINES, '10', 'ten')]);
    expect(near.match(/^@@/gm)).toHaveLength(1);
    expect(far.match(/^@@.*/gm)).toEqual(['@@ -1,5 +1,5 @@', '@@ -7,7 +7,7 @@']);
  });

  test('a line that goes, and one that comes', () => {
    expect(
      diffOf('a\nb\nc\n', [edit('a\nb\nc\n', 'b\n', '')])
        .split('\n')
        .slice(2),
    ).toEqual([...['@@ -1,3 +1,2 @@', ' a', '-b', ' c']]);
    expect(
      diffOf('a\nb\n', [{ at: 3, removed: 0, put: '\nc' }])
        .split('\n')
        .slice(2),
    ).toEqual([...['@@ -1,2 +1,3 @@', ' a', ' b', '+c']]);
  });

  test('several edits of one line once', () => {
    const text = 'one two three\n';
    expect(
      diffOf(text, [edit(text, 'one', '1'), edit(text, 'three', '3')])
        .split('\n')
        .slice(3),
    ).toEqual([...['-one two three', '+1 two 3']]);
  });

  test('nothing that drives a terminal', () => {
    const text = 'a: "\u001b[2J"\r\nb: 1\r\n';
    expect(firstUnsafe(diffOf(text, [edit(text, '1', '\u202e2')]))).toBeNull();
  });
});

/** A diff applied to a text, as strictly as `patch` does it. */
function patched(text: string, diff: string): string {
  const old = text.split('\n').slice(0, -1);
  const now: string[] = [];
  let at = 0;
  for (const line of diff.split('\n').slice(2)) {
    const from = /^@@ -(\d+),\d+ \+(\d+),\d+ @@$/.exec(line);
    if (from) {
      now.push(...old.slice(at, Number(from[1]) - 1));
      at = Number(from[1]) - 1;
      expect(now.length).toBe(Number(from[2]) - 1);
    } else if (line.startsWith('+')) now.push(line.slice(1));
    else {
      expect(old[at]).toBe(line.slice(1));
      if (line.startsWith(' ')) now.push(line.slice(1));
      at++;
    }
  }
  return [...now, ...old.slice(at), ''].join('\n');
}

test('is what `patch` needs to make the one text of the other', () => {
  const line = fc.constantFrom('', 'a', 'b: 1', '  - c', '# d');
  const places = fc.array(fc.tuple(fc.nat(200), fc.nat(12), fc.constantFrom('', 'x', 'x\ny', '\n')), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), places, (lines, all) => {
      const text = `${lines.join('\n')}\n`;
      const edits: Edit[] = [];
      for (const [where, length, put] of all.sort(([a], [b]) => a - b)) {
        const last = edits.at(-1);
        const at = Math.min(where, text.length - 1);
        const removed = Math.min(length, text.length - 1 - at);
        if (!last || at > last.at + last.removed) edits.push({ at, removed, put });
      }
      expect(patched(text, diffOf(text, edits))).toBe(new Source('a', text).mend(edits).text);
    }),
    { numRuns: 300 },
  );
});
