import type { TalkbackTarget } from "../../schemas/floor.ts";
import type { Strip } from "../../schemas/studio.ts";

/** Whether a voice belongs on the recording. What is said backstage or off air, and what consent does not cover, is on no disk. */
export const isRecorded = (strip: Strip): boolean =>
  strip.place === "floor" && strip.talkingTo === null && strip.lock === null;

/** Whether a strip goes into the programme, its fader aside: what may be recorded, while the microphone is open. */
export const isInProgramme = (strip: Strip): boolean => strip.isOpen && isRecorded(strip);

/** Whether listeners would hear what is played to this strip: it is on air, and nothing keeps its sound from its microphone. */
export const isExposed = (strip: Strip, isOnAir: boolean): boolean =>
  isOnAir && isInProgramme(strip) && strip.microphone === "open" && !strip.hasHeadphones;

/** Whether a target names this strip. */
export function isTarget(strip: Strip, target: TalkbackTarget | null): boolean {
  if (target === null) return false;
  if (target.kind === "all") return true;
  return target.kind === "backstage" ? strip.place === "backstage" : target.stripId === strip.id;
}

const areInOneRoom = (one: Strip, other: Strip) => one.table !== null && one.table === other.table;

/**
 * Whether one participant hears another. Who waits backstage hears the floor and is heard by nobody, but by a teacher who speaks to them
 * and wants an answer. On air a closed microphone is heard by nobody, and so is a voice that may not go out; devices of one room never play each other.
 */
export function hears(listener: Strip, speaker: Strip, isOnAir: boolean): boolean {
  if (listener.id === speaker.id || areInOneRoom(listener, speaker)) return false;
  if (speaker.talkingTo !== null) return isTarget(listener, speaker.talkingTo) && !isExposed(listener, isOnAir);
  if (isTarget(speaker, listener.talkingTo)) return true;
  return speaker.place === "floor" && (!isOnAir || isInProgramme(speaker));
}
