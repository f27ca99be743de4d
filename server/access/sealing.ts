import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Seals small secrets that the database keeps, for one use; what was changed, or sealed under another key, does not open. */
export type Seal = { close(text: string): string; open(sealed: string): string };

/** `stationKey` is the secret in the file beside the database; `use` separates what is sealed for different ends. */
export function makeSeal(stationKey: Buffer, use: string): Seal {
  const key = Buffer.from(hkdfSync("sha256", stationKey, "", `antenne ${use}`, 32));
  return {
    close: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, "base64url");
      const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
      cipher.setAuthTag(bytes.subarray(12, 28));
      return cipher.update(bytes.subarray(28), undefined, "utf8") + cipher.final("utf8");
    },
  };
}
