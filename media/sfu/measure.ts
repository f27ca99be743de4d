import type { types } from "mediasoup";

/** What a producer's packets went through since it was made. */
export type Reception = {
  /** Packets that were sent to us, as far as their sequence numbers tell. */
  expected: number;
  /** Packets that were lost at first; retransmission may have brought them back. */
  lost: number;
  /** RFC 3550 interarrival jitter, smoothed. */
  jitterMs: number;
};

/** Reads a producer's statistics; all zero before its first packet. */
export async function receptionOf(producer: types.Producer): Promise<Reception> {
  const [stream] = await producer.getStats();
  if (stream === undefined) return { expected: 0, lost: 0, jitterMs: 0 };
  return {
    expected: stream.packetCount + stream.packetsLost,
    lost: Math.max(0, stream.packetsLost) + stream.packetsRepaired,
    // mediasoup counts jitter in units of the RTP clock, 48 a millisecond.
    jitterMs: stream.jitter / 48,
  };
}

/** Round trip to the peer that plays this consumer, from its receiver reports; `undefined` before the first. */
export async function roundTripOf(consumer: types.Consumer): Promise<number | undefined> {
  const stats = await consumer.getStats();
  const roundTripMs = stats.find((entry) => entry.type === "outbound-rtp")?.roundTripTime;
  return roundTripMs === undefined || roundTripMs <= 0 ? undefined : roundTripMs;
}
