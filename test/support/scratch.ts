import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty directory of the test's own; disposing it removes it with all that is in it. */
export function scratch(): Disposable & { path: string; file(name: string): string } {
  const path = mkdtempSync(join(tmpdir(), "antenne-test-"));
  return {
    path,
    file: (name) => join(path, name),
    [Symbol.dispose]: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
