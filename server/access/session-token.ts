import { createHash, randomBytes } from "node:crypto";
import { parse } from "hono/utils/cookie";

/**
 * Name of the session cookie; its value is an opaque token, of which the database keeps the hash only. Over TLS browsers hold it to this very
 * host: no other site of the same domain can put one in its place.
 */
export const sessionCookie = (isSecure: boolean) => (isSecure ? "__Host-antenne_session" : "antenne_session");

/** A new unguessable token: 32 random bytes. */
export const newToken = () => randomBytes(32).toString("base64url");

/** What the database keeps of a token. Plain SHA-256 is enough: the token has 256 random bits. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("base64url");

/** The session token in a `Cookie` header, if it has one. */
export function tokenOf(cookieHeader: string | undefined, isSecure: boolean): string | undefined {
  const name = sessionCookie(isSecure);
  return cookieHeader === undefined ? undefined : parse(cookieHeader, name)[name];
}
