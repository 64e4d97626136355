'use strict';
// Preloaded by the build (`node --require`): when the process ends, what V8 has compiled of each
// bundle by then, the functions that ran included, is kept beside it for bin/svalka.cjs. What an
// earlier run has kept is loaded there and kept again, so that each run adds to it.
const { writeFileSync } = require('node:fs');
const vm = require('node:vm');

const scripts = new Map();
vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    scripts.set(options.filename, this);
  }
};
process.on('exit', () => {
  for (const [filename, script] of scripts) writeFileSync(`${filename}.v8`, script.createCachedData());
});
