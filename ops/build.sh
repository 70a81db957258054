# Sourced by the scripts beside it. Builds what is missing or older than its sources, and leaves in $program a folder of
# jars that no later build touches while this process, or the Java it becomes, is alive. Writes only to stderr and target/.
# $module is the folder under ops/ whose program it shall be; without it, standalone.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/ops/jdk.sh"
. "$root/ops/lock.sh"
module=${module:-standalone}
programs=$root/target/program
[ "$module" = standalone ] || programs=$root/target/program-$module
newest=$programs/newest
log=$root/target/build.log

# Whether a file that goes into the program, or a folder of such files (one was deleted), changed since its build began.
is_stale() {
    [ -n "$(cd "$root" && find pom.xml ledger-command ledger-query ops \
        \( -name target -o -name node_modules -o -path '*/src/test' \) -prune -o \
        \( -type f -o -path '*/src/*' \) ! -name '*.md' -newer "$1/built" -print -quit 2>/dev/null || :)" ]
}

# Holds the newest program by a shared lock, unless there is none or it is stale.
take_program() {
    [ -s "$newest" ] && program=$(cat "$newest") && [ -e "$program/built" ] && ! is_stale "$program" || return 1
    exec 8<"$program/built" && lock -s 8 && [ -e "$program/built" ]
}

build() {
    local folder
    need_maven
    echo "Building Fundtrail (all that Maven says goes to $log) …" >&2
    folder=$programs/$(date +%Y%m%dT%H%M%S)-$$
    mkdir -p "$folder"
    : >"$folder/built"
    rm -rf "$root/ops/$module/target/lib"
    if ! (cd "$root" && mvn -B -ntp -DskipTests -pl "ops/$module" -am package </dev/null 2>&1) | tee "$log" |
            awk '/^\[INFO\] Building Fundtrail: / { sub(/^\[INFO\] Building Fundtrail: /, "  "); sub(/ [0-9.]+ +\[/, " ["); print; fflush() }' >&2; then
        rm -rf "$folder"
        tail -n 30 "$log" >&2
        die "The build failed; its end is above, all of it in $log."
    fi
    cp "$root/ops/$module/target/$module"-*.jar "$root/ops/$module"/target/lib/*.jar "$folder/"
    echo "$folder" >"$newest.unfinished"
    mv "$newest.unfinished" "$newest"
    remove_unused "$folder"
}

# FOLDER: the one to keep. Earlier programs go, except those that a running Java still holds.
remove_unused() {
    local old
    for old in "$programs"/*/; do
        old=${old%/}
        [ "$old" = "$1" ] && continue
        exec 7<"$old/built" && lock -xn 7 && rm -rf "$old"
        exec 7<&-
    done
}

mkdir -p "$programs"
until take_program; do
    lock_build "$root"
    take_program || build
    exec 9>&-
done

. "$root/ops/flags.sh"
