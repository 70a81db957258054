# Sourced by ops/bench and ops/hammer. Builds the program, and runs it with a temporary folder of its own, in which lie the
# private PostgreSQL and all that its services write. When the run ends, however it ends, what it started is ended and the
# folder is gone; what a run left that was killed together with its script goes with the next.

module=load
. "$(dirname "${BASH_SOURCE[0]}")/build.sh"
. "$root/ops/leftovers.sh"

# FOLDER: ends what runs on it and removes it.
clear_run() {
    local process
    for process in $(processes_of "$1"); do
        [ "$process" = $$ ] || kill -9 "$process" 2>/dev/null || :
    done
    rm -rf "$1"
}

for earlier in "$root"/target/load.*/; do
    earlier=${earlier%/}
    [ -e "$earlier/lock" ] || continue
    exec 7<"$earlier/lock"
    if lock -xn 7; then clear_run "$earlier"; fi
    exec 7<&-
done
run=$(mktemp -d "$root/target/load.XXXXXX")
chmod 755 "$run" # where this is root, PostgreSQL runs as another user
: >"$run/lock"
exec 7<"$run/lock"
lock -s 7

# JAVA ARGUMENTS: in the foreground, with signals passed on, and cleared up after.
run_java() {
    local child code=0
    "$JAVA_HOME/bin/java" "${java_flags[@]}" -Djava.io.tmpdir="$run" \
        -Dfundtrail.commit="$(git -C "$root" describe --always --dirty 2>/dev/null || echo unknown)" "$@" 7<&- &
    child=$!
    trap 'kill -TERM $child 2>/dev/null || :' INT TERM HUP
    wait $child || code=$?
    while kill -0 $child 2>/dev/null; do wait $child || code=$?; done
    trap - INT TERM HUP
    clear_run "$run"
    exit $code
}
