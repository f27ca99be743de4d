/**
 * Waits until the process is asked to end, by SIGTERM or Ctrl-C; to be called before anything is opened. Further SIGTERMs change
 * nothing: a service manager tells every process of a service at once, and the launcher tells its child again. A further Ctrl-C is
 * impatience and ends the process where it is; what was recorded is recovered at the next start.
 */
export async function toldToStop(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  process.on("SIGTERM", () => {
    resolve();
  });
  process.once("SIGINT", () => {
    resolve();
    process.once("SIGINT", () => process.exit(130));
  });
  await promise;
}
