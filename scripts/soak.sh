# Ordinary and hostile traffic against one process for some time: see tests/orchestration. Sourced by ./guildhall.

soak() {
  become_orchestration soak "$@"
}
