# Everything that is checked. Sourced by ./guildhall.

run_tests() {
  local part=all against=
  stack_mode=
  while [ $# -gt 0 ]; do
    case "$1" in
      --only) part=$2; shift 2 ;;
      --against) part=against against=$2; shift 2 ;;
      --native) stack_mode=--native; shift ;;
      *) fail "test does not know $1" ;;
    esac
  done
  case "$part" in
    all | unit | chart | standalone | web | libraries | stack | failover | against) ;;
    *) fail "test --only unit, chart, standalone, web, libraries, stack or failover" ;;
  esac
  # Executables are checked where they differ from a JVM: as processes that talk to clients and to each other.
  if [ -n "$stack_mode" ]; then
    case "$part" in
      all) part=processes ;;
      stack | failover) ;;
      *) fail "test --native is for the stack and failover" ;;
    esac
    native
  fi
  failures=0 passed=0 failed=0 skipped=0
  rm -rf "$STATE/test"
  mkdir -p "$REPORTS"
  [ "$part" = chart ] || need_jdk
  trap test_cleanup EXIT
  local started=$SECONDS
  case "$part" in
    all) chart_and_unit_tests ;;
    chart) chart_tests ;;
    unit) unit_tests ;;
  esac
  if [ "$part" != unit ] && [ "$part" != chart ]; then
    prepare_node_tests
    build_tests
  fi
  case "$part" in all | standalone | web) standalone_tests "$part" ;; esac
  if [ "$part" = all ] || [ "$part" = libraries ]; then library_tests; fi
  case "$part" in
    all | stack | failover | processes) stack_tests "$part" ;;
    against) acceptance against "${against%/}" ;;
  esac
  if compgen -G "$REPORTS/recorded-*.jsonl" >/dev/null; then check_openapi; fi
  if [ "$part" = all ]; then echo "Native executables and container images are checked by ./guildhall test --native and ./guildhall images --test."; fi
  report $((SECONDS - started)) "$part"
}

# The suites write far more than a person does; the limits themselves stay in force and are tested. Bots that are called listen on this machine.
TEST_LIMITS="-Dguildhall.api.rate-limits.scale=4 -Dguildhall.outgoing.internal-networks=127.0.0.1"

# Side by side, since neither keeps two processors busy. What they need is installed one after the other.
chart_and_unit_tests() {
  local chart
  prepare_chart_tests
  need_etcd
  (chart_tests && [ "$failures" = 0 ]) >"$STATE/test/chart.log" 2>&1 &
  chart=$!
  unit_tests
  wait "$chart" || failures=$((failures + 1))
  cat "$STATE/test/chart.log"
}

# The build with every check, and the tests that live in the modules; two modules at a time, since many tests wait.
unit_tests() {
  find "$ROOT" -path '*/target/surefire-reports/*.xml' -not -path '*/node_modules/*' -delete
  need_etcd
  PATH="$(dirname "$ETCD"):$PATH" maven verify --fail-at-end --threads 2 || failures=$((failures + 1))
}

standalone_tests() {
  build_services standalone
  start_scratch "$STATE/test/standalone" 28080 $TEST_LIMITS
  [ "$1" = web ] || acceptance standalone "http://127.0.0.1:$scratch_port"
  [ "$1" = standalone ] || web_tests "http://localhost:$scratch_port"
  stop_scratch
}

# Standalone has run on the embedded store; the stack runs on Cassandra with two storage proxies, and with mutual TLS inside.
stack_tests() {
  local port=${GUILDHALL_STACK_PORT:-28400}
  export GUILDHALL_STACK_DIR=$STATE/test/stack
  (GUILDHALL_JAVA_OPTS="${GUILDHALL_JAVA_OPTS:-} $TEST_LIMITS" stack up --port "$port" --store cassandra --tls $stack_mode) ||
    fail "the stack did not start"
  [ "$1" = failover ] || acceptance stack http://127.0.0.1:$port
  if [ "$1" != stack ]; then
    export GUILDHALL_API=http://127.0.0.1:$port/api
    node_suite failover failover
  fi
  (stack down)
}

test_cleanup() {
  stop_recorder
  stop_scratch
  if [ -d "$STATE/test/stack" ]; then (GUILDHALL_STACK_DIR=$STATE/test/stack stack down) || true; fi
}

# count FILES... ELEMENT: how often an element begins in the reports.
count() {
  local element=$1
  shift
  [ $# -gt 0 ] || { echo 0; return; }
  cat "$@" | { grep -o "<$element[ />]" || true; } | wc -l
}

report() {
  local files=() wrong
  while IFS= read -r file; do files+=("$file"); done < <(
    find "$REPORTS" -name '*.xml'
    if [ "$2" = all ] || [ "$2" = unit ]; then
      find "$ROOT" -path '*/target/surefire-reports/TEST-*.xml' -not -path '*/node_modules/*'
    fi
  )
  local all skips
  all=$(count testcase "${files[@]}")
  skips=$(count skipped "${files[@]}")
  wrong=$(($(count failure "${files[@]}") + $(count error "${files[@]}")))
  failed=$((failed + wrong))
  skipped=$((skipped + skips))
  passed=$((passed + all - wrong - skips))
  [ "$failures" -gt 0 ] && [ "$failed" = 0 ] && failed=$failures
  echo "Reports and logs: $STATE/test. Took $1 s."
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ] && [ "$failures" = 0 ]
}
