# Real databases for tests and benchmarks, from Maven Central and Debian alone. Sourced by ./guildhall.
#
# Everything is unpacked below .guildhall/tools once; what starts and stops them is in tests/orchestration.

CASSANDRA_VERSION=5.0.9
CASSANDRA_HOME=$STATE/tools/cassandra-$CASSANDRA_VERSION

backend() {
  orchestrate backend "$@"
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
