# Every service as its own process on loopback. Sourced by ./guildhall.
#
# Ports, from the base port P (default 8080): api P and P+1, gateways P+11 and P+12 (clients connect here too); health and metrics
# of each 50 higher, and of storage-proxy P+71 and P+72, guild P+81 and P+82, relay P+91 and P+92; internal gRPC of gateways P+111
# and P+112, storage-proxy P+121 and P+122, guild P+131 and P+132, relay P+141 and P+142; etcd P+200, P+201; Cassandra P+202, P+203.
#
# On the embedded store there is one storage proxy, which keeps the files; on Cassandra there are two. With --tls the services and
# etcd talk to each other over mutual TLS, with certificates of an authority that is made for the stack.

stack() {
  STACK=${GUILDHALL_STACK_DIR:-$STATE/stack}
  local action=${1:-}
  [ $# -gt 0 ] && shift
  STACK_PORT=8080 STACK_STORE=embedded STACK_MODE=jvm
  [ -f "$STACK/port" ] && STACK_PORT=$(cat "$STACK/port")
  [ -f "$STACK/kind" ] && STACK_STORE=$(cat "$STACK/kind")
  [ -f "$STACK/mode" ] && STACK_MODE=$(cat "$STACK/mode")
  STACK_TLS=
  [ -d "$STACK/tls" ] && STACK_TLS=yes
  name_stack_nodes
  case "$action" in
    up) stack_up "$@" ;;
    status) stack_status ;;
    down) stack_down ;;
    start) stack_again "$@" ;;
    *) fail "stack up, status or down" ;;
  esac
}

stack_up() {
  STACK_MODE=jvm
  while [ $# -gt 0 ]; do
    case "$1" in
      --port) STACK_PORT=$2; shift 2 ;;
      --store) STACK_STORE=$2; shift 2 ;;
      --native) STACK_MODE=native; shift ;;
      --tls) STACK_TLS=yes; shift ;;
      *) fail "stack up does not know $1" ;;
    esac
  done
  case "$STACK_STORE" in embedded | cassandra) ;; *) fail "stack up --store embedded or cassandra" ;; esac
  name_stack_nodes
  stack_start_nodes $STACK_NODES
  stack_status
  echo "API http://127.0.0.1:$STACK_PORT/api (and $((STACK_PORT + 1))). Stop with: ./guildhall stack down"
}

# stack_start_nodes NODE...: what they stand on, and those of them that do not run yet; waits until all are ready.
stack_start_nodes() {
  need_jdk
  need_command curl curl "curl"
  need_etcd
  local node services=()
  for node in "$@"; do
    [[ " ${services[*]} " = *" ${node%-*} "* ]] || services+=("${node%-*}")
  done
  if [ "$STACK_MODE" = native ]; then
    native "${services[@]}"
  else
    build_services "${services[@]}"
  fi
  mkdir -p "$STACK/logs" "$STACK/pids"
  chmod 700 "$STACK"
  echo "$STACK_PORT" >"$STACK/port"
  echo "$STACK_STORE" >"$STACK/kind"
  echo "$STACK_MODE" >"$STACK/mode"
  stack_secret token.secret
  stack_secret cluster.secret
  if [ -n "${STACK_TLS:-}" ]; then stack_certificates; fi
  # Discovery holds nothing worth keeping from one time to the next.
  is_running etcd || rm -rf "$STACK/etcd"
  stack_start_etcd
  [ "$STACK_STORE" = embedded ] || stack_start_cassandra
  for node in "$@"; do
    is_running "$node" || { need_port "$(node_port "$node")"; need_port "$(management_port "$node")"; stack_start "$node"; }
  done
  for node in "$@"; do
    stack_wait "$node"
  done
}

name_stack_nodes() {
  STACK_NODES="storage-proxy-1 guild-1 guild-2 relay-1 relay-2 gateway-1 gateway-2 api-1 api-2"
  STACK_BACKENDS=etcd
  if [ "$STACK_STORE" = cassandra ]; then
    STACK_NODES="storage-proxy-1 storage-proxy-2 ${STACK_NODES#* }"
    STACK_BACKENDS="cassandra etcd"
  fi
}

# stack_secret FILE: makes it once.
stack_secret() {
  [ -s "$STACK/$1" ] || (umask 077 && od -An -N32 -tx1 /dev/urandom | tr -d ' \n' >"$STACK/$1")
}

