import SQLite from "better-sqlite3";

/** An exclusive lock on a file that stays there, empty; the system gives it up with its process, however that ends. `undefined` while another holds it. */
export function lockExclusively(path: string): Disposable | undefined {
  const lock = new SQLite(path, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof SQLite.SqliteError && error.code === "SQLITE_BUSY") return undefined;
    throw error;
  }
  return { [Symbol.dispose]: () => lock.close() };
}
