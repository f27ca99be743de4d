import { stat } from "node:fs/promises";
import { Hono } from "hono";
import { ExerciseChange, ExerciseSettings, NewPicture, type Exercise } from "../../schemas/exercises.ts";
import { largestTakeBytes } from "../../schemas/takes.ts";
import type { Actor, Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { Refusal } from "../errors.ts";
import { staffOf } from "../access/staff-of.ts";
import type { Throttles } from "../access/throttle.ts";
import type { SchoolRooms } from "../archive/school-room.ts";
import type { ExercisePictures } from "../oral/exercise-pictures.ts";
import type { TakeShelf } from "../oral/open-take-shelf.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Exercises } from "../store/exercises.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { readUpload } from "./read-upload.ts";
import { serveFile } from "./serve-file.ts";

type Parts = {
  access: Access;
  classrooms: Pick<Classrooms, "require">;
  exercises: Exercises;
  takeShelf: Pick<TakeShelf, "removeExercise" | "keepModel" | "removeModel" | "modelPath">;
  exercisePictures: ExercisePictures;
  schoolRooms: Pick<SchoolRooms, "requireRoom">;
  throttles: Pick<Throttles, "upload">;
  /** Where uploads lie while they are read. */
  uploadDirectory: string;
};

/** Largest image accepted, in bytes: a photograph as a telephone makes it. */
const largestImageBytes = 20_000_000;

/** A pupil is not told for whom else an exercise is. */
const told = (actor: Actor, exercise: Exercise): Exercise =>
  actor.role === "pupil" ? { ...exercise, pupilIds: null } : exercise;

/** The oral exercises of a class. */
export function exerciseRoutes(parts: Parts) {
  const { access, classrooms, exercises, takeShelf, exercisePictures, schoolRooms, throttles, uploadDirectory } = parts;
  const classroom = paramTarget("classroomId");
  const exercise = paramTarget("exerciseId");
  const findFor = (actor: Actor, id: string) =>
    actor.role === "pupil" ? exercises.requireFor(id, actor.pupilId) : exercises.require(id);

  return new Hono<Env>()
    .get("/api/classrooms/:id/exercises", permit(access, "exercise.read", classroom), async (c) => {
      const { id } = await classrooms.require(c.req.param("id"));
      const { actor } = c.var;
      const found = await exercises.listOf(id, actor.role === "pupil" ? actor.pupilId : undefined);
      return c.json(found.map((each) => told(actor, each)));
    })
    .post(
      "/api/classrooms/:id/exercises",
      permit(access, "exercise.manage", classroom),
      jsonBody(ExerciseSettings),
      async (c) => {
        const { id } = await classrooms.require(c.req.param("id"));
        return c.json(await exercises.create(id, c.req.valid("json")), 201);
      },
    )
    .get("/api/exercises/:id", permit(access, "exercise.read", exercise), async (c) =>
      c.json(told(c.var.actor, await findFor(c.var.actor, c.req.param("id")))),
    )
    .patch("/api/exercises/:id", permit(access, "exercise.manage", exercise), jsonBody(ExerciseChange), async (c) => {
      const { id } = await exercises.require(c.req.param("id"));
      return c.json(await exercises.change(id, c.req.valid("json")));
    })
    .delete("/api/exercises/:id", permit(access, "exercise.manage", exercise), async (c) => {
      const { id } = await exercises.require(c.req.param("id"));
      await takeShelf.removeExercise(id);
      return c.body(null, 204);
    })
    .put("/api/exercises/:id/model", permit(access, "exercise.manage", exercise), async (c) => {
      const { id, classroomId } = await exercises.require(c.req.param("id"));
      await schoolRooms.requireRoom({ classroomId });
      await throttles.upload.spend(staffOf(c.var.actor).accountId);
      await using upload = await readUpload(c, { directory: uploadDirectory, maxBytes: largestTakeBytes });
      await takeShelf.keepModel(id, upload.path);
      return c.json(await exercises.require(id));
    })
    .delete("/api/exercises/:id/model", permit(access, "exercise.manage", exercise), async (c) => {
      const { id } = await exercises.require(c.req.param("id"));
      await takeShelf.removeModel(id);
      return c.json(await exercises.require(id));
    })
    .post("/api/exercises/:id/pictures", permit(access, "exercise.manage", exercise), async (c) => {
      const found = await exercises.require(c.req.param("id"));
      await schoolRooms.requireRoom({ classroomId: found.classroomId });
      await throttles.upload.spend(staffOf(c.var.actor).accountId);
      await using upload = await readUpload(c, { directory: uploadDirectory, maxBytes: largestImageBytes });
      const { alt } = NewPicture.parse(upload.fields);
      await exercisePictures.keep(found, upload.path, alt);
      return c.json(await exercises.require(found.id), 201);
    })
    .delete("/api/exercises/:id/pictures/:picture", permit(access, "exercise.manage", exercise), async (c) => {
      const { id } = await exercises.require(c.req.param("id"));
      await exercisePictures.remove(id, c.req.param("picture"));
      return c.json(await exercises.require(id));
    })
    .get("/api/exercises/:id/pictures/:picture", permit(access, "exercise.read", exercise), async (c) => {
      const { id, ownPictures } = await findFor(c.var.actor, c.req.param("id"));
      const picture = ownPictures.find((each) => each.id === c.req.param("picture"));
      if (picture === undefined) throw new Refusal("picture.not_found");
      const path = exercisePictures.path(id, picture.id);
      return serveFile(c, {
        path,
        mimeType: "image/jpeg",
        tag: picture.id,
        isPublic: false,
        missing: "picture.not_found",
      });
    })
    .get("/api/exercises/:id/model", permit(access, "exercise.read", exercise), async (c) => {
      const { id } = await findFor(c.var.actor, c.req.param("id"));
      const served = { path: takeShelf.modelPath(id), mimeType: "audio/mpeg", isPublic: false, maxAgeSeconds: 0 };
      const tag = String((await stat(served.path).catch(() => undefined))?.mtimeMs ?? 0);
      return serveFile(c, { ...served, tag, missing: "request.not_found" });
    });
}
