#!/bin/sh
# A PostgreSQL of its own for pgbench, with every setting as it comes (fsync on): `start` prints the environment that
# names it, `stop` removes it. As root, everything is done by the user postgres, because PostgreSQL insists on that.
set -eu

folder=${SPEED_POSTGRES:-/tmp/speed-postgres}
port=${SPEED_POSTGRES_PORT:-25433}
programs=$(pg_config --bindir 2>/dev/null || ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)

as_postgres() {
    if [ "$(id -u)" = 0 ]; then su postgres -c "$1"; else sh -c "$1"; fi
}

case ${1:-} in
start)
    as_postgres "mkdir -p '$folder' && '$programs/initdb' -D '$folder/data' -U postgres -A trust" >&2
    as_postgres "'$programs/pg_ctl' -D '$folder/data' -w -l '$folder/log' \
        -o '-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder' start" >&2
    export PGHOST=127.0.0.1 PGPORT="$port" PGUSER=postgres PGDATABASE=postgres
    pgbench -q -i -s 10 >&2
    echo "export PGHOST=$PGHOST PGPORT=$PGPORT PGUSER=$PGUSER PGDATABASE=$PGDATABASE"
    ;;
stop)
    as_postgres "'$programs/pg_ctl' -D '$folder/data' -w -m fast stop" >&2
    rm -rf "$folder"
    ;;
*)
    echo "usage: $0 start | stop" >&2
    exit 2
    ;;
esac
