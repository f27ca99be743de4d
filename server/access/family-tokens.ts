import { createHmac, randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FamilyId } from "../../schemas/ids.ts";

/**
 * The station's secret behind families' tokens, in a file of its own beside the database: with the database alone, nobody opens a family's
 * link, and with both a lost slip is printed again. Made at the first start, for the station's user only.
 */
export async function readFamilyKey(dataDirectory: string): Promise<Buffer> {
  const path = join(dataDirectory, "family.key");
  // Written once: a second station at the same start reads the first one's.
  await writeFile(path, randomBytes(32), { flag: "wx", mode: 0o600 }).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  });
  return readFile(path);
}

/** The two tokens of a family's link, always the same for the same issue: one opens the page, the other stands in the feed's address. */
export function makeFamilyTokens(key: Buffer) {
  const derive = (use: "link" | "feed", id: FamilyId, issue: number) =>
    createHmac("sha256", key).update(`${use} ${id} ${issue}`).digest().subarray(0, 16).toString("base64url");
  return {
    link: (id: FamilyId, issue: number) => derive("link", id, issue),
    feed: (id: FamilyId, issue: number) => derive("feed", id, issue),
  };
}
/** See {@link makeFamilyTokens}. */
export type FamilyTokens = ReturnType<typeof makeFamilyTokens>;
