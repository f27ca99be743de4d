import { Hono } from "hono";
import { ExerciseChange, ExerciseSettings, type Exercise } from "../../schemas/exercises.ts";
import type { Actor, Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { TakeShelf } from "../oral/open-take-shelf.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Exercises } from "../store/exercises.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  classrooms: Pick<Classrooms, "require">;
  exercises: Exercises;
  takeShelf: Pick<TakeShelf, "removeExercise">;
};

/** A pupil is not told for whom else an exercise is. */
const told = (actor: Actor, exercise: Exercise): Exercise =>
  actor.role === "pupil" ? { ...exercise, pupilIds: null } : exercise;

/** The oral exercises of a class. */
export function exerciseRoutes({ access, classrooms, exercises, takeShelf }: Parts) {
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
    });
}
