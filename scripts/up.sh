# One process with everything. Sourced by ./guildhall.

up() {
  local data=$STATE/data port=8080 host=127.0.0.1
  while [ $# -gt 0 ]; do
    case "$1" in
      --data) data=$2; shift 2 ;;
      --port) port=$2; shift 2 ;;
      --host) host=$2; shift 2 ;;
      *) fail "up does not know $1" ;;
    esac
  done
  need_jdk
  build_services standalone
  need_port "$port"
  need_port "${QUARKUS_MANAGEMENT_PORT:-$((port + 10))}" "for health and metrics"
  exec "$JAVA_HOME/bin/java" $(java_options) $(aot_options standalone) \
    -Dguildhall.data.dir="$data" -Dquarkus.http.port="$port" -Dquarkus.http.host="$host" \
    -jar "$(runner standalone)"
}
