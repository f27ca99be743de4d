import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** The rooms that hold the program. */
export const programRooms = ["schemas", "media", "server", "client"];

/** TypeScript files in these directories of `root`, as paths from it, in order. */
export function sourceFiles(root: string, directories: readonly string[]): string[] {
  return directories
    .filter((directory) => existsSync(path.join(root, directory)))
    .flatMap((directory) => filesUnder(root, directory))
    .filter((file) => /\.tsx?$/.test(file))
    .sort();
}

function filesUnder(root: string, directory: string): string[] {
  return readdirSync(path.join(root, directory), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(directory, entry.name);
    if (!entry.isDirectory()) return [file];
    return entry.name === "node_modules" ? [] : filesUnder(root, file);
  });
}
