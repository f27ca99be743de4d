import type { Link } from "../../schemas/studio.ts";
import type { Reception } from "./measure.ts";

/** One look at a peer's connection. */
export type LinkSample = {
  /** Of the peer's microphone; `undefined` while it sends none. */
  reception: Reception | undefined;
  roundTripMs: number | undefined;
  protocol: "udp" | "tcp" | undefined;
  isConnected: boolean;
};

/** The link of somebody whose first sample has not come. */
export const unmeasuredLink: Link = { quality: "good", lossShare: 0, jitterMs: 0, roundTripMs: null, protocol: null };

/** The link of a strip whose peer is away. */
export const lostLink: Link = { ...unmeasuredLink, quality: "lost" };

type Figures = Pick<Link, "lossShare" | "jitterMs" | "roundTripMs">;
const qualities = ["good", "fair", "poor", "lost"] as const;
const rank = (quality: Link["quality"]) => qualities.indexOf(quality);

// What a listener notices: concealed syllables from about 3 % loss, holes from 10 %; jitter beyond the mixer's buffer; talking over one another.
function wordFor({ lossShare, jitterMs, roundTripMs }: Figures, strictness: number): Link["quality"] {
  const isOver = (loss: number, jitter: number, roundTrip: number) =>
    lossShare >= loss * strictness || jitterMs >= jitter * strictness || (roundTripMs ?? 0) >= roundTrip * strictness;
  if (isOver(0.1, 80, 600)) return "poor";
  return isOver(0.03, 30, 300) ? "fair" : "good";
}

// mediasoup counts losses when it reports them, about every five seconds: shorter windows would show nothing, then everything.
const windowSamples = 5;
const calmSamplesBeforeBetter = 2;

function lossOver(window: readonly Reception[]): number {
  const first = window[0];
  const last = window.at(-1);
  if (first === undefined || last === undefined || last.expected <= first.expected) return 0;
  return Math.min(1, Math.max(0, (last.lost - first.lost) / (last.expected - first.expected)));
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/**
 * Turns looks at a connection, one every two seconds, into the desk's word and figures. A word gets worse at once, and better only after
 * two clearly better samples, so that it does not flicker.
 */
export function makeLinkMeter(): (sample: LinkSample) => Link {
  let window: Reception[] = [];
  let word: Link["quality"] = "good";
  let calm = 0;
  let wasConnected = false;

  function isLost({ reception, isConnected }: LinkSample): boolean {
    const before = window.at(-1);
    const isSilent = before !== undefined && reception?.expected === before.expected;
    return (wasConnected && !isConnected) || isSilent;
  }

  function nextWord(figures: Figures): Link["quality"] {
    const now = wordFor(figures, 1);
    if (word === "lost" || rank(now) >= rank(word)) return now;
    const clearlyBetter = wordFor(figures, 0.7);
    calm = rank(clearlyBetter) < rank(word) ? calm + 1 : 0;
    return calm >= calmSamplesBeforeBetter ? clearlyBetter : word;
  }

  return (sample) => {
    const lost = isLost(sample);
    wasConnected ||= sample.isConnected;
    // Another microphone begins at zero again.
    if (sample.reception === undefined || sample.reception.expected < (window.at(-1)?.expected ?? 0)) window = [];
    if (sample.reception !== undefined) window = [...window, sample.reception].slice(-windowSamples);
    const figures = {
      lossShare: lost ? 1 : round(lossOver(window), 2),
      jitterMs: round(sample.reception?.jitterMs ?? 0, 0),
      roundTripMs: sample.roundTripMs === undefined ? null : round(sample.roundTripMs, 0),
    };
    const before = word;
    word = lost ? "lost" : nextWord(figures);
    if (word !== before) calm = 0;
    return { quality: word, ...figures, protocol: sample.protocol ?? null };
  };
}
