// Builds dist/: the lookup bundle (CommonJS), the main bundle (ESM, split), the compiled content.
// `--schemas` also writes the JSON Schemas for editors into playbooks/schema/.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
rmSync(`${root}dist`, { recursive: true, force: true });

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // On Node 20 object spread gives every object a class of its own; js-yaml parses three times slower with it.
  supported: { 'object-rest-spread': false },
  logLevel: 'warning',
};
const esm = {
  ...shared,
  format: 'esm',
  // CommonJS packages inside an ESM bundle ask for require and __filename.
  banner: {
    js: "import{createRequire as $r}from'node:module';const require=$r(import.meta.url),__filename=import.meta.filename;",
  },
};

await build({
  ...shared,
  entryPoints: ['src/lookup.ts'],
  format: 'cjs',
  outfile: 'dist/lookup.cjs',
  footer: { js: `module.exports.version=${JSON.stringify(version)};` },
});
const main = await build({
  ...esm,
  entryPoints: ['src/main.ts'],
  splitting: true,
  outdir: 'dist',
  metafile: true,
});
writeFileSync(`${root}dist/THIRD-PARTY-LICENSES.txt`, licences(main.metafile));

const compiler = `${root}dist/.compile.mjs`;
await build({ ...esm, entryPoints: ['src/build/compile.ts'], outfile: compiler });
const { compile, writeSchemas } = await import(pathToFileURL(compiler).href);
if (process.argv.includes('--schemas')) writeSchemas(root);
const findings = await compile(root);
rmSync(compiler);
if (findings) {
  process.stderr.write(`${findings}\n`);
  process.exitCode = 1;
}

/** The licences of the packages that were bundled, as they ask for. */
function licences({ inputs }) {
  const packages = new Set(
    Object.keys(inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  return [...packages]
    .sort()
    .map((folder) => {
      const {
        name,
        version: of,
        license,
      } = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8'));
      const text = ['LICENSE', 'license', 'LICENSE.md', 'LICENSE.txt']
        .map((file) => read(`${root}${folder}/${file}`))
        .find(Boolean);
      return `${name} ${of} (${license})\n\n${text ?? ''}\n`;
    })
    .join(`${'-'.repeat(72)}\n`);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
