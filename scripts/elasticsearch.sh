# Real Elasticsearch nodes for tests and benchmarks, from Maven Central alone. Sourced by ./guildhall, after backends.sh.
#
# The published jars are the server without the modules that every distribution has; the two small classes in scripts/elasticsearch start
# it and stand in for what Guildhall uses of those. They use the server's own interfaces, so they fit this version and no other.

ELASTICSEARCH_VERSION=9.5.3
ELASTICSEARCH_HOME=$STATE/tools/elasticsearch-$ELASTICSEARCH_VERSION

# Resolves the jars and compiles the two classes. Several callers may do this at once: whoever is first puts the directory in its place.
fetch_elasticsearch() {
  [ -d "$ELASTICSEARCH_HOME" ] && return
  need_jdk
  need_command mvn maven "Apache Maven 3.9 or later"
  echo "guildhall: fetching Elasticsearch $ELASTICSEARCH_VERSION" >&2
  local work=$ELASTICSEARCH_HOME.fetch.$$
  rm -rf "$work"
  mkdir -p "$work/home/lib" "$work/home/modules/transport-netty4" "$work/home/plugins/missing-modules" "$work/home/classes"
  elasticsearch_pom >"$work/pom.xml"
  (cd "$work" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory=home/lib >"$work/maven.log" 2>&1) ||
    { tail -n 5 "$work/maven.log" >&2; rm -rf "$work"; fail "Elasticsearch $ELASTICSEARCH_VERSION could not be fetched"; }
  elasticsearch_modules "$work/home" || { rm -rf "$work"; fail "Elasticsearch $ELASTICSEARCH_VERSION could not be put together"; }
  mv -T "$work/home" "$ELASTICSEARCH_HOME" 2>/dev/null || [ -d "$ELASTICSEARCH_HOME" ]
  rm -rf "$work"
}

elasticsearch_pom() {
  cat <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>io.guildhall.backends</groupId>
  <artifactId>elasticsearch</artifactId>
  <version>$ELASTICSEARCH_VERSION</version>
  <dependencies>
    <dependency>
      <groupId>org.elasticsearch</groupId>
      <artifactId>elasticsearch</artifactId>
      <version>$ELASTICSEARCH_VERSION</version>
    </dependency>
    <dependency>
      <groupId>org.elasticsearch.plugin</groupId>
      <artifactId>transport-netty4</artifactId>
      <version>$ELASTICSEARCH_VERSION</version>
    </dependency>
  </dependencies>
</project>
XML
}

