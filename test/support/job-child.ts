// A station's process that begins a job and never ends it: killed by its test while the job runs.
import { openJobs } from "../../server/jobs/open-jobs.ts";
import { openDatabase } from "../../server/store/open-database.ts";

const database = await openDatabase(process.argv[2]!);
const begin = () => {
  console.log("begun");
  return new Promise<never>(() => undefined);
};
const jobs = await openJobs({ database, handlers: { "render-episode": begin } });
await jobs.enqueue("render-episode", { episodeId: "e" }, null);
setInterval(() => undefined, 60_000);
