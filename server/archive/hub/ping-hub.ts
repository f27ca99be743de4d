/** A hub that has not answered by then is asked again later. */
const patienceMs = 15_000;

/**
 * Tells a WebSub hub that what it hands on under this address has changed. The hub is the one that the configuration names, wherever that is; of its answer the status alone is
 * looked at, and it leads nowhere else. Throws when the hub did not take it.
 */
export async function pingHub(hub: string, topic: string, signal: AbortSignal): Promise<void> {
  const answer = await fetch(hub, {
    method: "POST",
    body: new URLSearchParams({ "hub.mode": "publish", "hub.url": topic }),
    redirect: "manual",
    signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    headers: { "user-agent": "Antenne (WebSub)" },
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the hub answered ${answer.status}`);
}
