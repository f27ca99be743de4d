import { Hono } from "hono";
import { ReadingMarks } from "../../schemas/reading.ts";
import { largestNoteBytes, NewAssessment, NewComment, PeerChoice } from "../../schemas/reviews.ts";
import { speakersIn } from "../../schemas/takes.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import type { Throttles } from "../access/throttle.ts";
import { Refusal } from "../errors.ts";
import type { VoiceNotes } from "../oral/voice-notes.ts";
import type { Exercises } from "../store/exercises.ts";
import type { Reviews } from "../store/reviews.ts";
import type { Rubrics } from "../store/rubrics.ts";
import type { Takes } from "../store/takes.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { readUpload } from "./read-upload.ts";
import { serveFile } from "./serve-file.ts";

type Parts = {
  access: Access;
  takes: Pick<Takes, "require">;
  exercises: Pick<Exercises, "require">;
  reviews: Reviews;
  rubrics: Pick<Rubrics, "require">;
  voiceNotes: VoiceNotes;
  throttles: Pick<Throttles, "upload">;
  uploadDirectory: string;
};

/** What teachers say of takes: words misread, comments and voice notes, levels of a rubric; and whom of the class they ask to listen. */
export function reviewRoutes(parts: Parts) {
  const { access, takes, exercises, reviews, rubrics, voiceNotes, throttles, uploadDirectory } = parts;
  const take = paramTarget("takeId");
  const comment = paramTarget("takeCommentId");
  const assess = permit(access, "take.assess", take);
  const requireSent = async (id: string) => {
    const found = await takes.require(id);
    if (found.state !== "sent") throw new Refusal("take.not_found");
    return found;
  };

  return new Hono<Env>()
    .get("/api/takes/:id/review", permit(access, "take.read", take), async (c) =>
      c.json(await reviews.of((await takes.require(c.req.param("id"))).id)),
    )
    .put("/api/takes/:id/hearing", assess, async (c) => {
      const { id } = await requireSent(c.req.param("id"));
      await reviews.setHeard(id);
      return c.json(await reviews.of(id));
    })
    .put("/api/takes/:id/reading", assess, jsonBody(ReadingMarks), async (c) => {
      const { id } = await requireSent(c.req.param("id"));
      await reviews.mark(id, c.req.valid("json"));
      return c.json(await reviews.of(id));
    })
    .post("/api/takes/:id/comments", assess, jsonBody(NewComment), async (c) => {
      const { id } = await requireSent(c.req.param("id"));
      await reviews.comment(id, c.req.valid("json"));
      return c.json(await reviews.of(id), 201);
    })
    .post("/api/takes/:id/voice-notes", assess, async (c) => {
      const { id } = await requireSent(c.req.param("id"));
      await throttles.upload.spend(staffOf(c.var.actor).accountId);
      await using upload = await readUpload(c, { directory: uploadDirectory, maxBytes: largestNoteBytes });
      const at = Number(upload.fields.atSeconds ?? Number.NaN);
      await voiceNotes.keep(id, upload.path, Number.isFinite(at) && at >= 0 ? at : null);
      return c.json(await reviews.of(id), 201);
    })
    .get("/api/take-comments/:id/sound", permit(access, "take.hear", comment), async (c) => {
      const { id, takeId } = await reviews.takeOf(c.req.param("id"));
      const path = voiceNotes.path(takeId, id);
      // A comment in words is there, and has no sound.
      return serveFile(c, { path, mimeType: "audio/mpeg", tag: id, isPublic: false, missing: "take.not_sound" });
    })
    .delete("/api/take-comments/:id", permit(access, "take.assess", comment), async (c) => {
      const { id, takeId } = await reviews.takeOf(c.req.param("id"));
      await voiceNotes.remove(takeId, id);
      return c.body(null, 204);
    })
    .put("/api/takes/:id/assessment", assess, jsonBody(NewAssessment), async (c) => {
      const { id, exerciseId } = await requireSent(c.req.param("id"));
      const given = c.req.valid("json");
      await requireOfClass(exerciseId, given.rubricId);
      await reviews.assess(id, given);
      return c.json(await reviews.of(id));
    })
    .put("/api/takes/:id/peers", assess, jsonBody(PeerChoice), async (c) => {
      const found = await requireSent(c.req.param("id"));
      const choice = c.req.valid("json");
      await requireOfClass(found.exerciseId, choice.rubricId);
      await reviews.invite(found.id, speakersIn(found), choice);
      return c.json(await reviews.of(found.id));
    });

  /** Another class's rubric does not exist here. */
  async function requireOfClass(exerciseId: string, rubricId: string) {
    const { classroomId } = await rubrics.require(rubricId);
    if (classroomId !== (await exercises.require(exerciseId)).classroomId) throw new Refusal("rubric.not_found");
  }
}
