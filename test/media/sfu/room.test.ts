import { expect, test, vi } from "vitest";
import { openSfu } from "../../../media/sfu/open-sfu.ts";
import { dtlsParameters, microphoneParameters } from "../../support/browser-parameters.ts";
import { countMedia } from "../../support/media-census.ts";
import { decode, openRtpEar } from "../../support/rtp-ear.ts";
import { toneDbfs } from "../../support/sound.ts";
import { speak } from "../../support/speak.ts";

const loopback = { listenIp: "127.0.0.1", port: 0 };

test("a voice reaches the mixer's port, marked as the mixer was told", async () => {
  await using sfu = await openSfu(loopback);
  await using room = await sfu.openRoom();
  await using source = await room.openSource();
  await using open = new AsyncDisposableStack();
  open.use(await speak(source, 440));
  const ear = await openRtpEar();
  let told: unknown;
  await using forward = await room.forward(source.id, (rtp) => {
    told = rtp;
    return Promise.resolve(ear);
  });
  await forward.resume();
  await vi.waitFor(() => expect(ear.heard.length).toBeGreaterThan(60), { timeout: 5_000 });
  const { ssrc, payloadType } = ear.heard[0]!;
  expect({ ssrc, payloadType }).toEqual(told);
  const mono = decode(ear.heard.slice(10, 60).map(({ payload }) => payload));
  expect(toneDbfs(440, mono)).toBeCloseTo(-20, 0);
});

test("a forward keeps still until it is resumed", async () => {
  await using sfu = await openSfu(loopback);
  await using room = await sfu.openRoom();
  await using source = await room.openSource();
  await using open = new AsyncDisposableStack();
  open.use(await speak(source, 440));
  const [still, resumed] = [await openRtpEar(), await openRtpEar()];
  open.use(await room.forward(source.id, () => Promise.resolve(still)));
  await using forward = await room.forward(source.id, () => Promise.resolve(resumed));
  await forward.resume();
  await vi.waitFor(() => expect(resumed.heard.length).toBeGreaterThan(20), { timeout: 5_000 });
  expect(still.heard).toEqual([]);
});

test("a forward whose receiver cannot open leaves nothing behind", async () => {
  using census = countMedia();
  await using sfu = await openSfu(loopback);
  await using room = await sfu.openRoom();
  await using source = await room.openSource();
  await expect(room.forward(source.id, () => Promise.reject(new Error("no port left")))).rejects.toThrow(
    "no port left",
  );
  expect(census).toMatchObject({ transports: 1, consumers: 0 });
});

test.each([
  ["video", microphoneParameters(1, "video/VP8")],
  ["another audio codec", microphoneParameters(1, "audio/PCMU")],
  ["two encodings", { ...microphoneParameters(1), encodings: [{ ssrc: 1 }, { ssrc: 2 }] }],
  ["no codec", { ...microphoneParameters(1), codecs: [] }],
  ["words", { codecs: "audio/opus", encodings: "one" }],
  ["nothing", {}],
])("a microphone of %s is refused", async (_, parameters) => {
  await using sfu = await openSfu(loopback);
  await using room = await sfu.openRoom();
  const transport = await room.openTransport({ forceTcp: false });
  await expect(transport.produce(parameters)).rejects.toMatchObject({ code: "request.malformed" });
  const producer = await transport.produce(microphoneParameters(7));
  expect(await producer.measure()).toEqual({ expected: 0, lost: 0, jitterMs: 0 });
});

test("a listener hears of a voice's end, and not of its own", async () => {
  await using sfu = await openSfu(loopback);
  await using room = await sfu.openRoom();
  const [speaker, listener] = [
    await room.openTransport({ forceTcp: false }),
    await room.openTransport({ forceTcp: false }),
  ];
  const [first, second] = [await speaker.produce(microphoneParameters(1)), await room.openSource()];
  const closed: string[] = [];
  const hear = (id: string) => listener.consume(id, room.rtpCapabilities, () => closed.push(id));
  const consumer = await hear(first.id);
  await hear(second.id);
  expect(consumer.rtpParameters).toMatchObject({
    codecs: [{ mimeType: "audio/opus", parameters: { useinbandfec: 1 } }],
  });
  await first[Symbol.asyncDispose]();
  await vi.waitFor(() => expect(closed).toEqual([first.id]));
  await listener[Symbol.asyncDispose]();
  expect(closed).toEqual([first.id]);
});

test("a network without UDP is offered TCP alone, on the worker's port", async () => {
  const port = 41_830;
  await using sfu = await openSfu({ listenIp: "127.0.0.1", announcedAddress: "radio.ecole.test", port, workers: 2 });
  await using first = await sfu.openRoom();
  await using second = await sfu.openRoom();
  const candidates = async (room: typeof first, forceTcp: boolean) =>
    (await room.openTransport({ forceTcp })).parameters.iceCandidates.map(({ protocol, address, port }) => ({
      ...{ protocol, address, port },
    }));
  const address = "radio.ecole.test";
  expect(await candidates(first, true)).toEqual([{ protocol: "tcp", address, port }]);
  expect(await candidates(first, false)).toEqual([
    { protocol: "udp", address, port },
    { protocol: "tcp", address, port },
  ]);
  expect(await candidates(second, true)).toEqual([{ protocol: "tcp", address, port: port + 1 }]);
});

test("restarted ICE has new credentials, and DTLS parameters that are none are refused", async () => {
  await using sfu = await openSfu(loopback);
  await using room = await sfu.openRoom();
  const transport = await room.openTransport({ forceTcp: false });
  const { iceParameters } = transport.parameters;
  expect(await transport.restartIce()).not.toEqual(iceParameters);
  await expect(transport.connect({ role: "king", fingerprints: 5 })).rejects.toMatchObject({ name: "SfuError" });
  await transport.connect(dtlsParameters);
  expect([transport.isConnected(), transport.protocol()]).toEqual([false, undefined]);
});
