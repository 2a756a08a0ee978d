# Real databases and brokers for tests and benchmarks, from Maven Central and Debian alone. Sourced by ./guildhall.
#
# Everything is unpacked below .guildhall/tools once; what starts and stops them is in tests/orchestration.

CASSANDRA_VERSION=5.0.9
CASSANDRA_HOME=$STATE/tools/cassandra-$CASSANDRA_VERSION
ELASTICSEARCH_VERSION=9.5.3
ELASTICSEARCH_HOME=$STATE/tools/elasticsearch-$ELASTICSEARCH_VERSION
KAFKA_VERSION=4.4.0
KAFKA_HOME=$STATE/tools/kafka-$KAFKA_VERSION
S3PROXY_VERSION=4.1.0
S3PROXY_HOME=$STATE/tools/s3proxy-$S3PROXY_VERSION

backend() {
  orchestrate backend "$@"
}

fetch_cassandra() {
  need_java_17
  fetch_backend "Cassandra $CASSANDRA_VERSION" "$CASSANDRA_HOME" "$(jars org.apache.cassandra cassandra-all "$CASSANDRA_VERSION")"
}

# kafka-tools-api was not published with it, and is not needed to run.
fetch_kafka() {
  fetch_backend "Kafka $KAFKA_VERSION" "$KAFKA_HOME" \
    "$(jars org.apache.kafka kafka_2.13 "$KAFKA_VERSION" org.apache.kafka kafka-tools-api)$(jars org.slf4j slf4j-simple 1.7.36)"
}

# The published jars are the server without the modules that every distribution has; the two small classes in scripts/elasticsearch start
# it and stand in for what Guildhall uses of those. They use the server's own interfaces, so they fit this version and no other.
fetch_elasticsearch() {
  need_jdk
  fetch_backend "Elasticsearch $ELASTICSEARCH_VERSION" "$ELASTICSEARCH_HOME" \
    "$(jars org.elasticsearch elasticsearch "$ELASTICSEARCH_VERSION")$(jars org.elasticsearch.plugin transport-netty4 "$ELASTICSEARCH_VERSION")" \
    elasticsearch_modules
  elasticsearch_own_classes "$ELASTICSEARCH_HOME" || fail "Elasticsearch $ELASTICSEARCH_VERSION could not be put together"
}

# It names no version of the annotations that its Jackson wants.
fetch_s3() {
  fetch_backend "S3Proxy $S3PROXY_VERSION" "$S3PROXY_HOME" \
    "$(jars org.gaul s3proxy "$S3PROXY_VERSION")$(jars com.fasterxml.jackson.core jackson-annotations 2.21)"
}

need_redis() {
  need_command redis-server redis-server "Redis (Debian: redis-server)"
  REDIS=$(command -v redis-server)
}

# jars GROUP ARTIFACT VERSION [GROUP ARTIFACT]: a dependency as Maven wants it, without another one.
jars() {
  printf '<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>' "$1" "$2" "$3"
  [ $# -gt 3 ] && printf '<exclusions><exclusion><groupId>%s</groupId><artifactId>%s</artifactId></exclusion></exclusions>' "$4" "$5"
  printf '</dependency>'
}

# fetch_backend WHAT HOME DEPENDENCIES [FINISH]: resolves jars with Maven into HOME/lib, and runs FINISH on the new home. Several callers
# may do this at once: whoever is first puts the directory in its place.
fetch_backend() {
  local what=$1 home=$2 work=$2.fetch.$$
  [ -d "$home/lib" ] && return
  need_jdk
  need_command mvn maven "Apache Maven 3.9 or later"
  echo "guildhall: fetching $what" >&2
  rm -rf "$work"
  mkdir -p "$work"
  cat >"$work/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>io.guildhall.backends</groupId>
  <artifactId>backend</artifactId>
  <version>1</version>
  <dependencies>$3</dependencies>
</project>
XML
  (cd "$work" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory=lib >"$work/maven.log" 2>&1) ||
    { tail -n 5 "$work/maven.log" >&2; rm -rf "$work"; fail "$what could not be fetched"; }
  if [ -n "${4:-}" ]; then "$4" "$work" || { rm -rf "$work"; fail "$what could not be put together"; }; fi
  mv -T "$work" "$home" 2>/dev/null || [ -d "$home/lib" ] || { rm -rf "$home" && mv "$work" "$home"; }
  rm -rf "$work"
}

# elasticsearch_modules HOME: the transport becomes a module, as in a distribution, and what the jars have not a plugin.
elasticsearch_modules() {
  local home=$1 netty=$1/modules/transport-netty4
  mkdir -p "$netty" &&
    mv "$home"/lib/netty-*.jar "$home"/lib/transport-netty4-*.jar "$netty/" &&
    (cd "$netty" && "$JAVA_HOME/bin/jar" xf transport-netty4-*.jar META-INF/es-plugins && mv META-INF/es-plugins/transport-netty4/* . &&
      rm -rf META-INF) &&
    elasticsearch_own_classes "$home"
}

# elasticsearch_own_classes HOME: compiles the two classes where they are not those that are in HOME already, which may be of an earlier checkout. Several
# callers may do this at once, and nodes may run meanwhile: each file is put in its place as a whole.
elasticsearch_own_classes() {
  local home=$1 plugin=$1/plugins/missing-modules sources=$ROOT/scripts/elasticsearch work=$1/own.$$ sum
  sum=$(cat "$sources"/*.java | cksum)
  [ "$(cat "$home/own-classes" 2>/dev/null)" = "$sum" ] && return
  mkdir -p "$work/missing" "$plugin" "$home/classes" &&
    "$JAVA_HOME/bin/javac" -nowarn -Xlint:none -cp "$home/lib/*" -d "$work/classes" "$sources/EvaluationNode.java" &&
    "$JAVA_HOME/bin/javac" -nowarn -Xlint:none -cp "$home/lib/*" -d "$work/missing" "$sources/MissingModules.java" &&
    "$JAVA_HOME/bin/jar" cf "$work/missing-modules.jar" -C "$work/missing" . &&
    printf '%s\n' "description=what the published jars have not" version=1 name=missing-modules java.version=21 \
      "elasticsearch.version=$ELASTICSEARCH_VERSION" classname=missing.MissingModules >"$work/plugin-descriptor.properties" &&
    mv -f "$work"/classes/*.class "$home/classes/" &&
    mv -f "$work/missing-modules.jar" "$work/plugin-descriptor.properties" "$plugin/" &&
    printf '%s\n' "$sum" >"$work/own-classes" && mv -f "$work/own-classes" "$home/own-classes"
  local result=$?
  rm -rf "$work"
  return $result
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
