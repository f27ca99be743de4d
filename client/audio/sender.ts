import type { types } from "mediasoup-client";
import type { Wire } from "./wire.ts";

/** Sends one microphone, over whichever transport is there now. */
export type Sender = {
  setTransport(transport: types.Transport | undefined): void;
  /** Another microphone takes the place of the former without a gap in the RTP stream; undefined stops sending. */
  setTrack(track: MediaStreamTrack | undefined): void;
};

// One child's voice: FEC repairs single losses without waiting (RFC 6716 §2.1.7); DTX off keeps the recording without holes.
const voiceCodec: types.ProducerCodecOptions = {
  opusStereo: false,
  opusFec: true,
  opusDtx: false,
  opusNack: true,
  opusMaxAverageBitrate: 48_000,
};

/** A sender without transport and microphone. Changes are carried out one after the other. */
export function makeSender(wire: Pick<Wire, "ask">): Sender {
  let transport: types.Transport | undefined;
  let track: MediaStreamTrack | undefined;
  let producer: types.Producer | undefined;
  let work: Promise<void> = Promise.resolve();

  const end = async () => {
    const ended = producer;
    producer = undefined;
    if (ended === undefined || ended.closed) return;
    ended.close();
    await wire.ask("closeProducer", { producerId: ended.id }).catch(() => undefined);
  };
  const settle = async () => {
    if (producer?.closed) producer = undefined;
    if (track === undefined || transport === undefined || transport.closed) return end();
    if (producer !== undefined) return producer.track === track ? undefined : producer.replaceTrack({ track });
    // The track belongs to the microphone, which stops it.
    producer = await transport.produce({ track, codecOptions: voiceCodec, stopTracks: false });
  };
  const change = () => {
    work = work.then(settle).catch(() => undefined);
  };
  return {
    setTransport: (next) => {
      transport = next;
      change();
    },
    setTrack: (next) => {
      track = next;
      change();
    },
  };
}
