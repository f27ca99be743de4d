import { createSignal, type Accessor } from "solid-js";
import { createRecording, type OwnRecording } from "./create-recording.ts";

/** A sound that nobody has yet: recorded in this page, or a file of this device. */
export type OwnSound = {
  readonly recording: OwnRecording;
  readonly mostSeconds: number;
  /** What would be sent. */
  readonly sound: Accessor<Blob | undefined>;
  choose(file: File): void;
  /** Back to the beginning; what was recorded or chosen is gone from the page. */
  forget(): void;
};

/** See {@link OwnSound}; its microphone closes with the caller's owner. A file may be longer than `mostSeconds`: the station measures it. */
export function createOwnSound(mostSeconds: number): OwnSound {
  const recording = createRecording(mostSeconds);
  const [file, setFile] = createSignal<File>();
  return {
    ...{ recording, mostSeconds },
    sound: () => file() ?? recording.sound(),
    choose: setFile,
    forget: () => {
      setFile(undefined);
      recording.forget();
    },
  };
}
