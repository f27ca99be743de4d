import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { openJobs } from "../../../server/jobs/open-jobs.ts";
import { openDatabase } from "../../../server/store/open-database.ts";
import { fakeJobClock } from "../../support/fake-job-clock.ts";
import { scratch } from "../../support/scratch.ts";

const child = fileURLToPath(new URL("../../support/job-child.ts", import.meta.url));

async function killWhileRunning(path: string): Promise<void> {
  const station = spawn(process.execPath, [child, path], { stdio: ["ignore", "pipe", "inherit"] });
  await once(station.stdout, "data");
  station.kill("SIGKILL");
  await once(station, "exit");
}

test("a job that ran when the station was killed is begun again at the next start", async () => {
  using folder = scratch();
  const path = folder.file("station.db");
  await killWhileRunning(path);
  await using stack = new AsyncDisposableStack();
  const database = stack.adopt(await openDatabase(path), (open) => open.destroy());
  const rows = () => database.selectFrom("job").select(["state", "attempts"]).execute();
  expect(await rows()).toEqual([{ state: "running", attempts: 1 }]);
  stack.use(await openJobs({ database, handlers: { "render-episode": () => Promise.resolve() } }));
  await vi.waitFor(async () => expect(await rows()).toEqual([{ state: "done", attempts: 2 }]));
});

test("a job that took the station down at every attempt is not begun for ever", async () => {
  await using stack = new AsyncDisposableStack();
  const database = stack.adopt(await openDatabase(":memory:"), (open) => open.destroy());
  const row = { id: "01890a5d-ac96-774b-bcce-b302099a8057", kind: "render-episode", payload: "{}", state: "running" };
  await database
    .insertInto("job")
    .values({ ...row, attempts: 4, runAfter: 0, createdAt: 0 })
    .execute();
  const begin = vi.fn(() => Promise.resolve());
  const { clock } = fakeJobClock();
  const jobs = stack.use(await openJobs({ database, handlers: { "render-episode": begin }, clock }));
  await jobs[Symbol.asyncDispose]();
  const { state, error } = await database.selectFrom("job").selectAll().executeTakeFirstOrThrow();
  expect({ state, error }).toEqual({ state: "failed", error: "server.failed" });
  expect(begin).not.toHaveBeenCalled();
});
