/** The shipped content as the tests use it: read from YAML, once a process. */
import { fileURLToPath } from 'node:url';
import { type Folder, NOTHING, readFolder } from '../../src/playbook/folder.ts';
import { cardOf, type Library, withFiles } from '../../src/playbook/library.ts';
import { contentHash } from '../../src/playbook/open.ts';

/** The project's folder, ending in a slash. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const shipped: Folder = await readFolder(`${ROOT}playbooks`, NOTHING, (path) =>
  path.slice(ROOT.length),
);

const empty: Library = {
  folders: [],
  card: () => undefined,
  cards: () => [],
  ids: () => [],
  value: () => undefined,
};

/** The shipped content as a library. */
export const library: Library = withFiles(
  empty,
  'playbooks',
  shipped.docs.map((doc) => ({
    card: cardOf(doc.kind, doc.id, doc.value, contentHash(doc.value), null),
    value: doc.value,
  })),
);
