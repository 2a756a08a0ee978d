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
      build_services standalone
      build_tests
      trap stop_scratch EXIT
      # Heartbeats would only blur the numbers, and one bot holds all sessions.
      start_scratch "$STATE/bench" 28090 -Dguildhall.api.rate-limits.enabled=false \
        -Dguildhall.gateway.heartbeat-interval=3600S -Dguildhall.gateway.identify.max-concurrency=1000000 \
        -Dguildhall.gateway.identify.total=1000000 -Dguildhall.gateway.max-sessions-per-account=1000000
      tests_java io.guildhall.tests.bench.FanoutBench "http://127.0.0.1:$scratch_port/api" "$scratch_pid" "$@"
      ;;
    messages)
      local instance
      instance=$(runner standalone)
      if [ "${1:-}" = --of ]; then
        # Another version's, which was built there: the same load tells what changed between the two.
        instance=$2/services/standalone/target/quarkus-app/quarkus-run.jar
        [ -f "$instance" ] || fail "$2 is no checkout with a built instance; run ./guildhall build standalone there"
        shift 2
      else
        build_services standalone
      fi
      build_tests
      trap stop_scratch EXIT
      scratch_runner=$instance start_scratch "$STATE/bench" 28090 -Dguildhall.api.rate-limits.enabled=false
      tests_java io.guildhall.tests.bench.MessagesBench "http://127.0.0.1:$scratch_port/api" "$scratch_pid" "$@"
      ;;
    storage) bench_storage "$@" ;;
    migration)
      trap stop_bench_cassandra EXIT
      start_bench_cassandra
      storage_bench io.guildhall.storage.bench.MigrationBench "cassandra:127.0.0.1:$bench_port" "$STATE/bench/migration" "$@"
      ;;
    guild) guild_bench "$@" ;;
    automod) test_bench guild io.guildhall.guild.bench.AutomodBench "$@" ;;
    idle) bench_idle "$@" ;;
    startup) bench_startup ;;
    *) fail "bench permissions, fanout, messages, guild, idle, storage, migration, automod or startup" ;;
  esac
}

# One Cassandra and one storage proxy of the stack, both as they run in earnest; the benchmark is a process of its own.
bench_storage() {
  build_tests
  STACK=$STATE/bench STACK_PORT=$(free_port 28500) STACK_STORE=cassandra STACK_MODE=jvm
  rm -rf "$STACK"
  name_stack_nodes
  trap stack_down EXIT
  export GUILDHALL_CASSANDRA_HEAP=1g GUILDHALL_CASSANDRA_OPTS=-XX:TieredStopAtLevel=4
  # Reads must outlast the pause in which the memory of waiting ones is measured.
  GUILDHALL_JAVA_OPTS="${GUILDHALL_JAVA_OPTS:-} -Dguildhall.storage.cassandra.request-timeout=60s
    -Dguildhall.storage.cassandra.deadline=60s -Dguildhall.storage.cassandra.redo-after=120s
    -Dguildhall.storage.flights.deadline=60s -Dguildhall.storage.cassandra.speculative-reads.executions=0"
  stack_start_nodes storage-proxy-1
  GUILDHALL_CLUSTER_SECRET=$(cat "$STACK/cluster.secret") \
    tests_java io.guildhall.tests.bench.storage.StorageBench "127.0.0.1:$(node_port cassandra)" "$(pid_of cassandra)" \
    guildhall "127.0.0.1:$(($(node_port storage-proxy-1) + 100))" "$(pid_of storage-proxy-1)" \
    "http://127.0.0.1:$(management_port storage-proxy-1)/q/metrics" "$@"
}

