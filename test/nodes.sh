#!/usr/bin/env bash
# Runs the tests with every Node that svalka is for: npm run test:nodes [version…]
# The tests start svalka with the node that runs them (process.execPath).
set -uo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
log=$(mktemp)
# What V8 compiled is of use to the same V8 alone, so each Node builds anew; the last build is this one's.
trap 'rm -f "$log"; npm run --silent build' EXIT
(($#)) || set -- 20 22 24
code=0
for major in "$@"; do
  # The npm package `node` brings the binary, and npx puts it first in PATH.
  npx -y -p "node@$major" bash -c '
    node --version && node src/build/build.mjs && node node_modules/vitest/vitest.mjs run --config test/vitest.config.ts
  ' < /dev/null > "$log" 2>&1
  failed=$?
  version=$(grep -m1 -xE 'v[0-9.]+' "$log")
  total=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -1)
  ((failed == 0)) || { code=1 && cat "$log"; }
  printf 'node %s: %s\n' "${version:-$major}" "${total:-no test ran}"
done
exit "$code"
