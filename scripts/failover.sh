# Every kind of process of a stack stands still, is slow, or is killed, under load: see tests/orchestration. Sourced by ./guildhall.

failover() {
  become_orchestration failover "$@"
}