# elasticsearch_modules HOME: the transport becomes a module, as in a distribution, and what the jars have not a plugin.
elasticsearch_modules() {
  local home=$1 netty=$1/modules/transport-netty4 plugin=$1/plugins/missing-modules sources=$ROOT/scripts/elasticsearch
  mv "$home"/lib/netty-*.jar "$home"/lib/transport-netty4-*.jar "$netty/" &&
    (cd "$netty" && "$JAVA_HOME/bin/jar" xf transport-netty4-*.jar META-INF/es-plugins && mv META-INF/es-plugins/transport-netty4/* . &&
      rm -rf META-INF) &&
    "$JAVA_HOME/bin/javac" -nowarn -Xlint:none -cp "$home/lib/*" -d "$home/classes" "$sources/EvaluationNode.java" &&
    "$JAVA_HOME/bin/javac" -nowarn -Xlint:none -cp "$home/lib/*" -d "$home/missing" "$sources/MissingModules.java" &&
    "$JAVA_HOME/bin/jar" cf "$plugin/missing-modules.jar" -C "$home/missing" . &&
    rm -rf "$home/missing" &&
    printf '%s\n' "description=what the published jars have not" version=1 name=missing-modules java.version=21 \
      "elasticsearch.version=$ELASTICSEARCH_VERSION" classname=missing.MissingModules >"$plugin/plugin-descriptor.properties"
}

# start_elasticsearch --name N --dir DIR [--port P] [--transport-port P]
#
# Starts a cluster of one node, waits until it answers and prints its pid. A directory that holds data is started again with it. Memory
# and further flags come from GUILDHALL_ELASTICSEARCH_HEAP and GUILDHALL_ELASTICSEARCH_OPTS.
start_elasticsearch() {
  local name= dir= port=9200 transport_port=9300
  while [ $# -gt 0 ]; do
    case "$1" in
      --name) name=$2; shift 2 ;;
      --dir) dir=$2; shift 2 ;;
      --port) port=$2; shift 2 ;;
      --transport-port) transport_port=$2; shift 2 ;;
      *) fail "backend start elasticsearch does not know $1" ;;
    esac
  done
  [ -n "$name" ] && [ -n "$dir" ] || fail "backend start elasticsearch needs --name and --dir"
  fetch_elasticsearch
  need_jdk
  mkdir -p "$dir/conf" "$dir/data" "$dir/tmp" "$dir/logs"
  dir=$(cd "$dir" && pwd)
  if backend_runs "$dir"; then fail "a backend runs in $dir already: process $(cat "$dir/pid")"; fi
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then fail "port $port is in use. Choose another with --port."; fi
  elasticsearch_yaml "$name" "$dir" "$port" "$transport_port" >"$dir/conf/elasticsearch.yml"
  elasticsearch_log_settings >"$dir/conf/log4j2.properties"
  elasticsearch_java "$dir"
  wait_for_elasticsearch "$dir" "$port"
  cat "$dir/pid"
}

elasticsearch_yaml() {
  cat <<YAML
cluster.name: $1
node.name: $1
path.data: $2/data
path.logs: $2/logs
network.host: 127.0.0.1
http.port: $3
transport.port: $4
discovery.type: single-node
cluster.routing.allocation.disk.threshold_enabled: false
node.processors: 1
http.type: netty4
transport.type: netty4
indices.memory.index_buffer_size: 16mb
YAML
}

elasticsearch_log_settings() {
  cat <<'PROPERTIES'
status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
PROPERTIES
}

# elasticsearch_java DIR: starts the process in a session of its own and writes its pid.
elasticsearch_java() {
  local dir=$1 heap=${GUILDHALL_ELASTICSEARCH_HEAP:-384m} detach=nohup home=$ELASTICSEARCH_HOME
  if command -v setsid >/dev/null; then detach=setsid; fi
  MALLOC_ARENA_MAX=2 $detach "$JAVA_HOME/bin/java" -Xms64m -Xmx"$heap" -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -XX:MaxDirectMemorySize=64m -XX:ReservedCodeCacheSize=96m -XX:+PerfDisableSharedMem -XX:+ExitOnOutOfMemoryError \
    -Djava.io.tmpdir="$dir/tmp" -Des.path.home="$home" -Dlog4j2.disable.jmx=true -Dlog4j.shutdownHookEnabled=false \
    -Dio.netty.noUnsafe=true -Dio.netty.noKeySetOptimization=true -Dio.netty.recycler.maxCapacityPerThread=0 \
    -Djava.awt.headless=true -Dfile.encoding=UTF-8 \
    --enable-native-access=ALL-UNNAMED,org.elasticsearch.nativeaccess,org.apache.lucene.core --add-modules=jdk.incubator.vector \
    --add-opens=java.base/java.io=org.elasticsearch.preallocate \
    --module-path "$home/lib" --add-modules=jdk.net --add-modules=jdk.management.agent --add-modules=ALL-MODULE-PATH \
    ${GUILDHALL_ELASTICSEARCH_OPTS:-} -cp "$home/classes" EvaluationNode "$home" "$dir/conf" >>"$dir/out.log" 2>&1 </dev/null &
  echo $! >"$dir/pid"
}

# wait_for_elasticsearch DIR PORT: until the node answers with the state of its cluster.
wait_for_elasticsearch() {
  local turn
  for turn in $(seq 1 600); do
    [ "$(elasticsearch_answer "$2")" = 200 ] && return
    if ! kill -0 "$(cat "$1/pid")" 2>/dev/null; then
      tail -n 20 "$1/out.log" >&2 || true
      fail "Elasticsearch ended while it started; its log is $1/out.log"
    fi
    sleep 0.2
  done
  stop_backend --dir "$1"
  fail "Elasticsearch did not answer within two minutes; its log is $1/out.log"
}

# The status of the answer; nothing when nobody listens.
elasticsearch_answer() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 0
    printf 'GET /_cluster/health HTTP/1.0\r\n\r\n' >&3
    timeout 2 head -n 1 <&3 | cut -d ' ' -f 2
  ) 2>/dev/null
}
