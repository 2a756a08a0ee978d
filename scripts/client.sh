# The admin, bot, demo and message commands: small clients of a running instance. Sourced by ./guildhall.

# client admin|bot|demo|message ARGUMENT...
client() {
  need_jdk
  build_services standalone
  local application=$ROOT/services/standalone/target/quarkus-app
  "$JAVA_HOME/bin/java" -cp "$application/app/*:$application/lib/main/*" io.guildhall.standalone.client.Client "$@"
}
