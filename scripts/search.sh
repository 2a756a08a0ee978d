# The index of messages: of one process, and of a cluster. Sourced by ./guildhall.

# search check|reindex --data DIR, or search cells|bind|reindex|drop|check|drain --at HOST:PORT ...
search() {
  need_jdk
  if [ "${2:-}" = --at ]; then
    search_tool search io.guildhall.search.tool.SearchTool "$@"
  else
    search_tool standalone io.guildhall.standalone.search.SearchTool "$@"
  fi
}

# search_tool SERVICE CLASS ARGUMENT...
search_tool() {
  local service=$1 class=$2
  shift 2
  build_services "$service"
  local application=$ROOT/services/$service/target/quarkus-app
  # shellcheck disable=SC2046
  "$JAVA_HOME/bin/java" $(java_options) -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -cp "$application/app/*:$application/lib/main/*:$application/lib/boot/*" "$class" "$@"
}
