import type { Selectable, Updateable } from "kysely";
import { z } from "zod";
import { ClassroomId, type JobId } from "../../schemas/ids.ts";
import { Job } from "../../schemas/jobs.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables/tables.ts";

/** A job as the queue keeps it: what its page shows, whose it is, and what its handler reads. */
export type QueuedJob = { job: Job; classroomId: ClassroomId | null; payload: unknown };

const Payload = z.string().transform((text) => JSON.parse(text) as unknown);

function toQueuedJob(row: Selectable<Tables["job"]>): QueuedJob {
  const { id, kind, state, progress, attempts, error } = row;
  return {
    job: Job.parse({ id, kind, state, progress, attempts, error }),
    classroomId: ClassroomId.nullable().parse(row.classroomId),
    payload: Payload.parse(row.payload),
  };
}

/** The rows of a queue that does these kinds of work; only `server/jobs` decides what they become. */
export function openJobRows(database: Database, kinds: readonly Job["kind"][] = Job.shape.kind.options) {
  const first = (row: Selectable<Tables["job"]> | undefined) => row && toQueuedJob(row);
  const ofKinds = () => database.selectFrom("job").selectAll().where("kind", "in", kinds);
  return {
    add: async (
      row: Pick<Selectable<Tables["job"]>, "id" | "kind" | "payload" | "classroomId" | "createdAt" | "runAfter">,
    ) => {
      const waiting = { ...row, state: "waiting" };
      return toQueuedJob(await database.insertInto("job").values(waiting).returningAll().executeTakeFirstOrThrow());
    },
    find: async (id: string) =>
      first(await database.selectFrom("job").selectAll().where("id", "=", id).executeTakeFirst()),
    /** Gives the oldest job whose time has come, already marked as running and begun once more. */
    takeNext: async (now: number) => {
      const next = database
        .selectFrom("job")
        .select("id")
        .where("state", "=", "waiting")
        .where("kind", "in", kinds)
        .where("runAfter", "<=", now)
        .orderBy("runAfter")
        .orderBy("id")
        .limit(1);
      const taken = database
        .updateTable("job")
        .set((row) => ({ state: "running", progress: 0, error: null, attempts: row("attempts", "+", 1) }))
        .where("id", "=", next);
      return first(await taken.returningAll().executeTakeFirst());
    },
    /** What the handlers of the waiting jobs will read. */
    waitingPayloads: async (): Promise<unknown[]> => {
      const waiting = database.selectFrom("job").select("payload").where("state", "=", "waiting");
      return (await waiting.where("kind", "in", kinds).execute()).map(({ payload }) => Payload.parse(payload));
    },
    /** When the earliest waiting job may run, in epoch milliseconds. */
    nextRunAfter: async () => {
      const waiting = database
        .selectFrom("job")
        .select("runAfter")
        .where("state", "=", "waiting")
        .where("kind", "in", kinds);
      return (await waiting.orderBy("runAfter").limit(1).executeTakeFirst())?.runAfter;
    },
    change: async (id: JobId, change: Updateable<Tables["job"]>) =>
      first(await database.updateTable("job").set(change).where("id", "=", id).returningAll().executeTakeFirst()),
    /** Removes what ended before an instant, but for the work that an unfinished episode names. Tells how many. */
    removeEnded: async (before: number): Promise<number> => {
      const named = database.selectFrom("episode").select("renderJobId").where("renderJobId", "is not", null);
      const unfinished = named.where("state", "in", ["rendering", "failed"]).$castTo<{ renderJobId: string }>();
      const ended = database.deleteFrom("job").where("state", "in", ["done", "failed", "cancelled"]);
      const old = ended.where("kind", "in", kinds).where("createdAt", "<", before).where("id", "not in", unfinished);
      return Number((await old.executeTakeFirst()).numDeletedRows);
    },
    /** Jobs that a process which is gone had begun. */
    interrupted: async () => (await ofKinds().where("state", "=", "running").execute()).map(toQueuedJob),
  };
}
