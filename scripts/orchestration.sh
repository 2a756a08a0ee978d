# What starts, awaits and ends processes is Java, in tests/orchestration. Sourced by ./guildhall.

# orchestrate COMMAND ARGUMENT...
orchestrate() {
  find_orchestration
  "${ORCHESTRATION[@]}" "$@"
}

# The same, instead of this shell: whatever ends it, ends what it started.
become_orchestration() {
  find_orchestration
  exec "${ORCHESTRATION[@]}" "$@"
}

# Sets ORCHESTRATION to the command that runs it.
find_orchestration() {
  need_jdk
  compile_orchestration
  ORCHESTRATION=("$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m "-Dguildhall.root=$ROOT"
    "-Dguildhall.server-flags=$SERVER_FLAGS" -cp "$CLASSES" io.guildhall.orchestration.Main)
}

# Sets CLASSES to the directory of its classes. They build what Maven builds, so they are compiled without; once for what the sources
# are. Several callers may do this at once: whoever is first puts it in its place.
compile_orchestration() {
  local sources=() source work
  while IFS= read -r source; do sources+=("$source"); done < <(find "$ROOT/tests/orchestration/src/main/java" -name '*.java' | LC_ALL=C sort)
  CLASSES=$STATE/tools/orchestration/$(cat "${sources[@]}" | cksum | tr ' ' -)
  [ -d "$CLASSES" ] && return
  work=$CLASSES.$$
  "$JAVA_HOME/bin/javac" -nowarn -d "$work" "${sources[@]}" || fail "tests/orchestration could not be compiled"
  mv -T "$work" "$CLASSES" 2>/dev/null || [ -d "$CLASSES" ] || mv "$work" "$CLASSES"
  rm -rf "$work"
}

# prepare WHAT ARGUMENT...: what orchestration asks for, which prints where it is; the complaints are for a person.
prepare() {
  local what=${1:-}
  [ $# -gt 0 ] && shift
  case "$what" in
    etcd) need_etcd && echo "$ETCD" ;;
    command) need_command "$1" "$2" "$1" ;;
    services) build_services "$@" ;;
    executables) native "$@" >&2 ;;
    tests) build_tests >&2 && find_tests_java && printf '%s\n' "${TESTS_JAVA[@]}" ;;
    bench) need_jdk && find_bench_java "$1" >&2 && printf '%s\n' "${BENCH_JAVA[@]}" ;;
    modules) need_modules "$1" ;;
    browser) command -v chromium >/dev/null || install_package chromium || true ;;
    helm) need_helm && printf '%s\n' "GUILDHALL_HELM=$HELM" "GUILDHALL_KUBECTL=$KUBECTL" ;;
    cassandra) fetch_cassandra >&2 && printf '%s\n' "$JAVA_17" "$CASSANDRA_HOME/lib" ;;
    elasticsearch) fetch_elasticsearch >&2 && echo "$ELASTICSEARCH_HOME" ;;
    kafka) fetch_kafka >&2 && echo "$KAFKA_HOME/lib" ;;
    redis) need_redis && echo "$REDIS" ;;
    s3) fetch_s3 >&2 && echo "$S3PROXY_HOME/lib" ;;
    *) fail "prepare etcd, command, services, executables, tests, bench, modules, browser, helm or a backend's name" ;;
  esac
}
