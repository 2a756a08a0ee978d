# Real databases for tests and benchmarks, from Maven Central and Debian alone. Sourced by ./guildhall.
#
# Everything is unpacked below .guildhall/tools once; a node keeps its configuration, data, log and pid in its own directory and
# listens on loopback only.

CASSANDRA_VERSION=5.0.9
CASSANDRA_HOME=$STATE/tools/cassandra-$CASSANDRA_VERSION

backend() {
  local action=${1:-} what=${2:-}
  case "$action $what" in
    "fetch cassandra") fetch_cassandra ;;
    "start cassandra") shift 2 && start_cassandra "$@" ;;
    "fetch elasticsearch") fetch_elasticsearch ;;
    "start elasticsearch") shift 2 && start_elasticsearch "$@" ;;
    stop\ *) shift && stop_backend "$@" ;;
    *) fail "backend fetch cassandra|elasticsearch, start cassandra|elasticsearch --name N --dir DIR, or stop --dir DIR" ;;
  esac
}

# Resolves Cassandra's jars with Maven. Several callers may do this at once: whoever is first puts the directory in its place.
fetch_cassandra() {
  need_java_17
  [ -d "$CASSANDRA_HOME/lib" ] && return
  need_jdk
  need_command mvn maven "Apache Maven 3.9 or later"
  echo "guildhall: fetching Cassandra $CASSANDRA_VERSION" >&2
  local work=$CASSANDRA_HOME/fetch.$$
  mkdir -p "$work"
  cat >"$work/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>io.guildhall.backends</groupId>
  <artifactId>cassandra</artifactId>
  <version>$CASSANDRA_VERSION</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.cassandra</groupId>
      <artifactId>cassandra-all</artifactId>
      <version>$CASSANDRA_VERSION</version>
    </dependency>
  </dependencies>
</project>
XML
  (cd "$work" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory=lib >"$work/maven.log" 2>&1) ||
    { tail -n 5 "$work/maven.log" >&2; rm -rf "$work"; fail "Cassandra $CASSANDRA_VERSION could not be fetched"; }
  mv -T "$work/lib" "$CASSANDRA_HOME/lib" 2>/dev/null || [ -d "$CASSANDRA_HOME/lib" ] || mv "$work/lib" "$CASSANDRA_HOME/lib"
  rm -rf "$work"
}

# Sets JAVA_17 to the java command of a Java 17: Cassandra 5 starts on no later one.
need_java_17() {
  local candidate
  for candidate in "${GUILDHALL_JAVA17_HOME:-}" /usr/lib/jvm/*17* /opt/*jdk*17* "$HOME"/.sdkman/candidates/java/17* \
    /Library/Java/JavaVirtualMachines/*17*/Contents/Home; do
    if [ -n "$candidate" ] && [ -x "$candidate/bin/java" ] && [ "$(java_release "$candidate")" = 17 ]; then
      JAVA_17=$candidate/bin/java
      return
    fi
  done
  install_package openjdk-17-jre-headless && need_java_17 && return
  fail "Cassandra needs Java 17 beside the JDK 25. Install one (Debian: openjdk-17-jre-headless) or set GUILDHALL_JAVA17_HOME."
}

