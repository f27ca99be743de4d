import { existsSync, mkdirSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { runFfmpeg } from "../../media/ffmpeg/run-ffmpeg.ts";
import { measureLoudness } from "../../media/render/measure-loudness.ts";
import type { Jobs } from "../../server/jobs/open-jobs.ts";
import { openDoors } from "../support/doors.ts";
import { beginShow } from "../support/finished-show.ts";
import { speech, writeProgramme } from "../support/programmes.ts";
import type { Measurement } from "./row.ts";

const minutes = Number(process.env.RENDER_MINUTES ?? 60);
const rounds = Number(process.env.RENDER_ROUNDS ?? 2);
const hourMs = 3_600_000;

// One minute of speech, repeated: encoders have no memory of a minute ago.
async function writeHour(): Promise<string> {
  const folder = join(tmpdir(), "antenne-bench-render");
  const path = join(folder, `speech-${minutes}.flac`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const minute = await writeProgramme(join(folder, "minute.flac"), speech(0.35), 60);
  const again = ["-stream_loop", String(minutes - 1), "-i", minute, "-c:a", "flac", "-sample_fmt", "s16"];
  await runFfmpeg([...again, path], { timeoutMs: hourMs });
  return path;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

type Measured = Awaited<ReturnType<typeof measureLoudness>>;

function untilJobDone(jobs: Jobs): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  jobs.onChange(({ state, error }) => {
    if (state === "done") resolve();
    if (error !== null) reject(new Error(error));
  });
  return promise;
}

/** From Fin to the feed that carries the episode, through queue, archive and HTTP; the teacher publishes at once. */
async function finToFeed(programmePath: string, measured: Measured) {
  await using doors = await openDoors();
  const { show, channel } = await doors.seedSchool();
  await doors.store.channels.change(channel.id, { visibility: "public" });
  const { recordingId } = await beginShow(doors, show.id);
  const startedAt = new Date(doors.clock.now).toISOString();
  const finished = { programmePath, startedAt, durationSeconds: minutes * 60, ...measured };
  let loudness: Measured | null = null;
  const seconds = await timed(async () => {
    const done = untilJobDone(doors.newsroom.jobs);
    const { episodeId } = await doors.newsroom.archive.keepRecording(show.id, recordingId, finished);
    await done;
    await doors.newsroom.archive.publish(episodeId, { role: "visitor" });
    const feed = await (await doors.browser().get(`/feeds/${channel.slug}.xml`)).text();
    if (!feed.includes(episodeId)) throw new Error("the feed does not carry the episode");
    loudness = (await doors.store.episodes.require(episodeId)).loudness;
  });
  return { seconds, loudness: loudness as Measured | null };
}

/** Share of the machine's cores that were busy between two looks, by anybody. */
function lookAtCores() {
  const times = () =>
    cpus().map(({ times: { user, nice, sys, idle, irq } }) => [user + nice + sys + irq, idle] as const);
  const before = times();
  return () => {
    const spent = times().map(([busy, idle], core) => [busy - before[core]![0], idle - before[core]![1]] as const);
    const busy = spent.reduce((sum, [share]) => sum + share, 0);
    return busy / spent.reduce((sum, [share, idle]) => sum + share + idle, 0);
  };
}

/** From Fin to the feed, against a plain encoding of the same FLAC, in turns; and what was then measured on the file. */
export async function* bench(): AsyncIterable<Measurement> {
  const path = await writeHour();
  const measured = await measureLoudness(path, [], { timeoutMs: hourMs });
  const plain: number[] = [];
  const whole: number[] = [];
  let loudness: Measured | null = null;
  const share = lookAtCores();
  for (let round = 0; round < rounds; round += 1) {
    const output = `${path}.plain.mp3`;
    plain.push(await timed(() => runFfmpeg(["-i", path, "-c:a", "libmp3lame", output], { timeoutMs: hourMs })));
    rmSync(output);
    const rendered = await finToFeed(path, measured);
    whole.push(rendered.seconds);
    loudness = rendered.loudness;
  }
  const baseline = Math.min(...plain);
  const value = Math.min(...whole);
  yield { case: `Fin to feed, ${minutes} min show`, value, unit: "s", baseline, goal: { ratioAtMost: 1.5 } };
  yield { case: "Fin to feed, share of the show", value: value / (minutes * 60), unit: "" };
  yield {
    case: "distance from −16 LUFS",
    value: Math.abs((loudness?.integratedLufs ?? 0) + 16),
    unit: "LU",
    goal: { atMost: 0.5 },
  };
  yield { case: "true peak", value: loudness?.truePeakDbtp ?? 0, unit: "dBTP", goal: { atMost: -1 } };
  yield { case: "cores busy meanwhile, by anybody", value: share(), unit: "" };
}
