// Tours: scripts that together come to all of the content: npm run tours
//
// After a change of content it brings playbooks/scripts/tours up to date: tours that still pass and
// still add something stay as they are, the others go, and new ones come for what nobody visits. The
// scripts written by hand, beside that folder, count as well and are not touched.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const scratch = mkdtempSync(join(tmpdir(), 'svalka-tours-'));
try {
  const outfile = join(scratch, 'folder.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('folder.ts', import.meta.url))],
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning' },
    // Object spread is slow on Node 20.
    supported: { 'object-rest-spread': false },
    // The project is found from here, and not from where the bundle stands.
    define: { 'import.meta.url': JSON.stringify(import.meta.url) },
  });
  await import(outfile);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
