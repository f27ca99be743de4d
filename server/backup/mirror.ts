import { link, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listenersName } from "../store/listeners-name.ts";
import { surveyKeysName } from "../store/survey-keys-name.ts";
import { copyHashed } from "./copy-hashed.ts";
import { fileTree, type SeenFile } from "./file-tree.ts";
import { databaseName, type BackedUpFile, type Manifest } from "./manifest.ts";

/** A former backup, whose unchanged files need not be copied. */
export type FormerBackup = { path: string; manifest: Manifest };

/** Everything in the data directory but what has a way of its own (the database), is of no use later (half-sent uploads, copies of the database) or is to be gone with the day (listeners' marks), or with an asking (the key of its marks). */
export const isMirrored = (path: string): boolean =>
  path !== "uploads" && ![databaseName, listenersName, surveyKeysName].some((name) => path.startsWith(name));

const isSame = (known: BackedUpFile | undefined, { byteLength, changedNs }: SeenFile): boolean =>
  known?.byteLength === byteLength && known.changedNs === changedNs;

const byPath = (files: readonly BackedUpFile[]) => new Map(files.map((file) => [file.path, file]));

/** The files that the next backup has to copy, since the former one does not have them. */
export function unlike(seen: readonly SeenFile[], former: FormerBackup | undefined): SeenFile[] {
  const known = byPath(former?.manifest.files ?? []);
  return seen.filter((file) => !isSame(known.get(file.path), file));
}

// Not every file system has links: a USB stick's has none, and is given copies.
const tryLink = (from: string, to: string) =>
  link(from, to).then(
    () => true,
    () => false,
  );

/** A folder that becomes what the data directory is. */
export class Mirror {
  readonly #from: string;
  readonly #to: string;
  readonly #former: FormerBackup | undefined;
  readonly #known: Map<string, BackedUpFile>;
  #files = new Map<string, BackedUpFile>();

  constructor(from: string, to: string, former: FormerBackup | undefined) {
    this.#from = from;
    this.#to = to;
    this.#former = former;
    this.#known = byPath(former?.manifest.files ?? []);
  }

  /** What it holds, with a fingerprint each. */
  get files(): readonly BackedUpFile[] {
    return [...this.#files.values()];
  }

  /** Brings it up to what the data directory is now: what is new or has changed is linked or copied, what is gone goes here too. */
  async bringUp(signal?: AbortSignal): Promise<void> {
    const seen = await fileTree(this.#from, isMirrored);
    const here = new Set(seen.map(({ path }) => path));
    for (const path of this.#files.keys()) if (!here.has(path)) await this.#drop(path);
    for (const file of seen) {
      signal?.throwIfAborted();
      if (!isSame(this.#files.get(file.path), file)) await this.#take(file);
    }
  }

  async #take(file: SeenFile): Promise<void> {
    const { path, changedNs } = file;
    const to = join(this.#to, path);
    const known = this.#known.get(path);
    if (this.#former !== undefined && known !== undefined && isSame(known, file)) {
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      await rm(to, { force: true });
      if (await tryLink(join(this.#former.path, path), to)) {
        this.#files.set(path, known);
        return;
      }
    }
    const copied = await copyHashed(join(this.#from, path), to).catch(async (error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
      await this.#drop(path);
    });
    if (copied !== undefined) this.#files.set(path, { path, changedNs, ...copied });
  }

  async #drop(path: string): Promise<void> {
    this.#files.delete(path);
    await rm(join(this.#to, path), { force: true });
  }
}
