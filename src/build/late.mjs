// typebox takes ten milliseconds to load, and few files have anything wrong: the bundles hold the
// schema as the plain data that typebox makes of it, and load typebox where a file does not fit it.
import { build } from 'esbuild';

/** What says all that is wrong; it becomes a bundle of its own. */
export const SCHEMA_ERRORS = 'src/playbook/schema-errors.ts';
const IN_ITS_BUNDLE = './schema-errors.cjs';

/** A plugin for esbuild. */
export function typeboxLate() {
  return {
    name: 'typebox-late',
    setup({ initialOptions, onLoad, onResolve }) {
      if (initialOptions.entryPoints.includes(SCHEMA_ERRORS)) return;
      onLoad({ filter: /\/src\/playbook\/schema\.ts$/ }, async ({ path }) => ({
        contents: await asData(path),
      }));
      onLoad({ filter: /\/src\/playbook\/schema-errors\.ts$/ }, () => ({
        contents: `export const errorsIn = (...args) => require('${IN_ITS_BUNDLE}').errorsIn(...args);`,
      }));
      onResolve({ filter: /^\.\/schema-errors\.cjs$/ }, () => ({ path: IN_ITS_BUNDLE, external: true }));
    },
  };
}

/** What a file exports, as data. */
async function asData(path) {
  const bundle = { entryPoints: [path], bundle: true, format: 'esm', platform: 'node', write: false };
  const { outputFiles } = await build(bundle);
  const exported = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return Object.entries(exported)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}
