import { randomInt } from "node:crypto";
import type { types } from "mediasoup";
import { opusPayloadType, plainParameters } from "./opus.ts";
import { openProducer, type RoomProducer } from "./open-producer.ts";
import { loopback } from "./loopback.ts";
import { asked } from "./sfu-error.ts";

/** A producer fed with plain Opus RTP from this machine: where to send it, and how to mark it. */
export type PlainSource = RoomProducer & {
  readonly ip: "127.0.0.1";
  readonly port: number;
  readonly payloadType: number;
  readonly ssrc: number;
};

/** Opens a loopback port that takes the first sender's Opus RTP and makes it a producer of the room. */
export async function openPlainSource(router: types.Router): Promise<PlainSource> {
  await using opening = new AsyncDisposableStack();

  const transport = opening.adopt(
    await asked(() => router.createPlainTransport({ listenInfo: loopback, rtcpMux: true, comedia: true })),
    (unused) => unused.close(),
  );
  const ssrc = randomInt(1, 2 ** 32 - 1);
  const producer = await openProducer(transport, plainParameters(ssrc));
  const open = opening.move();
  return {
    ...producer,
    ip: "127.0.0.1",
    port: transport.tuple.localPort,
    payloadType: opusPayloadType,
    ssrc,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