# An authority and one certificate that all nodes show, for a week; made anew when less than a day is left.
stack_certificates() {
  need_command openssl openssl "openssl"
  openssl x509 -checkend 86400 -noout -in "$STACK/tls/node.crt" >/dev/null 2>&1 && return
  (
    umask 077
    mkdir -p "$STACK/tls"
    cd "$STACK/tls"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=authority of this stack" -days 7 \
      -keyout ca.key -out ca.crt
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=node" -keyout node.key -out node.csr
    echo "subjectAltName=DNS:guildhall-internal,IP:127.0.0.1" >node.ext
    openssl x509 -req -in node.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 7 -extfile node.ext -out node.new
    mv node.new node.crt
  ) >"$STACK/logs/tls.log" 2>&1 || fail "the stack's certificates could not be made; see $STACK/logs/tls.log"
}

node_port() {
  local number=${1##*-}
  case "$1" in
    api-*) echo $((STACK_PORT + number - 1)) ;;
    gateway-*) echo $((STACK_PORT + 10 + number)) ;;
    storage-proxy-*) echo $((STACK_PORT + 20 + number)) ;;
    guild-*) echo $((STACK_PORT + 30 + number)) ;;
    relay-*) echo $((STACK_PORT + 40 + number)) ;;
    etcd) echo $((STACK_PORT + 200)) ;;
    cassandra) echo $((STACK_PORT + 202)) ;;
  esac
}

# management_port NODE: where its health and metrics are.
management_port() {
  echo $(($(node_port "$1") + 50))
}

pid_of() {
  cat "$STACK/pids/$1" 2>/dev/null || true
}

is_running() {
  local pid
  pid=$(pid_of "$1")
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null
}

stack_start_etcd() {
  is_running etcd && return
  local client peer=http://127.0.0.1:$((STACK_PORT + 201)) tls=() ask=()
  client=http://127.0.0.1:$(node_port etcd)
  if [ -n "${STACK_TLS:-}" ]; then
    client=https://${client#http://}
    tls=(--client-cert-auth --trusted-ca-file "$STACK/tls/ca.crt" --cert-file "$STACK/tls/node.crt" --key-file "$STACK/tls/node.key")
    ask=(--cacert "$STACK/tls/ca.crt" --cert "$STACK/tls/node.crt" --key "$STACK/tls/node.key")
  fi
  need_port "$(node_port etcd)"
  nohup "$ETCD" --data-dir "$STACK/etcd" --listen-client-urls "$client" --advertise-client-urls "$client" \
    --listen-peer-urls "$peer" --initial-advertise-peer-urls "$peer" --initial-cluster "default=$peer" "${tls[@]}" \
    >"$STACK/logs/etcd.log" 2>&1 </dev/null &
  echo $! >"$STACK/pids/etcd"
  wait_until "etcd" "curl -fsS ${ask[*]} $client/health"
}

stack_start_cassandra() {
  is_running cassandra && return
  "$ROOT/guildhall" backend start cassandra --name stack --dir "$STACK/cassandra" --durable \
    --port "$(node_port cassandra)" --storage-port $((STACK_PORT + 203)) >"$STACK/pids/cassandra" || fail "Cassandra did not start"
}

# stack_again NODE: starts a process of the stack that has ended, with the data that it left, and waits until it is ready.
stack_again() {
  case "$1" in
    etcd) need_etcd && stack_start_etcd ;;
    cassandra) stack_start_cassandra ;;
    *) stack_start "$1" && stack_wait "$1" ;;
  esac
}

# stack_start NODE: starts one process. Its settings go through the environment, so that no secret is on a command line.
stack_start() {
  local node=$1
  stack_environment "$node"
  stack_command "${node%-*}"
  nohup env "${STACK_ENVIRONMENT[@]}" "${STACK_COMMAND[@]}" >>"$STACK/logs/$node.log" 2>&1 </dev/null &
  echo $! >"$STACK/pids/$node"
}

# stack_environment NODE: sets STACK_ENVIRONMENT to its settings.
stack_environment() {
  local node=$1 port base=http://127.0.0.1:$STACK_PORT
  port=$(node_port "$node")
  # shellcheck disable=SC2207
  STACK_ENVIRONMENT=(
    GUILDHALL_TOKEN_SECRET="$(cat "$STACK/token.secret")"
    GUILDHALL_CLUSTER_SECRET="$(cat "$STACK/cluster.secret")"
    GUILDHALL_DISCOVERY_ENDPOINTS="$(if [ -n "${STACK_TLS:-}" ]; then echo https://; fi)127.0.0.1:$(node_port etcd)"
    GUILDHALL_DISCOVERY_HOST=127.0.0.1
    $(node_tls)
    GUILDHALL_PUBLIC_API_URL="$base/api"
    GUILDHALL_PUBLIC_CDN_URL="$base/cdn"
    $(node_gateway "$node" "$port")
    $(node_store "$node")
    GUILDHALL_STORAGE_DIRECTORY="$STACK/store"
    GUILDHALL_API_ATTACHMENTS_DIRECTORY="$STACK/attachments"
    QUARKUS_HTTP_HOST=127.0.0.1
    QUARKUS_HTTP_PORT="$port"
    QUARKUS_MANAGEMENT_HOST=127.0.0.1
    QUARKUS_MANAGEMENT_PORT="$((port + 50))"
    QUARKUS_GRPC_SERVER_HOST=127.0.0.1
    QUARKUS_GRPC_SERVER_PORT="$((port + 100))"
  )
}

