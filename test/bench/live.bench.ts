import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { scratch } from "../support/scratch.ts";
import { canMeasure, cpuSecondsBelow, cpuSecondsOf, memoryMbBelow } from "./live/cpu-of.ts";
import { programOnCore } from "./live/on-core.ts";
import { openIcecast, openNginx } from "./live/rivals.ts";
import type { Bench, Measurement } from "./row.ts";

/** Length of each measurement; shorter to try something out. */
const seconds = Number(process.env.BENCH_SECONDS ?? 60);
const listenSeconds = Math.min(15, seconds);
const warmUpMs = 6_000;
/** So many that the servers have several to answer at once, and that the listeners' own core is half idle. */
const listeners = { mp3: 300, hls: 1_500 };

/** What live shows cost, and how many listeners a core serves beside Icecast and nginx. Everything stays on this machine, on two of its cores. */
export const bench: Bench = async function* () {
  if (!(await canMeasure())) {
    console.log("live: skipped, this system has no /proc to measure processes with");
    return;
  }
  yield* showsOnOneCore(12, "all", "every output encoding");
  yield* showsOnOneCore(25, "none", "nobody listening");
  using files = scratch();
  await using server = await programOnCore(0, "server.ts", []);
  const { url, slug } = server.said as { url: string; slug: string };
  const live = `${url}/live/${slug}`;
  const cpu = () => cpuSecondsOf(server.pid);
  yield await mp3(join(files.path, "icecast"), `${live}.mp3`, cpu);
  yield await hls(join(files.path, "nginx"), `${live}/audio.m3u8?player=bench`, cpu);
};

/** Shows of four voices each, all on one core; the voices come from another. */
async function* showsOnOneCore(count: number, outputs: "all" | "none", name: string): AsyncGenerator<Measurement> {
  await using shows = await programOnCore(0, "shows.ts", [count, outputs]);
  await using load = await programOnCore(1, "../mixer-load.ts", shows.said as string[]);
  load.child.unref();
  await pass(warmUpMs);
  const lateTicks = async () => {
    const late = shows.next();
    shows.child.send("late ticks");
    return (await late) as number;
  };
  const lateBefore = await lateTicks();
  const before = await cpuSecondsBelow(shows.pid);
  await pass(seconds * 1_000);
  const share = ((await cpuSecondsBelow(shows.pid)) - before) / seconds;
  const memory = await memoryMbBelow(shows.pid);
  const late = (await lateTicks()) - lateBefore;
  const said = `${count} shows of 4 voices, ${name}`;
  yield { case: `late ticks, ${said}`, value: late, unit: "ticks", goal: { atMost: 0 } };
  yield { case: `core per show, ${name}`, value: (share / count) * 100, unit: "%" };
  yield { case: `memory per show, ${name}`, value: memory / count, unit: "MB" };
  // What the core would carry were it full; with late ticks it carried less than it was given.
  const carried = late === 0 ? count / share : 0;
  yield { case: `shows a core carries, ${name}`, value: Math.floor(carried), unit: "shows", goal: { atLeast: count } };
}

/** Listeners that a core serves: as many as were served, by the share of the core that they took. */
async function perCore(way: "mp3" | "hls", url: string, cpu: () => Promise<number>): Promise<number> {
  const count = listeners[way];
  const idleFrom = await cpu();
  await pass(3_000);
  const idleShare = ((await cpu()) - idleFrom) / 3;
  await using crowd = await programOnCore(1, "listeners.ts", [way, url, count, listenSeconds]);
  const before = await cpu();
  const served = (await crowd.next()) as number;
  const share = ((await cpu()) - before) / listenSeconds - idleShare;
  if (served < count / 4) throw new Error(`${way}: only ${Math.round(served)} of ${count} listeners were served`);
  return served / Math.max(share, 0.001);
}

async function mp3(directory: string, url: string, cpu: () => Promise<number>): Promise<Measurement> {
  const row = { case: "MP3 listeners per core", value: await perCore("mp3", url, cpu), unit: "people" };
  await using icecast = await openIcecast(directory);
  if (icecast === undefined) {
    console.log("live: no icecast2 here, so MP3 listeners have no baseline (apt install icecast2)");
    return row;
  }
  const baseline = await perCore("mp3", icecast.url, () => cpuSecondsOf(icecast.pid));
  return { ...row, case: "MP3 listeners per core, Icecast beside", baseline, goal: { ratioAtLeast: 0.5 } };
}

/** nginx gets the playlist as it is for most of a show: a minute long. */
async function untilFull(playlistUrl: string): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const playlist = await (await fetch(playlistUrl)).text();
    if ((playlist.match(/#EXTINF/g)?.length ?? 0) >= 30) return;
    await pass(2_000);
  }
  throw new Error(`${playlistUrl} never had thirty segments`);
}

async function hls(directory: string, url: string, cpu: () => Promise<number>): Promise<Measurement> {
  const row = { case: "HLS listeners per core", value: await perCore("hls", url, cpu), unit: "people" };
  await untilFull(url);
  await using nginx = await openNginx(directory, url);
  if (nginx === undefined) {
    console.log("live: no nginx here, so HLS listeners have no baseline (apt install nginx-light)");
    return row;
  }
  const baseline = await perCore("hls", nginx.url, () => cpuSecondsBelow(nginx.pid));
  return { ...row, case: "HLS listeners per core, nginx beside", baseline, goal: { ratioAtLeast: 0.5 } };
}
