import { expect, test } from "vitest";
import type { StripId } from "../../../schemas/ids.ts";
import { endlessVoice } from "../../support/endless-voice.ts";
import { holesIn } from "../../support/holes.ts";
import { type Network, overNetwork, randomNumbers } from "../../support/network.ts";
import { type Delivery, SimulatedShow } from "../../support/simulated-show.ts";
import { toneDbfs, toneSamples } from "../../support/sound.ts";

const stripId = "01890000-0000-7000-8000-000000000001" as StripId;
const voice = endlessVoice(toneSamples(1_000, -20, 1));
const seconds = 30;
const afterASecond = (sound: Float32Array) => sound.subarray(48_000);

function listen(deliveries: Iterable<Delivery>, length = seconds) {
  const show = new SimulatedShow();
  const strip = show.addVoice(stripId, voice, deliveries);
  let deepestMs = 0;
  for (let second = 0; second < length; second++) {
    show.run(1);
    deepestMs = Math.max(deepestMs, strip.stats().depthMs);
  }
  expect(show.faults).toEqual([]);
  expect(show.frames).toBe(length * 48_000);
  return { show, deepestMs, stats: strip.stats(), level: toneDbfs(1_000, afterASecond(show.sound)) };
}

const over = (network: Network) => listen(overNetwork(voice, network));

test("on a network without loss not one block is invented, and sequence and timestamp may wrap", () => {
  const { stats, level, deepestMs, show } = over({});
  expect(stats).toMatchObject({ concealed: 0, lateDropped: 0, duplicates: 0, driftDropped: 0, driftRepeated: 0 });
  expect(level).toBeCloseTo(-20, 1);
  expect(deepestMs).toBe(80);
  expect(show.messages.filter(({ kind }) => kind === "aligned")).toHaveLength(1);
});

test("with 10 % of the packets lost the voice goes on, concealed", () => {
  const { stats, level, deepestMs } = over({ lossShare: 0.1 });
  expect(stats.received + stats.concealed).toBeGreaterThan(seconds * 50 - 4);
  expect(stats.concealed).toBeGreaterThan(100);
  expect(level).toBeGreaterThan(-21);
  expect(deepestMs).toBeLessThanOrEqual(100);
});

test.for([1, 2, 3])(
  "over bad network %i, which loses a tenth and is up to 100 ms late, no hole is longer than 60 ms",
  (seed) => {
    const { stats, show } = listen(overNetwork(voice, { lossShare: 0.1, jitterMs: 100, seed }), 60);
    expect(holesIn(afterASecond(show.sound), -20)[0]).toBeLessThanOrEqual(60);
    expect(stats.concealed / (60 * 50)).toBeLessThan(0.13);
  },
);

test("a burst of five lost packets is bridged, and is silence at its end rather than noise", () => {
  const { stats, level } = over({ burstEvery: 100, burstLength: 5 });
  expect(stats.concealed).toBeGreaterThanOrEqual(5 * 14 - 5);
  expect(level).toBeGreaterThan(-20.6);
});

test("packets that are overtaken by three others are put back in order once their delay is known", () => {
  const { stats, level, deepestMs } = over({ reorderEvery: 10 });
  expect(stats.concealed).toBeLessThanOrEqual(3);
  expect(level).toBeCloseTo(-20, 1);
  expect(deepestMs).toBeLessThanOrEqual(140);
});

test("packets that come twice are heard once", () => {
  const { stats, level } = over({ duplicateShare: 0.3 });
  expect(stats.duplicates).toBeGreaterThan(300);
  expect(stats.concealed).toBe(0);
  expect(level).toBeCloseTo(-20, 1);
});

test("irregular arrival deepens the buffer, but never beyond its bound", () => {
  expect(over({ jitterMs: 50 }).stats.depthMs).toBeLessThanOrEqual(100);
  const worst = over({ jitterMs: 400 });
  expect(worst.deepestMs).toBeLessThanOrEqual(480);
  expect(worst.stats.depthMs).toBeGreaterThan(150);
});

