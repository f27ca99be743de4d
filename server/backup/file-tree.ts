import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** A file below a directory, as it was when it was looked at. */
export type SeenFile = { path: string; byteLength: number; changedNs: string };

/** The index of a recording is copied before the sound that it tells of: a crash leaves a recording like that, and the start of the station closes it. */
const indexesFirst = (one: string, other: string) =>
  Number(other.endsWith(".jsonl")) - Number(one.endsWith(".jsonl")) || one.localeCompare(other, "en");

const isGone = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";

const passGone = (error: unknown): undefined => {
  if (!isGone(error)) throw error;
};

/** Every file below a directory, also behind links to other disks, by its path from there; what goes meanwhile is passed over. */
export async function fileTree(root: string, isWanted: (path: string) => boolean = () => true): Promise<SeenFile[]> {
  const files: SeenFile[] = [];
  const look = async (below: string) => {
    const names = (await readdir(join(root, below)).catch(passGone)) ?? [];
    for (const name of names.sort(indexesFirst)) {
      const path = below === "" ? name : `${below}/${name}`;
      if (!isWanted(path)) continue;
      const seen = await stat(join(root, path), { bigint: true }).catch(passGone);
      if (seen?.isDirectory() === true) await look(path);
      else if (seen?.isFile() === true)
        files.push({ path, byteLength: Number(seen.size), changedNs: String(seen.mtimeNs) });
    }
  };
  await look("");
  return files;
}
