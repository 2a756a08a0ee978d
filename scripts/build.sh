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
  [ -f "$1" ] && [ -z "$(find "$ROOT/pom.xml" "$ROOT/shared-model" "$ROOT/services" \
    -path '*/target' -prune -o -path '*/src/test' -prune -o -type f -newer "$1" -print -quit)" ]
}

# build_service NAME: the service and what it stands on.
build_service() {
  is_fresh "$(runner "$1")" && return
  echo "guildhall: building $1 (the first time takes a few minutes)" >&2
  maven -q -Dquick -DskipTests -pl "services/$1" -am package || fail "the build failed"
  touch "$(runner "$1")"
}

build_all() {
  build_service standalone
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

# tests_java MAIN ARGUMENT...: runs a main class of the tests module.
tests_java() {
  find_tests_java
  "${TESTS_JAVA[@]}" "$@"
}
