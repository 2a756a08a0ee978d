# Everything that is checked: see tests/orchestration. Sourced by ./guildhall.

run_tests() {
  become_orchestration test "$@"
}
