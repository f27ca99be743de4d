import { Hono } from "hono";
import { Setup } from "../../schemas/people.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { SessionDoor } from "../access/session-cookie.ts";
import { sessionOf } from "../access/session-of.ts";
import type { SetUp } from "../access/set-up.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";

type Parts = { access: Access; setUp: SetUp; sessionDoor: SessionDoor; people: People; classrooms: Classrooms };

/** The first start: one short page creates school, teacher, classroom and channel, and signs the teacher in. */
export const setupRoutes = ({ access, setUp, sessionDoor, people, classrooms }: Parts) =>
  new Hono<Env>()
    .get("/api/setup", permit(access, "setup.complete"), async (c) => c.json({ isNeeded: await setUp.isNeeded() }))
    .post("/api/setup", permit(access, "setup.complete"), jsonBody(Setup), async (c) => {
      const holder = await setUp.complete(c.req.valid("json"));
      await sessionDoor.open(c, holder);
      return c.json(await sessionOf({ people, classrooms }, holder), 201);
    });
