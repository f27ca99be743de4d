import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { JournalQuery } from "../../schemas/journal.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import { Refusal } from "../errors.ts";
import type { Journal } from "../store/journal.ts";

const asked = zValidator("query", JournalQuery, (result) => {
  if (!result.success) throw new Refusal("request.malformed");
});

/** What was done in the school, by whom, as its admins read it. */
export const journalRoutes = ({ access, journal }: { access: Access; journal: Journal }) =>
  new Hono<Env>().get("/api/journal", permit(access, "journal.read"), asked, async (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(await journal.page(staffOf(c.var.actor).schoolId, c.req.valid("query")));
  });
