import { expect, test } from 'vitest';
import { contentOf } from '../../src/check/content.ts';
import { unusedSlot } from '../../src/check/rules/unused-slot.ts';
import type { Doc } from '../../src/playbook/validate.ts';
import { library, shipped } from '../support/content.ts';

const problems = (base: typeof library) => {
  const docs = shipped.docs.filter(({ kind, id }) => kind === 'slots' || id === 'late-parcel') as Doc[];
  const content = contentOf(docs, base, {
    coach: () => expect.unreachable(),
    threats: () => expect.unreachable(),
    today: '2026-11-22',
    agreed: new Map(),
  });
  return [...unusedSlot.check(content)].map(({ doc, pointer }) => `${doc.id} ${pointer}`);
};

test('the shipped slots are all used', () => expect(problems(library)).toEqual([]));

test('a scenario’s words for a slot that its playbook and the threats do not use', () => {
  // Threats and the scenario's playbook without a phrase: the slots are still used by other playbooks.
  const value = ((kind: 'playbook', id: string) => {
    const known = library.value(kind, id);
    const bare = (kind as string) === 'threat' || id === 'heart';
    return bare ? { ...known, steps: {} } : known;
  }) as typeof library.value;
  expect(problems({ ...library, value })).toEqual(
    ['problem', 'solution', 'time', 'person', 'wish'].map((slot) => `late-parcel /slots/${slot}`),
  );
});
