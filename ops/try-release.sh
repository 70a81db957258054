#!/usr/bin/env bash
# ops/try-release.sh FOLDER
# Looks for the classes that the jars of an unpacked release name and none has; starts each program as its unit does, with no
# settings, so that it ends by saying which it lacks; starts each script; follows the pages' links. What is missing ends this with 1.
set -euo pipefail
folder=$(cd "$1" && pwd)
. "$(dirname "${BASH_SOURCE[0]}")/jdk.sh"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
wrong=0

fault() {
    wrong=1
    printf '%s\n' "$*" >&2
}

# UNIT WORD: the program of a unit, from its own command line; it must get as far as saying WORD.
program() {
    local line said
    line=$(sed -n 's|^ExecStart=/usr/bin/java ||p' "$folder/ops/deploy/systemd/$1.service")
    line=${line//\/opt\/fundtrail\/current/$folder}
    # Variables of the settings are left out, as if none was set.
    read -ra words <<<"$(sed 's/ \$[{A-Z_}]*//g' <<<"$line")"
    said=$(env -i LC_ALL=C.UTF-8 timeout 120 "$JAVA_HOME/bin/java" -Djava.io.tmpdir="$scratch" "${words[@]}" 2>&1 </dev/null) || :
    case $said in
        *"$2"*) ;;
        *) fault "$1 does not start from this release; it should have said \"$2\", and said:"$'\n'"$said" ;;
    esac
}

program fundtrail-command FUNDTRAIL_DATABASE_URL
program fundtrail-query FUNDTRAIL_FEED_URL
program fundtrail-seal FUNDTRAIL_SEAL_KEYS
program fundtrail-witness LOG-VERIFIER-KEY

version=$(cd "$folder/client/lib" && echo client-*.jar)
version=${version#client-}
for lib in "$folder"/*/lib; do
    said=$("$JAVA_HOME/bin/jdeps" -q --multi-release 25 --missing-deps --class-path "$lib/*" "$lib"/*-"$version" 2>&1) || :
    [ -z "$said" ] || fault "${lib#"$folder/"} lacks what its programs name:"$'\n'"$said"
done

for script in import sign why inspect journal evidence fsck restored; do
    said=$(env -u FUNDTRAIL_JAVA_HOME JAVA_HOME="$JAVA_HOME" "$folder/ops/$script" --help 2>&1) || fault "ops/$script --help fails in this release:"$'\n'"$said"
done
said=$("$folder/ops/witness" 2>&1) && fault "ops/witness begins without being told where" || :
case $said in *LOG-VERIFIER-KEY*) ;; *) fault "ops/witness fails in this release:"$'\n'"$said" ;; esac
said=$("$JAVA_HOME/bin/java" -Djava.io.tmpdir="$scratch" "$folder/ops/Verify.java" 2>&1) || :
case $said in *--key*) ;; *) fault "ops/Verify.java fails in this release:"$'\n'"$said" ;; esac

# Pages lead to pages. What they lead to among the sources is for whoever has a clone.
while IFS=: read -r page link; do
    target=${link#"]("}
    target=${target%%[)#]*}
    case $target in
        "" | http* | *.java | *.sql | *.json | *.csv | *src/*) continue ;;
    esac
    [ -e "$(dirname "$page")/$target" ] || fault "${page#"$folder/"} leads to $target, which is not in this release"
done < <(grep -roE '\]\([^)]+\)' --include='*.md' "$folder/ops/deploy" "$folder/ops/runbooks")

exit $wrong
