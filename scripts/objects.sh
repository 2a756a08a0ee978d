# Uploaded files, and moving them from a directory to a bucket. Sourced by ./guildhall.

# objects copy --from DIR [--exactly]
objects() {
  need_jdk
  build_services api
  local application=$ROOT/services/api/target/quarkus-app
  # shellcheck disable=SC2046
  "$JAVA_HOME/bin/java" $(java_options) -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -cp "$application/app/*:$application/lib/main/*:$application/lib/boot/*" io.guildhall.objects.tool.ObjectsTool "$@"
}
