import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { LetterChange, LetterProof } from "../../schemas/letters.ts";

/** Makes and checks what stands in the links of letters about a radio, from the station's key: nothing of it is kept. */
export function makeLetterProofs(stationKey: Buffer) {
  const key = Buffer.from(hkdfSync("sha256", stationKey, "", "antenne letters", 32));
  // A change that is confirmed is the one that its letter named.
  const proofOf = (id: string, change?: LetterChange) =>
    createHmac("sha256", key)
      .update([id, ...(change ? [change.cadence, change.language] : [])].join("."))
      .digest()
      .subarray(0, 16)
      .toString("base64url");
  return {
    proofOf,
    isProof: ({ id, proof, change }: LetterProof): boolean => {
      const [known, given] = [Buffer.from(proofOf(id, change)), Buffer.from(proof)];
      return known.length === given.length && timingSafeEqual(known, given);
    },
  };
}
/** See {@link makeLetterProofs}. */
export type LetterProofs = ReturnType<typeof makeLetterProofs>;
