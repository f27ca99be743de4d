import type { RundownLine, RundownState } from "../../schemas/rundown.ts";
import type { Strip } from "../../schemas/studio.ts";
import { currentLine, linesAhead } from "./rundown-time.ts";

/** The part that a pupil sees: the one that is on, or the own one that comes. */
export type OwnPart = {
  readonly line: RundownLine;
  /** `speaking`: it is on and theirs; `waiting`: theirs, still to come; `listening`: others speak, and nothing of theirs comes. */
  readonly turn: "speaking" | "waiting" | "listening";
};

/** Whether the person at a strip speaks in a part. */
export function speaksIn(strip: Pick<Strip, "voice"> | undefined, line: RundownLine): boolean {
  const voice = strip?.voice;
  if (line.speakers.includes("everybody")) return true;
  return voice?.kind === "pupil" ? line.speakers.includes(voice.pupilId) : line.speakers.includes("teacher");
}

/** Which part a pupil's prompter shows; undefined without a rundown, and after one's last part when nothing is on. */
export function ownPart(state: RundownState, own: Pick<Strip, "voice"> | undefined): OwnPart | undefined {
  const current = currentLine(state)?.line;
  if (current !== undefined && speaksIn(own, current)) return { line: current, turn: "speaking" };
  const coming = linesAhead(state).find((line) => speaksIn(own, line));
  if (coming !== undefined) return { line: coming, turn: "waiting" };
  return current && { line: current, turn: "listening" };
}
