'use strict';
// Preloaded by test/bench/check.mjs: writes the most memory that the process held, in KiB. What
// `ru_maxrss` says of a child counts the parent's as well, from the moment before it became itself.
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  let peak = process.resourceUsage().maxRSS;
  try {
    peak = /^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1];
  } catch {
    // Not Linux.
  }
  writeFileSync(process.env.PEAK_FILE, String(peak));
});
