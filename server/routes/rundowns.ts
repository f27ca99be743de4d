import { Hono } from "hono";
import type { ShowId } from "../../schemas/ids.ts";
import { RundownChange } from "../../schemas/rundown.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { Refusal } from "../errors.ts";
import type { AirtimesOf } from "../store/airtimes.ts";
import type { Channels } from "../store/channels.ts";
import type { Rundowns } from "../store/rundowns.ts";
import type { Shows } from "../store/shows.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  rundowns: Rundowns;
  shows: Pick<Shows, "require">;
  channels: Pick<Channels, "require">;
  airtimes: AirtimesOf;
  /** Its studio, if open, follows the new rundown. */
  onShowChanged(showId: ShowId): void;
};

/** The rundown of a show: read by its class, for the prompter; written by its teachers until the show has ended. */
export function rundownRoutes({ access, rundowns, shows, channels, airtimes, onShowChanged }: Parts) {
  const show = paramTarget("showId");
  return new Hono<Env>()
    .get("/api/shows/:id/rundown", permit(access, "show.read", show), async (c) => {
      const { id } = await shows.require(c.req.param("id"));
      return c.json(await rundowns.read(id));
    })
    .get("/api/shows/:id/airtimes", permit(access, "show.manage", show), async (c) => {
      const { id, channelId } = await shows.require(c.req.param("id"));
      const [{ classroomId }, { items }] = await Promise.all([channels.require(channelId), rundowns.read(id)]);
      return c.json(await airtimes.of(classroomId, items));
    })
    .put("/api/shows/:id/rundown", permit(access, "show.manage", show), jsonBody(RundownChange), async (c) => {
      const { id, state } = await shows.require(c.req.param("id"));
      if (state === "ended") throw new Refusal("show.ended");
      const saved = await rundowns.save(id, c.req.valid("json"));
      onShowChanged(id);
      return c.json(saved);
    });
}
