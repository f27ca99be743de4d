// Child of live.bench.ts: many listeners at once. Arguments: "mp3" or "hls", the address, how many, for how many seconds.
// Says "listening" once all have begun, and at the end how many were served in full: less when this program itself was too slow.
import { Agent, get, type IncomingMessage } from "node:http";
import { setTimeout as pass } from "node:timers/promises";

const [way, address, count, seconds] = [
  process.argv[2],
  process.argv[3]!,
  Number(process.argv[4]),
  Number(process.argv[5]),
];
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
/** A server that was just started compiles itself; a show lasts longer than that. */
const warmUpSeconds = 10;
const segmentMs = 2_000;
const mp3BytesPerSecond = 16_000;
let servedSeconds = 0;

function ask(url: string): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  get(url, { agent }, resolve).on("error", reject);
  return promise;
}

async function read(url: string): Promise<string> {
  const answer = await ask(url);
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("latin1");
}

async function hearMp3() {
  const answer = await ask(address);
  if (answer.statusCode !== 200) throw new Error(`${address} answered ${answer.statusCode}`);
  answer.on("data", (part: Buffer) => (servedSeconds += part.length / mp3BytesPerSecond));
}

/** Asks for the playlist and its last segment every two seconds, beginning anywhere in them, as players do. */
async function hearHls(index: number, until: number) {
  await pass((index / count) * segmentMs);
  for (let at = performance.now(); at < until; at += segmentMs) {
    const playlist = await read(address);
    const last = playlist
      .trim()
      .split("\n")
      .findLast((line) => !line.startsWith("#"))!;
    await read(new URL(last, address).href);
    servedSeconds += segmentMs / 1_000;
    await pass(Math.max(0, at + segmentMs - performance.now()));
  }
}

const until = performance.now() + (seconds + warmUpSeconds) * 1_000;
if (way === "mp3") for (let index = 0; index < count; index++) await hearMp3();
else for (let index = 0; index < count; index++) void hearHls(index, until);
await pass(warmUpSeconds * 1_000);
servedSeconds = 0;
process.send?.("listening");
await pass(seconds * 1_000);
process.send?.(servedSeconds / seconds);
