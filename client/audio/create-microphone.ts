import { createEffect, createSignal, on, onCleanup, type Accessor } from "solid-js";
import { makeCapture } from "./capture.ts";
import { faultBeforeAsking, type MicrophoneFault } from "./microphone-fault.ts";
import { voiceConstraints, type MicrophoneProcessing } from "./microphone-settings.ts";

/** Where the microphone stands, as one word; `off` until it is wanted. */
export type Microphone =
  | { state: "off" }
  | { state: "opening" }
  | { state: "open"; track: MediaStreamTrack }
  | { state: "faulty"; fault: MicrophoneFault };

/** Which microphone is wanted, and what the browser does to the voice. Without `deviceId`, the browser's usual one. */
export type WantedMicrophone = { readonly deviceId: string | undefined; readonly processing: MicrophoneProcessing };

/** The microphone and how to try again after a fault. */
export type MicrophoneControl = {
  readonly microphone: Accessor<Microphone>;
  /** The operating system or the headset's own key muted the microphone: it is open, and silent. */
  readonly isMutedBySystem: Accessor<boolean>;
  /** Opens it anew, after the person allowed it or plugged it in. */
  retry(): void;
};

type Attempt = { readonly isForAnyDevice: boolean; readonly isAfterUnplugging: boolean; readonly isQuiet: boolean };

const firstAttempt: Attempt = { isForAnyDevice: false, isAfterUnplugging: false, isQuiet: false };

/** No browser tells that another program let go of the microphone. */
const busyRetryMs = 3_000;

function faultOfThisPage(): MicrophoneFault | undefined {
  return faultBeforeAsking({
    isSecureContext: globalThis.isSecureContext,
    hasMediaDevices: "mediaDevices" in navigator,
    hasWebRtc: "RTCPeerConnection" in globalThis,
  });
}

/** Calls `listener` when something is plugged in or out, until the caller's owner is gone. */
function onDeviceChange(listener: () => void) {
  if (!("mediaDevices" in navigator)) return;
  navigator.mediaDevices.addEventListener("devicechange", listener);
  onCleanup(() => {
    navigator.mediaDevices.removeEventListener("devicechange", listener);
  });
}

/**
 * The microphone that is `wanted`, opened while the caller's owner lives and released with it; undefined means none.
 * A headset pulled out, or a remembered microphone that is not there today, is replaced by the browser's usual one;
 * a page without any takes the next that is plugged in, and one that another program holds is asked for again and again.
 */
export function createMicrophone(wanted: Accessor<WantedMicrophone | undefined>): MicrophoneControl {
  const [microphone, setMicrophone] = createSignal<Microphone>({ state: "off" });
  const [isMutedBySystem, setIsMutedBySystem] = createSignal(false);
  const [attempt, setAttempt] = createSignal<Attempt>(firstAttempt);

  const watch = (track: MediaStreamTrack) => {
    setIsMutedBySystem(track.muted);
    track.onmute = () => setIsMutedBySystem(true);
    track.onunmute = () => setIsMutedBySystem(false);
    track.onended = () => setAttempt({ ...firstAttempt, isForAnyDevice: true, isAfterUnplugging: true });
  };

  const open = ({ deviceId, processing }: WantedMicrophone, { isAfterUnplugging, isQuiet }: Attempt) => {
    // A fault that is looked at again stays in words meanwhile.
    if (!isQuiet) setMicrophone({ state: "opening" });
    const ask = (constraints: MediaStreamConstraints) => navigator.mediaDevices.getUserMedia(constraints);
    return makeCapture(ask, voiceConstraints(deviceId, processing), {
      onTrack: (track) => {
        watch(track);
        setMicrophone({ state: "open", track });
      },
      onFault: (fault) => {
        if (fault === "missing" && deviceId !== undefined)
          setAttempt({ isForAnyDevice: true, isAfterUnplugging, isQuiet });
        else setMicrophone({ state: "faulty", fault: fault === "missing" && isAfterUnplugging ? "unplugged" : fault });
      },
    });
  };

  createEffect(
    on([wanted, attempt], ([want, now]) => {
      const fault = faultOfThisPage();
      if (want === undefined) setMicrophone({ state: "off" });
      else if (fault !== undefined) setMicrophone({ state: "faulty", fault });
      else onCleanup(open(now.isForAnyDevice ? { ...want, deviceId: undefined } : want, now));
    }),
  );

  const retry = () => setAttempt({ ...firstAttempt });
  createEffect(() => {
    const now = microphone();
    if (now.state !== "faulty" || now.fault !== "busy") return;
    const timer = setTimeout(() => setAttempt({ ...firstAttempt, isQuiet: true }), busyRetryMs);
    onCleanup(() => clearTimeout(timer));
  });
  onDeviceChange(() => {
    const now = microphone();
    if (now.state === "faulty" && ["missing", "unplugged", "busy"].includes(now.fault)) retry();
  });
  return { microphone, isMutedBySystem, retry };
}
