import { Hono } from "hono";
import type { ShowId } from "../../schemas/ids.ts";
import { RundownChange } from "../../schemas/rundown.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { Refusal } from "../errors.ts";
import type { Rundowns } from "../store/rundowns.ts";
import type { Shows } from "../store/shows.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  rundowns: Rundowns;
  shows: Pick<Shows, "require">;
  /** Its studio, if open, follows the new rundown. */
  onShowChanged(showId: ShowId): void;
};

/** The rundown of a show: read by its class, for the prompter; written by its teachers until the show has ended. */
export function rundownRoutes({ access, rundowns, shows, onShowChanged }: Parts) {
  const show = paramTarget("showId");
  return new Hono<Env>()
    .get("/api/shows/:id/rundown", permit(access, "show.read", show), async (c) => {
      const { id } = await shows.require(c.req.param("id"));
      return c.json(await rundowns.read(id));
    })
    .put("/api/shows/:id/rundown", permit(access, "show.manage", show), jsonBody(RundownChange), async (c) => {
      const { id, state } = await shows.require(c.req.param("id"));
      if (state === "ended") throw new Refusal("show.ended");
      const saved = await rundowns.save(id, c.req.valid("json"));
      onShowChanged(id);
      return c.json(saved);
    });
}
