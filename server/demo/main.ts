import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { issueClassCode } from "../access/class-code.ts";
import { readConfig } from "../config.ts";
import { openLog } from "../open-log.ts";
import { openStation, type Station } from "../open-station.ts";
import { toldToStop } from "../told-to-stop.ts";
import { fillStation } from "./fill-station.ts";
import { demoStaff } from "./school.ts";

/** Where to begin, for people and, as one line of JSON, for programs. */
async function describe({ url, store }: Station) {
  const known = await store.people.findCredentials(demoStaff.email);
  const [classroom] = known === undefined ? [] : await store.classrooms.list({ accountId: known.account.id });
  if (classroom === undefined) throw new Error("this directory holds another station: give --data an empty one");
  const isExpired = Date.parse(classroom.codeExpiresAt) <= Date.now();
  const { code } = isExpired
    ? await store.classrooms.renewCode(classroom.id, () => issueClassCode(Date.now()))
    : classroom;
  const [channel] = await store.channels.listOf(classroom.id);
  const planned = (await store.shows.listOf(classroom.id)).find(({ state }) => state === "planned");
  return {
    url,
    staffEmail: demoStaff.email,
    staffPassword: demoStaff.password,
    classCode: code,
    showUrl: planned === undefined ? `${url}/emissions` : `${url}/regie/${planned.id}`,
    channelUrl: `${url}/chaines/${channel!.slug}`,
    feedUrl: `${url}/feeds/${channel!.slug}.xml`,
  };
}

function announce(demo: Awaited<ReturnType<typeof describe>>) {
  console.log(`
  Radio Hirondelle is on, at ${demo.url}

  Teacher   ${demo.staffEmail}   password: ${demo.staffPassword}
  Desk      ${demo.showUrl}
  Pupils    ${demo.url}/entrer   class code: ${demo.classCode}
  Families  ${demo.channelUrl}
  Podcast   ${demo.feedUrl}

  Nothing of it stays: Ctrl+C ends it.
`);
  console.log(JSON.stringify(demo));
}

async function main() {
  const argv = process.argv.slice(2);
  const keepsData = argv.some((arg) => arg === "--data" || arg.startsWith("--data="));
  await using closing = new AsyncDisposableStack();
  const throwAway = async () => {
    const made = await mkdtemp(join(tmpdir(), "antenne-demo-"));
    return closing.adopt(made, (path) => rm(path, { recursive: true, force: true }));
  };
  const data = keepsData ? [] : ["--data", await throwAway()];
  const config = readConfig({ MEDIA_PORT: "0", LOG_LEVEL: "warn", ...process.env }, [...argv, ...data]);
  const stop = toldToStop();
  const station = closing.use(await openStation(config, openLog(config.logLevel)));
  if (station.setUpUrl !== undefined) {
    console.log("Making the demonstration school: voices, jingles, two episodes. This takes some seconds.");
    await Promise.race([fillStation(station), stop]);
  }
  announce(await describe(station));
  await stop;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
