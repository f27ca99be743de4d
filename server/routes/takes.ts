import { Hono } from "hono";
import type { ShowId } from "../../schemas/ids.ts";
import { PartnerChoice, speakersIn, TakeChange, TakeForShow } from "../../schemas/takes.ts";
import type { Actor, Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { Archive } from "../archive/open-archive.ts";
import { Refusal } from "../errors.ts";
import { makeAirTakes } from "../oral/air-takes.ts";
import type { TakeShelf } from "../oral/open-take-shelf.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Exercises } from "../store/exercises.ts";
import type { People } from "../store/people.ts";
import type { Reviews } from "../store/reviews.ts";
import type { Takes } from "../store/takes.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { serveFile } from "./serve-file.ts";

type Parts = Parameters<typeof makeAirTakes>[0] & {
  access: Access;
  classrooms: Pick<Classrooms, "require">;
  exercises: Pick<Exercises, "require">;
  takes: Takes;
  people: Pick<People, "requirePupil" | "findPupil">;
  reviews: Pick<Reviews, "uninvite">;
  takeShelf: Pick<TakeShelf, "soundPath" | "removeTakes">;
  archive: Pick<Archive, "nameVoices">;
  /** Open studios load the carts anew. */
  onCartsChanged(): void;
  /** Its studio, if open, follows the new rundown. */
  onShowChanged(showId: ShowId): void;
};

/** What pupils recorded for their exercises: a pupil is told of those in which they are heard, a teacher of all. */
export function takeRoutes(parts: Parts) {
  const { access, classrooms, exercises, takes, takeShelf, people, reviews, archive, onCartsChanged, onShowChanged } =
    parts;
  const airTakes = makeAirTakes(parts);
  const take = paramTarget("takeId");
  const ownOf = (actor: Actor) => (actor.role === "pupil" ? { pupilId: actor.pupilId } : {});

  return new Hono<Env>()
    .get("/api/classrooms/:id/takes", permit(access, "take.read", paramTarget("classroomId")), async (c) => {
      const { id: classroomId } = await classrooms.require(c.req.param("id"));
      return c.json(await takes.listOf({ classroomId, ...ownOf(c.var.actor) }));
    })
    .get("/api/exercises/:id/takes", permit(access, "take.read", paramTarget("exerciseId")), async (c) => {
      const { id: exerciseId } = await exercises.require(c.req.param("id"));
      return c.json(await takes.listOf({ exerciseId, ...ownOf(c.var.actor) }));
    })
    .get("/api/takes/:id", permit(access, "take.read", take), async (c) =>
      c.json(await takes.require(c.req.param("id"))),
    )
    .patch("/api/takes/:id", permit(access, "take.record", take), jsonBody(TakeChange), async (c) => {
      const { id, state } = await takes.require(c.req.param("id"));
      const { selfAssessment, isSent } = c.req.valid("json");
      if (state === "sent") throw new Refusal("take.sent");
      if (selfAssessment !== undefined) await takes.assess(id, selfAssessment);
      if (isSent === true && state === "arriving") throw new Refusal("take.incomplete");
      if (isSent === true) await takes.setSent(id);
      return c.json(await takes.require(id));
    })
    .put("/api/takes/:id/partner", permit(access, "take.assess", take), jsonBody(PartnerChoice), async (c) => {
      const { id, state, exerciseId, pupilId } = await takes.require(c.req.param("id"));
      if (state !== "sent") throw new Refusal("take.not_found");
      const { partnerId } = c.req.valid("json");
      const { classroomId } = await exercises.require(exerciseId);
      const partner = partnerId === null ? undefined : await people.findPupil(partnerId);
      const isHere = partner?.classroomId === classroomId && partnerId !== pupilId;
      if (partnerId !== null && !isHere) throw new Refusal("pupil.not_found");
      await takes.setPartner(id, partnerId);
      await archive.nameVoices({ cartIds: [], takeId: id }, speakersIn({ pupilId, partnerId }), c.var.actor);
      if (partnerId !== null) await reviews.uninvite(id, partnerId);
      onCartsChanged();
      return c.json(await takes.require(id));
    })
    .delete("/api/takes/:id", permit(access, "take.remove", take), async (c) => {
      const { id, state } = await takes.require(c.req.param("id"));
      if (c.var.actor.role === "pupil" && state === "sent") throw new Refusal("take.sent");
      await takeShelf.removeTakes([id]);
      return c.body(null, 204);
    })
    .post("/api/takes/:id/carts", permit(access, "take.share", take), async (c) => {
      const cart = await airTakes.cartOf(await takes.require(c.req.param("id")));
      onCartsChanged();
      return c.json(cart, 201);
    })
    .post("/api/takes/:id/items", permit(access, "show.manage", take), jsonBody(TakeForShow), async (c) => {
      const found = await takes.require(c.req.param("id"));
      if (found.state !== "sent") throw new Refusal("take.not_found");
      const rundown = await airTakes.addTo(found, c.req.valid("json").showId);
      onCartsChanged();
      onShowChanged(rundown.showId);
      return c.json(rundown, 201);
    })
    .get("/api/takes/:id/sound", permit(access, "take.hear", take), async (c) => {
      const { id } = await takes.require(c.req.param("id"));
      const path = takeShelf.soundPath(id);
      return serveFile(c, { path, mimeType: "audio/mpeg", tag: id, isPublic: false, missing: "take.not_found" });
    });
}
