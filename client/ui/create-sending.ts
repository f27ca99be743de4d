import { createSignal, onCleanup } from "solid-js";
import { createAttempt } from "./create-attempt.ts";

/** How a sending tells its progress and hears that it must stop. */
export type SendingOptions = { onProgress: (share: number) => void; signal: AbortSignal };

/** Something that goes up: how much has gone (undefined when nothing goes), a way to stop it, and why it failed. */
export function createSending<Thing>(run: (thing: Thing, options: SendingOptions) => Promise<unknown>) {
  const [share, setShare] = createSignal<number>();
  let stopping = new AbortController();
  const attempt = createAttempt(async (thing: Thing) => {
    stopping = new AbortController();
    setShare(0);
    try {
      await run(thing, { onProgress: setShare, signal: stopping.signal });
    } catch (error) {
      if (!stopping.signal.aborted) throw error;
    } finally {
      setShare(undefined);
    }
  });
  const stop = () => stopping.abort();
  onCleanup(stop);
  return { share, stop, send: attempt.attempt, thrown: attempt.thrown };
}
