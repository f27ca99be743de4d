import type { types } from "mediasoup-client";
import { pauseAfter } from "./try-again.ts";

/** Sends one microphone, over whichever transport is there now. */
export type Sender = {
  setTransport(transport: types.Transport | undefined): void;
  /** Another microphone takes the place of the former without a gap in the RTP stream; undefined sends nothing. */
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

/**
 * A sender without transport and microphone. Changes are carried out one after the other; what the server or the browser refuses is tried again for as long as nothing
 * else is to be sent. `onSending` hears whether the server takes a microphone now.
 */
export function makeSender(onSending: (isSending: boolean) => void): Sender {
  let transport: types.Transport | undefined;
  let track: MediaStreamTrack | undefined;
  let producer: types.Producer | undefined;
  let work: Promise<void> = Promise.resolve();
  let latest = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const settle = async () => {
    if (producer?.closed) producer = undefined;
    onSending(producer !== undefined);
    // Without a microphone the producer stays, silent: the next one needs no new stream, and the recording no new track.
    if (producer !== undefined)
      return producer.track === (track ?? null) ? undefined : producer.replaceTrack({ track: track ?? null });
    if (track === undefined || transport === undefined || transport.closed) return undefined;
    // The track belongs to the microphone, which stops it.
    producer = await transport.produce({ track, codecOptions: voiceCodec, stopTracks: false });
    onSending(true);
    return undefined;
  };
  const attempt = (failures: number) => {
    clearTimeout(retry);
    latest += 1;
    const mine = latest;
    work = work
      .then(() => (mine === latest ? settle() : undefined))
      .catch(() => {
        if (mine === latest)
          retry = setTimeout(
            () => {
              attempt(failures + 1);
            },
            pauseAfter(failures + 1),
          );
      });
  };
  const change = () => {
    attempt(0);
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
