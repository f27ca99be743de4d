import { Hono } from "hono";
import { dayInParis, NewVoiceConsent } from "../../schemas/consent.ts";
import { ClassroomId, PupilId } from "../../schemas/ids.ts";
import { auditName, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import { Refusal } from "../errors.ts";
import type { Audit } from "../store/audit.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { ConsentOverview } from "../store/consent-overview.ts";
import type { Consents } from "../store/consents.ts";
import type { Episodes } from "../store/episodes.ts";
import type { HeardVoices } from "../store/heard-voices.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  consents: Consents;
  consentOverview: ConsentOverview;
  voices: Pick<HeardVoices, "episodesOf">;
  episodes: Pick<Episodes, "require">;
  archive: Pick<Archive, "withdraw">;
  audit: Audit;
  clock: () => number;
  /** A voice may go further, or less far: open studios follow. */
  onConsentChanged(): void;
};

/** What families said about their children's voices, as the class's teachers read it and write it down. */
export function consentRoutes(parts: Parts) {
  const { access, consents, consentOverview, voices, episodes, archive, audit, clock, onConsentChanged } = parts;
  return new Hono<Env>()
    .get("/api/school/consents", permit(access, "school.manage"), async (c) =>
      c.json(await consentOverview.of(staffOf(c.var.actor).schoolId)),
    )
    .get("/api/classrooms/:id/consents", permit(access, "consent.manage", paramTarget("classroomId")), async (c) =>
      c.json(await consents.ofClassroom(ClassroomId.parse(c.req.param("id")))),
    )
    .get("/api/pupils/:id/consents", permit(access, "consent.manage", paramTarget("pupilId")), async (c) =>
      c.json(await consents.historyOf(PupilId.parse(c.req.param("id")))),
    )
    .get("/api/pupils/:id/episodes", permit(access, "consent.manage", paramTarget("pupilId")), async (c) => {
      const ids = await voices.episodesOf(PupilId.parse(c.req.param("id")));
      return c.json(await Promise.all(ids.map((id) => episodes.require(id))));
    })
    .post(
      "/api/pupils/:id/consents",
      permit(access, "consent.manage", paramTarget("pupilId")),
      jsonBody(NewVoiceConsent),
      async (c) => {
        const pupilId = PupilId.parse(c.req.param("id"));
        const consent = c.req.valid("json");
        if (consent.givenOn > dayInParis(clock())) throw new Refusal("consent.not_yet");
        await consents.add(pupilId, consent, staffOf(c.var.actor).accountId);
        onConsentChanged();
        const standing = await consents.of(pupilId);
        const detail = `${consent.scope}${consent.isNamed ? ", named" : ""} until ${standing.latest!.endsOn}`;
        const act = { act: "consent.recorded", target: `pupil:${pupilId}`, detail };
        await audit.write({ actor: auditName(c.var.actor), ...act });
        await archive.withdraw();
        return c.json(standing, 201);
      },
    );
}
