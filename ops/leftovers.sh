# Sourced by the scripts beside it. What a run leaves behind in a temporary folder of its own.

# PATH: the ids of processes that bear it in their environment or on their command line, as every JVM and every PostgreSQL
# of a run bears its temporary folder. The pattern comes from a file, so that the search does not find itself.
processes_of() {
    if [ -d /proc/self ]; then
        grep -lsF -f <(printf '%s' "$1") /proc/[0-9]*/environ /proc/[0-9]*/cmdline | cut -d/ -f3 | sort -nu
    else
        ps axeww -o pid= -o command= | grep -F -f <(printf '%s' "$1") | awk '{ print $1 }'
    fi || :
}
