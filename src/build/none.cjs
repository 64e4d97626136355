'use strict';
// Stands in for `node:child_process` in the bundles: commander asks for it at load, to run
// subcommands that are programs of their own. svalka has none, and Node takes 15 ms to load it.
// The one bundle that starts a process, the person's editor, has the real one (build.mjs).
module.exports = {};
