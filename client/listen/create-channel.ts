import { createResource, createSignal, onCleanup, onMount } from "solid-js";
import type { ChannelPage, ListeningStart } from "../../schemas/listening.ts";
import { findKept, settleKept } from "../audio/kept-episodes.ts";
import { ApiError } from "../api/ask.ts";
import { isClosed, listeningApi } from "../api/listening.ts";

const lookAgainMs = 60_000;

/** What the station said when it drew the page; nothing when the page was drawn without it. */
export type Found = Extract<ListeningStart["found"], { page: unknown }> | undefined;

/** Asks the station, and takes from this device what it no longer tells. */
async function askStation(slug: string, known: ChannelPage | undefined): Promise<ChannelPage> {
  try {
    const told = await listeningApi.openAgain(slug, known);
    await settleKept(slug, told);
    return told;
  } catch (thrown) {
    if (isClosed(thrown)) await settleKept(slug, "gone");
    throw thrown;
  }
}

/** A channel as the station tells of it: at first what the page was drawn with, and anew every minute and at a wish; without a network, what this device keeps of it. */
export function createChannel(slug: string, found: Found) {
  const [isKept, setKept] = createSignal(false);
  const ask = async (value: ChannelPage | undefined) => {
    try {
      const told = await askStation(slug, value);
      setKept(false);
      return told;
    } catch (thrown) {
      if (!(thrown instanceof ApiError && thrown.code === "network.lost")) throw thrown;
      // What is here stays, and with it the sound that waits for the network.
      if (value !== undefined) return value;
      const kept = await findKept(slug);
      if (kept === undefined) throw thrown;
      setKept(true);
      return kept.page;
    }
  };
  const options = found === undefined ? {} : { initialValue: found.page, ssrLoadFrom: "initial" as const };
  const [page, { refetch }] = createResource(
    (_always, { value }: { value: ChannelPage | undefined }) => ask(value),
    options,
  );
  onMount(() => {
    // A show that goes on air while the page is open is noticed within a minute.
    const timer = setInterval(() => void (document.hidden || refetch()), lookAgainMs);
    onCleanup(() => clearInterval(timer));
  });
  return { page, isKept, lookAgain: () => void refetch() };
}
