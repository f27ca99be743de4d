/** A take as the browser made it. */
export type RecordedTake = { sound: Blob; recordedAt: string; durationSeconds: number };

/** A recording under way. */
export type TakeRecording = {
  /** Ends it and gives what was recorded. */
  stop(): Promise<RecordedTake>;
  /** Ends it, and nothing is kept. */
  discard(): void;
};

const wanted = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];
const bitrate = 64_000;
// What was said until a moment ago is there, also when the tab is taken away.
const pieceMs = 1_000;

/** Records a microphone's track as Opus, or as AAC where the browser knows only that, until it is stopped. */
export function recordTake(track: MediaStreamTrack): TakeRecording {
  const mimeType = wanted.find((type) => MediaRecorder.isTypeSupported(type));
  const stream = new MediaStream([track]);
  const recorder = new MediaRecorder(stream, {
    ...(mimeType !== undefined && { mimeType }),
    audioBitsPerSecond: bitrate,
  });
  const pieces: Blob[] = [];
  const recordedAt = new Date();
  const began = performance.now();
  const { promise, resolve } = Promise.withResolvers<RecordedTake>();
  recorder.ondataavailable = ({ data }) => {
    if (data.size > 0) pieces.push(data);
  };
  recorder.onstop = () => {
    const durationSeconds = (performance.now() - began) / 1_000;
    const sound = new Blob(pieces, { type: recorder.mimeType.split(";")[0] ?? "" });
    resolve({ sound, recordedAt: recordedAt.toISOString(), durationSeconds });
  };
  recorder.start(pieceMs);
  const end = () => {
    if (recorder.state !== "inactive") recorder.stop();
  };
  return {
    stop: () => {
      end();
      return promise;
    },
    discard: end,
  };
}
