/** Checks made up for a test: real files in a real folder, over the shipped content. */
import { join } from 'node:path';
import { check, type Severities } from '../../src/check/check.ts';
import { type Agreed, contentOf } from '../../src/check/content.ts';
import type { Reported } from '../../src/check/report.ts';
import { RULES } from '../../src/check/rules.ts';
import { openCoach } from '../../src/coach/open.ts';
import type { Severity } from '../../src/playbook/finding.ts';
import { readFolder } from '../../src/playbook/folder.ts';
import { openShipped } from '../../src/playbook/library.ts';
import { withDocs } from '../../src/playbook/open.ts';
import { openThreats } from '../../src/threats/open.ts';
import { ROOT } from './content.ts';
import { folderWith } from './folder.ts';

/** What is found in some files, by the rules that are not off. */
export async function checked(
  files: Readonly<Record<string, string>>,
  severities: Severities = new Map(),
): Promise<Reported[]> {
  const folder = folderWith(files);
  const base = openShipped(join(ROOT, 'dist/content'));
  const read = await readFolder(folder, base, (path) => path.slice(folder.length + 1));
  const content = contentOf(read.docs, withDocs(base, folder, read.docs), {
    coach: () => openCoach(join(ROOT, 'dist')),
    threats: () => openThreats(join(ROOT, 'dist/')),
    today: '2026-11-22',
    agreed: new Map<string, Agreed>(),
  });
  return check(content, read.findings, severities, 'en');
}

/** All rules off but these, so that a test does not fail where another rule is added. */
export function only(...names: string[]): Map<string, Severity | 'off'> {
  const off = RULES.map(({ name }) => name).filter((name) => !names.includes(name));
  return new Map(off.map((name) => [name, 'off']));
}

/** The text of a file of settings with these severities. */
export const settings = (severities: Severities): string =>
  JSON.stringify({ rules: Object.fromEntries(severities) });

const STEP = (id: string, more = '') => `  ${id}:
    name: { sv: "a", nb: "b" }
    moves: [hear]
    aim: { sv: "a", nb: "b" }
    why: { sv: "a", nb: "b" }
    do: { sv: ["a"], nb: ["b"] }
    avoid: { sv: ["a"], nb: ["b"] }
    source: svalka
    required: true
${more}    phrases:
      sv: { phone: { one: "Berätta." } }
      nb: { phone: { one: "Fortell." } }
`;

/** A playbook whose steps after the first are passed over: one `unreachable-step` (an error) for each. */
export const passingOver = (id: string, lost: readonly string[], comment = ''): string => `schema: 1
playbook: ${id}
title: { sv: "Titel", nb: "Tittel" }
about: { sv: "a", nb: "b" }
source: svalka
steps:
${STEP('hear', '    next: thank\n')}${lost.map((step) => `${comment}${STEP(step)}`).join('')}${STEP('thank')}`;

/** The line, from 1, of the first of those steps in {@link passingOver}. */
export const LOST_LINE = 20;
