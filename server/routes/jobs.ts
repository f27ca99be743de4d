import { Hono } from "hono";
import { JobId } from "../../schemas/ids.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { Refusal } from "../errors.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { Jobs } from "../jobs/open-jobs.ts";
import { paramTarget } from "./param-target.ts";

type Parts = { access: Access; jobs: Pick<Jobs, "find" | "cancel" | "retry">; archive: Pick<Archive, "isErasing"> };

/** Long works of a classroom: how far they are, stopping them, trying them again. */
export function jobRoutes({ access, jobs, archive }: Parts) {
  const job = paramTarget("jobId");
  return new Hono<Env>()
    .get("/api/jobs/:id", permit(access, "job.manage", job), async (c) => {
      const found = await jobs.find(JobId.parse(c.req.param("id")));
      if (found === undefined) throw new Refusal("job.not_found");
      return c.json(found);
    })
    .delete("/api/jobs/:id", permit(access, "job.manage", job), async (c) => {
      const id = JobId.parse(c.req.param("id"));
      // A voice that is to go for good does not stay because somebody pressed a key.
      if (await archive.isErasing(id)) throw new Refusal("job.not_cancellable");
      return c.json(await jobs.cancel(id));
    })
    .post("/api/jobs/:id/retries", permit(access, "job.manage", job), async (c) =>
      c.json(await jobs.retry(JobId.parse(c.req.param("id"))), 201),
    );
}
