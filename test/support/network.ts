import type { EndlessVoice } from "./endless-voice.ts";
import type { Delivery } from "./simulated-show.ts";

/** What a network does to a voice; everything is repeatable, from `seed`. */
export type Network = {
  /** Share of packets lost one by one, 0 to 1. */
  lossShare?: number;
  /** Every so many packets, a burst of `burstLength` is lost. */
  burstEvery?: number;
  burstLength?: number;
  /** Every so many packets, one arrives after the three that follow it. */
  reorderEvery?: number;
  /** Share of packets that arrive twice. */
  duplicateShare?: number;
  /** Random extra delay, evenly between 0 and so many ms. */
  jitterMs?: number;
  /** How much faster the sender's clock is than the mixer's, in parts per million. */
  driftPpm?: number;
  /** Instants (s) between which the sender sends nothing. */
  silences?: readonly (readonly [number, number])[];
  seed?: number;
};

const packetMs = 20;
const startMs = 7;

/** Deliveries of a voice over such a network, in the order of arrival; without end. */
export function* overNetwork(voice: EndlessVoice, network: Network = {}): Generator<Delivery> {
  const random = randomNumbers(network.seed ?? 1);
  let waiting: Delivery[] = [];
  for (let index = 0; ; index++) {
    const sentMs = startMs + index * packetMs * (1 - (network.driftPpm ?? 0) / 1e6);
    waiting.push(...arrivals(voice, index, sentMs, network, random));
    waiting.sort((a, b) => a.atMs - b.atMs);
    yield* waiting.filter(({ atMs }) => atMs <= sentMs);
    waiting = waiting.filter(({ atMs }) => atMs > sentMs);
  }
}

function arrivals(
  voice: EndlessVoice,
  index: number,
  sentMs: number,
  network: Network,
  random: () => number,
): Delivery[] {
  const { burstEvery = Infinity, burstLength = 0, reorderEvery = Infinity, jitterMs = 0, silences = [] } = network;
  const [lossDraw, jitterDraw, duplicateDraw] = [random(), random(), random()];
  if (silences.some(([from, to]) => sentMs >= from * 1_000 && sentMs < to * 1_000)) return [];
  if (lossDraw < (network.lossShare ?? 0) || index % burstEvery >= burstEvery - burstLength) return [];
  const isReordered = index % reorderEvery === reorderEvery - 1;
  const atMs = sentMs + jitterDraw * jitterMs + (isReordered ? 3.5 * packetMs : 0);
  const once = { atMs, datagram: voice.datagram(index) };
  return duplicateDraw < (network.duplicateShare ?? 0) ? [once, { ...once, atMs: atMs + 5 }] : [once];
}

/** Evenly spread numbers from 0 to 1 (mulberry32), the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
