import { Hono } from "hono";
import { JobId } from "../../schemas/ids.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { Refusal } from "../errors.ts";
import type { Jobs } from "../jobs/open-jobs.ts";
import { paramTarget } from "./param-target.ts";

type Parts = { access: Access; jobs: Pick<Jobs, "find" | "cancel" | "retry"> };

/** Long works of a classroom: how far they are, stopping them, trying them again. */
export function jobRoutes({ access, jobs }: Parts) {
  const job = paramTarget("jobId");
  return new Hono<Env>()
    .get("/api/jobs/:id", permit(access, "job.manage", job), async (c) => {
      const found = await jobs.find(JobId.parse(c.req.param("id")));
      if (found === undefined) throw new Refusal("job.not_found");
      return c.json(found);
    })
    .delete("/api/jobs/:id", permit(access, "job.manage", job), async (c) =>
      c.json(await jobs.cancel(JobId.parse(c.req.param("id")))),
    )
    .post("/api/jobs/:id/retries", permit(access, "job.manage", job), async (c) =>
      c.json(await jobs.retry(JobId.parse(c.req.param("id"))), 201),
    );
}
