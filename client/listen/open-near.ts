import { createEffect, createRoot } from "solid-js";
import type { ShowId } from "../../schemas/ids.ts";
import type { LiveSource } from "../audio/live/live-source.ts";
import type { NearWire } from "../audio/live/near-source.ts";

/** Opens a socket to the station, which lets in whoever is signed in. */
async function connect(): Promise<NearWire> {
  const { createSignalling } = await import("../signalling.ts");
  return createRoot((close) => {
    const { ask, hear, isConnected, refused } = createSignalling();
    const { promise, resolve, reject } = Promise.withResolvers<NearWire>();
    createEffect(() => {
      const refusal = refused();
      if (isConnected()) resolve({ ask, hear, close });
      else if (refusal !== undefined) {
        close();
        reject(refusal);
      }
    });
    return promise;
  });
}

/** Listens without delay to a show, from inside the school. What that takes is loaded by those who do. */
export async function openNear(audio: HTMLAudioElement, showId: ShowId, onFailure: () => void): Promise<LiveSource> {
  const [{ openNearSource }, wire] = await Promise.all([import("../audio/live/near-source.ts"), connect()]);
  return openNearSource(audio, { showId, wire, onFailure });
}
