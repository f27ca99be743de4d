import type { Strip, StudioSnapshot, Transmission } from "../../schemas/studio.ts";
import { lowestGainDb } from "./gain-curve.ts";

/** How far a voice gets: red is only for `heard`, on air with the microphone open and the fader up. */
export type Path = "closed" | "open" | "heard";

/** Whether a microphone gives sound to the studio now. */
export const isMicrophoneOn = (strip: Strip): boolean => strip.peerId !== null && strip.microphone === "open";

/** The path of one strip. A microphone that its owner muted, or that is away, is not heard however open the strip is. */
export function pathOf(strip: Strip, transmission: Transmission): Path {
  if (!strip.isOpen) return "closed";
  const isWholePathOpen = transmission.state === "onAir" && isMicrophoneOn(strip) && strip.gainDb > lowestGainDb;
  return isWholePathOpen ? "heard" : "open";
}

/** Where a pupil stands, as the frame of their page shows it: blue where no listener ever hears them, green on the floor, red when heard. */
export type PupilPlace = "backstage" | "keptOff" | "ready" | "onAir" | "muted" | "ended";

/** The place of the pupil at `strip`; `isMuted` is their own key. Without a strip they are backstage. */
export function pupilPlace(
  strip: Strip | undefined,
  snapshot: Pick<StudioSnapshot, "transmission">,
  isMuted: boolean,
): PupilPlace {
  // While the delay empties, nobody hears the studio any more.
  if (snapshot.transmission.state === "ended" || snapshot.transmission.state === "ending") return "ended";
  if (strip === undefined || strip.place === "backstage") return "backstage";
  if (strip.lock !== null) return "keptOff";
  if (!strip.isOpen) return "ready";
  if (isMuted) return "muted";
  if (snapshot.transmission.state !== "onAir") return "ready";
  return pathOf(strip, snapshot.transmission) === "heard" ? "onAir" : "ready";
}
