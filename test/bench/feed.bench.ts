import { gunzipSync, gzipSync } from "node:zlib";
import { v7 } from "uuid";
import type { ChannelId } from "../../schemas/ids.ts";
import { openDoors } from "../support/doors.ts";
import type { Measurement } from "./row.ts";

const episodes = 2_000;
const subscribers = 5_000;
const rounds = 30;
const hourMs = 3_600_000;

type Doors = Awaited<ReturnType<typeof openDoors>>;

const files = JSON.stringify([
  { name: "episode.mp3", format: "mp3", mimeType: "audio/mpeg", byteLength: 9_600_000, bitrate: 128_000 },
  { name: "episode.opus", format: "opus", mimeType: "audio/ogg; codecs=opus", byteLength: 2_400_000, bitrate: 32_000 },
]);
const chapters = JSON.stringify(
  Array.from({ length: 8 }, (_, index) => ({ startSeconds: index * 60, title: `Chronique ${index + 1}` })),
);

/** Episodes as ten years of a lively school would leave them. */
async function fill({ database, clock }: Doors, channelId: ChannelId) {
  for (let index = 0; index < episodes; index += 1) {
    const at = clock.now - index * 86_400_000;
    const words = { title: `Le journal du ${index} & compagnie`, description: `Reportage ${index}. `.repeat(20) };
    const place = { season: 1 + (index % 10), number: 1 + index, recordedAt: at, publishedAt: at, createdAt: at };
    const made = { version: 1, enclosures: files, chapters, durationSeconds: 600, state: "published" };
    await database
      .insertInto("episode")
      .values({ id: v7(), channelId, ...words, ...place, ...made })
      .execute();
  }
}

/** The middle one of some durations in milliseconds. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const durations: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    durations.push(performance.now() - start);
  }
  return durations.sort((one, other) => one - other)[rounds >> 1]!;
}

/** Milliseconds of processor for each of many requests. */
async function processorMs(times: number, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let count = 0; count < times; count += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / times;
}

/** What it costs to have 2,000 episodes followed by 5,000 apps. */
export async function* bench(): AsyncIterable<Measurement> {
  await using doors = await openDoors();
  const { channel } = await doors.seedSchool();
  await doors.store.channels.change(channel.id, { visibility: "public" });
  await fill(doors, channel.id);
  const app = doors.browser();
  const path = `/feeds/${channel.slug}.xml`;
  const read = async (headers: Record<string, string> = {}) => {
    const answer = await app.send("GET", path, null, headers);
    if (answer.status >= 400) throw new Error(`the feed answered ${answer.status}`);
    return { answer, body: Buffer.from(await answer.arrayBuffer()) };
  };
  const { body } = await read();
  const touch = () => doors.store.channels.touch(channel.id);

  // What any server must do with such a text: copy it once.
  const copyMs = await median(() => Promise.resolve(Buffer.from(body.toString("utf8"), "utf8")));
  yield {
    case: "2,000 episodes, warm",
    value: await median(() => read()),
    unit: "ms",
    baseline: copyMs,
    goal: { atMost: 50 },
  };
  const changed = await median(async () => {
    doors.clock.now += 1_000;
    await touch();
    await read();
  });
  yield { case: "2,000 episodes, after a change", value: changed, unit: "ms", baseline: copyMs };
  const fresh = { "If-None-Match": (await read()).answer.headers.get("etag")! };
  yield { case: "304", value: await median(() => read(fresh)), unit: "ms", goal: { atMost: 2 } };
  const gzip = await app.send("GET", path, null, { "Accept-Encoding": "gzip" });
  const packed = Buffer.from(await gzip.arrayBuffer());
  if (gunzipSync(packed).length !== body.length) throw new Error("the packed feed is another one");
  yield {
    case: "gzip",
    value: packed.length,
    unit: "bytes",
    baseline: gzipSync(body).length,
    goal: { atMost: 1_000_000 },
  };

  // An hour: each app asks once and has it, but for the one in twenty-four to whom today's episode is new.
  const asks = await processorMs(300, () => read(fresh));
  const takes = await processorMs(10, () =>
    app.send("GET", path, null, { "Accept-Encoding": "gzip" }).then((all) => all.arrayBuffer()),
  );
  const perHour = subscribers * ((asks * 23 + takes) / 24);
  yield { case: "5,000 apps asking hourly", value: (100 * perHour) / hourMs, unit: "% core", goal: { atMost: 2 } };
}
