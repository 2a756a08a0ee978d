# Every service as its own process on loopback: see tests/orchestration. Sourced by ./guildhall.

stack() {
  orchestrate stack "$@"
}
