import { newsApi } from "../api/news.ts";
import { findWorker } from "../ui/start-worker.ts";

/** Ends what this browser is told of the family's radios: the station forgets its address, which then is gone. */
export async function stopBeingTold(slugs: readonly string[]): Promise<void> {
  // A browser that never allowed it has no subscription, and perhaps no worker to wait for.
  if (!("Notification" in globalThis) || Notification.permission !== "granted") return;
  const subscription = await (await findWorker())?.pushManager.getSubscription();
  if (subscription == null) return;
  await Promise.allSettled(slugs.map((slug) => newsApi.news.stop(slug, subscription.endpoint)));
  await subscription.unsubscribe();
}
