import { Hono } from "hono";
import { RubricSettings } from "../../schemas/rubrics.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Rubrics } from "../store/rubrics.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = { access: Access; classrooms: Pick<Classrooms, "require">; rubrics: Rubrics };

/** The rubrics of a class. */
export function rubricRoutes({ access, classrooms, rubrics }: Parts) {
  const classroom = paramTarget("classroomId");
  const rubric = paramTarget("rubricId");

  return new Hono<Env>()
    .get("/api/classrooms/:id/rubrics", permit(access, "exercise.read", classroom), async (c) => {
      const { id } = await classrooms.require(c.req.param("id"));
      return c.json(await rubrics.listOf(id));
    })
    .post(
      "/api/classrooms/:id/rubrics",
      permit(access, "exercise.manage", classroom),
      jsonBody(RubricSettings),
      async (c) => {
        const { id } = await classrooms.require(c.req.param("id"));
        return c.json(await rubrics.create(id, c.req.valid("json")), 201);
      },
    )
    .put("/api/rubrics/:id", permit(access, "exercise.manage", rubric), jsonBody(RubricSettings), async (c) => {
      const { id } = await rubrics.require(c.req.param("id"));
      return c.json(await rubrics.change(id, c.req.valid("json")));
    })
    .delete("/api/rubrics/:id", permit(access, "exercise.manage", rubric), async (c) => {
      const { id } = await rubrics.require(c.req.param("id"));
      await rubrics.remove(id);
      return c.body(null, 204);
    });
}
