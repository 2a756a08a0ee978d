# Measurements. Each prints one last line of numbers. Sourced by ./guildhall.

bench() {
  local name=${1:-}
  [ $# -gt 0 ] && shift
  case "$name" in
    permissions)
      build_tests
      tests_java io.guildhall.model.bench.PermissionBench "$@"
      ;;
    fanout)
      build_service standalone
      build_tests
      tests_java io.guildhall.tests.bench.FanoutBench "$@"
      ;;
    messages)
      build_service standalone
      build_tests
      tests_java io.guildhall.tests.bench.MessagesBench "$@"
      ;;
    *) fail "bench permissions, fanout or messages" ;;
  esac
}
