# PgBouncer from Debian's packages, with the settings beside it and no password in the image.
#   docker build -f docs/deploy/pgbouncer.Dockerfile -t galley-pgbouncer docs/deploy
FROM debian:bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends pgbouncer \
  && rm -rf /var/lib/apt/lists/* /etc/pgbouncer/* \
  && useradd --uid 10002 --user-group --no-create-home --shell /usr/sbin/nologin bouncer
COPY kubernetes/pgbouncer.ini pgbouncer-start.sh /etc/pgbouncer/
USER 10002:10002
EXPOSE 6432
STOPSIGNAL SIGTERM
CMD ["sh", "/etc/pgbouncer/pgbouncer-start.sh"]
