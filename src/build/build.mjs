// Builds dist/. `--schemas` also writes the JSON Schemas for editors into playbooks/schema/.
//
// Every dynamic import in src becomes a CommonJS file of its own, loaded with `require` when its
// time comes: on Node 20 that starts faster than ESM chunks, each of which is read asynchronously.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SCHEMA_ERRORS, typeboxLate } from './late.mjs';
import { keepCompiled } from './warm.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const KEPT = /^(threats|review|languages|words)\.bin$|^(heard|threats|coach)\.json$|^made-from\.txt$/;
for (const name of existsSync(`${root}dist`) ? readdirSync(`${root}dist`) : []) {
  if (!KEPT.test(name)) rmSync(`${root}dist/${name}`, { recursive: true });
}

/** The one file that may start a process: the person's editor. In all other bundles there is no way to. */
const STARTS_EDITOR = resolve(root, 'src/term/editor.ts');

/** What the bundles were made from, for their licences. */
const inputs = new Set();

const footer = { js: `module.exports.version=${JSON.stringify(version)};` };
await bundle('src/lookup.ts', { footer });
await bundle('src/threat-lookup.ts', { footer });
await bundleWithImports('src/main.ts');
await bundle(SCHEMA_ERRORS);
writeFileSync(`${root}dist/THIRD-PARTY-LICENSES.txt`, licences());

await bundle('src/build/compile.ts');
await bundle('src/build/models.ts');
const { default: compiler } = await import('../../dist/compile.cjs');
const learner = readFileSync(`${root}dist/models.cjs`, 'utf8');
if (process.argv.includes('--schemas')) compiler.writeSchemas(root);
const findings = await compiler.compile(root, learner);
for (const name of ['compile', 'models']) rmSync(`${root}dist/${name}.cjs`);
if (findings) {
  process.stderr.write(`${findings}\n`);
  process.exitCode = 1;
} else await keepCompiled(root);

/** A file and all that it imports dynamically, each bundled once. */
async function bundleWithImports(first) {
  const files = new Set([resolve(root, first)]);
  for (const file of files) {
    await bundle(file, { plugins: [importsApart((found) => files.add(found))] });
  }
}

async function bundle(file, more = {}) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    outfile: `dist/${basename(file, '.ts')}.cjs`,
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    alias: resolve(root, file) === STARTS_EDITOR ? {} : { 'node:child_process': './src/build/none.cjs' },
    supported: {
      // Object spread gives each object a class of its own on Node 20: js-yaml parses three times slower.
      'object-rest-spread': false,
      'dynamic-import': false,
    },
    logLevel: 'warning',
    ...more,
    plugins: [typeboxLate(), ...(more.plugins ?? [])],
  });
  for (const input of Object.keys(metafile.inputs)) inputs.add(input);
}

/** Leaves a dynamic import of our own as a `require` of its bundle. */
function importsApart(found) {
  return {
    name: 'imports-apart',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ kind, path, importer }) => {
        if (kind !== 'dynamic-import') return null;
        found(resolve(dirname(importer), path));
        return { path: `./${basename(path, '.ts')}.cjs`, external: true };
      });
    },
  };
}

/** The licences of the packages that were bundled, as they ask for. */
function licences() {
  const packages = new Set(
    [...inputs].flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const texts = [...packages].sort().map((folder) => {
    const { name, version: of, license } = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8'));
    const files = ['LICENSE', 'license', 'LICENSE.md', 'LICENSE.txt'];
    return `${name} ${of} (${license})\n\n${files.map((file) => read(`${root}${folder}/${file}`)).find(Boolean) ?? ''}\n`;
  });
  return texts.join(`${'-'.repeat(72)}\n`);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
