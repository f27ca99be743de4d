import { createEffect, createSignal, onCleanup, type Accessor } from "solid-js";

/** A microphone that can be chosen. */
export type MicrophoneChoice = { readonly deviceId: string; readonly label: string };

/** Microphones with a name; the browser's alias "default" is left out, because the real device is in the list too. */
export function choicesOf(
  devices: readonly Pick<MediaDeviceInfo, "kind" | "deviceId" | "label">[],
): MicrophoneChoice[] {
  return devices
    .filter((device) => device.kind === "audioinput" && device.label !== "")
    .filter((device) => device.deviceId !== "default" && device.deviceId !== "communications")
    .map(({ deviceId, label }) => ({ deviceId, label }));
}

/** The microphones of this device, kept up to date while something is plugged in or out. Empty until `isAllowed`: before, they have no names. */
export function createMicrophoneList(isAllowed: Accessor<boolean>): Accessor<readonly MicrophoneChoice[]> {
  const [choices, setChoices] = createSignal<readonly MicrophoneChoice[]>([]);
  createEffect(() => {
    if (!isAllowed() || !("mediaDevices" in navigator)) return;
    const read = () => {
      void navigator.mediaDevices.enumerateDevices().then((devices) => setChoices(choicesOf(devices)));
    };
    read();
    navigator.mediaDevices.addEventListener("devicechange", read);
    onCleanup(() => {
      navigator.mediaDevices.removeEventListener("devicechange", read);
    });
  });
  return choices;
}
