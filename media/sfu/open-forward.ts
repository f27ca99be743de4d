import type { types } from "mediasoup";
import type { RtpPort } from "../../schemas/programme.ts";
import { plainCapabilities } from "./opus.ts";
import { loopback } from "./loopback.ts";
import { asked, SfuError } from "./sfu-error.ts";

/** How the packets of a forward can be told from others. */
export type ForwardedRtp = { ssrc: number; payloadType: number };

/** A producer's packets on their way to a UDP port of this machine. Disposing it ends the way, then closes the port. */
export type Forward = AsyncDisposable & {
  /** Every forward of a producer has an ssrc of its own; its timestamps are the producer's. */
  readonly rtp: ForwardedRtp;
  /** Lets the packets pass. */
  resume(): Promise<void>;
  /** Holds them back; what is sent meanwhile is never delivered. */
  pause(): Promise<void>;
};

function rtpOf(consumer: types.Consumer): ForwardedRtp {
  const ssrc = consumer.rtpParameters.encodings?.[0]?.ssrc;
  const payloadType = consumer.rtpParameters.codecs[0]?.payloadType;
  if (ssrc === undefined || payloadType === undefined) throw new SfuError("transport.failed");
  return { ssrc, payloadType };
}

/**
 * Sends a producer to the port that `openPort` opens once it knows ssrc and payload type. It begins paused: the receiver is ready before
 * the first packet.
 */
export async function openForward(
  router: types.Router,
  producerId: string,
  openPort: (rtp: ForwardedRtp) => Promise<RtpPort>,
): Promise<Forward> {
  await using opening = new AsyncDisposableStack();
  let port: RtpPort | undefined;
  // Deferred first, so done last: the packets stop before their port closes.
  opening.defer(async () => port?.[Symbol.asyncDispose]());

  const transport = opening.adopt(
    await asked(() => router.createPlainTransport({ listenInfo: loopback, rtcpMux: true, comedia: false })),
    (unused) => unused.close(),
  );
  const consumer = await asked(() =>
    transport.consume({ producerId, rtpCapabilities: plainCapabilities, paused: true }),
  );
  const rtp = rtpOf(consumer);
  const { ip, port: number } = (port = await openPort(rtp));
  await asked(() => transport.connect({ ip, port: number }));
  const open = opening.move();
  return {
    rtp,
    resume: () => asked(() => consumer.resume()),
    pause: () => asked(() => consumer.pause()),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
