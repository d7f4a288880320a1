#!/bin/sh
# Writes the list of users from the password's file into memory-backed /tmp, then becomes PgBouncer.
set -eu
umask 077
password=$(cat "${POSTGRES_PASSWORD_FILE:-/run/secrets/postgres_password}")
printf '"galley" "%s"\n' "$password" > /tmp/userlist.txt
exec pgbouncer /etc/pgbouncer/pgbouncer.ini
