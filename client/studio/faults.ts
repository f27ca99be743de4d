import type { Microphone } from "../audio/create-microphone.ts";
import type { MicrophoneFault } from "../audio/microphone-fault.ts";
import type { VoiceVerdict } from "../audio/voice-judge.ts";

/** The one thing to say about a microphone: a fault, a mute, or how the voice is. */
export type Advice = MicrophoneFault | "opening" | "mutedBySystem" | VoiceVerdict;

/** What to say first: no microphone before a muted one, a muted one before the voice. */
export function adviceOn(microphone: Microphone, isMutedBySystem: boolean, verdict: VoiceVerdict): Advice {
  if (microphone.state === "faulty") return microphone.fault;
  if (microphone.state !== "open") return "opening";
  return isMutedBySystem ? "mutedBySystem" : verdict;
}

/** How an advice looks: green is good, yellow asks for a little, blackberry stops. */
export function lookOf(advice: Advice): "info" | "good" | "warning" | "trouble" {
  if (advice === "good") return "good";
  if (advice === "opening" || advice === "listening") return "info";
  return ["tooQuiet", "loud", "clipping", "silent", "mutedBySystem"].includes(advice) ? "warning" : "trouble";
}
