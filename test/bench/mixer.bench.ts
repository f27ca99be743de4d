import { fork } from "node:child_process";
import { once } from "node:events";
import { MessageChannel, Worker } from "node:worker_threads";
import { setTimeout as pass } from "node:timers/promises";
import { openMixerThread } from "../../media/mixer/open-mixer-thread.ts";
import type { Mixer, MixerThread } from "../../media/mixer/mixer.ts";
import { firstDeskSound, type Processing } from "../../schemas/sound.ts";
import type { StripId } from "../../schemas/ids.ts";
import { framesPerBatch, type ProgrammeMessage } from "../../schemas/programme.ts";
import { endlessVoice } from "../support/endless-voice.ts";
import { sendLive } from "../support/live-voice.ts";
import { toneSamples } from "../support/sound.ts";
import type { Bench, Measurement } from "./row.ts";

const warmUpMs = 5_000;
const measureMs = 20_000;
const sizes = [
  { shows: 1, strips: 1 },
  { shows: 1, strips: 4 },
  { shows: 1, strips: 12 },
  { shows: 4, strips: 4 },
  { shows: 8, strips: 4 },
];
const chain: Partial<Processing> = { trimDb: 3, hasHighPass: true, hasGate: true, hasCompressor: true };
const chains = [
  { name: "chain and automix on, RNNoise off", processing: chain, goal: { atMost: 0.6 } },
  { name: "chain and automix on, RNNoise on", processing: { ...chain, hasDenoiser: true } },
] as const;

/** What the mixer costs, and how long a voice is on its way through it. */
export const bench: Bench = async function* () {
  const wakeUps = await costOfWakeUps();
  yield { case: "core of a thread that is woken 50 times a second", value: wakeUps, unit: "%" };
  await using thread = await openMixerThread();
  const idle = await costOf(thread, { shows: 0, strips: 0 });
  yield { case: "core of a station without a show", value: idle.corePercent, unit: "%", baseline: wakeUps };
  for (const size of sizes) yield* rowsOf(size, await costOf(thread, size), { wakeUps, idle });
  for (const { name, processing, ...goal } of chains) {
    const { corePercent } = await costOf(thread, { shows: 1, strips: 4, processing });
    yield { case: `core per open strip, 1 show of 4 strips, ${name}`, value: corePercent / 4, unit: "%", ...goal };
  }
  yield* latency(thread);
};

type Size = { shows: number; strips: number; processing?: Partial<Processing> };
type Cost = { corePercent: number; residentMb: number };

type Baselines = { wakeUps: number; idle: Cost };

function* rowsOf({ shows, strips }: Size, cost: Cost, { wakeUps, idle }: Baselines): Generator<Measurement> {
  const name = `${shows} show${shows > 1 ? "s" : ""} of ${strips} strip${strips > 1 ? "s" : ""}`;
  const perStrip = cost.corePercent / (shows * strips);
  yield { case: `core per open strip, ${name}`, value: perStrip, unit: "%", goal: { atMost: 0.6 } };
  yield { case: `core of all, ${name}`, value: cost.corePercent, unit: "%", baseline: wakeUps };
  const perShow = Math.max(0, cost.residentMb - idle.residentMb) / shows;
  yield { case: `memory per show, ${name}`, value: perShow, unit: "MB", goal: { atMost: 30 } };
}

/** What this machine asks for the mixer's beat alone: a plain loop in a thread, without an event loop, a packet or a sample. */
async function costOfWakeUps(): Promise<number> {
  const beat = "for (const cell = new Int32Array(new SharedArrayBuffer(4)); ; ) Atomics.wait(cell, 0, 0, 20);";
  const worker = new Worker(beat, { eval: true });
  await once(worker, "online");
  const percent = await corePercentOf(measureMs);
  await worker.terminate();
  return percent;
}

async function corePercentOf(ms: number): Promise<number> {
  const before = process.cpuUsage();
  await pass(ms);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (ms * 10);
}

/** All of this process, which has the programme's blocks and the levels to receive as a station's main thread would. */
async function costOf(thread: MixerThread, { shows, strips, processing }: Size): Promise<Cost> {
  await using opened = new AsyncDisposableStack();
  const mixers = await Promise.all(Array.from({ length: shows }, async () => opened.use(await thread.openMixer())));
  const ears = (await Promise.all(mixers.map((mixer) => openStrips(mixer, strips, processing)))).flat();
  const load = ears.length === 0 ? undefined : fork(new URL("./mixer-load.ts", import.meta.url), ears);
  if (load !== undefined) await once(load, "message");
  await pass(warmUpMs);
  const cost = { corePercent: await corePercentOf(measureMs), residentMb: process.memoryUsage.rss() / 1e6 };
  load?.disconnect();
  return cost;
}

async function openStrips(mixer: Mixer, strips: number, processing?: Partial<Processing>): Promise<string[]> {
  if (processing !== undefined) mixer.setSound({ ...firstDeskSound, hasAutomix: true });
  const { port1, port2 } = new MessageChannel();
  port2.on("message", () => undefined);
  await mixer.openProgramme(port1);
  mixer.onLevels(() => undefined);
  return Promise.all(
    Array.from({ length: strips }, async (_, index) => {
      const { port } = await openStrip(mixer, index, 1_000 + index, processing);
      return `${port}:${1_000 + index}`;
    }),
  );
}

async function openStrip(mixer: Mixer, index: number, ssrc: number, processing: Partial<Processing> = {}) {
  const stripId = `01890000-0000-7000-8000-0000000000${String(index).padStart(2, "0")}` as StripId;
  await mixer.openStrip(stripId, { gainDb: 0, isOpen: true, processing });
  return mixer.openInput(stripId, { ssrc, payloadType: 100 });
}

/** From the instant a packet is sent to the instant the programme's listener has the block with its first sample. */
async function* latency(thread: MixerThread): AsyncGenerator<Measurement> {
  await using mixer = await thread.openMixer();
  const voice = endlessVoice(toneSamples(1_000, -20, 1), { ssrc: 5, firstTimestamp: 0 });
  const { port } = await openStrip(mixer, 0, 5);
  const { port1, port2 } = new MessageChannel();
  await mixer.openProgramme(port1);
  const arrivals: { frame: number; atMs: number }[] = [];
  let offset = 0;
  port2.on("message", (message: ProgrammeMessage) => {
    if (message.kind === "aligned") offset = message.frame - (message.rtpTimestamp | 0);
    if (message.kind === "batch") arrivals.push({ frame: message.frame, atMs: performance.now() });
  });
  await using live = await sendLive(voice, port);
  await pass(measureMs);
  const delays = live.sentMs.slice(100, -50).flatMap((sentMs, index) => {
    const frame = (index + 100) * 960 + offset;
    const arrival = arrivals.find((block) => frame < block.frame + framesPerBatch);
    return arrival === undefined ? [] : [arrival.atMs - sentMs];
  });
  delays.sort((a, b) => a - b);
  yield {
    case: "microphone packet to programme, p50",
    value: delays[Math.floor(delays.length / 2)] ?? NaN,
    unit: "ms",
  };
  const p95 = delays[Math.floor(delays.length * 0.95)] ?? NaN;
  yield { case: "microphone packet to programme, p95", value: p95, unit: "ms", goal: { atMost: 150 } };
}