# start_cassandra --name N --dir DIR [--ip IP] [--port P] [--storage-port P] [--seed IP:PORT,...] [--token T] [--durable]
#
# Starts a node, waits until it answers CQL and prints its pid. A directory that holds data is started again with it. Without
# --durable the node skips what makes its schema and its last writes survive a SIGKILL, and starts and creates tables faster. Nodes
# that are given tokens and name each other as seeds may start at the same time; without, one after the other.
start_cassandra() {
  local name= dir= ip=127.0.0.1 port=9042 storage_port=7000 seed= token= durable=
  while [ $# -gt 0 ]; do
    case "$1" in
      --name) name=$2; shift 2 ;;
      --dir) dir=$2; shift 2 ;;
      --ip) ip=$2; shift 2 ;;
      --port) port=$2; shift 2 ;;
      --storage-port) storage_port=$2; shift 2 ;;
      --seed) seed=$2; shift 2 ;;
      --token) token=$2; shift 2 ;;
      --durable) durable=yes; shift ;;
      *) fail "backend start cassandra does not know $1" ;;
    esac
  done
  [ -n "$name" ] && [ -n "$dir" ] || fail "backend start cassandra needs --name and --dir"
  fetch_cassandra
  mkdir -p "$dir/conf" "$dir/data" "$dir/tmp"
  dir=$(cd "$dir" && pwd)
  if backend_runs "$dir"; then fail "a backend runs in $dir already: process $(cat "$dir/pid")"; fi
  if (exec 3<>"/dev/tcp/$ip/$port") 2>/dev/null; then fail "port $port of $ip is in use. Choose another with --port."; fi
  cassandra_yaml "$name" "$dir" "$ip" "$port" "$storage_port" "${seed:-$ip:$storage_port}" "$token" "$durable" >"$dir/conf/cassandra.yaml"
  cassandra_log_settings "$dir" >"$dir/conf/logback.xml"
  local fast="-Dcassandra.unsafesystem=true -Dcassandra.test.flush_local_schema_changes=false"
  [ -z "$durable" ] || fast=
  MALLOC_ARENA_MAX=2 cassandra_java "$dir" $fast
  wait_for_cql "$dir" "$ip" "$port"
  cat "$dir/pid"
}

# cassandra_java DIR FLAG...: starts the process in a session of its own and writes its pid. Memory and further flags come from
# GUILDHALL_CASSANDRA_HEAP and GUILDHALL_CASSANDRA_OPTS, for example -XX:TieredStopAtLevel=4 for a benchmark.
cassandra_java() {
  local dir=$1 heap=${GUILDHALL_CASSANDRA_HEAP:-256m} detach=nohup
  shift
  if command -v setsid >/dev/null; then detach=setsid; fi
  $detach "$JAVA_17" -Xms128m -Xmx"$heap" -Xss256k -XX:+UseSerialGC -XX:MaxDirectMemorySize="$heap" -XX:ReservedCodeCacheSize=96m \
    -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError -XX:+PerfDisableSharedMem $(cassandra_opened_packages) \
    -Djdk.attach.allowAttachSelf=true -Djava.io.tmpdir="$dir/tmp" -Djna.tmpdir="$dir/tmp" \
    -Dcassandra.config="file://$dir/conf/cassandra.yaml" -Dlogback.configurationFile="$dir/conf/logback.xml" \
    -Dcassandra.storagedir="$dir/data" -Dcassandra.logdir="$dir" -Dcassandra-foreground=yes \
    -Dcassandra.ring_delay_ms=1000 -Dcassandra.skip_wait_for_gossip_to_settle=0 -Dcassandra.superuser_setup_delay_ms=0 \
    "$@" ${GUILDHALL_CASSANDRA_OPTS:-} -cp "$dir/conf:$CASSANDRA_HOME/lib/*" org.apache.cassandra.service.CassandraDaemon \
    >>"$dir/out.log" 2>&1 </dev/null &
  echo $! >"$dir/pid"
}

# What Cassandra reaches into and Java 17 keeps closed.
cassandra_opened_packages() {
  local package
  for package in java.base/jdk.internal.misc java.base/jdk.internal.ref java.base/sun.nio.ch java.rmi/sun.rmi.registry \
    java.rmi/sun.rmi.server java.management.rmi/com.sun.jmx.remote.internal.rmi java.sql/java.sql; do
    echo "--add-exports=$package=ALL-UNNAMED"
  done
  for package in java.base/sun.nio.ch java.base/java.io java.base/java.nio java.base/java.lang java.base/java.util \
    java.base/java.util.concurrent java.base/java.util.concurrent.atomic java.base/jdk.internal.ref \
    java.base/jdk.internal.loader java.base/java.lang.reflect java.base/java.math java.base/java.net; do
    echo "--add-opens=$package=ALL-UNNAMED"
  done
}

