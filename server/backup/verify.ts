import { join } from "node:path";
import { BackupError } from "./backup-error.ts";
import { fingerprint } from "./copy-hashed.ts";
import { fileTree } from "./file-tree.ts";
import { databaseName, manifestName, readManifest, type Manifest } from "./manifest.ts";

/** Reads a whole backup and compares every byte with what was written down. Throws `damaged`, and names the first file that is not as it was. */
export async function verify(backup: string): Promise<Manifest> {
  const manifest = await readManifest(backup);
  const listed = new Set(manifest.files.map(({ path }) => path));
  if (!listed.has(databaseName)) throw new BackupError("damaged", `${backup} holds no database: take another backup`);
  for (const { path, byteLength, sha256 } of manifest.files) {
    const found = await fingerprint(join(backup, path)).catch(() => undefined);
    if (found?.byteLength !== byteLength || found.sha256 !== sha256) {
      throw new BackupError("damaged", `${join(backup, path)} is damaged or missing: take another backup`);
    }
  }
  const unknown = (await fileTree(backup)).find(({ path }) => path !== manifestName && !listed.has(path));
  if (unknown !== undefined)
    throw new BackupError("damaged", `${join(backup, unknown.path)} is not in ${manifestName}: take another backup`);
  return manifest;
}
