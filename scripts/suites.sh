# What the suites of clients stand on. Sourced by ./guildhall.

# need_modules FOLDER: Node.js, and what the tests in tests/FOLDER stand on, when its lock file is newer than what is there.
need_modules() {
  need_command node nodejs "Node.js 20 or later"
  need_command npm npm "npm"
  local folder=$ROOT/tests/$1
  local mark=$folder/node_modules/.package-lock.json
  if [ ! -f "$mark" ] || [ "$folder/package-lock.json" -nt "$mark" ]; then
    echo "guildhall: fetching what the $1 tests need" >&2
    (cd "$folder" && npm ci --silent >&2 && touch node_modules/.package-lock.json) || fail "npm ci failed"
  fi
}
