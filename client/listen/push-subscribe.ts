import { PushSubscription as Subscription } from "../../schemas/news.ts";
import { findWorker } from "../ui/start-worker.ts";

const bytesOf = (base64url: string) =>
  Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

/** Asks for the permission, within the touch of a key, and gives the subscription that only this station can send to. It may be refused, and a browser may have no push service within reach. */
export async function subscribe(publicKey: string): Promise<Subscription | "refused" | "unable"> {
  if ((await Notification.requestPermission()) !== "granted") return "refused";
  const manager = (await findWorker())?.pushManager;
  const made = await manager
    ?.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) })
    .catch(() => undefined);
  if (made === undefined) return "unable";
  const { endpoint, keys } = made.toJSON();
  return Subscription.parse({ endpoint, keys });
}
