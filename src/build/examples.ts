/**
 * Every example in `playbooks/language/` is a promise: the coach must hear its label
 * in the line, and must not hear it in a near miss. What it misjudges is a finding,
 * at the line's own place.
 */
import { type Coach, review } from '../coach/review.ts';
import type { Finding } from '../playbook/finding.ts';
import { type Doc, findingAt } from '../playbook/validate.ts';

/** The examples that the coach misjudges. */
export function misjudged(docs: readonly Doc[], coach: Coach): Finding[] {
  return docs.flatMap((doc) => {
    if (doc.kind !== 'language') return [];
    const label = doc.value.move ?? doc.value.fault;
    if (!label) return [];
    return Object.entries(doc.value.entries).flatMap(([entry, { examples, near }]) =>
      (['examples', 'near'] as const).flatMap((kind) =>
        ((kind === 'examples' ? examples : near) ?? []).flatMap((line, i) => {
          const text = typeof line === 'string' ? line : line.text;
          const typed = typeof line !== 'string' && line.nn ? 'nn' : doc.value.lang;
          const { moves, faults } = review(text, coach, typed);
          const heard = [...moves.map(({ move }) => move), ...faults.map(({ fault }) => fault)];
          if (heard.includes(label) === (kind === 'examples')) return [];
          const pointer = `/entries/${entry}/${kind}/${i}`;
          return [findingAt(doc.document, pointer, 'example-misjudged', { label, kind })];
        }),
      ),
    );
  });
}
