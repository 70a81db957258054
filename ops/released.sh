# Stands in a release as ops/build.sh, for the scripts beside it: what they start is built already, and a runtime is enough.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
java_kind=JRE
. "$root/ops/jdk.sh"
program="$root/witness/lib/*:$root/client/lib" # two folders of jars; "/*" is added behind
. "$root/ops/flags.sh"
