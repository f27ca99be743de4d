import type { types } from "mediasoup";
import { roundTripOf } from "./measure.ts";
import { openProducer, type RoomProducer } from "./open-producer.ts";
import { asked } from "./sfu-error.ts";

/** mediasoup's own parameter objects: mediasoup-client made them, mediasoup checks them. */
export type Opaque = Record<string, unknown>;

/** One voice on its way to a peer's ears. It begins paused; disposing it closes it. */
export type RoomConsumer = AsyncDisposable & {
  readonly id: string;
  readonly rtpParameters: Opaque;
  resume(): Promise<void>;
  /** Holds it back, without a new negotiation when it is resumed. */
  pause(): Promise<void>;
  /** Round trip to the peer in milliseconds; `undefined` before its first report. */
  measureRoundTrip(): Promise<number | undefined>;
};

/** A browser's way in or out. Disposing it closes all that goes through it. */
export type PeerTransport = AsyncDisposable & {
  readonly id: string;
  /** What mediasoup-client needs to make its end. */
  readonly parameters: { iceParameters: Opaque; iceCandidates: Opaque[]; dtlsParameters: Opaque };
  connect(dtlsParameters: Opaque): Promise<void>;
  /** New ICE credentials, when the browser changed networks. */
  restartIce(): Promise<Opaque>;
  produce(rtpParameters: Opaque): Promise<RoomProducer>;
  /** `onClosed` is told when the producer ended, not when the consumer was disposed. */
  consume(producerId: string, rtpCapabilities: Opaque, onClosed: () => void): Promise<RoomConsumer>;
  /** How the packets travel now; `undefined` while no ICE pair is chosen. */
  protocol(): "udp" | "tcp" | undefined;
  /** Whether ICE and DTLS stand. */
  isConnected(): boolean;
};

/** Makes a browser's transport at the worker's door. With `forceTcp` it offers TCP only, for networks that lose UDP. */
export async function openPeerTransport(
  router: types.Router,
  door: types.WebRtcServer,
  { forceTcp }: { forceTcp: boolean },
): Promise<PeerTransport> {
  const transport = await asked(() =>
    router.createWebRtcTransport({ webRtcServer: door, enableUdp: !forceTcp, enableTcp: true, preferUdp: true }),
  );
  const { iceParameters, iceCandidates, dtlsParameters } = transport;
  return {
    id: transport.id,
    parameters: { iceParameters, iceCandidates, dtlsParameters },
    connect: (theirs) => asked(() => transport.connect({ dtlsParameters: theirs as types.DtlsParameters })),
    restartIce: () => asked(() => transport.restartIce()),
    produce: (rtpParameters) => openProducer(transport, rtpParameters as types.RtpParameters),
    consume: (producerId, capabilities, onClosed) => openConsumer(transport, producerId, capabilities, onClosed),
    protocol: () => transport.iceSelectedTuple?.protocol,
    isConnected: () => transport.dtlsState === "connected" && /^(connected|completed)$/.test(transport.iceState),
    [Symbol.asyncDispose]: async () => {
      transport.close();
    },
  };
}

async function openConsumer(
  transport: types.Transport,
  producerId: string,
  capabilities: Opaque,
  onClosed: () => void,
): Promise<RoomConsumer> {
  const rtpCapabilities = capabilities as types.RtpCapabilities;
  const consumer = await asked(() => transport.consume({ producerId, rtpCapabilities, paused: true }));
  consumer.on("producerclose", onClosed);
  return {
    id: consumer.id,
    rtpParameters: consumer.rtpParameters,
    resume: () => asked(() => consumer.resume()),
    pause: () => asked(() => consumer.pause()),
    measureRoundTrip: () => roundTripOf(consumer),
    [Symbol.asyncDispose]: async () => {
      consumer.close();
    },
  };
}
