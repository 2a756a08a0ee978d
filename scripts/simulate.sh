# The deterministic simulation. Sourced by ./guildhall.

# simulate [--from SEED] [--seeds N] [--only ledger|town|outage] [--broken DEFECT]: runs seeds; the last line says how many held.
simulate() {
  build_simulation
  need_jdk
  # The scheduler of virtual threads is the JDK's own business, and hashes of objects must not differ from run to run.
  # shellcheck disable=SC2046
  "$JAVA_HOME/bin/java" $(java_options) -XX:+UseSerialGC -XX:+UnlockExperimentalVMOptions -XX:hashCode=2 \
    --add-opens java.base/java.lang=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djdk.trackAllThreads=false \
    -cp "$ROOT/tests/simulation/target/classes:$(cat "$ROOT/tests/simulation/target/classpath")" \
    io.guildhall.tests.simulation.Simulate "$@"
}

build_simulation() {
  local mark=$ROOT/tests/simulation/target/classpath
  if is_fresh "$mark" && [ -z "$(find "$ROOT/tests/simulation/src" "$ROOT/tests/simulation/pom.xml" -newer "$mark" -print -quit)" ]; then
    return
  fi
  echo "guildhall: building the simulation" >&2
  maven -q -Dquick -DskipTests -pl tests/simulation -am package >&2 || fail "the build failed"
  touch "$mark"
}
