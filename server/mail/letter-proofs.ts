import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** Makes and checks what stands in the links of letters about a radio, from the station's key: nothing of it is kept. */
export function makeLetterProofs(stationKey: Buffer) {
  const key = Buffer.from(hkdfSync("sha256", stationKey, "", "antenne letters", 32));
  const proofOf = (id: string) => createHmac("sha256", key).update(id).digest().subarray(0, 16).toString("base64url");
  return {
    proofOf,
    isProof: (id: string, proof: string): boolean => {
      const [known, given] = [Buffer.from(proofOf(id)), Buffer.from(proof)];
      return known.length === given.length && timingSafeEqual(known, given);
    },
  };
}
/** See {@link makeLetterProofs}. */
export type LetterProofs = ReturnType<typeof makeLetterProofs>;
