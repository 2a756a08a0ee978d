# The schema of a cluster. Sourced by ./guildhall.

# schema apply|diff --to cassandra:HOST[:PORT][,HOST...] [--option value]...
schema() {
  storage_tool io.guildhall.storage.tool.SchemaTool "$@"
}

# storage_tool MAIN ARGUMENT...: runs a main class of the storage proxy.
storage_tool() {
  need_jdk
  build_services storage-proxy
  local application=$ROOT/services/storage-proxy/target/quarkus-app
  # shellcheck disable=SC2046
  "$JAVA_HOME/bin/java" $(java_options) -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -cp "$application/app/*:$application/lib/main/*:$application/lib/boot/*" "$@"
}
