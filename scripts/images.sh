# Container images. Sourced by ./guildhall.
#
# Settings from the environment: GUILDHALL_IMAGE_PREFIX (before each name), GUILDHALL_IMAGE_TAG, GUILDHALL_IMAGE_BASE (an image with
# glibc and zlib to build on; by default a base is assembled from this machine's Debian packages).

# images [--jvm] [--test] [SERVICE...]: one image for each service; with --jvm for Java instead of native executables.
images() {
  local variant=native tests='' services='' service
  while [ $# -gt 0 ]; do
    case "$1" in
      --jvm) variant=jvm ;;
      --test) tests=yes ;;
      -*) fail "images does not know $1" ;;
      *) services="$services $1" ;;
    esac
    shift
  done
  need_jdk
  if ! docker info >/dev/null 2>&1; then
    echo "guildhall: no Docker engine answers, so no images are built. Install one (Debian: docker.io) and start it."
    [ -n "$tests" ] && echo "0 passed, 0 failed, 1 skipped"
    return 0
  fi
  services=${services:-$(image_services "$variant")}
  # shellcheck disable=SC2086
  write_sboms $services
  for service in $services; do
    build_image "$variant" "$service"
  done
  docker images --format '{{.Repository}}:{{.Tag}}  {{.Size}}' --filter "label=org.opencontainers.image.title" |
    grep -F ":$(image_tag)" | sort
  if [ -n "$tests" ]; then image_tests "$variant"; fi
}

# The tools of all services are in the JVM image of standalone.
image_services() {
  if [ "$1" = jvm ]; then echo "$NATIVE_SERVICES search push standalone"; else echo "$NATIVE_SERVICES"; fi
}

image_tag() {
  echo "${GUILDHALL_IMAGE_TAG:-$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$ROOT/pom.xml" | head -1)}"
}

# image_name VARIANT SERVICE
image_name() {
  local suffix=
  if [ "$1" = jvm ]; then suffix=-jvm; fi
  echo "${GUILDHALL_IMAGE_PREFIX:-guildhall-}$2$suffix:$(image_tag)"
}