# stack_command SERVICE: sets STACK_COMMAND to what runs it, as a JVM or natively, whichever the stack was started with.
stack_command() {
  local heap=${GUILDHALL_STACK_HEAP:-256m}
  if [ "$STACK_MODE" = native ]; then
    # shellcheck disable=SC2207
    STACK_COMMAND=("$(native_runner "$1")" "-Xmx$heap" $(native_young "$1") $(native_options))
  else
    need_jdk
    # shellcheck disable=SC2207
    STACK_COMMAND=("${AOT_JAVA:-$JAVA_HOME}/bin/java" $(java_options) $(aot_options "$1") -XX:+UseSerialGC "-Xmx$heap"
      "-XX:TieredStopAtLevel=${GUILDHALL_STACK_TIER:-4}" -jar "$(runner "$1")")
  fi
}

# A gateway announces its own address; the others learn from discovery where the gateways are.
node_gateway() {
  case "$1" in
    gateway-*) echo "GUILDHALL_PUBLIC_GATEWAY_URL=ws://127.0.0.1:$2/gateway" ;;
  esac
}

# What a node shows to the others and to etcd, and whom it trusts.
node_tls() {
  [ -n "${STACK_TLS:-}" ] || return 0
  local side
  for side in CLUSTER DISCOVERY; do
    echo "GUILDHALL_${side}_TLS_CERTIFICATE=$STACK/tls/node.crt GUILDHALL_${side}_TLS_KEY=$STACK/tls/node.key"
    echo "GUILDHALL_${side}_TLS_AUTHORITY=$STACK/tls/ca.crt"
  done
}

# What a storage proxy keeps its rows in.
node_store() {
  case "$1 $STACK_STORE" in
    storage-proxy-*cassandra)
      echo "GUILDHALL_STORAGE_KIND=cassandra QUARKUS_CASSANDRA_CONTACT_POINTS=127.0.0.1:$(node_port cassandra)"
      ;;
  esac
}

stack_wait() {
  wait_until "$1" "curl -fsS http://127.0.0.1:$(management_port "$1")/q/health/ready" "$1"
}

# wait_until WHAT COMMAND [NODE]: up to two minutes; ends early when the node's process is gone.
wait_until() {
  local turn
  for turn in $(seq 1 480); do
    $2 >/dev/null 2>&1 && return
    if [ -n "${3:-}" ] && ! is_running "$3"; then
      break
    fi
    sleep 0.25
  done
  echo "guildhall: $1 did not become ready. The end of its log:" >&2
  tail -n 20 "$STACK/logs/$1.log" >&2
  exit 1
}

stack_status() {
  local node state
  printf '%-18s %-8s %-6s %s\n' NODE PID PORT STATE
  for node in $STACK_BACKENDS $STACK_NODES; do
    state=down
    if is_running "$node"; then
      state=starting
      if [[ " $STACK_BACKENDS " = *" $node "* ]] || curl -fsS "http://127.0.0.1:$(management_port "$node")/q/health/ready" >/dev/null 2>&1; then
        state=ready
      fi
    fi
    printf '%-18s %-8s %-6s %s\n' "$node" "$(pid_of "$node")" "$(node_port "$node")" "$state"
  done
}

# SIGTERM from the outside in, so that each drains into what still runs; SIGKILL after STACK_PATIENCE quarters of a second.
stack_down() {
  local tier
  for tier in "api- gateway-" "relay- guild-" "storage-proxy-" "cassandra" "etcd"; do
    stop_tier $tier
  done
}

# stop_tier PREFIX...: every node with one of these prefixes, at the same time.
stop_tier() {
  local node prefix pid turn waiting=""
  for node in $STACK_BACKENDS $STACK_NODES; do
    for prefix in "$@"; do
      pid=$(pid_of "$node")
      case "$node" in
        "$prefix"*) if [ -n "$pid" ] && kill -TERM "$pid" 2>/dev/null; then waiting="$waiting $node"; fi ;;
      esac
    done
  done
  for turn in $(seq 1 "${STACK_PATIENCE:-120}"); do
    waiting=$(for node in $waiting; do if is_running "$node"; then echo "$node"; fi; done)
    [ -n "$waiting" ] || break
    sleep 0.25
  done
  for node in $waiting; do
    echo "guildhall: $node did not stop in time and was killed" >&2
    kill -KILL "$(pid_of "$node")" 2>/dev/null || true
  done
  for prefix in "$@"; do
    rm -f "$STACK/pids/$prefix"*
  done
}
