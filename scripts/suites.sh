# The acceptance tests against one running instance. Sourced by ./guildhall.

REPORTS=$ROOT/.guildhall/test/reports

prepare_node_tests() {
  need_command node nodejs "Node.js 20 or later"
  need_modules discordjs
}

# need_modules FOLDER: fetches what the tests in tests/FOLDER stand on, when its lock file is newer than what is there.
need_modules() {
  need_command npm npm "npm"
  local folder=$ROOT/tests/$1
  local mark=$folder/node_modules/.package-lock.json
  if [ ! -f "$mark" ] || [ "$folder/package-lock.json" -nt "$mark" ]; then
    echo "guildhall: fetching what the $1 tests need" >&2
    (cd "$folder" && npm ci --silent && touch node_modules/.package-lock.json) || fail "npm ci failed"
  fi
}

# node_suite NAME FOLDER: runs a folder's node test files against GUILDHALL_API; the report goes beside the others.
node_suite() {
  run_node_tests "$1" discordjs --test-concurrency=1 "$ROOT/tests/discordjs/$2"/*.test.js
}

# run_node_tests NAME FOLDER ARGUMENT...: node's own test runner in tests/FOLDER; its report goes beside the others.
run_node_tests() {
  local name=$1 folder=$2
  shift 2
  (cd "$ROOT/tests/$folder" && node --test \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=junit --test-reporter-destination="$REPORTS/node-$name.xml" "$@") || failures=$((failures + 1))
}

# java_suite NAME TAG: runs the tagged JUnit tests of the tests module against GUILDHALL_API.
java_suite() {
  tests_java org.junit.platform.console.ConsoleLauncher execute --disable-banner --details=tree \
    --scan-classpath="$ROOT/tests/target/test-classes" --include-tag="$2" --include-engine=junit-jupiter \
    --reports-dir="$REPORTS/java-$1" || failures=$((failures + 1))
}

# acceptance NAME REST-URL: every client suite, through a proxy that records each REST answer.
acceptance() {
  local name=$1 upstream=$2 port
  port=$(free_port 28100)
  find_tests_java
  "${TESTS_JAVA[@]}" io.guildhall.tests.recording.RecordingProxy "$port" "$upstream" "$REPORTS/recorded-$name.jsonl" \
    >"$REPORTS/proxy-$name.log" 2>&1 &
  recorder=$!
  wait_until_listening "$port" "$recorder"
  export GUILDHALL_API=http://127.0.0.1:$port/api GUILDHALL_SUITE=$name
  node_suite "$name" test
  java_suite "$name" acceptance
  stop_recorder
}

stop_recorder() {
  [ -n "${recorder:-}" ] || return 0
  kill "$recorder" 2>/dev/null || true
  wait "$recorder" 2>/dev/null || true
  recorder=
}

wait_until_listening() {
  local turn
  for turn in $(seq 1 480); do
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
    kill -0 "$2" 2>/dev/null || break
    sleep 0.25
  done
  fail "nothing listens on port $1"
}

# check_openapi: every recorded REST answer against the published description of the API, where that is at hand.
check_openapi() {
  local description=$ROOT/../shared/discord/openapi.json
  if [ ! -f "$description" ]; then
    echo "OpenAPI check: skipped, $description is not there"
    skipped=$((skipped + 1))
  elif tests_java io.guildhall.tests.openapi.OpenApiCheck "$description" "$REPORTS"/recorded-*.jsonl; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
}
