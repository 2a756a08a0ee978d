# Notifications to devices. Sourced by ./guildhall.

# push keys: makes the keys by which push services know an instance, both on one line with a dot between them; the first is the public one.
push() {
  [ "${1:-}" = keys ] || fail "push keys"
  need_jdk
  build_services push
  local application=$ROOT/services/push/target/quarkus-app
  "$JAVA_HOME/bin/java" -cp "$application/app/*:$application/lib/main/*" io.guildhall.push.node.KeysTool
}
