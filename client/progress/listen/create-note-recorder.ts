import { createSignal, onCleanup } from "solid-js";

/** Records a voice note from the teacher's microphone, which is let go of with the caller's owner and after each note. */
export function createNoteRecorder(onDone: (sound: Blob) => void) {
  const [isRecording, setRecording] = createSignal(false);
  const [isBlocked, setBlocked] = createSignal(false);
  let recorder: MediaRecorder | undefined;
  let isGone = false;

  const release = () => {
    recorder?.stream.getTracks().forEach((track) => track.stop());
    recorder = undefined;
    setRecording(false);
  };
  const start = async () => {
    setBlocked(false);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const parts: Blob[] = [];
      const own = new MediaRecorder(stream);
      recorder = own;
      own.ondataavailable = ({ data }) => parts.push(data);
      own.onstop = () => {
        release();
        if (!isGone) onDone(new Blob(parts, { type: own.mimeType }));
      };
      // The page may have been left while the browser asked.
      if (isGone) release();
      else {
        own.start();
        setRecording(true);
      }
    } catch {
      release();
      setBlocked(true);
    }
  };
  onCleanup(() => {
    isGone = true;
    release();
  });
  return { isRecording, isBlocked, start, stop: () => recorder?.stop() };
}
