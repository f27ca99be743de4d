import { createHmac, randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FamilyId, FeedAddressId } from "../../schemas/ids.ts";

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

// D. Crockford's base 32: none of its signs is taken for another, and those that people mistake are read as what was meant.
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 8;

/** A slip's code as it was printed, however it was typed. */
const asPrinted = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1")
    .replace(/[^0-9A-Z]/g, "");

/**
 * What a family's link is opened by, always the same for the same issue: one token opens the page, the other stands in the feed's
 * address, and the slip's code of 40 bits is short enough to be typed.
 */
export function makeFamilyTokens(key: Buffer) {
  const digest = (text: string) => createHmac("sha256", key).update(text).digest();
  const derive = (use: "link" | "feed" | "code", id: FamilyId, issue: number) => digest(`${use} ${id} ${issue}`);
  return {
    link: (id: FamilyId, issue: number) => derive("link", id, issue).subarray(0, 16).toString("base64url"),
    feed: (id: FamilyId, issue: number) => derive("feed", id, issue).subarray(0, 16).toString("base64url"),
    /** Of an address of its own, beside the link's. */
    feedAddress: (id: FeedAddressId) => digest(`feed address ${id}`).subarray(0, 16).toString("base64url"),
    /** `K7TD-93PM`. */
    code: (id: FamilyId, issue: number) => {
      const drawn = Array.from(derive("code", id, issue).subarray(0, codeLength), (byte) => signs[byte % signs.length]);
      return `${drawn.slice(0, 4).join("")}-${drawn.slice(4).join("")}`;
    },
    /** With the station's key: 40 bits alone are found by whoever has the database. */
    hashCode: (typed: string) => digest(`typed ${asPrinted(typed)}`).toString("base64url"),
  };
}
/** See {@link makeFamilyTokens}. */
export type FamilyTokens = ReturnType<typeof makeFamilyTokens>;
