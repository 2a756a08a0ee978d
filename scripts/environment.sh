# What the machine must have, and finding it. Sourced by ./guildhall.

fail() {
  echo "guildhall: $*" >&2
  exit 1
}

java_release() {
  "$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p'
}

is_jdk() {
  [ -x "$1/bin/javac" ] && [ "$(java_release "$1")" -ge 25 ] 2>/dev/null
}

# Sets JAVA_HOME to a JDK 25 or later, or ends with what to install.
need_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /opt/*jdk*25* "$HOME"/.sdkman/candidates/java/25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home "$(path_jdk)"; do
    if [ -n "$candidate" ] && is_jdk "$candidate"; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  install_package openjdk-25-jdk-headless && need_jdk && return
  fail "no JDK 25 found. Install one (for example Eclipse Temurin 25) and set JAVA_HOME to its directory."
}

path_jdk() {
  local javac
  javac=$(command -v javac) || return 0
  dirname "$(dirname "$(readlink -f "$javac")")"
}

# need_command COMMAND PACKAGE WHAT
need_command() {
  command -v "$1" >/dev/null && return
  install_package "$2" && command -v "$1" >/dev/null && return
  fail "$1 is missing: install $3."
}

# Installs a Debian package once, where this is possible without asking anybody. Fails quietly elsewhere.
install_package() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  case " ${tried_packages:-} " in *" $1 "*) return 1 ;; esac
  tried_packages="${tried_packages:-} $1"
  echo "guildhall: installing $1" >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1" >/dev/null 2>&1 && return
  apt-get update >/dev/null 2>&1 &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1" >/dev/null 2>&1
}

# Sets ETCD to an etcd binary: the installed one, or one unpacked below .guildhall without touching the system.
need_etcd() {
  ETCD=$(command -v etcd || true)
  [ -z "$ETCD" ] && [ -x "$STATE/tools/etcd/usr/bin/etcd" ] && ETCD=$STATE/tools/etcd/usr/bin/etcd
  [ -n "$ETCD" ] && return
  command -v apt-get >/dev/null || fail "etcd is missing: install it and put it on the PATH."
  mkdir -p "$STATE/tools/packages"
  echo "guildhall: fetching etcd" >&2
  fetch_etcd || { [ "$(id -u)" = 0 ] && apt-get update >/dev/null 2>&1 && fetch_etcd; } ||
    fail "etcd is missing and could not be fetched: install the package etcd-server."
  dpkg -x "$STATE"/tools/packages/etcd-server_*.deb "$STATE/tools/etcd"
  ETCD=$STATE/tools/etcd/usr/bin/etcd
}

fetch_etcd() {
  (cd "$STATE/tools/packages" && apt-get -o APT::Sandbox::User=root download etcd-server >/dev/null 2>&1)
}

# need_port PORT [WHAT-FOR]: ends when something listens there already.
need_port() {
  if is_listened_on "$1"; then
    fail "port $1, needed${2:+ $2}, is in use. Choose another with --port."
  fi
}

# free_port FROM: the first port at or after FROM that nothing listens on, nor on that of its management.
free_port() {
  local port=$1
  while is_listened_on "$port" || is_listened_on "$((port + 10))"; do
    port=$((port + 1))
  done
  echo "$port"
}

is_listened_on() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Flags of every server process: quiet about what netty and MVStore are known to do, and ending when memory has run out (see Guard).
SERVER_FLAGS="--enable-native-access=ALL-UNNAMED -XX:+ExitOnOutOfMemoryError --sun-misc-unsafe-memory-access=allow"

# These, and whatever the person sets.
java_options() {
  echo "$SERVER_FLAGS ${GUILDHALL_JAVA_OPTS:-}"
}
