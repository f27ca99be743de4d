import { faultOf, type MicrophoneFault } from "./microphone-fault.ts";

type CaptureReport = {
  onTrack(track: MediaStreamTrack): void;
  onFault(fault: MicrophoneFault): void;
};

/** Asks the browser for a stream; the real one is `navigator.mediaDevices.getUserMedia`. */
export type AskForStream = (constraints: MediaStreamConstraints) => Promise<MediaStream>;

const release = (stream: MediaStream) => {
  for (const track of stream.getTracks()) {
    track.onended = null;
    track.stop();
  }
};

/**
 * Opens a microphone and reports its track or why there is none. The returned function releases it, also when the
 * stream has not come yet: the permission prompt may be answered long after the page was left.
 */
export function makeCapture(ask: AskForStream, constraints: MediaStreamConstraints, report: CaptureReport): () => void {
  let isReleased = false;
  let held: MediaStream | undefined;
  const take = (stream: MediaStream) => {
    if (isReleased) {
      release(stream);
      return;
    }
    held = stream;
    const [track] = stream.getAudioTracks();
    if (track === undefined) report.onFault("missing");
    else report.onTrack(track);
  };
  const refuse = (error: unknown) => {
    if (!isReleased) report.onFault(faultOf(error));
  };
  ask(constraints).then(take, refuse);
  return () => {
    isReleased = true;
    if (held !== undefined) release(held);
  };
}
