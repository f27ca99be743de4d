import { existsSync } from "node:fs";
import { Hono } from "hono";
import { narrowest } from "../../schemas/consent.ts";
import { TakeChange } from "../../schemas/takes.ts";
import type { Actor, Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { CartShelf } from "../archive/open-cart-shelf.ts";
import { Refusal } from "../errors.ts";
import type { TakeShelf } from "../oral/open-take-shelf.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Consents } from "../store/consents.ts";
import type { Exercises } from "../store/exercises.ts";
import type { SpokenCarts } from "../store/spoken-carts.ts";
import type { Takes } from "../store/takes.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { serveFile } from "./serve-file.ts";

type Parts = {
  access: Access;
  classrooms: Pick<Classrooms, "require">;
  exercises: Pick<Exercises, "require">;
  takes: Takes;
  takeShelf: Pick<TakeShelf, "soundPath" | "removeTakes">;
  consents: Pick<Consents, "standingOf">;
  spokenCarts: Pick<SpokenCarts, "note">;
  shelf: Pick<CartShelf, "keep">;
  /** Open studios load the carts anew. */
  onCartsChanged(): void;
};

/** What pupils recorded for their exercises: a pupil is told of their own, a teacher of all. */
export function takeRoutes(parts: Parts) {
  const { access, classrooms, exercises, takes, takeShelf, consents, spokenCarts, shelf, onCartsChanged } = parts;
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
    .delete("/api/takes/:id", permit(access, "take.remove", take), async (c) => {
      const { id, state } = await takes.require(c.req.param("id"));
      if (c.var.actor.role === "pupil" && state === "sent") throw new Refusal("take.sent");
      await takeShelf.removeTakes([id]);
      return c.body(null, 204);
    })
    .post("/api/takes/:id/carts", permit(access, "take.share", take), async (c) => {
      const { id, state, exerciseId, pupilId, partnerId } = await takes.require(c.req.param("id"));
      if (state === "arriving") throw new Refusal("take.incomplete");
      const sound = takeShelf.soundPath(id);
      // A take that turned out to be no sound keeps none.
      if (!existsSync(sound)) throw new Refusal("take.not_sound");
      const speakers = partnerId === null ? [pupilId] : [pupilId, partnerId];
      const scopes = (await consents.standingOf(speakers)).map(({ scope }) => scope);
      if (narrowest(scopes) === "none") throw new Refusal("consent.too_narrow");
      const { classroomId, title } = await exercises.require(exerciseId);
      const words = { title, kind: "jingle", colour: 1, isForPupils: false } as const;
      const cart = await shelf.keep(classroomId, words, sound);
      await spokenCarts.note(cart.id, speakers);
      onCartsChanged();
      return c.json(cart, 201);
    })
    .get("/api/takes/:id/sound", permit(access, "take.hear", take), async (c) => {
      const { id } = await takes.require(c.req.param("id"));
      const path = takeShelf.soundPath(id);
      return serveFile(c, { path, mimeType: "audio/mpeg", tag: id, isPublic: false, missing: "take.not_found" });
    });
}
