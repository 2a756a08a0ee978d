# The web client's tests. Sourced by ./guildhall.

# web_tests REST-URL: the client's own tests, then people in a real browser against the instance at the address.
web_tests() {
  need_modules web
  [ -n "$(command -v chromium || true)" ] || install_package chromium || true
  (cd "$ROOT/services/web/target/client" && npx vitest run --reporter=default --reporter=junit --outputFile.junit="$REPORTS/web-units.xml") ||
    failures=$((failures + 1))
  GUILDHALL_WEB=$1 GUILDHALL_PICTURES=$STATE/test/pictures run_node_tests web web --test-concurrency=1 "$ROOT"/tests/web/test/*.test.js
}
