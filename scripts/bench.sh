# Measurements: see tests/orchestration. Sourced by ./guildhall.

bench() {
  become_orchestration bench "$@"
}

# find_bench_java SERVICE: sets BENCH_JAVA to the command that runs a main class that stands among the tests of a service. These may use
# the embedded store.
find_bench_java() {
  local service=$1 module=$ROOT/services/$1 store=$ROOT/services/storage-proxy/target/quarkus-app
  build_services storage-proxy
  build_services "$service"
  if [ -n "$(find "$module/src/test" -newer "$module/target/test-classes" -print -quit)" ]; then
    maven -q -Dquick -DskipTests -pl "services/$service" -am package || fail "the build failed"
    touch "$module/target/test-classes" "$(runner "$service")"
  fi
  local application=$module/target/quarkus-app
  # shellcheck disable=SC2207
  BENCH_JAVA=("$JAVA_HOME/bin/java" $(java_options) -Djava.util.logging.manager=org.jboss.logmanager.LogManager
    -cp "$module/target/test-classes:$ROOT/libraries/testing/target/classes:$application/app/*:$application/lib/main/*:$application/lib/boot/*:$store/app/*:$store/lib/main/*")
}
