# The index of messages of one process. Sourced by ./guildhall.

# search check|reindex --data DIR
search() {
  need_jdk
  build_services standalone
  local application=$ROOT/services/standalone/target/quarkus-app
  # shellcheck disable=SC2046
  "$JAVA_HOME/bin/java" $(java_options) -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -cp "$application/app/*:$application/lib/main/*:$application/lib/boot/*" io.guildhall.standalone.search.SearchTool "$@"
}
