import type { NewsWish } from "../../schemas/news.ts";
import { findWorker } from "../ui/start-worker.ts";

/** What this browser is told of a radio now: its address, and what it wanted. */
export type Following = { endpoint: string; wish: NewsWish };

/** Whether this browser can be told of anything while its page is closed. */
export const canBeTold = (): boolean =>
  isSecureContext && "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;

/** Whether its user has refused notifications from this station. */
export const isRefused = (): boolean => canBeTold() && Notification.permission === "denied";

/** This browser's address at its push service, if it has one already. */
export async function findEndpoint(): Promise<string | undefined> {
  if (!canBeTold() || Notification.permission !== "granted") return undefined;
  const worker = await findWorker();
  return (await worker?.pushManager.getSubscription())?.endpoint;
}
