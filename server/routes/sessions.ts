import { Hono } from "hono";
import { Credentials } from "../../schemas/people.ts";
import type { Env } from "../access/actor.ts";
import type { ClientAddress } from "../access/client-address.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { SecondStep } from "../access/second-step.ts";
import type { SessionDoor } from "../access/session-cookie.ts";
import { sessionOf } from "../access/session-of.ts";
import { signIn } from "../access/sign-in.ts";
import type { Throttles } from "../access/throttle.ts";
import { Refusal } from "../errors.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";

type Parts = {
  access: Access;
  sessionDoor: SessionDoor;
  people: People;
  classrooms: Classrooms;
  throttles: Throttles;
  secondStep: SecondStep;
  clientAddress: ClientAddress;
  /** Somebody's session is over: their sockets go too. */
  onSessionsEnded(): void;
};

/** Staff sign in and out; anybody signed in asks who they are. */
export const sessionRoutes = ({ access, sessionDoor, clientAddress, onSessionsEnded, ...parts }: Parts) =>
  new Hono<Env>()
    .post("/api/sessions", permit(access, "session.open"), jsonBody(Credentials), async (c) => {
      const { holder, confirm } = await signIn(parts, c.req.valid("json"), clientAddress(c));
      await sessionDoor.open(c, holder, { confirm });
      return c.json(await sessionOf(parts, holder), 201);
    })
    .get("/api/sessions/current", permit(access, "session.read"), async (c) => {
      const { actor } = c.var;
      if (actor.role === "visitor" || actor.role === "subscriber") throw new Refusal("session.missing");
      await sessionDoor.refresh(c, actor);
      return c.json(await sessionOf(parts, actor));
    })
    .delete("/api/sessions/current", permit(access, "session.close"), async (c) => {
      await sessionDoor.close(c);
      onSessionsEnded();
      return c.body(null, 204);
    });
