# Native executables. Sourced by ./guildhall.
#
# Settings from the environment: GRAALVM_HOME (a GraalVM or Mandrel for JDK 25), GUILDHALL_NATIVE_MARCH (the processors that the
# executables run on), GUILDHALL_NATIVE_LEVEL (of optimisation: 2 for fast, s for small, b for a quick build), GUILDHALL_NATIVE_XMX
# (memory of the builder), GUILDHALL_NATIVE_IMAGE (a builder image to pull and use).

# In an order in which each finds what it needs.
NATIVE_SERVICES="storage-proxy relay guild gateway api web"

# Method handles without counters are compiled; with them, native-image leaves them to an interpreter, and comparing two records takes
# thousands of times as long. GraalVM's own launcher says this to the JVM that builds, others may not.
NATIVE_METHOD_HANDLES="-J-Djava.lang.invoke.MethodHandle.PROFILE_GWT=false,-J-Djava.lang.invoke.MethodHandle.DONT_INLINE_THRESHOLD=-1"

# Offsets instead of addresses in the tables of methods: 124,000 places that the loader need not change at every start, in 2 MiB of
# memory that then stays the file's.
NATIVE_CODE_POINTERS="-H:+UnlockExperimentalVMOptions,-H:+RelativeCodePointers,-H:-UnlockExperimentalVMOptions"

# A process whose heap is full ends and says so: any of its threads may have stopped halfway.
NATIVE_OUT_OF_MEMORY="-R:+ExitOnOutOfMemoryError"

# native [SERVICE...]: builds what is older than its sources. Quarkus writes what native-image needs for all of them at once; the
# executables are built one after the other, since each takes all processors and some gigabytes.
native() {
  local service march options stale=() modules profiles
  for service in ${*:-$NATIVE_SERVICES}; do
    [ -f "$ROOT/services/$service/pom.xml" ] || fail "there is no service $service; there are: $NATIVE_SERVICES standalone"
  done
  need_jdk
  march=$(native_march)
  options="-O${GUILDHALL_NATIVE_LEVEL:-2},$NATIVE_METHOD_HANDLES,$NATIVE_CODE_POINTERS,$NATIVE_OUT_OF_MEMORY"
  for service in ${*:-$NATIVE_SERVICES}; do
    if ! is_fresh_native "$service" || [ "$(cat "$(native_mark "$service")" 2>/dev/null)" != "$march $options" ]; then
      stale+=("$service")
      rm -rf "$(native_runner "$service")" "$(native_sources "$service")"
    fi
  done
  [ "${#stale[@]}" -gt 0 ] || return 0
  find_native_builder
  echo "guildhall: building native executables for $march (some minutes each): ${stale[*]}" >&2
  modules=$(printf ',services/%s' "${stale[@]}")
  profiles=$(printf ',native-%s' "${stale[@]}")
  maven -q -Dquick -DskipTests -pl "${modules#,}" -am "-Pnative$profiles" \
    "-Dquarkus.native.march=$march" "-Dquarkus.native.native-image-xmx=${GUILDHALL_NATIVE_XMX:-6g}" \
    "-Dquarkus.native.additional-build-args=$options" package || fail "the build failed"
  for service in "${stale[@]}"; do
    build_native "$service"
    echo "$march $options" >"$(native_mark "$service")"
  done
}

# is_fresh_native SERVICE: as is_fresh, but what other services consist of does not matter.
is_fresh_native() {
  local other others=() runner
  runner=$(native_runner "$1")
  [ "$1" = standalone ] || for other in $NATIVE_SERVICES standalone; do
    [ "$other" = "$1" ] || others+=(-path "$ROOT/services/$other" -prune -o)
  done
  [ -f "$runner" ] && [ -z "$(find "$ROOT/pom.xml" "$ROOT/shared-model" "$ROOT/libraries" "$ROOT/services" "${others[@]}" \
    -path '*/target' -prune -o -path '*/src/test' -prune -o -type f -newer "$runner" -print -quit)" ]
}

# What the executable was built with.
native_mark() { echo "$ROOT/services/$1/target/native-options"; }
native_sources() { echo "$ROOT/services/$1/target/native-sources"; }

