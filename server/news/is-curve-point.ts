import { ECDH } from "node:crypto";

/** Whether a browser's public key (base64url) is one that can be encrypted for: a point of P-256, as RFC 8291 has it. */
export function isCurvePoint(p256dh: string): boolean {
  try {
    ECDH.convertKey(p256dh, "prime256v1", "base64url");
    return true;
  } catch {
    return false;
  }
}