build_image() {
  local variant=$1 service=$2 context=$STATE/images/$1-$2
  rm -rf "$context"
  mkdir -p "$context/rootfs" "$context/lib"
  [ -n "${GUILDHALL_IMAGE_BASE:-}" ] || assemble_rootfs "$context/rootfs"
  if [ "$variant" = native ]; then
    # An image runs wherever it is pulled to.
    GUILDHALL_NATIVE_MARCH=${GUILDHALL_NATIVE_MARCH:-compatibility} native "$service"
    cp "$(native_runner "$service")" "$context/guildhall"
    chmod 555 "$context/guildhall"
  else
    image_runtime
    build_services "$service"
    cp -a "$STATE/images/java" "$context/java"
    cp -a "$(dirname "$(runner "$service")")" "$context/app"
    rm -f "$context"/app/*.aot
    if [ -f "$(aot_cache "$service")" ]; then cp -a "$(aot_cache "$service")" "$context/app/app.aot"; fi
    chmod -R a+rX "$context/app" "$context/java"
  fi
  unpack_zstd "$service" "$context/lib"
  cp "$ROOT/services/$service/target/sbom.json" "$context/sbom.json"
  docker build -q -f "$ROOT/images/$variant.Dockerfile" -t "$(image_name "$variant" "$service")" \
    --build-arg "BASE=${GUILDHALL_IMAGE_BASE:-scratch}" \
    --label "org.opencontainers.image.title=guildhall-$service" \
    --label "org.opencontainers.image.description=Guildhall's $service ($variant)" \
    --label "org.opencontainers.image.version=$(image_tag)" \
    --label "org.opencontainers.image.revision=$(git -C "$ROOT" rev-parse HEAD 2>/dev/null || echo unknown)" \
    --label "org.opencontainers.image.licenses=Apache-2.0" \
    --label "io.guildhall.sbom=/usr/share/guildhall/sbom.json" \
    "$context" >/dev/null || fail "the image of $service could not be built"
  if [ "$variant-$service" = jvm-standalone ]; then
    docker tag "$(image_name jvm standalone)" "${GUILDHALL_IMAGE_PREFIX:-guildhall-}tools:$(image_tag)"
  fi
  rm -rf "$context"
}

# The base for machines where none can be pulled: what ldd names, name resolution, authorities, time zones, and one user.
assemble_rootfs() {
  local root=$1 library
  mkdir -p "$root/etc/ssl/certs" "$root/usr/share" "$root/lib64" "$root/lib/x86_64-linux-gnu" "$root/tmp" "$root/var/lib/guildhall"
  for library in ld-linux-x86-64.so.2 libc.so.6 libz.so.1 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libresolv.so.2; do
    cp -L "/lib/x86_64-linux-gnu/$library" "$root/lib/x86_64-linux-gnu/" || fail "no $library to build images from: set GUILDHALL_IMAGE_BASE"
  done
  ln -s ../lib/x86_64-linux-gnu/ld-linux-x86-64.so.2 "$root/lib64/ld-linux-x86-64.so.2"
  [ -f /etc/ssl/certs/ca-certificates.crt ] && cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
  if [ -d /usr/share/zoneinfo ]; then cp -a /usr/share/zoneinfo "$root/usr/share/"; fi
  echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
  printf 'root:x:0:0::/:/none\nnonroot:x:65532:65532::/:/none\n' >"$root/etc/passwd"
  printf 'root:x:0:\nnonroot:x:65532:\n' >"$root/etc/group"
  chmod 1777 "$root/tmp" "$root/var/lib/guildhall"
}

# A Java runtime with the modules that the services use. The caches are recorded with it: they fit no other.
image_runtime() {
  local java=$STATE/images/java
  if [ ! -x "$java/bin/java" ]; then
    mkdir -p "$STATE/images"
    "$JAVA_HOME/bin/jlink" --add-modules "$(runtime_modules)" --strip-debug --no-header-files --no-man-pages --compress=zip-2 \
      --output "$java" || fail "jlink failed"
    # A base archive for a JVM without an application's cache.
    "$java/bin/java" -Xshare:dump >/dev/null 2>&1 || true
  fi
  export GUILDHALL_AOT_FILE=image
  stack_services has_aot || GUILDHALL_AOT_JAVA=$java build_aot
}

runtime_modules() {
  echo java.base,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,java.instrument,java.desktop,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.management.agent,jdk.net,jdk.unsupported,jdk.zipfs
}

# zstd's C library lies in its jar; in the image it lies beside the executable, so that nothing is unpacked at run time.
unpack_zstd() {
  local jar
  jar=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}/com/github/luben/zstd-jni" -name 'zstd-jni-*.jar' 2>/dev/null | sort | tail -1)
  [ -n "$jar" ] || return 0
  (cd "$2" && "$JAVA_HOME/bin/jar" xf "$jar" linux/amd64 && mv linux/amd64/libzstd-jni-*.so libzstd-jni.so && rm -r linux)
}

# write_sboms SERVICE...: what each is made of, in CycloneDX, where a pom changed since.
write_sboms() {
  local service stale=()
  for service in "$@"; do
    [ -z "$(find "$ROOT/pom.xml" "$ROOT"/*/pom.xml "$ROOT"/{libraries,services}/*/pom.xml -newer "$ROOT/services/$service/target/sbom.json" \
      -print -quit 2>&1)" ] || stale+=("$service")
  done
  [ "${#stale[@]}" -gt 0 ] || return 0
  local modules
  modules=$(printf ',services/%s' "${stale[@]}")
  maven -q -Dquick -pl "${modules#,}" -am compile org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeBom \
    -DoutputFormat=json -DoutputName=sbom -DincludeTestScope=false >/dev/null || fail "the lists of what the images are made of could not be written"
}

# image_tests VARIANT: the acceptance suites against the services in containers: two gateways, one of each other.
image_tests() {
  rm -rf "$STATE/test"
  mkdir -p "$STATE/test/reports"
  need_modules discordjs
  build_tests
  export GUILDHALL_STACK_DIR=$STATE/test/stack
  STACK_PORT=${GUILDHALL_STACK_PORT:-28400}
  trap stack_containers_stop EXIT
  local started=$SECONDS
  stack_containers_start "$1"
  if [ "$1" = jvm ]; then image_tool_tests >"$STATE/test/reports/tools.xml"; fi
  orchestrate acceptance images "http://127.0.0.1:$STACK_PORT" $((SECONDS - started))
}

# What the chart runs in the image of the tools: the message of helm test, and the schema's job, twice. Prints a report as JUnit does.
image_tool_tests() {
  local cassandra=$GUILDHALL_STACK_DIR/cassandra port
  local run=(docker run --rm --network host --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges --entrypoint java
    "${GUILDHALL_IMAGE_PREFIX:-guildhall-}tools:$(image_tag)" -cp "/app/app/*:/app/lib/main/*:/app/lib/boot/*")
  port=$(free_port 28600)
  "$ROOT/guildhall" backend start cassandra --name images --dir "$cassandra" --port "$port" \
    --storage-port "$(free_port $((port + 1)))" >/dev/null || fail "Cassandra did not start"
  local schema=("${run[@]}" io.guildhall.storage.tool.SchemaTool)
  check_tool "helm test's message" "${run[@]}" io.guildhall.standalone.client.Client message \
    --url "http://127.0.0.1:$STACK_PORT/api" --gateway "ws://127.0.0.1:$(node_setting gateway-1 QUARKUS_HTTP_PORT)/gateway"
  check_tool "the schema's job" "${schema[@]}" apply --to "cassandra:127.0.0.1:$port" --keyspace guildhall
  check_tool "the schema's job again" "${schema[@]}" apply --to "cassandra:127.0.0.1:$port" --keyspace guildhall
  check_tool "nothing missing from the schema" "${schema[@]}" diff --to "cassandra:127.0.0.1:$port" --keyspace guildhall
  "$ROOT/guildhall" backend stop --dir "$cassandra"
}

# check_tool WHAT COMMAND...: whether it ended well.
check_tool() {
  local what=$1
  shift
  if "$@" >"$GUILDHALL_STACK_DIR/logs/tool.log" 2>&1; then
    echo "ok: $what" >&2
    echo "<testcase name=\"$what\"/>"
  else
    echo "not ok: $what" >&2
    cat "$GUILDHALL_STACK_DIR/logs/tool.log" >&2
    echo "<testcase name=\"$what\"><failure/></testcase>"
  fi
}

IMAGE_NODES="storage-proxy-1 guild-1 relay-1 gateway-1 api-1"

# The containers share this machine's network, so that they find each other and etcd as processes do.
stack_containers_start() {
  local node stack=$GUILDHALL_STACK_DIR
  stack up --port "$STACK_PORT" --nodes ""
  mkdir -p "$stack/store" "$stack/attachments"
  # The containers' user is nobody of this machine.
  chmod 777 "$stack/store" "$stack/attachments"
  for node in $IMAGE_NODES; do
    { stack settings "$node" && echo "GUILDHALL_API_RATE_LIMITS_SCALE=4"; } >"$stack/$node.env"
    docker run -d --name "guildhall-test-$node" --network host --read-only --cap-drop ALL --security-opt no-new-privileges \
      --env-file "$stack/$node.env" -v "$stack/store:$stack/store" -v "$stack/attachments:$stack/attachments" \
      "$(image_name "$1" "${node%-*}")" >/dev/null || fail "the container of $node did not start"
    rm -f "$stack/$node.env"
  done
  for node in $IMAGE_NODES; do
    wait_until_ready "$node"
    docker exec "guildhall-test-$node" $(container_health "$1") || fail "the health check of $node says no"
  done
}

# node_setting NODE NAME: what the node is told by this name.
node_setting() {
  stack settings "$1" | sed -n "s/^$2=//p"
}

wait_until_ready() {
  local turn url
  url=http://127.0.0.1:$(node_setting "$1" QUARKUS_MANAGEMENT_PORT)/q/health/ready
  for turn in $(seq 1 480); do
    curl -fsS "$url" >/dev/null 2>&1 && return
    sleep 0.25
  done
  fail "$1 did not become ready"
}

# stack_services CHECK: it holds for every service of the stack.
stack_services() {
  local service
  for service in $STACK_SERVICES; do "$1" "$service" || return 1; done
}

has_aot() { [ "$(aot_cache "$1")" -nt "$(runner "$1")" ]; }

container_health() {
  if [ "$1" = native ]; then echo /guildhall healthcheck; else echo java -jar /app/quarkus-run.jar healthcheck; fi
}

stack_containers_stop() {
  local node
  for node in $IMAGE_NODES; do
    docker logs "guildhall-test-$node" >"$GUILDHALL_STACK_DIR/logs/$node.log" 2>&1 || true
    docker rm -f "guildhall-test-$node" >/dev/null 2>&1 || true
  done
  stack down
  backend stop --dir "$GUILDHALL_STACK_DIR/cassandra"
}
