import { randomInt } from "node:crypto";
import type { Family, FamilyEntry, FamilyLink, NewFamily } from "../../schemas/families.ts";
import { FamilyId, type ClassroomId, type SchoolId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Families } from "../store/families.ts";
import { newId } from "../store/new-id.ts";
import type { Holder } from "../store/sessions.ts";
import type { FamilyTokens } from "./family-tokens.ts";
import { hashPassword, isPasswordOf } from "./passwords.ts";
import { hashToken } from "./session-token.ts";
import type { Throttles } from "./throttle.ts";

type Parts = { families: Families; tokens: FamilyTokens; throttles: Throttles };

/** Families' private links: made, printed, renewed and taken back by teachers, opened by families. */
export function makeFamilyLinks({ families, tokens, throttles }: Parts) {
  const issued = (id: FamilyId, issue: number) => ({
    issue,
    tokenHash: hashToken(tokens.link(id, issue)),
    feedTokenHash: hashToken(tokens.feed(id, issue)),
    codeHash: tokens.hashCode(tokens.code(id, issue)),
  });

  /** Nothing for a link that was taken back, or was made with a key that the station has no more. */
  async function linkOf({ id }: Family, origin: string): Promise<FamilyLink[]> {
    const { issue, tokenHash, codeHash } = await families.linkOf(id);
    const [token, code] = [tokens.link(id, issue), tokens.code(id, issue)];
    if (tokenHash !== hashToken(token)) return [];
    const page = `${origin}/famille`;
    const typedUrl = codeHash === tokens.hashCode(code) ? `${page}#${code}` : null;
    return [{ familyId: id, url: `${page}#${token}`, typedUrl }];
  }

  async function requireLink(token: string) {
    const linked = (await families.findByLink(hashToken(token))) ?? (await families.findByCode(tokens.hashCode(token)));
    if (linked === undefined) throw new Refusal("family.link_unknown");
    return linked;
  }

  /** Wrong links are counted per address, wrong PINs per family. */
  async function enter({ token, pin }: FamilyEntry, address: string): Promise<Holder> {
    const { familyId, schoolId, pinHash } = await throttles.familyLink.attempt([address], () => requireLink(token));
    if (pinHash !== undefined && pin === undefined) throw new Refusal("family.pin_missing");
    if (pinHash !== undefined) await checkPin(familyId, pinHash, pin ?? "");
    return { role: "family", familyId, schoolId };
  }

  const checkPin = (familyId: FamilyId, pinHash: string, pin: string) =>
    throttles.familyPin.attempt([familyId], async () => {
      if (!(await isPasswordOf(pinHash, pin))) throw new Refusal("family.pin_wrong");
    });

  return {
    enter,
    /** Throws `family.link_unknown` for a link that opens nothing, or nothing any more. */
    requireLink,
    /** Refuses a wrong PIN, counted as at the door, and a family that was given none. */
    requirePin: async (familyId: FamilyId, pin: string) => {
      const { pinHash } = await families.linkOf(familyId);
      if (pinHash === null) throw new Refusal("family.pin_missing");
      await checkPin(familyId, pinHash, pin);
    },
    make: async (schoolId: SchoolId, { language, pupilIds }: NewFamily): Promise<Family> => {
      const id = newId(FamilyId);
      await families.create({ id, schoolId, language, pupilIds, link: issued(id, 1) });
      return families.require(id);
    },
    /** What the slips of a class are printed from; `origin` is how families reach the station. */
    ofClassroom: async (classroomId: ClassroomId, origin: string): Promise<FamilyLink[]> => {
      const found = await families.ofClassroom(classroomId);
      return (await Promise.all(found.map((family) => linkOf(family, origin)))).flat();
    },
    /** The former link, its feed and its sessions end. */
    renew: async (id: FamilyId): Promise<Family> => {
      const { issue } = await families.linkOf(id);
      await families.setLink(id, issued(id, issue + 1));
      return families.require(id);
    },
    revoke: async (id: FamilyId): Promise<Family> => {
      await families.setLink(id, undefined);
      return families.require(id);
    },
    /** Draws a PIN, which is told this once. */
    drawPin: async (id: FamilyId): Promise<string> => {
      const pin = String(randomInt(10_000)).padStart(4, "0");
      await families.setPin(id, await hashPassword(pin));
      return pin;
    },
  };
}
/** See {@link makeFamilyLinks}. */
export type FamilyLinks = ReturnType<typeof makeFamilyLinks>;
