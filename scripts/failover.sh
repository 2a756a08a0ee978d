# Every kind of process of a stack stands still, is slow, or is killed, under load. Sourced by ./guildhall.

# failover [--nodes NODE,...] [--faults FAULT,...] [--native]: one after the other; the last line says what came of all of them. A fault is
# kill, slow, or the seconds for which the process stands still.
failover() {
  local nodes=guild-1,relay-1,gateway-1,api-1,storage-proxy-1,etcd,cassandra faults=5,20,60,slow,kill mode=
  while [ $# -gt 0 ]; do
    case "$1" in
      --nodes) nodes=$2; shift 2 ;;
      --faults) faults=$2; shift 2 ;;
      --native) mode=--native; shift ;;
      *) fail "failover does not know $1" ;;
    esac
  done
  prepare_node_tests
  local port=${GUILDHALL_STACK_PORT:-$(free_port 28700)}
  export GUILDHALL_STACK_DIR=$STATE/failover GUILDHALL_JAVA_OPTS="${GUILDHALL_JAVA_OPTS:-} $TEST_LIMITS"
  rm -rf "$GUILDHALL_STACK_DIR"
  trap '(stack down)' EXIT
  (stack up --port "$port" --store cassandra --tls $mode) >&2 || fail "the stack did not start"
  (cd "$ROOT/tests/discordjs" && GUILDHALL_API=http://127.0.0.1:$port/api node failover/matrix.js "$nodes" "$faults")
}
