# Sourced by the scripts beside it. Locks that the operating system drops when their holder ends, however it ends.

# KIND FD: flock where it exists, and perl's, which is the same lock, on macOS. KIND is -x, -s or -xn (do not wait).
lock() {
    if command -v flock >/dev/null; then
        flock "$1" "$2"
    else
        perl -e 'use Fcntl ":flock"; open(my $f, "<&=", $ARGV[1]) or exit 2;
            exit !flock($f, {"-x" => LOCK_EX, "-s" => LOCK_SH, "-xn" => LOCK_EX | LOCK_NB}->{$ARGV[0]});' -- "$1" "$2"
    fi
}

# ROOT: makes this process, on descriptor 9, the only one that builds in the checkout.
lock_build() {
    mkdir -p "$1/target"
    exec 9>"$1/target/build.lock"
    lock -xn 9 || {
        echo "Another build or test run is at work in $1; waiting for it …" >&2
        lock -x 9
    }
}
