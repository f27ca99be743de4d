import { Hono } from "hono";
import { PeerAssessment } from "../../schemas/reviews.ts";
import type { Actor, Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { Refusal } from "../errors.ts";
import type { TakeShelf } from "../oral/open-take-shelf.ts";
import type { Reviews } from "../store/reviews.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { serveFile } from "./serve-file.ts";

type Parts = { access: Access; reviews: Reviews; takeShelf: Pick<TakeShelf, "soundPath"> };

/** What a pupil was asked to listen to by their teacher, and what they say of it. */
export function peerReviewRoutes({ access, reviews, takeShelf }: Parts) {
  const invitation = paramTarget("peerInvitationId");
  const pupilOf = (actor: Actor) => {
    if (actor.role !== "pupil") throw new Refusal("session.forbidden");
    return actor.pupilId;
  };

  return new Hono<Env>()
    .get("/api/peer-invitations", permit(access, "peer.list"), async (c) =>
      c.json(await reviews.invitationsOf(pupilOf(c.var.actor))),
    )
    .get("/api/peer-invitations/:id/sound", permit(access, "peer.assess", invitation), async (c) => {
      const { takeId } = await reviews.requireInvitation(c.req.param("id"));
      const path = takeShelf.soundPath(takeId);
      return serveFile(c, { path, mimeType: "audio/mpeg", tag: takeId, isPublic: false, missing: "take.not_found" });
    })
    .put(
      "/api/peer-invitations/:id/assessment",
      permit(access, "peer.assess", invitation),
      jsonBody(PeerAssessment),
      async (c) => {
        const { takeId, pupilId, rubricId } = await reviews.requireInvitation(c.req.param("id"));
        await reviews.assessAsPeer(takeId, pupilId, rubricId, c.req.valid("json"));
        return c.json(await reviews.invitationsOf(pupilId));
      },
    );
}
