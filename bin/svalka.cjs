#!/usr/bin/env node
'use strict';
// Hands help, version and threats to the lookup bundle, and all else to the main one.
const { readFileSync } = require('node:fs');
const { Script } = require('node:vm');

const dist = `${__dirname}/../dist/`;
const loaded = new Map();

/**
 * A bundle of dist/, as `require` would load it, with the code that V8 compiled from it at build
 * time. Another V8 than the one that built it finds that code unfit, and compiles anew.
 */
function load(name) {
  if (loaded.has(name)) return loaded.get(name).exports;
  const filename = dist + name;
  const source = `(function(exports,require,module,__filename,__dirname){${readFileSync(filename, 'utf8')}\n})`;
  const script = new Script(source, { filename, cachedData: compiled(filename) });
  const module = { exports: {} };
  loaded.set(name, module);
  const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
  script.runInThisContext()(module.exports, requireFrom, module, filename, dist);
  return module.exports;
}

function compiled(filename) {
  try {
    return readFileSync(`${filename}.v8`);
  } catch {
    return undefined;
  }
}

function start(args) {
  const quick = load(args.includes('threat') ? 'threat-lookup.cjs' : 'lookup.cjs');
  const answered = quick.lookup(args, process.env, dist);
  if (answered) {
    process.exitCode = quick.print(answered);
    return;
  }
  load('main.cjs')
    .run(args, dist, quick.version)
    .then((code) => {
      process.exitCode ||= code;
    });
}

try {
  start(process.argv.slice(2));
} catch (error) {
  if (error.code !== 'ENOENT' || !String(error.path).endsWith('.cjs')) throw error;
  process.stderr.write('svalka is not built yet. Run: npm run build\n');
  process.exitCode = 2;
}
