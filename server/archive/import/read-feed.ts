import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { Refusal } from "../../errors.ts";
import type { PodcastPlan } from "./plan-feed.ts";

/** Largest feed that is read, in bytes: two thousand episodes with long texts. */
export const largestFeedBytes = 20_000_000;

const timeoutMs = 30_000;
const mostMemoryMb = 400;

/** What a feed offers, read in a thread of its own with so much memory and time. Throws `podcast_import.not_feed`. */
export async function readFeed(bytes: Uint8Array): Promise<PodcastPlan> {
  const worker = new Worker(new URL("./feed-thread.ts", import.meta.url), {
    ...{ workerData: decode(bytes), name: "feed", stderr: true },
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb, stackSizeMb: 4 },
  });
  try {
    const [plan] = (await once(worker, "message", { signal: AbortSignal.timeout(timeoutMs) })) as [PodcastPlan];
    return plan;
  } catch (error) {
    throw new Refusal("podcast_import.not_feed", { cause: error });
  } finally {
    await worker.terminate();
  }
}

// What the document says of itself; most say UTF-8, or nothing.
function decode(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const label = /^[^]{0,3}<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
