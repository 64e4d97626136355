'use strict';
// Stands in for `node:child_process` in the bundles: commander asks for it at load, to run
// subcommands that are programs of their own. svalka has none, starts no process, and Node
// takes 15 ms to load it.
module.exports = {};
