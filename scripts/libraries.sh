# Other people's client libraries, unmodified, each led through the same steps. Sourced by ./guildhall.

LIBRARIES=$ROOT/tests/libraries
LIBRARY_CACHE=$ROOT/.guildhall/libraries
# Programs mostly wait, so several run at once.
LIBRARIES_AT_ONCE=4

library_tests() {
  build_services standalone
  start_scratch "$STATE/test/libraries" 28180 $TEST_LIMITS
  export GUILDHALL_API=http://127.0.0.1:$scratch_port/api
  mkdir -p "$LIBRARY_CACHE"
  library_names=()
  python_libraries
  go_libraries
  rust_libraries
  await_libraries
  stop_scratch
}

# library NAME COMMAND...: leads one program through the steps, beside the others; what it says is kept until all have ended.
library() {
  local name=$1
  shift
  while [ "$(jobs -pr | wc -l)" -gt "$LIBRARIES_AT_ONCE" ]; do sleep 0.2; done
  library_names+=("$name")
  node "$LIBRARIES/run.js" "$name" "$REPORTS/library-$name.xml" "$@" \
    >"$STATE/test/library-$name.log" 2>"$STATE/test/library-$name.err" &
}

# A program that says nothing of a step, or ends before its report is written, has failed.
await_libraries() {
  local name
  while [ "$(jobs -pr | wc -l)" -gt 1 ]; do sleep 0.2; done
  for name in "${library_names[@]}"; do
    grep -v '^  ' "$STATE/test/library-$name.log" || true
    [ -f "$REPORTS/library-$name.xml" ] || failures=$((failures + 1))
  done
}

# skip_libraries LANGUAGE WHAT
skip_libraries() {
  echo "The libraries of $1 are skipped: $2 is missing."
  skipped=$((skipped + 1))
}

# Each with what it stands on in a folder of its own, in the exact versions of requirements/NAME.txt. A name may end in what is
# installed beside the library; the program is named by what comes before.
python_libraries() {
  local requirements name
  if ! python3 -c 'import sys, pip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
    skip_libraries Python "Python 3.10 or later with pip"
    return
  fi
  for requirements in "$LIBRARIES"/python/requirements/*.txt; do
    name=$(basename "$requirements" .txt)
    install_python_library "$requirements" "$LIBRARY_CACHE/python/$name"
    library "$name" env PYTHONPATH="$LIBRARIES/python:$LIBRARY_CACHE/python/$name" PYTHONDONTWRITEBYTECODE=1 \
      python3 -m "bots.${name%%-*}"
  done
}

install_python_library() {
  local requirements=$1 folder=$2
  cmp -s "$requirements" "$folder/requirements.txt" && return
  rm -rf "$folder"
  python3 -m pip install -qq --root-user-action ignore --disable-pip-version-check --target "$folder" --requirement "$requirements" >&2 ||
    fail "$(basename "$folder") could not be installed"
  cp "$requirements" "$folder/requirements.txt"
}

go_libraries() {
  local name
  if ! command -v go >/dev/null; then
    skip_libraries Go "Go 1.24 or later"
    return
  fi
  mkdir -p "$LIBRARY_CACHE/go"
  (cd "$LIBRARIES/go" && go build -o "$LIBRARY_CACHE/go/" ./discordgo ./disgo) || fail "the Go libraries could not be built"
  for name in discordgo disgo; do
    library "$name" "$LIBRARY_CACHE/go/$name"
  done
}

# What is compiled is kept beside the user's other caches: it takes minutes, and is the same in every checkout.
rust_libraries() {
  local name target=${XDG_CACHE_HOME:-$HOME/.cache}/guildhall/rust
  if ! command -v cargo >/dev/null || ! printf '1.89\n%s\n' "$(cargo --version | cut -d' ' -f2)" | sort -VC; then
    skip_libraries Rust "Cargo 1.89 or later"
    return
  fi
  cargo build --quiet --manifest-path "$LIBRARIES/rust/Cargo.toml" --target-dir "$target" || fail "the Rust libraries could not be built"
  for name in serenity twilight; do
    library "$name" "$target/debug/guildhall-$name"
  done
}