test("everything at once is survived", () => {
  const { level } = over({
    lossShare: 0.1,
    burstEvery: 70,
    burstLength: 5,
    reorderEvery: 9,
    duplicateShare: 0.1,
    jitterMs: 60,
  });
  expect(level).toBeGreaterThan(-23);
});

test("a voice that sends only now and then while silent is silent, not concealed", () => {
  function* withDtx(): Generator<Delivery> {
    const dtx = Buffer.of(0xf8);
    for (let index = 0, sequence = 0; ; index++) {
      const isSilent = index % 200 >= 100;
      if (isSilent && index % 20 !== 0) continue;
      const change = { sequence: 65_000 + sequence++, ...(isSilent ? { payload: dtx } : {}) };
      yield { atMs: 3 + index * 20, datagram: voice.datagram(index, change) };
    }
  }
  const { stats, show } = listen(withDtx());
  expect(stats).toMatchObject({ concealed: 0, lateDropped: 0 });
  expect(toneDbfs(1_000, show.sound.subarray(4.2 * 48_000, 5.9 * 48_000))).toBeCloseTo(-20, 1);
  expect(toneDbfs(1_000, show.sound.subarray(2.3 * 48_000, 3.9 * 48_000))).toBeLessThan(-60);
});

test("forged packets change nothing that is heard", () => {
  const random = randomNumbers(7);
  const noise = () => Buffer.from(Array.from({ length: Math.floor(random() * 60) }, () => Math.floor(random() * 256)));
  function* withForgeries(): Generator<Delivery> {
    for (const delivery of overNetwork(voice)) {
      yield { ...delivery, datagram: noise() };
      yield { ...delivery, datagram: voice.datagram(3, { ssrc: 666 }) };
      yield { ...delivery, datagram: voice.datagram(3, { payloadType: 13 }) };
      yield { ...delivery, datagram: Buffer.of(0x80, 200, 0, 1, 0, 0, 0, 1) };
      yield delivery;
    }
  }
  const { stats, level } = listen(withForgeries(), 10);
  expect(stats).toMatchObject({ concealed: 0, received: 500 });
  expect(stats.forged).toBeGreaterThan(1_400);
  expect(level).toBeCloseTo(-20, 1);
});

test("packets of the right source with wrong times or broken Opus cost themselves, not the voice", () => {
  const random = randomNumbers(11);
  function* withNonsense(): Generator<Delivery> {
    let index = 0;
    for (const delivery of overNetwork(voice)) {
      const timestamp = Math.floor(random() * 2 ** 32);
      if (index++ % 25 === 7) yield { ...delivery, datagram: voice.datagram(index, { timestamp }) };
      const broken = voice.datagram(index - 1, { payload: Buffer.of(0xff, 0xff, 0xff, 0x12) });
      yield index % 50 === 0 ? { ...delivery, datagram: broken } : delivery;
    }
  }
  const { stats, level } = listen(withNonsense(), 20);
  expect(stats.concealed).toBeLessThanOrEqual(42);
  expect(level).toBeGreaterThan(-20.5);
});

test("a source that starts again with other numbers is heard again within 200 ms", () => {
  function* restarting(): Generator<Delivery> {
    for (let index = 0; ; index++) {
      const change = index < 250 ? {} : { sequence: 9_000 + index, timestamp: 77_777 + index * 960 };
      yield { atMs: 3 + index * 20, datagram: voice.datagram(index, change) };
    }
  }
  const { show, deepestMs } = listen(restarting(), 10);
  expect(toneDbfs(1_000, show.sound.subarray(5.2 * 48_000, 9 * 48_000))).toBeCloseTo(-20, 1);
  expect(deepestMs).toBeLessThanOrEqual(100);
});

test("a voice that comes back after a minute away is heard at once", () => {
  const { show } = listen(overNetwork(voice, { silences: [[5, 65]] }), 70);
  expect(toneDbfs(1_000, show.sound.subarray(65.2 * 48_000, 69 * 48_000))).toBeCloseTo(-20, 1);
  expect(toneDbfs(1_000, show.sound.subarray(6 * 48_000, 64 * 48_000))).toBeLessThan(-100);
});
