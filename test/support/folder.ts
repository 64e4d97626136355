/** Real temporary folders with files in them, removed after each test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that holds these files, by path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'svalka-test-'));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** A playbook of one step, with what a test changes in it. */
export const playbook = (
  id: string,
  more: { source?: string; title?: string; step?: string; phrase?: string } = {},
) =>
  `schema: 1
playbook: ${id}
title: { sv: "${more.title ?? 'Titel'}", nb: "Tittel" }
about: { sv: "a", nb: "b" }
source: ${more.source ?? 'svalka'}
steps:
  hear:
    name: { sv: "a", nb: "b" }
    moves: [hear]
    aim: { sv: "a", nb: "b" }
    why: { sv: "a", nb: "b" }
    do: { sv: ["a"], nb: ["b"] }
    avoid: { sv: ["a"], nb: ["b"] }
    source: svalka
    ${more.step ?? 'required: true'}
    phrases:
      sv: { phone: { one: "${more.phrase ?? 'Berätta.'}" } }
      nb: { phone: { one: "Fortell." } }
`;

/** A script over a shipped scenario. */
export const script = (id: string, more: { scenario?: string; choose?: string } = {}) =>
  `schema: 1
script: ${id}
scenario: ${more.scenario ?? 'late-parcel'}
turns:
  - choose: ${more.choose ?? 'tell-me'}
ends: calm
`;
