import { frameSeconds, quantileOf } from "./frames.ts";
import type { VoiceTrack } from "./voice-track.ts";
import { closed, type Span } from "./voice-activity.ts";

const loudShare = 0.9;
const loudDepth = 10 ** -1.5;
const couplingShare = 0.3;
const clearance = 4;
const latenessFrames = 3;
const shortestGap = 0.15;
const shortestVoice = 0.08;

/**
 * Where each microphone's own voice speaks. How much of a neighbour each one hears is learned from the show: while the neighbour speaks
 * loudly, it is usually silent itself. What is not 6 dB over that is taken for the neighbour, who may be late by 30 ms.
 */
export function withoutBleed(tracks: readonly VoiceTrack[]): Span[][] {
  const loud = tracks.map(loudFrames);
  return tracks.map((track) => {
    const neighbours = tracks.flatMap((other, index) =>
      other === track ? [] : [{ energies: other.energies, coupling: couplingOf(track, other, loud[index] ?? []) }],
    );
    const isOwn = (frame: number) =>
      (track.energies[frame] ?? 0) >
      clearance * neighbours.reduce((sum, { energies, coupling }) => sum + coupling * lately(energies, frame), 0);
    const own = track.heard.flatMap((span) => partsOf(span, isOwn));
    return closed(own, shortestGap).filter(({ from, to }) => to - from >= shortestVoice);
  });
}

function framesOf({ from, to }: Span): number[] {
  const first = Math.round(from / frameSeconds);
  return Array.from({ length: Math.max(0, Math.round(to / frameSeconds) - first) }, (_, index) => first + index);
}

/** Frames in which a microphone's own voice is surely speaking: no neighbour is heard that loudly. */
function loudFrames({ energies, heard }: VoiceTrack): number[] {
  const frames = heard.flatMap(framesOf);
  const loud =
    quantileOf(
      frames.map((frame) => energies[frame] ?? 0),
      loudShare,
    ) ?? 0;
  return frames.filter((frame) => (energies[frame] ?? 0) > loud * loudDepth);
}

function couplingOf({ energies }: VoiceTrack, other: VoiceTrack, loud: readonly number[]): number {
  const shares = loud.map((frame) => (energies[frame] ?? 0) / Math.max(1e-12, other.energies[frame] ?? 0));
  return quantileOf(shares, couplingShare) ?? 0;
}

function lately(energies: Float32Array, frame: number): number {
  return energies
    .subarray(Math.max(0, frame - latenessFrames), frame + latenessFrames + 1)
    .reduce((most, energy) => Math.max(most, energy), 0);
}

function partsOf(span: Span, isOwn: (frame: number) => boolean): Span[] {
  return closed(
    framesOf(span)
      .filter(isOwn)
      .map((frame) => ({ from: frame * frameSeconds, to: (frame + 1) * frameSeconds })),
    frameSeconds / 2,
  );
}
