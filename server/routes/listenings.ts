import { Hono } from "hono";
import { ClassroomId } from "../../schemas/ids.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { classListenings } from "../listeners/class-listenings.ts";
import type { Listenings } from "../store/listenings.ts";
import { paramTarget } from "./param-target.ts";

type Parts = { access: Access; listenings: Listenings };

/** What a class reads about who listens to it. */
export const listeningRoutes = ({ access, listenings }: Parts) =>
  new Hono<Env>().get(
    "/api/classrooms/:id/listenings",
    permit(access, "listening.read", paramTarget("classroomId")),
    async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json(await classListenings(listenings, ClassroomId.parse(c.req.param("id"))));
    },
  );
