# Native executables. Sourced by ./guildhall.
#
# Settings from the environment: GRAALVM_HOME (a GraalVM or Mandrel for JDK 25), GUILDHALL_NATIVE_MARCH (the processors that the
# executables run on), GUILDHALL_NATIVE_XMX (memory of the builder), GUILDHALL_NATIVE_IMAGE (a builder image to pull and use).

NATIVE_SERVICES="storage-proxy guild relay gateway api"

# native [SERVICE...]: builds what is older than its sources, one after the other.
native() {
  local service
  for service in ${*:-$NATIVE_SERVICES}; do
    [ -f "$ROOT/services/$service/pom.xml" ] || fail "there is no service $service; there are: $NATIVE_SERVICES standalone"
  done
  need_jdk
  for service in ${*:-$NATIVE_SERVICES}; do
    build_native "$service"
  done
}

# native_runner SERVICE: where its executable is or would be.
native_runner() {
  local found
  found=$(compgen -G "$ROOT/services/$1/target/$1-*-runner" | head -1) || true
  echo "${found:-$ROOT/services/$1/target/$1-runner}"
}

build_native() {
  local mark=$ROOT/services/$1/target/native-march march
  march=$(native_march)
  if is_fresh "$(native_runner "$1")" && [ "$(cat "$mark" 2>/dev/null)" = "$march" ]; then
    return
  fi
  find_native_builder
  echo "guildhall: building $1 as a native executable for $march (some minutes, ${GUILDHALL_NATIVE_XMX:-6g} of memory)" >&2
  rm -f "$(native_runner "$1")"
  GRAALVM_HOME=${GRAALVM_HOME:-} maven -q -Dquick -DskipTests -pl "services/$1" -am -Dnative.service="$1" \
    "-Dquarkus.native.march=$march" "-Dquarkus.native.native-image-xmx=${GUILDHALL_NATIVE_XMX:-6g}" \
    "${native_arguments[@]}" package || fail "the native build of $1 failed"
  touch "$(native_runner "$1")"
  echo "$march" >"$mark"
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

# Sets GRAALVM_HOME to what builds, or native_arguments to what makes Quarkus build in a container, or ends with what to install.
find_native_builder() {
  native_arguments=()
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
      native_arguments=(-Dquarkus.native.container-build=true "-Dquarkus.native.container-runtime=$tool"
        "-Dquarkus.native.builder-image=$candidate")
      return
    fi
  done
  if [ -x "$ROOT/../shared/native/assemble.sh" ]; then
    echo "guildhall: assembling a native-image builder (once)" >&2
    "$ROOT/../shared/native/assemble.sh" "$STATE/tools/graalvm" "$JAVA_HOME" >"$STATE/tools-graalvm.log" 2>&1 ||
      fail "the builder could not be assembled; see $STATE/tools-graalvm.log"
    export GRAALVM_HOME=$STATE/tools/graalvm
    return
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
