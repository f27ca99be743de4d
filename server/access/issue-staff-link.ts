import type { Database } from "../store/open-database.ts";
import { openStaffLinks, type StaffLinkRow } from "../store/staff-links.ts";
import { hashToken, newToken } from "./session-token.ts";

/** Makes a link for staff that holds for so long; only the hash of its token is kept. */
export async function issueStaffLink(
  database: Database,
  link: StaffLinkRow,
  { now, lastsMs }: { now: number; lastsMs: number },
) {
  const links = openStaffLinks(database);
  await links.endExpired(now);
  const token = newToken();
  const expiresAt = now + lastsMs;
  await links.create({ ...link, tokenHash: hashToken(token), expiresAt });
  return { token, expiresAt: new Date(expiresAt).toISOString() };
}
