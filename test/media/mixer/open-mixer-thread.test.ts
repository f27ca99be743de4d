import { createSocket } from "node:dgram";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { MessageChannel } from "node:worker_threads";
import { packets } from "rtp.js";
import { expect, test, vi } from "vitest";
import type { Mixer } from "../../../media/mixer/mixer.ts";
import { openMixerThread } from "../../../media/mixer/open-mixer-thread.ts";
import type { CartId, StripId } from "../../../schemas/ids.ts";
import type { ProgrammeMessage } from "../../../schemas/programme.ts";
import type { Levels } from "../../../schemas/studio.ts";
import { endlessVoice } from "../../support/endless-voice.ts";
import { plainOrder, rawCart, wholePart } from "../../support/known-cart.ts";
import { sendLive } from "../../support/live-voice.ts";
import { scratch } from "../../support/scratch.ts";
import { toneDbfs, toneSamples } from "../../support/sound.ts";
import { decodedVoice } from "../../support/voice-datagrams.ts";

const stripId = "01890000-0000-7000-8000-000000000001" as StripId;
const jingle = "01890000-0000-7000-8000-00000000000a" as CartId;
const open = { gainDb: 0, isOpen: true };

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

async function follow(mixer: Mixer) {
  const { port1, port2 } = new MessageChannel();
  const heard = { messages: [] as ProgrammeMessage[], sound: [] as number[] };
  port2.on("message", (message: ProgrammeMessage) => {
    heard.messages.push(message);
    if (message.kind === "batch") heard.sound.push(...message.samples.filter((_, index) => index % 2 === 0));
  });
  return { heard, programme: await mixer.openProgramme(port1) };
}

const until = (condition: () => void | Promise<void>) => vi.waitFor(condition, { timeout: 30_000, interval: 20 });

test("a voice that comes over UDP is heard in the programme, aligned and without a gap", async () => {
  await using thread = await openMixerThread();
  const mixer = await thread.openMixer();
  await mixer.openStrip(stripId, open);
  const voice = endlessVoice(toneSamples(1_000, -20, 1));
  await using input = await mixer.openInput(stripId, voice);
  const { heard, programme } = await follow(mixer);
  await using live = await sendLive(voice, input.port);
  expect(live.sentMs).toEqual([]);
  await until(() => expect(heard.sound.length).toBeGreaterThan(3 * 48_000));
  const summary = await programme.close();
  await until(() => expect(heard.messages.at(-1)).toEqual({ kind: "closed", summary }));
  const frames = heard.messages.flatMap((message) => (message.kind === "batch" ? [message.frame] : []));
  expect(frames).toEqual(frames.map((_, index) => index * 4_800));
  expect(heard.messages.some((message) => message.kind === "aligned" && message.stripId === stripId)).toBe(true);
  expect(toneDbfs(1_000, Float32Array.from(heard.sound.slice(48_000, 144_000)))).toBeCloseTo(-20, 0);
  expect(heard.sound.length).toBe(summary.frames);
});

test("two studios share a thread, and neither hears the other", async () => {
  await using thread = await openMixerThread();
  const [one, other] = [await thread.openMixer(), await thread.openMixer()];
  const levels: Record<"one" | "other", Levels[]> = { one: [], other: [] };
  one.onLevels((measured) => levels.one.push(measured));
  other.onLevels((measured) => levels.other.push(measured));
  await one.openStrip(stripId, open);
  const voice = endlessVoice(toneSamples(1_000, -20, 1));
  await using input = await one.openInput(stripId, voice);
  await using live = await sendLive(voice, input.port);
  expect(live.sentMs).toEqual([]);
  await until(() => expect(levels.one.at(-1)?.programme.left.rmsDbfs).toBeCloseTo(-20, 0));
  expect(levels.other.every(({ programme }) => programme.left.rmsDbfs === -100)).toBe(true);
  await other[Symbol.asyncDispose]();
  await expect(other.stats()).rejects.toThrow("closed");
  expect((await one.stats()).strips[stripId]).toMatchObject({ forged: 0, duplicates: 0 });
});

test("a studio that opens after the last one closed ticks from then on", async () => {
  await using thread = await openMixerThread();
  const first = await thread.openMixer();
  await until(async () => expect((await first.stats()).ticks).toBeGreaterThan(2));
  await first[Symbol.asyncDispose]();
  const second = await thread.openMixer();
  await until(async () => expect((await second.stats()).ticks).toBeGreaterThan(2));
  expect((await second.stats()).lateTicks).toBe(0);
});

