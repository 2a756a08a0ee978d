# Building, and only when something changed. Sourced by ./guildhall.

maven() {
  need_jdk
  need_command mvn maven "Apache Maven 3.9 or later"
  (cd "$ROOT" && mvn -B "$@")
}

runner() {
  echo "$ROOT/services/$1/target/quarkus-app/quarkus-run.jar"
}

# is_fresh FILE: it exists and no source, resource or pom is newer.
is_fresh() {
  [ -f "$1" ] && [ -z "$(find "$ROOT/pom.xml" "$ROOT/shared-model" "$ROOT/libraries" "$ROOT/services" \
    -path '*/target' -prune -o -path '*/src/test' -prune -o -type f -newer "$1" -print -quit)" ]
}

# build_services NAME...: those that are older than their sources, with what they stand on, at once.
build_services() {
  local service stale=()
  for service in "$@"; do
    is_fresh "$(runner "$service")" || stale+=("$service")
  done
  [ ${#stale[@]} -gt 0 ] || return 0
  case " ${stale[*]} " in *" standalone "*) need_command node nodejs "Node.js 20.19 or later" && need_command npm npm "npm" ;; esac
  echo "guildhall: building ${stale[*]} (the first time takes a few minutes)" >&2
  # What a command prints is for eval and pipes.
  maven -q -Dquick -DskipTests -pl "$(IFS=, && echo "${stale[*]/#/services/}")" -am package >&2 || fail "the build failed"
  for service in "${stale[@]}"; do touch "$(runner "$service")"; done
}

# build_all [--aot]: what is needed to run; with --aot also the caches that make a JVM start fast.
build_all() {
  build_services standalone
  case "${1:-}" in
    "") ;;
    --aot) build_aot ;;
    *) fail "build does not know $1" ;;
  esac
}

# A cache fits only the Java that it was recorded with: the one of the images has another name.
aot_cache() {
  echo "$(dirname "$(runner "$1")")/${GUILDHALL_AOT_FILE:-app}.aot"
}

# aot_options SERVICE: the flag that makes a JVM use its cache, when there is one that is newer than what it was made from.
aot_options() {
  local cache
  cache=$(aot_cache "$1")
  if [ "$cache" -nt "$(runner "$1")" ]; then echo "-XX:AOTCache=$cache"; fi
}

# What a small stack consists of, and so what caches are recorded of. (The web client's files need no cache to be served.)
STACK_SERVICES="storage-proxy relay guild gateway api"

# Records a cache for each service in a small stack that does a little of everything. A JVM that ends writes its cache first, with more
# memory than it served with, and takes its time.
build_aot() {
  (
    local port service
    export GUILDHALL_STACK_DIR=$STATE/aot GUILDHALL_AOT=record GUILDHALL_STACK_PATIENCE=960
    port=${GUILDHALL_STACK_PORT:-$(free_port 28600)}
    rm -rf "$GUILDHALL_STACK_DIR"
    trap 'stack down' EXIT
    # shellcheck disable=SC2086
    build_services $STACK_SERVICES
    for service in $STACK_SERVICES; do
      rm -f "$(aot_cache "$service")"
    done
    stack up --port "$port" --nodes storage-proxy-1,guild-1,relay-1,gateway-1,api-1
    client demo --url "http://127.0.0.1:$port/api" >/dev/null
  )
  local service
  for service in $STACK_SERVICES; do
    [ -f "$(aot_cache "$service")" ] || fail "no AOT cache of $service was written; see $STATE/aot/logs"
    du -h "$(aot_cache "$service")"
  done
}

# The compiled tests module with its class path, for the benchmarks and the checks that run beside the tests.
build_tests() {
  local mark=$ROOT/tests/target/classpath
  if is_fresh "$mark" && [ -z "$(find "$ROOT/tests/src" "$ROOT/tests/pom.xml" -newer "$mark" -print -quit)" ]; then
    return
  fi
  echo "guildhall: building the tests" >&2
  maven -q -Dquick -DskipTests -pl tests -am package || fail "the build failed"
  touch "$mark"
}

# Sets TESTS_JAVA to the command that runs a main class of the tests module. As a command of its own, without a function around
# it, it can be started in the background and ended by its process id.
find_tests_java() {
  need_jdk
  # shellcheck disable=SC2207
  TESTS_JAVA=("$JAVA_HOME/bin/java" $(java_options) -Djava.util.logging.manager=org.jboss.logmanager.LogManager
    -cp "$ROOT/tests/target/classes:$ROOT/tests/target/test-classes:$ROOT/shared-model/target/test-classes:$(cat "$ROOT/tests/target/classpath")")
}
