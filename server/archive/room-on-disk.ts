import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Bytes of the files in and below a folder, by `isCounted` of their path in it; 0 when it is not there. */
export async function roomOnDisk(folder: string, isCounted: (name: string) => boolean = () => true): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.filter(isCounted).map(async (name) => {
      // A file may go while it is looked at.
      const found = await stat(join(folder, name)).catch(() => undefined);
      return found?.isFile() === true ? found.size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
