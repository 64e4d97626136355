#!/usr/bin/env node
'use strict';
// Hands help, version and threats to the lookup bundle, and all else to the main one.
const dist = `${__dirname}/../dist/`;

function load(name) {
  try {
    return require(dist + name);
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    process.stderr.write('svalka is not built yet. Run: npm run build\n');
    process.exitCode = 2;
    return null;
  }
}

const args = process.argv.slice(2);
const quick = load(args.includes('threat') ? 'threat-lookup.cjs' : 'lookup.cjs');
const answered = quick?.lookup(args, process.env, dist);
if (answered) process.exitCode = quick.print(answered);
else if (quick) {
  load('main.cjs')
    ?.run(args, dist, quick.version)
    .then((code) => {
      process.exitCode ||= code;
    });
}