# native_runner SERVICE: where its executable is or would be.
native_runner() {
  local found
  found=$(compgen -G "$ROOT/services/$1/target/$1-*-runner" | head -1) || true
  echo "${found:-$ROOT/services/$1/target/$1-runner}"
}

# build_native SERVICE: from what Quarkus wrote, which lies open in between and is changed.
build_native() {
  local target=$ROOT/services/$1/target sources started=$SECONDS
  sources=$(native_sources "$1")
  "$JAVA_HOME/bin/java" "$ROOT/scripts/TrimReflection.java" "$sources"/*-runner.jar || fail "the build of $1 failed"
  run_native_image "$sources" >"$target/native-image.log" 2>&1 ||
    fail "the native build of $1 failed; see $target/native-image.log"
  mv "$sources"/*-runner "$target/"
  rm -rf "$sources"
  echo "guildhall: $1 has $(($(stat -c %s "$(native_runner "$1")") >> 20)) MiB and took $((SECONDS - started)) s" >&2
}

# run_native_image DIRECTORY: with the builder that was found, in the directory that has the sources and the arguments.
run_native_image() {
  local arguments
  arguments=$(cat "$1/native-image.args")
  # shellcheck disable=SC2086
  if [ "${#NATIVE_CONTAINER[@]}" -gt 0 ]; then
    "${NATIVE_CONTAINER[0]}" run --rm --user "$(id -u):$(id -g)" -v "$1:/project:z" -w /project --entrypoint native-image \
      "${NATIVE_CONTAINER[1]}" $arguments
  else
    (cd "$1" && "$GRAALVM_HOME/bin/native-image" $arguments)
  fi && (cd "$1" && if command -v objcopy >/dev/null; then objcopy --strip-debug ./*-runner; fi)
}

# The processors an executable runs on: those of the last ten years, unless something else is asked for or this machine is older.
native_march() {
  if [ -n "${GUILDHALL_NATIVE_MARCH:-}" ]; then
    echo "$GUILDHALL_NATIVE_MARCH"
  elif [ "$(uname -m)" = x86_64 ] && grep -q ' avx2 ' /proc/cpuinfo 2>/dev/null; then
    echo x86-64-v3
  else
    echo compatibility
  fi
}

# Sets GRAALVM_HOME to what builds, or NATIVE_CONTAINER to a tool and its builder image, or ends with what to install.
find_native_builder() {
  NATIVE_CONTAINER=()
  local candidate tool
  for candidate in "${GRAALVM_HOME:-}" "$STATE/tools/graalvm" "$JAVA_HOME"; do
    if [ -n "$candidate" ] && [ -x "$candidate/bin/native-image" ]; then
      export GRAALVM_HOME=$candidate
      return
    fi
  done
  unset GRAALVM_HOME
  for tool in docker podman; do
    candidate=${GUILDHALL_NATIVE_IMAGE:-$(builder_image "$tool")}
    if [ -n "$candidate" ] && "$tool" info >/dev/null 2>&1; then
      NATIVE_CONTAINER=("$tool" "$candidate")
      return
    fi
  done
  if [ -x "$ROOT/../shared/native/assemble.sh" ]; then
    echo "guildhall: assembling a native-image builder (once)" >&2
    if "$ROOT/../shared/native/assemble.sh" "$STATE/tools/graalvm" "$JAVA_HOME" >"$STATE/tools-graalvm.log" 2>&1; then
      export GRAALVM_HOME=$STATE/tools/graalvm
      return
    fi
    rm -rf "$STATE/tools/graalvm"
    echo "guildhall: it could not be assembled; see $STATE/tools-graalvm.log" >&2
  fi
  fail "no native-image builder found. Either install GraalVM or Mandrel for JDK 25 and set GRAALVM_HOME to its directory,
or pull Quarkus's Mandrel builder image for JDK 25 with docker or podman (or name any such image in GUILDHALL_NATIVE_IMAGE).
JVM mode needs none of this: ./guildhall up"
}

# builder_image TOOL: a builder image for JDK 25 that is on this machine already.
builder_image() {
  command -v "$1" >/dev/null || return 0
  "$1" images --format '{{.Repository}}:{{.Tag}}' 2>/dev/null |
    grep -E '(mandrel|graalvmce)-builder-image:jdk-25' | head -1 || true
}
