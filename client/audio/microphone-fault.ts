import type { MicrophoneState } from "../../schemas/studio.ts";

/** Why there is no microphone, as one word that the dictionary turns into a sentence and a remedy. */
export type MicrophoneFault = "blocked" | "missing" | "busy" | "unsupported" | "insecure" | "unplugged";

/** What `getUserMedia` threw, as a fault. Names are those of the W3C Media Capture specification and of old Firefox and Safari. */
export function faultOf(error: unknown): MicrophoneFault {
  const name = error instanceof Error ? error.name : "";
  if (["NotAllowedError", "PermissionDeniedError", "SecurityError"].includes(name)) return "blocked";
  if (["NotFoundError", "DevicesNotFoundError", "OverconstrainedError"].includes(name)) return "missing";
  if (["NotReadableError", "TrackStartError", "AbortError"].includes(name)) return "busy";
  return "unsupported";
}

/** What the page knows before it asks: a page without a secure context has no microphone at all. */
export function faultBeforeAsking(page: {
  isSecureContext: boolean;
  hasMediaDevices: boolean;
  hasWebRtc: boolean;
}): MicrophoneFault | undefined {
  if (!page.isSecureContext) return "insecure";
  if (!page.hasMediaDevices || !page.hasWebRtc) return "unsupported";
  return undefined;
}

/** The fault as the desk hears of it (schemas/studio.ts). */
export function reportedState(fault: MicrophoneFault): MicrophoneState {
  if (fault === "insecure") return "unsupported";
  if (fault === "unplugged") return "missing";
  return fault;
}
