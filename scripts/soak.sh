# Ordinary and hostile traffic against one process for some time, and what it still holds afterwards. Sourced by ./guildhall.

# soak [--minutes N]: the last line says what came of it. A small heap, so that what is kept shows soon.
soak() {
  local minutes=60
  while [ $# -gt 0 ]; do
    case "$1" in
      --minutes) minutes=$2; shift 2 ;;
      *) fail "soak does not know $1" ;;
    esac
  done
  [[ $minutes =~ ^[1-9][0-9]*$ ]] || fail "soak --minutes takes a whole number"
  build_services standalone
  prepare_node_tests
  trap stop_scratch EXIT
  start_scratch "$STATE/soak" 28190 -Xmx512m $TEST_LIMITS -Dguildhall.gateway.identify.total=1000000
  (cd "$ROOT/tests/discordjs" && JAVA_HOME=$JAVA_HOME GUILDHALL_API=http://127.0.0.1:$scratch_port/api \
    node soak/soak.js "$scratch_pid" "http://127.0.0.1:$((scratch_port + 10))/q/metrics" "$STATE/soak/standalone.log" "$minutes")
}
