import { Hono } from "hono";
import { dayInParis } from "../../schemas/consent.ts";
import { FamilyAnswer, type FamilyVoice } from "../../schemas/families.ts";
import { PupilId } from "../../schemas/ids.ts";
import { auditName, familyOf, type Env } from "../access/actor.ts";
import type { FamilyLinks } from "../access/family-links.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { Archive } from "../archive/open-archive.ts";
import { Refusal } from "../errors.ts";
import type { Audit } from "../store/audit.ts";
import type { Consents } from "../store/consents.ts";
import type { Families } from "../store/families.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  families: Families;
  familyLinks: FamilyLinks;
  consents: Consents;
  archive: Pick<Archive, "withdraw">;
  audit: Audit;
  clock: () => number;
  /** A voice may go further, or less far: open studios follow. */
  onConsentChanged(): void;
};

/** The voices of a family's children: how far they go, and the family's own answer, signed by a name and the PIN. */
export function familyVoiceRoutes(parts: Parts) {
  const { access, families, familyLinks, consents, archive, audit, clock, onConsentChanged } = parts;
  // Who answered, and who wrote it down, is not told: there may be two households.
  const voicesOf = async (pupilIds: readonly PupilId[]): Promise<FamilyVoice[]> =>
    (await consents.standingOf(pupilIds)).map(({ latest, ...standing }) => ({
      ...standing,
      endsOn: latest?.endsOn ?? null,
    }));

  return new Hono<Env>()
    .get("/api/family/voices", permit(access, "family.read"), async (c) => {
      const { children } = await families.require(familyOf(c.var.actor).familyId);
      c.header("Cache-Control", "private, no-store");
      return c.json(await voicesOf(children.map(({ id }) => id)));
    })
    .post(
      "/api/family/voices/:id",
      permit(access, "consent.give", paramTarget("pupilId")),
      jsonBody(FamilyAnswer),
      async (c) => {
        const { familyId } = familyOf(c.var.actor);
        const pupilId = PupilId.parse(c.req.param("id"));
        const { children } = await families.require(familyId);
        if (children.every(({ id }) => id !== pupilId)) throw new Refusal("pupil.not_found");
        const { scope, isNamed, givenBy, pin } = c.req.valid("json");
        await familyLinks.requirePin(familyId, pin);
        await consents.add(pupilId, { scope, isNamed, givenBy, givenOn: dayInParis(clock()) }, "familyLink");
        onConsentChanged();
        const [voice] = await voicesOf([pupilId]);
        const detail = `${scope}${isNamed ? ", named" : ""} until ${voice!.endsOn}`;
        const actor = auditName(c.var.actor);
        await audit.write({ actor, act: "consent.answered", target: `pupil:${pupilId}`, detail });
        await archive.withdraw();
        return c.json(voice!, 201);
      },
    );
}
