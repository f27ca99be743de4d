import { Hono } from "hono";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import type { LostLetters } from "../store/lost-letters.ts";

type Parts = { access: Access; lostLetters: LostLetters };

/** The last letter that did not arrive, for the school's admins, until one of them has seen to it. */
export const lostLetterRoutes = ({ access, lostLetters }: Parts) =>
  new Hono<Env>()
    .get("/api/staff-letters/lost", permit(access, "staff.manage"), async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json({ letter: (await lostLetters.find(staffOf(c.var.actor).schoolId)) ?? null });
    })
    .delete("/api/staff-letters/lost", permit(access, "staff.manage"), async (c) => {
      await lostLetters.forget(staffOf(c.var.actor).schoolId);
      return c.body(null, 204);
    });
