// Loaded into the app's process before anything else: when the process that started it is killed, it ends too,
// so that neither the port nor the database is held by an app that nobody looks after.
if (process.send !== undefined) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 3_000).unref();
  });
}