# cassandra_yaml NAME DIR IP PORT STORAGE-PORT SEED TOKEN DURABLE
cassandra_yaml() {
  local dir=$2
  cat <<YAML
cluster_name: guildhall
num_tokens: 1
partitioner: org.apache.cassandra.dht.Murmur3Partitioner
endpoint_snitch: SimpleSnitch
seed_provider:
  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
    parameters:
      - seeds: "$6"
listen_address: $3
rpc_address: $3
storage_port: $5
native_transport_port: $4
start_native_transport: true
data_file_directories: [ "$dir/data/data" ]
commitlog_directory: $dir/data/commitlog
saved_caches_directory: $dir/data/saved_caches
hints_directory: $dir/data/hints
cdc_raw_directory: $dir/data/cdc_raw
commitlog_segment_size: 16MiB
commitlog_total_space: 128MiB
disk_optimization_strategy: ssd
memtable_heap_space: 64MiB
memtable_offheap_space: 32MiB
key_cache_size: 4MiB
counter_cache_size: 0MiB
row_cache_size: 0MiB
file_cache_size: 32MiB
networking_cache_size: 16MiB
prepared_statements_cache_size: 4MiB
concurrent_reads: 8
concurrent_writes: 8
concurrent_compactors: 1
compaction_throughput: 0MiB/s
read_request_timeout: 10s
write_request_timeout: 10s
cas_contention_timeout: 10s
auto_snapshot: false
incremental_backups: false
authenticator: AllowAllAuthenticator
authorizer: AllowAllAuthorizer
storage_compatibility_mode: NONE
YAML
  # A node that is alone with its rows must have written them when it says so; others may count on their copies.
  if [ -n "$8" ]; then
    echo "commitlog_sync: batch"
  else
    echo "commitlog_sync: periodic"
    echo "commitlog_sync_period: 10000ms"
  fi
  if [ -n "$7" ]; then
    echo "initial_token: \"$7\""
    echo "auto_bootstrap: false"
  fi
}

# cassandra_log_settings DIR
cassandra_log_settings() {
  cat <<XML
<configuration>
  <appender name="FILE" class="ch.qos.logback.core.FileAppender">
    <file>$1/system.log</file>
    <encoder><pattern>%d{ISO8601} %-5level [%thread] %F:%L - %msg%n</pattern></encoder>
  </appender>
  <root level="INFO"><appender-ref ref="FILE"/></root>
</configuration>
XML
}

# wait_for_cql DIR IP PORT: until the node answers the protocol's OPTIONS with SUPPORTED.
wait_for_cql() {
  local turn
  for turn in $(seq 1 600); do
    [ "$(cql_answer "$2" "$3")" = 84 ] && return
    # The new process may not have become Java yet: that it lives is all there is to know of it.
    if ! kill -0 "$(cat "$1/pid")" 2>/dev/null; then
      tail -n 20 "$1/out.log" >&2 || true
      fail "Cassandra ended while it started; its log is $1/system.log"
    fi
    sleep 0.2
  done
  stop_backend --dir "$1"
  fail "Cassandra did not answer within two minutes; its log is $1/system.log"
}

# The first byte of the answer, in hexadecimal; nothing when nobody listens.
cql_answer() {
  (
    exec 3<>"/dev/tcp/$1/$2" || exit 0
    printf '\x04\x00\x00\x00\x05\x00\x00\x00\x00' >&3
    timeout 2 head -c 1 <&3 | od -An -tx1 | tr -d ' \n'
  ) 2>/dev/null
}

# backend_runs DIR: the process of the pid file lives and is the one that was started for this directory.
backend_runs() {
  local pid
  pid=$(cat "$1/pid" 2>/dev/null) || return 1
  kill -0 "$pid" 2>/dev/null || return 1
  # Not grep -q: it would end at the first match and the pipe would fail with what writes to it.
  [ ! -r "/proc/$pid/cmdline" ] || tr '\0' ' ' <"/proc/$pid/cmdline" | grep -F "$1/" >/dev/null
}

# stop_backend --dir DIR: SIGTERM, and SIGKILL after twenty seconds. A stopped (SIGSTOP) process is let run first.
stop_backend() {
  [ "${1:-}" = --dir ] && [ $# = 2 ] || fail "backend stop --dir DIR"
  local dir turn pid
  dir=$(cd "$2" 2>/dev/null && pwd) || return 0
  if backend_runs "$dir"; then
    pid=$(cat "$dir/pid")
    kill -CONT "$pid" 2>/dev/null || true
    kill -TERM "$pid" 2>/dev/null || true
    for turn in $(seq 1 100); do
      backend_runs "$dir" || break
      sleep 0.2
    done
    if backend_runs "$dir"; then kill -KILL "$pid" 2>/dev/null || true; fi
  fi
  rm -f "$dir/pid"
}
