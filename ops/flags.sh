# Sourced by build.sh, here and in a release, with $root and $program set.

# What every Java here is started with. The program sends no word to strangers, and UTF-8 whatever the terminal's locale.
java_flags=(-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Daxoniq.update-checker.disabled=true
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dfundtrail.root=$root" -cp "$program/*")
case $(locale charmap 2>/dev/null || :) in
    UTF-8) ;;
    *) export LC_ALL=C.UTF-8 ;; # otherwise Java cannot open a file whose name is Chinese
esac