test("a cart is heard on the return, and silence before and after it", async () => {
  await using thread = await openMixerThread();
  using directory = scratch();
  writeFileSync(
    directory.file("jingle.s16"),
    rawCart(96_000, (frame) => 0.3 * Math.sin((2 * Math.PI * 440 * frame) / 48_000)),
  );
  const mixer = await thread.openMixer();
  const ear = createSocket("udp4").bind(0, "127.0.0.1");
  await once(ear, "listening");
  const received: InstanceType<typeof packets.RtpPacket>[] = [];
  ear.on("message", (bytes) =>
    received.push(new packets.RtpPacket(new DataView(bytes.buffer, bytes.byteOffset, bytes.length))),
  );
  await using back = await mixer.openReturn({
    ip: "127.0.0.1",
    port: ear.address().port,
    payloadType: 111,
    ssrc: 99,
  });
  expect(back).toBeDefined();
  await mixer.loadCart({ cartId: jingle, part: wholePart(directory.file("jingle.s16")), order: plainOrder });
  await until(() => expect(received.length).toBeGreaterThan(20));
  const ended = new Promise((resolve) => mixer.onCartEnded(resolve));
  mixer.playCart(jingle);
  expect(await ended).toBe(jingle);
  const count = received.length;
  await until(() => expect(received.length).toBeGreaterThan(count + 25));
  ear.close();
  const payloads = received.map((packet) => {
    const view = packet.getPayload();
    return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  });
  const sound = decodedVoice(payloads).filter((_, index) => index % 2 === 0);
  const steps = received.map((packet, index) => packet.getTimestamp() - (received[index - 1]?.getTimestamp() ?? 0));
  expect(received.every((packet) => packet.getSsrc() === 99 && packet.getPayloadType() === 111)).toBe(true);
  expect(new Set(steps.slice(1).map((step) => (step + 2 ** 32) % 2 ** 32))).toEqual(new Set([960]));
  expect(toneDbfs(440, sound.subarray(0, 19_200))).toBeLessThan(-90);
  expect(toneDbfs(440, sound.subarray(48_000, 86_400))).toBeCloseTo(-13.5, 0);
  expect(toneDbfs(440, sound.subarray(-14_400))).toBeLessThan(-80);
});

test("a new input takes the strip over from the former one", async () => {
  await using thread = await openMixerThread();
  const mixer = await thread.openMixer();
  await mixer.openStrip(stripId, open);
  const [before, after] = [
    endlessVoice(toneSamples(500, -20, 1)),
    endlessVoice(toneSamples(2_000, -20, 1), { ssrc: 7 }),
  ];
  const first = await mixer.openInput(stripId, before);
  await using second = await mixer.openInput(stripId, after);
  expect(second.port).not.toBe(first.port);
  await first[Symbol.asyncDispose]();
  await using live = await sendLive(after, second.port);
  expect(live.sentMs).toEqual([]);
  await until(async () => expect((await mixer.stats()).strips[stripId]?.received).toBeGreaterThan(20));
});

test("what cannot be done is refused, and the mixer goes on", async () => {
  await using thread = await openMixerThread();
  using directory = scratch();
  const mixer = await thread.openMixer();
  await expect(mixer.openInput(stripId, { ssrc: 1, payloadType: 100 })).rejects.toThrow("no strip");
  await expect(
    mixer.loadCart({ cartId: jingle, part: wholePart(directory.file("none")), order: plainOrder }),
  ).rejects.toThrow("ENOENT");
  writeFileSync(directory.file("empty"), "");
  await expect(
    mixer.loadCart({ cartId: jingle, part: wholePart(directory.file("empty")), order: plainOrder }),
  ).rejects.toThrow("without any");
  mixer.playCart(jingle);
  const { ticks } = await mixer.stats();
  await until(async () => expect((await mixer.stats()).ticks).toBeGreaterThan(ticks + 5));
});

test("a closed thread refuses, and is not said to have died", async () => {
  const thread = await openMixerThread();
  const mixer = await thread.openMixer();
  const { heard } = await follow(mixer);
  await thread[Symbol.asyncDispose]();
  await expect(mixer.stats()).rejects.toThrow("closed");
  await until(() => expect(heard.messages.at(-1)?.kind).toBe("closed"));
  expect(await Promise.race([thread.died, Promise.resolve("alive")])).toBe("alive");
});

test("what is asked of a mixer while its thread dies is answered by the next one", async () => {
  await using thread = await openMixerThread();
  const mixer = await thread.openMixer();
  await mixer.openStrip(stripId, open);
  // Asked of the thread that is killed in the same moment.
  const restarting = thread.restart();
  const voice = endlessVoice(toneSamples(1_000, -20, 1));
  await using input = await mixer.openInput(stripId, voice);
  await restarting;
  await using live = await sendLive(voice, input.port);
  expect(live.sentMs).toEqual([]);
  await until(async () => expect((await mixer.stats()).strips[stripId]?.received).toBeGreaterThan(20));
});

test("what the next thread refuses too is refused to whoever asked", async () => {
  const faults: string[] = [];
  await using thread = await openMixerThread({ onFault: ({ message }) => faults.push(message) });
  const mixer = await thread.openMixer();
  const restarting = thread.restart();
  await expect(mixer.openInput(stripId, { ssrc: 1, payloadType: 100 })).rejects.toThrow("no strip");
  await restarting;
  await thread.restart();
  expect(faults, "and is not asked for again").toHaveLength(1);
});

test("a mixer that is closed keeps nobody who listened to it", async () => {
  await using thread = await openMixerThread();
  const [gone, staying] = [await thread.openMixer(), await thread.openMixer()];
  const ref = new WeakRef(listenTo(gone));
  await gone[Symbol.asyncDispose]();
  await until(() => {
    collectGarbage();
    expect(ref.deref()).toBeUndefined();
  });
  await until(async () => expect((await staying.stats()).ticks).toBeGreaterThan(0));
});

/** Listens to all that a mixer tells, with an ear of its own. */
function listenTo(mixer: Mixer): object {
  const ear = { levels: 0, ended: 0, revived: 0 };
  mixer.onLevels(() => void (ear.levels += 1));
  mixer.onCartEnded(() => void (ear.ended += 1));
  mixer.onRevived(() => void (ear.revived += 1));
  return ear;
}
