# Sourced by the scripts beside it. Finds a JDK of version 25 or later, whatever "java" on the PATH may be, and exports
# JAVA_HOME for it. FUNDTRAIL_JAVA_HOME names one to be used; without it the first that fits is. Where $java_kind is JRE, as
# in a release, a runtime will do.

java_kind=${java_kind:-JDK}
[ "$java_kind" = JDK ] && java_command=javac || java_command=java

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

# FOLDER: whether it holds what is looked for, of version 25 or later. Every JDK and JRE says its version in "release".
jdk_fits() {
    local version
    [ -x "$1/bin/$java_command" ] && [ -r "$1/release" ] || return 1
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ -n "$version" ] && [ "$version" -ge 25 ]
}

find_jdk() {
    local folder on_path
    on_path=$(command -v "$java_command") && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/*}
    for folder in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
            /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
            /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if jdk_fits "$folder"; then
            printf '%s\n' "$folder"
            return
        fi
    done
    die "No $java_kind of version 25 or later was found in JAVA_HOME, on the PATH, in /usr/lib/jvm, /opt, SDKMAN or macOS's folder:" \
        "install one (for instance Eclipse Temurin 25), or name one in FUNDTRAIL_JAVA_HOME."
}

# Maven must be there, and warnings about what Maven itself does are silenced where it runs on this JDK. Elsewhere (a
# mavenrc may choose its own Java) the flags would be unknown and end it.
need_maven() {
    local version
    command -v mvn >/dev/null || die "Maven was not found on the PATH, and it builds Fundtrail: install Maven 3.8 or later."
    version=$(MAVEN_OPTS='' mvn --version 2>/dev/null | sed -n 's/^Java version: \([0-9]*\).*/\1/p') ||
        die "Maven, which builds Fundtrail, is on the PATH as $(command -v mvn) and does not start: see what mvn --version says."
    if [ "${version:-0}" -ge 25 ]; then
        export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
    fi
}

if [ -n "${FUNDTRAIL_JAVA_HOME:-}" ]; then
    jdk_fits "$FUNDTRAIL_JAVA_HOME" ||
        die "FUNDTRAIL_JAVA_HOME is $FUNDTRAIL_JAVA_HOME, which is no $java_kind of version 25 or later: name one that is, or unset it."
    JAVA_HOME=$FUNDTRAIL_JAVA_HOME
else
    JAVA_HOME=$(find_jdk)
fi
export JAVA_HOME