# bench_idle [--native] [SESSIONS...]: one process of each service that sessions need, and a gateway that holds so many of them.
bench_idle() {
  STACK_MODE=jvm
  if [ "${1:-}" = --native ]; then
    STACK_MODE=native
    shift
  fi
  [ $# -gt 0 ] || set -- 10000 20000
  build_tests
  STACK=$STATE/bench/idle STACK_PORT=$(free_port 28700) STACK_STORE=embedded
  rm -rf "$STACK"
  name_stack_nodes
  trap stack_down EXIT
  export GUILDHALL_STACK_HEAP=${GUILDHALL_STACK_HEAP:-1g}
  # Heartbeats would only blur the numbers, and one bot holds all sessions.
  GUILDHALL_JAVA_OPTS="${GUILDHALL_JAVA_OPTS:-} -Dguildhall.api.rate-limits.enabled=false
    -Dguildhall.gateway.heartbeat-interval=3600S -Dguildhall.gateway.identify.max-concurrency=1000000
    -Dguildhall.gateway.identify.total=1000000 -Dguildhall.gateway.max-sessions-per-account=1000000"
  ulimit -n "$(ulimit -Hn)"
  stack_start_nodes storage-proxy-1 guild-1 relay-1 gateway-1 api-1
  tests_java io.guildhall.tests.bench.IdleBench "http://127.0.0.1:$STACK_PORT/api" "$(pid_of gateway-1)" "$@"
}

# How long each service takes from the start of its process until it is ready, with what it needs running already, and what it
# holds in memory when it has been idle for some seconds: as a native executable, as a JVM with an AOT cache, and as a plain JVM. The
# middle one of three rounds counts.
bench_startup() {
  local modes="jvm" mode service round line numbers="startup"
  build_tests
  need_etcd
  find_tests_java
  # shellcheck disable=SC2086
  build_services $NATIVE_SERVICES
  if all_services has_aot; then modes="aot $modes"; else echo "No AOT caches: ./guildhall build --aot writes them." >&2; fi
  if all_services has_native; then modes="native $modes"; else echo "No native executables: ./guildhall native builds them." >&2; fi
  STACK=$STATE/bench/startup
  STACK_PORT=${GUILDHALL_STACK_PORT:-$(free_port 28600)} STACK_STORE=embedded
  name_stack_nodes
  trap stack_down EXIT
  rm -rf "$STACK"
  for mode in $modes; do
    for round in 1 2 3; do startup_round "$mode"; done
    for service in $NATIVE_SERVICES; do
      line=$(startup_middle "$STACK/$mode-$service")
      printf '%-14s %-7s ready %6s ms   idle %6s MiB   %s\n' "$service" "$mode" $line "$(startup_size "$mode" "$service")"
      # shellcheck disable=SC2086
      set -- $line
      numbers="$numbers $mode/$service=${1}ms/${2}MiB"
    done
  done
  echo "$numbers"
}

# all_services CHECK: it holds for every service.
all_services() {
  local service
  for service in $NATIVE_SERVICES; do "$1" "$service" || return 1; done
}

has_aot() { [ "$(aot_cache "$1")" -nt "$(runner "$1")" ]; }
has_native() { [ -x "$(native_runner "$1")" ]; }

# startup_round MODE: starts every service after those that it needs, and stops all of them.
startup_round() {
  local service node
  mkdir -p "$STACK/logs" "$STACK/pids"
  rm -rf "$STACK/store"
  stack_secret token.secret
  stack_secret cluster.secret
  STACK_MODE=jvm
  if [ "$1" = native ]; then STACK_MODE=native; fi
  AOT_OFF=
  if [ "$1" = jvm ]; then AOT_OFF=yes; fi
  stack_start_etcd
  for service in $NATIVE_SERVICES; do
    node=$service-1
    stack_environment "$node"
    stack_command "$service"
    env "${STACK_ENVIRONMENT[@]}" "${TESTS_JAVA[@]}" io.guildhall.tests.bench.ReadyTime "$(management_port "$node")" 5 \
      "$STACK/pids/$node" "$STACK/logs/$node.log" "${STACK_COMMAND[@]}" >>"$STACK/$1-$service" || fail "$service did not start"
  done
  stack_down
}

# startup_middle FILE: the middle time and the middle size of its lines.
startup_middle() {
  local lines
  lines=$(wc -l <"$1")
  echo "$(cut -d' ' -f1 "$1" | sort -n | sed -n "$(((lines + 1) / 2))p") $(cut -d' ' -f2 "$1" | sort -n | sed -n "$(((lines + 1) / 2))p")"
}

# startup_size MODE SERVICE: the executable, or what a JVM reads, in MiB.
startup_size() {
  if [ "$1" = native ]; then
    echo "executable $(($(stat -c %s "$(native_runner "$2")") >> 20)) MiB"
  else
    echo "application $(du -sm "$(dirname "$(runner "$2")")" | cut -f1) MiB"
  fi
}

# start_scratch DIR FIRST-PORT FLAG...: one process on an empty data directory and a free port, until stop_scratch.
start_scratch() {
  local directory=$1
  need_jdk
  scratch_port=$(free_port "$2")
  shift 2
  rm -rf "$directory"
  mkdir -p "$directory"
  "$JAVA_HOME/bin/java" $(java_options) -Dguildhall.data.dir="$directory/data" -Dquarkus.http.port="$scratch_port" "$@" \
    -jar "${scratch_runner:-$(runner standalone)}" >"$directory/standalone.log" 2>&1 &
  scratch_pid=$!
  wait_until_listening "$scratch_port" "$scratch_pid"
}

stop_scratch() {
  [ -n "${scratch_pid:-}" ] || return 0
  kill -TERM "$scratch_pid" 2>/dev/null || true
  wait "$scratch_pid" 2>/dev/null || true
  scratch_pid=
}

# start_bench_cassandra: one empty node with what a server has, on a free port, until stop_bench_cassandra.
start_bench_cassandra() {
  bench_port=$(free_port 29042)
  rm -rf "$STATE/bench/cassandra" "$STATE/bench/migration"
  mkdir -p "$STATE/bench/migration"
  start_cassandra --name bench --dir "$STATE/bench/cassandra" --port "$bench_port" --storage-port "$((bench_port + 1))" \
    --durable >/dev/null
}

stop_bench_cassandra() {
  stop_backend --dir "$STATE/bench/cassandra"
}

# storage_bench MAIN ARGUMENT...: runs a main class that stands among the tests of the storage proxy.
storage_bench() {
  test_bench storage-proxy "$@"
}

# guild_bench ARGUMENT...: a guild at its owner, with its store in the same process.
guild_bench() {
  GUILDHALL_JAVA_OPTS="-Xmx5g ${GUILDHALL_JAVA_OPTS:-}" test_bench guild io.guildhall.guild.bench.GuildBench "$@"
}

# test_bench SERVICE MAIN ARGUMENT...: runs a main class that stands among the tests of a service. These may use the embedded store.
test_bench() {
  local service=$1 module=$ROOT/services/$1 store=$ROOT/services/storage-proxy/target/quarkus-app
  shift
  build_services storage-proxy
  build_services "$service"
  if [ -n "$(find "$module/src/test" -newer "$module/target/test-classes" -print -quit)" ]; then
    maven -q -Dquick -DskipTests -pl "services/$service" -am package || fail "the build failed"
    touch "$module/target/test-classes" "$(runner "$service")"
  fi
  local application=$module/target/quarkus-app
  # shellcheck disable=SC2046
  "$JAVA_HOME/bin/java" $(java_options) -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -cp "$module/target/test-classes:$ROOT/libraries/testing/target/classes:$application/app/*:$application/lib/main/*:$application/lib/boot/*:$store/app/*:$store/lib/main/*" \
    "$@"
}
