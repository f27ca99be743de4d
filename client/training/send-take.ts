import { Upload } from "tus-js-client";
import { api } from "../api/api.ts";
import type { KeptTake } from "./kept-takes.ts";

// A piece fits into the largest body that the station takes, and is not long on a slow line.
const pieceBytes = 200_000;

/** A take that could not be sent: `isHopeless` where trying again would change nothing. */
export class SendingError extends Error {
  override name = "SendingError";
  readonly isHopeless: boolean;

  constructor(status: number | undefined, options: ErrorOptions) {
    super("a take was not sent", options);
    this.isHopeless = status !== undefined && [400, 403, 404, 413, 422].includes(status);
  }
}

type SendingOptions = { signal: AbortSignal; onAnnounced: () => void; onProgress: (share: number) => void };

/** Sends a take's sound by tus: from where it was, also after the page was killed. Resolves once the station has all of it. */
export function sendSound(take: KeptTake, { signal, onAnnounced, onProgress }: SendingOptions): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const { id, recordedAt, durationSeconds, partnerId } = take;
  const upload = new Upload(take.sound, {
    endpoint: api.exercises.takesUrl(take.exerciseId),
    ...(take.arrival === "announced" && { uploadUrl: api.takes.uploadUrl(id) }),
    metadata: { id, recordedAt, durationSeconds: String(durationSeconds), partnerId: partnerId ?? "" },
    chunkSize: pieceBytes,
    retryDelays: [500, 2_000, 5_000],
    storeFingerprintForResuming: false,
    onUploadUrlAvailable: onAnnounced,
    onProgress: (sent, total) => {
      onProgress(total === 0 ? 0 : sent / total);
    },
    onSuccess: () => {
      resolve(undefined);
    },
    onError: (error) => {
      const answer = "originalResponse" in error ? error.originalResponse : null;
      reject(new SendingError(answer?.getStatus(), { cause: error }));
    },
  });
  signal.addEventListener("abort", () => {
    void upload.abort();
    reject(new SendingError(undefined, { cause: signal.reason }));
  });
  upload.start();
  return promise;
}
